// SPDX-License-Identifier: GPL-3.0-or-later
#include "people/peopleview.h"

#include "models/personlistmodel.h"
#include "people/persondelegate.h"
#include "people/persondetails.h"
#include "state/filterstate.h"
#include "state/selection.h"
#include "state/theme.h"
#include "widgets/linesplitter.h"
#include "widgets/recordlistview.h"
#include "widgets/recordpanel.h"

#include <QAction>
#include <QMenu>
#include <QMouseEvent>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

class PeopleView : public QWidget
{
    Q_OBJECT
public:
    PeopleView(const ViewContext &context, QWidget *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void connectState();
    void filterBy(const QModelIndex &index);
    void showMenu(const QPoint &at);

    ViewContext m_context;
    PersonListModel *m_model = nullptr;
    RecordPanel *m_panel = nullptr;
};

PanelWords words()
{
    return {PeopleView::tr("People"),
            [](int count) { return counted(PeopleView::tr("1 person"), PeopleView::tr("%1 people"), count); },
            u"people"_s, PeopleView::tr("No people in this archive"),
            PeopleView::tr("Nobody takes part in a contact that the filter lets through")};
}

PeopleView::PeopleView(const ViewContext &context, QWidget *parent) : QWidget(parent), m_context(context)
{
    setObjectName(u"people"_s);
    m_model = new PersonListModel(context.archive, this);
    m_panel = new RecordPanel(context, m_model, new PersonDelegate(context.theme, this), words(), this);
    m_panel->list()->setObjectName(u"personList"_s);
    m_panel->list()->setSelectionMode(QAbstractItemView::SingleSelection);
    m_panel->addSortChoice(PersonListModel::Contacts, Qt::DescendingOrder, tr("Most contacts first"));
    m_panel->addSortChoice(PersonListModel::Name, Qt::AscendingOrder, tr("By name"));
    m_panel->addSortChoice(PersonListModel::Country, Qt::AscendingOrder, tr("By country"));
    m_panel->addSortChoice(PersonListModel::Last, Qt::DescendingOrder, tr("Latest contact first"));
    auto *splitter = new LineSplitter(Qt::Vertical, context.theme, this);
    splitter->setObjectName(u"peopleSplitter"_s);
    splitter->addWidget(m_panel);
    splitter->addWidget(new PersonDetails(context, splitter));
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(splitter);
    setFocusProxy(m_panel);
    connectState();
}

void PeopleView::connectState()
{
    RecordListView *list = m_panel->list();
    list->viewport()->installEventFilter(this);
    connect(list, &RecordListView::selectionEdited, this, [this, list] {
        const QList<qint64> ids = list->selectedIds();
        m_context.selection->setPerson(PersonId{ids.value(0, 0)});
    });
    list->setClickOpens(false);
    connect(list, &RecordListView::opened, this, [this, list] { filterBy(list->currentIndex()); });
    connect(list, &QAbstractItemView::doubleClicked, this, &PeopleView::filterBy);
    connect(list, &QWidget::customContextMenuRequested, this, &PeopleView::showMenu);
    connect(m_context.selection, &Selection::personChanged, this, [list](PersonId id) { list->showId(id.value); });
}

bool PeopleView::eventFilter(QObject *watched, QEvent *event)
{
    RecordListView *list = m_panel->list();
    if (watched == list->viewport() && event->type() == QEvent::MouseButtonRelease) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        const QPoint at = mouse->position().toPoint();
        const QModelIndex index = list->indexAt(at);
        const bool onFunnel =
            index.isValid() && PersonDelegate::funnelRect(list->visualRect(index)).adjusted(-6, -6, 6, 6).contains(at);
        if (onFunnel && mouse->button() == Qt::LeftButton)
            filterBy(index);
    }
    return QWidget::eventFilter(watched, event);
}

void PeopleView::filterBy(const QModelIndex &index)
{
    if (index.data(RecordModel::LoadedRole).toBool())
        m_context.filter->addPerson(index.data(PersonListModel::RowRole).value<PersonRow>().name);
}

void PeopleView::showMenu(const QPoint &at)
{
    const QModelIndex index = m_panel->list()->currentIndex();
    if (!index.data(RecordModel::LoadedRole).toBool())
        return;
    const auto person = index.data(PersonListModel::RowRole).value<PersonRow>();
    FilterState *filter = m_context.filter;
    QMenu menu(this);
    menu.addAction(tr("Filter by %1").arg(person.name), filter, [filter, &person] { filter->addPerson(person.name); });
    if (!person.country.isEmpty())
        menu.addAction(tr("Filter by %1").arg(countryLabel(person.country)), filter,
                       [filter, &person] { filter->addCountry(person.country); });
    menu.exec(m_panel->list()->viewport()->mapToGlobal(at));
}

} // namespace

QWidget *createPeopleView(const ViewContext &context, QWidget *parent)
{
    return new PeopleView(context, parent);
}

} // namespace dragoman

#include "peopleview.moc"
