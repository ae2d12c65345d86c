// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/htmlfacts.h"

#include "ingest/told.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

constexpr int deepestJson = 8;

bool isArticleType(const QString &type)
{
    return type.endsWith(u"Article"_s) || type.endsWith(u"Posting"_s) || type == u"Report"_s ||
           type == u"PressRelease"_s;
}

bool isArticle(const QJsonObject &object)
{
    const QJsonValue type = object.value("@type"_L1);
    if (!type.isArray())
        return isArticleType(type.toString().section(u'/', -1));
    const QJsonArray types = type.toArray();
    return std::any_of(types.begin(), types.end(),
                       [](const QJsonValue &one) { return isArticleType(one.toString().section(u'/', -1)); });
}

/** The objects of a document, those in lists and graphs too, but not those that are properties. */
void collect(const QJsonValue &value, int depth, QList<QJsonObject> &objects)
{
    if (depth > deepestJson)
        return;
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (const QJsonValue &member : array)
            collect(member, depth + 1, objects);
    } else if (value.isObject()) {
        objects.append(value.toObject());
        collect(value.toObject().value("@graph"_L1), depth + 1, objects);
        collect(value.toObject().value("mainEntity"_L1), depth + 1, objects);
    }
}

/** The JSON-LD of a page: all its objects, and which of them is the article. */
class JsonLd
{
public:
    explicit JsonLd(const HtmlTree &page)
    {
        for (const HtmlNode &node : page.nodes()) {
            if (node.tag == u"script" &&
                node.attribute(u"type").compare(u"application/ld+json"_s, Qt::CaseInsensitive) == 0)
                collect(QJsonDocument::fromJson(sourceOf(page, node)).isArray()
                            ? QJsonValue(QJsonDocument::fromJson(sourceOf(page, node)).array())
                            : QJsonValue(QJsonDocument::fromJson(sourceOf(page, node)).object()),
                        0, m_objects);
        }
        const auto found = std::find_if(m_objects.begin(), m_objects.end(), isArticle);
        if (found != m_objects.end())
            m_article = *found;
    }

    /** The value at a path parted by dots; the first of a list; a bare text stands for its own name. */
    [[nodiscard]] QString value(const QString &path) const
    {
        QJsonValue value = m_article;
        for (const QString &name : path.split(u'.')) {
            value = resolved(firstOf(value));
            if (value.isString())
                return name == u"name" ? value.toString() : QString();
            value = value.toObject().value(name);
        }
        return firstOf(value).toString();
    }

private:
    static QByteArray sourceOf(const HtmlTree &page, const HtmlNode &script)
    {
        QByteArray source;
        const qsizetype index = &script - page.nodes().data();
        for (qsizetype n = index + 1; n < script.end; ++n)
            source += page.at(n).text.toUtf8();
        return source.trimmed();
    }

    static QJsonValue firstOf(const QJsonValue &value) { return value.isArray() ? value.toArray().first() : value; }

    /** An object that only names another by its id stands for that one. */
    [[nodiscard]] QJsonValue resolved(const QJsonValue &value) const
    {
        const QJsonObject object = value.toObject();
        if (object.size() != 1 || !object.contains("@id"_L1))
            return value;
        const auto found = std::find_if(m_objects.begin(), m_objects.end(), [&object](const QJsonObject &other) {
            return other.size() > 1 && other.value("@id"_L1) == object.value("@id"_L1);
        });
        return found == m_objects.end() ? value : QJsonValue(*found);
    }

    QList<QJsonObject> m_objects;
    QJsonObject m_article;
};

QString metaValue(const HtmlTree &page, const QString &name)
{
    for (const HtmlNode &node : page.nodes()) {
        if (node.tag != u"meta")
            continue;
        for (const auto *key : {u"property", u"name", u"itemprop", u"http-equiv"}) {
            if (node.attribute(key).compare(name, Qt::CaseInsensitive) == 0 && node.hasAttribute(u"content"))
                return node.attribute(u"content");
        }
    }
    return {};
}

QString elementValue(const HtmlTree &page, qsizetype i)
{
    const HtmlNode &node = page.at(i);
    for (const auto *key : {u"datetime", u"content"}) {
        if (!node.attribute(key).isEmpty())
            return node.attribute(key);
    }
    return page.textOf(i);
}

template <typename Wanted>
QString firstElement(const HtmlTree &page, const Wanted &wanted)
{
    for (qsizetype i = 0; i < page.size(); ++i) {
        if (wanted(page.at(i))) {
            const QString value = elementValue(page, i);
            if (!value.isEmpty())
                return value;
        }
    }
    return {};
}

QString namedElement(const HtmlTree &page, const QString &name)
{
    if (name == u"lang")
        return page.size() > 0 ? page.at(0).attribute(u"lang") : QString();
    if (name != u"canonical")
        return firstElement(page, [&name](const HtmlNode &node) { return node.tag == name; });
    for (const HtmlNode &node : page.nodes()) {
        if (node.tag == u"link" && node.attribute(u"rel") == u"canonical")
            return node.attribute(u"href");
    }
    return {};
}

QString valueAt(const HtmlTree &page, const JsonLd &json, const FactPlace &place)
{
    switch (place.where) {
    case FactPlace::Where::JsonLd:
        return json.value(place.name);
    case FactPlace::Where::Meta:
        return metaValue(page, place.name);
    case FactPlace::Where::ItemProp:
        return firstElement(page, [&place](const HtmlNode &node) {
            return node.tag != u"meta" && node.attribute(u"itemprop").split(u' ').contains(place.name);
        });
    case FactPlace::Where::Element:
        return namedElement(page, place.name);
    }
    return {};
}

QString wordsFor(const FactPlace &place)
{
    switch (place.where) {
    case FactPlace::Where::JsonLd:
        return u"JSON-LD %1"_s.arg(place.name);
    case FactPlace::Where::Meta:
        return u"meta %1"_s.arg(place.name);
    case FactPlace::Where::ItemProp:
        return u"itemprop %1"_s.arg(place.name);
    case FactPlace::Where::Element:
        return u"<%1>"_s.arg(place.name);
    }
    return {};
}

/** A date that is none ("yesterday", a template's hole) is no fact. */
bool isUsable(ToldFact::Kind kind, const QString &value)
{
    return kind != ToldFact::Kind::Published || !daysOf(value).isEmpty();
}

/** Of the day of publication one reading in several notations is one fact. */
QString canonical(ToldFact::Kind kind, const QString &value)
{
    if (kind != ToldFact::Kind::Published)
        return value;
    const QList<QDate> days = daysOf(value);
    return days.size() == 1 ? days.first().toString(Qt::ISODate) : value;
}

/** "Minister visits Baku | Example Times" without the outlet's name behind the bar or dash. */
QString withoutOutlet(const QString &title, const QString &outlet)
{
    for (const QString &bar : {u" | "_s, u" - "_s, u" – "_s, u" — "_s, u" :: "_s, u" » "_s}) {
        const qsizetype at = title.lastIndexOf(bar);
        const QString behind = at > 0 ? title.mid(at + bar.size()).trimmed() : QString();
        if (!behind.isEmpty() && (behind.compare(outlet, Qt::CaseInsensitive) == 0 || (bar == u" | " && at > 20)))
            return title.left(at).trimmed();
    }
    return title;
}

} // namespace

QList<ToldFact> factsOf(const HtmlTree &page, const HtmlTables &tables)
{
    const JsonLd json(page);
    ToldArticle told;
    for (const FactPlace &place : tables.factPlaces()) {
        const QString value = valueAt(page, json, place).simplified();
        if (isUsable(place.kind, value))
            told.tell(place.kind, canonical(place.kind, value), wordsFor(place));
    }
    const QString outlet = told.value(ToldFact::Kind::Source);
    QList<ToldFact> facts = told.facts;
    for (ToldFact &fact : facts) {
        if (fact.kind == ToldFact::Kind::Title)
            fact.value = withoutOutlet(fact.value, outlet);
    }
    return facts;
}

QString jsonLdBody(const HtmlTree &page)
{
    return JsonLd(page).value(u"articleBody"_s);
}

} // namespace dragoman
