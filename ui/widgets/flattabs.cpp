// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/flattabs.h"

#include "state/theme.h"

#include <QPainter>

namespace dragoman {

namespace {

constexpr int sideRoom = 12;
constexpr int heightRoom = 14;

QFont strong(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

FlatTabBar::FlatTabBar(const Theme *theme, QWidget *parent) : QTabBar(parent), m_theme(theme)
{
    setDrawBase(false);
    setExpanding(false);
    setElideMode(Qt::ElideNone);
    setUsesScrollButtons(true);
    setMouseTracking(true);
    connect(theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

QSize FlatTabBar::tabSizeHint(int index) const
{
    const QFontMetrics metrics(strong(font()));
    return {metrics.horizontalAdvance(tabText(index)) + 2 * sideRoom, metrics.height() + heightRoom};
}

void FlatTabBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QPoint mouse = mapFromGlobal(QCursor::pos());
    for (int i = 0; i < count(); ++i) {
        const QRect rect = tabRect(i);
        const bool current = i == currentIndex();
        const bool hovered = underMouse() && rect.contains(mouse);
        painter.setFont(current ? strong(font()) : font());
        painter.setPen(current || hovered ? palette().color(QPalette::WindowText) : m_theme->mutedText());
        painter.drawText(rect, Qt::AlignCenter | Qt::TextShowMnemonic, tabText(i));
        const QRect underline(rect.left() + sideRoom - 4, rect.bottom() - 1, rect.width() - 2 * sideRoom + 8, 2);
        if (current)
            painter.fillRect(underline, m_theme->accent());
        if (current && hasFocus()) {
            painter.setPen(QPen(m_theme->accent(), 1, Qt::DotLine));
            painter.drawRect(rect.adjusted(3, 3, -4, -5));
        }
    }
}

FlatTabs::FlatTabs(const Theme *theme, QWidget *parent) : QTabWidget(parent)
{
    setTabBar(new FlatTabBar(theme, this));
    setDocumentMode(true);
}

} // namespace dragoman
