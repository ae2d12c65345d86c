// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/textspan.h"

#include <QDate>
#include <QList>
#include <QString>

namespace dragoman {

class DateScanner;
class HeadTables;

/** What the text of an article tells of itself, beside its story. Spans count UTF-16 units of the text. */
struct Head
{
    QString title;                  ///< white space simplified
    TextSpan titleSpan;             ///< empty if the text has no headline
    QString source;                 ///< agency or outlet by the name of agencies.tsv, else as told; empty if not told
    QString dateline;               ///< the city, as spelled
    QDate published;                ///< a day with a year in a header, dated line, dateline or at the end; else invalid
    QList<QDate> publishedReadings; ///< of a numeric date of unknown order, `published` first; else empty
    TextSpan story;                 ///< never empty unless the text is blank
};

/** Reads head and tail of a decoded article. Pure, and linear in the length of the text. */
[[nodiscard]] Head readHead(const QString &text);
[[nodiscard]] Head readHead(const QString &text, const HeadTables &tables, const DateScanner &scanner);

} // namespace dragoman
