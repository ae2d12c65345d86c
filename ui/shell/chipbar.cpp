// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/chipbar.h"

#include "state/theme.h"
#include "widgets/flowlayout.h"

#include <QAction>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

constexpr int sideRoom = 10;
constexpr int crossSize = 12;
constexpr int widest = 420;

} // namespace

ChipButton::ChipButton(const FilterChip &chip, const Theme *theme, QWidget *parent)
    : QAbstractButton(parent), m_chip(chip), m_theme(theme)
{
    setText(chip.label);
    setObjectName(u"chip."_s + chip.field);
    setAccessibleName(tr("Condition %1").arg(chip.label));
    setAccessibleDescription(tr("Delete takes the condition away"));
    setToolTip(tr("%1\nTake away with a click on the cross, or Delete").arg(chip.label));
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
}

QSize ChipButton::sizeHint() const
{
    const QFontMetrics metrics = fontMetrics();
    const int width = metrics.horizontalAdvance(text()) + 2 * sideRoom + crossSize + 8;
    return {qMin(width, widest), metrics.height() + 8};
}

QRect ChipButton::crossRect() const
{
    return {width() - sideRoom - crossSize + 2, (height() - crossSize) / 2, crossSize, crossSize};
}

void ChipButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal radius = height() / 2.0;
    painter.setPen(QPen(hasFocus() || underMouse() ? m_theme->accent() : m_theme->line(), hasFocus() ? 2 : 1));
    painter.setBrush(m_theme->selectedRow());
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), radius, radius);
    painter.setPen(palette().color(QPalette::WindowText));
    const QRect area(sideRoom, 0, crossRect().left() - sideRoom - 6, height());
    painter.drawText(area, Qt::AlignVCenter | Qt::TextSingleLine,
                     fontMetrics().elidedText(text(), Qt::ElideMiddle, area.width()));
    m_theme->icon(u"close"_s).paint(&painter, crossRect());
}

void ChipButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)
        emit removed();
    else
        event->ignore();
}

void ChipButton::mouseReleaseEvent(QMouseEvent *event)
{
    const bool onCross = crossRect().adjusted(-6, -8, 8, 8).contains(event->position().toPoint());
    QAbstractButton::mouseReleaseEvent(event);
    if ((onCross && event->button() == Qt::LeftButton) || event->button() == Qt::MiddleButton)
        emit removed();
}

ChipBar::ChipBar(FilterState *filter, const Theme *theme, QWidget *parent)
    : QWidget(parent), m_filter(filter), m_theme(theme)
{
    setObjectName(u"chips"_s);
    setAccessibleName(tr("Conditions of the filter"));
    m_flow = new FlowLayout(this, 6);
    m_flow->setContentsMargins(12, 0, 12, 8);
    auto *clear = new QToolButton(this);
    clear->setAutoRaise(true);
    clear->setText(tr("Clear all"));
    clear->setAccessibleName(clear->text());
    clear->setToolTip(
        tr("Take away all conditions (%1)").arg(filter->clearAction()->shortcut().toString(QKeySequence::NativeText)));
    clear->setObjectName(u"clearAll"_s);
    clear->setFocusPolicy(Qt::StrongFocus);
    connect(clear, &QToolButton::clicked, filter->clearAction(), &QAction::trigger);
    m_clear = clear;
    connect(filter, &FilterState::changed, this, &ChipBar::rebuild);
    connect(theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    rebuild();
}

void ChipBar::rebuild()
{
    const bool hadFocus = isAncestorOf(focusWidget()) && focusWidget() && focusWidget()->hasFocus();
    while (QLayoutItem *item = m_flow->takeAt(0))
        delete item;
    for (ChipButton *old : std::as_const(m_chips)) {
        old->hide();
        old->deleteLater(); // the chip's own event may have led here
    }
    m_chips.clear();
    const QList<FilterChip> all = m_filter->chips();
    for (const FilterChip &chip : all) {
        auto *button = new ChipButton(chip, m_theme, this);
        connect(button, &ChipButton::removed, this, [this, chip] { m_filter->removeChip(chip); });
        m_flow->addWidget(button);
        button->show();
        m_chips.append(button);
    }
    m_flow->addWidget(m_clear);
    setVisible(!all.isEmpty());
    if (hadFocus && !m_chips.isEmpty())
        m_chips.last()->setFocus(Qt::OtherFocusReason);
    updateGeometry();
}

void ChipBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right)
        walk(event->key() == Qt::Key_Left ? -1 : 1);
    else
        QWidget::keyPressEvent(event);
}

void ChipBar::walk(int step)
{
    for (qsizetype i = 0; i < m_chips.size(); ++i) {
        const qsizetype next = i + step;
        if (m_chips.at(i)->hasFocus() && next >= 0 && next < m_chips.size()) {
            m_chips.at(next)->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

} // namespace dragoman
