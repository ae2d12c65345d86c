// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/antecedents.h"
#include "extract/appointments.h"
#include "extract/candidate.h"
#include "extract/nounplace.h"

namespace dragoman {

/** Finds the time, the place, the medium, the inviting host and the principal of a candidate in its sentence. */
class Circumstances : private MatchBase
{
public:
    Circumstances(const Analysis &analysis, const std::vector<Entity> &entities, const Lexicon &lexicon,
                  const FrameSet &frames)
        : MatchBase(analysis, entities, lexicon, frames), m_places(analysis, entities, lexicon, frames),
          m_antecedents(analysis, entities, lexicon, frames), m_appointments(analysis, entities, lexicon, frames)
    {
    }

    /** The time told in the candidate's own clause, else at the head of its sentence. */
    void takeTime(Candidate &candidate, int end) const;
    void takePlace(Candidate &candidate) const;
    void takeInitiative(Candidate &candidate) const;
    /** "on behalf of X": X is the sender, who acts is only the bearer. */
    void takePrincipal(Candidate &candidate) const;
    /** "at the invitation of X": the host of the visit. */
    void takeHosts(Candidate &candidate) const;
    /** A meeting by video is a call; a call told with a place, and without a word of the medium, is a meeting. */
    void takeMedium(Candidate &candidate) const;

private:
    /** Clause boundaries between two tokens. */
    struct Barriers
    {
        int finite = 0; ///< other finite verbs, semicolons and colons
        int loose = 0;  ///< infinitives and gerunds
    };

    [[nodiscard]] bool isOwnInfinitive(int v, const Candidate &candidate) const;
    [[nodiscard]] bool isOfAside(const TimeExpression &time, int trigger) const;
    [[nodiscard]] bool isOfInvitation(const TimeExpression &time, int end) const;
    [[nodiscard]] bool isOfReduced(const TimeExpression &time, int trigger) const;
    [[nodiscard]] bool isWhen(const TimeExpression &time) const;
    [[nodiscard]] bool isOfToldLength(int at) const;
    [[nodiscard]] bool isDateline(const TimeExpression &time) const;
    [[nodiscard]] bool isOfVisitBefore(const TimeExpression &time, const Candidate &candidate) const;
    void takeAppointment(Candidate &candidate, int end) const;
    void takeDuration(Candidate &candidate) const;
    [[nodiscard]] int timeCost(const TimeExpression &time, const Candidate &candidate, int end) const;
    [[nodiscard]] Barriers barriers(int from, int to, const Candidate &candidate) const;
    [[nodiscard]] bool isOwnParticiple(int v, const Candidate &candidate) const;
    [[nodiscard]] bool isOwnRelative(int v, const Candidate &candidate) const;
    [[nodiscard]] int placeBehind(int at) const;
    [[nodiscard]] int settlementBehind(int at) const;
    [[nodiscard]] bool isOfTopic(int place, int trigger) const;
    void readSetting(Candidate &candidate) const;
    [[nodiscard]] bool namesCall(int from, int to) const;
    [[nodiscard]] int initiator(const Candidate &candidate, int at) const;
    /** "said on Monday": the time of the telling. */
    [[nodiscard]] bool belongsToReport(const TimeExpression &time) const;
    /** "met by video link", "met virtually". */
    [[nodiscard]] bool byMedium(const Candidate &candidate) const;

    NounPlaces m_places;
    Antecedents m_antecedents;
    Appointments m_appointments;
};

} // namespace dragoman
