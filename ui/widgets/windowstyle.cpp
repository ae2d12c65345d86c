// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/windowstyle.h"

#include <QPainter>
#include <QStyleOptionSlider>
#include <QStyleOptionToolButton>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

constexpr int barExtent = 12;
constexpr int shortestHandle = 28;
constexpr int handleInset = 3;

/** Begin and length of the handle along the bar. */
std::pair<int, int> handleOf(const QStyleOptionSlider &bar, int length)
{
    const qint64 range = qint64(bar.maximum) - bar.minimum;
    if (range <= 0)
        return {0, length};
    const auto fitting = static_cast<int>(qint64(length) * bar.pageStep / (range + bar.pageStep));
    const int handle = qBound(qMin(shortestHandle, length), fitting, length);
    const int begin =
        QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition, length - handle, bar.upsideDown);
    return {begin, handle};
}

QRect along(const QStyleOptionSlider &bar, int begin, int length)
{
    const QRect area = bar.rect;
    const QRect rect = bar.orientation == Qt::Horizontal ? QRect(area.left() + begin, area.top(), length, area.height())
                                                         : QRect(area.left(), area.top() + begin, area.width(), length);
    return QStyle::visualRect(bar.direction, area, rect);
}

void drawScrollBar(const QStyleOptionSlider &bar, const QRect &handle, QPainter *painter)
{
    painter->save();
    painter->fillRect(bar.rect, bar.palette.color(QPalette::Base));
    if (bar.maximum > bar.minimum) {
        const bool hot = bar.state.testFlag(QStyle::State_MouseOver) || bar.state.testFlag(QStyle::State_Sunken);
        QColor colour = bar.palette.color(QPalette::Text);
        colour.setAlphaF(hot ? 0.65F : 0.45F);
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(colour);
        const QRectF drawn = QRectF(handle).adjusted(handleInset, handleInset, -handleInset, -handleInset);
        const qreal radius = qMin(drawn.width(), drawn.height()) / 2;
        painter->drawRoundedRect(drawn, radius, radius);
    }
    painter->restore();
}

} // namespace

WindowStyle::WindowStyle() : QProxyStyle(u"Fusion"_s) {}

void WindowStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                     const QWidget *widget) const
{
    if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option); bar && control == CC_ScrollBar) {
        drawScrollBar(*bar, subControlRect(control, option, SC_ScrollBarSlider, widget), painter);
        return;
    }
    if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
        button && control == CC_ToolButton) {
        QStyleOptionToolButton plain(*button);
        plain.features &= ~QStyleOptionToolButton::HasMenu;
        QProxyStyle::drawComplexControl(control, &plain, painter, widget);
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect WindowStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl sub,
                                  const QWidget *widget) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control != CC_ScrollBar || !bar)
        return QProxyStyle::subControlRect(control, option, sub, widget);
    const int length = bar->orientation == Qt::Horizontal ? bar->rect.width() : bar->rect.height();
    const auto [begin, handle] = handleOf(*bar, length);
    switch (sub) {
    case SC_ScrollBarSlider:
        return along(*bar, begin, handle);
    case SC_ScrollBarSubPage:
        return along(*bar, 0, begin);
    case SC_ScrollBarAddPage:
        return along(*bar, begin + handle, length - begin - handle);
    case SC_ScrollBarGroove:
        return bar->rect;
    default:
        return {};
    }
}

int WindowStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    return metric == PM_ScrollBarExtent ? barExtent : QProxyStyle::pixelMetric(metric, option, widget);
}

} // namespace dragoman
