// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timeline/timelinelane.h"
#include "timeline/timelineticks.h"

#include <QPointF>
#include <QRectF>
#include <QSizeF>

#include <optional>

namespace dragoman {

/** A lane as it stands in the view. */
struct LaneBox
{
    int lane = 0; ///< of TimelineIndex::lanes
    double top = 0;
    LaneShape shape;
    LaneLayout layout;

    [[nodiscard]] double bottom() const { return top + shape.height(); }
};

/** All that a view of the timeline paints and hits: built once for data, range, size and scroll position. */
struct TimelineGeometry
{
    QSizeF size;
    double headWidth = 0;
    TimeScale scale; ///< of the strip to the right of the lane heads
    TickRows ticks;
    QRectF axis;                ///< at the top
    QRectF ground;              ///< where the lanes are
    QRectF undatedGround;       ///< at the bottom; empty if all contacts are dated
    std::vector<LaneBox> lanes; ///< those that are at least partly seen
    LaneShape undatedShape;
    LaneLayout undated;
};

/** Where the lanes of an index begin, from 0; the last entry is the height of all. */
[[nodiscard]] std::vector<double> laneTops(const TimelineIndex &index);

struct GeometryRequest
{
    DayRange range;
    QSizeF size;
    double scroll = 0; ///< pixels of lanes above the upper edge
    double axisHeight = 0;
    MeasureText measure;
};

[[nodiscard]] double headWidthFor(double width);
/** Of the lane of undated contacts in a view of that height. */
[[nodiscard]] double undatedHeightFor(const TimelineIndex &index, double height);
[[nodiscard]] TimelineGeometry makeGeometry(const TimelineIndex &index, const std::vector<double> &tops,
                                            const GeometryRequest &request);

/** What lies under a point. */
struct TimelineHit
{
    enum class What { Nothing, Axis, LaneHead, Ground, Mark, Group };

    What what = What::Nothing;
    int lane = -1; ///< of TimelineIndex::lanes; -1 also for the undated ones
    bool undated = false;
    quint32 item = 0;    ///< of a mark
    TimelineGroup group; ///< of a group
};

[[nodiscard]] TimelineHit hitTest(const TimelineGeometry &geometry, QPointF at);

/** Where a mark is painted. */
[[nodiscard]] QRectF markRect(const TimelineMark &mark, const LaneShape &shape, double top);
/** Where a group may paint; a group of points is lower where it counts less. */
[[nodiscard]] QRectF groupRect(const TimelineGroup &group, const LaneShape &shape, double top);

/** The group that an item of the lane is counted in; nullptr if it has a mark of its own or is not seen. */
[[nodiscard]] const TimelineGroup *groupHolding(const LaneLayout &layout, const LaneIndex &lane,
                                                const TimelineData &data, quint32 item);

/** A count in at most four characters: "1234", "12k", "3M". */
[[nodiscard]] QString shortCount(int count);

} // namespace dragoman
