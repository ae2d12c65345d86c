// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/matchbase.h"

#include <algorithm>
#include <array>

namespace dragoman {

namespace {

/** Of phrasal verbs that moods.tsv may hold: "put off", "rule out", "push back". */
constexpr std::array particles{QLatin1String("off"), QLatin1String("forward"), QLatin1String("out"),
                               QLatin1String("back"), QLatin1String("down")};

} // namespace

std::optional<ContactStatus> MatchBase::moodOf(int v, QLatin1String use) const
{
    const VerbGroup &group = verb(v);
    for (const QLatin1String particle : particles) {
        if (!m_clauses.isWord(group.end, particle))
            continue;
        const WordId phrasal = m_lexicon.vocabulary.find(lemmaOf(v) + QLatin1Char('-') + particle);
        return phrasal == 0 ? std::nullopt : m_frames.mood(phrasal, use);
    }
    return m_frames.mood(group.lemma, use);
}

bool MatchBase::isParticleOf(int v, int at) const
{
    if (v < 0 || verb(v).end != at)
        return false;
    const bool phrasal = m_lexicon.is(verb(v).lemma, WordClass::Phrasal);
    if (phrasal && (m_clauses.isWord(at, QLatin1String("up")) || m_clauses.isWord(at, QLatin1String("short"))))
        return true;
    return std::any_of(particles.begin(), particles.end(), [&](QLatin1String particle) {
        return m_clauses.isWord(at, particle) && (phrasal || moodOf(v, QLatin1String("object")));
    });
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
