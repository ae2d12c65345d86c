// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/filtersql.h"

#include "domain/names.h"
#include "store/textquery.h"

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

/** Gathers conditions that all have to hold. */
class All
{
public:
    void add(const QString &sql, const QVariantList &values = {})
    {
        m_parts.append(sql);
        m_values.append(values);
    }
    void add(const SqlCondition &condition) { add(condition.sql, condition.values); }

    [[nodiscard]] SqlCondition result() const
    {
        return {m_parts.isEmpty() ? u"1"_s : m_parts.join(u" AND "_s), m_values};
    }

private:
    QStringList m_parts;
    QVariantList m_values;
};

template <typename E>
QString numbers(const QList<E> &values)
{
    QStringList result;
    for (const E value : values)
        result.append(QString::number(static_cast<int>(value)));
    return u'(' + result.join(u", "_s) + u')';
}

template <typename E>
void addTerms(const QString &column, const QList<E> &values, All &all)
{
    if (!values.isEmpty())
        all.add(column + u" IN "_s + numbers(values));
}

QString questionMarks(qsizetype count)
{
    return u'(' + QStringList(count, u"?"_s).join(u", "_s) + u')';
}

QVariantList foldedSources(const Filter &filter)
{
    QVariantList values;
    for (const QString &source : filter.sources) {
        // An article without an outlet passes no condition on outlets, whatever its key is compared with.
        if (const QString key = folded(source); !key.isEmpty())
            values.append(key);
    }
    return values;
}

void addPlace(const QString &term, All &all)
{
    QVariantList values{term.toUpper()};
    QStringList words;
    for (const QString &word : nameWords(term)) {
        words.append(u"instr(words, ?) > 0"_s);
        values.append(u' ' + word);
    }
    const QString named = words.isEmpty() ? u"0"_s : words.join(u" AND "_s);
    all.add(u"c.place IN (SELECT id FROM places WHERE (country <> '' AND country = ?) OR (%1))"_s.arg(named), values);
}

void addDates(const Filter &filter, All &all)
{
    if (!filter.from.isValid() && !filter.to.isValid())
        return;
    if (filter.from.isValid() && filter.to.isValid() && filter.to < filter.from) {
        all.add(u"0"_s);
        return;
    }
    const bool surely = filter.dateMode == DateMode::SurelyLiesIn;
    if (filter.from.isValid())
        all.add(surely ? u"c.first >= ?"_s : u"c.last >= ?"_s, {filter.from.toJulianDay()});
    if (filter.to.isValid())
        all.add(surely ? u"c.last <= ?"_s : u"c.first <= ?"_s, {filter.to.toJulianDay()});
}

void addParticipants(const Filter &filter, All &all)
{
    for (const QString &term : filter.persons) {
        const SqlCondition named = peopleNamed(term);
        all.add(u"c.id IN (SELECT contact FROM contact_participants WHERE person IN (%1))"_s.arg(named.sql),
                named.values);
    }
    for (const QString &country : filter.countries)
        all.add(u"c.id IN (SELECT contact FROM contact_participants WHERE country = ?)"_s, {country});
    if (!filter.capacities.isEmpty())
        all.add(u"EXISTS (SELECT 1 FROM contact_participants p WHERE p.contact = c.id AND p.capacity IN %1)"_s.arg(
            numbers(filter.capacities)));
}

SqlCondition textCondition(const Filter &filter, const QString &article)
{
    const QString query = ftsQuery(textTerms(filter.text));
    if (query.isEmpty())
        return {};
    return {article + u" IN (SELECT rowid FROM article_index WHERE article_index MATCH ?)"_s, {query}};
}

} // namespace

SqlCondition peopleNamed(const QString &term)
{
    const QStringList words = nameWords(term);
    if (words.isEmpty())
        return {u"SELECT id FROM people WHERE 0"_s, {}};
    QStringList forms;
    QVariantList values;
    for (const QString &word : words) {
        forms.append(u"SELECT form FROM person_words WHERE word >= ? AND word < ?"_s);
        // No letter sorts behind the last code point, so that the range holds every word that begins so.
        values << word << QString(word + QString::fromUcs4(U"\U0010FFFF", 1));
    }
    return {u"SELECT person FROM person_forms WHERE id IN (%1)"_s.arg(forms.join(u" INTERSECT "_s)), values};
}

SqlCondition contactCondition(const Filter &filter)
{
    All all;
    addTerms(u"c.kind"_s, filter.kinds, all);
    addTerms(u"c.status"_s, filter.statuses, all);
    addDates(filter, all);
    addParticipants(filter, all);
    for (const QString &place : filter.places)
        addPlace(place, all);
    if (filter.severalSources)
        all.add(u"c.sources > 1"_s);
    if (!filter.sources.isEmpty()) {
        const QVariantList keys = foldedSources(filter);
        all.add(
            u"c.id IN (SELECT t.contact FROM articles a JOIN accounts t ON t.article = a.id WHERE a.source_key IN %1)"_s
                .arg(questionMarks(keys.size())),
            keys);
    }
    if (const SqlCondition text = textCondition(filter, u"article"_s); !text.sql.isEmpty())
        all.add(u"c.id IN (SELECT contact FROM accounts WHERE %1)"_s.arg(text.sql), text.values);
    return all.result();
}

bool asksOnlyForArticles(const Filter &filter)
{
    Filter rest = filter;
    rest.text.clear();
    rest.sources.clear();
    // How a date is compared matters only where there is one.
    if (!rest.from.isValid() && !rest.to.isValid())
        rest.dateMode = DateMode::MayLieIn;
    return rest.isEmpty();
}

SqlCondition articleCondition(const Filter &filter)
{
    All all;
    if (!filter.sources.isEmpty()) {
        const QVariantList keys = foldedSources(filter);
        all.add(u"a.source_key IN %1"_s.arg(questionMarks(keys.size())), keys);
    }
    if (const SqlCondition text = textCondition(filter, u"a.id"_s); !text.sql.isEmpty())
        all.add(text);
    if (!asksOnlyForArticles(filter)) {
        const SqlCondition contacts = contactCondition(filter);
        all.add(u"a.id IN (SELECT t.article FROM accounts t JOIN contacts c ON c.id = t.contact WHERE %1)"_s.arg(
                    contacts.sql),
                contacts.values);
    }
    return all.result();
}

QString jsonIds(const std::vector<qint64> &ids)
{
    QString json;
    json.reserve(static_cast<qsizetype>(ids.size()) * 7 + 2);
    json += u'[';
    for (const qint64 id : ids) {
        if (json.size() > 1)
            json += u',';
        json += QString::number(id);
    }
    return json + u']';
}

} // namespace dragoman
