// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/personfacts.h"

#include <QHash>

#include <algorithm>
#include <tuple>

namespace dragoman {

namespace {

bool takesPart(const ContactRow &row, PersonId id)
{
    return std::any_of(row.participants.cbegin(), row.participants.cend(),
                       [id](const Participant &participant) { return participant.person == id; });
}

} // namespace

Result<PersonFacts> personFacts(const StoreReader &reader, PersonId id, int mostContacts)
{
    Result<Person> person = reader.person(id);
    if (!person.ok())
        return person.error();
    PersonFacts facts;
    facts.person = std::move(person).value();

    Filter filter;
    filter.persons = {facts.person.name};
    std::vector<qint64> ids = reader.contactIds(filter, ContactSort::Date, Qt::DescendingOrder);
    ids.resize(std::min(ids.size(), static_cast<size_t>(mostContacts)));
    QHash<PersonId, Counterpart> found;
    const QList<ContactRow> rows = reader.contactRows(ids);
    for (const ContactRow &row : rows) {
        if (!takesPart(row, id))
            continue;
        ++facts.contacts;
        for (const Participant &other : row.participants) {
            if (!other.person.isValid() || other.person == id)
                continue;
            Counterpart &counterpart = found[other.person];
            counterpart = {other.person, other.name, other.country, counterpart.contacts + 1};
        }
    }
    facts.counterparts = found.values();
    std::sort(facts.counterparts.begin(), facts.counterparts.end(), [](const Counterpart &a, const Counterpart &b) {
        return std::tie(b.contacts, a.name) < std::tie(a.contacts, b.name);
    });
    return facts;
}

} // namespace dragoman
