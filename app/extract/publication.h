// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/article.h"
#include "extract/verbgroups.h"

namespace dragoman {

/** The day of publication that an article's own words speak for, where it is not the one printed. */
struct Correction
{
    QDate date;     ///< invalid: nothing speaks against the printed day
    QString reason; ///< a sentence for the user
};

/** Weighs the printed day against the same with day and month exchanged, by the weekdays and dates that the text tells.
 */
[[nodiscard]] Correction correctPublication(const Article &article, const Analysis &analysis);

} // namespace dragoman
