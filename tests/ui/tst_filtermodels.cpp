// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/filterquery.h"
#include "models/completionmodel.h"
#include "models/countsource.h"
#include "models/facetmodel.h"
#include "models/filelistmodel.h"
#include "models/personfacts.h"
#include "support/nowarnings.h"
#include "support/resulttest.h"
#include "ui/openarchive.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <numeric>

using namespace Qt::StringLiterals;
using namespace dragoman;

namespace {

Filter filterOf(const QString &query)
{
    const Result<Filter> parsed = parseFilter(query);
    return parsed.ok() ? parsed.value() : Filter();
}

QStringList rowsOf(const QAbstractItemModel &model)
{
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row)
        rows.append(model.index(row, 0).data().toString());
    return rows;
}

int sumOf(const FacetModel &model)
{
    return std::accumulate(model.values().cbegin(), model.values().cend(), 0,
                           [](int sum, const FacetValue &value) { return sum + value.contacts; });
}

} // namespace

class TestFilterModels : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_quiet = std::make_unique<test::NoWarnings>();
        QCOMPARE(m_open.error(), QString());
    }
    void cleanup() { VERIFY_NO_WARNINGS(); }
    void cleanupTestCase() { m_quiet.reset(); }
    void kindsAddUpToAllContacts();
    void facetsLeaveTheirOwnConditionOut();
    void countsFollowTheFilter();
    void keysAndWordsAreCompleted_data();
    void keysAndWordsAreCompleted();
    void namesAreCompletedFromTheStore();
    void filesAreFilteredByOutcomeAndText();
    void personFactsCountCounterparts();

private:
    std::unique_ptr<test::NoWarnings> m_quiet; ///< made once the test's own handler is there
    test::OpenArchive m_open{test::randomSample(5)};
};

void TestFilterModels::kindsAddUpToAllContacts()
{
    FacetModel model(FacetModel::Field::Kind, m_open.archive());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QSignalSpy answered(&model, &FacetModel::answered);
    model.ask({});
    QTRY_COMPARE(answered.count(), 1);
    QCOMPARE(sumOf(model), m_open.reader().counts({}).contacts);
    QCOMPARE(model.index(0, 0).data(FacetModel::ValueRole).toString(), model.values().first().value);
    QCOMPARE(model.index(0, 0).data(FacetModel::ContactsRole).toInt(), model.values().first().contacts);
}

void TestFilterModels::facetsLeaveTheirOwnConditionOut()
{
    const Filter calls = filterOf(u"kind:call status:held"_s);
    FacetModel kinds(FacetModel::Field::Kind, m_open.archive());
    FacetModel statuses(FacetModel::Field::Status, m_open.archive());
    const QSignalSpy first(&kinds, &FacetModel::answered);
    const QSignalSpy second(&statuses, &FacetModel::answered);
    kinds.ask(calls);
    statuses.ask(calls);
    QTRY_COMPARE(first.count() + second.count(), 2);
    QCOMPARE(sumOf(kinds), m_open.reader().counts(filterOf(u"status:held"_s)).contacts);
    QCOMPARE(sumOf(statuses), m_open.reader().counts(filterOf(u"kind:call"_s)).contacts);
}

void TestFilterModels::countsFollowTheFilter()
{
    CountSource counts(m_open.archive());
    const QSignalSpy changed(&counts, &CountSource::changed);
    counts.setFilter(filterOf(u"kind:call"_s));
    QTRY_COMPARE(changed.count(), 1);
    QCOMPARE(counts.shown().contacts, m_open.reader().counts(filterOf(u"kind:call"_s)).contacts);
    QCOMPARE(counts.all().contacts, m_open.reader().counts({}).contacts);
    QVERIFY(counts.shown().contacts < counts.all().contacts);
}

void TestFilterModels::keysAndWordsAreCompleted_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QStringList>("rows");
    QTest::newRow("key") << u"per"_s << QStringList{u"person:"_s};
    QTest::newRow("keys that begin alike") << u"so"_s << QStringList{u"source:"_s, u"sources:"_s};
    QTest::newRow("word of a key") << u"kind:m"_s << QStringList{u"kind:meeting"_s, u"kind:message"_s};
    QTest::newRow("last word of a line") << u"border \"two words\" status:inv"_s
                                         << QStringList{u"border \"two words\" status:invited"_s};
    QTest::newRow("within quotes") << u"\"open per"_s << QStringList();
    QTest::newRow("no such key") << u"colour:r"_s << QStringList();
    QTest::newRow("plain word") << u"xyz"_s << QStringList();
    QTest::newRow("nothing") << QString() << QStringList();
}

void TestFilterModels::keysAndWordsAreCompleted()
{
    QFETCH(const QString, line);
    QFETCH(const QStringList, rows);
    CompletionModel model(m_open.archive());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.complete(line);
    QCOMPARE(rowsOf(model), rows);
}

void TestFilterModels::namesAreCompletedFromTheStore()
{
    const QString prefix = u"a"_s;
    const QStringList names = m_open.reader().completions(u"person"_s, prefix, 12);
    QVERIFY(!names.isEmpty());
    CompletionModel model(m_open.archive());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.complete(u"border person:\""_s + prefix);
    QTRY_COMPARE(model.rowCount(), int(names.size()));
    for (qsizetype i = 0; i < names.size(); ++i) {
        const Result<Filter> parsed = parseFilter(rowsOf(model).at(i));
        VERIFY_RESULT(parsed);
        QCOMPARE(parsed.value().persons, QStringList{names.at(i)});
        QCOMPARE(parsed.value().text, u"border"_s);
    }
    model.setValuesOnly(true);
    model.complete(u"person:"_s + prefix);
    QTRY_COMPARE(rowsOf(model), names);
}

void TestFilterModels::filesAreFilteredByOutcomeAndText()
{
    QTemporaryDir folder;
    const QString store = folder.filePath(u"files.sqlite"_s);
    VERIFY_RESULT(test::writeSample(store, test::ankaraSample()));
    {
        Result<std::unique_ptr<StoreWriter>> writer = StoreWriter::open(store);
        VERIFY_RESULT(writer);
        VERIFY_RESULT(writer.value()->begin());
        VERIFY_RESULT(
            writer.value()->putFile({u"scan.pdf"_s, u"unsupported"_s, u"Of no known format."_s, 10, 0, {}}, {}));
        VERIFY_RESULT(writer.value()->putFile({u"void.txt"_s, u"empty"_s, u"The file is empty."_s, 0, 0, {}}, {}));
        VERIFY_RESULT(writer.value()->commit());
    }
    Archive archive;
    VERIFY_RESULT(archive.open(store));
    FileListModel files(&archive);
    FileFilterModel shown;
    shown.setSourceModel(&files);
    const QAbstractItemModelTester tester(&files, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QAbstractItemModelTester proxyTester(&shown, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QSignalSpy answered(&files, &FileListModel::answered);
    files.refresh();
    QTRY_COMPARE(answered.count(), 1);
    QCOMPARE(shown.rowCount(), 5);
    QCOMPARE(files.problems(), 2);
    shown.setState(FileFilterModel::problemsOnly);
    QCOMPARE(rowsOf(shown), (QStringList{u"scan.pdf"_s, u"void.txt"_s}));
    shown.setText(u"NO KNOWN"_s);
    QCOMPARE(rowsOf(shown), QStringList{u"scan.pdf"_s});
    shown.setText({});
    shown.setState(u"empty"_s);
    QCOMPARE(rowsOf(shown), QStringList{u"void.txt"_s});
    QCOMPARE(shown.index(0, FileListModel::Reason).data().toString(), u"The file is empty."_s);
    archive.close();
    QCOMPARE(files.rowCount(), 0);
}

void TestFilterModels::personFactsCountCounterparts()
{
    const StoreReader &reader = m_open.reader();
    const PersonId id{reader.personIds({}, PersonSort::Contacts, Qt::DescendingOrder).front()};
    const Result<PersonFacts> facts = personFacts(reader, id);
    VERIFY_RESULT(facts);
    QCOMPARE(facts.value().person.id, id);
    QCOMPARE(facts.value().contacts, reader.personRows({id.value}, {}).first().contacts);
    QVERIFY(!facts.value().counterparts.isEmpty());
    int last = std::numeric_limits<int>::max();
    for (const Counterpart &other : facts.value().counterparts) {
        QVERIFY(other.person != id);
        QVERIFY(other.contacts >= 1 && other.contacts <= last);
        last = other.contacts;
    }
    QVERIFY(!personFacts(reader, PersonId{999999}).ok());
}

QTEST_GUILESS_MAIN(TestFilterModels)
#include "tst_filtermodels.moc"
