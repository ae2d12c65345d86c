// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/storetypes.h"
#include "timeline/timelinecoordinates.h"

#include <array>
#include <span>

namespace dragoman {

/** The dated contacts of one lane in order of their first day, so that a stretch of time is found without looking at
 * all. */
struct LaneIndex
{
    QString name;
    QString key;
    std::vector<quint32> items;      ///< columns of TimelineData
    std::vector<qint32> latestSoFar; ///< the last day of any item up to and including this one; never falls
    int uncertain = 0;               ///< items that take more than a day
    int undated = 0;                 ///< contacts of the lane that have no date, and so are none of `items`
};

/** A timeline's contacts, sorted into lanes once for each answer of the store. Lanes of undated contacts alone are left
 * out. */
struct TimelineIndex
{
    TimelineData data;
    std::vector<LaneIndex> lanes;
    std::vector<quint32> undated; ///< each contact once
    DayRange days;                ///< of all dated contacts; empty if there are none

    [[nodiscard]] bool isDated(quint32 item) const { return data.firstDay[item] != 0; }
    /** Of an item: from the morning of its first day to the end of its last. */
    [[nodiscard]] DayRange range(quint32 item) const
    {
        return {double(data.firstDay[item]), double(data.lastDay[item]) + 1};
    }
    [[nodiscard]] qsizetype itemOf(qint64 contact) const; ///< -1 if it is not shown
};

[[nodiscard]] TimelineIndex makeIndex(TimelineData data);

/**
 * The days to look at first: without the few contacts far from all others, where they would leave the rest less than a
 * third of the width; else all days.
 */
[[nodiscard]] DayRange busyDays(const TimelineIndex &index);

/** The items of the lane that can lie in `days`, in order; those that end before it begins may still be among them. */
[[nodiscard]] std::span<const quint32> itemsNear(const LaneIndex &lane, const TimelineData &data, const DayRange &days);

/** Contacts by kind, in the order of ContactKind. */
using KindCounts = std::array<int, 4>;

[[nodiscard]] int total(const KindCounts &counts);

/** Contacts of the whole span in `columns` equal parts, each counted in the part where the middle of its dates lies. */
[[nodiscard]] std::vector<KindCounts> overview(const TimelineIndex &index, const DayRange &span, int columns);

} // namespace dragoman
