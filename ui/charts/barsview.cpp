// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/barsview.h"

#include "state/theme.h"

#include <QAccessible>
#include <QChart>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace dragoman {

namespace {

constexpr double labelGap = 14;
constexpr double labelTop = 5; ///< below the axis

} // namespace

BarsView::BarsView(QChart *chart, const Theme &theme, QWidget *parent) : QChartView(chart, parent), m_theme(theme)
{
    setFocusPolicy(Qt::StrongFocus);
}

void BarsView::setBins(const QList<ChartBin> &bins)
{
    m_bins = bins;
    m_current = std::min(m_current, int(m_bins.size()) - 1);
    viewport()->update();
}

void BarsView::drawForeground(QPainter *painter, const QRectF & /*rect*/)
{
    const QRectF plot = chart()->mapRectToScene(chart()->plotArea());
    if (m_bins.isEmpty() || plot.isEmpty())
        return;
    painter->save();
    painter->setFont(font());
    drawLabels(painter, plot);
    if (hasFocus() && m_current >= 0)
        drawCurrent(painter, plot);
    painter->restore();
}

void BarsView::drawLabels(QPainter *painter, const QRectF &plot) const
{
    const QFontMetricsF metrics(font());
    double widest = 1;
    for (const ChartBin &bin : m_bins)
        widest = std::max(widest, metrics.horizontalAdvance(bin.label));
    const double slot = plot.width() / double(m_bins.size());
    const auto every = std::max<qsizetype>(1, qsizetype((widest + labelGap) / slot) + 1);
    painter->setPen(m_theme.mutedText());
    for (qsizetype at = (m_bins.size() - 1) % every; at < m_bins.size(); at += every) {
        const double middle = plot.left() + (double(at) + 0.5) * slot;
        const double wide = metrics.horizontalAdvance(m_bins[at].label) + 1;
        const double left = std::clamp(middle - wide / 2, 0.0, std::max(0.0, viewport()->width() - wide));
        painter->drawText(QRectF(left, plot.bottom() + labelTop, wide, metrics.height()),
                          Qt::AlignCenter | Qt::TextDontClip, m_bins[at].label);
    }
}

void BarsView::drawCurrent(QPainter *painter, const QRectF &plot) const
{
    const double slot = plot.width() / double(m_bins.size());
    const QRectF bar(plot.left() + m_current * slot, plot.top(), slot, plot.height());
    painter->setPen(QPen(m_theme.accent(), 1.5));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(bar.adjusted(0, 0, -1, 0));
    const QString text = tr("%1: %2").arg(m_bins[m_current].label).arg(m_bins[m_current].total());
    const double wide = QFontMetricsF(font()).horizontalAdvance(text) + 12;
    const double left =
        std::clamp(bar.center().x() - wide / 2, plot.left(), std::max(plot.left(), plot.right() - wide));
    const QRectF box(left, plot.top() + 2, wide, QFontMetricsF(font()).height() + 4);
    painter->fillRect(box, m_theme.palette().color(QPalette::ToolTipBase));
    painter->setPen(m_theme.palette().color(QPalette::ToolTipText));
    painter->drawText(box, Qt::AlignCenter, text);
}

void BarsView::walkTo(int bin)
{
    if (m_bins.isEmpty())
        return;
    m_current = std::clamp(bin, 0, int(m_bins.size()) - 1);
    setAccessibleDescription(tr("%1: %2 contacts").arg(m_bins[m_current].label).arg(m_bins[m_current].total()));
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
    viewport()->update();
}

void BarsView::keyPressEvent(QKeyEvent *event)
{
    const int last = int(m_bins.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Left:
        return walkTo(m_current < 0 ? last : m_current - 1);
    case Qt::Key_Right:
        return walkTo(m_current + 1);
    case Qt::Key_Home:
        return walkTo(0);
    case Qt::Key_End:
        return walkTo(last);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current >= 0 && m_current <= last)
            emit barChosen(m_current);
        return;
    default:
        QChartView::keyPressEvent(event);
    }
}

void BarsView::focusInEvent(QFocusEvent *event)
{
    QChartView::focusInEvent(event);
    viewport()->update();
}

void BarsView::focusOutEvent(QFocusEvent *event)
{
    QChartView::focusOutEvent(event);
    viewport()->update();
}

} // namespace dragoman
