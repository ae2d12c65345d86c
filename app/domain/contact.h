// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/contactterms.h"
#include "domain/fuzzydate.h"
#include "domain/ids.h"
#include "domain/textspan.h"

#include <QList>
#include <QString>

namespace dragoman {

/** A city, else a state, as the article spells it; `country` is ISO 3166-1 alpha-2 or empty. */
struct Place
{
    QString name;
    QString country;

    [[nodiscard]] bool isKnown() const { return !name.isEmpty(); }
    friend bool operator==(const Place &, const Place &) = default;
};

/** Somebody who takes part in a contact, as one article (or, after joining, all of them) names him. */
struct Participant
{
    QString name;    ///< the fullest form in the article, without titles; after joining the person's name
    QString toldAs;  ///< the form that stands in the evidence
    QString country; ///< ISO 3166-1 alpha-2; empty for those who speak for an organisation
    QString office;  ///< at that time, as told ("Turkish Defense Minister"); may be empty
    ParticipantType type = ParticipantType::Person;
    Capacity capacity = Capacity::Party;
    PersonId person; ///< set by joining, for a person
    BodyId body;     ///< set by joining, for a body

    friend bool operator==(const Participant &, const Participant &) = default;
};

/** How one article tells a contact. */
struct Account
{
    AccountId id;
    ArticleId article;
    ContactId contact; ///< set by joining
    ContactKind kind = ContactKind::Meeting;
    ContactStatus status = ContactStatus::Held;
    FuzzyDate date;
    Place place;
    QList<Participant> participants;
    QList<TextSpan> evidence;
    QString rule;          ///< id of the rule that found it
    double confidence = 0; ///< 0 to 1
};

/** What happened: the accounts of one or more articles that tell the same thing, with the fields that hold after
 * joining. */
struct Contact
{
    ContactId id;
    ContactKind kind = ContactKind::Meeting;
    ContactStatus status = ContactStatus::Held;
    FuzzyDate date;
    Place place;
    QList<Participant> participants;
    QList<Account> accounts; ///< at least one, in order of article path
};

} // namespace dragoman
