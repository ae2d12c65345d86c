// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timeline/timelinegeometry.h"
#include "timeline/timelinemarks.h"

#include <QDate>
#include <QFont>
#include <QHash>

class QPainter;

namespace dragoman {

class Theme;

/** What a view highlights over its geometry. */
struct TimelineEmphasis
{
    qint64 contact = 0; ///< selected; 0: none
    qint64 hovered = 0;
    int currentLane = -1; ///< where the keyboard walks
    DayRange selection;   ///< of days; empty: none
    QDate today;
    bool focused = false;
    QHash<qint64, QString> names; ///< of contacts, written beside their marks where there is room
};

/** Paints a timeline's geometry in the theme's colours. */
class TimelinePainter
{
public:
    TimelinePainter(const TimelineIndex &index, const TimelineGeometry &geometry, const TimelineEmphasis &emphasis,
                    const Theme &theme);

    void paint(QPainter *painter) const;

private:
    void paintGround(QPainter *painter) const;
    void paintGrid(QPainter *painter) const;
    void paintAxis(QPainter *painter) const;
    void paintTickLabels(QPainter *painter, const std::vector<Tick> &ticks, double top, double height) const;
    void paintLanes(QPainter *painter) const;
    void paintLaneHead(QPainter *painter, const QRectF &head, const QString &name, int count, bool current) const;
    void paintUndated(QPainter *painter) const;
    void paintLayout(QPainter *painter, const LaneLayout &layout, const LaneShape &shape, double top) const;
    void paintMark(QPainter *painter, const TimelineMark &mark, const QRectF &rect) const;
    void paintNames(QPainter *painter, const LaneLayout &layout, const LaneShape &shape, double top) const;
    void paintPointGroup(QPainter *painter, const TimelineGroup &group, const QRectF &rect) const;
    void paintHeldSelection(QPainter *painter, const LaneBox &box) const;
    void paintBarGroup(QPainter *painter, const TimelineGroup &group, const QRectF &rect) const;
    void paintToday(QPainter *painter) const;
    void paintSelection(QPainter *painter) const;
    [[nodiscard]] MarkLook lookOf(const TimelineMark &mark) const;
    [[nodiscard]] QRectF strip(const QRectF &box) const; ///< of `box`, what is right of the lane heads

    const TimelineIndex &m_index;
    const TimelineGeometry &m_geometry;
    const TimelineEmphasis &m_emphasis;
    const Theme &m_theme;
    int m_largestGroup = 1;
};

/** Whether a stretch of days is exactly a month, some months or years: a date that is not known to the day. */
[[nodiscard]] bool coversWholeMonths(qint32 firstDay, qint32 lastDay);

} // namespace dragoman
