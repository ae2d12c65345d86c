// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/timelineindex.h"

#include <algorithm>
#include <numeric>

namespace dragoman {

namespace {

LaneIndex makeLane(const TimelineLane &lane, const TimelineData &data)
{
    LaneIndex index;
    index.name = lane.name;
    index.key = lane.key;
    index.items.reserve(lane.items.size());
    for (const quint32 item : lane.items) {
        if (data.firstDay[item] == 0) {
            ++index.undated;
            continue;
        }
        index.items.push_back(item);
        index.uncertain += data.lastDay[item] > data.firstDay[item] ? 1 : 0;
    }
    std::stable_sort(index.items.begin(), index.items.end(),
                     [&data](quint32 a, quint32 b) { return data.firstDay[a] < data.firstDay[b]; });
    index.latestSoFar.reserve(index.items.size());
    qint32 latest = 0;
    for (const quint32 item : index.items)
        index.latestSoFar.push_back(latest = std::max(latest, data.lastDay[item]));
    return index;
}

} // namespace

qsizetype TimelineIndex::itemOf(qint64 contact) const
{
    const auto found = std::find(data.contact.begin(), data.contact.end(), contact);
    return found == data.contact.end() ? -1 : found - data.contact.begin();
}

TimelineIndex makeIndex(TimelineData data)
{
    TimelineIndex index;
    for (const TimelineLane &lane : data.lanes) {
        LaneIndex made = makeLane(lane, data);
        if (!made.items.empty())
            index.lanes.push_back(std::move(made));
    }
    for (quint32 item = 0; item < quint32(data.contact.size()); ++item) {
        if (data.firstDay[item] == 0) {
            index.undated.push_back(item);
            continue;
        }
        const DayRange days{double(data.firstDay[item]), double(data.lastDay[item]) + 1};
        index.days = index.days.isEmpty()
                         ? days
                         : DayRange{std::min(index.days.start, days.start), std::max(index.days.end, days.end)};
    }
    data.lanes.clear();
    index.data = std::move(data);
    return index;
}

DayRange busyDays(const TimelineIndex &index)
{
    std::vector<double> middles;
    for (quint32 item = 0; item < quint32(index.data.contact.size()); ++item) {
        if (index.isDated(item))
            middles.push_back(index.range(item).middle());
    }
    if (middles.empty())
        return index.days;
    std::sort(middles.begin(), middles.end());
    const size_t outside = middles.size() / 10;
    const DayRange most{middles[outside], middles[middles.size() - 1 - outside]};
    const double air = std::max(15.0, most.length() * 0.2);
    const DayRange busy{std::max(index.days.start, most.start - air), std::min(index.days.end, most.end + air)};
    return busy.length() < index.days.length() / 3 ? busy : index.days;
}

std::span<const quint32> itemsNear(const LaneIndex &lane, const TimelineData &data, const DayRange &days)
{
    const auto lastBegun = std::partition_point(lane.items.begin(), lane.items.end(),
                                                [&](quint32 item) { return double(data.firstDay[item]) < days.end; });
    const auto firstAlive = std::partition_point(lane.latestSoFar.begin(), lane.latestSoFar.end(),
                                                 [&](qint32 latest) { return double(latest) + 1 <= days.start; });
    const auto from = firstAlive - lane.latestSoFar.begin();
    const auto to = lastBegun - lane.items.begin();
    return from < to ? std::span(lane.items).subspan(size_t(from), size_t(to - from)) : std::span<const quint32>();
}

int total(const KindCounts &counts)
{
    return std::accumulate(counts.begin(), counts.end(), 0);
}

std::vector<KindCounts> overview(const TimelineIndex &index, const DayRange &span, int columns)
{
    std::vector<KindCounts> counts(size_t(std::max(0, columns)), KindCounts{});
    if (columns <= 0 || span.isEmpty())
        return counts;
    for (quint32 item = 0; item < quint32(index.data.contact.size()); ++item) {
        if (!index.isDated(item))
            continue;
        const double share = (index.range(item).middle() - span.start) / span.length();
        const auto column = size_t(std::clamp(int(share * columns), 0, columns - 1));
        ++counts[column][index.data.kind[item]];
    }
    return counts;
}

} // namespace dragoman
