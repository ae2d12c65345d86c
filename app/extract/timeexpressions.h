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
        Absolute,   ///< `date` stands by itself
        DayMonth,   ///< day(s) and month, no year
        DayOfMonth, ///< "the 11th"; with a direction in the month `shift` from that of the reference
        Month,      ///< month or months without a year; with a direction of Shifted in the year `shift`
        Weekday,    ///< with a direction of Shifted in the week `shift`
        Shift,      ///< `shift` units from the reference: today, last week, two years ago
        Ahead,      ///< "in two weeks": a date only where the contact lies ahead
        Anchored,   ///< "a day earlier": `shift` units from the day told before it
        Vague,      ///< "recently": a time, but no date
    };
    enum class Part : quint8 {
        Whole,
        Early,
        Middle,
        Late,
        FirstWeek,
        SecondWeek,
        ThirdWeek,
        LastWeek,
        FirstHalf,
        SecondHalf
    };
    enum class Direction : quint8 {
        Open,
        Last,
        Next,
        This,
        Shifted,
        Told ///< of months and days: in the year told before
    };
    enum class Unit : quint8 { Day, Week, Weekend, Month, Year, Decade };

    Kind kind = Kind::Absolute;
    Part part = Part::Whole;
    Direction direction = Direction::Open;
    Unit unit = Unit::Day;
    bool approximate = false; ///< "around", a season
    bool inFigures = false;   ///< of DayMonth: "05/11", whose day and month may be exchanged
    bool aside = false;       ///< in a relative clause that tells it of somebody: "X, who came on Monday, met"
    bool orReference = false; ///< of Anchored: the reference will do where no day is told before it
    int begin = 0;
    int end = 0;
    int sentence = 0;
    int paragraph = 0;
    FuzzyDate date;      ///< of Absolute
    FuzzyDate exchanged; ///< of a numeric date whose order nothing tells: its other reading
    int day = 0;
    int lastDay = 0; ///< of a range; else equal to `day`
    int month = 0;
    int lastMonth = 0; ///< of a range, which may go over the year's end; else equal to `month`
    int weekday = 0;   ///< 1 is Monday
    int lastWeekday = 0;
    int shift = 0;
};

/** Whether a contact lies before or after the article that tells it. */
enum class Tense { Past, Future };

/** All time expressions of a text, in order. */
[[nodiscard]] std::vector<TimeExpression> findTimes(const TokenizedText &text, const Lexicon &lexicon);

/** What an expression means in an article of the day `published` (invalid: not known); unknown if that cannot be said,
 * or only from what is told before it. */
[[nodiscard]] FuzzyDate resolveTime(const TimeExpression &time, QDate published, Tense tense);

/** The same for the expression `at` of a text, with the days told before it. */
[[nodiscard]] FuzzyDate resolveTime(const std::vector<TimeExpression> &times, size_t at, QDate published, Tense tense);

/** Early, middle, late: days 1-10, 11-20, 21 to the end; weeks of seven days from the first; halves of 15 days. */
[[nodiscard]] FuzzyDate partOfMonth(int year, int month, TimeExpression::Part part);

} // namespace dragoman
