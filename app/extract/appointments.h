// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/candidate.h"
#include "extract/matchbase.h"

namespace dragoman {

/** For when a contact was set, and to when it was put off. */
class Appointments : private MatchBase
{
public:
    using MatchBase::MatchBase;

    /** "that had been set for Thursday", "due to begin on November 18": the time expression, or -1. */
    [[nodiscard]] int appointedFor(const Candidate &candidate, int end) const;
    /** "was postponed until June", "has been rescheduled for Friday": the time expression, or -1. */
    [[nodiscard]] int putOffTo(const Candidate &candidate, int end) const;

private:
    [[nodiscard]] int appointingVerb(int time) const;
    [[nodiscard]] bool isOwnClause(int end, int v) const;
    [[nodiscard]] int puttingOff(const Candidate &candidate, int end) const;
};

} // namespace dragoman
