// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/lexicon.h"
#include "extract/ruleset.h"

namespace dragoman::fuzz {

/** The built-in rules, loaded once. */
[[nodiscard]] const RuleSet &builtIn();

} // namespace dragoman::fuzz
