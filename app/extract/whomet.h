// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/antecedents.h"
#include "extract/candidate.h"
#include "extract/nounplace.h"

#include <vector>

namespace dragoman {

/** Whom "they", "the two leaders", "the three" mean, by what is found in the sentences before. */
class WhoMet : private MatchBase
{
public:
    WhoMet(const Analysis &analysis, const std::vector<Entity> &entities, const Lexicon &lexicon,
           const FrameSet &frames, const std::vector<Candidate> &found)
        : MatchBase(analysis, entities, lexicon, frames), m_places(analysis, entities, lexicon, frames),
          m_antecedents(analysis, entities, lexicon, frames), m_found(found)
    {
    }

    [[nodiscard]] std::vector<int> of(const NounPhrase &group) const;
    [[nodiscard]] bool sidesDiffer(const std::vector<int> &pair) const;

private:
    [[nodiscard]] bool isBackground(const Candidate &told) const;
    [[nodiscard]] std::vector<int> pairOf(const Candidate &told) const;
    [[nodiscard]] std::vector<int> subjectsBefore(const NounPhrase &group) const;
    [[nodiscard]] std::vector<int> travellersBefore(const NounPhrase &group) const;
    [[nodiscard]] int countOf(const NounPhrase &group) const;
    [[nodiscard]] std::vector<int> severalWhoMet(const NounPhrase &group, size_t count) const;

    NounPlaces m_places;
    Antecedents m_antecedents;
    const std::vector<Candidate> &m_found;
};

} // namespace dragoman
