// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/filter.h"

#include "domain/names.h"

#include <algorithm>

namespace dragoman {

namespace {

template <typename T, typename Predicate>
bool anyOf(const QList<T> &list, Predicate predicate)
{
    return std::any_of(list.cbegin(), list.cend(), predicate);
}

template <typename T, typename Predicate>
bool allOf(const QList<T> &list, Predicate predicate)
{
    return std::all_of(list.cbegin(), list.cend(), predicate);
}

bool acceptsTerms(const Filter &filter, const Contact &contact)
{
    if (!filter.kinds.isEmpty() && !filter.kinds.contains(contact.kind))
        return false;
    if (!filter.statuses.isEmpty() && !filter.statuses.contains(contact.status))
        return false;
    return filter.capacities.isEmpty() || anyOf(contact.participants, [&filter](const Participant &participant) {
               return filter.capacities.contains(participant.capacity);
           });
}

bool acceptsParticipants(const Filter &filter, const Contact &contact, const FilterFacts &facts)
{
    for (qsizetype i = 0; i < filter.persons.size(); ++i) {
        const QSet<PersonId> named = facts.personHits.value(i);
        if (!anyOf(contact.participants,
                   [&named](const Participant &participant) { return named.contains(participant.person); }))
            return false;
    }
    return allOf(filter.countries, [&contact](const QString &country) {
        return anyOf(contact.participants,
                     [&country](const Participant &participant) { return participant.country == country; });
    });
}

bool acceptsPlace(const QString &term, const Place &place)
{
    return nameMatches(place.name, term) || (!place.country.isEmpty() && place.country == term.toUpper());
}

bool acceptsDate(const Filter &filter, const FuzzyDate &date)
{
    if (!filter.from.isValid() && !filter.to.isValid())
        return true;
    if (!date.isKnown() || (filter.from.isValid() && filter.to.isValid() && filter.to < filter.from))
        return false;
    const bool surely = filter.dateMode == DateMode::SurelyLiesIn;
    const QDate lower = surely ? date.earliest() : date.latest();
    const QDate upper = surely ? date.latest() : date.earliest();
    return (!filter.from.isValid() || lower >= filter.from) && (!filter.to.isValid() || upper <= filter.to);
}

bool acceptsSources(const Filter &filter, const Contact &contact, const FilterFacts &facts)
{
    if (filter.sources.isEmpty() && !filter.severalSources)
        return true;
    QSet<QString> wanted;
    for (const QString &source : filter.sources)
        wanted.insert(folded(source));
    QSet<QString> told;
    for (const Account &account : contact.accounts)
        told.insert(folded(facts.sources.value(account.article)));
    told.remove(QString());
    return (filter.sources.isEmpty() || told.intersects(wanted)) && (!filter.severalSources || told.size() > 1);
}

} // namespace

bool accepts(const Filter &filter, const Contact &contact, const FilterFacts &facts)
{
    const auto holdsText = [&facts](const Account &account) { return facts.textHits.contains(account.article); };
    const auto lies = [&contact](const QString &term) { return acceptsPlace(term, contact.place); };
    return acceptsTerms(filter, contact) && acceptsDate(filter, contact.date) && allOf(filter.places, lies) &&
           acceptsParticipants(filter, contact, facts) && acceptsSources(filter, contact, facts) &&
           (filter.text.isEmpty() || anyOf(contact.accounts, holdsText));
}

} // namespace dragoman
