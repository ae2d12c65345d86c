// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/candidate.h"
#include "extract/clauses.h"

#include <vector>

namespace dragoman {

/** The fifth stage: every match of every rule, dropped ones with their reason. */
[[nodiscard]] std::vector<Candidate> matchRules(const Analysis &analysis, const std::vector<Entity> &entities,
                                                const Lexicon &lexicon, const FrameSet &frames);

} // namespace dragoman
