// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/matchbase.h"

namespace dragoman {

/** Where a noun stands: in its own phrase and to what stands before that. */
struct NounPlace
{
    int begin = 0;        ///< first token of the noun's phrase
    int possessor = -1;   ///< phrase
    int possessive = -1;  ///< token of "his"
    int determiner = -1;  ///< token
    int governor = -1;    ///< verb group of which it is the object
    int preposition = -1; ///< token of the preposition before it
    int outer = -1;       ///< the same, but the "within" of "within the framework of"
    int partner = -1;     ///< token before "and"
    std::optional<ContactStatus> modifier;
    bool separate = false;
    int days = 0;
};

/** Finds the place of a noun in its clause. */
class NounPlaces : private MatchBase
{
public:
    using MatchBase::MatchBase;

    NounPlace placeOf(int at, int first) const;
    [[nodiscard]] int numberOf(int at) const;

private:
    [[nodiscard]] int withdrawing(int at, int first) const;
    [[nodiscard]] int outerPreposition(int of, int first) const;
};

} // namespace dragoman
