// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/candidate.h"
#include "extract/matchbase.h"

namespace dragoman {

/** Finds who belongs to a delegation that is sent somewhere: who leads it, and the list of its members below. */
class Delegates : private MatchBase
{
public:
    using MatchBase::MatchBase;

    /** `end`: behind the word for the delegation. */
    void take(Candidate &candidate, int end) const;

private:
    [[nodiscard]] bool isSent(int end, int limit) const;
    void takeCity(Candidate &candidate, int end) const;
    [[nodiscard]] bool takeLeader(Candidate &candidate, int sentence) const;
    [[nodiscard]] bool tellsDeed(int sentence) const;
    void takeLine(Candidate &candidate, int sentence) const;
    void add(Candidate &candidate, const PhraseList &list) const;
};

} // namespace dragoman
