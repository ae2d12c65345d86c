// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timeline/timelineindex.h"

namespace dragoman {

/** Pixels of marks and rows. */
namespace timelinemetrics {
inline constexpr double markSize = 11;     ///< of a point mark
inline constexpr double badgeWidth = 8;    ///< beside a mark that several accounts tell
inline constexpr double pointRow = 14;     ///< height of a row of point marks
inline constexpr double barRow = 11;       ///< height of a row of bars
inline constexpr double barThreshold = 18; ///< what is narrower is drawn as a point
inline constexpr double shortestBin = 30;  ///< width of a density bar
inline constexpr double lanePadding = 5;   ///< above and below the rows
inline constexpr int mostPointRows = 3;
inline constexpr int mostBarRows = 2;
} // namespace timelinemetrics

/** How many rows a lane has; the same at every zoom, so that zooming never moves a lane. */
struct LaneShape
{
    int pointRows = 1;
    int barRows = 0;

    [[nodiscard]] double height() const;
    [[nodiscard]] double pointRowMiddle(int row) const; ///< below the lane's top
    [[nodiscard]] double barRowMiddle(int row) const;
};

[[nodiscard]] LaneShape shapeOf(const LaneIndex &lane);

/** One contact drawn by itself: a point in the middle of its day, or a bar as wide as its dates. */
struct TimelineMark
{
    quint32 item = 0;
    double x0 = 0;
    double x1 = 0;
    int row = 0; ///< of the point rows, or of the bar rows
    bool bar = false;

    [[nodiscard]] double middle() const { return (x0 + x1) / 2; }
};

/** Several contacts drawn as one counted bar because their marks would touch. */
struct TimelineGroup
{
    DayRange days; ///< of points: a bin of the time axis; of bars: from the first day of any to the last
    double x0 = 0;
    double x1 = 0;
    KindCounts kinds{};
    bool bars = false; ///< wide dates that overlap, drawn in the last row of bars
};

/** What a lane shows: every contact near the visible range is either a mark or counted in one group. */
struct LaneLayout
{
    std::vector<TimelineMark> marks;
    std::vector<TimelineGroup> groups;

    [[nodiscard]] int contacts() const;
};

/** Lays out the part of a lane that `scale` shows. Marks never touch one another nor a group of points. */
[[nodiscard]] LaneLayout layOut(const LaneIndex &lane, const TimelineData &data, const TimeScale &scale,
                                const LaneShape &shape);

/** Room for a name beside a mark. */
struct NameBox
{
    size_t mark = 0; ///< of LaneLayout::marks
    double x0 = 0;
    double x1 = 0;
    bool left = false; ///< the name stands before its mark
};

/** Where names have room: right of a mark up to the next one in its row, or left of the last one at the edge. */
[[nodiscard]] std::vector<NameBox> nameBoxes(const LaneLayout &layout, const TimeScale &scale);

/** Length of a bin in days, a power of two, so that bins stay where they are while one pans. */
[[nodiscard]] double binDays(const TimeScale &scale);

/** The undated ones have no place on the axis: they stand in a row in order of the list, what does not fit is one
 * group. */
[[nodiscard]] LaneLayout layOutUndated(const TimelineIndex &index, double left, double width, int rows);

} // namespace dragoman
