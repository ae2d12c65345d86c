// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/reading.h"

#include <optional>

namespace dragoman {

/** The headline read as a text of its own, by what the story tells of its persons. Only those of its contacts stay that
 * the story does not tell, whose persons are named in full there or in the story, and that a finite verb or a readout
 * tells. nullopt where there is no headline or no such contact. */
[[nodiscard]] std::optional<Reading> readHeadline(const Article &article, const Reading &story, const RuleSet &rules);

} // namespace dragoman
