// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/timeexpressions.h"

#include <algorithm>

#include <optional>

using namespace Qt::StringLiterals;

namespace dragoman {

using Kind = TimeExpression::Kind;
using Part = TimeExpression::Part;
using Direction = TimeExpression::Direction;

namespace {

class TimeFinder
{
public:
    TimeFinder(const TokenizedText &text, const Lexicon &lexicon) : m_text(text), m_lexicon(lexicon)
    {
        for (const QLatin1String opener :
             {"last"_L1,  "next"_L1,  "this"_L1,      "early"_L1,    "mid"_L1,      "middle"_L1,  "late"_L1,
              "first"_L1, "today"_L1, "yesterday"_L1, "tomorrow"_L1, "tonight"_L1,  "earlier"_L1, "a"_L1,
              "the"_L1,   "that"_L1,  "in"_L1,        "over"_L1,     "previous"_L1, "coming"_L1}) {
            if (const WordId word = lexicon.word(opener); word != 0)
                m_openers.push_back(word);
        }
        std::sort(m_openers.begin(), m_openers.end());
    }

    std::vector<TimeExpression> run()
    {
        for (size_t s = 0; s < m_text.sentences.size(); ++s) {
            m_limit = m_text.sentences[s].end;
            int at = m_text.sentences[s].begin;
            while (at < m_limit) {
                TimeExpression time;
                time.begin = at;
                time.sentence = static_cast<int>(s);
                m_at = at;
                if (opens(at) && read(time) && m_at > at) {
                    time.end = m_at;
                    at = m_at;
                    m_times.push_back(time);
                } else {
                    ++at;
                }
            }
        }
        return std::move(m_times);
    }

private:
    [[nodiscard]] const Token &token(int at) const { return m_text.tokens[static_cast<size_t>(at)]; }
    [[nodiscard]] bool word(int at, QLatin1String text) const
    {
        return at < m_limit && token(at).word != 0 && m_lexicon.vocabulary.text(token(at).word) == text;
    }
    [[nodiscard]] bool is(int at, WordClass wordClass) const
    {
        return at < m_limit && token(at).isWord() && m_lexicon.is(token(at).word, wordClass);
    }
    [[nodiscard]] int month(int at) const
    {
        if (!is(at, WordClass::Month) || !token(at).has(Token::Capital))
            return 0;
        // "Jan Vos": a short form before a name is a given name.
        const bool beforeName = token(at).span.length() <= 3 && !token(at).has(Token::Abbreviated) &&
                                at + 1 < m_limit && token(at + 1).isWord() && token(at + 1).word == 0;
        return beforeName ? 0 : m_lexicon.numbers.value(token(at).word);
    }
    [[nodiscard]] int weekday(int at) const
    {
        const bool short3 = at < m_limit && token(at).span.length() <= 3;
        if (!is(at, WordClass::Weekday) || !token(at).has(Token::Capital) ||
            (short3 && month(at + 1) == 0 && !token(at).has(Token::Abbreviated)))
            return 0;
        return m_lexicon.numbers.value(token(at).word);
    }
    /** A day number 1-31, with or without "st", "nd", "rd", "th". */
    [[nodiscard]] int day(int at) const
    {
        if (at >= m_limit || token(at).kind != Token::Kind::Number)
            return 0;
        QString text = m_text.text(token(at)).toLower();
        if (text.endsWith(u"st") || text.endsWith(u"nd") || text.endsWith(u"rd") || text.endsWith(u"th"))
            text.chop(2);
        bool ok = false;
        const int value = text.toInt(&ok);
        return ok && text.size() <= 2 && value >= 1 && value <= 31 ? value : 0;
    }
    [[nodiscard]] bool isOrdinalDay(int at) const { return day(at) > 0 && m_text.text(token(at)).size() > 2; }
    [[nodiscard]] int year(int at) const
    {
        if (at >= m_limit || token(at).kind != Token::Kind::Number)
            return 0;
        bool ok = false;
        const QString text = m_text.text(token(at));
        const int value = text.toInt(&ok);
        return ok && text.size() == 4 && value >= 1000 && value <= 2200 ? value : 0;
    }

    /** A cheap look at the first word: most tokens begin no expression of time. */
    [[nodiscard]] bool opens(int at) const
    {
        const Token &first = token(at);
        return first.kind == Token::Kind::Number || is(at, WordClass::Month) || is(at, WordClass::Weekday) ||
               std::binary_search(m_openers.begin(), m_openers.end(), first.word);
    }

    bool read(TimeExpression &time)
    {
        return readWeekday(time) || readNumeric(time) || readDayMonth(time) || readMonthDay(time) ||
               readPartOfMonth(time) || readMonth(time) || readRelativeDay(time) || readRelativePeriod(time) ||
               readDayOfMonth(time) || readYear(time);
    }

    /** "Monday", "Monday night", "Thursday, October 31", "Last Thursday, October 31", "Wednesday to Thursday". */
    bool readWeekday(TimeExpression &time)
    {
        int at = m_at;
        Direction direction = Direction::Open;
        if (word(at, "last"_L1) || word(at, "next"_L1) || word(at, "this"_L1)) {
            direction = word(at, "last"_L1) ? Direction::Last : word(at, "next"_L1) ? Direction::Next : Direction::This;
            ++at;
        }
        const int number = weekday(at);
        if (number == 0)
            return false;
        ++at;
        int after = at;
        if (after < m_limit && token(after).isMark(u','))
            ++after;
        m_at = after;
        TimeExpression exact = time;
        if (readNumeric(exact) || readDayMonth(exact) || readMonthDay(exact)) {
            time = exact;
            time.weekday = number;
            return true;
        }
        time.kind = Kind::Weekday;
        time.direction = direction;
        time.weekday = time.lastWeekday = number;
        m_at = at;
        if ((word(at, "to"_L1) || word(at, "through"_L1) || word(at, "and"_L1)) && weekday(at + 1) > 0) {
            time.lastWeekday = weekday(at + 1);
            m_at = at + 2;
        }
        takeDayTime(time);
        return true;
    }

    void takeDayTime(TimeExpression &time)
    {
        for (const QLatin1String part : {"morning"_L1, "afternoon"_L1, "evening"_L1, "night"_L1, "noon"_L1}) {
            if (word(m_at, part)) {
                time.night = part == "night"_L1;
                ++m_at;
                return;
            }
        }
    }

    /** "07.03.2025", "03/11/2025", "2025-03-07", "31/10". */
    bool readNumeric(TimeExpression &time)
    {
        if (m_at >= m_limit || token(m_at).kind != Token::Kind::Number)
            return false;
        const QString text = m_text.text(token(m_at));
        const QStringList parts = text.split(text.contains(u'/') ? u'/' : u'.');
        if (parts.size() == 3 && parts[2].size() == 4) {
            const QDate dayFirst(parts[2].toInt(), parts[1].toInt(), parts[0].toInt());
            const QDate monthFirst(parts[2].toInt(), parts[0].toInt(), parts[1].toInt());
            time.date = FuzzyDate::day(dayFirst.isValid() ? dayFirst : monthFirst);
        } else if (parts.size() == 2 && text.contains(u'/') && parts[0].size() == 2 && parts[1].size() == 2) {
            time.kind = Kind::DayMonth;
            time.day = time.lastDay = parts[0].toInt();
            time.month = parts[1].toInt();
            if (time.month < 1 || time.month > 12 || time.day < 1 || time.day > 31)
                return false;
            ++m_at;
            return true;
        } else if (year(m_at) > 0 && m_at + 2 < m_limit && token(m_at + 1).has(Token::Glued) &&
                   token(m_at + 2).has(Token::Glued) && day(m_at + 1) > 0 && day(m_at + 2) > 0) {
            time.date = FuzzyDate::day(QDate(year(m_at), day(m_at + 1), day(m_at + 2)));
            m_at += 2;
        }
        if (!time.date.isKnown())
            return false;
        ++m_at;
        return true;
    }

    /** The last day of a range after `at`: "18-20", "17 and 18", "4 to 6"; else 0. Moves `at` behind it. */
    int rangeEnd(int *at) const
    {
        if (*at >= m_limit)
            return 0;
        const bool glued = token(*at).has(Token::Glued) && day(*at) > 0;
        const bool dash = token(*at).isMark(u'–') || token(*at).isMark(u'—');
        const bool joined = dash || word(*at, "and"_L1) || word(*at, "to"_L1) || word(*at, "through"_L1);
        const int next = glued ? *at : *at + 1;
        if ((!glued && !joined) || day(next) == 0)
            return 0;
        const int last = day(next);
        *at = next + 1;
        return last;
    }

    void finishDayMonth(TimeExpression &time, int at)
    {
        int next = at;
        if (next < m_limit && token(next).isMark(u',') && year(next + 1) > 0)
            ++next;
        const int told = year(next);
        m_at = at;
        if (told > 0) {
            m_at = next + 1;
            time.kind = Kind::Absolute;
            time.date = FuzzyDate::interval(QDate(told, time.month, time.day), QDate(told, time.month, time.lastDay));
            if (!time.date.isKnown())
                time.date = FuzzyDate::month(told, time.month);
            return;
        }
        time.kind = Kind::DayMonth;
        if (word(at, "last"_L1) && word(at + 1, "year"_L1)) {
            time.kind = Kind::DayMonth;
            time.direction = Direction::Last;
            m_at = at + 2;
        }
    }

    /** "3 April", "3 and 4 April 2025", "from 4 to 6 November", "the 12th of May". */
    bool readDayMonth(TimeExpression &time)
    {
        int at = m_at;
        const int first = day(at);
        if (first == 0)
            return false;
        ++at;
        int last = rangeEnd(&at);
        if (word(at, "of"_L1))
            ++at;
        const int which = month(at);
        if (which == 0)
            return false;
        time.day = first;
        time.lastDay = last > first ? last : first;
        time.month = which;
        finishDayMonth(time, at + 1);
        return true;
    }

    /** "April 3", "January 18-20, 2023", "Sept. 17". */
    bool readMonthDay(TimeExpression &time)
    {
        const int which = month(m_at);
        int at = m_at + 1;
        if (which == 0 || day(at) == 0)
            return false;
        time.month = which;
        time.day = day(at);
        ++at;
        const int last = rangeEnd(&at);
        time.lastDay = last > time.day ? last : time.day;
        finishDayMonth(time, at);
        return true;
    }

    /** "mid-November of last year", "late April", "the first week of July 2022". */
    bool readPartOfMonth(TimeExpression &time)
    {
        int at = m_at;
        Part part = Part::Whole;
        if (word(at, "early"_L1))
            part = Part::Early;
        else if (word(at, "mid"_L1) || word(at, "middle"_L1))
            part = Part::Middle;
        else if (word(at, "late"_L1))
            part = Part::Late;
        else if (word(at, "first"_L1) && word(at + 1, "week"_L1))
            part = Part::FirstWeek;
        if (part == Part::Whole)
            return false;
        at += part == Part::FirstWeek ? 2 : 1;
        if (word(at, "of"_L1) || word(at, "in"_L1))
            ++at;
        if (month(at) == 0)
            return false;
        m_at = at;
        if (!readMonth(time))
            return false;
        time.part = part;
        if (time.kind == Kind::Absolute)
            time.date = partOfMonth(time.date.earliest().year(), time.date.earliest().month(), part);
        return true;
    }

    /** "November", "last November", "September 2023", "August last year", "February of last year". */
    bool readMonth(TimeExpression &time)
    {
        int at = m_at;
        Direction direction = Direction::Open;
        if (word(at, "last"_L1) || word(at, "next"_L1) || word(at, "this"_L1)) {
            direction = word(at, "last"_L1) ? Direction::Last : word(at, "next"_L1) ? Direction::Next : Direction::This;
            ++at;
        }
        const int which = month(at);
        if (which == 0)
            return false;
        const bool may = word(at, "may"_L1) || word(at, "march"_L1);
        if (may && direction == Direction::Open && !precededByTimeWord(at) && year(at + 1) == 0)
            return false;
        time.month = which;
        time.direction = direction;
        ++at;
        int next = at;
        if (next < m_limit && (token(next).isMark(u',') || word(next, "of"_L1)))
            ++next;
        if (year(next) > 0) {
            time.date = FuzzyDate::month(year(next), which);
            m_at = next + 1;
            return true;
        }
        if ((word(next, "last"_L1) || word(next, "this"_L1) || word(next, "next"_L1)) && word(next + 1, "year"_L1)) {
            time.kind = Kind::MonthOfYear;
            time.shift = word(next, "last"_L1) ? -1 : word(next, "next"_L1) ? 1 : 0;
            m_at = next + 2;
            return true;
        }
        time.kind = Kind::Month;
        m_at = at;
        return true;
    }

    [[nodiscard]] bool precededByTimeWord(int at) const
    {
        return at > 0 && (is(at - 1, WordClass::Preposition) || word(at - 1, "early"_L1) || word(at - 1, "late"_L1));
    }

    bool readRelativeDay(TimeExpression &time)
    {
        struct Entry
        {
            QLatin1String first, second, third;
            Kind kind;
            int shift;
        };
        static const Entry table[] = {
            {"today"_L1, {}, {}, Kind::Day, 0},
            {"yesterday"_L1, {}, {}, Kind::Day, -1},
            {"tomorrow"_L1, {}, {}, Kind::Day, 1},
            {"tonight"_L1, {}, {}, Kind::Day, 0},
            {"this"_L1, "morning"_L1, {}, Kind::Day, 0},
            {"this"_L1, "afternoon"_L1, {}, Kind::Day, 0},
            {"this"_L1, "evening"_L1, {}, Kind::Day, 0},
            {"earlier"_L1, "today"_L1, {}, Kind::Day, 0},
            {"last"_L1, "night"_L1, {}, Kind::Day, -1},
            {"a"_L1, "day"_L1, "earlier"_L1, Kind::PreviousDay, -1},
            {"a"_L1, "day"_L1, "before"_L1, Kind::PreviousDay, -1},
            {"the"_L1, "day"_L1, "before"_L1, Kind::PreviousDay, -1},
            {"the"_L1, "previous"_L1, "day"_L1, Kind::PreviousDay, -1},
            {"the"_L1, "same"_L1, "day"_L1, Kind::SameDay, 0},
            {"that"_L1, "day"_L1, {}, Kind::SameDay, 0},
            {"that"_L1, "same"_L1, "month"_L1, Kind::SameDay, 0},
            {"in"_L1, "the"_L1, "morning"_L1, Kind::Day, 0},
            {"in"_L1, "the"_L1, "afternoon"_L1, Kind::Day, 0},
            {"in"_L1, "the"_L1, "evening"_L1, Kind::Day, 0},
            {"in"_L1, "the"_L1, "day"_L1, Kind::Day, 0},
        };
        for (const Entry &entry : table) {
            int at = m_at;
            if (!word(at++, entry.first) || (!entry.second.isEmpty() && !word(at++, entry.second)) ||
                (!entry.third.isEmpty() && !word(at++, entry.third)))
                continue;
            time.kind = entry.kind;
            time.shift = entry.shift;
            m_at = at;
            takeDayTime(time);
            return true;
        }
        return false;
    }

    /** "last week", "next month", "earlier this month", "last year", "over the weekend", "2016" is elsewhere. */
    bool readRelativePeriod(TimeExpression &time)
    {
        if (word(m_at, "over"_L1) && word(m_at + 1, "the"_L1) && word(m_at + 2, "weekend"_L1)) {
            time.kind = Kind::Weekend;
            m_at += 3;
            return true;
        }
        int at = m_at;
        int shift = 0;
        if (word(at, "last"_L1) || (word(at, "the"_L1) && word(at + 1, "previous"_L1)) || word(at, "previous"_L1))
            shift = -1;
        else if (word(at, "next"_L1) || word(at, "coming"_L1))
            shift = 1;
        else if (!word(at, "this"_L1))
            return false;
        at += word(at, "the"_L1) ? 2 : 1;
        if (word(at, "week"_L1))
            time.kind = Kind::Week;
        else if (word(at, "weekend"_L1))
            time.kind = Kind::Weekend;
        else if (word(at, "month"_L1))
            time.kind = Kind::MonthShift;
        else if (word(at, "year"_L1))
            time.kind = Kind::YearShift;
        else
            return false;
        time.shift = shift;
        m_at = at + 1;
        return true;
    }

    /** "the 11th", "the 12th of next month". */
    bool readDayOfMonth(TimeExpression &time)
    {
        if (!word(m_at, "the"_L1) || !isOrdinalDay(m_at + 1))
            return false;
        const int number = day(m_at + 1);
        const int after = m_at + 2;
        const bool next = word(after, "of"_L1) && word(after + 1, "next"_L1) && word(after + 2, "month"_L1);
        const bool preceded = m_at > 0 && (word(m_at - 1, "on"_L1) || word(m_at - 1, "by"_L1));
        if (!next && !preceded)
            return false;
        time.kind = next ? Kind::DayNextMonth : Kind::DayOfMonth;
        time.day = time.lastDay = number;
        m_at = next ? after + 3 : after;
        return true;
    }

    bool readYear(TimeExpression &time)
    {
        const int told = year(m_at);
        if (told < 1800 || m_at == 0 || token(m_at).has(Token::Glued))
            return false;
        if (!word(m_at - 1, "in"_L1) && !word(m_at - 1, "since"_L1) && !word(m_at - 1, "early"_L1) &&
            !word(m_at - 1, "late"_L1))
            return false;
        time.date = FuzzyDate::year(told);
        ++m_at;
        return true;
    }

    const TokenizedText &m_text;
    const Lexicon &m_lexicon;
    std::vector<WordId> m_openers; ///< sorted
    std::vector<TimeExpression> m_times;
    int m_at = 0;
    int m_limit = 0;
};

FuzzyDate dayMonth(const TimeExpression &time, QDate published, Tense tense)
{
    const auto in = [&time](int year) {
        return FuzzyDate::interval(QDate(year, time.month, time.day), QDate(year, time.month, time.lastDay));
    };
    const int year = published.year();
    if (time.direction == Direction::Last)
        return in(year - 1);
    FuzzyDate date = in(year);
    if (!date.isKnown())
        return date;
    if (tense == Tense::Past && date.earliest() > published.addDays(1))
        return in(year - 1);
    if (tense == Tense::Future && date.latest() < published.addDays(-1))
        return in(year + 1);
    return date;
}

FuzzyDate monthOf(const TimeExpression &time, QDate published, Tense tense)
{
    int year = published.year();
    const bool isThis = time.month == published.month();
    if (time.direction == Direction::Last) {
        year -= time.month >= published.month() ? 1 : 0;
    } else if (time.direction == Direction::Next) {
        year += time.month <= published.month() ? 1 : 0;
    } else if (tense == Tense::Past) {
        year -= time.month > published.month() ? 1 : 0;
    } else {
        year += time.month < published.month() && !isThis ? 1 : 0;
    }
    return partOfMonth(year, time.month, time.part);
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

FuzzyDate weekdays(const TimeExpression &time, QDate published, Tense tense)
{
    const QDate first = weekdayNear(time.weekday, time.direction, published, tense);
    if (time.lastWeekday == time.weekday)
        return FuzzyDate::day(first);
    const int length = (time.lastWeekday - time.weekday + 7) % 7;
    return FuzzyDate::interval(first, first.addDays(length));
}

} // namespace

std::vector<TimeExpression> findTimes(const TokenizedText &text, const Lexicon &lexicon)
{
    return TimeFinder(text, lexicon).run();
}

FuzzyDate partOfMonth(int year, int month, Part part)
{
    const QDate first(year, month, 1);
    switch (part) {
    case Part::Early:
        return FuzzyDate::interval(first, first.addDays(9));
    case Part::Middle:
        return FuzzyDate::interval(first.addDays(10), first.addDays(19));
    case Part::Late:
        return FuzzyDate::interval(first.addDays(20), QDate(year, month, first.daysInMonth()));
    case Part::FirstWeek:
        return FuzzyDate::interval(first, first.addDays(6));
    case Part::Whole:
        break;
    }
    return FuzzyDate::month(year, month);
}

FuzzyDate resolveTime(const TimeExpression &time, QDate published, Tense tense)
{
    if (time.kind == Kind::Absolute)
        return time.date;
    if (!published.isValid())
        return {};
    const QDate monday = published.addDays(1 - published.dayOfWeek()).addDays(7LL * time.shift);
    switch (time.kind) {
    case Kind::DayMonth:
        return dayMonth(time, published, tense);
    case Kind::DayOfMonth: {
        QDate date(published.year(), published.month(), std::min(time.day, published.daysInMonth()));
        if (tense == Tense::Past && date > published)
            date = date.addMonths(-1);
        return FuzzyDate::day(date);
    }
    case Kind::DayNextMonth: {
        const QDate next = published.addMonths(1);
        return FuzzyDate::day(QDate(next.year(), next.month(), time.day));
    }
    case Kind::Month:
        return monthOf(time, published, tense);
    case Kind::MonthOfYear:
        return partOfMonth(published.year() + time.shift, time.month, time.part);
    case Kind::Weekday:
        return weekdays(time, published, tense);
    case Kind::Day:
    case Kind::PreviousDay:
        return FuzzyDate::day(published.addDays(time.shift));
    case Kind::Week:
        return FuzzyDate::interval(monday, monday.addDays(6));
    case Kind::Weekend: {
        const QDate thisMonday = published.addDays(1 - published.dayOfWeek());
        const QDate saturday =
            tense == Tense::Past ? thisMonday.addDays(published.dayOfWeek() >= 6 ? 5 : -2) : thisMonday.addDays(5);
        return FuzzyDate::interval(saturday, saturday.addDays(1));
    }
    case Kind::MonthShift: {
        const QDate month = published.addMonths(time.shift);
        return FuzzyDate::month(month.year(), month.month());
    }
    case Kind::YearShift:
        return FuzzyDate::year(published.year() + time.shift);
    case Kind::SameDay:
    case Kind::Absolute:
        break;
    }
    return {};
}

} // namespace dragoman
