// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/publication.h"

#include <QLocale>

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

using Kind = TimeExpression::Kind;

constexpr int near_ = 60; ///< days: news seldom goes back further without naming the year
constexpr int far_ = 110;
constexpr int leadSentences = 3; ///< in these a weekday is that of the news

/** How well an expression fits an article of that day: 3 for a weekday and date that agree, -3 where they do not. */
int weigh(const TimeExpression &time, QDate published)
{
    if (time.kind == Kind::DayMonth) {
        // The weekday beside it is to judge the year, not to choose it.
        TimeExpression plain = time;
        plain.weekday = 0;
        const FuzzyDate past = resolveTime(plain, published, Tense::Past);
        const FuzzyDate future = resolveTime(plain, published, Tense::Future);
        const FuzzyDate &date =
            std::abs(past.earliest().daysTo(published)) <= std::abs(future.earliest().daysTo(published)) ? past
                                                                                                         : future;
        if (!date.isKnown())
            return 0;
        if (time.weekday > 0)
            return date.earliest().dayOfWeek() == time.weekday ? 3 : -3;
        const qint64 distance = std::abs(date.earliest().daysTo(published));
        return distance <= near_ ? 1 : distance > far_ ? -1 : 0;
    }
    if (time.kind == Kind::Month && time.direction == TimeExpression::Direction::Open && time.month == time.lastMonth) {
        const FuzzyDate date = resolveTime(time, published, Tense::Past);
        const qint64 distance = date.latest().daysTo(published);
        return distance <= near_ ? 1 : distance > far_ ? -1 : 0;
    }
    if (time.kind == Kind::Weekday && time.sentence < leadSentences &&
        time.direction == TimeExpression::Direction::Open) {
        const qint64 ago = resolveTime(time, published, Tense::Past).latest().daysTo(published);
        return ago <= 1 ? 1 : 0;
    }
    return 0;
}

int weighAll(const Analysis &analysis, QDate published)
{
    int sum = 0;
    for (const TimeExpression &time : analysis.times)
        sum += weigh(time, published);
    return sum;
}

} // namespace

Correction correctPublication(const Article &article, const Analysis &analysis)
{
    const QDate printed = article.published;
    if (!printed.isValid() || printed.day() > 12 || printed.day() == printed.month())
        return {};
    const QDate exchanged(printed.year(), printed.day(), printed.month());
    const int forPrinted = weighAll(analysis, printed);
    const int forExchanged = weighAll(analysis, exchanged);
    if (forExchanged < 3 || forPrinted > 0 || forExchanged - forPrinted < 4)
        return {};
    return {exchanged, u"The weekdays and dates in the text fit %1, not %2: day and month seem to be exchanged."_s.arg(
                           exchanged.toString(Qt::ISODate), printed.toString(Qt::ISODate))};
}

} // namespace dragoman
