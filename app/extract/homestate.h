// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/article.h"
#include "extract/nounphrases.h"

#include <vector>

namespace dragoman {

/** What stands before the story of an article. */
struct HeadPhrases
{
    std::vector<NounPhrase> headline;
    std::vector<NounPhrase> letterhead; ///< bylines, the lines of the issuer
    QString issuer = {};                ///< state of who is told to issue it: "Statement by ..."
};

/** The state whose officials an article need not call by their state, or empty: that of its outlet, of its dateline,
 * of its letterhead, else of the government that issued it, as far as its words tell. */
[[nodiscard]] QString homeState(const Article &article, const TokenizedText &text,
                                const std::vector<NounPhrase> &phrases, const HeadPhrases &head,
                                const Lexicon &lexicon);

/** The state that a city lies in, or empty. */
[[nodiscard]] QString stateOfCity(const QString &city, const Lexicon &lexicon);

} // namespace dragoman
