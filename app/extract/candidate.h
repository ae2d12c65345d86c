// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/contactterms.h"
#include "domain/textspan.h"
#include "extract/frames.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace dragoman {

/** A rule's match, with entities for participants; not yet an account. */
struct Candidate
{
    struct Member
    {
        int entity = 0;
        Capacity capacity = Capacity::Party;
        int phrase = -1;  ///< where he is named in the match
        bool met = false; ///< stands as object or behind a preposition: the other side of who acts
        std::optional<Slot> slot = std::nullopt; ///< where the rule found him
        bool joined = false;                     ///< only told to have been there too
    };

    int frame = 0;
    int trigger = 0; ///< token
    int last = 0;    ///< the last token of a trigger of several words
    int verb = -1;   ///< verb group that the trigger is or that governs it
    int sentence = 0;
    ContactKind kind = ContactKind::Meeting;
    ContactStatus status = ContactStatus::Held;
    std::vector<Member> members;
    std::vector<Member> company; ///< who is told to be there besides: "with the ambassador at the table"
    std::vector<Member> mediators;
    bool delegates = false;  ///< its travellers are those of a delegation's list
    bool ofStates = false;   ///< "the two sides agreed to hold the next round": not they in person
    QStringList mediating;   ///< states told to mediate by an adjective: "China-mediated"
    int destination = -1;    ///< phrase, of a visit
    int place = -1;          ///< phrase
    bool here = false;       ///< "here": the place of the dateline
    bool there = false;      ///< "there": the place told last
    int time = -1;           ///< time expression
    int putOffTo = -1;       ///< time expression: the new day of what was put off
    bool appointed = false;  ///< its time is the one that it was set for
    int durationDays = 0;    ///< "a three-day visit"
    bool separate = false;   ///< "separate meetings with": one contact for each
    int ownFrom = 0;         ///< token: times before it tell when it was proposed, discussed, put off
    bool onlyAfter = false;  ///< times before the trigger are not its own
    bool definite = false;   ///< "the meeting": points to something told elsewhere
    bool future = false;     ///< its time lies after the article
    bool setting = false;    ///< in the margins of something: nobody is host
    bool endsOnTime = false; ///< "concluded on Tuesday": the time is the last day
    bool present = false;    ///< told in the present tense: with a weekday it lies ahead
    bool onlyAhead = false;  ///< "is in Cairo on Friday": a contact only if that day lies ahead
    bool pointed = false;    ///< "the visit", "X's visit", of somebody who is told to be received
    bool within = false;     ///< "during his visit", "on her first trip": somebody is on it
    bool homeless = false;   ///< a visit of somebody to nowhere told
    bool toCountry = false;  ///< "to our country", "to the island": no name, but a state
    bool occasion = false;   ///< a verb says that it takes place, not only that it goes on
    std::optional<ContactStatus> answer = std::nullopt; ///< of an invitation told before: accepted, declined
    int bearer = -1;                                    ///< entity: who hands over another's letter
    bool similar = false;                               ///< "a similar cable"
    bool conditional = false;                           ///< dropped for being a condition or a possibility only
    bool denial = false;      ///< "no such meeting took place", "the trip was called off": of what is told before
    bool neverWas = false;    ///< of a denial: also what was told as held did not take place
    bool again = false;       ///< "will not meet again"
    bool partnerOnly = false; ///< "talks with X are planned": with whom is told elsewhere
    bool agentless = false;   ///< "was received there": by whom is told elsewhere
    int principal = -1;       ///< entity: of whom the text speaks there
    bool gone = false;        ///< what somebody went somewhere for: planned as he went, perhaps held by now
    bool bare = false;        ///< "following the talks held in Oslo": who met is not told
    bool guestless = false;   ///< "a planned stop in Peru was cancelled": of the traveller told before
    bool quoted = false;      ///< told inside quotation marks
    TextSpan evidence;
    std::optional<Slot> filling = std::nullopt; ///< of those added next
    quint32 filled = 0;                         ///< a bit for each Slot that gave somebody
    QString dropped;                            ///< why it will not become an account; empty if it may

    [[nodiscard]] bool has(int entity) const;
    void add(int entity, Capacity capacity, int phrase, bool met = false);
};

} // namespace dragoman
