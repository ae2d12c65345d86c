// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/matchbase.h"

namespace dragoman {

/** Whom pronouns, "the two ministers" and "his" mean where a rule asks for participants. */
class Antecedents : private MatchBase
{
public:
    using MatchBase::MatchBase;

    /** Whom "the two ministers" or "they" mean: the last two persons of different sides named before. */
    [[nodiscard]] std::vector<int> groupBefore(int at) const;
    /** Whom "they", "each of them" mean behind a list of three or more; else nobody. */
    [[nodiscard]] std::vector<int> listBefore(int at) const;
    /** Who does the deed of the clause that `at` stands in, if that is one person. */
    [[nodiscard]] int subjectBefore(int at) const;
    /** "a delegation led by X": X (rule 24 of the gold); -1 for anything else. */
    [[nodiscard]] int leaderOf(int phrase) const;
    /** Whom "his" means: the first person of the sentence before it, else of the sentence before. */
    [[nodiscard]] int ownerBefore(int at) const;
    /** Whether one sentence behind `sentence` and before token `at` names both. */
    [[nodiscard]] bool areNamedTogether(const std::vector<int> &pair, int sentence, int at) const;
    /** Whether both hold the office that the group names, if it names one. */
    [[nodiscard]] bool canBe(const NounPhrase &group, const std::vector<int> &pair) const;

private:
    [[nodiscard]] std::vector<int> pairBefore(int at, const QString &key) const;
    [[nodiscard]] bool speaksForSide(int actor, const QString &key) const;
};

} // namespace dragoman
