// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/rulewords.h"

using namespace Qt::StringLiterals;

namespace dragoman {

using Kind = NounPhrase::Kind;

int RuleWords::nounAfter(const std::vector<std::vector<WordId>> &nouns, int after, int limit, int *end) const
{
    int i = m_clauses.skipLight(after, limit);
    // "handed him a note", "received from X a letter"
    for (int steps = 0; steps < 16 && i < limit; ++steps) {
        *end = match(nouns, i, limit);
        if (*end > i)
            return i;
        const Token &t = token(i);
        if (t.kind == Token::Kind::Punctuation && !t.isMark(u',') && !t.isMark(u'"') && !t.isMark(u'“'))
            return -1;
        if (m_clauses.verbAt(i) >= 0 && verb(m_clauses.verbAt(i)).isFinite())
            return -1;
        if (m_clauses.is(i, WordClass::Relative) || (m_clauses.is(i, WordClass::Preposition) && steps > 13))
            return -1;
        const int p = m_clauses.phraseAt(i);
        // "a delegation" is a phrase of its own
        for (int inner = i + 1; p >= 0 && phrase(p).kind == Kind::Role && inner < phrase(p).end; ++inner) {
            *end = match(nouns, inner, limit);
            if (*end > inner)
                return inner;
        }
        i = p >= 0 ? phrase(p).end : i + 1;
    }
    return -1;
}

/** "thanked Y for the letter he had sent": a pronoun behind a verb that has an object may mean that one. */
bool RuleWords::isOfEither(int number, int begin) const
{
    const int above = m_clauses.verbBefore(begin, firstOf(phrase(number).sentence));
    return phrase(number).kind == Kind::Pronoun && above >= 0 && !m_clauses.objectOf(above).isEmpty();
}

bool RuleWords::isBehindNoun(const std::vector<std::vector<WordId>> &nouns, int v) const
{
    static constexpr int longest = 4;
    const int first = firstOf(verb(v).sentence);
    int end = verb(v).begin;
    if (verb(v).passive && verb(v).end > verb(v).begin + 1)
        return false; // "the invitation was accepted"
    if (!verb(v).passive) {
        const PhraseList subject = m_clauses.subjectOf(v);
        if (subject.isEmpty() || subject.begin >= end || isOfEither(subject.phrases.front(), subject.begin))
            return false;
        end = subject.begin;
        if (end > first && (m_clauses.isWord(end - 1, "that"_L1) || m_clauses.isWord(end - 1, "which"_L1)))
            --end;
    }
    for (int i = end - 1; i >= first && i >= end - longest; --i) {
        if (match(nouns, i, end) == end)
            return true;
    }
    return false;
}

bool RuleWords::barred(const Frame &frame, int before, int after, int limit, int first) const
{
    if (!frame.notAfter.empty() && match(frame.notAfter, after, limit) > after)
        return true;
    for (const auto &words : frame.notBefore) {
        const int at = before - static_cast<int>(words.size());
        if (at >= first && match({words}, at, before) == before)
            return true;
    }
    return false;
}

bool RuleWords::hasSubjectNoun(const Frame &frame, int before, int first) const
{
    static constexpr int farthest = 8;
    for (int i = before - 1; i >= first && i >= before - farthest; --i) {
        if (m_clauses.verbAt(i) >= 0 || token(i).kind == Token::Kind::Punctuation)
            return false;
        if (match(frame.subjectNouns, i, before) > i)
            return true;
    }
    return false;
}

bool RuleWords::isOpened(const Frame &frame, const VerbGroup &group) const
{
    const int first = firstOf(group.sentence);
    const int begin = m_clauses.isWord(first, "also"_L1) || m_clauses.isWord(first, "among"_L1) ? first + 1 : first;
    return match(frame.opens, begin, group.begin) > begin;
}

} // namespace dragoman
