// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/candidate.h"
#include "extract/matchbase.h"

namespace dragoman {

/** Finds the further destinations of a journey. */
class Stops : private MatchBase
{
public:
    using MatchBase::MatchBase;

    /** "will visit Egypt on Monday, Jordan and Iraq": a visit for each further destination (rule 12 of the gold). */
    [[nodiscard]] std::vector<Candidate> further(Candidate &candidate) const;

private:
    [[nodiscard]] int timeBehind(int *at, int limit) const;
    [[nodiscard]] int nextStop(int at, int limit, int before, int *joined) const;
    [[nodiscard]] bool opensClauseAfter(int at, int limit) const;
    [[nodiscard]] bool endsWithAnd(int at, int limit) const;
};

} // namespace dragoman
