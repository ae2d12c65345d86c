// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/spelling.h"

namespace dragoman {

/** Keys under which a single name and the longer ones that hold it meet. */
[[nodiscard]] QStringList wordBlocks(const SpelledName &name);

/** Keys under which full names meet: each word with the first letter of each other one. */
[[nodiscard]] QStringList pairBlocks(const SpelledName &name);

} // namespace dragoman
