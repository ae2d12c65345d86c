// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/explanation.h"

#include <QString>

namespace dragoman {

class Theme;

/** The page that answers "Why is this here?" of one account, as rich text in the theme's colours. */
[[nodiscard]] QString whyPage(const AccountTold &told, const Explanation &explanation, const Theme &theme);

/** One line that says what the account tells: "Meeting, held · 2 Oct 2025 · Ankara". */
[[nodiscard]] QString accountHeadline(const Account &account);

} // namespace dragoman
