// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/spelling.h"

namespace dragoman {

/** Whether two words can be one name, whatever stands beside them. */
[[nodiscard]] bool wordsAgree(const SpelledWord &a, const SpelledWord &b);

/**
 * Whether the words of the shorter name stand in the longer one, in order; words may be written together ("Kazemi Rad",
 * "Kazemirad"), and where names may be turned the first may stand last ("Szabó Katalin").
 */
[[nodiscard]] bool areAligned(const QList<SpelledWord> &a, const QList<SpelledWord> &b, bool mayTurn);

} // namespace dragoman
