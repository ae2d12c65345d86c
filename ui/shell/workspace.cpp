// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/workspace.h"

#include "widgets/flattabs.h"
#include "widgets/linesplitter.h"

#include <QDataStream>
#include <QIODevice>
#include <QVBoxLayout>

namespace dragoman {

namespace {

constexpr int sideWidth = 390;
constexpr quint32 stateVersion = 1;

} // namespace

Workspace::Workspace(const ViewContext &context, QWidget *parent) : QWidget(parent), m_context(context)
{
    buildLayout();
}

void Workspace::buildLayout()
{
    m_columns = new LineSplitter(Qt::Horizontal, m_context.theme, this);
    m_side = new FlatTabs(m_context.theme, m_columns);
    m_rows = new LineSplitter(Qt::Vertical, m_context.theme, m_columns);
    m_top = new FlatTabs(m_context.theme, m_rows);
    m_bottom = new FlatTabs(m_context.theme, m_rows);
    for (const ViewEntry &entry : viewRegistry()) {
        FlatTabs *home = tabs(entry.area);
        QWidget *view = entry.create(m_context, home);
        if (view->accessibleName().isEmpty())
            view->setAccessibleName(entry.title);
        m_views.insert(entry.id, view);
        home->addTab(view, entry.title);
    }
    const QList<std::pair<FlatTabs *, QString>> names{
        {m_side, tr("Lists")}, {m_top, tr("Overviews")}, {m_bottom, tr("Reader")}};
    for (const auto &[home, name] : names) {
        home->setAccessibleName(name);
        home->tabBar()->setAccessibleName(name);
    }
    m_bottom->tabBar()->setVisible(m_bottom->count() > 1);
    m_columns->setStretchFactor(0, 0);
    m_columns->setStretchFactor(1, 1);
    m_rows->setStretchFactor(0, 2);
    m_rows->setStretchFactor(1, 3);
    m_side->setMinimumWidth(280);
    restoreDefaults();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_columns);
}

FlatTabs *Workspace::tabs(ViewArea area) const
{
    switch (area) {
    case ViewArea::Side:
        return m_side;
    case ViewArea::Top:
        return m_top;
    case ViewArea::Bottom:
        return m_bottom;
    }
    return m_top;
}

QWidget *Workspace::view(const QString &id) const
{
    return m_views.value(id, nullptr);
}

void Workspace::raiseView(const QString &id)
{
    QWidget *wanted = view(id);
    for (FlatTabs *home : {m_side, m_top, m_bottom}) {
        if (wanted && home->indexOf(wanted) >= 0) {
            home->show();
            home->setCurrentWidget(wanted);
        }
    }
}

void Workspace::showView(const QString &id)
{
    raiseView(id);
    if (QWidget *wanted = view(id))
        wanted->setFocus(Qt::ShortcutFocusReason);
}

void Workspace::setSideShown(bool shown)
{
    m_side->setVisible(shown);
}

void Workspace::setReaderShown(bool shown)
{
    m_bottom->setVisible(shown);
}

bool Workspace::isSideShown() const
{
    return !m_side->isHidden();
}

bool Workspace::isReaderShown() const
{
    return !m_bottom->isHidden();
}

QList<QWidget *> Workspace::panes() const
{
    QList<QWidget *> all;
    for (FlatTabs *home : {m_side, m_top, m_bottom}) {
        if (!home->isHidden() && home->currentWidget())
            all.append(home->currentWidget());
    }
    return all;
}

void Workspace::focusList()
{
    if (m_side->currentWidget())
        m_side->currentWidget()->setFocus(Qt::ShortcutFocusReason);
}

QByteArray Workspace::saveState() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << stateVersion << m_columns->saveState() << m_rows->saveState() << m_side->currentIndex()
           << m_top->currentIndex() << isSideShown() << isReaderShown();
    return state;
}

void Workspace::restoreState(const QByteArray &state)
{
    QDataStream stream(state);
    stream.setVersion(QDataStream::Qt_6_4);
    quint32 version = 0;
    QByteArray columns;
    QByteArray rows;
    int side = 0;
    int top = 0;
    bool sideShown = true;
    bool readerShown = true;
    stream >> version >> columns >> rows >> side >> top >> sideShown >> readerShown;
    if (stream.status() != QDataStream::Ok || version != stateVersion)
        return;
    m_columns->restoreState(columns);
    m_rows->restoreState(rows);
    m_side->setCurrentIndex(side);
    m_top->setCurrentIndex(top);
    setSideShown(sideShown);
    setReaderShown(readerShown);
}

void Workspace::restoreDefaults()
{
    setSideShown(true);
    setReaderShown(true);
    m_columns->setDefaultSizes({sideWidth, 1280 - sideWidth});
    m_rows->setDefaultSizes({280, 400});
}

} // namespace dragoman
