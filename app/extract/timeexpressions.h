// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/fuzzydate.h"
#include "extract/tokens.h"

#include <vector>

namespace dragoman {

/** A date or time told in words, not yet resolved. Token numbers are those of the TokenizedText. */
struct TimeExpression
{
    enum class Kind : quint8 {
        Absolute,     ///< `date` stands by itself
        DayMonth,     ///< day(s) and month, no year
        DayOfMonth,   ///< "the 11th", in the month of the reference date
        DayNextMonth, ///< "the 12th of next month"
        Month,        ///< month without a year
        MonthOfYear,  ///< "August last year": `shift` years from the reference
        Weekday,
        Day,         ///< `shift` days from the reference: today, yesterday, tomorrow
        PreviousDay, ///< "a day earlier": `shift` days from another contact's day, here from the reference's weekday
                     ///< context
        Week,        ///< `shift` weeks, Monday to Sunday
        Weekend,
        MonthShift, ///< "last month", "earlier this month"
        YearShift,
        SameDay, ///< "that day", "later in the day", "the same day": that of what was told before
    };
    enum class Part : quint8 { Whole, Early, Middle, Late, FirstWeek };
    enum class Direction : quint8 { Open, Last, Next, This };

    Kind kind = Kind::Absolute;
    Part part = Part::Whole;
    Direction direction = Direction::Open;
    int begin = 0;
    int end = 0;
    int sentence = 0;
    FuzzyDate date; ///< of Absolute
    int day = 0;
    int lastDay = 0; ///< of a range; else equal to `day`
    int month = 0;
    int weekday = 0; ///< 1 is Monday
    int lastWeekday = 0;
    int shift = 0;
    bool night = false;
};

/** Whether a contact lies before or after the article that tells it. */
enum class Tense { Past, Future };

/** All time expressions of a text, in order. */
[[nodiscard]] std::vector<TimeExpression> findTimes(const TokenizedText &text, const Lexicon &lexicon);

/** What an expression means in an article of the day `published` (invalid: not known); unknown if that cannot be said.
 */
[[nodiscard]] FuzzyDate resolveTime(const TimeExpression &time, QDate published, Tense tense);

/** Early, middle, late or the first week of a month: days 1-10, 11-20, 21 to the end, 1-7. */
[[nodiscard]] FuzzyDate partOfMonth(int year, int month, TimeExpression::Part part);

} // namespace dragoman
