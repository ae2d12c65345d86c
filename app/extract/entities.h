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
    bool official = false; ///< the article gives an office, a title of state or a country
    bool isState = false;  ///< a body: a state as such
    bool isForum = false;
    bool countryGuessed = false; ///< from the dateline, not from words about the person

    /** What decides whether a contact crosses a border: the country, else the organisation, else nothing. */
    [[nodiscard]] QString side() const { return country.isEmpty() ? organisation : country; }
};

/** The third stage: who is who in one article. `hints` are phrases of the headline: they tell states and offices. Sets
 * NounPhrase::actors to numbers in the list that it returns. */
[[nodiscard]] std::vector<Entity> resolveEntities(const TokenizedText &text, std::vector<NounPhrase> &phrases,
                                                  const QString &homeCountry, const std::vector<NounPhrase> &hints,
                                                  const Lexicon &lexicon);

/** A key under which spellings of one word of a name in Latin letters fall together: Bagheri, Baqeri; Nasirzadeh,
 * Nasirzade; Çavuşoğlu, Cavusoglu. */
[[nodiscard]] QString spellingKey(const QString &word);

/** A name prepared for comparing: its words without particles, each with its spelling key. */
class SpelledName
{
public:
    SpelledName() = default;
    explicit SpelledName(const QString &name);

    /** See namesAgree(). */
    [[nodiscard]] bool agrees(const SpelledName &other) const;
    [[nodiscard]] const QStringList &keys() const { return m_keys; }

private:
    [[nodiscard]] bool isContainedIn(const SpelledName &other) const;
    [[nodiscard]] bool wordsAgree(qsizetype own, const SpelledName &other, qsizetype theirs) const;

    QStringList m_words;
    QStringList m_keys; ///< by word
    QString m_joined;   ///< key of all words written together
};

/** Whether two names can be two spellings or a shorter and a longer form of one person's name. */
[[nodiscard]] bool namesAgree(const QString &a, const QString &b);

} // namespace dragoman
