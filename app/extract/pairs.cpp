// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/pairs.h"

namespace dragoman {

namespace {

/** How many words may stand between the names and the noun: "Omani-Swiss high-level political consultations". */
constexpr int attributes = 8;

} // namespace

/** A word that may stand between the names and the noun. */
bool Pairs::isAttribute(int at) const
{
    const Token &t = token(at);
    return (t.isWord() || t.kind == Token::Kind::Number || t.kind == Token::Kind::PossessiveMark ||
            t.has(Token::Glued)) &&
           m_clauses.timeAt(at) < 0 && (m_clauses.verbAt(at) < 0 || !verb(m_clauses.verbAt(at)).isFinite()) &&
           !m_clauses.is(at, WordClass::Preposition) && !m_clauses.is(at, WordClass::Determiner) &&
           !m_clauses.is(at, WordClass::Subordinator) && !m_clauses.is(at, WordClass::Relative);
}

/** The names joined to one another of which phrase `number` is the last; none if it stands alone. */
std::vector<int> Pairs::chainUntil(int number) const
{
    std::vector<int> chain;
    if (!phrase(number).joined)
        return chain;
    if (phrase(number).actors.size() > 1)
        return {number}; // "the Sol-Luna summit" is one phrase
    for (int p = number; p >= 0 && phrase(p).joined; --p) {
        chain.insert(chain.begin(), p);
        if (phrase(p).begin == 0 || p == 0 || phrase(p - 1).end + 1 < phrase(p).begin)
            break;
    }
    return chain.size() > 1 ? chain : std::vector<int>();
}

std::vector<int> Pairs::endingAt(int end, int first) const
{
    for (int i = end - 1; i >= first && i >= end - attributes; --i) {
        if (const int p = m_clauses.phraseAt(i); p >= 0 && phrase(p).joined)
            return chainUntil(p);
        if (!isAttribute(i))
            break;
    }
    return {};
}

/** "of the Omani-Swiss Joint Commission on Trade", from behind the preposition. */
std::vector<int> Pairs::ofCommission(int at, int limit) const
{
    int i = at;
    while (i < limit && (m_clauses.is(i, WordClass::Determiner) || m_clauses.is(i, WordClass::Ordinal)) &&
           m_clauses.phraseAt(i) < 0)
        ++i;
    for (int last = i; i < limit && i < last + attributes; ++i) {
        if (m_clauses.is(i, WordClass::Commission))
            return endingAt(i, at);
        if (!isAttribute(i) && m_clauses.phraseAt(i) < 0)
            break;
    }
    return {};
}

std::vector<int> Pairs::ofNoun(int at, int end, const NounPlace &place, int sentence) const
{
    const int first = firstOf(sentence);
    if (std::vector<int> own = endingAt(at, first); !own.empty())
        return own;
    if (m_clauses.isWord(end, QLatin1String("of")))
        return ofCommission(end + 1, limitOf(sentence));
    const int before = place.governor >= 0 ? verb(place.governor).begin : -1;
    if (before > first && m_clauses.is(before - 1, WordClass::Commission)) // "The joint commission held its session"
        return endingAt(before - 1, first);
    return {};
}

} // namespace dragoman
