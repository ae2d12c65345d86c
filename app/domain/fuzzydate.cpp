// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/fuzzydate.h"

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

std::optional<int> number(QStringView text)
{
    for (const QChar c : text) {
        if (c < u'0' || c > u'9')
            return std::nullopt;
    }
    return text.toInt();
}

constexpr int latestYear = 9999;

bool isOfAYear(QDate date)
{
    return date.isValid() && date.year() >= 1 && date.year() <= latestYear;
}

/** As QDate::toString() writes it, which takes as long as reading a sentence. */
QString isoDate(QDate date)
{
    QString text(10, u'-');
    const auto write = [&text](int value, qsizetype first, qsizetype last) {
        for (qsizetype i = last; i >= first; --i, value /= 10)
            text[i] = QChar(u'0' + value % 10);
    };
    write(date.year(), 0, 3);
    write(date.month(), 5, 6);
    write(date.day(), 8, 9);
    return text;
}

std::optional<FuzzyDate> singleFromEdtf(QStringView text)
{
    if (text.size() != 4 && text.size() != 7 && text.size() != 10)
        return std::nullopt;
    const auto year = number(text.left(4));
    if (!year || *year < 1)
        return std::nullopt;
    if (text.size() == 4)
        return FuzzyDate::year(*year);
    const auto month = number(text.mid(5, 2));
    if (text.at(4) != u'-' || !month || *month < 1 || *month > 12)
        return std::nullopt;
    if (text.size() == 7)
        return FuzzyDate::month(*year, *month);
    const auto day = number(text.mid(8, 2));
    if (text.at(7) != u'-' || !day)
        return std::nullopt;
    const QDate date(*year, *month, *day);
    return date.isValid() ? std::optional(FuzzyDate::day(date)) : std::nullopt;
}

} // namespace

FuzzyDate FuzzyDate::day(QDate date)
{
    FuzzyDate result;
    if (!isOfAYear(date))
        return result;
    result.m_first = result.m_last = date;
    result.m_precision = Precision::Day;
    return result;
}

FuzzyDate FuzzyDate::month(int year, int month)
{
    FuzzyDate result;
    const QDate first(year, month, 1);
    if (!isOfAYear(first))
        return result;
    result.m_first = first;
    result.m_last = QDate(year, month, first.daysInMonth());
    result.m_precision = Precision::Month;
    return result;
}

FuzzyDate FuzzyDate::year(int year)
{
    FuzzyDate result;
    const QDate first(year, 1, 1);
    if (!isOfAYear(first))
        return result;
    result.m_first = first;
    result.m_last = QDate(year, 12, 31);
    result.m_precision = Precision::Year;
    return result;
}

FuzzyDate FuzzyDate::interval(QDate from, QDate to)
{
    if (!isOfAYear(from) || !isOfAYear(to) || to < from)
        return {};
    FuzzyDate result = day(from);
    result.m_last = to;
    result.m_interval = from != to;
    return result;
}

std::optional<FuzzyDate> FuzzyDate::fromEdtf(const QString &text)
{
    if (text.isEmpty())
        return FuzzyDate();
    QStringView rest(text);
    const bool approximate = rest.endsWith(u'~') || rest.endsWith(u'%');
    const bool uncertain = rest.endsWith(u'?') || rest.endsWith(u'%');
    if (approximate || uncertain)
        rest.chop(1);
    const qsizetype slash = rest.indexOf(u'/');
    std::optional<FuzzyDate> result;
    if (slash < 0) {
        result = singleFromEdtf(rest);
    } else {
        QStringView left = rest.left(slash);
        if (left.endsWith(u'~') || left.endsWith(u'?') || left.endsWith(u'%'))
            left.chop(1);
        const auto from = singleFromEdtf(left);
        const auto to = singleFromEdtf(rest.mid(slash + 1));
        if (!from || !to || to->latest() < from->earliest())
            return std::nullopt;
        result = interval(from->earliest(), to->latest());
    }
    if (result) {
        result->m_approximate = approximate;
        result->m_uncertain = uncertain;
    }
    return result;
}

QString FuzzyDate::toEdtf() const
{
    if (!isKnown())
        return {};
    QString text;
    if (m_interval)
        text = isoDate(m_first) + u'/' + isoDate(m_last);
    else if (m_precision == Precision::Year)
        text = isoDate(m_first).left(4);
    else if (m_precision == Precision::Month)
        text = isoDate(m_first).left(7);
    else
        text = isoDate(m_first);
    if (m_approximate || m_uncertain)
        text += !m_uncertain ? u'~' : !m_approximate ? u'?' : u'%';
    return text;
}

bool FuzzyDate::overlaps(const FuzzyDate &other) const
{
    return isKnown() && other.isKnown() && m_first <= other.m_last && other.m_first <= m_last;
}

FuzzyDate FuzzyDate::approximated() const
{
    FuzzyDate result = *this;
    result.m_approximate = isKnown();
    return result;
}

FuzzyDate FuzzyDate::doubted() const
{
    FuzzyDate result = *this;
    result.m_uncertain = isKnown();
    return result;
}

} // namespace dragoman
