// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/accounts.h"

#include <vector>

namespace dragoman {

/** All stages of one article, kept for extract() and explain(). */
struct Reading
{
    Analysis analysis;
    TokenizedText headline;
    std::vector<NounPhrase> headlinePhrases; ///< as found, without what resolution adds
    std::vector<Entity> entities;
    std::vector<Candidate> candidates;
    std::vector<MadeAccount> accounts;
    QDate published; ///< that dates are resolved against; invalid if not known
    QString home;    ///< state of whoever issued the article, as far as it is known
    Extraction extraction;
};

/** Runs all stages. The analysis keeps pointing into the article's body. */
[[nodiscard]] Reading read(const Article &article, const RuleSet &rules);

/** Runs the stages over the headline of an article whose story is read; it tells states and full names. */
[[nodiscard]] Reading readHeadlineOf(const Reading &story, const Article &article, const RuleSet &rules);

} // namespace dragoman
