// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/resolver.h"

#include "domain/names.h"
#include "extract/spelling.h"

#include <QVarLengthArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dragoman {

using Kind = NounPhrase::Kind;
using Gender = NounPhrase::Gender;

namespace {

constexpr size_t mostCompared = 48;

} // namespace

std::vector<Entity> Resolver::run()
{
    statesInBrackets();
    statesOfDelegations();
    fullNames();
    shortNames();
    joinedNames();
    for (const NounPhrase &hint : m_hints)
        takeHint(hint);
    readSpeeches();
    guessCountries();
    for (size_t i = 0; i < m_phrases.size(); ++i) {
        if (m_phrases[i].mergedInto < 0)
            resolve(static_cast<int>(i));
    }
    return std::move(m_entities);
}

bool Resolver::is(int at, WordClass wordClass) const
{
    return at >= 0 && at < static_cast<int>(m_text.tokens.size()) && token(at).isWord() &&
           m_lexicon.is(token(at).word, wordClass);
}

bool Resolver::isFullName(const NounPhrase &phrase)
{
    return nameWordCount(phrase.name) > 1;
}

bool Resolver::fits(const Entity &who, const NounPhrase &phrase) const
{
    if (!who.country.isEmpty() && !phrase.country.isEmpty() && who.country != phrase.country)
        return false;
    if (!who.country.isEmpty() && !phrase.organisation.isEmpty() && phrase.country.isEmpty() &&
        who.organisation.isEmpty())
        return false;
    return who.gender == Gender::Unknown || phrase.gender == Gender::Unknown || who.gender == phrase.gender;
}

void Resolver::learnForm(Entity &who, const QString &name) const
{
    if (who.forms.contains(name))
        return;
    who.forms.append(name);
    if (name != who.name && nameWordCount(name) > nameWordCount(who.name)) {
        who.name = name;
        m_asked.clear();
    }
    const WordId first = m_lexicon.vocabulary.find(folded(name.section(u' ', 0, 0)));
    if (who.gender == Gender::Unknown && m_lexicon.is(first, WordClass::GivenFemale))
        who.gender = Gender::Female;
}

void Resolver::learn(int number, const NounPhrase &phrase)
{
    Entity &who = entity(number);
    if (phrase.gender != Gender::Unknown && who.gender == Gender::Unknown)
        who.gender = phrase.gender;
    learnForm(who, phrase.name);
    if (who.country.isEmpty() && who.organisation.isEmpty()) {
        who.country = phrase.country;
        who.organisation = phrase.country.isEmpty() ? phrase.organisation : QString();
    }
    if (!phrase.office.isEmpty()) {
        const QString office = officeText(phrase);
        if (!who.offices.contains(office))
            who.offices.append(office);
        if (!phrase.roleKey.isEmpty() && !who.roleKeys.contains(phrase.roleKey))
            who.roleKeys.append(phrase.roleKey);
    }
    who.counterpart = who.counterpart || phrase.counterpart;
    who.official = who.official || !phrase.office.isEmpty() || !phrase.country.isEmpty() ||
                   !phrase.organisation.isEmpty() || phrase.counterpart || phrase.kin;
}

QString Resolver::officeText(const NounPhrase &phrase) const
{
    const QString adjective = phrase.country.isEmpty() ? QString() : m_lexicon.adjectives.value(phrase.country);
    return adjective.isEmpty() ? phrase.office : adjective + u' ' + phrase.office;
}

/** "Minister Ana Sol (Iceland)" */
void Resolver::statesInBrackets()
{
    for (size_t i = 0; i + 1 < m_phrases.size(); ++i) {
        NounPhrase &phrase = m_phrases[i];
        const NounPhrase &next = m_phrases[i + 1];
        if (phrase.kind == Kind::Person && phrase.country.isEmpty() && phrase.organisation.isEmpty() && next.state &&
            next.begin == phrase.end + 1 && token(phrase.end).isMark(u'(') &&
            next.end < static_cast<int>(m_text.tokens.size()) && token(next.end).isMark(u')'))
            phrase.country = next.country;
    }
}

/** "a Lao delegation led by Deputy Speaker Sol": he is of its state. */
void Resolver::statesOfDelegations()
{
    static constexpr int reach = 12;
    for (size_t i = 0; i + 1 < m_phrases.size(); ++i) {
        NounPhrase &delegation = m_phrases[i];
        takeSideBehind(delegation, m_phrases[i + 1]);
        const bool sided = !delegation.country.isEmpty() || !delegation.organisation.isEmpty();
        if ((delegation.kind != Kind::Role && delegation.kind != Kind::Body) || !sided || delegation.state)
            continue;
        for (size_t j = i + 1; j < m_phrases.size() && m_phrases[j].begin < delegation.end + reach; ++j) {
            NounPhrase &leader = m_phrases[j];
            if (leader.sentence != delegation.sentence || leader.kind == Kind::Role)
                break;
            if (leader.kind != Kind::Person || !isLedBy(delegation, leader))
                continue;
            if (leader.country.isEmpty() && leader.organisation.isEmpty()) {
                leader.country = delegation.country;
                leader.organisation = delegation.country.isEmpty() ? delegation.organisation : QString();
            }
            break;
        }
    }
}

/** "a delegation from the World Bank": of its side. */
void Resolver::takeSideBehind(NounPhrase &delegation, const NounPhrase &behind) const
{
    const bool open = delegation.kind == Kind::Role && delegation.country.isEmpty() &&
                      delegation.organisation.isEmpty() &&
                      m_lexicon.vocabulary.is(token(delegation.end - 1).word, "delegation"_L1);
    const bool adjacent = behind.kind == Kind::Body && !behind.attributive && behind.sentence == delegation.sentence &&
                          behind.begin == delegation.end + 1 && is(delegation.end, WordClass::Preposition);
    if (!open || !adjacent)
        return;
    delegation.country = behind.country;
    delegation.organisation = behind.country.isEmpty() ? behind.organisation : QString();
}

/** Whether nothing but "delegation", its attributes and "led by" stands between the two. */
bool Resolver::isLedBy(const NounPhrase &delegation, const NounPhrase &leader) const
{
    const int by = leader.begin - 1;
    const auto isWord = [this](int at, QLatin1String text) { return m_lexicon.vocabulary.is(token(at).word, text); };
    if (by <= delegation.begin + 1 || !isWord(by, "by"_L1))
        return false;
    const QList<VerbReading> &readings = m_lexicon.verbs.value(token(by - 1).word);
    if (std::none_of(readings.begin(), readings.end(),
                     [this](const VerbReading &verb) { return m_lexicon.is(verb.lemma, WordClass::Leading); }))
        return false;
    for (int i = delegation.begin; i < by; ++i) {
        if (isWord(i, "delegation"_L1))
            return true;
    }
    return false;
}

int Resolver::add(const NounPhrase &phrase)
{
    Entity who;
    who.name = phrase.name;
    m_entities.push_back(std::move(who));
    const int number = static_cast<int>(m_entities.size()) - 1;
    learn(number, phrase);
    return number;
}

void Resolver::fullNames()
{
    QHash<QString, int> told;
    for (NounPhrase &phrase : m_phrases) {
        if (phrase.kind != Kind::Person || phrase.joined || !isFullName(phrase))
            continue;
        int found = told.value(phrase.name, -1);
        if (found >= 0 && !fits(m_entities[static_cast<size_t>(found)], phrase))
            found = -1;
        // In a list of very many names other spellings are looked for among the last ones before it only.
        const size_t first = m_entities.size() - std::min(m_entities.size(), mostCompared);
        for (size_t i = first; i < m_entities.size() && found < 0; ++i) {
            if (fits(m_entities[i], phrase) && namesAgree(m_entities[i].name, phrase.name))
                found = static_cast<int>(i);
        }
        if (found >= 0)
            learn(found, phrase);
        else
            found = add(phrase);
        told.insert(phrase.name, found);
        phrase.actors = {found};
    }
}

bool Resolver::isCalled(int number, const QString &name) const
{
    auto asked = std::find_if(m_asked.begin(), m_asked.end(), [&name](const Asked &one) { return one.name == name; });
    if (asked == m_asked.end()) {
        if (m_asked.size() >= mostCompared)
            m_asked.clear();
        m_asked.push_back({name, {}});
        asked = m_asked.end() - 1;
    }
    if (asked->persons.size() < m_entities.size())
        asked->persons.resize(m_entities.size());
    Answer &answer = asked->persons[static_cast<size_t>(number)];
    if (answer == Answer::Unasked)
        answer = namesAgree(entity(number).name, name) ? Answer::Yes : Answer::No;
    return answer == Answer::Yes;
}

int Resolver::ownerOf(size_t at, const NounPhrase &phrase, Likeness likeness) const
{
    QVarLengthArray<Answer, 64> answers(static_cast<qsizetype>(m_entities.size()));
    std::fill(answers.begin(), answers.end(), Answer::Unasked);
    const auto isHe = [&](int number) {
        Answer &answer = answers[number];
        if (answer == Answer::Unasked) {
            const Entity &who = entity(number);
            const bool office = likeness != Likeness::Office || hasRole(who, phrase.roleKey);
            answer = office && fits(who, phrase) && isCalled(number, phrase.name) ? Answer::Yes : Answer::No;
        }
        return answer == Answer::Yes;
    };
    const auto owns = [&](const NounPhrase &other) {
        return other.kind == Kind::Person && other.mergedInto < 0 && !other.actors.empty() &&
               !(likeness == Likeness::OwnName && other.kin) && isHe(other.actors.front());
    };
    for (size_t i = at; i-- > 0;) {
        if (owns(m_phrases[i]))
            return m_phrases[i].actors.front();
    }
    for (size_t i = at + 1; i < m_phrases.size(); ++i) {
        if (owns(m_phrases[i]))
            return m_phrases[i].actors.front();
    }
    return -1;
}

int Resolver::ownerOf(size_t at, const NounPhrase &phrase) const
{
    for (const Likeness likeness : {Likeness::Office, Likeness::OwnName, Likeness::Name}) {
        if (likeness == Likeness::Office && phrase.roleKey.isEmpty())
            continue;
        if (const int owner = ownerOf(at, phrase, likeness); owner >= 0)
            return owner;
    }
    return -1;
}

void Resolver::shortNames()
{
    // Titled ones first: "President Hartono" makes a person of whom "Hartono" alone can be a mention.
    for (const bool titled : {true, false}) {
        for (size_t i = 0; i < m_phrases.size(); ++i) {
            NounPhrase &phrase = m_phrases[i];
            if (phrase.kind != Kind::Person || phrase.joined || isFullName(phrase) || phrase.titled != titled)
                continue;
            const int owner = ownerOf(i, phrase);
            if (owner >= 0)
                learn(owner, phrase);
            const bool known = owner >= 0 || titled || !phrase.office.isEmpty();
            if (known)
                phrase.actors = {owner >= 0 ? owner : add(phrase)};
        }
    }
}

/** "the Sol-Luna summit": two persons, where the article names both. */
void Resolver::joinedNames()
{
    for (NounPhrase &phrase : m_phrases) {
        const bool hyphen = !phrase.titled && phrase.nameEnd == phrase.nameBegin + 2 &&
                            token(phrase.nameEnd - 1).has(Token::Glued); // "Sol-Luna talks"
        if (phrase.kind != Kind::Person || (!phrase.joined && !hyphen))
            continue;
        const auto bearer = [this](int at) {
            const QString name = folded(m_text.text(token(at)));
            for (size_t i = 0; i < m_entities.size(); ++i) {
                if (folded(m_entities[i].name.section(u' ', -1)) == name)
                    return static_cast<int>(i);
            }
            return -1;
        };
        std::vector<int> all;
        int words = 0;
        for (int i = phrase.nameBegin; i < phrase.nameEnd; ++i) {
            if (!token(i).isWord())
                continue;
            ++words;
            if (const int who = bearer(i); who >= 0 && std::find(all.begin(), all.end(), who) == all.end())
                all.push_back(who);
        }
        if (static_cast<int>(all.size()) < words)
            continue;
        phrase.actors = all;
        phrase.plural = phrase.joined = phrase.attributive = true;
    }
}

/** "Prime Minister Bibi Sol of Peru" below "Prime Minister Benjamin Sol of Peru": one office, state and surname. */
bool Resolver::isSameHolder(const Entity &who, const NounPhrase &hint) const
{
    const auto surname = [](const QString &name) { return folded(name.section(u' ', -1)); };
    return isFullName(hint) && !hint.country.isEmpty() && hint.country == who.country && !hint.roleKey.isEmpty() &&
           who.roleKeys.contains(hint.roleKey) && m_lexicon.roleGroups.value(u"single"_s).contains(hint.roleKey) &&
           surname(who.name) == surname(hint.name) && !namesAgree(who.name, hint.name);
}

/** The headline often tells the state or the full name of somebody whom the text calls by office and surname only. */
void Resolver::takeHint(const NounPhrase &hint)
{
    if (hint.kind != Kind::Person || hint.mergedInto >= 0)
        return;
    const bool sided = !hint.country.isEmpty() || !hint.organisation.isEmpty();
    for (Entity &who : m_entities) {
        if (isSameHolder(who, hint))
            learnForm(who, hint.name);
        if (!fits(who, hint) || !namesAgree(who.name, hint.name))
            continue;
        if (isFullName(hint))
            learnForm(who, hint.name);
        if (!sided || !who.country.isEmpty() || !who.organisation.isEmpty())
            continue;
        who.country = hint.country;
        who.organisation = hint.country.isEmpty() ? hint.organisation : QString();
        who.official = true;
    }
}

/** Whom a release names first, without office and state: somebody whom its readers know for their own, or -1. */
int Resolver::principal() const
{
    for (const NounPhrase &phrase : m_phrases) {
        if (phrase.kind != Kind::Person || phrase.mergedInto >= 0 || phrase.actors.empty())
            continue;
        const Entity &who = entity(phrase.actors.front());
        const bool bare = !phrase.titled && who.country.isEmpty() && who.organisation.isEmpty();
        return bare && isSubject(phrase) && phrase.sentence == 0 ? phrase.actors.front() : -1;
    }
    return -1;
}

void Resolver::guessCountries()
{
    const QStringList organisationKeys = m_lexicon.roleGroups.value(u"organisation"_s);
    m_principal = principal();
    std::vector<int> order = speakers();
    for (size_t i = 0; i < m_entities.size(); ++i)
        order.push_back(static_cast<int>(i));
    for (const int number : order) {
        Entity &who = entity(number);
        const bool isFirst = m_principal >= 0 && &who == &entity(m_principal);
        const bool office = isFirst || !who.roleKeys.isEmpty() || !who.offices.isEmpty();
        if (!who.country.isEmpty() || !who.organisation.isEmpty() || !office)
            continue;
        const bool organisation = std::any_of(who.roleKeys.begin(), who.roleKeys.end(),
                                              [&](const QString &key) { return organisationKeys.contains(key); });
        if (organisation) {
            who.organisation = u"organisation"_s;
        } else if (!m_home.isEmpty() && !who.counterpart && !isHeldAtHome(who) && !isHeldBySpeaker(who)) {
            who.country = m_home;
            who.countryGuessed = true;
        }
    }
}

/** The speakers of a transcript: the article is of their state before it is of others'. */
std::vector<int> Resolver::speakers() const
{
    std::vector<int> all;
    for (const Speech &speech : m_speeches) {
        if (speech.speaker >= 0)
            all.push_back(speech.speaker);
    }
    return all;
}

/** "I rang Foreign Minister Luna", says a foreign minister: she is another state's. */
bool Resolver::isHeldBySpeaker(const Entity &who) const
{
    const QStringList national = m_lexicon.roleGroups.value(u"national"_s);
    const std::vector<int> all = speakers();
    return std::any_of(all.begin(), all.end(), [&](int number) {
        const Entity &speaker = entity(number);
        return &speaker != &who && speaker.country == m_home &&
               std::any_of(who.roleKeys.begin(), who.roleKeys.end(), [&](const QString &key) {
                   return national.contains(key) && speaker.roleKeys.contains(key);
               });
    });
}

/** A state has one president, and no crown prince beside him: where he is named, another president is somebody
 *  else's. */
bool Resolver::isHeldAtHome(const Entity &who) const
{
    const QStringList single = m_lexicon.roleGroups.value(u"single"_s);
    const QStringList royal = m_lexicon.roleGroups.value(u"royal"_s);
    const auto excludes = [&](const Entity &other, const QString &key) {
        return (single.contains(key) && other.roleKeys.contains(key)) ||
               (royal.contains(key) && other.roleKeys.contains(u"president"_s));
    };
    return std::any_of(m_entities.begin(), m_entities.end(), [&](const Entity &other) {
        return &other != &who && other.type == ParticipantType::Person && other.country == m_home &&
               std::any_of(who.roleKeys.begin(), who.roleKeys.end(),
                           [&](const QString &key) { return excludes(other, key); });
    });
}

/** Whom an abbreviation means that the text has put in brackets behind his office: "the Foreign Minister (FM), X". */
int Resolver::definedAs(const NounPhrase &phrase) const
{
    const int last = phrase.end - 1;
    if ((phrase.kind != Kind::Role && phrase.kind != Kind::Person) || phrase.end - phrase.begin > 2 ||
        !token(last).has(Token::AllCapitals))
        return -1;
    for (const int named : m_named) {
        const NounPhrase &other = phraseOf(named);
        for (int i = other.begin + 1; other.begin != phrase.begin && i + 1 < other.end; ++i) {
            if (token(i - 1).isMark(u'(') && m_text.text(token(i)) == m_text.text(token(last)) &&
                token(i + 1).isMark(u')'))
                return other.actors.front();
        }
    }
    return -1;
}

void Resolver::resolve(int at)
{
    NounPhrase &phrase = m_phrases[static_cast<size_t>(at)];
    if (const int who = definedAs(phrase); who >= 0) {
        phrase.actors = {who};
        m_named.push_back(at);
        return;
    }
    switch (phrase.kind) {
    case Kind::Person:
        if (phrase.kin && !phrase.actors.empty())
            inheritCountry(at);
        if (phrase.counterpart && !phrase.actors.empty())
            inheritOffice(at);
        break;
    case Kind::Role:
        role(at);
        break;
    case Kind::Pronoun:
        pronoun(at);
        break;
    case Kind::Body:
        body(phrase);
        break;
    case Kind::Group:
    case Kind::Place:
        break;
    }
    if (phrase.actors.empty() || phrase.plural)
        return;
    const Entity &who = entity(phrase.actors.front());
    if (who.type == ParticipantType::Person || (phrase.kind == Kind::Role && !who.roleKeys.isEmpty()))
        m_named.push_back(at);
}

std::vector<Entity> resolveEntities(const TokenizedText &text, std::vector<NounPhrase> &phrases,
                                    const QString &homeCountry, const std::vector<NounPhrase> &hints,
                                    const Lexicon &lexicon, const QDate &published)
{
    return Resolver(text, phrases, homeCountry, hints, lexicon, published).run();
}

} // namespace dragoman
