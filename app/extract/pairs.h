// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/matchbase.h"
#include "extract/nounplace.h"

#include <vector>

namespace dragoman {

/** Who is told to meet by names joined before the noun: "the Omani-Swiss talks", "the Sol-Luna summit". */
class Pairs : private MatchBase
{
public:
    using MatchBase::MatchBase;

    /** The phrases joined before the noun from `at` to `end`, or before the commission whose session it is. */
    [[nodiscard]] std::vector<int> ofNoun(int at, int end, const NounPlace &place, int sentence) const;
    /** Those joined before the noun that ends at `end`: "the Omani-Swiss joint commission". */
    [[nodiscard]] std::vector<int> endingAt(int end, int first) const;

private:
    [[nodiscard]] std::vector<int> chainUntil(int number) const;
    [[nodiscard]] std::vector<int> ofCommission(int at, int limit) const;
    [[nodiscard]] bool isAttribute(int at) const;
};

} // namespace dragoman
