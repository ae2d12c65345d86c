// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/timelinemarks.h"

#include "timeline/timelinelane.h"

#include <QLinearGradient>
#include <QPainter>
#include <QPen>

#include <algorithm>

namespace dragoman {

using namespace timelinemetrics;

namespace {

constexpr double outline = 1.6;
constexpr double fade = 22;

QPen outlinePen(const MarkLook &look)
{
    QPen pen(look.colour, outline);
    pen.setCapStyle(Qt::FlatCap);
    pen.setJoinStyle(Qt::MiterJoin);
    if (look.status == ContactStatus::Invited)
        pen.setDashPattern({2.2, 1.4});
    else if (look.status == ContactStatus::Proposed)
        pen.setDashPattern({0.7, 1.2});
    return pen;
}

QColor withAlpha(QColor colour, int alpha)
{
    colour.setAlpha(alpha);
    return colour;
}

void paintStrike(QPainter *painter, const QRectF &box, const MarkLook &look)
{
    painter->setPen(QPen(look.ground, 4));
    painter->drawLine(box.bottomLeft() + QPointF(-1, 1), box.topRight() + QPointF(1, -1));
    painter->setPen(QPen(look.colour, outline));
    painter->drawLine(box.bottomLeft() + QPointF(-1, 1), box.topRight() + QPointF(1, -1));
}

/** A day told as "about": the mark's edge runs out to both sides. */
void paintWhiskers(QPainter *painter, const QRectF &box, const QColor &colour)
{
    const QPointF middle = box.center();
    const double reach = box.width() / 2 + 6;
    QLinearGradient gradient(middle.x() - reach, 0, middle.x() + reach, 0);
    gradient.setColorAt(0, withAlpha(colour, 0));
    gradient.setColorAt(0.5, withAlpha(colour, 230));
    gradient.setColorAt(1, withAlpha(colour, 0));
    painter->setPen(Qt::NoPen);
    painter->fillRect(QRectF(middle.x() - reach, middle.y() - 1.5, 2 * reach, 3), gradient);
}

void paintBadge(QPainter *painter, const QRectF &box, const MarkLook &look)
{
    QFont font = painter->font();
    font.setPixelSize(9);
    font.setBold(true);
    painter->setFont(font);
    painter->setPen(look.text);
    const QString number = look.accounts > 9 ? QStringLiteral("+") : QString::number(look.accounts);
    painter->drawText(QRectF(box.right() + 1.5, box.top() - 2, badgeWidth, 10), Qt::AlignLeft | Qt::AlignVCenter,
                      number);
}

QBrush barBrush(const QRectF &rect, const MarkLook &look)
{
    const bool held = look.status == ContactStatus::Held;
    const int alpha = !held ? 0 : look.soft ? 90 : 225;
    if (!look.approximate)
        return withAlpha(look.colour, alpha);
    const int strong = std::max(alpha, 60);
    const double share = std::min(0.35, fade / std::max(1.0, rect.width()));
    QLinearGradient gradient(rect.topLeft(), rect.topRight());
    gradient.setColorAt(0, withAlpha(look.colour, 0));
    gradient.setColorAt(share, withAlpha(look.colour, strong));
    gradient.setColorAt(1 - share, withAlpha(look.colour, strong));
    gradient.setColorAt(1, withAlpha(look.colour, 0));
    return gradient;
}

void paintBarOutline(QPainter *painter, const QRectF &rect, const MarkLook &look)
{
    painter->setBrush(Qt::NoBrush);
    painter->setPen(outlinePen(look));
    const QRectF inner = rect.adjusted(0.8, 0.8, -0.8, -0.8);
    if (!look.approximate) {
        painter->drawRoundedRect(inner, 3, 3);
        return;
    }
    const double in = std::min(fade, rect.width() * 0.35);
    painter->drawLine(inner.topLeft() + QPointF(in, 0), inner.topRight() - QPointF(in, 0));
    painter->drawLine(inner.bottomLeft() + QPointF(in, 0), inner.bottomRight() - QPointF(in, 0));
}

} // namespace

QPainterPath kindShape(ContactKind kind, const QRectF &box)
{
    QPainterPath path;
    const QPointF middle = box.center();
    switch (kind) {
    case ContactKind::Call:
        path.addEllipse(box.adjusted(0.4, 0.4, -0.4, -0.4));
        break;
    case ContactKind::Meeting:
        path.addPolygon(QPolygonF{{middle.x(), box.top() - 0.5},
                                  {box.right() + 0.5, middle.y()},
                                  {middle.x(), box.bottom() + 0.5},
                                  {box.left() - 0.5, middle.y()}});
        break;
    case ContactKind::Visit:
        path.addPolygon(QPolygonF{box.topLeft(), {box.right() + 0.5, middle.y()}, box.bottomLeft()});
        break;
    case ContactKind::Message:
        path.addRect(box.adjusted(0.6, 0.6, -0.6, -0.6));
        break;
    }
    path.closeSubpath();
    return path;
}

void paintPoint(QPainter *painter, const QRectF &rect, const MarkLook &look)
{
    const QRectF box(rect.left(), rect.top(), markSize, markSize);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (look.approximate)
        paintWhiskers(painter, box, look.colour);
    const bool held = look.status == ContactStatus::Held;
    painter->setPen(held ? QPen(look.ground, 1) : outlinePen(look));
    painter->setBrush(held ? look.colour : look.ground);
    const QPainterPath shape = kindShape(look.kind, held ? box : box.adjusted(0.8, 0.8, -0.8, -0.8));
    painter->drawPath(shape);
    if (look.status == ContactStatus::Cancelled)
        paintStrike(painter, box, look);
    if (look.accounts > 1)
        paintBadge(painter, box, look);
    painter->restore();
}

void paintBar(QPainter *painter, const QRectF &rect, const QRectF &visible, const MarkLook &look)
{
    // Clipped first: a year seen from a day is a rectangle of many thousand pixels.
    const QRectF shown = rect.intersected(visible.adjusted(-60, -60, 60, 60));
    if (shown.isEmpty())
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(look.ground);
    painter->drawRoundedRect(shown, 3, 3);
    painter->setBrush(barBrush(shown, look));
    painter->drawRoundedRect(shown, 3, 3);
    if (look.status != ContactStatus::Held || look.soft)
        paintBarOutline(painter, shown, look);
    const QRectF seen = shown.intersected(visible);
    const QRectF sign(std::min(seen.left() + 5, std::max(shown.left() + 3, shown.right() - 10)),
                      shown.center().y() - 3.5, 7, 7);
    const bool onFill = look.status == ContactStatus::Held && !look.soft && !look.approximate;
    painter->setPen(Qt::NoPen);
    painter->setBrush(onFill ? look.ground : look.colour);
    painter->drawPath(kindShape(look.kind, sign));
    if (look.status == ContactStatus::Cancelled) {
        painter->setPen(QPen(look.colour, outline));
        painter->drawLine(QPointF(seen.left(), shown.center().y()), QPointF(seen.right(), shown.center().y()));
    }
    if (look.accounts > 1 && seen.width() > 34) {
        MarkLook badge = look;
        badge.text = onFill ? look.ground : look.text;
        paintBadge(painter, sign, badge);
    }
    painter->restore();
}

} // namespace dragoman
