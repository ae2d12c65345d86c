// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/storetypes.h"
#include "timeline/timelinegeometry.h"

namespace dragoman {

/** What a card over a contact says, as HTML: who, what, when with its uncertainty, where, who tells it, how it begins.
 */
[[nodiscard]] QString contactCard(const ContactRow &row);
/** The same in one line without markup, for those who listen. */
[[nodiscard]] QString contactLine(const ContactRow &row);
/** What a card over a counted bar says. */
[[nodiscard]] QString groupCard(const TimelineGroup &group, bool undated);
/** "2 Oct 2025, known to the day", "October 2025, day not told", "about 8 Mar 2022". */
[[nodiscard]] QString dateInWords(const FuzzyDate &date);
/** "1 Oct – 7 Nov 2025 · 38 days" */
[[nodiscard]] QString rangeInWords(const DayRange &days);

/** The same as short as it can be: "1969 – 2028", "April 2021 – June 2022", "1 Oct – 7 Nov 2025". */
[[nodiscard]] QString spanInWords(const DayRange &days);

} // namespace dragoman
