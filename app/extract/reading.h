// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/accounts.h"

#include <vector>

namespace dragoman {

/** All stages of one article, kept for extract() and explain(). */
struct Reading
{
    Analysis analysis;
    std::vector<Entity> entities;
    std::vector<Candidate> candidates;
    std::vector<MadeAccount> accounts;
    QDate published; ///< that dates are resolved against; invalid if not known
    QString home;    ///< state of whoever issued the article, as far as it is known
    Extraction extraction;
};

/** Runs all stages. The analysis keeps pointing into the article's body. */
[[nodiscard]] Reading read(const Article &article, const RuleSet &rules);

/** Runs all stages over the span of an article whose story is read; it tells states and full names. */
[[nodiscard]] Reading readSpan(const Article &article, TextSpan span, const Reading &story, const RuleSet &rules);

} // namespace dragoman
