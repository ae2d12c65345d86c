// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringView>

#include <array>
#include <functional>
#include <vector>

namespace dragoman {

/**
 * A text's runs of words in a few hundred bytes, by which copies of it are found again: the least hashes of all runs,
 * sorted. Letter case, punctuation and line breaks make no difference.
 */
[[nodiscard]] QByteArray sketchOf(QStringView text);

/** How much of their runs of words two texts have in common, from 0 to 1, as far as their sketches tell. */
[[nodiscard]] double overlapOf(const QByteArray &a, const QByteArray &b);

/**
 * Finds texts that copy an earlier one, whole or nearly so. Of each text a few numbers are kept; the sketches of those
 * that may be copies are asked for once more.
 */
class CopyFinder
{
public:
    using SketchOf = std::function<QByteArray(int)>; ///< by number of the text

    /** Numbers count from 0 in order of adding. */
    void add(const QByteArray &sketch);

    /** For each text the first of those that it copies; -1 for none. */
    [[nodiscard]] std::vector<int> originals(const SketchOf &sketchOf) const;

private:
    static constexpr std::size_t kept = 16; ///< of a sketch
    struct Marks
    {
        std::array<quint32, kept> hashes{}; ///< the least
        std::size_t count = 0;
    };

    [[nodiscard]] static bool mayBeCopies(const Marks &a, const Marks &b);

    std::vector<Marks> m_texts;
};

} // namespace dragoman
