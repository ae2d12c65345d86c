// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/timelineoverview.h"

#include "state/theme.h"
#include "timeline/timelinegeometry.h"

#include <QCoreApplication>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace dragoman {

namespace {

constexpr int columnWidth = 3;
constexpr double yearHeight = 13;

} // namespace

TimelineOverview::TimelineOverview(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("timeline.overview"));
    setAccessibleName(tr("Overview of the whole span"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    setToolTip(tr("The whole span: click or drag to move what is seen"));
}

void TimelineOverview::setIndex(const TimelineIndex *index)
{
    m_index = index;
    m_span = index ? fitted(index->days, 14) : DayRange();
    count();
    update();
}

void TimelineOverview::setRange(const DayRange &range)
{
    m_range = range;
    update();
}

TimeScale TimelineOverview::scale() const
{
    const double left = headWidthFor(width());
    return {.range = m_span, .left = left, .width = std::max(0.0, width() - left)};
}

QRectF TimelineOverview::frame() const
{
    const TimeScale time = scale();
    const double left = std::clamp(time.x(m_range.start), time.left, time.right());
    const double right = std::clamp(time.x(m_range.end), time.left, time.right());
    const double air = std::max(0.0, (6 - (right - left)) / 2);
    return QRectF(left, 0.5, right - left, height() - 1.5).adjusted(-air, 0, air, 0);
}

void TimelineOverview::count()
{
    m_columns.clear();
    m_most = 1;
    if (!m_index || m_span.isEmpty())
        return;
    m_columns = overview(*m_index, m_span, int(scale().width) / columnWidth);
    for (const KindCounts &column : m_columns)
        m_most = std::max(m_most, total(column));
}

void TimelineOverview::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const QPalette colours = m_theme.palette();
    painter.fillRect(rect(), colours.color(QPalette::Window));
    painter.setPen(m_theme.line());
    painter.drawLine(0, 0, width(), 0);
    const TimeScale time = scale();
    if (time.pixelsPerDay() <= 0)
        return;
    const double room = height() - yearHeight - 3;
    for (size_t column = 0; column < m_columns.size(); ++column) {
        double bottom = height() - yearHeight;
        const double full = std::sqrt(double(total(m_columns[column])) / m_most) * room;
        for (size_t kind = 0; kind < 4 && full > 0; ++kind) {
            const double part = full * m_columns[column][kind] / total(m_columns[column]);
            painter.fillRect(QRectF(time.left + double(column) * columnWidth, bottom - part, columnWidth - 1, part),
                             m_theme.kindColour(ContactKind(kind)));
            bottom -= part;
        }
    }
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.8);
    painter.setFont(small);
    painter.setPen(m_theme.mutedText());
    const QFontMetricsF metrics(small);
    const TickRows ticks = makeTicks(time, [&](const QString &text) { return metrics.horizontalAdvance(text) + 24; });
    for (const Tick &tick : ticks.step.unit == TickStep::Unit::Year ? ticks.minor : ticks.major)
        painter.drawText(QPointF(tick.labelX, height() - 3), tick.label);
    painter.drawText(QRectF(12, 0, time.left - 16, height()), Qt::AlignLeft | Qt::AlignVCenter, tr("Whole span"));
    QColor fill = m_theme.accent();
    fill.setAlpha(28);
    painter.setPen(QPen(m_theme.accent(), 1.4));
    painter.setBrush(fill);
    painter.drawRoundedRect(frame(), 3, 3);
}

void TimelineOverview::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    count();
}

void TimelineOverview::centreAt(double x)
{
    const TimeScale time = scale();
    if (time.pixelsPerDay() > 0)
        emit rangeRequested(panned(m_range, time.day(x) - m_range.middle(), m_span));
}

void TimelineOverview::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        centreAt(event->position().x());
}

void TimelineOverview::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons().testFlag(Qt::LeftButton))
        centreAt(event->position().x());
}

void TimelineOverview::wheelEvent(QWheelEvent *event)
{
    emit rangeRequested(panned(m_range, -event->angleDelta().y() / 120.0 * 0.1 * m_range.length(), m_span));
    event->accept();
}

} // namespace dragoman
