// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/told.h"

#include "ingest/datescan.h"
#include "ingest/headreader.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

constexpr qsizetype longestDate = 80;

const DateScanner &scanner()
{
    static const DateScanner made(HeadTables::builtIn());
    return made;
}

/** Seconds or milliseconds since 1970, if the figures can be such. */
QList<QDate> dayOfStamp(const QString &date)
{
    bool number = false;
    const qint64 stamp = date.toLongLong(&number);
    if (!number || (date.size() != 10 && date.size() != 13))
        return {};
    const qint64 milliseconds = date.size() == 10 ? stamp * 1000 : stamp;
    return {QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC).date()};
}

QString sourceOf(const ToldArticle &told, const Head &head)
{
    const QString source = told.value(ToldFact::Kind::Source);
    if (source.isEmpty())
        return head.source;
    const Agency *known = HeadTables::builtIn().agency(source);
    return known ? known->name : source;
}

void takeDates(Article &article, const ToldArticle &told, const Head &head)
{
    const QList<QDate> days = daysOf(told.value(ToldFact::Kind::Published));
    if (days.isEmpty()) {
        article.published = head.published;
        article.publishedReadings = head.publishedReadings;
    } else {
        article.published = days.first();
        article.publishedReadings = days.size() > 1 ? days : QList<QDate>();
        if (head.published.isValid() && head.published != article.published)
            article.facts.append({ToldFact::Kind::Published, head.published.toString(Qt::ISODate), u"the text"_s});
    }
}

/** Where the story begins and ends; never in the title, which the head reader may have taken for the first sentence. */
TextSpan storyOf(const Head &head, qsizetype titleEnd, qsizetype size)
{
    TextSpan story = head.story;
    story.start = std::max(story.start, std::min(titleEnd, size));
    story.end = std::max(story.end, story.start);
    return story;
}

} // namespace

void ToldArticle::tell(ToldFact::Kind kind, const QString &value, const QString &where)
{
    const QString plain = value.simplified();
    const bool known = std::any_of(facts.begin(), facts.end(), [&](const ToldFact &fact) {
        return fact.kind == kind && fact.value.compare(plain, Qt::CaseInsensitive) == 0;
    });
    if (!plain.isEmpty() && !known)
        facts.append({kind, plain, where});
}

QString ToldArticle::value(ToldFact::Kind kind) const
{
    const auto found =
        std::find_if(facts.begin(), facts.end(), [kind](const ToldFact &fact) { return fact.kind == kind; });
    return found == facts.end() ? QString() : found->value;
}

Article composed(const ToldArticle &told)
{
    Article article;
    article.facts = told.facts;
    article.provenance.member = told.member;
    const QString title = told.value(ToldFact::Kind::Title);
    const QString text = told.text.trimmed();
    article.body = title.isEmpty() ? text : text.isEmpty() ? title : title + u"\n\n"_s + text;
    const Head head = readHead(article.body);
    article.title = title.isEmpty() ? head.title : title;
    article.titleSpan = title.isEmpty() ? head.titleSpan : TextSpan{0, title.size()};
    // A title with nothing beneath it is what the article tells.
    if (text.isEmpty())
        article.titleSpan = {};
    article.story = storyOf(head, article.titleSpan.end, article.body.size());
    if (article.story.isEmpty())
        article.story = {article.titleSpan.end, article.body.size()};
    article.source = sourceOf(told, head);
    article.dateline = head.dateline;
    takeDates(article, told, head);
    return article;
}

QList<QDate> daysOf(const QString &date)
{
    const QString plain = date.simplified().left(longestDate);
    static const QRegularExpression iso(u"^(\\d{4})-?(\\d{2})-?(\\d{2})(?!\\d)"_s);
    if (const auto match = iso.match(plain); match.hasMatch()) {
        const QDate day(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
        return day.isValid() ? QList<QDate>{day} : QList<QDate>();
    }
    if (const QList<QDate> stamped = dayOfStamp(plain); !stamped.isEmpty())
        return stamped;
    for (const FoundDate &found : scanner().dates(plain)) {
        if (found.isFull())
            return found.readings;
    }
    return {};
}

} // namespace dragoman
