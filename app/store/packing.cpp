// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/packing.h"

#include "domain/names.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

QString toText(const QJsonArray &array)
{
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QJsonArray toArray(const QString &text)
{
    return QJsonDocument::fromJson(text.toUtf8()).array();
}

} // namespace

QString packSpans(const QList<TextSpan> &spans)
{
    QStringList parts;
    for (const TextSpan &span : spans)
        parts.append(u"%1-%2"_s.arg(span.start).arg(span.end));
    return parts.join(u',');
}

QList<TextSpan> unpackSpans(const QString &text)
{
    QList<TextSpan> spans;
    for (const QString &part : text.split(u',', Qt::SkipEmptyParts)) {
        const qsizetype dash = part.indexOf(u'-');
        const QStringView view(part);
        spans.append({view.left(dash).toLongLong(), view.mid(dash + 1).toLongLong()});
    }
    return spans;
}

QString packMentions(const QList<MentionRow> &mentions)
{
    QJsonArray rows;
    for (const MentionRow &mention : mentions)
        rows.append(QJsonArray{static_cast<int>(mention.kind), mention.span.start, mention.span.end, mention.name,
                               mention.country});
    return toText(rows);
}

QList<MentionRow> unpackMentions(const QString &text)
{
    QList<MentionRow> mentions;
    const QJsonArray rows = toArray(text);
    for (const QJsonValue value : rows) {
        const QJsonArray row = value.toArray();
        MentionRow mention;
        mention.kind = static_cast<MentionRow::Kind>(row.at(0).toInt());
        mention.span = {row.at(1).toInteger(), row.at(2).toInteger()};
        mention.name = row.at(3).toString();
        mention.country = row.at(4).toString();
        mentions.append(mention);
    }
    return mentions;
}

QString packPeople(const QList<ToldPerson> &people)
{
    QJsonArray rows;
    for (const ToldPerson &told : people)
        rows.append(QJsonArray{told.person, told.country, told.title, QJsonArray::fromStringList(told.forms),
                               QJsonArray::fromStringList(told.roles), told.likelyCountry});
    return toText(rows);
}

QList<ToldPerson> unpackPeople(const QString &text)
{
    QList<ToldPerson> people;
    const QJsonArray rows = toArray(text);
    for (const QJsonValue value : rows) {
        const QJsonArray row = value.toArray();
        ToldPerson told{row.at(0).toString(), row.at(1).toString(), row.at(2).toString(), {}, {}, {}};
        const QJsonArray forms = row.at(3).toArray();
        for (const QJsonValue form : forms)
            told.forms.append(form.toString());
        const QJsonArray roles = row.at(4).toArray();
        for (const QJsonValue role : roles)
            told.roles.append(role.toString());
        told.likelyCountry = row.at(5).toString();
        people.append(told);
    }
    return people;
}

QString packDays(const QList<QDate> &days)
{
    QStringList parts;
    for (const QDate &day : days)
        parts.append(day.toString(Qt::ISODate));
    return parts.join(u',');
}

QList<QDate> unpackDays(const QString &text)
{
    QList<QDate> days;
    for (const QString &part : text.split(u',', Qt::SkipEmptyParts))
        days.append(QDate::fromString(part, Qt::ISODate));
    return days;
}

QString packFacts(const QList<ToldFact> &facts)
{
    QJsonArray rows;
    for (const ToldFact &fact : facts)
        rows.append(QJsonArray{static_cast<int>(fact.kind), fact.value, fact.where});
    return rows.isEmpty() ? QString() : toText(rows);
}

QList<ToldFact> unpackFacts(const QString &text)
{
    QList<ToldFact> facts;
    const QJsonArray rows = toArray(text);
    for (const QJsonValue value : rows) {
        const QJsonArray row = value.toArray();
        facts.append({static_cast<ToldFact::Kind>(row.at(0).toInt()), row.at(1).toString(), row.at(2).toString()});
    }
    return facts;
}

QString unpackBody(const QByteArray &utf8)
{
    QStringDecoder decoder(QStringConverter::Utf8, QStringConverter::Flag::ConvertInitialBom);
    return decoder.decode(utf8);
}

int timelineFlags(const FuzzyDate &date)
{
    return (date.isApproximate() || date.isUncertain() ? TimelineData::approximate : 0) |
           (date.isKnown() && !date.isDay() ? TimelineData::interval : 0);
}

int monthNumber(const FuzzyDate &date)
{
    const QDate first = date.earliest();
    const QDate last = date.latest();
    if (!date.isKnown() || first.year() != last.year() || first.month() != last.month())
        return -1;
    return first.year() * 12 + first.month() - 1;
}

QString spacedWords(const QString &name)
{
    QString result;
    for (const QString &word : nameWords(name))
        result += u' ' + word;
    return result;
}

} // namespace dragoman
