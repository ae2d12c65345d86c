// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/contactterms.h"

#include <QColor>
#include <QPainterPath>
#include <QRectF>

class QPainter;

namespace dragoman {

/** How a contact's mark looks: the kind is its shape and colour, the status its fill and outline. */
struct MarkLook
{
    ContactKind kind = ContactKind::Meeting;
    ContactStatus status = ContactStatus::Held;
    bool approximate = false;
    bool soft = false; ///< of a bar: a month or year, not a stretch that the contact lasted
    int accounts = 1;
    QColor colour;
    QColor ground; ///< what the mark stands on
    QColor text;
};

/** Circle, diamond, triangle and square of about equal weight: call, meeting, visit, message. */
[[nodiscard]] QPainterPath kindShape(ContactKind kind, const QRectF &box);

void paintPoint(QPainter *painter, const QRectF &rect, const MarkLook &look);
/** `visible` is the part of the strip that is seen, so that the kind's sign stays in sight. */
void paintBar(QPainter *painter, const QRectF &rect, const QRectF &visible, const MarkLook &look);

} // namespace dragoman
