// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/resolver.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dragoman {

using Kind = NounPhrase::Kind;

/** "The Foreign Secretary", of whom the article tells no name: that of whoever issued it. */
bool Resolver::isOfHome(const NounPhrase &phrase) const
{
    return !m_home.isEmpty() && !phrase.former && !phrase.visiting && !phrase.honorific &&
           token(phrase.end - 1).has(Token::Capital) && isSubject(phrase) &&
           m_lexicon.roleGroups.value(u"national"_s).contains(phrase.roleKey);
}

/** "The Secretary-General met": in a release of his organisation, which never tells his name. */
bool Resolver::isOfOrganisation(const NounPhrase &phrase) const
{
    return phrase.definite && !phrase.former && isSubject(phrase) && token(phrase.end - 1).has(Token::Capital) &&
           m_lexicon.roleGroups.value(u"organisation"_s).contains(phrase.roleKey);
}

/** The organisation that the article names first, else that of the world. */
QString Resolver::organisationNamed() const
{
    for (const NounPhrase &phrase : m_phrases) {
        if (phrase.kind == Kind::Body && !phrase.forum && !phrase.organisation.isEmpty() && phrase.country.isEmpty())
            return phrase.organisation;
    }
    return u"United Nations"_s;
}

/** "was sworn in as president of Peru", "became": who is told to take the office, if none is told of him yet; or -1. */
int Resolver::whoBecomes(int at, const QString &key, const QString &country)
{
    const NounPhrase &phrase = phraseOf(at);
    if (country.isEmpty() || !is(phrase.begin - 1, WordClass::Becoming))
        return -1;
    int who = clauseSubject(at);
    for (int i = at - 1; who < 0 && i >= 0 && phraseOf(i).sentence == phrase.sentence; --i) {
        if (phraseOf(i).kind == Kind::Person && phraseOf(i).actors.size() == 1)
            who = phraseOf(i).actors.front();
    }
    if (who < 0 || entity(who).type != ParticipantType::Person || !entity(who).roleKeys.isEmpty() ||
        !entity(who).organisation.isEmpty() || (!entity(who).country.isEmpty() && !entity(who).countryGuessed))
        return -1;
    entity(who).countryGuessed = false;
    giveOffice(who, key, country);
    return who;
}

/** "received the American": whoever of the state was named shortly before; nobody where none was. */
std::vector<int> Resolver::fellowNamedBefore(int at) const
{
    static constexpr int reach = 3;
    const NounPhrase &phrase = phraseOf(at);
    for (size_t i = m_named.size(); i-- > 0 && phraseOf(m_named[i]).sentence >= phrase.sentence - reach;) {
        const int number = phraseOf(m_named[i]).actors.front();
        const Entity &who = entity(number);
        if (who.type == ParticipantType::Person && who.country == phrase.country)
            return {number};
    }
    return {};
}

/** "the visiting dignitary": the one named shortly before who is of another state than the article; or -1. */
int Resolver::foreignerBefore(int at) const
{
    static constexpr int reach = 5;
    int found = -1;
    for (size_t i = m_named.size(); i-- > 0 && phraseOf(m_named[i]).sentence >= phraseOf(at).sentence - reach;) {
        const int number = phraseOf(m_named[i]).actors.front();
        const Entity &who = entity(number);
        if (who.type != ParticipantType::Person || who.side().isEmpty() || who.side() == m_home || number == found)
            continue;
        if (found >= 0 && entity(found).side() != who.side())
            return -1;
        found = number;
    }
    return m_home.isEmpty() ? -1 : found;
}

/** "he met the envoy": the one stranger named without an office, where nobody is called an envoy; or -1. */
int Resolver::strangerCalled(const NounPhrase &phrase) const
{
    static constexpr int reach = 4;
    const bool envoy =
        phrase.definite && !phrase.former && phrase.end - phrase.begin <= 2 && phrase.roleKey == u"envoy"_s;
    int found = -1;
    for (size_t i = m_named.size(); envoy && i-- > 0;) {
        const NounPhrase &named = phraseOf(m_named[i]);
        if (named.sentence < phrase.sentence - reach)
            break;
        const int number = named.actors.front();
        const Entity &who = entity(number);
        if (who.type != ParticipantType::Person || !who.roleKeys.isEmpty() || who.side().isEmpty() ||
            who.side() == m_home || number == found)
            continue;
        if (found >= 0)
            return -1;
        found = number;
    }
    return found;
}

/** "credentials from six new envoys. They are": the envoys whom one of the next sentences lists. */
std::vector<int> Resolver::envoysListedBehind(int at) const
{
    static constexpr int reach = 2;
    const NounPhrase &plural = phraseOf(at);
    const QStringList envoys = m_lexicon.roleGroups.value(u"envoy"_s) + QStringList{u"envoy"_s};
    if (!envoys.contains(plural.roleKey))
        return {};
    std::vector<int> listed;
    int sentence = plural.sentence;
    for (size_t i = static_cast<size_t>(at) + 1; i < m_phrases.size(); ++i) {
        const NounPhrase &phrase = m_phrases[i];
        if (phrase.sentence > plural.sentence + reach)
            break;
        if (phrase.sentence == plural.sentence || phrase.mergedInto >= 0 || phrase.kind != Kind::Person)
            continue;
        if (phrase.sentence != sentence) {
            if (listed.size() > 1)
                break;
            listed.clear();
        }
        sentence = phrase.sentence;
        const bool envoy = envoys.contains(phrase.roleKey);
        const bool bare = phrase.office.isEmpty() && !phrase.country.isEmpty();
        if (phrase.actors.size() == 1 && (envoy || bare))
            listed.push_back(phrase.actors.front());
    }
    return listed.size() > 1 ? listed : std::vector<int>();
}

} // namespace dragoman
