// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/datescan.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

constexpr int earliestYear = 1800;
constexpr int latestYear = 2200;

/** The words as one alternative, longest first so that "Sept" is not read as "Sep". */
QString anyOf(QStringList words)
{
    std::sort(words.begin(), words.end(),
              [](const QString &a, const QString &b) { return a.size() != b.size() ? a.size() > b.size() : a < b; });
    for (QString &word : words)
        word = QRegularExpression::escape(word).replace(u"\\'"_s, u"['’‘`]"_s).replace(u"\\ "_s, u"\\s+"_s);
    return u"(?:"_s + words.join(u'|') + u")"_s;
}

QRegularExpression compiled(QString pattern, const QString &weekday, const QString &month)
{
    pattern.replace(u"WEEKDAY"_s, u"(?:(?<w>"_s + weekday + u")\\b[.,،]?\\s+(?:the\\s+)?)?"_s);
    pattern.replace(u"AFTER"_s, u"(?:[,،]?\\s*\\(?(?<v>"_s + weekday + u")\\b\\)?)?"_s);
    pattern.replace(u"MONTH"_s, u"(?<m>"_s + month + u")\\b"_s);
    return QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption |
                                           QRegularExpression::UseUnicodePropertiesOption);
}

bool isYear(int year)
{
    return year >= earliestYear && year <= latestYear;
}

TextSpan spanOf(const QRegularExpressionMatch &match)
{
    return {match.capturedStart(), match.capturedEnd()};
}

} // namespace

DateScanner::DateScanner(const HeadTables &tables) : m_tables(tables)
{
    const QString weekday = anyOf(tables.weekdays().keys());
    const QString month = anyOf(tables.months().keys());
    m_dayMonth = compiled(u"(?<![\\p{L}\\d])WEEKDAY(?:(?<![\\d.:/-])\\d{1,2}\\s?[-–]\\s?|(?<!\\d[.:/-]))(?<d>\\d{1,2})"
                          "(?:st|nd|rd|th)?(?:\\s+of)?[\\s.-]*MONTH\\.?"
                          "(?:[,\\s-]*(?<y>[12]\\d{3})\\b(?!:\\d))?AFTER"_s,
                          weekday, month);
    m_monthDay = compiled(
        u"(?<![\\p{L}\\d])WEEKDAYMONTH\\.?,?\\s*(?:\\d{1,2}\\s?[-–]\\s?)?(?<d>\\d{1,2})(?:st|nd|rd|th)?\\b(?![:\\d])"
        "(?:\\s*,?\\s*(?<y>[12]\\d{3})\\b(?!:\\d))?AFTER"_s,
        weekday, month);
    m_yearFirst =
        compiled(u"(?<![\\p{L}\\d])WEEKDAY(?<y>(?:1[89]|20)\\d\\d)(?<s>[-/.])(?<m>\\d{1,2})\\k<s>(?<d>\\d{1,2})"
                 "(?!\\d)AFTER"_s,
                 weekday, month);
    m_numeric = compiled(u"(?<![\\p{L}\\d])WEEKDAY(?<a>\\d{1,2})(?<s>[./"
                         u"-])(?:(?<=\\.)\\s)?(?<b>\\d{1,2})\\k<s>(?:(?<=\\.)\\s)?(?<y>(?:1[89]|20)\\d\\d)"
                         "(?!\\d)AFTER"_s,
                         weekday, month);
    const QString zone = anyOf(tables.zones());
    m_time = QRegularExpression(
        u"(?<![\\p{L}\\d])T?(?:\\d{1,2}[:.]\\d{2}(?::\\d{2})?(?:\\.\\d+)?\\s*(?:[ap]\\.?m\\b\\.?)?|"
        "\\d{1,2}\\s*[ap]\\.?m\\b\\.?|\\d{4}(?=\\s*(?:hrs|hours|"_s +
            zone + u")\\b))\\s*\\(?(?:"_s + zone + u"\\b)?(?:\\s*[+−-]\\s*\\d{1,2}(?::?\\d{2})?)?\\)?"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    m_weekday =
        QRegularExpression(u"(?<![\\p{L}\\d])"_s + weekday + u"\\b\\.?"_s,
                           QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
}

int DateScanner::weekdayOf(const QRegularExpressionMatch &match) const
{
    const QString before = match.captured(u"w"_s);
    return m_tables.weekdays().value((before.isEmpty() ? match.captured(u"v"_s) : before).toCaseFolded());
}

FoundDate DateScanner::named(const QRegularExpressionMatch &match) const
{
    static const QRegularExpression apostrophes(u"[’‘`]"_s);
    const QString form = match.captured(u"m"_s).simplified().replace(apostrophes, u"'"_s);
    const MonthName month = m_tables.months().value(form.toCaseFolded());
    FoundDate date;
    date.span = spanOf(match);
    date.month = month.number;
    date.day = match.captured(u"d"_s).toInt();
    date.year = match.captured(u"y"_s).toInt();
    date.weekday = weekdayOf(match);
    date.gregorian = month.gregorian;
    if (date.gregorian && !isYear(date.year))
        date.year = 0;
    const QDate day(date.year ? date.year : 2000, date.month, date.day);
    if (date.gregorian && !day.isValid())
        return {};
    if (date.gregorian && date.year)
        date.readings = {day};
    return date;
}

FoundDate DateScanner::yearFirst(const QRegularExpressionMatch &match) const
{
    const QDate day(match.captured(u"y"_s).toInt(), match.captured(u"m"_s).toInt(), match.captured(u"d"_s).toInt());
    if (!day.isValid())
        return {};
    return {spanOf(match), day.year(), day.month(), day.day(), weekdayOf(match), true, {day}};
}

FoundDate DateScanner::numeric(const QRegularExpressionMatch &match) const
{
    const int a = match.captured(u"a"_s).toInt();
    const int b = match.captured(u"b"_s).toInt();
    const int year = match.captured(u"y"_s).toInt();
    const QDate dayFirst(year, b, a);
    const QDate monthFirst(year, a, b);
    QList<QDate> readings;
    if (dayFirst.isValid())
        readings.append(dayFirst);
    // Dots part day, month and year in this order wherever they are used at all.
    const bool ordered = match.captured(u"s"_s) == u"."_s && dayFirst.isValid();
    if (monthFirst.isValid() && monthFirst != dayFirst && !ordered)
        readings.append(monthFirst);
    if (readings.isEmpty())
        return {};
    const int weekday = weekdayOf(match);
    std::stable_partition(readings.begin(), readings.end(),
                          [weekday](QDate day) { return day.dayOfWeek() == weekday; });
    const QDate first = readings.first();
    return {spanOf(match), year, first.month(), first.day(), weekday, true, readings};
}

QList<FoundDate> DateScanner::dates(const QString &line) const
{
    using Maker = FoundDate (DateScanner::*)(const QRegularExpressionMatch &) const;
    const std::pair<const QRegularExpression *, Maker> forms[] = {{&m_yearFirst, &DateScanner::yearFirst},
                                                                  {&m_numeric, &DateScanner::numeric},
                                                                  {&m_dayMonth, &DateScanner::named},
                                                                  {&m_monthDay, &DateScanner::named}};
    QList<FoundDate> found;
    for (const auto &[pattern, maker] : forms) {
        auto matches = pattern->globalMatch(line);
        while (matches.hasNext()) {
            const FoundDate date = (this->*maker)(matches.next());
            const auto clashes = [&date](const FoundDate &other) { return other.span.overlaps(date.span); };
            if (date.month == 0)
                continue;
            const auto clash = std::find_if(found.begin(), found.end(), clashes);
            if (clash == found.end())
                found.append(date);
            else if (date.year && !clash->year)
                *clash = date;
        }
    }
    std::sort(found.begin(), found.end(), [](const FoundDate &a, const FoundDate &b) { return a.span < b.span; });
    return found;
}

QList<TextSpan> DateScanner::times(const QString &line) const
{
    QList<TextSpan> found;
    auto matches = m_time.globalMatch(line);
    while (matches.hasNext())
        found.append(spanOf(matches.next()));
    return found;
}

QList<TextSpan> DateScanner::weekdays(const QString &line) const
{
    QList<TextSpan> found;
    auto matches = m_weekday.globalMatch(line);
    while (matches.hasNext())
        found.append(spanOf(matches.next()));
    return found;
}

} // namespace dragoman
