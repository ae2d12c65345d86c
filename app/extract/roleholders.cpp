// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/resolver.h"

#include "extract/officeholders.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace dragoman {

using Kind = NounPhrase::Kind;
/** A counterpart named by name holds the office of the one whose counterpart he is. */
void Resolver::inheritOffice(int at)
{
    QString key;
    QString office;
    const NounPhrase &phrase = m_phrases[static_cast<size_t>(at)];
    counterpartOffice(at, &key, &office);
    Entity &who = entity(phrase.actors.front());
    if (!who.roleKeys.isEmpty() || key.isEmpty())
        return;
    who.roleKeys.append(key);
    const QString adjective = m_lexicon.adjectives.value(who.country);
    if (!office.isEmpty())
        who.offices.append(adjective.isEmpty() ? office : adjective + u' ' + office);
}

bool Resolver::hasRole(const Entity &who, const QString &key) const
{
    if (who.type != ParticipantType::Person)
        return false;
    if (who.roleKeys.contains(key))
        return true;
    const QStringList others = m_lexicon.roleGroups.value(key);
    return std::any_of(who.roleKeys.begin(), who.roleKeys.end(), [&](const QString &k) {
        return others.contains(k) || m_lexicon.roleGroups.value(k).contains(key);
    });
}

/** Of the state whose officials need no state; where that is unknown, whoever is named without one. */
bool Resolver::isAtHome(const Entity &who) const
{
    return m_home.isEmpty() ? who.country.isEmpty() && who.organisation.isEmpty() : who.country == m_home;
}

/** "the Secretary and the Minister" are two: who stands before the "and"; -1 if nobody does. */
int Resolver::joinedBefore(int at) const
{
    const int begin = phraseOf(at).begin;
    if (at == 0 || begin < 2 || !is(begin, WordClass::Determiner) ||
        !m_lexicon.vocabulary.is(token(begin - 1).word, "and"_L1))
        return -1;
    const NounPhrase &before = phraseOf(at - 1);
    return before.end == begin - 1 && before.actors.size() == 1 ? before.actors.front() : -1;
}

/** Whether somebody named in the sentence of a role or the one before holds the very office. */
bool Resolver::isHeldNear(int at, const QString &key) const
{
    for (size_t i = m_named.size(); i-- > 0 && phraseOf(m_named[i]).sentence >= phraseOf(at).sentence - 1;) {
        if (entity(phraseOf(m_named[i]).actors.front()).roleKeys.contains(key))
            return true;
    }
    return false;
}

/** "invited the president to": who does not do the deed is the president spoken of just now, not one named later. */
int Resolver::holderNear(int at, const QString &key) const
{
    static constexpr int sentences = 2;
    const NounPhrase &phrase = phraseOf(at);
    if (!phrase.definite || phrase.visiting || !is(phrase.begin - 1, WordClass::Preposition))
        return -1;
    int found = -1;
    for (size_t i = m_named.size(); i-- > 0;) {
        const Entity &who = entity(phraseOf(m_named[i]).actors.front());
        if (who.type != ParticipantType::Person || !who.roleKeys.contains(key))
            continue;
        if (isAtHome(who))
            return -1;
        if (found < 0 && phraseOf(m_named[i]).sentence >= phrase.sentence - sentences)
            found = phraseOf(m_named[i]).actors.front();
    }
    return found;
}

int Resolver::holder(int at, const QString &key, const QString &country, const QString &organisation) const
{
    const NounPhrase &phrase = phraseOf(at);
    const bool unsided = country.isEmpty() && organisation.isEmpty();
    const int other = joinedBefore(at);
    if (const int near = unsided ? holderNear(at, key) : -1; near >= 0 && near != other)
        return near;
    const bool topical = unsided && m_lexicon.roleGroups.contains(key) && !isHeldNear(at, key);
    for (const int turn : topical ? std::array{0, 2, 1, 3} : std::array{0, 1, 2, 3}) {
        const bool exact = turn < 2;
        const bool homeOnly = turn % 2 == 0;
        if (homeOnly && (!unsided || phrase.visiting))
            continue;
        const auto holds = [&](int number) {
            const Entity &who = entity(number);
            const bool office = exact ? who.roleKeys.contains(key) : hasRole(who, key);
            const bool side =
                country.isEmpty() ? organisation.isEmpty() || who.organisation == organisation : who.country == country;
            const bool place = homeOnly ? isAtHome(who) : !(phrase.visiting && isAtHome(who));
            return who.type == ParticipantType::Person && office && side && place && (unsided || !who.byTable) &&
                   number != other;
        };
        for (size_t i = m_named.size(); i-- > 0;) {
            if (const int number = phraseOf(m_named[i]).actors.front(); holds(number))
                return number;
        }
        if (unsided && phrase.sentence > 0 && !exact)
            continue;
        for (size_t i = static_cast<size_t>(at) + 1; i < m_phrases.size(); ++i) {
            const NounPhrase &later = m_phrases[i];
            if (later.kind == Kind::Person && !later.actors.empty() && holds(later.actors.front()))
                return later.actors.front();
        }
    }
    return -1;
}

/** "his counterpart" with no state told: whoever was named last of another side than the one who has him. */
int Resolver::otherSide(int at) const
{
    const int of = antecedent(at, Gender::Unknown);
    if (of < 0)
        return -1;
    for (size_t i = m_named.size(); i-- > 0;) {
        if (phraseOf(m_named[i]).sentence + 6 < phraseOf(at).sentence)
            break;
        const int number = phraseOf(m_named[i]).actors.front();
        const Entity &who = entity(number);
        if (number != of && who.type == ParticipantType::Person &&
            (who.side().isEmpty() || who.side() != entity(of).side()))
            return number;
    }
    return -1;
}

void Resolver::role(int at)
{
    NounPhrase &phrase = m_phrases[static_cast<size_t>(at)];
    if (phrase.kin) {
        kin(phrase, at);
        return;
    }
    QString key = phrase.roleKey;
    QString office = phrase.office;
    if (phrase.counterpart)
        counterpartOffice(at, &key, &office);
    if (!phrase.countries.isEmpty()) {
        for (const QString &country : phrase.countries)
            phrase.actors.push_back(holderOrBody(at, key, office, country, QString()));
        return;
    }
    if (phrase.plural) {
        if (!phrase.country.isEmpty() || !phrase.organisation.isEmpty())
            phrase.actors = {bodyOf(phrase, office, phrase.country, phrase.organisation)};
        else
            phrase.actors = envoysListedBehind(at);
        return;
    }
    const bool sided = !phrase.country.isEmpty() || !phrase.organisation.isEmpty();
    const bool guest = key == u"guest"_s; // "the Chinese guest", "the visiting dignitary"
    if ((sided && phrase.office.isEmpty() && !phrase.counterpart) || (guest && !phrase.country.isEmpty())) {
        phrase.actors = fellowNamedBefore(at);
        return;
    }
    if (guest) {
        if (const int who = phrase.definite ? foreignerBefore(at) : -1; who >= 0)
            phrase.actors = {who};
        return;
    }
    if (sided) {
        phrase.actors = {holderOrBody(at, key, office, phrase.country, phrase.organisation)};
        return;
    }
    if (phrase.counterpart) {
        if (const int who = otherSide(at); who >= 0)
            phrase.actors = {who};
        return;
    }
    // "the President and Prime Minister", "Prime Minister said": a capital makes up for the article.
    const bool pointed = phrase.definite || (token(phrase.begin).has(Token::Capital) && !phrase.former &&
                                             !token(phrase.begin).has(Token::LineStart));
    if (!pointed || key.isEmpty() || !phrase.actors.empty())
        return;
    int who = holder(at, key, QString(), QString());
    if (who < 0 && m_principal >= 0 && entity(m_principal).roleKeys.isEmpty() &&
        m_lexicon.roleGroups.value(u"top"_s).contains(key))
        who = m_principal; // a release calls its own president so, and never tells that he is one
    if (who < 0)
        who = holderInHeadline(key);
    if (who < 0)
        who = strangerCalled(phrase);
    if (who < 0 && isOfHome(phrase))
        who = bodyOf(phrase, office, m_home, QString());
    if (who < 0 && isOfOrganisation(phrase))
        who = bodyOf(phrase, office, QString(), organisationNamed());
    if (who >= 0)
        phrase.actors = {who};
}

/** "his wife", where a wife was named before. */
void Resolver::kin(NounPhrase &phrase, int at) const
{
    for (int i = at - 1; i >= 0; --i) {
        const NounPhrase &other = m_phrases[static_cast<size_t>(i)];
        if (other.kin && other.kind == Kind::Person && !other.actors.empty()) {
            phrase.actors = other.actors;
            return;
        }
    }
}

/** A counterpart holds the office of the one whose counterpart he is. */
void Resolver::counterpartOffice(int at, QString *key, QString *office) const
{
    const int of = antecedent(at, Gender::Unknown);
    if (of < 0)
        return;
    const Entity &who = m_entities[static_cast<size_t>(of)];
    if (!who.roleKeys.isEmpty())
        *key = who.roleKeys.front();
    if (!who.offices.isEmpty()) {
        *office = who.offices.front();
        const QString adjective = m_lexicon.adjectives.value(who.country);
        if (!adjective.isEmpty() && office->startsWith(adjective + u' '))
            *office = office->mid(adjective.size() + 1);
    }
}

int Resolver::holderOrBody(int at, const QString &key, const QString &office, const QString &country,
                           const QString &organisation)
{
    int who = key.isEmpty() ? -1 : holder(at, key, country, organisation);
    if (who < 0)
        who = whoBecomes(at, key, country);
    if (who < 0)
        who = onlyStranger(key, country);
    if (who < 0 && phraseOf(at).counterpart)
        who = onlyOfState(key, country);
    if (who < 0)
        who = strangerBefore(at, key, country);
    if (who < 0 && !m_lexicon.terms.empty())
        who = holderByTable(phraseOf(at), office, country);
    return who >= 0 ? who : bodyOf(m_phrases[static_cast<size_t>(at)], office, country, organisation);
}

/** Whom the user's tables name for the office on the day of publication, and in the years that the sentence tells.
 */
int Resolver::holderByTable(const NounPhrase &phrase, const QString &office, const QString &country)
{
    if (country.isEmpty() || phrase.former || !m_published.isValid())
        return -1;
    const auto [first, last] = daysToldIn(phrase.sentence);
    const bool inWords = phrase.counterpart || !phrase.countries.isEmpty();
    const TokenizedText words = tokenize(office, {0, office.size()}, m_lexicon);
    const OfficeName name = inWords ? officeName(words, 0, static_cast<int>(words.tokens.size()), m_lexicon)
                                    : officeName(m_text, phrase.begin, phrase.end, m_lexicon);
    const OfficeTerm *term = officeHolder(m_lexicon, country, name, first, last);
    if (!term)
        return -1;
    for (size_t i = 0; i < m_entities.size(); ++i) {
        const Entity &who = m_entities[i];
        const auto isHe = [&](const QString &spelling) { return namesAgree(who.name, spelling); };
        if (who.type == ParticipantType::Person && (who.country.isEmpty() || who.country == country) &&
            std::any_of(term->names.begin(), term->names.end(), isHe))
            return static_cast<int>(i);
    }
    Entity who;
    who.name = term->names.first();
    who.forms = term->names;
    who.country = country;
    who.offices = {(m_lexicon.adjectives.value(country) + u' ' + term->title).trimmed()};
    who.roleKeys = {name.key};
    who.official = who.byTable = true;
    m_entities.push_back(std::move(who));
    return static_cast<int>(m_entities.size()) - 1;
}

/** The day of publication, widened to every year that the sentence tells. */
std::pair<QDate, QDate> Resolver::daysToldIn(int sentence) const
{
    std::pair<QDate, QDate> days(m_published, m_published);
    const Sentence &told = m_text.sentences[static_cast<size_t>(sentence)];
    for (int i = told.begin; i < told.end; ++i) {
        const Token &token = m_text.tokens[static_cast<size_t>(i)];
        const int year = token.kind == Token::Kind::Number ? m_text.text(token).toInt() : 0;
        if (year >= 1900 && year < 2100 && year != m_published.year()) {
            days.first = std::min(days.first, QDate(year, 1, 1));
            days.second = std::max(days.second, QDate(year, 12, 31));
        }
    }
    return days;
}

/** Where one person alone is named without state and office, a role of a state that nobody is named for is his. */
int Resolver::onlyStranger(const QString &key, const QString &country)
{
    int found = -1;
    for (size_t i = 0; i < m_entities.size(); ++i) {
        const Entity &who = m_entities[i];
        if (who.type != ParticipantType::Person)
            continue;
        if (who.country == country && !country.isEmpty())
            return -1;
        const bool speaks = std::any_of(m_speeches.begin(), m_speeches.end(),
                                        [i](const Speech &s) { return s.speaker == static_cast<int>(i); });
        const bool stranger = who.country.isEmpty() && who.organisation.isEmpty() && who.roleKeys.isEmpty() && !speaks;
        if (stranger && found >= 0)
            return -1;
        found = stranger ? static_cast<int>(i) : found;
    }
    if (found < 0 || country.isEmpty())
        return -1;
    giveOffice(found, key, country);
    return found;
}

/** "met his Peruvian counterpart", and later "Ana Sol of Peru": the only one of the state, of whom no office is told.
 */
int Resolver::onlyOfState(const QString &key, const QString &country)
{
    int found = -1;
    for (size_t i = 0; i < m_entities.size(); ++i) {
        const Entity &who = m_entities[i];
        if (who.type != ParticipantType::Person || who.country != country || country.isEmpty())
            continue;
        if (found >= 0 || !who.roleKeys.isEmpty() || !who.offices.isEmpty() || who.countryGuessed)
            return -1;
        found = static_cast<int>(i);
    }
    if (found >= 0)
        giveOffice(found, key, country);
    return found;
}

void Resolver::giveOffice(int who, const QString &key, const QString &country)
{
    entity(who).country = country;
    entity(who).official = true;
    if (!key.isEmpty())
        entity(who).roleKeys.append(key);
}

/** "Ivan Orlov sent a message to Ana Sol. The President of Russia noted": the office that begins a sentence is that of
 * him whose name alone begins the sentence before. */
int Resolver::strangerBefore(int at, const QString &key, const QString &country)
{
    const NounPhrase &phrase = phraseOf(at);
    const int sentence = phrase.sentence;
    if (country.isEmpty() || !phrase.definite || sentence == 0 ||
        phrase.begin != m_text.sentences[static_cast<size_t>(sentence)].begin)
        return -1;
    for (const Entity &known : m_entities) {
        if (known.type == ParticipantType::Person && known.country == country)
            return -1;
    }
    const int first = m_text.sentences[static_cast<size_t>(sentence - 1)].begin;
    for (const NounPhrase &before : m_phrases) {
        if (before.begin != first || before.kind != NounPhrase::Kind::Person || before.actors.size() != 1)
            continue;
        const Entity &who = entity(before.actors.front());
        if (!who.country.isEmpty() || !who.organisation.isEmpty() || !who.roleKeys.isEmpty())
            return -1;
        giveOffice(before.actors.front(), key, country);
        return before.actors.front();
    }
    return -1;
}

} // namespace dragoman
