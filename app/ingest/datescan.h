// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/textspan.h"
#include "ingest/headtables.h"

#include <QDate>

namespace dragoman {

/** A date as it stands in a line, with the weekday beside it. */
struct FoundDate
{
    TextSpan span; ///< in the line, weekday included
    int year = 0;  ///< 0: not told
    int month = 0;
    int day = 0;
    int weekday = 0;       ///< Monday is 1; 0: not told
    bool gregorian = true; ///< false: of another calendar, to be passed over
    QList<QDate>
        readings; ///< with a year: the days it can mean, the likeliest first; two for a numeric date of unknown order
    [[nodiscard]] bool isFull() const { return gregorian && !readings.isEmpty(); }
};

/** Finds dates and clock times in a line; "23-29 March" is its last day. Made once from the tables, then only read. */
class DateScanner
{
public:
    explicit DateScanner(const HeadTables &tables);

    /** All dates in order of position, none overlapping. Only for short lines. */
    [[nodiscard]] QList<FoundDate> dates(const QString &line) const;
    /** Clock times with their zones, in order of position. */
    [[nodiscard]] QList<TextSpan> times(const QString &line) const;
    /** Weekdays that stand alone or beside a date, in order of position. */
    [[nodiscard]] QList<TextSpan> weekdays(const QString &line) const;

private:
    [[nodiscard]] FoundDate named(const QRegularExpressionMatch &match) const;
    [[nodiscard]] FoundDate numeric(const QRegularExpressionMatch &match) const;
    [[nodiscard]] FoundDate yearFirst(const QRegularExpressionMatch &match) const;
    [[nodiscard]] int weekdayOf(const QRegularExpressionMatch &match) const;

    const HeadTables &m_tables;
    QRegularExpression m_dayMonth;
    QRegularExpression m_monthDay;
    QRegularExpression m_yearFirst;
    QRegularExpression m_numeric;
    QRegularExpression m_time;
    QRegularExpression m_weekday;
};

} // namespace dragoman
