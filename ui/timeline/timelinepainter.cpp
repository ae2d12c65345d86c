// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/timelinepainter.h"

#include "state/theme.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace dragoman {

using namespace timelinemetrics;

namespace {

constexpr double countHeight = 12; ///< above a bar of several contacts
constexpr int mostNames = 80;

struct Timeline
{
    Q_DECLARE_TR_FUNCTIONS(Timeline)
};

QFont smaller(QFont font)
{
    font.setPointSizeF(font.pointSizeF() * 0.85);
    return font;
}

QColor withAlpha(QColor colour, int alpha)
{
    colour.setAlpha(alpha);
    return colour;
}

} // namespace

bool coversWholeMonths(qint32 firstDay, qint32 lastDay)
{
    const QDate first = QDate::fromJulianDay(firstDay);
    const QDate after = QDate::fromJulianDay(lastDay).addDays(1);
    return lastDay > firstDay && first.day() == 1 && after.day() == 1;
}

TimelinePainter::TimelinePainter(const TimelineIndex &index, const TimelineGeometry &geometry,
                                 const TimelineEmphasis &emphasis, const Theme &theme)
    : m_index(index), m_geometry(geometry), m_emphasis(emphasis), m_theme(theme)
{
    for (const LaneBox &box : geometry.lanes) {
        for (const TimelineGroup &group : box.layout.groups)
            m_largestGroup = std::max(m_largestGroup, group.bars ? 1 : total(group.kinds));
    }
}

void TimelinePainter::paint(QPainter *painter) const
{
    paintGround(painter);
    paintGrid(painter);
    paintLanes(painter);
    paintUndated(painter);
    paintToday(painter);
    paintSelection(painter);
    paintAxis(painter);
}

QRectF TimelinePainter::strip(const QRectF &box) const
{
    return box.adjusted(m_geometry.headWidth, 0, 0, 0);
}

void TimelinePainter::paintGround(QPainter *painter) const
{
    const QPalette palette = m_theme.palette();
    painter->fillRect(QRectF(QPointF(), m_geometry.size), palette.color(QPalette::Base));
    for (const LaneBox &box : m_geometry.lanes) {
        const QRectF lane(m_geometry.headWidth, box.top, m_geometry.scale.width, box.shape.height());
        if (box.lane % 2 == 1)
            painter->fillRect(lane, palette.color(QPalette::AlternateBase));
    }
}

void TimelinePainter::paintGrid(QPainter *painter) const
{
    const double top = m_geometry.axis.bottom();
    const double bottom = m_geometry.ground.bottom();
    painter->setPen(QPen(withAlpha(m_theme.line(), 130), 1));
    for (const Tick &tick : m_geometry.ticks.minor)
        painter->drawLine(QPointF(std::round(tick.x) + 0.5, top), QPointF(std::round(tick.x) + 0.5, bottom));
    painter->setPen(QPen(m_theme.line(), 1));
    for (const Tick &tick : m_geometry.ticks.major) {
        if (tick.x >= m_geometry.scale.left)
            painter->drawLine(QPointF(std::round(tick.x) + 0.5, top), QPointF(std::round(tick.x) + 0.5, bottom));
    }
}

void TimelinePainter::paintTickLabels(QPainter *painter, const std::vector<Tick> &ticks, double top,
                                      double height) const
{
    for (const Tick &tick : ticks) {
        if (tick.label.isEmpty())
            continue;
        // One pixel of air: a width of rounded glyphs may be a fraction short of what drawText() needs.
        painter->drawText(QRectF(tick.labelX, top, tick.labelWidth + 1, height),
                          Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, tick.label);
    }
}

void TimelinePainter::paintAxis(QPainter *painter) const
{
    const QRectF axis = m_geometry.axis;
    const QPalette palette = m_theme.palette();
    painter->save();
    painter->fillRect(axis, palette.color(QPalette::Window));
    painter->setPen(m_theme.line());
    painter->drawLine(QPointF(0, axis.bottom() - 0.5), QPointF(axis.right(), axis.bottom() - 0.5));
    const double half = axis.height() / 2;
    painter->setPen(palette.color(QPalette::WindowText));
    paintTickLabels(painter, m_geometry.ticks.major, axis.top(), half);
    painter->setPen(m_theme.mutedText());
    paintTickLabels(painter, m_geometry.ticks.minor, axis.top() + half, half);
    painter->setPen(m_theme.line());
    for (const Tick &tick : m_geometry.ticks.minor)
        painter->drawLine(QPointF(std::round(tick.x) + 0.5, axis.top() + half + 3),
                          QPointF(std::round(tick.x) + 0.5, axis.bottom() - 1));
    for (const Tick &tick : m_geometry.ticks.major) {
        if (tick.x >= m_geometry.scale.left)
            painter->drawLine(QPointF(std::round(tick.x) + 0.5, axis.top() + 3),
                              QPointF(std::round(tick.x) + 0.5, axis.bottom() - 1));
    }
    painter->restore();
}

void TimelinePainter::paintLanes(QPainter *painter) const
{
    painter->save();
    painter->setClipRect(m_geometry.ground);
    for (const LaneBox &box : m_geometry.lanes) {
        const LaneIndex &lane = m_index.lanes[size_t(box.lane)];
        const QRectF row(0, box.top, m_geometry.size.width(), box.shape.height());
        painter->save();
        painter->setClipRect(strip(row), Qt::IntersectClip);
        paintLayout(painter, box.layout, box.shape, box.top);
        paintHeldSelection(painter, box);
        painter->restore();
        paintLaneHead(painter, QRectF(0, box.top, m_geometry.headWidth, box.shape.height()), lane.name,
                      int(lane.items.size()), box.lane == m_emphasis.currentLane);
        painter->setPen(withAlpha(m_theme.line(), 170));
        painter->drawLine(QPointF(0, box.bottom() - 0.5), QPointF(row.right(), box.bottom() - 0.5));
    }
    painter->setPen(m_theme.line());
    painter->drawLine(QPointF(m_geometry.headWidth - 0.5, m_geometry.ground.top()),
                      QPointF(m_geometry.headWidth - 0.5, m_geometry.size.height()));
    painter->restore();
}

void TimelinePainter::paintLaneHead(QPainter *painter, const QRectF &head, const QString &name, int count,
                                    bool current) const
{
    const QPalette palette = m_theme.palette();
    painter->fillRect(head, palette.color(QPalette::Base));
    if (current)
        painter->fillRect(QRectF(head.left(), head.top(), 3, head.height() - 1), m_theme.accent());
    const QRectF inner = head.adjusted(12, 0, -10, 0);
    const QString number = QLocale().toString(count);
    const QFontMetricsF metrics(painter->font());
    const double numberWidth = metrics.horizontalAdvance(number) + 8;
    painter->setPen(m_theme.mutedText());
    painter->drawText(inner, Qt::AlignRight | Qt::AlignVCenter, number);
    painter->setPen(palette.color(QPalette::Text));
    painter->drawText(inner.adjusted(0, 0, -numberWidth, 0), Qt::AlignLeft | Qt::AlignVCenter,
                      metrics.elidedText(name, Qt::ElideRight, inner.width() - numberWidth));
}

void TimelinePainter::paintUndated(QPainter *painter) const
{
    const QRectF ground = m_geometry.undatedGround;
    if (ground.isEmpty())
        return;
    painter->save();
    painter->setClipRect(ground);
    painter->fillRect(ground, m_theme.palette().color(QPalette::Base));
    painter->fillRect(strip(ground), QBrush(withAlpha(m_theme.line(), 150), Qt::BDiagPattern));
    paintLayout(painter, m_geometry.undated, m_geometry.undatedShape, ground.top());
    paintLaneHead(painter, QRectF(0, ground.top(), m_geometry.headWidth, ground.height()), Timeline::tr("No date"),
                  int(m_index.undated.size()), false);
    painter->setPen(m_theme.line());
    painter->drawLine(ground.topLeft() + QPointF(0, 0.5), ground.topRight() + QPointF(0, 0.5));
    painter->restore();
}

void TimelinePainter::paintLayout(QPainter *painter, const LaneLayout &layout, const LaneShape &shape, double top) const
{
    for (const TimelineGroup &group : layout.groups) {
        const QRectF rect = groupRect(group, shape, top);
        if (group.bars)
            paintBarGroup(painter, group, rect);
        else
            paintPointGroup(painter, group, rect);
    }
    for (const TimelineMark &mark : layout.marks)
        paintMark(painter, mark, markRect(mark, shape, top));
    if (int(layout.marks.size()) <= mostNames && !m_emphasis.names.isEmpty())
        paintNames(painter, layout, shape, top);
}

MarkLook TimelinePainter::lookOf(const TimelineMark &mark) const
{
    const TimelineData &data = m_index.data;
    MarkLook look;
    look.kind = ContactKind(data.kind[mark.item]);
    look.status = ContactStatus(data.status[mark.item]);
    look.approximate = (data.flags[mark.item] & TimelineData::approximate) != 0;
    look.soft = mark.bar && coversWholeMonths(data.firstDay[mark.item], data.lastDay[mark.item]);
    look.accounts = data.accounts[mark.item];
    look.colour = m_theme.kindColour(look.kind);
    look.ground = m_theme.palette().color(QPalette::Base);
    look.text = m_theme.palette().color(QPalette::Text);
    return look;
}

void TimelinePainter::paintMark(QPainter *painter, const TimelineMark &mark, const QRectF &rect) const
{
    const MarkLook look = lookOf(mark);
    const qint64 contact = m_index.data.contact[mark.item];
    if (contact == m_emphasis.contact || contact == m_emphasis.hovered) {
        const bool selected = contact == m_emphasis.contact;
        const QRectF core = mark.bar ? rect : QRectF(rect.left(), rect.top(), markSize, markSize);
        const QRectF halo =
            core.adjusted(-3.5, -3.5, 3.5, 3.5)
                .intersected(m_geometry.ground.united(m_geometry.undatedGround).adjusted(-20, 0, 20, 0));
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setBrush(withAlpha(m_theme.accent(), selected ? 50 : 25));
        painter->setPen(selected ? QPen(m_theme.accent(), 1.8) : Qt::NoPen);
        painter->drawRoundedRect(halo, 5, 5);
        painter->restore();
    }
    if (mark.bar)
        paintBar(painter, rect, QRectF(m_geometry.scale.left, rect.top(), m_geometry.scale.width, rect.height()), look);
    else
        paintPoint(painter, rect, look);
}

void TimelinePainter::paintNames(QPainter *painter, const LaneLayout &layout, const LaneShape &shape, double top) const
{
    painter->save();
    painter->setFont(smaller(painter->font()));
    painter->setPen(m_theme.mutedText());
    const QFontMetricsF metrics(painter->font());
    for (const NameBox &box : nameBoxes(layout, m_geometry.scale)) {
        const TimelineMark &mark = layout.marks[box.mark];
        const QString name = m_emphasis.names.value(m_index.data.contact[mark.item]);
        if (name.isEmpty())
            continue;
        const QRectF room(box.x0, markRect(mark, shape, top).center().y() - 9, box.x1 - box.x0, 18);
        painter->drawText(room, (box.left ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter,
                          metrics.elidedText(name, Qt::ElideRight, room.width()));
    }
    painter->restore();
}

/** The selected contact is not lost where it is counted together with others. */
void TimelinePainter::paintHeldSelection(QPainter *painter, const LaneBox &box) const
{
    const qsizetype item = m_emphasis.contact > 0 ? m_index.itemOf(m_emphasis.contact) : -1;
    if (item < 0)
        return;
    const TimelineGroup *group = groupHolding(box.layout, m_index.lanes[size_t(box.lane)], m_index.data, quint32(item));
    if (!group)
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(m_theme.accent(), 1.8));
    painter->setBrush(withAlpha(m_theme.accent(), 30));
    painter->drawRoundedRect(groupRect(*group, box.shape, box.top).adjusted(-1, -1, 1, 1), 4, 4);
    painter->restore();
}

void TimelinePainter::paintPointGroup(QPainter *painter, const TimelineGroup &group, const QRectF &rect) const
{
    const int count = total(group.kinds);
    const double room = rect.height() - countHeight;
    // Square roots: a bar of ten beside one of a thousand would else be invisible.
    double height = std::max(4.0, room * std::sqrt(double(count) / m_largestGroup));
    double bottom = rect.bottom();
    painter->save();
    painter->setFont(smaller(painter->font()));
    painter->setPen(m_theme.palette().color(QPalette::Text));
    painter->drawText(QRectF(rect.left() - 6, bottom - height - countHeight - 1, rect.width() + 12, countHeight),
                      Qt::AlignCenter, shortCount(count));
    for (size_t kind = 0; kind < group.kinds.size(); ++kind) {
        if (group.kinds[kind] == 0)
            continue;
        const double part = height * group.kinds[kind] / count;
        painter->fillRect(QRectF(rect.left(), bottom - part, rect.width(), part),
                          m_theme.kindColour(ContactKind(kind)));
        bottom -= part;
    }
    painter->restore();
}

void TimelinePainter::paintBarGroup(QPainter *painter, const TimelineGroup &group, const QRectF &rect) const
{
    const QRectF shown =
        rect.intersected(QRectF(m_geometry.scale.left - 20, rect.top(), m_geometry.scale.width + 40, rect.height()));
    if (shown.isEmpty())
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(m_theme.mutedText(), 1));
    painter->setBrush(withAlpha(m_theme.mutedText(), 45));
    painter->drawRoundedRect(shown, 3, 3);
    QFont font = painter->font();
    font.setPixelSize(9);
    font.setBold(true);
    painter->setFont(font);
    painter->setPen(m_theme.palette().color(QPalette::Text));
    const QRectF seen =
        shown.intersected(QRectF(m_geometry.scale.left, rect.top(), m_geometry.scale.width, rect.height()));
    painter->drawText(seen, Qt::AlignCenter, QStringLiteral("× %1").arg(shortCount(total(group.kinds))));
    painter->restore();
}

void TimelinePainter::paintToday(QPainter *painter) const
{
    if (!m_emphasis.today.isValid())
        return;
    const double x = m_geometry.scale.x(double(m_emphasis.today.toJulianDay()) + 0.5);
    if (x < m_geometry.scale.left || x > m_geometry.scale.right() || m_geometry.scale.range.isEmpty())
        return;
    painter->save();
    painter->setPen(QPen(m_theme.accent(), 1, Qt::DashLine));
    painter->drawLine(QPointF(x, m_geometry.axis.bottom()), QPointF(x, m_geometry.ground.bottom()));
    const double top = m_geometry.axis.bottom();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_theme.accent());
    painter->drawPolygon(QPolygonF{{x - 5, top}, {x + 5, top}, {x, top + 6}});
    painter->restore();
}

void TimelinePainter::paintSelection(QPainter *painter) const
{
    if (m_emphasis.selection.isEmpty())
        return;
    const double left = std::max(m_geometry.scale.left, m_geometry.scale.x(m_emphasis.selection.start));
    const double right = std::min(m_geometry.scale.right(), m_geometry.scale.x(m_emphasis.selection.end));
    if (right <= left)
        return;
    const QRectF band(left, m_geometry.axis.bottom(), right - left, m_geometry.ground.height());
    painter->fillRect(band, withAlpha(m_theme.accent(), 36));
    painter->setPen(QPen(m_theme.accent(), 1.5));
    painter->drawLine(band.topLeft(), band.bottomLeft());
    painter->drawLine(band.topRight(), band.bottomRight());
}

} // namespace dragoman
