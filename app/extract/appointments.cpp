// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/appointments.h"

using namespace Qt::StringLiterals;

namespace dragoman {

using Mood = VerbGroup::Mood;

int Appointments::appointedFor(const Candidate &candidate, int end) const
{
    for (int i = end; i < limitOf(candidate.sentence); ++i) {
        const int time = m_clauses.timeAt(i);
        if (time < 0 || time == candidate.putOffTo || m_clauses.timeAt(i - 1) == time)
            continue;
        const int v = appointingVerb(i);
        if (v >= 0 && verb(v).begin >= end && isOwnClause(end, v))
            return time;
    }
    return -1;
}

/** The verb group of setting a day that ends before the time at token `at`, or -1. */
int Appointments::appointingVerb(int at) const
{
    int before = at - 1;
    while (before > 0 && m_clauses.verbAt(before) < 0 &&
           (m_clauses.is(before, WordClass::Preposition) || m_clauses.is(before, WordClass::Determiner) ||
            m_clauses.isAdverb(before) || m_clauses.isWord(before, "place"_L1)))
        --before;
    int v = m_clauses.verbAt(before);
    if (v >= 0 && verb(v).mood == Mood::Infinitive && v > 0 && verb(v - 1).end == verb(v).begin)
        --v; // "scheduled to begin on"
    if (v < 0 || m_frames.mood(verb(v).lemma, "subject"_L1) != ContactStatus::Planned)
        return -1;
    const bool single = verb(v).end == verb(v).begin + 1 && verb(v).mood == Mood::Past;
    return verb(v).passive || single || m_clauses.is(verb(v).main, WordClass::Predicative) ? v : -1;
}

/** Whether what stands between a noun and the verb is only its own "that", places and persons. */
bool Appointments::isOwnClause(int end, int v) const
{
    for (int i = end; i < verb(v).begin; ++i) {
        if (m_clauses.verbAt(i) >= 0 || token(i).isMark(u';') || token(i).isMark(u':') ||
            (m_clauses.is(i, WordClass::Conjunction) && m_clauses.phraseAt(i + 1) < 0))
            return false;
    }
    return true;
}

int Appointments::putOffTo(const Candidate &candidate, int end) const
{
    const int limit = limitOf(candidate.sentence);
    const int v = puttingOff(candidate, end);
    if (v < 0)
        return -1;
    for (int i = verb(v).end; i + 1 < limit; ++i) {
        const int other = m_clauses.verbAt(i);
        if (other >= 0 && other != v && verb(other).isFinite() && verb(other).mood != Mood::Past)
            return -1;
        const bool until = m_clauses.isWord(i, "until"_L1) || m_clauses.isWord(i, "till"_L1);
        const bool to = until || m_clauses.isWord(i, "to"_L1) || m_clauses.isWord(i, "for"_L1);
        const bool set = m_clauses.verbAt(i - 1) >= 0 && m_clauses.verbAt(i - 1) != v; // "planned for"
        if (!to || set || (m_clauses.isWord(i, "for"_L1) && m_clauses.verbAt(i - 1) != v))
            continue;
        const int next = m_clauses.is(i + 1, WordClass::Determiner) && m_clauses.timeAt(i + 1) < 0 ? i + 2 : i + 1;
        if (m_clauses.timeAt(next) >= 0)
            return m_clauses.timeAt(next);
    }
    return -1;
}

/** The verb that puts the contact off: it governs it, or the contact is its subject; -1 if there is none. */
int Appointments::puttingOff(const Candidate &candidate, int end) const
{
    if (candidate.verb >= 0 && m_lexicon.is(verb(candidate.verb).lemma, WordClass::PuttingOff))
        return candidate.verb;
    for (int i = end; i < limitOf(candidate.sentence); ++i) {
        const int v = m_clauses.verbAt(i);
        if (v >= 0 && verb(v).passive && m_lexicon.is(verb(v).lemma, WordClass::PuttingOff))
            return v;
    }
    return -1;
}

} // namespace dragoman
