// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/timelinegeometry.h"

#include <algorithm>

namespace dragoman {

using namespace timelinemetrics;

namespace {

constexpr double slack = 2; ///< a mark is hit this far beside it
constexpr double heightForTwoUndatedRows = 260;

LaneShape undatedShapeOf(const TimelineIndex &index, double height)
{
    return {.pointRows = height < heightForTwoUndatedRows || index.undated.size() < 2 ? 1 : 2, .barRows = 0};
}

void addLanes(const TimelineIndex &index, const std::vector<double> &tops, double scroll, TimelineGeometry *geometry)
{
    const auto firstSeen = std::upper_bound(tops.begin(), tops.end(), scroll);
    auto lane = std::max<qsizetype>(0, firstSeen - tops.begin() - 1);
    for (; lane < qsizetype(index.lanes.size()); ++lane) {
        LaneBox box;
        box.lane = int(lane);
        box.top = geometry->ground.top() + tops[size_t(lane)] - scroll;
        if (box.top >= geometry->ground.bottom())
            break;
        box.shape = shapeOf(index.lanes[size_t(lane)]);
        box.layout = layOut(index.lanes[size_t(lane)], index.data, geometry->scale, box.shape);
        geometry->lanes.push_back(std::move(box));
    }
}

bool hitLayout(const LaneLayout &layout, const LaneShape &shape, double top, QPointF at, TimelineHit *hit)
{
    for (auto mark = layout.marks.rbegin(); mark != layout.marks.rend(); ++mark) {
        if (markRect(*mark, shape, top).adjusted(-slack, -slack, slack, slack).contains(at)) {
            hit->what = TimelineHit::What::Mark;
            hit->item = mark->item;
            return true;
        }
    }
    for (const TimelineGroup &group : layout.groups) {
        if (groupRect(group, shape, top).contains(at)) {
            hit->what = TimelineHit::What::Group;
            hit->group = group;
            return true;
        }
    }
    return false;
}

} // namespace

std::vector<double> laneTops(const TimelineIndex &index)
{
    std::vector<double> tops{0};
    tops.reserve(index.lanes.size() + 1);
    for (const LaneIndex &lane : index.lanes)
        tops.push_back(tops.back() + shapeOf(lane).height());
    return tops;
}

double headWidthFor(double width)
{
    return std::clamp(width * 0.2, 90.0, 210.0);
}

double undatedHeightFor(const TimelineIndex &index, double height)
{
    return index.undated.empty() ? 0 : undatedShapeOf(index, height).height();
}

TimelineGeometry makeGeometry(const TimelineIndex &index, const std::vector<double> &tops,
                              const GeometryRequest &request)
{
    TimelineGeometry geometry;
    geometry.size = request.size;
    const double width = request.size.width();
    geometry.headWidth = headWidthFor(width);
    geometry.scale = {
        .range = request.range, .left = geometry.headWidth, .width = std::max(0.0, width - geometry.headWidth)};
    geometry.ticks = makeTicks(geometry.scale, request.measure);
    const double undatedHeight = undatedHeightFor(index, request.size.height());
    const double undatedTop = std::max(request.axisHeight, request.size.height() - undatedHeight);
    geometry.axis = QRectF(0, 0, width, request.axisHeight);
    geometry.ground = QRectF(0, request.axisHeight, width, undatedTop - request.axisHeight);
    if (undatedHeight > 0) {
        geometry.undatedGround = QRectF(0, undatedTop, width, undatedHeight);
        geometry.undatedShape = undatedShapeOf(index, request.size.height());
        geometry.undated =
            layOutUndated(index, geometry.scale.left, geometry.scale.width, geometry.undatedShape.pointRows);
    }
    addLanes(index, tops, request.scroll, &geometry);
    return geometry;
}

TimelineHit hitTest(const TimelineGeometry &geometry, QPointF at)
{
    TimelineHit hit;
    if (geometry.axis.contains(at)) {
        hit.what = TimelineHit::What::Axis;
        return hit;
    }
    const bool inHead = at.x() < geometry.headWidth;
    if (geometry.undatedGround.contains(at)) {
        hit.undated = true;
        hit.what = inHead ? TimelineHit::What::LaneHead : TimelineHit::What::Ground;
        if (!inHead)
            hitLayout(geometry.undated, geometry.undatedShape, geometry.undatedGround.top(), at, &hit);
        return hit;
    }
    if (!geometry.ground.contains(at))
        return hit;
    hit.what = TimelineHit::What::Ground;
    for (const LaneBox &box : geometry.lanes) {
        if (at.y() < box.top || at.y() >= box.bottom())
            continue;
        hit.lane = box.lane;
        if (inHead)
            hit.what = TimelineHit::What::LaneHead;
        else
            hitLayout(box.layout, box.shape, box.top, at, &hit);
        break;
    }
    return hit;
}

QRectF markRect(const TimelineMark &mark, const LaneShape &shape, double top)
{
    if (mark.bar)
        return {mark.x0, top + shape.barRowMiddle(mark.row) - barRow / 2 + 1, mark.x1 - mark.x0, barRow - 2};
    return {mark.x0, top + shape.pointRowMiddle(mark.row) - markSize / 2, mark.x1 - mark.x0, markSize};
}

QRectF groupRect(const TimelineGroup &group, const LaneShape &shape, double top)
{
    if (group.bars)
        return {group.x0, top + shape.barRowMiddle(shape.barRows - 1) - barRow / 2 + 1, group.x1 - group.x0,
                barRow - 2};
    return {group.x0, top + lanePadding, group.x1 - group.x0, shape.pointRows * pointRow};
}

const TimelineGroup *groupHolding(const LaneLayout &layout, const LaneIndex &lane, const TimelineData &data,
                                  quint32 item)
{
    const qint32 day = data.firstDay[item];
    const auto [from, to] = std::equal_range(lane.items.begin(), lane.items.end(), item,
                                             [&](quint32 a, quint32 b) { return data.firstDay[a] < data.firstDay[b]; });
    if (day == 0 || std::find(from, to, item) == to)
        return nullptr;
    const bool hasMark = std::any_of(layout.marks.begin(), layout.marks.end(),
                                     [item](const TimelineMark &mark) { return mark.item == item; });
    const DayRange days{double(day), double(data.lastDay[item]) + 1};
    for (const TimelineGroup &group : layout.groups) {
        const bool holds = group.bars ? days.start >= group.days.start && days.end <= group.days.end
                                      : days.middle() >= group.days.start && days.middle() < group.days.end;
        if (!hasMark && holds && group.kinds[data.kind[item]] > 0)
            return &group;
    }
    return nullptr;
}

QString shortCount(int count)
{
    if (count < 10000)
        return QString::number(count);
    if (count < 1000000)
        return QString::number(count / 1000) + u'k';
    return QString::number(count / 1000000) + u'M';
}

} // namespace dragoman
