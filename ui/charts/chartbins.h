// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/storetypes.h"

#include <array>

namespace dragoman {

/** One bar of the chart: a stretch of whole months and the contacts in it by kind, in the order of ContactKind. */
struct ChartBin
{
    QDate first;
    QDate last;    ///< inclusive
    QString label; ///< "Oct 2025", "Q4 2025", "2025", "1920–1929"
    std::array<int, 4> kinds{};

    [[nodiscard]] int total() const { return kinds[0] + kinds[1] + kinds[2] + kinds[3]; }
};

/** Lengths of a bar that one may choose, in months. */
inline constexpr std::array chartUnits{1, 3, 12, 120, 1200};

/** The shortest of chartUnits that makes `most` bars or fewer; the longest if none does. */
[[nodiscard]] int chartUnitFor(const QList<MonthCount> &months, int most);

/** Bars of `unit` months each from the first contact to the last, empty ones included; none without contacts. */
[[nodiscard]] QList<ChartBin> makeChartBins(const QList<MonthCount> &months, int unit);

/** How many bars makeChartBins() makes. */
[[nodiscard]] int chartBinCount(const QList<MonthCount> &months, int unit);

/** The same numbers as comma-separated values with a head line; lines end in "\n". */
[[nodiscard]] QString chartCsv(const QList<ChartBin> &bins);

} // namespace dragoman
