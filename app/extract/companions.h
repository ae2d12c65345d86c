// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/candidate.h"
#include "extract/matchbase.h"

namespace dragoman {

/** Finds who is told to be there besides those who meet or travel. */
class Companions : private MatchBase
{
public:
    using MatchBase::MatchBase;

    /** "received X, accompanied by Y", "in the presence of Y", "with Y also at the table". */
    void take(Candidate &candidate) const;

private:
    void takeAccompanying(Candidate &candidate) const;
    void takePresent(Candidate &candidate) const;
    [[nodiscard]] bool tellsPresence(int at) const;
    void add(Candidate &candidate, const PhraseList &list, bool met) const;
    void addOne(Candidate &candidate, int actor, int number, bool met) const;
};

} // namespace dragoman
