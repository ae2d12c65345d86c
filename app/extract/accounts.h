// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/confidence.h"
#include "extract/extractor.h"

namespace dragoman {

/** What the last stages need of an article besides its analysis. */
struct ArticleFrame
{
    QDate published;      ///< resolved; invalid if not known
    QString datelineCity; ///< as told, or empty
    QString datelineCountry;
    QString homeCountry; ///< of whoever issued the article, as far as it is known
};

/** An account, and what it was made of. */
struct MadeAccount
{
    Account account;
    std::vector<Candidate::Member> members; ///< in the order of the account's participants
    AccountOrigin origin;
    Signs signs{};
};

/** The last stages: dates, places and capacities of the candidates, merging within the article, validation. */
[[nodiscard]] std::vector<MadeAccount> makeAccounts(std::vector<Candidate> &candidates, const Analysis &analysis,
                                                    std::vector<Entity> &entities, const ArticleFrame &frame,
                                                    const Lexicon &lexicon, const FrameSet &frames);

} // namespace dragoman
