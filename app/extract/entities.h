// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/contactterms.h"
#include "extract/nounphrases.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace dragoman {

/** Somebody or some body of one article, under all the names that the article uses. */
struct Entity
{
    ParticipantType type = ParticipantType::Person;
    QString name;         ///< the fullest form in the article
    QStringList forms;    ///< every form, in order of first use
    QString country;      ///< ISO 3166-1 alpha-2; empty if unknown or if he speaks for an organisation
    QString organisation; ///< for which he speaks, or which it is
    QStringList offices;  ///< as told, with the country ("Turkish Defense Minister")
    QStringList roleKeys;
    NounPhrase::Gender gender = NounPhrase::Gender::Unknown;
    bool official = false;    ///< the article gives an office, a title of state or a country
    bool counterpart = false; ///< called the counterpart of somebody, so he is of another side
    bool isState = false;     ///< a body: a state as such
    bool isForum = false;
    bool byTable = false;        ///< named by the user's tables alone, not by the article
    bool countryGuessed = false; ///< from the dateline, not from words about the person

    /** What decides whether a contact crosses a border: the country, else the organisation, else nothing. */
    [[nodiscard]] QString side() const { return country.isEmpty() ? organisation : country; }
};

/** The third stage: who is who in one article. `hints` are phrases of the headline: they tell states and offices. On
 * the day of publication a role can be that of somebody in the user's tables. Sets NounPhrase::actors to numbers in
 * the list that it returns. */
[[nodiscard]] std::vector<Entity> resolveEntities(const TokenizedText &text, std::vector<NounPhrase> &phrases,
                                                  const QString &homeCountry, const std::vector<NounPhrase> &hints,
                                                  const Lexicon &lexicon, const QDate &published = {});

} // namespace dragoman
