// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/timefinder.h"

using namespace Qt::StringLiterals;

namespace dragoman {

using Kind = TimeExpression::Kind;
using Part = TimeExpression::Part;
using Direction = TimeExpression::Direction;
using Unit = TimeExpression::Unit;

namespace {

constexpr int earliestBareYear = 1800; ///< smaller numbers without a month are seldom years
constexpr int latestBareYear = 2100;
constexpr int monthsOfYear = 12;

Part weekOfMonth(int ordinal, bool last)
{
    if (last)
        return Part::LastWeek;
    switch (ordinal) {
    case 1:
        return Part::FirstWeek;
    case 2:
        return Part::SecondWeek;
    case 3:
        return Part::ThirdWeek;
    case 4:
        return Part::Late;
    default:
        return Part::Whole;
    }
}

} // namespace

/** Whether the word before lets a bare month or year stand here: "in", "since", "early", a bracket. */
bool TimeFinder::afterTimeWord(int at) const
{
    return at > 0 && (m_words.is(at - 1, WordClass::Preposition) || m_words.is(at - 1, TimeWord::Part) ||
                      m_words.is(at - 1, TimeWord::Step));
}

/** "in May", but not "May" at the head of a wish nor "March" of marching. */
bool TimeFinder::isMonthName(int at) const
{
    if (m_words.month(at) == 0)
        return false;
    const bool otherWord = m_words.word(at, "may"_L1) || m_words.word(at, "march"_L1);
    return !otherWord || afterTimeWord(at) || m_words.year(at + 1) > 0 ||
           (m_words.joins(at - 1) && m_words.month(at - 2) > 0);
}

/** "mid-November of last year", "the first week of July", "the end of the month", "the third quarter of 2024". */
bool TimeFinder::readPart(TimeExpression &time)
{
    int at = m_words.word(m_at, "the"_L1) ? m_at + 1 : m_at;
    const bool last = m_words.word(at, "last"_L1) || m_words.word(at, "final"_L1);
    const int ordinal = last ? 0 : m_words.code(at, WordClass::Ordinal);
    const int unit = m_words.code(at + 1, TimeWord::Unit);
    Part part = Part::Whole;
    if ((ordinal > 0 || last) && unit == unitWeek)
        part = weekOfMonth(ordinal, last);
    else if ((ordinal == 1 || ordinal == 2) && unit == unitHalf)
        part = ordinal == 1 ? Part::FirstHalf : Part::SecondHalf;
    else if ((ordinal == 1 || last) && unit == pluralUnits + unitDay)
        part = last ? Part::Late : Part::Early;
    else if (ordinal >= 1 && ordinal <= 4 && unit == unitQuarter)
        return m_at = at + 2, readPartOfYear(time, ordinal, 3);
    else if (const int code = m_words.code(at, TimeWord::Part); code > 0)
        part = code == 1 ? Part::Early : code == 2 ? Part::Middle : Part::Late;
    if (part == Part::Whole)
        return false;
    at += ordinal > 0 || last ? 2 : 1;
    at += m_words.word(at, "of"_L1) || m_words.word(at, "in"_L1) ? 1 : 0;
    m_at = at;
    if (m_words.month(at) > 0)
        return readPartOfMonth(time, part);
    return readPartOfPeriod(time, part);
}

bool TimeFinder::readPartOfMonth(TimeExpression &time, Part part)
{
    if (!readMonth(time))
        return false;
    time.part = part;
    if (time.kind == Kind::Absolute)
        time.date = partOfMonth(time.date.earliest().year(), time.date.earliest().month(), part);
    return true;
}

/** "the end of the month", "early next week", "late last year", "the first half of 2024", "early 2023". */
bool TimeFinder::readPartOfPeriod(TimeExpression &time, Part part)
{
    const bool half = part == Part::FirstHalf || part == Part::SecondHalf;
    const int at = m_at;
    const bool the = m_words.word(at, "the"_L1);
    const int unit = m_words.code(at + 1, TimeWord::Unit);
    const bool year = (the && unit == unitYear) || m_words.year(at) > 0 || (m_words.step(at) && unit == unitYear);
    if (half && year)
        return readPartOfYear(time, part == Part::FirstHalf ? 1 : 2, 6);
    if (const int told = m_words.year(at); told >= earliestBareYear && told <= latestBareYear && !isDecade(at)) {
        time.date = FuzzyDate::year(told);
        m_at = at + 1;
        return true;
    }
    const auto step = the ? std::optional(0) : m_words.step(at);
    if (!step || (unit != unitWeek && unit != unitMonth && unit != unitYear))
        return false;
    time.kind = Kind::Shift;
    time.shift = *step;
    time.unit = unit == unitWeek ? Unit::Week : unit == unitMonth ? Unit::Month : Unit::Year;
    time.part = part;
    m_at = at + 2;
    return true;
}

/** The `ordinal`th run of so many months, of the year told behind it or of the nearest. */
bool TimeFinder::readPartOfYear(TimeExpression &time, int ordinal, int months)
{
    time.month = (ordinal - 1) * months + 1;
    time.lastMonth = time.month + months - 1;
    if (m_words.word(m_at, "of"_L1) && m_words.word(m_at + 1, "the"_L1) &&
        m_words.code(m_at + 2, TimeWord::Unit) == unitYear)
        m_at += 3;
    else if (m_words.word(m_at, "the"_L1) && m_words.code(m_at + 1, TimeWord::Unit) == unitYear)
        m_at += 2;
    takeYearOfMonths(time, m_at);
    return true;
}

/** The year behind months, "2024", "of 2024", "last year"; else they are of the nearest year. */
void TimeFinder::takeYearOfMonths(TimeExpression &time, int at)
{
    int next = at;
    if (m_words.mark(next, u',') || m_words.word(next, "of"_L1))
        ++next;
    m_at = at;
    if (const int told = m_words.year(next); told > 0) {
        const bool overYearEnd = time.lastMonth < time.month;
        const FuzzyDate last = FuzzyDate::month(overYearEnd ? told + 1 : told, time.lastMonth);
        const FuzzyDate first = FuzzyDate::month(told, time.month);
        time.kind = Kind::Absolute;
        time.date = time.month == time.lastMonth ? first : FuzzyDate::interval(first.earliest(), last.latest());
        m_at = next + 1;
        return;
    }
    time.kind = Kind::Month;
    takeYearStep(time, at);
}

/** "spring 2023", "in the summer", "last autumn": north of the equator, and never to the day. */
bool TimeFinder::readSeason(TimeExpression &time)
{
    const bool in = m_words.word(m_at, "in"_L1);
    int at = in ? m_at + 1 : m_at;
    const bool the = m_words.word(at, "the"_L1);
    at += the ? 1 : 0;
    at += m_words.is(at, TimeWord::Part) ? 1 : 0;
    const int stepAt = m_at = at;
    time.direction = takeDirection();
    at = m_at;
    const int first = m_words.code(at, TimeWord::Season);
    if (first == 0)
        return false;
    time.month = first;
    time.lastMonth = (first + 1) % monthsOfYear + 1;
    time.approximate = true;
    takeYearOfMonths(time, at + 1);
    const bool told = time.kind == Kind::Absolute || time.direction != Direction::Open || at > stepAt;
    // "in the fall of Kabul", "a spring of hope": without a year it needs "in" and nothing that it is of.
    return told || (in && !m_words.word(m_at, "of"_L1));
}

/** "November", "last November", "September 2023", "from May to July", "August last year". */
bool TimeFinder::readMonth(TimeExpression &time)
{
    const int begin = m_at;
    time.direction = takeDirection();
    const int at = m_at;
    const int which = m_words.month(at);
    if (which == 0 || (time.direction == Direction::Open && at == begin && !isMonthName(at)))
        return false;
    time.month = time.lastMonth = which;
    int next = at + 1;
    const bool range = m_words.joins(next) && isMonthName(next + 1) && m_words.day(next + 2) == 0;
    if (range) {
        time.lastMonth = m_words.month(next + 1);
        next += 2;
    }
    takeYearOfMonths(time, next);
    return true;
}

/** "three days ago", "a week later", "in two weeks", "two days earlier". */
bool TimeFinder::readCount(TimeExpression &time)
{
    const bool in = m_words.word(m_at, "in"_L1);
    int at = in ? m_at + 1 : m_at;
    time.shift = m_words.count(&at);
    const int unit = m_words.code(at, TimeWord::Unit) % pluralUnits;
    if (time.shift == 0 || unit == 0 || unit == unitWeekend || unit == unitQuarter || unit == unitHalf)
        return false;
    time.unit = unit == unitDay     ? Unit::Day
                : unit == unitWeek  ? Unit::Week
                : unit == unitMonth ? Unit::Month
                : unit == unitYear  ? Unit::Year
                                    : Unit::Decade;
    m_at = at + 2;
    const bool alone = standsAlone(at + 2);
    time.kind = Kind::Anchored;
    if (m_words.word(at + 1, "ago"_L1))
        time.kind = Kind::Shift, time.shift = -time.shift;
    else if (m_words.word(at + 1, "earlier"_L1) || (m_words.word(at + 1, "before"_L1) && alone))
        time.orReference = true, time.shift = -time.shift;
    else if (m_words.word(at + 1, "from"_L1) && (m_words.word(at + 2, "now"_L1) || m_words.word(at + 2, "today"_L1)))
        time.kind = Kind::Shift, m_at = at + 3;
    else if (in && !m_words.is(at + 1, WordClass::Preposition))
        time.kind = Kind::Ahead, m_at = at + 1;
    else
        return m_words.word(at + 1, "later"_L1) || (m_words.word(at + 1, "after"_L1) && alone);
    return true;
}

/** "the 11th" after "on" or "by", "the 12th of next month", "the 3rd and 4th of this month". */
bool TimeFinder::readDayOfMonth(TimeExpression &time)
{
    if (!m_words.word(m_at, "the"_L1))
        return false;
    int at = m_at + 1;
    time.day = time.lastDay = m_words.ordinalDay(&at);
    if (time.day == 0)
        return false;
    const bool digits = m_words.isNumber(m_at + 1);
    if (const int last = rangeEnd(&at); last > time.day)
        time.lastDay = last;
    const auto step = m_words.word(at, "of"_L1) ? m_words.step(at + 1) : std::nullopt;
    const bool ofMonth = step && m_words.code(at + 2, TimeWord::Unit) == unitMonth;
    const bool preceded = m_words.word(m_at - 1, "on"_L1) || m_words.word(m_at - 1, "by"_L1);
    // "on the 40th anniversary": only where nothing stands behind that it counts.
    if (!ofMonth && (!preceded || !digits || !standsAlone(at)))
        return false;
    time.kind = Kind::DayOfMonth;
    if (ofMonth) {
        time.direction = Direction::Shifted;
        time.shift = *step;
        at += 3;
    }
    m_at = at;
    return true;
}

/** "last week", "next month", "this year", "over the weekend". */
bool TimeFinder::readPeriod(TimeExpression &time)
{
    const bool the = m_words.word(m_at, "the"_L1);
    int at = the ? m_at + 1 : m_at;
    const auto step = m_words.step(at);
    const int unit = m_words.code(step ? at + 1 : at, TimeWord::Unit);
    if (the && !step && unit == unitWeekend && m_words.is(m_at - 1, WordClass::Preposition)) {
        time.kind = Kind::Shift;
        time.unit = Unit::Weekend;
        m_at = at + 1;
        return true;
    }
    if (!step || unit == 0 || unit > pluralUnits || unit == unitDay || unit == unitHalf || unit == unitQuarter)
        return false;
    // "over the last year", "the past week" are all the time until now.
    const bool past = m_words.word(at, "past"_L1) || (the && m_words.word(at, "last"_L1));
    time.kind = past && unit != unitWeekend ? Kind::Vague : Kind::Shift;
    time.shift = *step;
    time.direction = *step < 0 ? Direction::Last : *step > 0 ? Direction::Next : Direction::This;
    time.unit = unit == unitWeek      ? Unit::Week
                : unit == unitWeekend ? Unit::Weekend
                : unit == unitMonth   ? Unit::Month
                : unit == unitYear    ? Unit::Year
                                      : Unit::Decade;
    m_at = at + 2;
    return true;
}

/** "1990s": the letter is a token of its own. */
bool TimeFinder::isDecade(int at) const
{
    return m_words.year(at) % 10 == 0 && m_words.word(at + 1, "s"_L1) &&
           m_words.token(at + 1).span.start == m_words.token(at).span.end;
}

/** "in 2016", "since 1979", "2014-2016", "the 1990s". */
bool TimeFinder::readYear(TimeExpression &time)
{
    int at = m_words.word(m_at, "the"_L1) ? m_at + 1 : m_at;
    const int told = m_words.year(at);
    if (told < earliestBareYear || told > latestBareYear || m_words.glued(at))
        return false;
    const int end = at + 1;
    const bool when = m_words.is(m_at - 1, WordClass::Preposition) || m_words.is(m_at - 1, TimeWord::Part);
    if (isDecade(at)) {
        if (!when || m_words.word(m_at - 1, "of"_L1))
            return false;
        time.date = FuzzyDate::interval(QDate(told, 1, 1), QDate(told + 9, 12, 31));
        m_at = end + 1;
        return true;
    }
    const bool preceded = m_words.word(at - 1, "in"_L1) || m_words.word(at - 1, "since"_L1) ||
                          m_words.word(at - 1, "during"_L1) || m_words.word(at - 1, "until"_L1) ||
                          m_words.word(at - 1, "from"_L1) || m_words.word(at - 1, "between"_L1) ||
                          m_words.is(at - 1, TimeWord::Around) || m_words.word(at - 1, "year"_L1);
    if (!preceded || at != m_at)
        return false;
    const int second = m_words.glued(end) ? end : end + 1;
    const int last = m_words.glued(end) || m_words.joins(end) ? m_words.year(second) : 0;
    time.date = last > told ? FuzzyDate::interval(QDate(told, 1, 1), QDate(last, 12, 31)) : FuzzyDate::year(told);
    m_at = last > told ? second + 1 : end;
    return true;
}

} // namespace dragoman
