// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/packing.h"

#include "domain/names.h"
#include "store/compression.h"

#include <QCborArray>
#include <QCborStreamWriter>
#include <QCborValue>
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

void appendTexts(QCborStreamWriter &writer, const QStringList &texts)
{
    writer.startArray(static_cast<quint64>(texts.size()));
    for (const QString &text : texts)
        writer.append(text);
    writer.endArray();
}

QStringList textsAt(const QCborArray &row, qsizetype place)
{
    QStringList texts;
    const QCborArray values = row.at(place).toArray();
    for (const QCborValue value : values)
        texts.append(value.toString());
    return texts;
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

QByteArray packMentions(const QList<MentionRow> &mentions)
{
    QByteArray bytes;
    QCborStreamWriter writer(&bytes);
    writer.startArray(static_cast<quint64>(mentions.size()));
    qsizetype before = 0;
    for (const MentionRow &mention : mentions) {
        writer.startArray(5);
        writer.append(static_cast<int>(mention.kind));
        writer.append(mention.span.start - before);
        writer.append(mention.span.length());
        writer.append(mention.name);
        writer.append(mention.country);
        writer.endArray();
        before = mention.span.start;
    }
    writer.endArray();
    return compressed(bytes);
}

QList<MentionRow> unpackMentions(const QByteArray &bytes)
{
    QList<MentionRow> mentions;
    const QCborArray rows = QCborValue::fromCbor(uncompressed(bytes)).toArray();
    qsizetype before = 0;
    for (const QCborValue value : rows) {
        const QCborArray row = value.toArray();
        MentionRow mention;
        mention.kind = static_cast<MentionRow::Kind>(row.at(0).toInteger());
        mention.span.start = before + row.at(1).toInteger();
        mention.span.end = mention.span.start + row.at(2).toInteger();
        mention.name = row.at(3).toString();
        mention.country = row.at(4).toString();
        mentions.append(mention);
        before = mention.span.start;
    }
    return mentions;
}

QByteArray packPeople(const QList<ToldPerson> &people)
{
    QByteArray bytes;
    QCborStreamWriter writer(&bytes);
    writer.startArray(static_cast<quint64>(people.size()));
    for (const ToldPerson &told : people) {
        writer.startArray(6);
        for (const QString &text : {told.person, told.country, told.title})
            writer.append(text);
        appendTexts(writer, told.forms);
        appendTexts(writer, told.roles);
        writer.append(told.likelyCountry);
        writer.endArray();
    }
    writer.endArray();
    return compressed(bytes);
}

QList<ToldPerson> unpackPeople(const QByteArray &bytes)
{
    QList<ToldPerson> people;
    const QCborArray rows = QCborValue::fromCbor(uncompressed(bytes)).toArray();
    for (const QCborValue value : rows) {
        const QCborArray row = value.toArray();
        people.append({row.at(0).toString(), row.at(1).toString(), row.at(2).toString(), textsAt(row, 3),
                       textsAt(row, 4), row.at(5).toString()});
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

QByteArray packBody(const QString &text)
{
    return compressed(text.toUtf8());
}

QString unpackBody(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringConverter::Utf8, QStringConverter::Flag::ConvertInitialBom);
    return decoder.decode(uncompressed(bytes));
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
