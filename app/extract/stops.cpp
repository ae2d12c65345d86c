// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/stops.h"

using namespace Qt::StringLiterals;

namespace dragoman {

using Kind = NounPhrase::Kind;

std::vector<Candidate> Stops::further(Candidate &candidate) const
{
    std::vector<Candidate> stops;
    if (candidate.kind != ContactKind::Visit || candidate.destination < 0)
        return stops;
    const int limit = limitOf(candidate.sentence);
    int at = phrase(candidate.destination).end;
    int before = candidate.destination;
    int time = timeBehind(&at, limit);
    if (time >= 0)
        candidate.time = time;
    while (at < limit) {
        int joined = -1;
        const int next = nextStop(at, limit, before, &joined);
        if (next < 0)
            break;
        at = phrase(next).end;
        before = next;
        if (joined == 0) // "Cairo, Egypt"
            continue;
        Candidate stop = candidate;
        stop.destination = next;
        if (const int own = timeBehind(&at, limit); own >= 0) {
            stop.time = own;
            if (time < 0 && stops.empty())
                candidate.time = own;
        }
        stops.push_back(std::move(stop));
    }
    return stops;
}

/** The time that stands behind a stop ("on Monday"), `at` moved behind it; -1 if none does. */
int Stops::timeBehind(int *at, int limit) const
{
    int i = *at;
    while (i < limit && m_clauses.is(i, WordClass::Preposition) && m_clauses.timeAt(i) < 0 &&
           m_clauses.timeAt(i + 1) >= 0)
        ++i;
    if (i >= limit || m_clauses.timeAt(i) < 0)
        return -1;
    const int time = m_clauses.timeAt(i);
    *at = m_analysis.times[static_cast<size_t>(time)].end;
    return time;
}

/** The place that a comma or "and" joins to one before; `joined` is 0 if it only tells where that one lies. */
int Stops::nextStop(int at, int limit, int before, int *joined) const
{
    int i = at;
    const bool comma = i < limit && token(i).isMark(u',');
    if (comma)
        ++i;
    const bool word = m_clauses.isWord(i, "and"_L1) || m_clauses.isWord(i, "then"_L1);
    while (i < limit && m_clauses.phraseAt(i) < 0 &&
           (m_clauses.isWord(i, "and"_L1) || m_clauses.isWord(i, "then"_L1) || m_clauses.isWord(i, "to"_L1) ||
            m_clauses.isWord(i, "on"_L1) || m_clauses.isWord(i, "in"_L1) || m_clauses.isWord(i, "finally"_L1)))
        ++i;
    const int p = m_clauses.phraseAt(i);
    if ((!comma && !word) || p < 0 || phrase(p).begin != i || !namesPlace(phrase(p)) || phrase(p).attributive)
        return -1;
    const bool lies = comma && !word && phrase(before).kind == Kind::Place && phrase(p).kind != Kind::Place &&
                      phrase(p).country == phrase(before).country;
    *joined = lies ? 0 : 1;
    if (!lies && opensClauseAfter(phrase(p).end, limit))
        return -1;
    // "arrived in Baku, Azerbaijan's capital": a comma alone needs another stop or an "and" behind it.
    return lies || word || endsWithAnd(phrase(p).end, limit) ? p : -1;
}

bool Stops::opensClauseAfter(int at, int limit) const
{
    int i = at;
    while (i < limit && m_clauses.is(i, WordClass::Adverb))
        ++i;
    return i < limit && m_clauses.verbAt(i) >= 0 && verb(m_clauses.verbAt(i)).isFinite();
}

/** Whether a list of stops goes on from here to an "and". */
bool Stops::endsWithAnd(int at, int limit) const
{
    for (int i = at; i < limit && i < at + 24; ++i) {
        if (m_clauses.isWord(i, "and"_L1))
            return m_clauses.phraseAt(i + 1) >= 0 && namesPlace(phrase(m_clauses.phraseAt(i + 1)));
        if (m_clauses.verbAt(i) >= 0)
            return false;
    }
    return false;
}

} // namespace dragoman
