// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/article.h"
#include "extract/nounphrases.h"

#include <vector>

namespace dragoman {

/** The state whose officials an article need not call by their state, or empty: that of its outlet, of its dateline,
 * else of the government that issued it, as far as its words tell. */
[[nodiscard]] QString homeState(const Article &article, const TokenizedText &text,
                                const std::vector<NounPhrase> &phrases, const std::vector<NounPhrase> &headline,
                                const Lexicon &lexicon);

/** The state that a city lies in, or empty. */
[[nodiscard]] QString stateOfCity(const QString &city, const Lexicon &lexicon);

} // namespace dragoman
