// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QtGlobal>

#include <compare>

namespace dragoman {

/** A stretch of an article's body, [start, end) in UTF-16 units of Article::body. The export counts code points. */
struct TextSpan
{
    qsizetype start = 0;
    qsizetype end = 0;

    [[nodiscard]] qsizetype length() const { return end - start; }
    [[nodiscard]] bool isEmpty() const { return end <= start; }
    [[nodiscard]] bool contains(qsizetype at) const { return at >= start && at < end; }
    [[nodiscard]] bool overlaps(const TextSpan &other) const { return start < other.end && other.start < end; }
    friend auto operator<=>(const TextSpan &, const TextSpan &) = default;
};

} // namespace dragoman
Q_DECLARE_METATYPE(dragoman::TextSpan)
