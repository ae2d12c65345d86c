// SPDX-License-Identifier: GPL-3.0-or-later
#include "articles/contactsview.h"

#include "articles/contactdelegate.h"
#include "models/contactlistmodel.h"
#include "state/filterstate.h"
#include "state/selection.h"
#include "state/theme.h"
#include "widgets/recordlistview.h"
#include "widgets/recordpanel.h"

#include <QAction>
#include <QKeyEvent>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

class ContactsView : public RecordPanel
{
    Q_OBJECT
public:
    ContactsView(const ViewContext &context, ContactListModel *model, ContactDelegate *delegate, QWidget *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void connectState();
    void open(ContactId id, bool beside);
    void showMenu(const QPoint &at);
    void addParticipantActions(QMenu *menu, const ContactRow &contact);

    ViewContext m_context;
    Question m_question;
};

PanelWords words()
{
    return {ContactsView::tr("Contacts"),
            [](int count) { return counted(ContactsView::tr("1 contact"), ContactsView::tr("%1 contacts"), count); },
            u"contacts"_s, ContactsView::tr("No contacts in this archive"),
            ContactsView::tr("No contact matches the filter")};
}

/** The articles that tell a contact, each once, in the order of its accounts. */
QList<ArticleId> articlesOf(const StoreReader &reader, ContactId id)
{
    QList<ArticleId> articles;
    const Result<Contact> contact = reader.contact(id);
    if (!contact.ok())
        return articles;
    for (const Account &account : contact.value().accounts) {
        if (!articles.contains(account.article))
            articles.append(account.article);
    }
    return articles;
}

ContactsView::ContactsView(const ViewContext &context, ContactListModel *model, ContactDelegate *delegate,
                           QWidget *parent)
    : RecordPanel(context, model, delegate, words(), parent), m_context(context), m_question(this)
{
    setObjectName(u"contacts"_s);
    model->setParent(this);
    delegate->setParent(this);
    list()->setObjectName(u"contactList"_s);
    list()->setSelectionMode(QAbstractItemView::SingleSelection);
    addSortChoice(ContactListModel::Date, Qt::DescendingOrder, tr("Newest first"));
    addSortChoice(ContactListModel::Date, Qt::AscendingOrder, tr("Oldest first"));
    addSortChoice(ContactListModel::Kind, Qt::AscendingOrder, tr("By kind"));
    addSortChoice(ContactListModel::Status, Qt::AscendingOrder, tr("By status"));
    addSortChoice(ContactListModel::Where, Qt::AscendingOrder, tr("By place"));
    connectState();
}

void ContactsView::connectState()
{
    list()->installEventFilter(this);
    connect(list(), &RecordListView::opened, this, [this](qint64 id) { open({id}, false); });
    connect(list(), &RecordListView::openedBeside, this, [this](qint64 id) { open({id}, true); });
    connect(list(), &QWidget::customContextMenuRequested, this, &ContactsView::showMenu);
    connect(m_context.selection, &Selection::contactChanged, this, [this](ContactId id) { list()->showId(id.value); });
}

/** Asked by key, "Why is this here?" is about the row where the cursor stands, opened or not. */
bool ContactsView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == list() && event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const QVariant row = list()->currentIndex().data(ContactListModel::RowRole);
        if (m_context.selection->whyAction()->shortcut() == QKeySequence(key->keyCombination()) && row.isValid())
            m_context.selection->setContact(row.value<ContactRow>().id);
    }
    return RecordPanel::eventFilter(watched, event);
}

void ContactsView::open(ContactId id, bool beside)
{
    m_context.selection->setContact(id);
    m_question.ask<QList<ArticleId>>(
        m_context.archive, [id](const StoreReader &reader) { return articlesOf(reader, id); },
        [this, beside](const QList<ArticleId> &articles) {
            if (!beside)
                m_context.selection->openArticles(articles);
            for (const ArticleId article : articles)
                m_context.selection->openBeside(article);
        });
}

void ContactsView::showMenu(const QPoint &at)
{
    const QModelIndex index = list()->currentIndex();
    if (!index.data(RecordModel::LoadedRole).toBool())
        return;
    const auto contact = index.data(ContactListModel::RowRole).value<ContactRow>();
    QMenu menu(this);
    menu.addAction(tr("Read All Accounts"), this, [this, &contact] { open(contact.id, false); });
    menu.addAction(tr("Open Beside"), this, [this, &contact] { open(contact.id, true); });
    QAction *why = menu.addAction(m_context.selection->whyAction()->text(), this, [this, &contact] {
        m_context.selection->setContact(contact.id);
        m_context.selection->askWhy();
    });
    why->setShortcut(m_context.selection->whyAction()->shortcut());
    menu.addSeparator();
    addParticipantActions(&menu, contact);
    menu.exec(list()->viewport()->mapToGlobal(at));
}

void ContactsView::addParticipantActions(QMenu *menu, const ContactRow &contact)
{
    FilterState *filter = m_context.filter;
    QStringList countries;
    for (const Participant &participant : contact.participants) {
        if (participant.type == ParticipantType::Person)
            menu->addAction(tr("Filter by %1").arg(participant.name), filter,
                            [filter, name = participant.name] { filter->addPerson(name); });
        if (!participant.country.isEmpty() && !countries.contains(participant.country))
            countries.append(participant.country);
    }
    for (const QString &country : std::as_const(countries))
        menu->addAction(tr("Filter by %1").arg(countryLabel(country)), filter,
                        [filter, country] { filter->addCountry(country); });
    if (contact.place.isKnown())
        menu->addAction(tr("Filter by Place %1").arg(contact.place.name), filter,
                        [filter, place = contact.place.name] { filter->addPlace(place); });
}

} // namespace

QWidget *createContactsView(const ViewContext &context, QWidget *parent)
{
    auto *model = new ContactListModel(context.archive);
    auto *delegate = new ContactDelegate(context.theme, nullptr);
    return new ContactsView(context, model, delegate, parent);
}

} // namespace dragoman

#include "contactsview.moc"
