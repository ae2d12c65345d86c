// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/contact.h"
#include "extract/confidence.h"
#include "extract/matcher.h"

#include <algorithm>

namespace dragoman {

/** A candidate with its values worked out, until it is told in the domain's words. */
struct Draft
{
    std::vector<Candidate::Member> members;
    ContactKind kind = ContactKind::Meeting;
    ContactStatus status = ContactStatus::Held;
    FuzzyDate date;
    Place place;
    QString destinationCountry;
    QString region; ///< the only destination told is no state: "the Middle East"
    int durationDays = 0;
    int bearer = -1; ///< entity
    bool endsOnTime = false;
    QList<TextSpan> evidence;
    QString rule;
    AccountOrigin origin;
    int sentence = 0;
    bool hasTimeWord = false;
    bool definite = false;
    bool setting = false;
    bool dropped = false;
    bool earlier = false;    ///< told as what came before: "after his talks with"
    bool apart = false;      ///< one of several that were told together: "met separately with A and B"
    bool weak = false;       ///< its rule tells nothing beside another contact of the same two
    bool byNoun = false;     ///< a noun tells it: "held a meeting"
    bool receives = false;   ///< its host is told to receive, welcome or host
    bool longBefore = false; ///< "had visited in June last year": told with its day, long before the news
    bool sequel = false;     ///< told in the simple past, perhaps after the article's main news

    [[nodiscard]] bool has(int entity) const
    {
        return std::any_of(members.begin(), members.end(),
                           [entity](const Candidate::Member &m) { return m.entity == entity; });
    }
};

} // namespace dragoman
