// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gold/told.h"

#include <QHash>
#include <QJsonObject>
#include <QStringList>

#include <array>
#include <optional>

namespace dragoman::test {

/** Pairs over gold and found. */
struct Tally
{
    int hits = 0;
    int gold = 0;
    int found = 0;

    [[nodiscard]] double precision() const { return found > 0 ? double(hits) / found : 0; }
    [[nodiscard]] double recall() const { return gold > 0 ? double(hits) / gold : 0; }
    [[nodiscard]] double f1() const { return gold + found > 0 ? 2.0 * hits / (gold + found) : 0; }
};

/** How well what was found agrees with the gold, over all articles of the gold. */
struct Score
{
    Tally strict;   ///< kind, status, date and all participants right, none invented
    Tally contacts; ///< kind right and two participants found
    Tally held;     ///< the same among held contacts only
    std::array<Tally, 4> kinds;
    Tally participants;
    int capacities = 0; ///< of participants.hits
    int dates = 0;      ///< of contacts.hits, like the next ones
    int places = 0;
    int statuses = 0;
    int evidence = 0;
    int articles = 0;
    int published = 0; ///< of articles: the date as printed
    int resolved = 0;  ///< of articles: the true one
    int falseInNegatives = 0;
    int doubles = 0;    ///< of contacts.found: another found is assigned to the contact that it tells
    QStringList errors; ///< MISS, FALSE and DIFF, some lines each

    /** The numbers that must not get worse, by name; all but "false in negatives" are ratios from 0 to 1. */
    [[nodiscard]] QJsonObject judged() const;
    /** All numbers as lines for a reader. */
    [[nodiscard]] QString report() const;
};

/** Assigns in every article what was found to the gold one to one, so that the sum of their likeness is greatest. */
[[nodiscard]] Score score(const ToldArticles &gold, const ToldArticles &found);

/** How two contacts agree; nullopt if they cannot be the same. */
struct Agreement
{
    QList<std::pair<qsizetype, qsizetype>> right; ///< participants: of the gold, found
    int lacking = 0;
    int extra = 0;
    int capacities = 0;
    bool date = false;
    bool compatible = false;
    bool status = false;
    bool place = false;
    bool evidence = false;

    [[nodiscard]] bool strict() const { return lacking == 0 && extra == 0 && date && status; }
    [[nodiscard]] double likeness() const; ///< from 1 to 2
};

[[nodiscard]] std::optional<Agreement> agreementOf(const ToldContact &gold, const ToldContact &found);

/** Which of the contacts found in one article are assigned to one of the gold, and how they agree. */
[[nodiscard]] QHash<qsizetype, Agreement> assignedIn(const ToldArticle &gold, const ToldArticle &found);

/** Pairs of row and column, one to one, with the greatest sum of weights; 0 is not allowed as a pair. */
[[nodiscard]] QList<std::pair<qsizetype, qsizetype>> assign(const std::vector<std::vector<double>> &weights);

} // namespace dragoman::test
