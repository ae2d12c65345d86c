// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/timelinelane.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace dragoman {

using namespace timelinemetrics;

namespace {

constexpr double apart = 2;
constexpr double nowhere = -std::numeric_limits<double>::infinity();

double pointWidth(const TimelineData &data, quint32 item)
{
    return markSize + (data.accounts[item] > 1 ? badgeWidth : 0);
}

/** The first row that is free at `x`, or -1. */
int freeRow(const std::vector<double> &rowEnds, double x)
{
    for (size_t row = 0; row < rowEnds.size(); ++row) {
        if (rowEnds[row] + apart <= x)
            return int(row);
    }
    return -1;
}

struct Point
{
    double day = 0; ///< the middle of its dates
    TimelineMark mark;
};

TimelineMark pointAt(const TimelineData &data, quint32 item, double x)
{
    return {.item = item, .x0 = x - markSize / 2, .x1 = x - markSize / 2 + pointWidth(data, item)};
}

/** Where a day is wide enough, those of the same day stand side by side in it, so that zooming tells them apart. */
void spreadDays(std::vector<Point> *points, double dayWidth, int rows)
{
    constexpr double cell = markSize + badgeWidth + apart;
    for (size_t first = 0; first < points->size();) {
        size_t next = first + 1;
        while (next < points->size() && (*points)[next].day == (*points)[first].day)
            ++next;
        const size_t columns = (next - first + size_t(rows) - 1) / size_t(rows);
        if (columns > 1 && double(columns) * cell <= dayWidth) {
            for (size_t at = first; at < next; ++at) {
                const double shift = (double((at - first) / size_t(rows)) - double(columns - 1) / 2) * cell;
                (*points)[at].mark.x0 += shift;
                (*points)[at].mark.x1 += shift;
            }
        }
        first = next;
    }
}

struct Bin
{
    qint64 number = 0;
    std::vector<TimelineMark> points;
    bool crowded = false;
};

/** Packs points bin by bin; a bin whose points do not fit is crowded and becomes a group. */
class PointPacker
{
public:
    PointPacker(const TimelineData &data, const TimeScale &scale, int rows)
        : m_data(data), m_scale(scale), m_days(binDays(scale)), m_rowEnds(size_t(rows), nowhere)
    {
    }

    void add(const Point &point);
    void finish(LaneLayout *layout);

private:
    [[nodiscard]] double binX(qint64 number) const { return m_scale.x(double(number) * m_days); }
    void pack(Bin *bin);
    void absorbNeighbours(size_t at);
    void moveTouching(Bin *from, Bin *to);
    [[nodiscard]] TimelineGroup groupOf(const Bin &bin) const;

    const TimelineData &m_data;
    const TimeScale &m_scale;
    double m_days;
    std::vector<double> m_rowEnds;
    std::vector<Bin> m_bins;
};

void PointPacker::add(const Point &point)
{
    const auto number = qint64(std::floor(point.day / m_days));
    if (m_bins.empty() || m_bins.back().number != number)
        m_bins.push_back({.number = number, .points = {}});
    m_bins.back().points.push_back(point.mark);
}

void PointPacker::pack(Bin *bin)
{
    const std::vector<double> before = m_rowEnds;
    for (TimelineMark &point : bin->points) {
        point.row = freeRow(m_rowEnds, point.x0);
        if (point.row < 0) {
            bin->crowded = true;
            m_rowEnds.assign(before.size(), nowhere);
            return;
        }
        m_rowEnds[size_t(point.row)] = point.x1;
    }
}

void PointPacker::moveTouching(Bin *from, Bin *to)
{
    const double left = binX(to->number);
    const double right = binX(to->number + 1);
    const auto touches = [&](const TimelineMark &p) { return p.x1 + apart / 2 > left && p.x0 - apart / 2 < right; };
    const auto moved = std::stable_partition(from->points.begin(), from->points.end(),
                                             [&](const TimelineMark &point) { return !touches(point); });
    to->points.insert(to->points.end(), moved, from->points.end());
    from->points.erase(moved, from->points.end());
}

/** A mark that would lie over a counted bar is counted in it. */
void PointPacker::absorbNeighbours(size_t at)
{
    if (at > 0 && !m_bins[at - 1].crowded)
        moveTouching(&m_bins[at - 1], &m_bins[at]);
    if (at + 1 < m_bins.size() && !m_bins[at + 1].crowded)
        moveTouching(&m_bins[at + 1], &m_bins[at]);
}

TimelineGroup PointPacker::groupOf(const Bin &bin) const
{
    TimelineGroup group;
    group.days = {double(bin.number) * m_days, double(bin.number + 1) * m_days};
    group.x0 = binX(bin.number) + apart / 2;
    group.x1 = binX(bin.number + 1) - apart / 2;
    for (const TimelineMark &point : bin.points)
        ++group.kinds[m_data.kind[point.item]];
    return group;
}

void PointPacker::finish(LaneLayout *layout)
{
    for (Bin &bin : m_bins)
        pack(&bin);
    for (size_t at = 0; at < m_bins.size(); ++at) {
        if (m_bins[at].crowded)
            absorbNeighbours(at);
    }
    for (const Bin &bin : m_bins) {
        if (bin.crowded)
            layout->groups.push_back(groupOf(bin));
        else
            layout->marks.insert(layout->marks.end(), bin.points.begin(), bin.points.end());
    }
}

TimelineGroup groupOfBars(const TimelineData &data, std::span<const TimelineMark> bars)
{
    TimelineGroup group;
    group.bars = true;
    group.x0 = bars.front().x0;
    group.x1 = bars.front().x1;
    group.days.start = data.firstDay[bars.front().item];
    for (const TimelineMark &bar : bars) {
        group.x0 = std::min(group.x0, bar.x0);
        group.x1 = std::max(group.x1, bar.x1);
        group.days.start = std::min(group.days.start, double(data.firstDay[bar.item]));
        group.days.end = std::max(group.days.end, double(data.lastDay[bar.item]) + 1);
        ++group.kinds[data.kind[bar.item]];
    }
    return group;
}

/** The bars of the last row, in order of x0: those that overlap become one group. */
void mergeRuns(const TimelineData &data, std::span<const TimelineMark> bars, LaneLayout *layout)
{
    for (size_t first = 0; first < bars.size();) {
        double end = bars[first].x1;
        size_t next = first + 1;
        for (; next < bars.size() && bars[next].x0 < end + apart; ++next)
            end = std::max(end, bars[next].x1);
        if (next - first == 1)
            layout->marks.push_back(bars[first]);
        else
            layout->groups.push_back(groupOfBars(data, bars.subspan(first, next - first)));
        first = next;
    }
}

void packBars(const TimelineData &data, std::vector<TimelineMark> bars, int rows, LaneLayout *layout)
{
    std::vector<double> rowEnds(size_t(rows), nowhere);
    std::vector<TimelineMark> lastRow;
    for (TimelineMark &bar : bars) {
        const int row = freeRow(rowEnds, bar.x0);
        bar.row = row < 0 ? rows - 1 : row;
        double &end = rowEnds[size_t(bar.row)];
        end = std::max(end, bar.x1);
        if (bar.row == rows - 1)
            lastRow.push_back(bar);
        else
            layout->marks.push_back(bar);
    }
    mergeRuns(data, lastRow, layout);
}

} // namespace

double LaneShape::height() const
{
    return 2 * lanePadding + pointRows * pointRow + barRows * barRow;
}

double LaneShape::pointRowMiddle(int row) const
{
    return lanePadding + (row + 0.5) * pointRow;
}

double LaneShape::barRowMiddle(int row) const
{
    return lanePadding + pointRows * pointRow + (row + 0.5) * barRow;
}

LaneShape shapeOf(const LaneIndex &lane)
{
    LaneShape shape;
    // Two rows are enough for a few; a counted bar needs two to be read.
    shape.pointRows = lane.items.size() > 5 ? mostPointRows : lane.items.size() > 1 ? 2 : 1;
    shape.barRows = std::min(lane.uncertain, mostBarRows);
    return shape;
}

int LaneLayout::contacts() const
{
    int sum = int(marks.size());
    for (const TimelineGroup &group : groups)
        sum += total(group.kinds);
    return sum;
}

double binDays(const TimeScale &scale)
{
    const double pixels = scale.pixelsPerDay();
    if (pixels <= 0)
        return 1;
    return std::max(1.0, std::exp2(std::ceil(std::log2(shortestBin / pixels))));
}

LaneLayout layOut(const LaneIndex &lane, const TimelineData &data, const TimeScale &scale, const LaneShape &shape)
{
    LaneLayout layout;
    const double pixels = scale.pixelsPerDay();
    if (pixels <= 0)
        return layout;
    const double bin = binDays(scale);
    const DayRange days{std::floor(scale.range.start / bin) * bin, std::ceil(scale.range.end / bin) * bin};
    std::vector<Point> points;
    std::vector<TimelineMark> bars;
    for (const quint32 item : itemsNear(lane, data, days)) {
        const double first = data.firstDay[item];
        const double end = double(data.lastDay[item]) + 1;
        if (end <= days.start)
            continue;
        if (end - first > 1 && (end - first) * pixels >= barThreshold)
            bars.push_back({.item = item, .x0 = scale.x(first), .x1 = scale.x(end), .row = 0, .bar = true});
        else
            points.push_back({.day = (first + end) / 2, .mark = pointAt(data, item, scale.x((first + end) / 2))});
    }
    std::stable_sort(points.begin(), points.end(), [](const Point &a, const Point &b) { return a.day < b.day; });
    spreadDays(&points, pixels, shape.pointRows);
    PointPacker packer(data, scale, shape.pointRows);
    for (const Point &point : points)
        packer.add(point);
    packer.finish(&layout);
    if (shape.barRows > 0)
        packBars(data, std::move(bars), shape.barRows, &layout);
    return layout;
}

LaneLayout layOutUndated(const TimelineIndex &index, double left, double width, int rows)
{
    LaneLayout layout;
    const double cell = markSize + badgeWidth + 4;
    const int columns = std::max(0, int((width - 8) / cell));
    const auto room = size_t(columns) * size_t(rows);
    const bool all = index.undated.size() <= room;
    const size_t groupColumns = 3;
    const size_t shown = all ? index.undated.size() : room - std::min(room, groupColumns * size_t(rows));
    for (size_t at = 0; at < shown; ++at) {
        const double x0 = left + 8 + double(at / size_t(rows)) * cell;
        const quint32 item = index.undated[at];
        layout.marks.push_back(
            {.item = item, .x0 = x0, .x1 = x0 + pointWidth(index.data, item), .row = int(at % size_t(rows))});
    }
    if (all)
        return layout;
    TimelineGroup rest;
    rest.x0 = left + 8 + double(shown / size_t(rows)) * cell;
    rest.x1 = std::max(rest.x0 + cell, left + width - 4);
    for (size_t at = shown; at < index.undated.size(); ++at)
        ++rest.kinds[index.data.kind[index.undated[at]]];
    layout.groups.push_back(rest);
    return layout;
}

} // namespace dragoman
