// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/numericdates.h"

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

constexpr qsizetype shortestFigures = 8; ///< "1.1.2025"
constexpr qsizetype longestFigures = 10; ///< "31.12.2025"

/** A small number of decimal digits; -1 if the text is anything else. */
int numberOf(QStringView text)
{
    if (text.isEmpty() || text.size() > 4)
        return -1;
    int value = 0;
    for (const QChar c : text) {
        if (c < u'0' || c > u'9')
            return -1;
        value = value * 10 + (c.unicode() - u'0');
    }
    return value;
}

bool isYear(QStringView text)
{
    const int value = numberOf(text);
    return text.size() == 4 && value >= 1000 && value <= 2200;
}

} // namespace

NumericDates::Figures NumericDates::figures(int at, int limit) const
{
    if (at >= limit || m_text.tokens[static_cast<size_t>(at)].kind != Token::Kind::Number)
        return {};
    const Figures single = joined(at);
    return single.end > 0 ? single : apart(at, limit);
}

/** All in one token: "07.03.2025", "3/11/2025", "2025/03/07". */
NumericDates::Figures NumericDates::joined(int at) const
{
    const Token &token = m_text.tokens[static_cast<size_t>(at)];
    if (token.span.length() < shortestFigures || token.span.length() > longestFigures)
        return {};
    const QString text = m_text.text(token);
    const bool dots = text.contains(u'.');
    const QStringList parts = text.split(dots ? u'.' : u'/');
    if (parts.size() != 3)
        return {};
    const bool yearFirst = isYear(parts[0]);
    if (!yearFirst && !isYear(parts[2]))
        return {};
    return {numberOf(parts[0]), numberOf(parts[1]), numberOf(parts[2]), dots, yearFirst, at + 1};
}

/** Joined by hyphens, which part tokens: "2025-03-07", "07-03-2025". */
NumericDates::Figures NumericDates::apart(int at, int limit) const
{
    if (at + 2 >= limit)
        return {};
    QString parts[3];
    for (int i = 0; i < 3; ++i) {
        const Token &token = m_text.tokens[static_cast<size_t>(at + i)];
        const bool glued = token.has(Token::Glued);
        if (token.kind != Token::Kind::Number || token.span.length() > 4 || glued != (i > 0))
            return {};
        parts[i] = m_text.text(token);
    }
    const bool yearFirst = isYear(parts[0]);
    if (!yearFirst && !isYear(parts[2]))
        return {};
    return {numberOf(parts[0]), numberOf(parts[1]), numberOf(parts[2]), false, yearFirst, at + 3};
}

int NumericDates::read(int at, TimeExpression &time)
{
    const Figures found = figures(at, m_words.limit());
    if (found.end == 0)
        return readDayMonth(at, time);
    setDate(found, time);
    return time.date.isKnown() ? found.end : 0;
}

void NumericDates::setDate(const Figures &figures, TimeExpression &time)
{
    if (figures.yearFirst) {
        time.date = FuzzyDate::day(QDate(figures.first, figures.second, figures.third));
        return;
    }
    const FuzzyDate dayFirst = FuzzyDate::day(QDate(figures.third, figures.second, figures.first));
    const FuzzyDate monthFirst = FuzzyDate::day(QDate(figures.third, figures.first, figures.second));
    if (!dayFirst.isKnown() || !monthFirst.isKnown() || dayFirst == monthFirst || figures.dots) {
        time.date = dayFirst.isKnown() ? dayFirst : monthFirst;
        return;
    }
    const Order known = order();
    time.date = known == Order::MonthFirst ? monthFirst : dayFirst;
    if (known == Order::Unknown)
        time.exchanged = monthFirst;
}

/** What the dates of the text that can be read in one way only tell of the others. */
NumericDates::Order NumericDates::order()
{
    if (m_order != Order::Unasked)
        return m_order;
    int dayFirst = 0;
    int monthFirst = 0;
    const int limit = static_cast<int>(m_text.tokens.size());
    for (int at = 0; at < limit; ++at) {
        const Figures found = figures(at, limit);
        if (found.end == 0 || found.yearFirst || found.dots)
            continue;
        dayFirst += found.first > 12 && found.first <= 31 && found.second <= 12 ? 1 : 0;
        monthFirst += found.second > 12 && found.second <= 31 && found.first <= 12 ? 1 : 0;
    }
    m_order = (dayFirst > 0) == (monthFirst > 0) ? Order::Unknown : dayFirst > 0 ? Order::DayFirst : Order::MonthFirst;
    return m_order;
}

/** "on 31/10": without a year only after a word that a date follows, and of an order that can be told. */
int NumericDates::readDayMonth(int at, TimeExpression &time)
{
    if (!m_words.isNumber(at) || m_words.token(at).span.length() > 5 || !m_words.text(at).contains(u'/'))
        return 0;
    const QStringList parts = m_words.text(at).split(u'/');
    const bool dated = m_words.word(at - 1, "on"_L1) || m_words.word(at - 1, "since"_L1) ||
                       m_words.word(at - 1, "until"_L1) || m_words.is(at - 1, WordClass::Weekday) ||
                       (m_words.mark(at - 1, u',') && m_words.is(at - 2, WordClass::Weekday));
    if (parts.size() != 2 || !dated)
        return 0;
    const int first = numberOf(parts[0]);
    const int second = numberOf(parts[1]);
    const bool monthFirst = second > 12 || (first <= 12 && order() == Order::MonthFirst);
    time.inFigures = first <= 12 && second <= 12 && first != second && order() == Order::Unknown;
    time.day = time.lastDay = monthFirst ? second : first;
    time.month = time.lastMonth = monthFirst ? first : second;
    time.kind = TimeExpression::Kind::DayMonth;
    const bool possible = time.day >= 1 && time.day <= 31 && time.month >= 1 && time.month <= 12;
    return possible ? at + 1 : 0;
}

} // namespace dragoman
