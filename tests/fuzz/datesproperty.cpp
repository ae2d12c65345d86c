// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/builtin.h"
#include "fuzz/properties.h"

#include "extract/publication.h"
#include "extract/timeexpressions.h"
#include "ingest/datescan.h"

using namespace Qt::StringLiterals;

namespace dragoman::fuzz {

namespace {

constexpr qsizetype longestLine = 200; ///< the scanner of dates is for short lines only

/** A day of publication out of the input's first two bytes: any of the years 1950 to 2129. */
QDate publishedOf(const QByteArray &input)
{
    const int number = static_cast<uchar>(input.at(0)) * 256 + static_cast<uchar>(input.at(1));
    return QDate(1950, 1, 1).addDays(number);
}

QString meaningFault(const FuzzyDate &date)
{
    if (!date.isKnown())
        return {};
    if (date.earliest() > date.latest())
        return u"a date ends before it begins"_s;
    const std::optional<FuzzyDate> again = FuzzyDate::fromEdtf(date.toEdtf());
    return again == date ? QString() : u"the date %1 cannot be read again"_s.arg(date.toEdtf());
}

QString expressionsFault(const std::vector<TimeExpression> &times, int tokens, QDate published)
{
    int last = 0;
    for (const TimeExpression &time : times) {
        if (time.begin < last || time.end <= time.begin || time.end > tokens)
            return u"an expression of time lies outside the text or over another"_s;
        last = time.end;
        for (const Tense tense : {Tense::Past, Tense::Future}) {
            for (const QDate day : {published, QDate()}) {
                if (const QString fault = meaningFault(resolveTime(time, day, tense)); !fault.isEmpty())
                    return fault;
            }
        }
    }
    return {};
}

QString lineFault(const QString &line)
{
    static const DateScanner scanner(HeadTables::builtIn());
    qsizetype last = 0;
    for (const FoundDate &date : scanner.dates(line)) {
        if (date.span.start < last || date.span.isEmpty() || date.span.end > line.size())
            return u"a date lies outside its line or over another"_s;
        last = date.span.end;
        if (std::any_of(date.readings.begin(), date.readings.end(), [](QDate day) { return !day.isValid(); }))
            return u"a date can mean a day that there is not"_s;
    }
    for (const QList<TextSpan> &spans : {scanner.times(line), scanner.weekdays(line)}) {
        for (const TextSpan &span : spans) {
            if (span.start < 0 || span.isEmpty() || span.end > line.size())
                return u"a clock time or weekday lies outside its line"_s;
        }
    }
    return {};
}

} // namespace

QString datesFault(const QByteArray &input)
{
    if (input.size() < 2)
        return {};
    Article article;
    article.body = QString::fromUtf8(input.mid(2));
    article.published = publishedOf(input);
    Analysis analysis;
    analysis.text = tokenize(article.body, {0, article.body.size()}, builtIn().lexicon());
    analysis.times = findTimes(analysis.text, builtIn().lexicon());
    const int tokens = static_cast<int>(analysis.text.tokens.size());
    if (const QString fault = expressionsFault(analysis.times, tokens, article.published); !fault.isEmpty())
        return fault;
    const Correction correction = correctPublication(article, analysis);
    if (correction.date.isValid() == correction.reason.isEmpty())
        return u"a corrected day of publication has no reason"_s;
    for (const QString &line : article.body.split(u'\n')) {
        if (const QString fault = line.size() <= longestLine ? lineFault(line) : QString(); !fault.isEmpty())
            return fault;
    }
    return {};
}

} // namespace dragoman::fuzz
