// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/banner.h"

#include "state/theme.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

#include <utility>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

constexpr int iconSize = 18;

QToolButton *button(const QString &text, QWidget *parent)
{
    auto *made = new QToolButton(parent);
    made->setAutoRaise(true);
    made->setText(text);
    made->setAccessibleName(text);
    return made;
}

} // namespace

Banner::Banner(Theme *theme, QWidget *parent) : QFrame(parent), m_theme(theme)
{
    setObjectName(u"banner"_s);
    buildLayout();
    connect(m_more, &QToolButton::toggled, m_details, &QWidget::setVisible);
    connect(m_copy, &QToolButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText((m_text->text() + u'\n' + m_details->text()).trimmed()); });
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    connect(theme, &Theme::changed, this, &Banner::retint);
    retint();
    hide();
}

void Banner::buildLayout()
{
    m_icon = new QLabel(this);
    m_text = new QLabel(this);
    m_details = new QLabel(this);
    for (QLabel *label : {m_text, m_details}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_text->setAccessibleName(tr("Message"));
    m_details->setAccessibleName(tr("Details"));
    m_details->hide();
    m_offerRow = new QHBoxLayout;
    m_more = button(tr("Details"), this);
    m_more->setCheckable(true);
    m_copy = button(tr("Copy"), this);
    m_close = button(tr("Close"), this);
    m_close->setToolButtonStyle(Qt::ToolButtonIconOnly);
    m_close->setToolTip(tr("Close this message"));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(12, 6, 8, 6);
    grid->addWidget(m_icon, 0, 0, Qt::AlignTop);
    grid->addWidget(m_text, 0, 1);
    grid->addLayout(m_offerRow, 0, 2, Qt::AlignTop);
    grid->addWidget(m_more, 0, 3, Qt::AlignTop);
    grid->addWidget(m_copy, 0, 4, Qt::AlignTop);
    grid->addWidget(m_close, 0, 5, Qt::AlignTop);
    grid->addWidget(m_details, 1, 1, 1, 4);
    grid->setColumnStretch(1, 1);
}

void Banner::showMessage(Tone tone, const QString &text, const QString &details)
{
    m_tone = tone;
    m_text->setText(text);
    m_details->setText(details);
    // One of them may be what called.
    for (QToolButton *offered : std::exchange(m_offers, {})) {
        offered->hide();
        offered->deleteLater();
    }
    m_more->setChecked(false);
    m_more->setVisible(!details.isEmpty());
    setAccessibleName(text);
    retint();
    show();
}

void Banner::offer(const QString &text, const std::function<void()> &deed)
{
    QToolButton *offered = button(text, this);
    offered->setAutoRaise(false);
    m_offers.append(offered);
    m_offerRow->addWidget(offered);
    connect(offered, &QToolButton::clicked, this, [this, deed] {
        hide();
        deed();
    });
}

QString Banner::text() const
{
    return m_text->text();
}

void Banner::retint()
{
    const QString name = m_tone == Tone::Error ? u"error"_s : u"info"_s;
    m_icon->setPixmap(m_theme->icon(name).pixmap(QSize(iconSize, iconSize), devicePixelRatio()));
    m_close->setIcon(m_theme->icon(u"close"_s));
    update();
}

void Banner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QColor tone = m_tone == Tone::Error ? m_theme->warning() : m_theme->accent();
    QColor ground = tone;
    ground.setAlphaF(0.12F);
    painter.fillRect(rect(), ground);
    painter.fillRect(QRect(0, 0, 4, height()), tone);
}

} // namespace dragoman
