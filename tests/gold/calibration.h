// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gold/scorer.h"

namespace dragoman::test {

/** An account found, the confidence it was given, and whether it was right. */
struct Judged
{
    QString article;
    AccountId account;
    double confidence = 0;
    bool right = false; ///< assigned to a contact of the gold: kind right and two participants found
    bool exact = false; ///< moreover the status and all participants are right
};

[[nodiscard]] QList<Judged> judge(const ToldArticles &gold, const ToldArticles &found);

/** Of the accounts whose confidence lies in [from, to): how many there are, how many are right. */
struct Calibration
{
    int accounts = 0;
    int right = 0;
    int exact = 0;

    [[nodiscard]] double exactShare() const { return accounts > 0 ? double(exact) / accounts : 0; }
};

[[nodiscard]] Calibration calibrationOf(const QList<Judged> &judged, double from, double to);

/** A line for each band of confidence. */
[[nodiscard]] QString calibrationReport(const QList<Judged> &judged);

} // namespace dragoman::test
