// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/matchbase.h"

namespace dragoman {

/** What a rule asks of the words around its verb or noun. */
class RuleWords : private MatchBase
{
public:
    using MatchBase::MatchBase;

    /** The token of the rule's noun in the object of the verb, or -1. */
    [[nodiscard]] int nounAfter(const std::vector<std::vector<WordId>> &nouns, int after, int limit, int *end) const;
    /** "the call received by X from Y", "the letter that X sent to Y": the object stands before its verb. */
    [[nodiscard]] bool isBehindNoun(const std::vector<std::vector<WordId>> &nouns, int v) const;
    [[nodiscard]] bool barred(const Frame &frame, int before, int after, int limit, int first) const;
    /** "the trip will take him to": one of the rule's nouns before the verb, with nothing between but its attributes.
     */
    [[nodiscard]] bool hasSubjectNoun(const Frame &frame, int before, int first) const;
    /** "Also present at the meeting were ...": the sentence begins with a phrase of the rule, and no one stands before
     * the verb. */
    [[nodiscard]] bool isOpened(const Frame &frame, const VerbGroup &group) const;

private:
    [[nodiscard]] bool isOfEither(int number, int begin) const;
};

} // namespace dragoman
