// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/timeexpressions.h"

#include <algorithm>
#include <cstdlib>

namespace dragoman {

using Kind = TimeExpression::Kind;
using Part = TimeExpression::Part;
using Direction = TimeExpression::Direction;
using Unit = TimeExpression::Unit;

namespace {

constexpr int anchorSentences = 3; ///< so far back "a day later" looks for the day it counts from
constexpr size_t farthestAnchor = 16;
constexpr int longestShift = 9999; ///< units

FuzzyDate daysOf(const TimeExpression &time, int year)
{
    const bool overYearEnd = time.lastMonth < time.month;
    return FuzzyDate::interval(QDate(year, time.month, time.day),
                               QDate(overYearEnd ? year + 1 : year, time.lastMonth, time.lastDay));
}

/** The year nearest to the publication in which the day told falls on the weekday told beside it; 0 if none does. */
int yearOfWeekday(const TimeExpression &time, int nearYear)
{
    for (const int year : {nearYear, nearYear - 1, nearYear + 1}) {
        if (QDate(year, time.month, time.day).dayOfWeek() == time.weekday)
            return year;
    }
    return 0;
}

FuzzyDate dayMonth(const TimeExpression &time, QDate published, Tense tense)
{
    const int year = published.year();
    if (time.direction == Direction::Shifted)
        return daysOf(time, year + time.shift);
    FuzzyDate date = daysOf(time, year);
    if (tense == Tense::Past && (!date.isKnown() || date.earliest() > published.addDays(1)))
        date = daysOf(time, year - 1);
    else if (tense == Tense::Future && (!date.isKnown() || date.latest() < published.addDays(-1)))
        date = daysOf(time, year + 1);
    if (time.weekday > 0 && date.isKnown() && date.earliest().dayOfWeek() != time.weekday) {
        if (const int fitting = yearOfWeekday(time, year); fitting > 0)
            return daysOf(time, fitting);
    }
    return date;
}

/** "05/11" in a text that tells no order: what the weekday beside it tells, else the nearer reading, in doubt. */
FuzzyDate dayMonthInFigures(const TimeExpression &time, QDate published, Tense tense)
{
    TimeExpression plain = time;
    plain.inFigures = false;
    plain.weekday = 0;
    TimeExpression exchanged = plain;
    std::swap(exchanged.day, exchanged.month);
    exchanged.lastDay = exchanged.day;
    exchanged.lastMonth = exchanged.month;
    const FuzzyDate a = dayMonth(plain, published, tense);
    const FuzzyDate b = dayMonth(exchanged, published, tense);
    const bool fits = time.weekday > 0 && a.earliest().dayOfWeek() == time.weekday;
    const bool exchangedFits = time.weekday > 0 && b.earliest().dayOfWeek() == time.weekday;
    if (fits != exchangedFits)
        return fits ? a : b;
    const auto distance = [published](const FuzzyDate &date) { return std::abs(published.daysTo(date.earliest())); };
    return (distance(b) < distance(a) ? b : a).doubted();
}

FuzzyDate monthsOf(const TimeExpression &time, int year)
{
    if (time.month == time.lastMonth)
        return partOfMonth(year, time.month, time.part);
    const QDate lastFirst(time.lastMonth < time.month ? year + 1 : year, time.lastMonth, 1);
    return FuzzyDate::interval(QDate(year, time.month, 1),
                               QDate(lastFirst.year(), lastFirst.month(), lastFirst.daysInMonth()));
}

FuzzyDate monthOf(const TimeExpression &time, QDate published, Tense tense)
{
    int year = published.year();
    if (time.direction == Direction::Shifted)
        return monthsOf(time, year + time.shift);
    if (time.direction == Direction::Last)
        year -= time.month >= published.month() ? 1 : 0;
    else if (time.direction == Direction::Next)
        year += time.month <= published.month() ? 1 : 0;
    else if (time.direction == Direction::This)
        return monthsOf(time, year);
    else if (tense == Tense::Past)
        year -= time.month > published.month() ? 1 : 0;
    else
        year += monthsOf(time, year).latest() < published ? 1 : 0;
    return monthsOf(time, year);
}

FuzzyDate dayOfMonth(const TimeExpression &time, QDate published, Tense tense)
{
    const QDate first(published.year(), published.month(), 1);
    if (time.direction == Direction::Shifted) {
        const QDate month = first.addMonths(time.shift);
        return FuzzyDate::interval(month.addDays(time.day - 1), month.addDays(time.lastDay - 1));
    }
    QDate month = first;
    if (tense == Tense::Past && time.day > published.day())
        month = first.addMonths(-1);
    else if (tense == Tense::Future && time.lastDay < published.day())
        month = first.addMonths(1);
    if (time.lastDay > month.daysInMonth())
        return {};
    return FuzzyDate::interval(month.addDays(time.day - 1), month.addDays(time.lastDay - 1));
}

QDate weekdayNear(int weekday, Direction direction, QDate published, Tense tense)
{
    const int gap = weekday - published.dayOfWeek();
    if (direction == Direction::Last)
        return published.addDays(gap >= 0 ? gap - 7 : gap);
    if (direction == Direction::Next)
        return published.addDays(gap <= 0 ? gap + 7 : gap);
    if (tense == Tense::Past)
        return published.addDays(gap > 0 ? gap - 7 : gap);
    return published.addDays(gap < 0 ? gap + 7 : gap);
}

QDate mondayOf(QDate day)
{
    return day.addDays(1 - day.dayOfWeek());
}

FuzzyDate weekdays(const TimeExpression &time, QDate published, Tense tense)
{
    QDate first = weekdayNear(time.weekday, time.direction, published, tense);
    if (time.direction == Direction::Shifted)
        first = mondayOf(published).addDays(7LL * time.shift + time.weekday - 1);
    const int length = (time.lastWeekday - time.weekday + 7) % 7;
    return FuzzyDate::interval(first, first.addDays(length));
}

FuzzyDate weekend(const TimeExpression &time, QDate published, Tense tense)
{
    const int today = published.dayOfWeek();
    QDate saturday = mondayOf(published).addDays(5);
    if (time.direction == Direction::Open && tense == Tense::Past && today < 6)
        saturday = saturday.addDays(-7);
    else if (time.direction == Direction::Last)
        saturday = saturday.addDays(-7);
    else if (time.direction == Direction::Next)
        saturday = saturday.addDays(7);
    else if (time.direction == Direction::This && tense == Tense::Past && today <= 2)
        saturday = saturday.addDays(-7);
    return FuzzyDate::interval(saturday, saturday.addDays(1));
}

/** `time.shift` units from a day. */
FuzzyDate shifted(const TimeExpression &time, QDate from, Tense tense)
{
    const int shift = std::clamp(time.shift, -longestShift, longestShift);
    switch (time.unit) {
    case Unit::Day:
        return FuzzyDate::day(from.addDays(shift));
    case Unit::Week: {
        const QDate monday = mondayOf(from).addDays(7LL * shift);
        return FuzzyDate::interval(monday, monday.addDays(6));
    }
    case Unit::Weekend:
        return weekend(time, from, tense);
    case Unit::Month: {
        const QDate month = from.addMonths(shift);
        return partOfMonth(month.year(), month.month(), time.part);
    }
    case Unit::Year:
        return FuzzyDate::year(from.year() + shift);
    case Unit::Decade:
        return FuzzyDate::year(from.year() + 10 * shift);
    }
    return {};
}

/** Of the two readings of a numeric date the one nearer to the publication that the tense allows; doubtful in any case.
 */
FuzzyDate ofUnknownOrder(const TimeExpression &time, QDate published, Tense tense)
{
    const FuzzyDate &a = time.date;
    const FuzzyDate &b = time.exchanged;
    if (!published.isValid())
        return a.doubted();
    const auto distance = [published, tense](const FuzzyDate &date) {
        const qint64 ahead = published.daysTo(date.earliest());
        const bool wrongSide = tense == Tense::Past ? ahead > 1 : ahead < -1;
        return std::abs(ahead) + (wrongSide ? 10000 : 0);
    };
    return (distance(b) < distance(a) ? b : a).doubted();
}

FuzzyDate resolvePlain(const TimeExpression &time, QDate published, Tense tense)
{
    if (time.kind == Kind::Absolute)
        return time.exchanged.isKnown() ? ofUnknownOrder(time, published, tense) : time.date;
    if (!published.isValid())
        return {};
    switch (time.kind) {
    case Kind::DayMonth:
        return time.inFigures ? dayMonthInFigures(time, published, tense) : dayMonth(time, published, tense);
    case Kind::DayOfMonth:
        return dayOfMonth(time, published, tense);
    case Kind::Month:
        return monthOf(time, published, tense);
    case Kind::Weekday:
        return weekdays(time, published, tense);
    case Kind::Shift:
        return shifted(time, published, tense);
    case Kind::Ahead:
        return tense == Tense::Future ? shifted(time, published, tense) : FuzzyDate();
    case Kind::Anchored:
        return time.orReference ? shifted(time, published, tense) : FuzzyDate();
    case Kind::Vague:
    case Kind::Absolute:
        break;
    }
    return {};
}

/** What an anchor means: of what lies before and what lies ahead the nearer, for its own tense is not known. */
FuzzyDate nearerReading(const TimeExpression &time, QDate published, Tense tense)
{
    const FuzzyDate date = resolvePlain(time, published, tense);
    if (time.kind != Kind::DayMonth || !published.isValid())
        return date;
    const FuzzyDate other = resolvePlain(time, published, tense == Tense::Past ? Tense::Future : Tense::Past);
    const auto distance = [published](const FuzzyDate &d) { return std::abs(published.daysTo(d.earliest())); };
    return other.isKnown() && distance(other) < distance(date) ? other : date;
}

/** "later in the day" heads news of its own in a new paragraph, unless the day told before is one of these days. */
bool isNearAnchor(const TimeExpression &time, const TimeExpression &anchor, const FuzzyDate &date, QDate published)
{
    if (time.shift != 0 || time.paragraph == anchor.paragraph || !published.isValid())
        return true;
    const qint64 ago = date.earliest().daysTo(published);
    return ago >= 0 && ago < 7;
}

/** Whether the sentence of an aside tells another time, outside of it. */
bool hasMainBefore(const std::vector<TimeExpression> &times, size_t aside)
{
    for (size_t i = aside; i-- > 0 && times[i].sentence == times[aside].sentence;) {
        if (!times[i].aside)
            return true;
    }
    return false;
}

/** The day, or month, from which an anchored expression counts: the nearest told before it that is as exact. What is
 * itself counted from a day told before is passed over, its own shift added. */
FuzzyDate anchorOf(const std::vector<TimeExpression> &times, size_t at, QDate published, Tense tense)
{
    const TimeExpression &time = times[at];
    int days = 0;
    const size_t stop = at > farthestAnchor ? at - farthestAnchor : 0;
    for (size_t i = at; i-- > stop && time.sentence - times[i].sentence <= anchorSentences;) {
        if (times[i].kind == Kind::Anchored) {
            days += times[i].unit == Unit::Day ? times[i].shift : 0;
            continue;
        }
        if (times[i].aside && time.orReference && hasMainBefore(times, i))
            continue; // "met X, who had come on Thursday. Later in the day"
        const FuzzyDate date = nearerReading(times[i], published, tense);
        if (date.isDay() && (!time.orReference || isNearAnchor(time, times[i], date, published)))
            return FuzzyDate::day(date.earliest().addDays(days));
        const bool byYear = time.unit == Unit::Year || time.direction == Direction::Told;
        const bool exact =
            (time.unit != Unit::Day && date.precision() == FuzzyDate::Precision::Month) || (byYear && date.isKnown());
        if (exact)
            return date;
    }
    return {};
}

} // namespace

FuzzyDate partOfMonth(int year, int month, Part part)
{
    const QDate first(year, month, 1);
    if (!first.isValid())
        return {};
    const auto days = [first](int from, int to) {
        return FuzzyDate::interval(first.addDays(from - 1), first.addDays(to - 1));
    };
    const int last = first.daysInMonth();
    switch (part) {
    case Part::Early:
        return days(1, 10);
    case Part::Middle:
        return days(11, 20);
    case Part::Late:
        return days(21, last);
    case Part::FirstWeek:
        return days(1, 7);
    case Part::SecondWeek:
        return days(8, 14);
    case Part::ThirdWeek:
        return days(15, 21);
    case Part::LastWeek:
        return days(last - 6, last);
    case Part::FirstHalf:
        return days(1, 15);
    case Part::SecondHalf:
        return days(16, last);
    case Part::Whole:
        break;
    }
    return FuzzyDate::month(year, month);
}

FuzzyDate resolveTime(const TimeExpression &time, QDate published, Tense tense)
{
    const FuzzyDate date = resolvePlain(time, published, tense);
    return time.approximate ? date.approximated() : date;
}

FuzzyDate resolveTime(const std::vector<TimeExpression> &times, size_t at, QDate published, Tense tense)
{
    const TimeExpression &time = times[at];
    const bool ofYearTold = time.direction == Direction::Told;
    if (time.kind != Kind::Anchored && !ofYearTold)
        return resolveTime(time, published, tense);
    const FuzzyDate anchor = anchorOf(times, at, published, tense);
    if (!anchor.isKnown())
        return resolveTime(time, published, tense);
    if (!ofYearTold)
        return shifted(time, anchor.earliest(), tense);
    const int year = anchor.earliest().year();
    return time.kind == Kind::Month ? monthsOf(time, year) : daysOf(time, year);
}

} // namespace dragoman
