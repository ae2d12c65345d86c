// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/storereader.h"

#include "domain/names.h"
#include "store/connection.h"
#include "store/filtersql.h"

#include <array>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

/** Runs a question of value, label and count whose `%1` is the filter's condition. */
QList<FacetValue> facet(const Connection &connection, const QString &sql, const Filter &filter, int most)
{
    QList<FacetValue> values;
    const SqlCondition condition = contactCondition(filter);
    Rows rows(connection, sql.arg(condition.sql), condition.values + QVariantList{most});
    while (rows.next())
        values.append({rows.text(0), rows.text(1), rows.number(2)});
    return values;
}

/** The words of a column of small numbers, in the order of the enumeration. */
template <typename E>
QList<FacetValue> termFacet(const Connection &connection, const QString &column, const Filter &filter,
                            const QList<E> &all)
{
    QList<FacetValue> counted =
        facet(connection, u"SELECT %1, '', count(*) FROM contacts c WHERE %2 GROUP BY 1 LIMIT ?"_s.arg(column, u"%1"_s),
              filter, -1);
    QList<FacetValue> values;
    for (const E term : all) {
        const QString number = QString::number(static_cast<int>(term));
        const auto found = std::find_if(counted.cbegin(), counted.cend(),
                                        [&number](const FacetValue &value) { return value.value == number; });
        if (found != counted.cend())
            values.append({toWord(term), toWord(term), found->contacts});
    }
    return values;
}

QStringList texts(Rows &&rows)
{
    QStringList result;
    while (rows.next())
        result.append(rows.text(0));
    return result;
}

QStringList personCompletions(const Connection &connection, const QString &prefix, int most)
{
    SqlCondition named = peopleNamed(prefix);
    if (prefix.trimmed().isEmpty())
        named = {u"SELECT id FROM people"_s, {}};
    return texts(
        Rows(connection,
             u"SELECT p.name FROM people p LEFT JOIN contact_participants cp ON cp.person = p.id WHERE p.id IN (%1) "
             "GROUP BY p.name ORDER BY count(DISTINCT cp.contact) DESC, p.name LIMIT ?"_s.arg(named.sql),
             named.values + QVariantList{most}));
}

QStringList placeCompletions(const Connection &connection, const QString &prefix, int most)
{
    QStringList conditions{u"l.name <> ''"_s};
    QVariantList values;
    for (const QString &word : nameWords(prefix)) {
        conditions.append(u"instr(l.words, ?) > 0"_s);
        values.append(u' ' + word);
    }
    return texts(Rows(connection,
                      u"SELECT l.name FROM places l LEFT JOIN contacts c ON c.place = l.id WHERE %1 "
                      "GROUP BY l.name ORDER BY count(c.id) DESC, l.name LIMIT ?"_s.arg(conditions.join(u" AND "_s)),
                      values + QVariantList{most}));
}

QStringList sourceCompletions(const Connection &connection, const QString &prefix, int most)
{
    return texts(Rows(connection,
                      u"SELECT max(a.source) FROM articles a WHERE a.source_key <> '' AND instr(a.source_key, ?) = 1 "
                      "GROUP BY a.source_key ORDER BY count(*) DESC, a.source_key LIMIT ?"_s,
                      {textValue(folded(prefix)), most}));
}

QStringList countryCompletions(const Connection &connection, const QString &prefix, int most)
{
    QStringList codes;
    const QString wanted = folded(prefix);
    Rows rows(connection, u"SELECT k.code, k.name FROM countries k LEFT JOIN contact_participants cp "
                          "ON cp.country = k.code GROUP BY k.code ORDER BY count(DISTINCT cp.contact) DESC, k.name"_s);
    while (rows.next() && codes.size() < most) {
        if (folded(rows.text(0)).startsWith(wanted) || folded(rows.text(1)).startsWith(wanted))
            codes.append(rows.text(0));
    }
    return codes;
}

struct Completion
{
    QLatin1String key;
    QStringList (*values)(const Connection &, const QString &, int);
};

constexpr std::array<Completion, 4> completionTable{{
    {QLatin1String("person"), personCompletions},
    {QLatin1String("place"), placeCompletions},
    {QLatin1String("source"), sourceCompletions},
    {QLatin1String("country"), countryCompletions},
}};

} // namespace

QList<FacetValue> StoreReader::countryFacet(const Filter &filter, int most) const
{
    return facet(*m_connection,
                 u"SELECT cp.country, coalesce(k.name, cp.country), count(DISTINCT c.id) FROM contacts c "
                 "JOIN contact_participants cp ON cp.contact = c.id LEFT JOIN countries k ON k.code = cp.country "
                 "WHERE cp.country <> '' AND %1 GROUP BY cp.country ORDER BY 3 DESC, 1 LIMIT ?"_s,
                 filter, most);
}

QList<FacetValue> StoreReader::kindFacet(const Filter &filter) const
{
    Filter others = filter;
    others.kinds.clear();
    return termFacet(*m_connection, u"c.kind"_s, others, allKinds());
}

QList<FacetValue> StoreReader::statusFacet(const Filter &filter) const
{
    Filter others = filter;
    others.statuses.clear();
    return termFacet(*m_connection, u"c.status"_s, others, allStatuses());
}

QList<FacetValue> StoreReader::sourceFacet(const Filter &filter, int most) const
{
    Filter others = filter;
    others.sources.clear();
    return facet(*m_connection,
                 u"SELECT max(a.source), max(a.source), count(DISTINCT c.id) FROM contacts c "
                 "JOIN accounts t ON t.contact = c.id JOIN articles a ON a.id = t.article "
                 "WHERE a.source_key <> '' AND %1 GROUP BY a.source_key ORDER BY 3 DESC, a.source_key LIMIT ?"_s,
                 others, most);
}

QStringList StoreReader::completions(const QString &key, const QString &prefix, int most) const
{
    for (const Completion &completion : completionTable) {
        if (completion.key == key)
            return completion.values(*m_connection, prefix, most);
    }
    return {};
}

} // namespace dragoman
