// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/archive.h"
#include "session/articlefolder.h"
#include "session/recovery.h"
#include "store/connection.h"
#include "support/drives.h"
#include "support/nowarnings.h"
#include "support/resulttest.h"

#include <QDir>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace dragoman;
using namespace dragoman::test;
using namespace Qt::StringLiterals;

/** Questions and imports side by side, as the window uses them. */
class TestArchive : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void opensAFolderWithoutImporting();
    void opensAStore();
    void refuses_data();
    void refuses();
    void defaultStoreIsInTheDataDirectory();
    void importsAndTellsSo();
    void rowsAppearWhileImporting();
    void stopEndsTheImport();
    void questionsAreAnsweredWhileImporting();
    void answersComeInOrder();
    void answersToTheGoneAreDropped();
    void closingDropsAnswersAndImport();
    void openingAnotherDropsTheFirst();
    void newFilesAreNoticed();
    void movedFolderIsFoundAgain();
    void missingFolderOpensWhatWasRead();
    void locatedFolderGoesOn();
    void newerStoreOpensForReading();
    void readOnlyStoreOpensForReading();
    void stoppedImportStaysStopped();
    void badRulesAreReported();
    void failedQuestionsAreReported();
    void destructionDuringAnImportLeavesASoundStore();

private:
    [[nodiscard]] ArchiveOptions options(const QString &store = u"store"_s) const;
    [[nodiscard]] int articles(Archive &archive) const;
    [[nodiscard]] bool importFully(const ArchiveOptions &options) const;

    std::unique_ptr<ArticleFolder> m_folder;
    std::unique_ptr<NoWarnings> m_noWarnings;
};

namespace {

constexpr int patience = 120000; ///< milliseconds, for a slow machine under sanitizers; nothing waits that long

ImportReport reportOf(const QSignalSpy &finished)
{
    return finished.isEmpty() ? ImportReport() : finished.last().first().value<ImportReport>();
}

} // namespace

void TestArchive::init()
{
    m_folder = std::make_unique<ArticleFolder>();
    m_noWarnings = std::make_unique<NoWarnings>();
}

void TestArchive::cleanup()
{
    VERIFY_NO_WARNINGS();
    m_noWarnings.reset();
    m_folder.reset();
}

ArchiveOptions TestArchive::options(const QString &store) const
{
    ArchiveOptions result;
    result.store = m_folder->store(store);
    result.jobs = 2;
    return result;
}

int TestArchive::articles(Archive &archive) const
{
    int count = -1;
    archive.ask<StoreCounts>(
        &archive, [](const StoreReader &reader) { return reader.counts({}); },
        [&count](const StoreCounts &counts) { count = counts.articles; });
    [&count] { QTRY_VERIFY_WITH_TIMEOUT(count >= 0, patience); }();
    return count;
}

bool TestArchive::importFully(const ArchiveOptions &options) const
{
    Archive archive;
    QSignalSpy finished(&archive, &Archive::importFinished);
    if (!archive.open(m_folder->path(), options).ok())
        return false;
    archive.startImport();
    return finished.wait(patience) && reportOf(finished).error.isEmpty();
}

void TestArchive::opensAFolderWithoutImporting()
{
    m_folder->writeMeeting(u"a.txt"_s);
    Archive archive;
    QSignalSpy opened(&archive, &Archive::opened);
    QVERIFY(!archive.isOpen());
    const Result<void> done = archive.open(m_folder->path(), options());
    VERIFY_RESULT(done);
    QVERIFY(archive.isOpen());
    QCOMPARE(opened.size(), 1);
    QCOMPARE(archive.folder(), m_folder->path());
    QCOMPARE(archive.storeFile(), m_folder->store());
    QVERIFY(!archive.isImporting());
    QCOMPARE(articles(archive), 0);
}

void TestArchive::opensAStore()
{
    m_folder->writeMeeting(u"a.txt"_s);
    {
        Archive archive;
        const Result<void> done = archive.open(m_folder->path(), options());
        VERIFY_RESULT(done);
        QSignalSpy finished(&archive, &Archive::importFinished);
        archive.startImport();
        QVERIFY(finished.wait(patience));
    }
    Archive archive;
    const Result<void> done = archive.open(m_folder->store());
    VERIFY_RESULT(done);
    QCOMPARE(archive.folder(), m_folder->path());
    QCOMPARE(archive.storeFile(), m_folder->store());
    QCOMPARE(articles(archive), 1);
}

void TestArchive::refuses_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("nothing there") << u"nowhere"_s << u"There is no folder or store"_s;
    QTest::newRow("text file") << u"archive/a.txt"_s << u"not a Dragoman store"_s;
    QTest::newRow("empty file") << u"archive/empty.txt"_s << u"not a Dragoman store"_s;
}

void TestArchive::refuses()
{
    QFETCH(QString, name);
    QFETCH(QString, sentence);
    m_folder->writeMeeting(u"a.txt"_s);
    m_folder->write(u"empty.txt"_s, QString());
    const QStringList before = m_folder->snapshot();
    Archive archive;
    const Result<void> done = archive.open(m_folder->outside(name));
    QVERIFY(!done.ok());
    QVERIFY2(done.error().message().contains(sentence), qPrintable(done.error().message()));
    QVERIFY2(done.error().message().contains(name), qPrintable(done.error().message()));
    QVERIFY(!archive.isOpen());
    QCOMPARE(m_folder->snapshot(), before);
}

void TestArchive::defaultStoreIsInTheDataDirectory()
{
    const QString store = Archive::defaultStore(m_folder->path());
    const QString data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    QVERIFY2(store.startsWith(data + u"/dragoman/archives/archive-"_s), qPrintable(store));
    QVERIFY(store.endsWith(u".sqlite"_s));
    QCOMPARE(Archive::defaultStore(m_folder->path() + u"/."_s), store);
    QVERIFY(Archive::defaultStore(m_folder->outside(u"other/archive"_s)) != store);
    QVERIFY(!QFileInfo(Archive::defaultStore(u"/"_s)).fileName().startsWith(u'-'));
}

void TestArchive::importsAndTellsSo()
{
    m_folder->writeMeeting(u"a.txt"_s);
    m_folder->writeMeeting(u"b.txt"_s);
    Archive archive;
    QStringList order;
    connect(&archive, &Archive::importStarted, this, [&order] { order.append(u"started"_s); });
    connect(&archive, &Archive::contentChanged, this, [&order] { order.append(u"changed"_s); });
    connect(&archive, &Archive::importFinished, this, [&order, &archive] {
        order.append(u"finished"_s);
        QVERIFY(!archive.isImporting());
    });
    QSignalSpy progress(&archive, &Archive::importProgress);
    QSignalSpy finished(&archive, &Archive::importFinished);
    const Result<void> done = archive.open(m_folder->path(), options());
    VERIFY_RESULT(done);
    archive.startImport();
    QVERIFY(archive.isImporting());
    QVERIFY(finished.wait(patience));
    QCOMPARE(reportOf(finished).error, QString());
    QCOMPARE(reportOf(finished).articles, 2);
    QVERIFY(!reportOf(finished).stopped);
    QCOMPARE(order.first(), u"started"_s);
    QCOMPARE(order.at(order.size() - 2), u"changed"_s);
    QCOMPARE(order.last(), u"finished"_s);
    QVERIFY(!progress.isEmpty());
    QCOMPARE(progress.last().first().value<ImportProgress>().done, 2);
    QCOMPARE(articles(archive), 2);
}

void TestArchive::rowsAppearWhileImporting()
{
    m_folder->writeMany(1500);
    Archive archive;
    const Result<void> done = archive.open(m_folder->path(), options());
    VERIFY_RESULT(done);
    QList<int> seen;
    connect(&archive, &Archive::contentChanged, this, [&archive, &seen] {
        archive.ask<StoreCounts>(
            &archive, [](const StoreReader &reader) { return reader.counts({}); },
            [&seen](const StoreCounts &counts) { seen.append(counts.articles); });
    });
    int seenBeforeTheEnd = 0;
    connect(&archive, &Archive::importFinished, this, [&seen, &seenBeforeTheEnd] {
        seenBeforeTheEnd = static_cast<int>(
            std::count_if(seen.begin(), seen.end(), [](int count) { return count > 0 && count < 1500; }));
    });
    QSignalSpy finished(&archive, &Archive::importFinished);
    archive.startImport();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, patience);
    QCOMPARE(reportOf(finished).articles, 1500);
    QVERIFY2(seenBeforeTheEnd > 0, "no rows were seen before the import was over");
    QTRY_VERIFY_WITH_TIMEOUT(!seen.isEmpty() && seen.last() == 1500, patience);
    QVERIFY(std::is_sorted(seen.begin(), seen.end()));
}

void TestArchive::stopEndsTheImport()
{
    m_folder->writeMany(900);
    Archive archive;
    const Result<void> done = archive.open(m_folder->path(), options());
    VERIFY_RESULT(done);
    connect(&archive, &Archive::contentChanged, &archive, &Archive::stopImport);
    QSignalSpy finished(&archive, &Archive::importFinished);
    archive.startImport();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, patience);
    const ImportReport report = reportOf(finished);
    QVERIFY(report.stopped);
    QCOMPARE(report.error, QString());
    QVERIFY2(report.articles > 0 && report.articles < 900, qPrintable(QString::number(report.articles)));
    QCOMPARE(articles(archive), report.articles);
    disconnect(&archive, &Archive::contentChanged, &archive, &Archive::stopImport);
    archive.startImport();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 2, patience);
    QVERIFY(!reportOf(finished).stopped);
    QCOMPARE(reportOf(finished).articles, 900);
}

void TestArchive::questionsAreAnsweredWhileImporting()
{
    m_folder->writeMany(600);
    Archive archive;
    const Result<void> done = archive.open(m_folder->path(), options());
    VERIFY_RESULT(done);
    QSignalSpy finished(&archive, &Archive::importFinished);
    archive.startImport();
    int answered = 0;
    while (finished.isEmpty()) {
        QVERIFY(articles(archive) >= 0);
        ++answered;
    }
    QVERIFY(answered > 1);
    QCOMPARE(reportOf(finished).error, QString());
    QCOMPARE(reportOf(finished).articles, 600);
}

void TestArchive::answersComeInOrder()
{
    Archive archive;
    const Result<void> done = archive.open(m_folder->path(), options());
    VERIFY_RESULT(done);
    QList<int> answers;
    for (int i = 0; i < 50; ++i)
        archive.ask<int>(
            &archive, [i](const StoreReader &) { return i; }, [&answers](int answer) { answers.append(answer); });
    QVERIFY(answers.isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(answers.size(), 50, patience);
    for (int i = 0; i < 50; ++i)
        QCOMPARE(answers.at(i), i);
}

void TestArchive::answersToTheGoneAreDropped()
{
    Archive archive;
    const Result<void> done = archive.open(m_folder->path(), options());
    VERIFY_RESULT(done);
    auto context = std::make_unique<QObject>();
    bool reached = false;
    bool answered = false;
    archive.ask<int>(
        context.get(), [](const StoreReader &) { return 1; }, [&reached](int) { reached = true; });
    context.reset();
    archive.ask<int>(
        &archive, [](const StoreReader &) { return 2; }, [&answered](int) { answered = true; });
    QTRY_VERIFY_WITH_TIMEOUT(answered, patience);
    QVERIFY(!reached);
}

void TestArchive::closingDropsAnswersAndImport()
{
    m_folder->writeMany(500);
    Archive archive;
    const Result<void> done = archive.open(m_folder->path(), options());
    VERIFY_RESULT(done);
    QSignalSpy closed(&archive, &Archive::closed);
    QSignalSpy finished(&archive, &Archive::importFinished);
    QSignalSpy changed(&archive, &Archive::contentChanged);
    bool reached = false;
    archive.startImport();
    archive.ask<int>(
        &archive, [](const StoreReader &) { return 1; }, [&reached](int) { reached = true; });
    archive.close();
    QVERIFY(!archive.isOpen());
    QVERIFY(!archive.isImporting());
    QCOMPARE(closed.size(), 1);
    archive.close();
    QCOMPARE(closed.size(), 1);
    archive.ask<int>(
        &archive, [](const StoreReader &) { return 1; }, [&reached](int) { reached = true; });
    archive.startImport();
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
    QVERIFY(!reached);
    QVERIFY(finished.isEmpty());
    QVERIFY(changed.isEmpty());
    QVERIFY(!archive.isImporting());
}

void TestArchive::openingAnotherDropsTheFirst()
{
    m_folder->writeMeeting(u"a.txt"_s);
    const ArticleFolder other;
    Archive archive;
    const Result<void> first = archive.open(m_folder->path(), options());
    VERIFY_RESULT(first);
    QSignalSpy finished(&archive, &Archive::importFinished);
    archive.startImport();
    ArchiveOptions otherOptions;
    otherOptions.store = other.store();
    const Result<void> second = archive.open(other.path(), otherOptions);
    VERIFY_RESULT(second);
    QCOMPARE(archive.folder(), other.path());
    QCOMPARE(articles(archive), 0);
    archive.startImport();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, patience);
    QCOMPARE(reportOf(finished).articles, 0);
}

void TestArchive::newFilesAreNoticed()
{
    m_folder->writeMeeting(u"a.txt"_s);
    Archive archive;
    archive.setWatching(true);
    QSignalSpy finished(&archive, &Archive::importFinished);
    const Result<void> done = archive.open(m_folder->path(), options());
    VERIFY_RESULT(done);
    archive.startImport();
    QTRY_VERIFY_WITH_TIMEOUT(!finished.isEmpty(), patience);
    m_folder->writeMeeting(u"b.txt"_s);
    QTRY_COMPARE_WITH_TIMEOUT(articles(archive), 2, patience);
    // A folder made after the watch began, and what is put into it later.
    m_folder->writeMeeting(u"new/c.txt"_s);
    QTRY_COMPARE_WITH_TIMEOUT(articles(archive), 3, patience);
    m_folder->writeMeeting(u"new/d.txt"_s);
    QTRY_COMPARE_WITH_TIMEOUT(articles(archive), 4, patience);
    QVERIFY(QFile::remove(m_folder->path() + u"/b.txt"_s));
    QTRY_COMPARE_WITH_TIMEOUT(articles(archive), 3, patience);
    QVERIFY(QFile::rename(m_folder->path() + u"/a.txt"_s, m_folder->path() + u"/z.txt"_s));
    QTRY_COMPARE_WITH_TIMEOUT(reportOf(finished).removed, 1, patience);
    QTRY_VERIFY_WITH_TIMEOUT(!archive.isImporting(), patience);
    archive.setWatching(false);
    const qsizetype before = finished.size();
    m_folder->writeMeeting(u"e.txt"_s);
    QTest::qWait(1500);
    QCOMPARE(finished.size(), before);
}

void TestArchive::movedFolderIsFoundAgain()
{
    const QString before = m_folder->outside(u"moving/before"_s);
    const QString after = m_folder->outside(u"moving/after"_s);
    QVERIFY(QDir().mkpath(before));
    m_folder->writeMeeting(u"a.txt"_s);
    QVERIFY(QFile::copy(m_folder->path() + u"/a.txt"_s, before + u"/a.txt"_s));
    Archive archive;
    QSignalSpy finished(&archive, &Archive::importFinished);
    VERIFY_RESULT(archive.open(before));
    archive.startImport();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, patience);
    const QString oldStore = archive.storeFile();
    archive.close();
    // A copy is an archive of its own.
    const QString copy = m_folder->outside(u"moving/copy"_s);
    QVERIFY(QDir().mkpath(copy));
    QVERIFY(QFile::copy(before + u"/a.txt"_s, copy + u"/a.txt"_s));
    VERIFY_RESULT(archive.open(copy));
    QCOMPARE(articles(archive), 0);
    archive.close();
    QVERIFY(QDir().rename(before, after));
    VERIFY_RESULT(archive.open(after));
    QCOMPARE(articles(archive), 1);
    QCOMPARE(archive.storeFile(), Archive::defaultStore(after));
    QVERIFY(!QFile::exists(oldStore));
    archive.startImport();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 2, patience);
    QCOMPARE(reportOf(finished).error, QString());
    QCOMPARE(reportOf(finished).unchanged, 1);
    const QStringList stores{archive.storeFile(), Archive::defaultStore(copy)};
    archive.close();
    for (const QString &store : stores)
        QVERIFY(QFile::remove(store));
}

void TestArchive::missingFolderOpensWhatWasRead()
{
    m_folder->writeMeeting(u"a.txt"_s);
    const QString elsewhere = m_folder->outside(u"elsewhere"_s);
    QVERIFY(importFully({}));
    QVERIFY(QDir().rename(m_folder->path(), elsewhere));
    Archive archive;
    VERIFY_RESULT(archive.open(m_folder->path()));
    QCOMPARE(archive.folder(), m_folder->path());
    QVERIFY2(archive.notice().contains(u"is not there now"_s), qPrintable(archive.notice()));
    QVERIFY(!archive.isReadOnly());
    QCOMPARE(articles(archive), 1);
    QSignalSpy finished(&archive, &Archive::importFinished);
    archive.startImport();
    QVERIFY(finished.wait(patience));
    QCOMPARE(reportOf(finished).fault, ImportReport::Fault::Missing);
    QCOMPARE(articles(archive), 1);
    QVERIFY(QDir().rename(elsewhere, m_folder->path()));
    finished.clear();
    archive.startImport();
    QVERIFY(finished.wait(patience));
    QCOMPARE(reportOf(finished).unchanged, 1);
}

void TestArchive::locatedFolderGoesOn()
{
    m_folder->writeMeeting(u"a.txt"_s);
    m_folder->writeMeeting(u"b.txt"_s, u"Tehran"_s);
    QVERIFY(importFully({}));
    const QString store = Archive::defaultStore(m_folder->path());
    const QString elsewhere = m_folder->outside(u"elsewhere"_s);
    const QString wrong = m_folder->outside(u"wrong"_s);
    QVERIFY(QDir().rename(m_folder->path(), elsewhere));
    QVERIFY(QDir().mkdir(wrong));
    const Result<void> refused = relocate(store, wrong);
    QVERIFY(!refused.ok());
    QVERIFY2(refused.error().message().contains(wrong), qPrintable(refused.error().message()));
    VERIFY_RESULT(relocate(store, elsewhere));
    Archive archive;
    VERIFY_RESULT(archive.open(elsewhere));
    QCOMPARE(archive.notice(), QString());
    QSignalSpy finished(&archive, &Archive::importFinished);
    archive.startImport();
    QVERIFY(finished.wait(patience));
    QCOMPARE(reportOf(finished).unchanged, 2);
    QVERIFY(!QFile::exists(store));
}

void TestArchive::newerStoreOpensForReading()
{
    m_folder->writeMeeting(u"a.txt"_s);
    QVERIFY(importFully(options()));
    {
        const auto connection = Connection::open(m_folder->store(), Connection::Mode::Write);
        VERIFY_RESULT(connection.value()->run(u"PRAGMA user_version = 1000"_s));
    }
    for (const QString &name : {m_folder->path(), m_folder->store()}) {
        Archive archive;
        VERIFY_RESULT(archive.open(name, name == m_folder->path() ? options() : ArchiveOptions()));
        QVERIFY2(archive.notice().contains(u"newer Dragoman"_s), qPrintable(archive.notice()));
        QVERIFY(archive.isReadOnly());
        archive.startImport();
        QVERIFY(!archive.isImporting());
        QCOMPARE(articles(archive), 1);
    }
}

void TestArchive::readOnlyStoreOpensForReading()
{
    m_folder->writeMeeting(u"a.txt"_s);
    const QString place = m_folder->outside(u"stores"_s);
    ArchiveOptions there;
    there.store = place + u"/store.sqlite"_s;
    QVERIFY(importFully(there));
    const ReadOnly readOnly(place);
    if (!readOnly.works())
        QSKIP("Nothing can be mounted here.");
    Archive archive;
    VERIFY_RESULT(archive.open(m_folder->path(), there));
    QVERIFY2(archive.notice().contains(u"may not be written to"_s), qPrintable(archive.notice()));
    QVERIFY(archive.isReadOnly());
    QCOMPARE(articles(archive), 1);
    archive.close();
    VERIFY_RESULT(archive.open(there.store));
    QVERIFY(archive.isReadOnly());
    QCOMPARE(articles(archive), 1);
    archive.close();
    // A folder that was never read needs a store, and gets none here.
    there.store = place + u"/other.sqlite"_s;
    const Result<void> refused = archive.open(m_folder->path(), there);
    QVERIFY(!refused.ok());
    QVERIFY2(refused.error().message().contains(there.store), qPrintable(refused.error().message()));
}

/** Also when files come while it stops, and when they come later, until the user says so. */
void TestArchive::stoppedImportStaysStopped()
{
    m_folder->writeMany(2000);
    Archive archive;
    archive.setWatching(true);
    VERIFY_RESULT(archive.open(m_folder->path(), options()));
    QSignalSpy started(&archive, &Archive::importStarted);
    QSignalSpy finished(&archive, &Archive::importFinished);
    QSignalSpy changed(&archive, &Archive::contentChanged);
    archive.startImport();
    QVERIFY(changed.wait(patience));
    m_folder->writeMeeting(u"meanwhile.txt"_s);
    archive.stopImport();
    QVERIFY(!finished.isEmpty() || finished.wait(patience));
    if (!reportOf(finished).stopped)
        QSKIP("The import was over before it could be stopped.");
    m_folder->writeMeeting(u"later.txt"_s);
    QTest::qWait(2'000);
    QCOMPARE(started.size(), 1);
    QVERIFY(!archive.isImporting());
    const int stored = articles(archive);
    archive.startImport();
    QVERIFY(finished.wait(patience));
    QCOMPARE(reportOf(finished).unchanged, stored);
    QCOMPARE(articles(archive), 2002);
}

void TestArchive::badRulesAreReported()
{
    Archive archive;
    ArchiveOptions bad = options();
    bad.rules = {m_folder->outside(u"no rules here"_s)};
    const Result<void> done = archive.open(m_folder->path(), bad);
    VERIFY_RESULT(done);
    QSignalSpy finished(&archive, &Archive::importFinished);
    archive.startImport();
    QVERIFY(finished.wait(patience));
    QVERIFY2(reportOf(finished).error.contains(u"no rules here"_s), qPrintable(reportOf(finished).error));
}

void TestArchive::failedQuestionsAreReported()
{
    Archive archive;
    const Result<void> done = archive.open(m_folder->path(), options());
    VERIFY_RESULT(done);
    {
        const Result<std::unique_ptr<Connection>> connection =
            Connection::open(m_folder->store(), Connection::Mode::Write);
        VERIFY_RESULT(connection);
        const Result<void> dropped = connection.value()->run(u"DROP TABLE person_words"_s);
        VERIFY_RESULT(dropped);
    }
    QSignalSpy failed(&archive, &Archive::questionFailed);
    QCOMPARE(articles(archive), 0);
    VERIFY_NO_WARNINGS();
    m_noWarnings.reset();
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"person_words"_s));
    QVERIFY(failed.isEmpty());
    Filter filter;
    filter.persons = {u"guler"_s};
    size_t found = 1;
    archive.ask<size_t>(
        &archive,
        [filter](const StoreReader &reader) {
            return reader.contactIds(filter, ContactSort::Date, Qt::AscendingOrder).size();
        },
        [&found](size_t count) { found = count; });
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, patience);
    QCOMPARE(found, 0U);
    QVERIFY2(failed.first().first().toString().contains(m_folder->store()),
             qPrintable(failed.first().first().toString()));
    m_noWarnings = std::make_unique<NoWarnings>();
}

void TestArchive::destructionDuringAnImportLeavesASoundStore()
{
    m_folder->writeMany(600);
    {
        Archive archive;
        const Result<void> done = archive.open(m_folder->path(), options());
        VERIFY_RESULT(done);
        QSignalSpy changed(&archive, &Archive::contentChanged);
        archive.startImport();
        QVERIFY(changed.wait(patience));
    }
    const Result<std::unique_ptr<StoreReader>> reader = StoreReader::open(m_folder->store());
    VERIFY_RESULT(reader);
    QCOMPARE(reader.value()->damages(), QStringList());
    QVERIFY(reader.value()->counts({}).articles > 0);
}

QTEST_GUILESS_MAIN(TestArchive)
#include "tst_archive.moc"
