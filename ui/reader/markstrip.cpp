// SPDX-License-Identifier: GPL-3.0-or-later
#include "reader/markstrip.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace dragoman {

MarkStrip::MarkStrip(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    setAccessibleName(tr("Evidence in the whole article"));
    setToolTip(tr("Where the article tells contacts; click to go there"));
    setCursor(Qt::PointingHandCursor);
}

void MarkStrip::setMarks(const QList<StripMark> &marks)
{
    m_marks = marks;
    update();
}

void MarkStrip::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    for (const StripMark &mark : std::as_const(m_marks)) {
        const double tall = mark.strong ? 5 : 3;
        const double inset = mark.strong ? 1 : 3;
        painter.fillRect(QRectF(inset, mark.share * (height() - tall), width() - 2 * inset, tall), mark.colour);
    }
}

void MarkStrip::mousePressEvent(QMouseEvent *event)
{
    if (m_marks.isEmpty() || event->button() != Qt::LeftButton)
        return;
    const double share = event->position().y() / std::max(1, height());
    const auto nearest =
        std::min_element(m_marks.begin(), m_marks.end(), [share](const StripMark &a, const StripMark &b) {
            return std::abs(a.share - share) < std::abs(b.share - share);
        });
    emit accountClicked(nearest->account);
}

} // namespace dragoman
