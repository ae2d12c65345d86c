// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/filter.h"
#include "domain/result.h"

namespace dragoman {

/**
 * The filter as one line of text, the same in the window and on the command line:
 * `person:guler country:TR kind:meeting status:held after:2022-01 before:2023 place:Ankara source:Mehr capacity:host
 * "border security"`. Keys may repeat; values with spaces are quoted; `kind:call,visit` gives several; `-kind:` and
 * `-status:` mean all the others. `after:X` begins with the first day of X (a year, month or day), `before:X` ends with
 * the day before X begins, `in:X` is X itself; `surely:yes` asks for DateMode::SurelyLiesIn, `sources:several` for
 * severalSources. The rest is full text. An error names the word that is not understood and what is.
 */
[[nodiscard]] Result<Filter> parseFilter(const QString &query);

/** The line that parseFilter() reads back to an equal filter. */
[[nodiscard]] QString toQuery(const Filter &filter);

} // namespace dragoman
