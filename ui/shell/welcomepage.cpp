// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/welcomepage.h"

#include "session/recovery.h"
#include "state/theme.h"

#include <QAction>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

constexpr int columnWidth = 440;
constexpr int logoSize = 72;

QPushButton *buttonFor(QAction *action, QWidget *parent)
{
    auto *button = new QPushButton(action->icon(), action->text(), parent);
    button->setObjectName(action->objectName() + u".welcome"_s);
    button->setAccessibleName(action->text().remove(u'&'));
    button->setMinimumHeight(button->fontMetrics().height() + 16);
    button->setEnabled(action->isEnabled());
    button->setToolTip(action->toolTip());
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    QObject::connect(action, &QAction::changed, button, [action, button] {
        button->setIcon(action->icon());
        button->setEnabled(action->isEnabled());
    });
    return button;
}

/** "~/press/ankara" for a folder at home. */
QString shortPath(const QString &path)
{
    const QString home = QDir::homePath();
    return path.startsWith(home + u'/') ? u'~' + path.mid(home.size()) : path;
}

} // namespace

WelcomePage::WelcomePage(const Theme *theme, QAction *open, QAction *sample, QWidget *parent)
    : QWidget(parent), m_theme(theme)
{
    setObjectName(u"welcome"_s);
    auto *logo = new QLabel(this);
    logo->setPixmap(QIcon(u":/icons/dragoman.svg"_s).pixmap(QSize(logoSize, logoSize), devicePixelRatio()));
    auto *name = new QLabel(tr("Dragoman"), this);
    QFont large = name->font();
    large.setPointSizeF(large.pointSizeF() * 2);
    large.setWeight(QFont::DemiBold);
    name->setFont(large);
    m_sentence = new QLabel(tr("Who called, met, visited or wrote to whom, when and where, "
                               "each with the sentences that say so: read from a folder of news articles."),
                            this);
    m_sentence->setWordWrap(true);
    m_hint = new QLabel(tr("Or drop a folder anywhere on this window."), this);
    m_recentTitle = new QLabel(tr("Recent archives"), this);
    QFont heading = font();
    heading.setWeight(QFont::DemiBold);
    m_recentTitle->setFont(heading);
    m_recent = new QVBoxLayout;
    m_recent->setSpacing(0);

    auto *buttons = new QHBoxLayout;
    QPushButton *first = buttonFor(open, this);
    first->setDefault(true);
    first->setAutoDefault(true);
    buttons->addWidget(first);
    buttons->addWidget(buttonFor(sample, this));
    buttons->addStretch(1);

    auto *inner = new QWidget(this);
    inner->setFixedWidth(columnWidth);
    auto *column = new QVBoxLayout(inner);
    column->setSpacing(10);
    column->addStretch(2);
    column->addWidget(logo);
    column->addWidget(name);
    column->addWidget(m_sentence);
    column->addSpacing(8);
    column->addLayout(buttons);
    column->addWidget(m_hint);
    column->addSpacing(14);
    column->addWidget(m_recentTitle);
    column->addLayout(m_recent);
    column->addStretch(3);
    auto *row = new QHBoxLayout(this);
    row->addStretch(1);
    row->addWidget(inner);
    row->addStretch(1);
    setFocusProxy(first);
    connect(theme, &Theme::changed, this, &WelcomePage::retint);
    retint();
    setRecent({});
}

void WelcomePage::setRecent(const QStringList &paths)
{
    while (QLayoutItem *item = m_recent->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_recentTitle->setVisible(!paths.isEmpty());
    for (const QString &path : paths) {
        auto *entry = new QToolButton(this);
        const bool there = QFileInfo::exists(path);
        entry->setAutoRaise(true);
        entry->setText(there ? shortPath(path) : tr("%1 (not there now)").arg(shortPath(path)));
        entry->setAccessibleName(tr("Open %1").arg(path));
        entry->setToolTip(path);
        entry->setEnabled(isKnownOrThere(path));
        entry->setFocusPolicy(Qt::StrongFocus);
        entry->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        entry->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        entry->setIcon(m_theme->icon(u"folder"_s));
        connect(entry, &QToolButton::clicked, this, [this, path] { emit chosen(path); });
        m_recent->addWidget(entry);
    }
}

void WelcomePage::retint()
{
    QPalette muted = palette();
    muted.setColor(QPalette::WindowText, m_theme->mutedText());
    m_sentence->setPalette(muted);
    m_hint->setPalette(muted);
}

} // namespace dragoman
