// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/candidate.h"
#include "extract/matchbase.h"

namespace dragoman {

/** Tells why a match of a rule is no contact: nobody named, nothing told to take place, only asked for or denied. */
class Refusals : private MatchBase
{
public:
    using MatchBase::MatchBase;

    /** Puts the reason into Candidate::dropped, if there is one. */
    void judge(Candidate &candidate, const Frame &frame) const;

private:
    [[nodiscard]] bool tellsMedium(const Candidate &candidate) const;
    [[nodiscard]] bool isMedium(int at, int limit) const;
    [[nodiscard]] bool goesOn(int at, int limit) const;
    [[nodiscard]] bool namesCall(int from, int at, int limit) const;
    [[nodiscard]] bool needsFilled(const Candidate &candidate, const Frame &frame) const;
    [[nodiscard]] bool isUnderWay(const Candidate &candidate, const Frame &frame) const;
    [[nodiscard]] bool bringsHere(const Candidate &candidate, const Frame &frame) const;
    void dropHomeless(Candidate &candidate, const Frame &frame) const;
    [[nodiscard]] bool goesToCountry(const Candidate &candidate, const Frame &frame) const;
    [[nodiscard]] static bool goesNowhere(const Candidate &candidate);
    [[nodiscard]] bool standsInMessage(const Candidate &candidate, const Frame &frame) const;
    [[nodiscard]] bool isPurposeOfCall(const Candidate &candidate, const Frame &frame) const;
    [[nodiscard]] bool namesPartner(const Candidate &candidate, const Frame &frame) const;
    [[nodiscard]] bool isReception(const Candidate &candidate, const Frame &frame) const;
    [[nodiscard]] bool isAsked(const Candidate &candidate) const;
    [[nodiscard]] bool pointsBack(const Candidate &candidate, const Frame &frame) const;
    [[nodiscard]] bool goesOnWith(const Candidate &candidate) const;
    [[nodiscard]] bool isFixedBehind(const Candidate &candidate) const;
    [[nodiscard]] bool isOfSport(const Candidate &candidate) const;
    [[nodiscard]] bool isAbsence(const Candidate &candidate) const;
};

} // namespace dragoman
