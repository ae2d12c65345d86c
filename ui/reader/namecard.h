// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/storetypes.h"

#include <optional>

namespace dragoman {

/** What a card over a name says, as HTML: the full name, what it is, its country, and the offices where known. */
[[nodiscard]] QString nameCard(const MentionRow &mention, const std::optional<Person> &person);

} // namespace dragoman
