// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/timefinder.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dragoman {

using Kind = TimeExpression::Kind;
using Part = TimeExpression::Part;
using Direction = TimeExpression::Direction;
using Unit = TimeExpression::Unit;

TimeFinder::TimeFinder(const TokenizedText &text, const Lexicon &lexicon)
    : m_text(text), m_lexicon(lexicon), m_words(text, lexicon), m_numeric(text, m_words)
{
    for (const QLatin1String opener : {"the"_L1, "a"_L1, "an"_L1, "in"_L1}) {
        if (const WordId word = lexicon.word(opener); word != 0)
            m_small.push_back(word);
    }
}

std::vector<TimeExpression> TimeFinder::run()
{
    for (size_t s = 0; s < m_text.sentences.size(); ++s) {
        m_words.setLimit(m_text.sentences[s].end);
        int at = m_text.sentences[s].begin;
        while (at < m_words.limit()) {
            if (!opens(at)) {
                ++at;
                continue;
            }
            TimeExpression time;
            time.begin = m_at = at;
            time.sentence = static_cast<int>(s);
            time.paragraph = m_text.sentences[s].paragraph;
            if (!read(time) || m_at <= at) {
                ++at;
                continue;
            }
            time.end = at = m_at;
            finish(time);
        }
    }
    return std::move(m_times);
}

void TimeFinder::finish(TimeExpression &time)
{
    const int before = time.begin - 1;
    const bool about = m_words.word(before, "about"_L1) && m_words.is(before - 1, WordClass::Preposition);
    if (m_words.is(before, TimeWord::Around) || about)
        time.approximate = true;
    if (time.approximate)
        time.date = time.date.approximated();
    time.aside = isAside(time);
    m_times.push_back(time);
}

/** Whether ", who" or ", which" opens the clause that the expression stands in. */
bool TimeFinder::isAside(const TimeExpression &time) const
{
    const int first = m_text.sentences[static_cast<size_t>(time.sentence)].begin;
    for (int i = time.begin - 1; i > first; --i) {
        if (m_words.mark(i, u',') || m_words.mark(i, u';'))
            return false;
        if (m_words.is(i, WordClass::Relative))
            return m_words.mark(i - 1, u',');
    }
    return false;
}

/** A cheap look at the first two words: most tokens begin no expression of time. */
bool TimeFinder::opens(int at) const
{
    const Token &first = m_words.token(at);
    if (first.kind == Token::Kind::Number)
        return true;
    if (!first.isWord() || first.word == 0)
        return false;
    if (std::find(m_small.begin(), m_small.end(), first.word) != m_small.end())
        return at + 1 < m_words.limit() &&
               (m_words.isNumber(at + 1) || m_lexicon.openers.time.contains(m_words.token(at + 1).word) ||
                std::find(m_small.begin(), m_small.end(), m_words.token(at + 1).word) != m_small.end());
    return m_lexicon.openers.time.contains(first.word);
}

bool TimeFinder::read(TimeExpression &time)
{
    using Reader = bool (TimeFinder::*)(TimeExpression &);
    static constexpr Reader readers[] = {
        &TimeFinder::readPhrase,   &TimeFinder::readWeekday,    &TimeFinder::readNumeric, &TimeFinder::readDayMonth,
        &TimeFinder::readMonthDay, &TimeFinder::readPart,       &TimeFinder::readSeason,  &TimeFinder::readMonth,
        &TimeFinder::readCount,    &TimeFinder::readDayOfMonth, &TimeFinder::readPeriod,  &TimeFinder::readYear};
    const int at = m_at;
    for (const Reader reader : readers) {
        TimeExpression candidate = time;
        m_at = at;
        if ((this->*reader)(candidate)) {
            time = candidate;
            return true;
        }
    }
    return false;
}

/** "yesterday", "the same day", "in the morning": the phrases of timephrases.tsv, the longest that fits. */
bool TimeFinder::readPhrase(TimeExpression &time)
{
    quint32 node = 0;
    const TimePhrase *best = nullptr;
    int end = m_at;
    for (int at = m_at; at < m_words.limit() && m_words.token(at).word != 0; ++at) {
        node = m_lexicon.timeTrie.step(node, m_words.token(at).word);
        if (node == 0)
            break;
        if (const auto &entries = m_lexicon.timeTrie.entries(node); !entries.empty()) {
            best = &m_lexicon.timePhrases[entries.back()];
            end = at + 1;
        }
    }
    if (!best || (best->anchor == TimePhrase::Anchor::Before && !standsAlone(end)))
        return false;
    using Anchor = TimePhrase::Anchor;
    time.kind = best->anchor == Anchor::Published ? Kind::Shift
                : best->anchor == Anchor::None    ? Kind::Vague
                                                  : Kind::Anchored;
    time.orReference = best->anchor != Anchor::Told;
    time.unit = static_cast<Unit>(best->unit);
    time.shift = best->shift;
    m_at = end;
    takeDayPart();
    return true;
}

/** Whether nothing follows that "the day before" could belong to. */
bool TimeFinder::standsAlone(int at) const
{
    return at >= m_words.limit() || m_words.token(at).kind == Token::Kind::Punctuation ||
           (m_words.is(at, WordClass::Preposition) && !m_words.word(at, "of"_L1)) ||
           m_words.is(at, WordClass::Conjunction);
}

void TimeFinder::takeDayPart()
{
    if (m_words.is(m_at, TimeWord::DayPart))
        ++m_at;
}

/** "Monday", "last Friday night", "Tuesday to Thursday", "Monday, May 12", "Tuesday next week", "Monday the 12th". */
bool TimeFinder::readWeekday(TimeExpression &time)
{
    time.direction = takeDirection();
    const int number = m_words.weekday(m_at);
    if (number == 0 || isAnyWeekday(m_at))
        return false;
    int last = number;
    int at = m_at + 1;
    if ((m_words.joins(at) && m_words.weekday(at + 1) > 0) || (m_words.glued(at) && m_words.weekday(at) > 0)) {
        at += m_words.glued(at) ? 0 : 1;
        last = m_words.weekday(at);
        ++at;
    }
    if (readWeekdaysWithDays(time))
        return true;
    m_at = at;
    if (readDateBeside(time)) {
        time.weekday = number;
        if (time.exchanged.isKnown())
            chooseByWeekday(time);
        takeLastDate(time);
        return true;
    }
    time.kind = Kind::Weekday;
    time.weekday = number;
    time.lastWeekday = last;
    m_at = at;
    takeDayPart();
    takeWeek(time);
    return true;
}

/** "Monday, 1 May to Wednesday, 3 May": the date that ends it. */
void TimeFinder::takeLastDate(TimeExpression &time)
{
    static constexpr qint64 longest = 60; // days
    const int at = m_at;
    if (!m_words.joins(at) || m_words.word(at, "and"_L1) || m_words.weekday(at + 1) == 0)
        return;
    TimeExpression last = time;
    m_at = at + 2;
    if (!readDateBeside(last) || last.exchanged.isKnown() || time.exchanged.isKnown()) {
        m_at = at;
        return;
    }
    if (time.kind == Kind::DayMonth && last.kind == Kind::Absolute) {
        const QDate end = last.date.latest();
        time.kind = Kind::Absolute;
        time.date = FuzzyDate::day(QDate(time.month > end.month() ? end.year() - 1 : end.year(), time.month, time.day));
    }
    if (time.kind == Kind::DayMonth && last.kind == Kind::DayMonth) {
        time.lastDay = last.lastDay;
        time.lastMonth = last.lastMonth;
    } else if (time.kind == Kind::Absolute && last.kind == Kind::Absolute && time.date.isKnown() &&
               time.date.earliest() < last.date.latest() && time.date.earliest().daysTo(last.date.latest()) < longest) {
        time.date = FuzzyDate::interval(time.date.earliest(), last.date.latest());
    }
}

/** "Saturday 21 and Sunday 22 June". */
bool TimeFinder::readWeekdaysWithDays(TimeExpression &time)
{
    const int at = time.begin;
    const int first = m_words.day(at + 1);
    if (first == 0 || !m_words.joins(at + 2) || m_words.weekday(at + 3) == 0)
        return false;
    m_at = at + 4;
    TimeExpression second = time;
    if (!readDayMonth(second) && (m_at = at + 4, !readMonthDay(second)))
        return false;
    second.day = first;
    if (second.kind == Kind::Absolute) {
        const QDate last = second.date.latest();
        const QDate from(last.year(), last.month(), first);
        second.date = FuzzyDate::interval(from, last);
    }
    second.direction = Direction::Open;
    time = second;
    return second.kind != Kind::Absolute || second.date.isKnown();
}

/** "a Monday", "every Monday": not one day. */
bool TimeFinder::isAnyWeekday(int at) const
{
    return m_words.word(at - 1, "every"_L1) || m_words.word(at - 1, "each"_L1) ||
           ((m_words.word(at - 1, "a"_L1) || m_words.word(at - 1, "any"_L1)) && standsAlone(at + 1));
}

/** "last", "next", "this coming", "this past" before a weekday or a month. */
Direction TimeFinder::takeDirection()
{
    Direction direction = Direction::Open;
    for (int words = 0; words < 2; ++words) {
        const auto step = m_words.step(m_at);
        if (!step)
            break;
        direction = *step < 0 ? Direction::Last : *step > 0 ? Direction::Next : Direction::This;
        ++m_at;
    }
    return direction;
}

/** The date behind a weekday: ", May 12", " 12 May", " (12 May)", " the 12th". */
bool TimeFinder::readDateBeside(TimeExpression &time)
{
    const bool bracket = m_words.mark(m_at, u'(');
    if (bracket || m_words.mark(m_at, u','))
        ++m_at;
    const int at = m_at;
    TimeExpression exact = time;
    exact.direction = Direction::Open;
    const bool the = m_words.word(at, "the"_L1);
    bool found = readNumeric(exact);
    if (!found) {
        m_at = at;
        found = readDayMonth(exact);
    }
    if (!found) {
        m_at = at;
        found = readMonthDay(exact);
    }
    int after = at + 1;
    if (!found && the && m_words.ordinalDay(&after) > 0 && standsAlone(after)) {
        exact.kind = Kind::DayOfMonth;
        exact.day = exact.lastDay = m_words.day(at + 1) > 0 ? m_words.day(at + 1) : 0;
        m_at = after;
        found = exact.day > 0;
    }
    if (!found || (bracket && !m_words.mark(m_at, u')')))
        return false;
    m_at += bracket ? 1 : 0;
    time = exact;
    return true;
}

/** Of the two readings of a numeric date the one that falls on the weekday beside it, if only one does. */
void TimeFinder::chooseByWeekday(TimeExpression &time)
{
    const bool fits = time.date.earliest().dayOfWeek() == time.weekday;
    const bool exchangedFits = time.exchanged.earliest().dayOfWeek() == time.weekday;
    if (fits == exchangedFits)
        return;
    time.date = fits ? time.date : time.exchanged;
    time.exchanged = {};
}

/** "Tuesday next week", "Friday of last week". */
void TimeFinder::takeWeek(TimeExpression &time)
{
    int at = m_words.word(m_at, "of"_L1) ? m_at + 1 : m_at;
    const auto step = m_words.step(at);
    if (step && m_words.code(at + 1, TimeWord::Unit) == unitWeek) {
        time.direction = Direction::Shifted;
        time.shift = *step;
        m_at = at + 2;
    } else if (m_words.word(m_at, "last"_L1) && standsAlone(m_at + 1)) {
        time.direction = Direction::Last;
        ++m_at;
    }
}

/** "07.03.2025", "2025-03-07", "31/10". */
bool TimeFinder::readNumeric(TimeExpression &time)
{
    const int end = m_numeric.read(m_at, time);
    if (end == 0)
        return false;
    m_at = end;
    return true;
}

/** The day that ends a range, "-20", "and 18", "to 6"; 0 if there is none. Moves `at` behind it. */
int TimeFinder::rangeEnd(int *at) const
{
    int next = *at;
    if (!m_words.glued(next)) {
        if (!m_words.joins(next))
            return 0;
        ++next;
    }
    next += m_words.word(next, "the"_L1) ? 1 : 0;
    const int last = m_words.day(next);
    if (last > 0)
        *at = next + 1;
    return last;
}

/** The year behind a day and month, or how far the year told lies away ("last year"), or nothing. */
void TimeFinder::takeYear(TimeExpression &time, int at)
{
    int next = at;
    if ((m_words.mark(next, u',') || m_words.word(next, "of"_L1) || m_words.mark(next, u'.')) &&
        m_words.year(next + 1) > 0)
        ++next;
    m_at = at;
    if (const int told = m_words.year(next); told > 0) {
        m_at = next + 1;
        time.kind = Kind::Absolute;
        const int first = time.lastMonth < time.month ? told - 1 : told;
        time.date = FuzzyDate::interval(QDate(first, time.month, time.day), QDate(told, time.lastMonth, time.lastDay));
        if (!time.date.isKnown())
            time.date = FuzzyDate::month(told, time.month);
        return;
    }
    time.kind = Kind::DayMonth;
    takeYearStep(time, at);
}

/** "last year", "of next year", "of that year". */
void TimeFinder::takeYearStep(TimeExpression &time, int at)
{
    if (m_words.word(at, "of"_L1))
        ++at;
    const int same = m_words.word(at + 1, "same"_L1) ? at + 2 : at + 1;
    const bool that = m_words.word(at, "that"_L1) || (m_words.word(at, "the"_L1) && same == at + 2);
    if (that && m_words.code(same, TimeWord::Unit) == unitYear) {
        time.direction = Direction::Told;
        m_at = same + 1;
        return;
    }
    const auto step = m_words.step(at);
    if (!step || m_words.code(at + 1, TimeWord::Unit) != unitYear)
        return;
    time.direction = Direction::Shifted;
    time.shift = *step;
    m_at = at + 2;
}

/** "3 April", "3 and 4 April 2025", "from 4 to 6 November", "the 12th of May", "28 September to 2 October". */
bool TimeFinder::readDayMonth(TimeExpression &time)
{
    int at = m_words.word(m_at, "the"_L1) ? m_at + 1 : m_at;
    int first = m_words.day(at);
    if (first > 0)
        ++at;
    else if (at == m_at || (first = m_words.ordinalDay(&at)) == 0)
        return false;
    const int last = rangeEnd(&at);
    at += m_words.word(at, "of"_L1) ? 1 : 0;
    at += m_words.mark(at, u'.') && m_words.month(at + 1) > 0 ? 1 : 0;
    const int which = m_words.month(at);
    if (which == 0)
        return false;
    time.day = first;
    time.lastDay = last > first ? last : first;
    time.month = time.lastMonth = which;
    ++at;
    if (last == 0 && readSecondDayMonth(time, at))
        return true;
    takeYear(time, at);
    return true;
}

/** The second half of "28 September to 2 October". */
bool TimeFinder::readSecondDayMonth(TimeExpression &time, int at)
{
    const int told = m_words.year(at);
    int next = told > 0 ? at + 1 : at;
    if (!m_words.joins(next))
        return false;
    next += m_words.word(next + 1, "the"_L1) ? 2 : 1;
    const bool dayFirst = m_words.day(next) > 0 && m_words.month(next + 1) > 0;
    const bool monthFirst = m_words.month(next) > 0 && m_words.day(next + 1) > 0;
    return (dayFirst || monthFirst) &&
           finishRange(time, dayFirst ? m_words.day(next) : m_words.day(next + 1),
                       dayFirst ? m_words.month(next + 1) : m_words.month(next), told, next + 2);
}

/** Sets the end of a range over two months, and its years. "4 May and 8 June" are two days, not all between. */
bool TimeFinder::finishRange(TimeExpression &time, int day, int month, int told, int at)
{
    for (int i = time.begin; i < at; ++i) {
        if (m_words.word(i, "and"_L1) || m_words.word(i, "or"_L1))
            return false;
    }
    time.lastDay = day;
    time.lastMonth = month;
    takeYear(time, at);
    if (told > 0 && time.kind == Kind::Absolute) {
        const FuzzyDate whole = FuzzyDate::interval(QDate(told, time.month, time.day), time.date.latest());
        time.date = whole.isKnown() ? whole : time.date;
    }
    return true;
}

/** "April 3", "January 18-20, 2023", "Sept. 17", "May the 12th", "October 30-November 1". */
bool TimeFinder::readMonthDay(TimeExpression &time)
{
    const int which = m_words.month(m_at);
    int at = m_at + 1;
    if (which == 0)
        return false;
    at += m_words.word(at, "the"_L1) || m_words.mark(at, u'.') ? 1 : 0;
    time.day = m_words.day(at);
    // "May 12 percent": the verb; "in May 30 ministers": a number of things.
    if (time.day == 0 || m_words.word(at + 1, "percent"_L1) || m_words.mark(at + 1, u'%'))
        return false;
    time.month = time.lastMonth = which;
    time.lastDay = time.day;
    ++at;
    if (readSecondMonthDay(time, at))
        return true;
    if (const int last = rangeEnd(&at); last > time.day)
        time.lastDay = last;
    takeYear(time, at);
    return true;
}

/** The second half of "October 30-November 1", "October 30, 2024 to January 2, 2025". */
bool TimeFinder::readSecondMonthDay(TimeExpression &time, int at)
{
    int next = at;
    if (m_words.glued(next) && m_words.month(next) > 0 && m_words.day(next + 1) > 0)
        return finishRange(time, m_words.day(next + 1), m_words.month(next), 0, next + 2);
    if (m_words.mark(next, u',') && m_words.year(next + 1) > 0)
        ++next;
    const int told = m_words.year(next);
    next += told > 0 ? 1 : 0;
    if (m_words.mark(next, u',') && m_words.joins(next + 1))
        ++next;
    if (!m_words.joins(next) || m_words.month(next + 1) == 0 || m_words.day(next + 2) == 0)
        return false;
    return finishRange(time, m_words.day(next + 2), m_words.month(next + 1), told, next + 3);
}

std::vector<TimeExpression> findTimes(const TokenizedText &text, const Lexicon &lexicon)
{
    return TimeFinder(text, lexicon).run();
}

} // namespace dragoman
