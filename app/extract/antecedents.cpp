// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/antecedents.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dragoman {

using Mood = VerbGroup::Mood;
using Kind = NounPhrase::Kind;

std::vector<int> Antecedents::groupBefore(int at) const
{
    std::vector<int> pair;
    for (size_t i = m_analysis.phrases.size(); i-- > 0;) {
        const NounPhrase &p = m_analysis.phrases[i];
        if (p.begin >= at || p.mergedInto >= 0 || p.actors.empty() || p.plural)
            continue;
        const Entity &who = entity(p.actors.front());
        const bool counts = who.type == ParticipantType::Person || !who.roleKeys.isEmpty();
        if (!counts || who.side().isEmpty() ||
            (!pair.empty() && (pair.front() == p.actors.front() || entity(pair.front()).side() == who.side())))
            continue;
        pair.insert(pair.begin(), p.actors.front());
        if (pair.size() == 2)
            break;
    }
    return pair.size() == 2 ? pair : std::vector<int>();
}

int Antecedents::subjectBefore(int at) const
{
    for (size_t v = m_analysis.verbs.size(); v-- > 0;) {
        const VerbGroup &group = m_analysis.verbs[v];
        if (group.end > at || !group.isFinite())
            continue;
        if (limitOf(group.sentence) <= at)
            return -1;
        const PhraseList subject = m_clauses.subjectOf(static_cast<int>(v));
        if (subject.phrases.size() != 1)
            return -1;
        const std::vector<int> &actors = phrase(subject.phrases.front()).actors;
        return actors.size() == 1 && entity(actors.front()).type == ParticipantType::Person ? actors.front() : -1;
    }
    return -1;
}

int Antecedents::ownerBefore(int at) const
{
    if (const int actor = subjectBefore(at); actor >= 0)
        return actor;
    int found = -1;
    int sentence = -1;
    for (const NounPhrase &p : m_analysis.phrases) {
        if (p.begin >= at)
            break;
        if (p.mergedInto >= 0 || p.actors.empty() || p.plural ||
            entity(p.actors.front()).type != ParticipantType::Person)
            continue;
        if (p.sentence != sentence) {
            sentence = p.sentence;
            found = p.actors.front();
        }
    }
    return found;
}

int Antecedents::leaderOf(int number) const
{
    const NounPhrase &p = phrase(number);
    if (p.kind != Kind::Role && p.kind != Kind::Body)
        return -1;
    bool delegation = false;
    for (int i = p.begin; i < p.end; ++i)
        delegation = delegation || m_clauses.isWord(i, "delegation"_L1);
    if (!delegation)
        return -1;
    const int limit = std::min(limitOf(p.sentence), p.end + 8);
    for (int i = p.end; i < limit; ++i) {
        const int v = m_clauses.verbAt(i);
        if (v < 0 && m_clauses.isWord(i, "under"_L1)) {
            const PhraseList leader = m_clauses.listFrom(i + 1, limitOf(p.sentence));
            return !leader.isEmpty() && phrase(leader.phrases.front()).actors.size() == 1
                       ? phrase(leader.phrases.front()).actors.front()
                       : -1;
        }
        if (v < 0)
            continue;
        if (!verb(v).passive || !m_lexicon.is(verb(v).lemma, WordClass::Leading))
            return -1;
        const int by = verb(v).end;
        const PhraseList leader = m_clauses.listFrom(m_clauses.isWord(by, "by"_L1) ? by + 1 : by, limitOf(p.sentence));
        const bool one = !leader.isEmpty() && phrase(leader.phrases.front()).actors.size() == 1;
        return one ? phrase(leader.phrases.front()).actors.front() : -1;
    }
    return -1;
}

} // namespace dragoman
