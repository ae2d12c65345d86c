// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/explanation.h"

namespace dragoman {

/** "person", "verb": the word for what was read, English like the rules. */
[[nodiscard]] QString toWord(WordsRead::As as);

/** The whole explanation as plain text: sentence by sentence, then the accounts, then what was dropped. */
[[nodiscard]] QString inWords(const Explanation &explanation);

/** One account as plain text, with its evidence; what else the article told is left out. */
[[nodiscard]] QString inWords(const AccountTold &account, const Explanation &explanation);

/** What else the article told and was dropped, each with its reason. */
[[nodiscard]] QString droppedInWords(const Explanation &explanation);

} // namespace dragoman
