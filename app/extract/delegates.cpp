// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/delegates.h"

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

/** How many lines a list of delegates has at most. */
constexpr int longestList = 40;

} // namespace

void Delegates::take(Candidate &candidate, int end) const
{
    candidate.delegates = true;
    candidate.members.clear(); // who announced it does not travel
    if (!isSent(end, limitOf(candidate.sentence))) {
        candidate.dropped = u"the delegation is not sent to attend anything"_s;
        return;
    }
    takeCity(candidate, end);
    const int sentences = static_cast<int>(m_analysis.text.sentences.size());
    for (int s = candidate.sentence + 1; s < sentences && s <= candidate.sentence + longestList; ++s) {
        if (takeLeader(candidate, s))
            continue;
        if (tellsDeed(s))
            return;
        takeLine(candidate, s);
    }
}

/** "to Iceland to attend the inauguration" */
bool Delegates::isSent(int end, int limit) const
{
    const int v = m_clauses.verbAfter(end, limit);
    return v >= 0 && verb(v).mood == VerbGroup::Mood::Infinitive && m_lexicon.is(verb(v).lemma, WordClass::TakingPart);
}

/** The city told behind it is nearer than the state that it is sent to. */
void Delegates::takeCity(Candidate &candidate, int end) const
{
    for (int i = end; i + 1 < limitOf(candidate.sentence); ++i) {
        const int p = m_clauses.isWord(i, "in"_L1) ? m_clauses.phraseAt(i + 1) : -1;
        if (p < 0 || !namesPlace(phrase(p)) || phrase(p).country.isEmpty())
            continue;
        const bool same = candidate.destination < 0 || phrase(p).country == phrase(candidate.destination).country;
        if (same && (candidate.destination < 0 || phrase(p).kind == NounPhrase::Kind::Place))
            candidate.destination = p;
        return;
    }
}

/** "X will lead the delegation", "the delegation will be led by X" */
bool Delegates::takeLeader(Candidate &candidate, int sentence) const
{
    const int limit = limitOf(sentence);
    const int v = m_clauses.verbAfter(firstOf(sentence), limit);
    if (v < 0 || !m_lexicon.is(verb(v).lemma, WordClass::Leading))
        return false;
    if (verb(v).passive && m_clauses.isWord(verb(v).end, "by"_L1))
        add(candidate, m_clauses.listFrom(verb(v).end + 1, limit, true));
    else if (const PhraseList leader = m_clauses.subjectOf(v); !leader.isEmpty())
        add(candidate, leader);
    else
        takeLine(candidate, sentence);
    return true;
}

bool Delegates::tellsDeed(int sentence) const
{
    for (int i = firstOf(sentence); i < limitOf(sentence); ++i) {
        const int v = m_clauses.verbAt(i);
        if (v >= 0 && verb(v).isFinite() && !verb(v).passive)
            return true;
    }
    return false;
}

/** A line that begins with a name: "The Honorable Ana Sol, Ambassador to Iceland". */
void Delegates::takeLine(Candidate &candidate, int sentence) const
{
    const int first = firstOf(sentence);
    const int p = m_clauses.phraseAt(first);
    if (first >= limitOf(sentence) || !token(first).has(Token::LineStart) || p < 0 || phrase(p).begin != first)
        return;
    PhraseList line;
    line.phrases = {p};
    add(candidate, line);
}

void Delegates::add(Candidate &candidate, const PhraseList &list) const
{
    for (const int number : list.phrases) {
        for (const int actor : phrase(number).actors) {
            if (phrase(number).kind == NounPhrase::Kind::Person)
                candidate.add(actor, Capacity::Guest, number);
        }
    }
}

} // namespace dragoman
