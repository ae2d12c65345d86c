// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/candidate.h"
#include "extract/nounplace.h"

namespace dragoman {

/** Reads from verbs, moods and negations whether a contact is held, planned, invited, proposed or cancelled, or told as
 * a condition only. */
class StatusReader : private MatchBase
{
public:
    using MatchBase::MatchBase;

    void setStatus(Candidate &candidate, const Frame &frame) const;
    void nounStatus(Candidate &candidate, const Frame &frame, const NounPlace &place, int end) const;
    /** Whether a verb tells of travel, so that what follows "for" lies ahead. */
    [[nodiscard]] bool wouldBeGladOf(int v) const;
    [[nodiscard]] bool isJourney(int v) const;
    /** The verb that tells that a noun before `end`, its subject, takes place or is held; -1 if none does. */
    [[nodiscard]] int eventVerb(const Frame &frame, int end, int limit) const;

private:
    [[nodiscard]] bool isOnAgenda(int v) const;
    [[nodiscard]] bool toldBefore(int at, int from) const;
    void readRelative(Candidate &candidate, int end, std::optional<ContactStatus> &status) const;
    [[nodiscard]] bool hasIf(int from, int to) const;
    [[nodiscard]] bool isHoped(int v, int first) const;
    /** The status that a verb's own form gives; nothing if it tells of no contact at all. */
    [[nodiscard]] std::optional<ContactStatus> statusOf(int v, int depth = 0) const;
    [[nodiscard]] std::optional<ContactStatus> perfectStatus(int v) const;
    [[nodiscard]] bool isOfInvitation(int from, int to) const;
    [[nodiscard]] std::optional<ContactStatus> infinitiveStatus(int v, int depth) const;
    [[nodiscard]] std::optional<ContactStatus> nounMood(int noun, int first) const;
    [[nodiscard]] bool denies(int v) const;
    [[nodiscard]] bool deniedBefore(int at, int sentence) const;
    static void dropConditional(Candidate &candidate);
    void readDenial(Candidate &candidate, const NounPlace &place) const;
    [[nodiscard]] bool tellsOff(int v) const;
    [[nodiscard]] bool isGone(int v) const;
    [[nodiscard]] int isToBeHeld(const Candidate &candidate, const Frame &frame, int end) const;
    [[nodiscard]] int predicateOf(int end, int limit) const;
    [[nodiscard]] bool isReduced(int v) const;
    [[nodiscard]] bool opensRelative(int from, int v) const;
    [[nodiscard]] bool isObjectControlled(int v) const;
    [[nodiscard]] std::optional<ContactStatus> invitationMood(int governor, int infinitive) const;
    [[nodiscard]] bool isHappening(const VerbGroup &group) const;
};

} // namespace dragoman
