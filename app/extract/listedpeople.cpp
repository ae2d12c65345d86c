// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/listedpeople.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dragoman {

using Kind = NounPhrase::Kind;

/** "the CIS summit", "NATO allies": a body's name before a noun of something else. */
bool ListedPeople::namesAnother(const NounPhrase &p) const
{
    if (p.kind != Kind::Body || p.possessiveOf || p.end >= limitOf(p.sentence))
        return false;
    const Token &next = token(p.end);
    return next.isWord() && !next.has(Token::Capital) && m_clauses.phraseAt(p.end) < 0 && m_clauses.verbAt(p.end) < 0 &&
           m_clauses.timeAt(p.end) < 0 &&
           (m_clauses.is(p.end, WordClass::Setting) || m_clauses.is(p.end, WordClass::Common)) &&
           !m_clauses.is(p.end, WordClass::Preposition) && !m_clauses.is(p.end, WordClass::Conjunction) &&
           !m_clauses.is(p.end, WordClass::Adverb) && !m_clauses.is(p.end, WordClass::Subordinator) &&
           !m_clauses.is(p.end, WordClass::Relative) && !m_clauses.is(p.end, WordClass::Be) &&
           !m_clauses.is(p.end, WordClass::Have) && !m_clauses.is(p.end, WordClass::Future) &&
           !m_clauses.is(p.end, WordClass::Conditional) && !m_clauses.is(p.end, WordClass::Determiner) &&
           !m_clauses.is(p.end, WordClass::Negation) && !m_lexicon.verbs.contains(next.word);
}

bool ListedPeople::nameSpeakers(const PhraseList &list) const
{
    if (list.phrases.size() < 2)
        return false;
    const auto speaks = [this](int number) {
        const NounPhrase &p = phrase(number);
        return p.kind == Kind::Body && !p.state && !p.forum && !p.organisation.isEmpty() && p.country.isEmpty();
    };
    const NounPhrase &first = phrase(list.phrases.front());
    return (first.kind == Kind::Role && first.plural) || std::any_of(list.phrases.begin(), list.phrases.end(), speaks);
}

/** "the delegations of A and B", "the leaders of A and B": the states; nobody if the group points back. */
std::vector<int> ListedPeople::namedBehind(const NounPhrase &group) const
{
    if (group.kind != Kind::Group || !m_clauses.isWord(group.end, "of"_L1))
        return {};
    std::vector<int> named;
    const PhraseList states = m_clauses.listFrom(group.end + 1, limitOf(group.sentence), true);
    for (const int number : states.phrases) {
        for (const int actor : phrase(number).actors)
            named.push_back(actor);
    }
    return states.phrases.size() > 1 ? named : std::vector<int>();
}

/** "the two leaders, A and B": those who are named. */
bool ListedPeople::namesFollow(const NounPhrase &group, const PhraseList &list) const
{
    if (group.kind != Kind::Group || group.end >= limitOf(group.sentence) || !token(group.end).isMark(u','))
        return false;
    return std::any_of(list.phrases.begin(), list.phrases.end(), [&](int number) {
        return phrase(number).begin == group.end + 1 && phrase(number).kind == Kind::Person;
    });
}

/** "representatives from the Canal Authority", "officials of the fund": the body, where it is no state; or -1. */
int ListedPeople::bodyBehind(const NounPhrase &speakers) const
{
    if (speakers.kind != Kind::Role || !speakers.plural || !speakers.actors.empty() ||
        (!m_clauses.isWord(speakers.end, "of"_L1) && !m_clauses.isWord(speakers.end, "from"_L1)))
        return -1;
    const int at = speakers.end + (m_clauses.is(speakers.end + 1, WordClass::Determiner) ? 2 : 1);
    const int p = std::max(m_clauses.phraseAt(speakers.end + 1), m_clauses.phraseAt(at));
    const bool body = p >= 0 && phrase(p).kind == Kind::Body && !phrase(p).attributive && phrase(p).actors.size() == 1;
    return body && !entity(phrase(p).actors.front()).isState ? phrase(p).actors.front() : -1;
}

/** "a delegation from the ministry", of whom nobody is named: the ministry; or -1. */
int ListedPeople::senderBehind(const NounPhrase &delegation) const
{
    if (delegation.kind != Kind::Role || delegation.plural || !m_clauses.is(delegation.end - 1, WordClass::Followers) ||
        (!m_clauses.isWord(delegation.end, "of"_L1) && !m_clauses.isWord(delegation.end, "from"_L1)))
        return -1;
    const int p = m_clauses.phraseAt(delegation.end + 1);
    const bool body = p >= 0 && phrase(p).kind == Kind::Body && !phrase(p).attributive && phrase(p).actors.size() == 1;
    return body ? phrase(p).actors.front() : -1;
}

std::vector<int> ListedPeople::actorsOf(int number, const PhraseList &list) const
{
    const NounPhrase &p = phrase(number);
    if (p.joined || namesAnother(p) || namesFollow(p, list) || m_clauses.isWord(p.begin - 1, "no"_L1) ||
        m_clauses.isWord(p.begin, "no"_L1)) // "No minister has been there"
        return {};
    // "talks between the two countries' foreign ministers": those are others.
    if (p.kind == Kind::Group && p.end < limitOf(p.sentence) && token(p.end).kind == Token::Kind::PossessiveMark)
        return {};
    if (std::vector<int> named = namedBehind(p); !named.empty())
        return named;
    if (const int body = bodyBehind(p); body >= 0)
        return {body};
    if (p.kind == Kind::Group)
        return m_whoMet.of(p);
    if (const int leader = m_antecedents.leaderOf(number); leader >= 0)
        return {leader};
    if (const int sender = senderBehind(p); sender >= 0)
        return {sender};
    return p.actors;
}

} // namespace dragoman
