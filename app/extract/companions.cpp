// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/companions.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dragoman {

void Companions::take(Candidate &candidate) const
{
    if (candidate.kind != ContactKind::Meeting && candidate.kind != ContactKind::Visit)
        return;
    takeAccompanying(candidate);
    if (candidate.kind == ContactKind::Meeting)
        takePresent(candidate);
}

void Companions::takeAccompanying(Candidate &candidate) const
{
    const int limit = limitOf(candidate.sentence);
    for (int i = firstOf(candidate.sentence); i + 1 < limit; ++i) {
        if (m_clauses.isWord(i, "together"_L1) && m_clauses.isWord(i + 1, "with"_L1)) {
            add(candidate, m_clauses.listFrom(i + 2, limit, true), true); // "will fly to Y together with X"
            continue;
        }
        const int v = m_clauses.verbAt(i);
        if (v < 0 || !m_lexicon.is(verb(v).lemma, WordClass::Company) || !verb(v).passive)
            continue;
        i = verb(v).end;
        if (m_clauses.isWord(i, "by"_L1))
            add(candidate, m_clauses.namesFrom(i + 1, limit), true);
    }
}

void Companions::takePresent(Candidate &candidate) const
{
    const int limit = limitOf(candidate.sentence);
    for (int i = candidate.trigger + 1; i + 2 < limit; ++i) {
        if (m_clauses.isWord(i, "presence"_L1) && m_clauses.isWord(i + 1, "of"_L1)) {
            add(candidate, m_clauses.listFrom(i + 2, limit, true), false);
        } else if (m_clauses.isWord(i, "with"_L1) && m_clauses.phraseAt(i) < 0) {
            const PhraseList list = m_clauses.listFrom(i + 1, limit, true);
            int behind = list.end;
            while (behind < limit && (token(behind).isMark(u',') || m_clauses.isWord(behind, "also"_L1)))
                ++behind;
            if (!list.isEmpty() && tellsPresence(behind))
                add(candidate, list, false);
        }
    }
}

/** "present", "in attendance", "at the table". */
bool Companions::tellsPresence(int at) const
{
    if (m_clauses.is(at, WordClass::Present))
        return true;
    return (m_clauses.isWord(at, "in"_L1) || m_clauses.isWord(at, "at"_L1)) &&
           (m_clauses.is(at + 1, WordClass::Present) ||
            (m_clauses.is(at + 1, WordClass::Determiner) && m_clauses.is(at + 2, WordClass::Present)));
}

void Companions::add(Candidate &candidate, const PhraseList &list, bool met) const
{
    for (const int number : list.phrases) {
        for (const int actor : phrase(number).actors)
            addOne(candidate, actor, number, met);
    }
}

/** He takes part on the side of his own state; `met`: of whom it is told last, where none is told of him. */
void Companions::addOne(Candidate &candidate, int actor, int number, bool met) const
{
    const Entity &who = entity(actor);
    if (who.type != ParticipantType::Person || candidate.has(actor))
        return;
    if (candidate.kind == ContactKind::Meeting) {
        candidate.company.push_back({actor, Capacity::Party, number, met, std::nullopt});
        return;
    }
    const auto sameSide = std::find_if(candidate.members.begin(), candidate.members.end(), [&](const auto &m) {
        return !who.side().isEmpty() && !who.countryGuessed && entity(m.entity).side() == who.side();
    });
    if (sameSide != candidate.members.end())
        candidate.add(actor, sameSide->capacity, number, sameSide->met);
    else if ((who.side().isEmpty() || who.countryGuessed) && !candidate.members.empty())
        candidate.add(actor, candidate.members.back().capacity, number, candidate.members.back().met);
}

} // namespace dragoman
