// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/emptypage.h"

#include "state/theme.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace dragoman {

namespace {

constexpr int iconSize = 40;
constexpr int widestText = 360;

QPushButton *buttonFor(QAction *action, QWidget *parent)
{
    auto *button = new QPushButton(action->icon(), action->text(), parent);
    button->setObjectName(action->objectName() + QStringLiteral(".button"));
    button->setAccessibleName(action->text().remove(u'&'));
    button->setToolTip(action->toolTip());
    button->setEnabled(action->isEnabled());
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    QObject::connect(action, &QAction::changed, button, [action, button] { button->setEnabled(action->isEnabled()); });
    return button;
}

} // namespace

EmptyPage::EmptyPage(Theme *theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    m_icon = new QLabel(this);
    m_title = new QLabel(this);
    m_text = new QLabel(this);
    m_text->setWordWrap(true);
    m_text->setMaximumWidth(widestText);
    m_text->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    for (QLabel *label : {m_icon, m_title, m_text})
        label->setAlignment(Qt::AlignCenter);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.25);
    large.setWeight(QFont::DemiBold);
    m_title->setFont(large);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(10);
    column->addStretch(2);
    column->addWidget(m_icon);
    column->addWidget(m_title);
    column->addWidget(m_text, 0, Qt::AlignHCenter);
    m_buttons = new QVBoxLayout;
    m_buttons->setSpacing(6);
    column->addSpacing(4);
    column->addLayout(m_buttons);
    column->addStretch(3);
    connect(theme, &Theme::changed, this, &EmptyPage::retint);
    retint();
}

void EmptyPage::setContent(const QString &icon, const QString &title, const QString &text)
{
    m_iconName = icon;
    m_title->setText(title);
    m_text->setText(text);
    m_text->setMinimumWidth(qMin(widestText, m_text->fontMetrics().horizontalAdvance(text) + 4));
    m_text->setVisible(!text.isEmpty());
    retint();
}

void EmptyPage::setActions(const QList<QAction *> &actions)
{
    if (actions == m_actions)
        return;
    m_actions = actions;
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (QAction *action : actions)
        m_buttons->addWidget(buttonFor(action, this), 0, Qt::AlignHCenter);
}

QString EmptyPage::title() const
{
    return m_title->text();
}

void EmptyPage::retint()
{
    QPalette muted = palette();
    muted.setColor(QPalette::WindowText, m_theme->mutedText());
    m_text->setPalette(muted);
    m_icon->setVisible(!m_iconName.isEmpty());
    if (!m_iconName.isEmpty())
        m_icon->setPixmap(
            m_theme->icon(m_iconName).pixmap(QSize(iconSize, iconSize), devicePixelRatio(), QIcon::Disabled));
}

} // namespace dragoman
