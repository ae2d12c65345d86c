// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/nounplace.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dragoman {

using Mood = VerbGroup::Mood;
using Kind = NounPhrase::Kind;

NounPlace NounPlaces::placeOf(int at, int first) const
{
    NounPlace place;
    int i = at - 1;
    for (int steps = 0; i >= first && steps < 8; ++steps, --i) {
        const Token &t = token(i);
        if (t.kind == Token::Kind::PossessiveMark) {
            const int p = m_clauses.phraseAt(i - 1);
            place.possessor = p;
            place.begin = p >= 0 ? phrase(p).begin : i;
            i = place.begin - 1;
            break;
        }
        if (!t.isWord() && t.kind != Token::Kind::Number)
            break;
        if (m_clauses.is(i, WordClass::Possessive)) {
            place.possessive = i--;
            break;
        }
        if (m_clauses.is(i, WordClass::Determiner)) {
            place.determiner = i--;
            break;
        }
        if (m_clauses.verbAt(i) >= 0 || m_clauses.is(i, WordClass::Preposition) ||
            m_clauses.is(i, WordClass::Conjunction))
            break;
        if (m_clauses.phraseAt(i) >= 0 && !phrase(m_clauses.phraseAt(i)).attributive && !t.has(Token::Glued) &&
            phrase(m_clauses.phraseAt(i)).kind != Kind::Body)
            break;
        if (const auto mood = m_frames.mood(t.word, "modifier"_L1))
            place.modifier = mood;
        place.separate = place.separate || m_clauses.is(i, WordClass::Apart);
        if (m_clauses.isWord(i, "day"_L1) && t.has(Token::Glued) && i > first)
            place.days = numberOf(i - 1);
    }
    if (place.begin == 0)
        place.begin = i + 1;
    if (place.begin > first && m_clauses.isWord(place.begin - 1, "such"_L1)) // "such a meeting"
        --place.begin;
    if (place.separate && !token(at).isWord())
        place.separate = false;
    int before = place.begin - 1;
    while (before >= first &&
           (m_clauses.timeAt(before) >= 0 || (m_clauses.isAdverb(before) && m_clauses.verbAt(before) < 0) ||
            (m_clauses.is(before, WordClass::Preposition) && m_clauses.timeAt(before + 1) >= 0 &&
             before + 1 < place.begin)))
        --before;
    if (before > first && isParticleOf(m_clauses.verbAt(before - 1), before))
        --before; // "put off a visit"
    if (before < first)
        return place;
    if (m_clauses.isWord(before, "of"_L1) && place.possessor < 0 && place.possessive < 0 && place.determiner < 0 &&
        m_clauses.is(before - 1, WordClass::Round))
        return placeOf(before - 1, first);                            // "held a second round of indirect talks"
    const bool linked = m_clauses.is(before, WordClass::Preposition); // "announced following talks with"
    if (m_clauses.verbAt(before) >= 0 && !(linked && verb(m_clauses.verbAt(before)).mood == Mood::Gerund))
        place.governor = m_clauses.verbAt(before);
    else if (const int v = withdrawing(before, first); v >= 0)
        place.governor = v;
    else if (m_clauses.is(before, WordClass::Preposition))
        place.preposition = before;
    else if (m_clauses.isWord(before, "and"_L1))
        place.partner = before;
    place.outer = outerPreposition(place.preposition, first);
    return place;
}

/** "pulled out of a meeting", "withdrew from the talks": the verb before the "of" or "from" at `at`, or -1. */
int NounPlaces::withdrawing(int at, int first) const
{
    if (!m_clauses.isWord(at, "of"_L1) && !m_clauses.isWord(at, "from"_L1))
        return -1;
    const int particle = m_clauses.isWord(at, "of"_L1) ? at - 1 : at;
    const int v = particle > first ? m_clauses.verbAt(particle - 1) : -1;
    return v >= 0 && verb(v).end == particle && moodOf(v, "object"_L1) == ContactStatus::Cancelled ? v : -1;
}

/** "within the framework of his visit", "on the first day of a visit": the "within", the "on"; else `of` itself. */
int NounPlaces::outerPreposition(int of, int first) const
{
    static constexpr int longest = 5;
    if (!m_clauses.isWord(of, "of"_L1) || !m_clauses.is(of - 1, WordClass::Stage))
        return of;
    for (int i = of - 1; i >= first && i >= of - longest; --i) {
        if (!token(i).isWord() || m_clauses.phraseAt(i) >= 0 || m_clauses.verbAt(i) >= 0)
            return of;
        if (m_clauses.is(i, WordClass::Preposition))
            return i;
    }
    return of;
}

int NounPlaces::numberOf(int at) const
{
    if (at < 0)
        return 0;
    const Token &t = token(at);
    if (t.kind == Token::Kind::Number)
        return std::clamp(m_analysis.text.text(t).toInt(), 0, 60);
    return m_clauses.is(at, WordClass::Number) ? m_lexicon.numbers.value(t.word) : 0;
}

} // namespace dragoman
