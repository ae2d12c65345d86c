// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/extractor.h"
#include "extract/matcher.h"

namespace dragoman {

/** What the last stages need of an article besides its analysis. */
struct ArticleFrame
{
    QDate published;      ///< resolved; invalid if not known
    QString datelineCity; ///< as told, or empty
    QString datelineCountry;
};

/** The last stages: dates, places and capacities of the candidates, merging within the article, validation. */
[[nodiscard]] QList<Account> makeAccounts(std::vector<Candidate> &candidates, const Analysis &analysis,
                                          std::vector<Entity> &entities, const ArticleFrame &frame,
                                          const Lexicon &lexicon, const FrameSet &frames);

} // namespace dragoman
