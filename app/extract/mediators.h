// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/candidate.h"
#include "extract/matchbase.h"

namespace dragoman {

/** Finds who is told to mediate at a meeting. */
class Mediators : private MatchBase
{
public:
    using MatchBase::MatchBase;

    void take(Candidate &candidate) const;

private:
    void takeAt(Candidate &candidate, int at) const;
    void takeWith(Candidate &candidate, int at) const;
    void takeVerb(Candidate &candidate, int v) const;
    void add(Candidate &candidate, const PhraseList &list) const;
    static void addOne(Candidate &candidate, int actor, int number);
};

} // namespace dragoman
