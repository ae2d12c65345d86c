// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/mediators.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dragoman {

void Mediators::take(Candidate &candidate) const
{
    if (candidate.kind != ContactKind::Meeting)
        return;
    const int limit = limitOf(candidate.sentence);
    for (int i = firstOf(candidate.sentence); i < limit; ++i) {
        const int v = m_clauses.verbAt(i);
        if (v >= 0 && m_lexicon.is(verb(v).lemma, WordClass::Mediating) && verb(v).main == i)
            takeVerb(candidate, v);
        else if (m_clauses.is(i, WordClass::Mediating))
            takeAt(candidate, i);
        else if (m_clauses.isWord(i, "with"_L1) && m_clauses.phraseAt(i) < 0)
            takeWith(candidate, i);
    }
}

/** "with the mediation of Qatar", "Qatar's mediation", "China-mediated talks". */
void Mediators::takeAt(Candidate &candidate, int at) const
{
    if (m_clauses.isWord(at + 1, "of"_L1) || m_clauses.isWord(at + 1, "by"_L1)) {
        add(candidate, m_clauses.listFrom(at + 2, limitOf(candidate.sentence), true));
        return;
    }
    const int inside = m_clauses.phraseAt(at);
    const bool owned = at > 0 && token(at - 1).kind == Token::Kind::PossessiveMark;
    const int p = inside >= 0 ? inside : m_clauses.phraseAt(owned ? at - 2 : at - 1);
    if (p < 0 || phrase(p).country.isEmpty() || phrase(p).kind != NounPhrase::Kind::Body)
        return;
    candidate.mediating.append(phrase(p).country);
}

/** "with the Swiss minister mediating", "with Qatar as mediator". */
void Mediators::takeWith(Candidate &candidate, int at) const
{
    const int limit = limitOf(candidate.sentence);
    const PhraseList list = m_clauses.listFrom(at + 1, limit, true);
    if (list.isEmpty())
        return;
    int i = list.end;
    while (i < limit && i < list.end + 3 &&
           (m_clauses.isWord(i, "acting"_L1) || m_clauses.isWord(i, "serving"_L1) || m_clauses.isWord(i, "as"_L1) ||
            m_clauses.is(i, WordClass::Determiner)))
        ++i;
    if (i < limit && m_clauses.is(i, WordClass::Mediating))
        add(candidate, list);
}

/** "talks mediated by Oman", "Oman mediated the talks", "a meeting which she mediated". */
void Mediators::takeVerb(Candidate &candidate, int v) const
{
    const int behind = verb(v).end;
    if (m_clauses.isWord(behind, "by"_L1))
        add(candidate, m_clauses.listFrom(behind + 1, limitOf(candidate.sentence), true));
    else if (verb(v).isFinite() && !verb(v).passive && !verb(v).negated)
        add(candidate, m_clauses.subjectOf(v));
}

void Mediators::add(Candidate &candidate, const PhraseList &list) const
{
    for (const int number : list.phrases) {
        for (const int actor : phrase(number).actors)
            addOne(candidate, actor, number);
    }
}

void Mediators::addOne(Candidate &candidate, int actor, int number)
{
    const auto known = std::find_if(candidate.members.begin(), candidate.members.end(),
                                    [actor](const Candidate::Member &m) { return m.entity == actor; });
    if (known != candidate.members.end())
        known->capacity = Capacity::Mediator;
    else
        candidate.mediators.push_back({actor, Capacity::Mediator, number});
}

} // namespace dragoman
