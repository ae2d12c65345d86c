// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QHash>
#include <QList>
#include <QPair>
#include <QSet>
#include <QString>
#include <QStringList>

#include <array>
#include <vector>

namespace dragoman {

/** Groups of letters with their other spelling; where several fit the longest counts. */
class Respelling
{
public:
    using Group = QPair<QString, QString>;

    void add(const Group &group);

    /** The text with each group in its other spelling, from left to right. */
    [[nodiscard]] QString of(QStringView text) const;

private:
    static constexpr size_t kept = 128; ///< first letters that have a list of their own; all others share one

    [[nodiscard]] static size_t placeOf(QChar first) { return first.unicode() < kept ? first.unicode() : 0; }

    std::array<std::vector<Group>, kept> m_groups; ///< by first letter
};

/** How names are spelled in the languages of transliteration: the tables of lexicon/names. */
struct NameSpelling
{
    using Replacement = Respelling::Group;

    Respelling anywhere;
    QList<Replacement> begin; ///< the longest first, as in all lists of replacements
    QList<Replacement> end;
    QList<Replacement> also; ///< second readings of a group of letters
    QHash<QChar, QString> marked;
    QSet<QPair<QChar, QChar>> near;       ///< both ways round
    QSet<QPair<QChar, QChar>> nearInside; ///< likewise, not at the end of a word
    QSet<QChar> mute;
    QHash<QChar, QChar> blocks;          ///< of letters that may stand for one another, the first of all of them
    QHash<QString, QList<int>> variants; ///< by word, the names that it is a form of
    QSet<QString> particles;
    QSet<QString> inner; ///< particles, but not at the beginning
    QSet<QString> titles;
    QSet<QString> chains; ///< before a father's name
    QSet<QString> ranks;
    Respelling wade; ///< Wade and Giles
    Respelling pinyin;
};

[[nodiscard]] Result<NameSpelling> loadNameSpelling();

/** The tables that the program carries, read once. */
[[nodiscard]] const NameSpelling &nameSpelling();

} // namespace dragoman
