// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/filterquery.h"
#include "models/articlelistmodel.h"
#include "models/contactlistmodel.h"
#include "models/personlistmodel.h"
#include "support/nowarnings.h"
#include "ui/openarchive.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace dragoman;

namespace {

constexpr int farRow = 105; // on another page than the first rows

Filter filterOf(const QString &query)
{
    const Result<Filter> parsed = parseFilter(query);
    return parsed.ok() ? parsed.value() : Filter();
}

RecordModel::Ids idsOf(const RecordModel &model)
{
    RecordModel::Ids ids;
    for (int row = 0; row < model.rowCount(); ++row)
        ids.push_back(model.idAt(row));
    return ids;
}

bool isLoaded(const RecordModel &model, int row)
{
    return model.index(row, 0).data(RecordModel::LoadedRole).toBool();
}

} // namespace

#define SETTLE(model) QTRY_VERIFY(!(model).isAsking())

class TestListModels : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup() { VERIFY_NO_WARNINGS(); }
    void cleanupTestCase() { m_quiet.reset(); }
    void articlesAreThoseOfTheStore();
    void contactsAreThoseOfTheStore();
    void peopleAreThoseOfTheStore();
    void onlyRowsLookedAtAreLoaded();
    void everyColumnHasAHeadAndAValue();
    void sortsByTheColumnsTheStoreKnows();
    void selectionStaysWithItsRow();
    void selectionOfARowFilteredOutGoes();
    void onlyTheLastQuestionCounts();
    void contentAskedAgainKeepsTheRows();
    void closingEmpties();

private:
    std::unique_ptr<test::NoWarnings> m_quiet; ///< made once the test's own handler is there
    test::OpenArchive m_open{test::randomSample(11)};
};

void TestListModels::initTestCase()
{
    m_quiet = std::make_unique<test::NoWarnings>();
    QCOMPARE(m_open.error(), QString());
    QVERIFY(m_open.reader().counts({}).contacts > farRow);
}

void TestListModels::articlesAreThoseOfTheStore()
{
    ArticleListModel model(m_open.archive());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    SETTLE(model);
    for (const QString &query : {QString(), u"kind:call"_s, u"country:TR"_s, u"after:2020"_s}) {
        model.setFilter(filterOf(query));
        SETTLE(model);
        const RecordModel::Ids wanted =
            m_open.reader().articleIds(filterOf(query), ArticleSort::Date, Qt::DescendingOrder);
        QCOMPARE(idsOf(model), wanted);
        QVERIFY(!wanted.empty());
        const ArticleRow row = m_open.reader().articleRows({wanted.front()}, filterOf(query)).first();
        QTRY_VERIFY(isLoaded(model, 0));
        QTRY_COMPARE(model.index(0, 0).data(ArticleListModel::SnippetRole).toString(), row.snippet);
        QCOMPARE(model.index(0, 0).data(ArticleListModel::PathRole).toString(), row.path);
        QCOMPARE(model.index(0, 0).data(ArticleListModel::ContactsRole).toInt(), row.contacts);
        QCOMPARE(model.index(0, 0).data(ArticleListModel::PublishedRole).toDate(), row.published);
    }
}

void TestListModels::contactsAreThoseOfTheStore()
{
    ContactListModel model(m_open.archive());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setFilter(filterOf(u"kind:visit,call"_s));
    SETTLE(model);
    const RecordModel::Ids wanted = m_open.reader().contactIds(model.filter(), ContactSort::Date, Qt::DescendingOrder);
    QCOMPARE(idsOf(model), wanted);
    QTRY_VERIFY(isLoaded(model, 3));
    const ContactRow row = m_open.reader().contactRows({wanted.at(3)}).first();
    const auto shown = model.index(3, 0).data(ContactListModel::RowRole).value<ContactRow>();
    QCOMPARE(shown.participants, row.participants);
    QCOMPARE(shown.date, row.date);
    QCOMPARE(model.index(3, ContactListModel::Date).data().toString(), row.date.toEdtf());
    QCOMPARE(model.index(3, ContactListModel::Kind).data().toString(), toWord(row.kind));
}

void TestListModels::peopleAreThoseOfTheStore()
{
    PersonListModel model(m_open.archive());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    SETTLE(model);
    const RecordModel::Ids wanted = m_open.reader().personIds({}, PersonSort::Contacts, Qt::DescendingOrder);
    QCOMPARE(idsOf(model), wanted);
    QVERIFY(!wanted.empty());
    QTRY_VERIFY(isLoaded(model, 0));
    const PersonRow row = m_open.reader().personRows({wanted.front()}, {}).first();
    QCOMPARE(model.index(0, PersonListModel::Name).data().toString(), row.name);
    QCOMPARE(model.index(0, PersonListModel::Contacts).data().toInt(), row.contacts);
}

void TestListModels::onlyRowsLookedAtAreLoaded()
{
    ContactListModel model(m_open.archive());
    SETTLE(model);
    QVERIFY(!isLoaded(model, 0));
    const QSignalSpy arrived(&model, &QAbstractItemModel::dataChanged);
    QTRY_VERIFY(isLoaded(model, 0));
    QVERIFY(arrived.count() >= 1);
    QVERIFY(model.rowAt(1).has_value());
    QVERIFY(!model.rowAt(farRow).has_value());
    QTRY_VERIFY(isLoaded(model, farRow));
}

void TestListModels::everyColumnHasAHeadAndAValue()
{
    ArticleListModel articles(m_open.archive());
    ContactListModel contacts(m_open.archive());
    PersonListModel people(m_open.archive());
    for (RecordModel *model : QList<RecordModel *>{&articles, &contacts, &people}) {
        SETTLE(*model);
        QTRY_VERIFY(isLoaded(*model, 0));
        for (int column = 0; column < model->columnCount(); ++column) {
            QVERIFY(!model->headerData(column, Qt::Horizontal).toString().isEmpty());
            QVERIFY(model->index(0, column).data().isValid());
        }
        QVERIFY(!model->headerData(model->columnCount(), Qt::Horizontal).isValid());
    }
}

void TestListModels::sortsByTheColumnsTheStoreKnows()
{
    ArticleListModel articles(m_open.archive());
    articles.sort(ArticleListModel::Title, Qt::AscendingOrder);
    SETTLE(articles);
    QCOMPARE(idsOf(articles), m_open.reader().articleIds({}, ArticleSort::Title, Qt::AscendingOrder));

    ContactListModel contacts(m_open.archive());
    contacts.sort(ContactListModel::Kind, Qt::AscendingOrder);
    SETTLE(contacts);
    QCOMPARE(idsOf(contacts), m_open.reader().contactIds({}, ContactSort::Kind, Qt::AscendingOrder));
    QVERIFY(!ContactListModel::isSortable(ContactListModel::Who));
    QVERIFY(ContactListModel::isSortable(ContactListModel::Where));

    PersonListModel people(m_open.archive());
    people.sort(PersonListModel::Name, Qt::DescendingOrder);
    SETTLE(people);
    QCOMPARE(idsOf(people), m_open.reader().personIds({}, PersonSort::Name, Qt::DescendingOrder));
    QVERIFY(!PersonListModel::isSortable(PersonListModel::Spellings));
}

void TestListModels::selectionStaysWithItsRow()
{
    ContactListModel model(m_open.archive());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    SETTLE(model);
    const RecordModel::Ids calls =
        m_open.reader().contactIds(filterOf(u"kind:call"_s), ContactSort::Date, Qt::DescendingOrder);
    const qint64 id = calls.at(calls.size() / 2);
    QItemSelectionModel selection(&model);
    selection.select(model.index(model.rowOf(id), 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    const QPersistentModelIndex kept = model.index(model.rowOf(id), ContactListModel::Status);

    const auto selectedId = [&] {
        return selection.selectedRows().isEmpty() ? 0 : model.idAt(selection.selectedRows().first().row());
    };
    model.setFilter(filterOf(u"kind:call"_s));
    SETTLE(model);
    QCOMPARE(selectedId(), id);
    model.sort(ContactListModel::Date, Qt::AscendingOrder);
    SETTLE(model);
    QCOMPARE(selectedId(), id);
    model.setFilter({});
    SETTLE(model);
    QCOMPARE(selectedId(), id);
    QCOMPARE(model.idAt(kept.row()), id);
    QCOMPARE(kept.column(), int(ContactListModel::Status));
}

void TestListModels::selectionOfARowFilteredOutGoes()
{
    ContactListModel model(m_open.archive());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    SETTLE(model);
    const qint64 visit =
        m_open.reader().contactIds(filterOf(u"kind:visit"_s), ContactSort::Date, Qt::DescendingOrder).front();
    QItemSelectionModel selection(&model);
    selection.select(model.index(model.rowOf(visit), 0),
                     QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    model.setFilter(filterOf(u"kind:call"_s));
    SETTLE(model);
    QVERIFY(selection.selectedRows().isEmpty());
}

void TestListModels::onlyTheLastQuestionCounts()
{
    ContactListModel model(m_open.archive());
    SETTLE(model);
    const QSignalSpy answered(&model, &RecordModel::answered);
    model.setFilter(filterOf(u"kind:call"_s));
    model.setFilter(filterOf(u"kind:visit"_s));
    model.setFilter(filterOf(u"kind:message"_s));
    SETTLE(model);
    QCOMPARE(answered.count(), 1);
    QCOMPARE(idsOf(model),
             m_open.reader().contactIds(filterOf(u"kind:message"_s), ContactSort::Date, Qt::DescendingOrder));
}

void TestListModels::contentAskedAgainKeepsTheRows()
{
    ContactListModel model(m_open.archive());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    SETTLE(model);
    QTRY_VERIFY(isLoaded(model, 0));
    const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    emit m_open.archive()->contentChanged();
    QVERIFY(model.isAsking());
    QVERIFY(isLoaded(model, 0));
    SETTLE(model);
    QVERIFY(isLoaded(model, 0));
    QCOMPARE(reset.count(), 0);
}

void TestListModels::closingEmpties()
{
    test::OpenArchive open(test::ankaraSample());
    QCOMPARE(open.error(), QString());
    ArticleListModel model(open.archive());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    SETTLE(model);
    QCOMPARE(model.rowCount(), 3);
    open.archive()->close();
    QCOMPARE(model.rowCount(), 0);
    model.refresh();
    QVERIFY(!model.isAsking());
}

QTEST_GUILESS_MAIN(TestListModels)
#include "tst_listmodels.moc"
