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
                collect(valueOf(QJsonDocument::fromJson(sourceOf(page, node))), 0, m_objects);
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

    static QJsonValue valueOf(const QJsonDocument &document)
    {
        return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
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

/** What stands where in a page, found in one walk. */
class PageIndex
{
public:
    explicit PageIndex(const HtmlTree &page) : m_page(page)
    {
        for (qsizetype i = 0; i < page.size(); ++i) {
            const HtmlNode &node = page.at(i);
            if (node.tag == u"meta")
                addMeta(node);
            else if (node.tag == u"link" && node.attribute(u"rel") == u"canonical" && m_canonical.isEmpty())
                m_canonical = node.attribute(u"href");
            for (const QString &name : node.attribute(u"itemprop").split(u' ', Qt::SkipEmptyParts)) {
                if (node.tag != u"meta")
                    m_itemProps[name].append(i);
            }
        }
    }

    [[nodiscard]] QString meta(const QString &name) const { return m_metas.value(name.toLower()); }
    [[nodiscard]] QString itemProp(const QString &name) const { return firstValue(m_itemProps.value(name)); }

    /** The text or day of the first element of that name; "lang" and "canonical" are the page's own. */
    [[nodiscard]] QString element(const QString &name) const
    {
        if (name == u"lang")
            return m_page.size() > 0 ? m_page.at(0).attribute(u"lang") : QString();
        if (name == u"canonical")
            return m_canonical;
        QList<qsizetype> found;
        for (qsizetype i = 0; i < m_page.size(); ++i) {
            if (m_page.at(i).tag == name)
                found.append(i);
        }
        return firstValue(found);
    }

private:
    void addMeta(const HtmlNode &node)
    {
        for (const auto *key : {u"property", u"name", u"itemprop", u"http-equiv"}) {
            const QString name = node.attribute(key).toLower();
            if (!name.isEmpty() && node.hasAttribute(u"content") && !m_metas.contains(name))
                m_metas.insert(name, node.attribute(u"content"));
        }
    }

    [[nodiscard]] QString firstValue(const QList<qsizetype> &elements) const
    {
        for (const qsizetype i : elements) {
            for (const auto *key : {u"datetime", u"content"}) {
                if (!m_page.at(i).attribute(key).isEmpty())
                    return m_page.at(i).attribute(key);
            }
            if (const QString text = m_page.textOf(i); !text.isEmpty())
                return text;
        }
        return {};
    }

    const HtmlTree &m_page;
    QHash<QString, QString> m_metas; ///< by name in small letters
    QHash<QString, QList<qsizetype>> m_itemProps;
    QString m_canonical;
};

QString valueAt(const PageIndex &index, const JsonLd &json, const FactPlace &place)
{
    switch (place.where) {
    case FactPlace::Where::JsonLd:
        return json.value(place.name);
    case FactPlace::Where::Meta:
        return index.meta(place.name);
    case FactPlace::Where::ItemProp:
        return index.itemProp(place.name);
    case FactPlace::Where::Element:
        return index.element(place.name);
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

PageFacts factsOf(const HtmlTree &page, const HtmlTables &tables)
{
    const JsonLd json(page);
    const PageIndex index(page);
    ToldArticle told;
    for (const FactPlace &place : tables.factPlaces()) {
        if (place.where == FactPlace::Where::Element && !told.value(place.kind).isEmpty())
            continue;
        const QString value = valueAt(index, json, place).simplified();
        if (isUsable(place.kind, value))
            told.tell(place.kind, canonical(place.kind, value), wordsFor(place));
    }
    const QString outlet = told.value(ToldFact::Kind::Source);
    for (ToldFact &fact : told.facts) {
        if (fact.kind == ToldFact::Kind::Title)
            fact.value = withoutOutlet(fact.value, outlet);
    }
    return {told.facts, json.value(u"articleBody"_s)};
}

} // namespace dragoman
