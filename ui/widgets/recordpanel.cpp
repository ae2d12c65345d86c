// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/recordpanel.h"

#include "models/recordmodel.h"
#include "state/filterstate.h"
#include "state/theme.h"
#include "widgets/emptypage.h"
#include "widgets/recorddelegate.h"
#include "widgets/recordlistview.h"

#include <QActionGroup>
#include <QLabel>
#include <QMenu>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace dragoman {

RecordPanel::RecordPanel(const ViewContext &context, RecordModel *model, RecordDelegate *delegate, PanelWords words,
                         QWidget *parent)
    : QWidget(parent), m_context(context), m_model(model), m_words(std::move(words))
{
    m_list = new RecordListView(model, delegate, this);
    m_list->setAccessibleName(m_words.name);
    m_empty = new EmptyPage(context.theme, this);
    m_pages = new QStackedWidget(this);
    m_pages->addWidget(m_list);
    m_pages->addWidget(m_empty);
    buildHead();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(m_head);
    column->addWidget(m_pages, 1);
    setFocusProxy(m_list);
    connectState();
    update();
}

void RecordPanel::buildHead()
{
    m_head = new QHBoxLayout;
    m_head->setContentsMargins(12, 4, 6, 4);
    m_count = new QLabel(this);
    m_count->setObjectName(u"count"_s);
    m_sort = new QToolButton(this);
    m_sort->setAutoRaise(true);
    m_sort->setPopupMode(QToolButton::InstantPopup);
    m_sort->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_sort->setAccessibleName(tr("Order of the list"));
    m_sort->setToolTip(tr("Order of the list"));
    m_sort->setMenu(new QMenu(tr("Order of the list"), m_sort));
    m_sort->hide();
    new QActionGroup(m_sort);
    m_head->addWidget(m_count);
    m_head->addStretch(1);
    m_head->addWidget(m_sort);
}

void RecordPanel::connectState()
{
    const auto retint = [this] {
        m_sort->setIcon(m_context.theme->icon(u"sort"_s));
        m_list->viewport()->update();
    };
    connect(m_context.theme, &Theme::changed, this, retint);
    retint();
    connect(m_context.filter, &FilterState::changed, m_model, &RecordModel::setFilter);
    m_model->setFilter(m_context.filter->filter());
    connect(m_model, &RecordModel::answered, this, &RecordPanel::update);
    connect(m_context.archive, &Archive::importStarted, this, &RecordPanel::update);
    connect(m_context.archive, &Archive::importFinished, this, &RecordPanel::update);
}

void RecordPanel::addSortChoice(int column, Qt::SortOrder order, const QString &text)
{
    auto *group = m_sort->findChild<QActionGroup *>();
    QAction *choice = m_sort->menu()->addAction(text);
    choice->setCheckable(true);
    group->addAction(choice);
    connect(choice, &QAction::triggered, this, [this, column, order, text] {
        m_model->sort(column, order);
        m_sort->setText(text);
    });
    if (group->actions().size() == 1) {
        choice->setChecked(true);
        m_sort->setText(text);
        m_sort->show();
    }
}

void RecordPanel::addHeadButton(QToolButton *button)
{
    m_head->insertWidget(m_head->count() - 1, button);
}

void RecordPanel::update()
{
    const int rows = m_model->rowCount();
    m_count->setText(m_words.count(rows));
    if (rows == 0)
        fillEmptyPage();
    m_pages->setCurrentWidget(rows > 0 ? static_cast<QWidget *>(m_list) : m_empty);
}

void RecordPanel::fillEmptyPage()
{
    if (m_model->isAsking()) {
        m_empty->setContent({}, {}, {});
        m_empty->setActions({});
    } else if (!m_model->filter().isEmpty()) {
        m_empty->setContent(u"filter"_s, m_words.noneMatches, tr("Take a condition away to see more."));
        m_empty->setActions({m_context.filter->removeLastAction(), m_context.filter->clearAction()});
    } else if (m_context.archive->isImporting()) {
        m_empty->setContent(m_words.icon, tr("Reading the articles …"),
                            tr("What is found appears here while it is read."));
        m_empty->setActions({});
    } else {
        m_empty->setContent(m_words.icon, m_words.noneAtAll, {});
        m_empty->setActions({});
    }
}

} // namespace dragoman
