// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/archive.h"

#include <QList>

namespace dragoman {

/** Somebody whom a person was in touch with, and how often. */
struct Counterpart
{
    PersonId person;
    QString name;
    QString country;
    int contacts = 0;
};

/** All that the store knows of one person. */
struct PersonFacts
{
    Person person;
    QList<Counterpart> counterparts; ///< the most frequent first, ties by name
    int contacts = 0;                ///< looked through for counterparts
};

/** Error if there is no such person. Looks through the latest `mostContacts` contacts. */
[[nodiscard]] Result<PersonFacts> personFacts(const StoreReader &reader, PersonId id, int mostContacts = 500);

} // namespace dragoman
