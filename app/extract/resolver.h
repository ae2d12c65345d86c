// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/entities.h"
#include "extract/speech.h"
#include "extract/spelling.h"

#include <QDate>
#include <QHash>

#include <utility>

namespace dragoman {

/** Settles for one article whom its noun phrases mean: names first, then offices, pronouns and bodies in order. */
class Resolver
{
public:
    Resolver(const TokenizedText &text, std::vector<NounPhrase> &phrases, QString home,
             const std::vector<NounPhrase> &hints, const Lexicon &lexicon, QDate published)
        : m_text(text), m_phrases(phrases), m_home(std::move(home)), m_hints(hints), m_lexicon(lexicon),
          m_published(published)
    {
    }

    std::vector<Entity> run();

private:
    using Gender = NounPhrase::Gender;
    /** How a surname alone is matched: name and office, a name that was not a spouse's, any name. */
    enum class Likeness { Office, OwnName, Name };
    enum class Answer : quint8 { Unasked, No, Yes };

    [[nodiscard]] Entity &entity(int number) { return m_entities[static_cast<size_t>(number)]; }
    [[nodiscard]] const Entity &entity(int number) const { return m_entities[static_cast<size_t>(number)]; }
    [[nodiscard]] const NounPhrase &phraseOf(int number) const { return m_phrases[static_cast<size_t>(number)]; }
    [[nodiscard]] const Token &token(int at) const { return m_text.tokens[static_cast<size_t>(at)]; }
    [[nodiscard]] bool is(int at, WordClass wordClass) const;

    // Names: entities.cpp
    /** namesAgree(), remembered for the last names that stood alone: each is asked of for all its mentions. */
    [[nodiscard]] bool isCalled(int number, const QString &name) const;
    [[nodiscard]] static bool isFullName(const NounPhrase &phrase);
    [[nodiscard]] bool fits(const Entity &who, const NounPhrase &phrase) const;
    void learn(int number, const NounPhrase &phrase);
    void learnForm(Entity &who, const QString &name) const;
    [[nodiscard]] QString officeText(const NounPhrase &phrase) const;
    int add(const NounPhrase &phrase);
    void statesInBrackets();
    void statesOfDelegations();
    void takeSideBehind(NounPhrase &delegation, const NounPhrase &behind) const;
    [[nodiscard]] bool isLedBy(const NounPhrase &delegation, const NounPhrase &leader) const;
    void fullNames();
    /** The person whom a surname (or given name) alone means: the one named last before it, else the first after. */
    [[nodiscard]] int ownerOf(size_t at, const NounPhrase &phrase) const;
    [[nodiscard]] int ownerOf(size_t at, const NounPhrase &phrase, Likeness likeness) const;
    void shortNames();
    void joinedNames();
    void takeHint(const NounPhrase &hint);
    [[nodiscard]] bool isSameHolder(const Entity &who, const NounPhrase &hint) const;
    int namedInHeadline(const NounPhrase &hint);
    int holderInHeadline(const QString &key);
    [[nodiscard]] int principal() const;
    void guessCountries();
    [[nodiscard]] bool isHeldAtHome(const Entity &who) const;
    [[nodiscard]] std::vector<int> speakers() const;
    [[nodiscard]] bool isHeldBySpeaker(const Entity &who) const;
    void resolve(int at);

    [[nodiscard]] int definedAs(const NounPhrase &phrase) const;

    // Offices: roleholders.cpp
    void inheritOffice(int at);
    [[nodiscard]] bool hasRole(const Entity &who, const QString &key) const;
    [[nodiscard]] bool isAtHome(const Entity &who) const;
    [[nodiscard]] bool isHeldNear(int at, const QString &key) const;
    [[nodiscard]] int holderNear(int at, const QString &key) const;
    [[nodiscard]] int joinedBefore(int at) const;
    /** Whom a role means: exact office before one that it can mean; named before this place before named after. */
    [[nodiscard]] int holder(int at, const QString &key, const QString &country, const QString &organisation) const;
    void role(int at);

    // Who holds an office of which only the words around it tell: rolelinks.cpp
    [[nodiscard]] bool isOfHome(const NounPhrase &phrase) const;
    [[nodiscard]] bool isOfOrganisation(const NounPhrase &phrase) const;
    [[nodiscard]] QString organisationNamed() const;
    int whoBecomes(int at, const QString &key, const QString &country);
    [[nodiscard]] std::vector<int> fellowNamedBefore(int at) const;
    [[nodiscard]] int foreignerBefore(int at) const;
    [[nodiscard]] int strangerCalled(const NounPhrase &phrase) const;
    [[nodiscard]] std::vector<int> envoysListedBehind(int at) const;

    void kin(NounPhrase &phrase, int at) const;
    void counterpartOffice(int at, QString *key, QString *office) const;
    [[nodiscard]] int otherSide(int at) const;
    int holderOrBody(int at, const QString &key, const QString &office, const QString &country,
                     const QString &organisation);
    int holderByTable(const NounPhrase &phrase, const QString &office, const QString &country);
    [[nodiscard]] std::pair<QDate, QDate> daysToldIn(int sentence) const;
    void giveOffice(int who, const QString &key, const QString &country);
    int strangerBefore(int at, const QString &key, const QString &country);
    int onlyOfState(const QString &key, const QString &country);
    int onlyStranger(const QString &key, const QString &country);

    // Bodies: bodies.cpp
    int findBody(const QString &name, const QString &country) const;
    int addBody(Entity body);
    /** A role whose holder the article never names is a body called after it. */
    int bodyOf(const NounPhrase &phrase, QString office, const QString &country, const QString &organisation);
    [[nodiscard]] static QString withoutDeterminer(const QString &text);
    void body(NounPhrase &phrase);

    // Pronouns: pronouns.cpp
    void inheritCountry(int at);
    [[nodiscard]] bool isSubject(const NounPhrase &phrase) const;
    [[nodiscard]] int clauseSubject(int at) const;
    [[nodiscard]] bool isInPassing(int named, int at) const;
    [[nodiscard]] int topicBefore(int sentence, int at, Gender gender, int actor) const;
    [[nodiscard]] int namedIn(int sentence, int at, Gender gender, bool sure, int excluded) const;
    [[nodiscard]] int antecedentIn(int sentence, int at, Gender gender, bool sure, int excluded) const;
    /** The person spoken of last, of the gender; who does the deed of a sentence before any other of it. */
    [[nodiscard]] int antecedent(int at, Gender gender, int excluded = -1) const;
    [[nodiscard]] int acrossFrom(int at, int subject, int object) const;
    void pronoun(int at);
    void formerOrLatter(int at);
    void readSpeeches();
    [[nodiscard]] const Speech *speechAt(const NounPhrase &phrase) const;
    [[nodiscard]] int firstPerson(int at);
    [[nodiscard]] int quotedSpeaker(int at) const;
    [[nodiscard]] int introducedSpeaker(int at) const;
    [[nodiscard]] int author();
    [[nodiscard]] int signatory() const;

    const TokenizedText &m_text;
    std::vector<NounPhrase> &m_phrases;
    QString m_home;
    const std::vector<NounPhrase> &m_hints;
    const Lexicon &m_lexicon;
    QDate m_published;
    std::vector<Entity> m_entities;
    std::vector<Speech> m_speeches;
    std::vector<int> m_named; ///< phrases that stand for one person, in order
    struct Asked
    {
        QString name;
        std::vector<Answer> persons; ///< by entity
    };
    mutable std::vector<Asked> m_asked;
    int m_principal = -1; ///< whom a release names first, without office and state
    int m_author = -2;    ///< of the release; -2 before it was asked for
};

} // namespace dragoman
