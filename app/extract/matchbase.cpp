// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/matchbase.h"

#include <algorithm>

namespace dragoman {

std::optional<ContactStatus> MatchBase::moodOf(int v, QLatin1String use) const
{
    const VerbGroup &group = verb(v);
    for (const QLatin1String particle : {QLatin1String("off"), QLatin1String("forward"), QLatin1String("out")}) {
        if (!m_clauses.isWord(group.end, particle))
            continue;
        const WordId phrasal = m_lexicon.vocabulary.find(lemmaOf(v) + QLatin1Char('-') + particle);
        return phrasal == 0 ? std::nullopt : m_frames.mood(phrasal, use);
    }
    return m_frames.mood(group.lemma, use);
}

int MatchBase::match(const std::vector<std::vector<WordId>> &phrases, int at, int limit) const
{
    int best = at;
    for (const auto &words : phrases) {
        if (words.empty() || at + static_cast<int>(words.size()) > limit)
            continue;
        bool same = true;
        for (size_t i = 0; i < words.size() && same; ++i)
            same = token(at + static_cast<int>(i)).word == words[i];
        if (same)
            best = std::max(best, at + static_cast<int>(words.size()));
    }
    return best;
}

bool MatchBase::namesPlace(const NounPhrase &p)
{
    if (p.kind == NounPhrase::Kind::Body && p.periphrasis)
        return true;
    return !p.attributive && !p.possessiveOf &&
           (p.kind == NounPhrase::Kind::Place || (p.kind == NounPhrase::Kind::Body && p.state));
}

} // namespace dragoman
