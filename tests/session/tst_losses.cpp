// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/articlefolder.h"
#include "session/importer.h"
#include "store/connection.h"
#include "store/salvage.h"
#include "store/storelock.h"
#include "store/storereader.h"
#include "support/drives.h"
#include "support/nowarnings.h"
#include "support/resulttest.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <functional>

#include <unistd.h>

using namespace dragoman;
using namespace dragoman::test;
using namespace Qt::StringLiterals;

/** What can befall an archive from outside, and that nothing that was read is lost by it. */
class TestLosses : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void renamedFileKeepsItsArticle();
    void renamedFolderKeepsItsArticles();
    void copiesAndChangedFilesAreNoRenames();
    void emptiedFolderForgetsNothing();
    void unpluggedDriveForgetsNothing();
    void driveUnpluggedMeanwhile();
    void folderMovedMeanwhile();
    void folderThatCannotBeLookedThrough();
    void fileThatCannotBeRead();
    void fullDisk();
    void readOnlyFolderStaysAsItWas();
    void oneImportAtATime();
    void damageAfterAnUncleanEndIsTold();
    void damageMetOnTheWayIsTold();

private:
    [[nodiscard]] ImportJob job() const;
    [[nodiscard]] ImportReport import(bool forgetAll = false) const;
    [[nodiscard]] QStringList numbers() const;
    void openToAll() const;
    void ruin() const;

    std::unique_ptr<ArticleFolder> m_folder;
    std::unique_ptr<NoWarnings> m_noWarnings;
};

namespace {

using Fault = ImportReport::Fault;

/** Lets something happen once the first rows are stored. */
class Host : public ImportHost
{
public:
    explicit Host(std::function<void()> then = {}) : m_then(std::move(then)) {}
    [[nodiscard]] bool stopRequested() const override { return false; }
    void reportProgress(const ImportProgress & /*progress*/) override {}
    void rowsChanged() override
    {
        if (const auto then = std::exchange(m_then, {}))
            then();
    }

private:
    std::function<void()> m_then;
};

} // namespace

void TestLosses::init()
{
    m_folder = std::make_unique<ArticleFolder>();
    m_noWarnings = std::make_unique<NoWarnings>();
}

void TestLosses::cleanup()
{
    VERIFY_NO_WARNINGS();
    m_noWarnings.reset();
    m_folder.reset();
}

ImportJob TestLosses::job() const
{
    ImportJob job;
    job.folder = m_folder->path();
    job.store = m_folder->store();
    job.rules = builtInRules();
    job.threads = 2;
    job.batchArticles = 20;
    return job;
}

ImportReport TestLosses::import(bool forgetAll) const
{
    Host host;
    ImportJob now = job();
    now.forgetAll = forgetAll;
    return Importer(now, host).run();
}

/** The articles' numbers and paths, in order of path. */
QStringList TestLosses::numbers() const
{
    QStringList numbers;
    const Result<std::unique_ptr<Connection>> connection = Connection::open(m_folder->store(), Connection::Mode::Read);
    Rows rows(*connection.value(), u"SELECT id, path FROM articles ORDER BY path"_s);
    while (rows.next())
        numbers.append(u"%1 %2"_s.arg(rows.integer(0)).arg(rows.text(1)));
    return numbers;
}

void TestLosses::openToAll() const
{
    const auto all = QFile::Permissions(0x7777);
    QVERIFY(QFile::setPermissions(m_folder->outside(u"."_s), all));
    QVERIFY(QFile::setPermissions(m_folder->path(), all));
}

void TestLosses::ruin() const
{
    QFile file(m_folder->store());
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(file.size() * 3 / 10));
    QVERIFY(file.write(QByteArray(file.size() * 4 / 10, '\x5a')) > 0);
}

void TestLosses::renamedFileKeepsItsArticle()
{
    m_folder->writeMeeting(u"a.txt"_s);
    m_folder->writeMeeting(u"b.txt"_s, u"Tehran"_s, 9);
    QCOMPARE(import().articles, 2);
    QCOMPARE(numbers(), (QStringList{u"1 a.txt"_s, u"2 b.txt"_s}));
    QVERIFY(QDir(m_folder->path()).mkdir(u"z"_s));
    QVERIFY(QFile::rename(m_folder->path() + u"/a.txt"_s, m_folder->path() + u"/z/c.txt"_s));
    const ImportReport report = import();
    QCOMPARE(report.error, QString());
    QCOMPARE(report.renamed, (QList<RenamedFile>{{u"a.txt"_s, u"z/c.txt"_s}}));
    QCOMPARE(report.removed, 0);
    QCOMPARE(report.unchanged, 1);
    QCOMPARE(numbers(), (QStringList{u"2 b.txt"_s, u"1 z/c.txt"_s}));
    const ImportReport again = import();
    QCOMPARE(again.unchanged, 2);
    QVERIFY(again.renamed.isEmpty());
    // But for the numbers the store is what a new import of the folder makes.
    const Result<std::unique_ptr<StoreReader>> reader = StoreReader::open(m_folder->store());
    VERIFY_RESULT(reader);
    QCOMPARE(reader.value()->damages(), QStringList());
    QCOMPARE(reader.value()->counts({}).contacts, 2);
    QCOMPARE(reader.value()->files().size(), 2);
}

void TestLosses::renamedFolderKeepsItsArticles()
{
    m_folder->writeMany(250);
    QCOMPARE(import().articles, 250);
    const QStringList before = numbers();
    QVERIFY(QDir(m_folder->path()).rename(u"001"_s, u"other"_s));
    const ImportReport report = import();
    QCOMPARE(report.renamed.size(), 100);
    QCOMPARE(report.removed, 0);
    QCOMPARE(report.articles, 250);
    QStringList after = numbers().replaceInStrings(u"other/"_s, u"001/"_s);
    const auto byNumber = [](const QString &a, const QString &b) { return a.toInt() < b.toInt(); };
    std::sort(after.begin(), after.end(), byNumber);
    QStringList expected = before;
    std::sort(expected.begin(), expected.end(), byNumber);
    after.sort();
    expected.sort();
    QCOMPARE(after, expected);
}

void TestLosses::copiesAndChangedFilesAreNoRenames()
{
    m_folder->writeMeeting(u"a.txt"_s);
    m_folder->writeMeeting(u"b.txt"_s, u"Tehran"_s, 9);
    QCOMPARE(import().articles, 2);
    QVERIFY(QFile::copy(m_folder->path() + u"/a.txt"_s, m_folder->path() + u"/copy.txt"_s));
    m_folder->remove(u"b.txt"_s);
    m_folder->writeMeeting(u"d.txt"_s, u"Ankara"_s, 8); // of the same size as b.txt
    const ImportReport report = import();
    QVERIFY(report.renamed.isEmpty());
    QCOMPARE(report.removed, 1);
    QCOMPARE(report.read, 2);
    QCOMPARE(report.articles, 3);
}

void TestLosses::emptiedFolderForgetsNothing()
{
    m_folder->writeMeeting(u"a.txt"_s);
    m_folder->writeMeeting(u"b.txt"_s);
    QCOMPARE(import().articles, 2);
    m_folder->remove(u"a.txt"_s);
    m_folder->remove(u"b.txt"_s);
    const ImportReport report = import();
    QCOMPARE(report.fault, Fault::Emptied);
    QVERIFY2(report.error.contains(m_folder->path()) && report.error.contains(u"2 files"_s), qPrintable(report.error));
    QCOMPARE(report.articles, 2);
    const ImportReport forgotten = import(true);
    QCOMPARE(forgotten.error, QString());
    QCOMPARE(forgotten.removed, 2);
    QCOMPARE(forgotten.articles, 0);
}

void TestLosses::unpluggedDriveForgetsNothing()
{
    const QString source = m_folder->outside(u"drive"_s);
    QVERIFY(QDir().rename(m_folder->path(), source));
    QVERIFY(QDir().mkdir(m_folder->path()));
    {
        const Plugged drive(source, m_folder->path());
        if (!drive.works())
            QSKIP("Nothing can be mounted here.");
        m_folder->writeMany(30);
        QCOMPARE(import().articles, 30);
    }
    const ImportReport unplugged = import();
    QCOMPARE(unplugged.fault, Fault::Emptied);
    QCOMPARE(unplugged.articles, 30);
    const Plugged drive(source, m_folder->path());
    const ImportReport again = import();
    QCOMPARE(again.error, QString());
    QCOMPARE(again.unchanged, 30);
}

void TestLosses::driveUnpluggedMeanwhile()
{
    const QString source = m_folder->outside(u"drive"_s);
    QVERIFY(QDir().rename(m_folder->path(), source));
    QVERIFY(QDir().mkdir(m_folder->path()));
    int stored = 0;
    {
        Plugged drive(source, m_folder->path());
        if (!drive.works())
            QSKIP("Nothing can be mounted here.");
        m_folder->writeMany(500);
        Host host([&drive] { drive.unplug(); });
        const ImportReport report = Importer(job(), host).run();
        QCOMPARE(report.fault, Fault::Missing);
        QVERIFY2(report.error.contains(m_folder->path()), qPrintable(report.error));
        stored = report.articles;
        QVERIFY2(stored > 0 && stored < 500, qPrintable(QString::number(stored)));
    }
    const Plugged drive(source, m_folder->path());
    const ImportReport rest = import();
    QCOMPARE(rest.error, QString());
    QCOMPARE(rest.unchanged, stored);
    QCOMPARE(rest.articles, 500);
}

void TestLosses::folderMovedMeanwhile()
{
    m_folder->writeMany(500);
    const QString elsewhere = m_folder->outside(u"elsewhere"_s);
    Host host([this, &elsewhere] { QVERIFY(QDir().rename(m_folder->path(), elsewhere)); });
    const ImportReport report = Importer(job(), host).run();
    QCOMPARE(report.fault, Fault::Missing);
    QVERIFY(report.articles > 0 && report.articles < 500);
    QCOMPARE(import().fault, Fault::Missing);
    QVERIFY(QDir().rename(elsewhere, m_folder->path()));
    const ImportReport rest = import();
    QCOMPARE(rest.unchanged, report.articles);
    QCOMPARE(rest.articles, 500);
}

void TestLosses::folderThatCannotBeLookedThrough()
{
    m_folder->writeMeeting(u"a.txt"_s);
    m_folder->writeMeeting(u"sub/b.txt"_s, u"Tehran"_s, 9);
    m_folder->writeMeeting(u"sub/deep/c.txt"_s, u"Baghdad"_s, 12);
    openToAll();
    const Nobody nobody;
    QCOMPARE(import().articles, 3);
    const QStringList before = numbers();
    const QString sub = m_folder->path() + u"/sub"_s;
    const auto close = [&sub](bool closed) {
        if (getuid() != 0)
            return QFile::setPermissions(sub, closed ? QFile::Permissions() : QFile::Permissions(0x7755));
        const int asRoot = seteuid(0);
        const bool done = QFile::setPermissions(sub, closed ? QFile::Permissions() : QFile::Permissions(0x7755));
        return asRoot == 0 && done && seteuid(65534) == 0;
    };
    QVERIFY(close(true));
    const ImportReport report = import();
    QVERIFY(close(false));
    QCOMPARE(report.error, QString());
    QCOMPARE(report.hidden, 2);
    QCOMPARE(report.removed, 0);
    QCOMPARE(report.articles, 3);
    QCOMPARE(numbers(), before);
    QVERIFY(std::any_of(report.files.begin(), report.files.end(), [](const FileRow &row) {
        return row.path == u"sub"_s && row.state == u"failed"_s && row.reason.contains(u"may not be read"_s);
    }));
    QCOMPARE(import().unchanged, 3);
    QCOMPARE(numbers(), before);
}

void TestLosses::fileThatCannotBeRead()
{
    m_folder->writeMeeting(u"a.txt"_s);
    m_folder->writeMeeting(u"b.txt"_s, u"Tehran"_s, 9);
    openToAll();
    QCOMPARE(import().articles, 2);
    const QStringList before = numbers();
    for (const QString &name : {m_folder->store(), m_folder->store() + u"-wal"_s, m_folder->store() + u"-shm"_s})
        QFile::setPermissions(name, QFile::Permissions(0x7777));
    m_folder->writeMeeting(u"a.txt"_s, u"Baghdad"_s, 3);
    QVERIFY(QFile::setPermissions(m_folder->path() + u"/a.txt"_s, QFile::Permissions()));
    {
        const Nobody nobody;
        const ImportReport report = import();
        QCOMPARE(report.error, QString());
        QCOMPARE(report.articles, 2);
        QCOMPARE(report.files.first().state, u"failed"_s);
        QVERIFY2(report.files.first().reason.endsWith(u"What was read from it earlier is kept."_s),
                 qPrintable(report.files.first().reason));
        QCOMPARE(numbers(), before);
    }
    QVERIFY(QFile::setPermissions(m_folder->path() + u"/a.txt"_s, QFile::Permissions(0x6644)));
    const ImportReport rest = import();
    QCOMPARE(rest.read, 1);
    QCOMPARE(rest.files.first().state, u"read"_s);
    QCOMPARE(numbers(), before);
}

void TestLosses::fullDisk()
{
    m_folder->writeMany(400);
    const QString disk = m_folder->outside(u"disk"_s);
    QVERIFY(QDir().mkdir(disk));
    SmallDisk small(disk, 1500);
    if (!small.works())
        QSKIP("Nothing can be mounted here.");
    ImportJob now = job();
    now.store = disk + u"/store.sqlite"_s;
    Host host;
    const ImportReport report = Importer(now, host).run();
    QVERIFY2(report.error.contains(now.store) && report.error.contains(u"disk"_s) && report.error.contains(u"full"_s),
             qPrintable(report.error));
    QCOMPARE(report.fault, Fault::Other);
    QVERIFY2(report.articles > 0 && report.articles < 400, qPrintable(QString::number(report.articles)));
    VERIFY_RESULT(checkPages(now.store));
    small.grow(50'000);
    const ImportReport rest = Importer(now, host).run();
    QCOMPARE(rest.error, QString());
    QCOMPARE(rest.unchanged, report.articles);
    QCOMPARE(rest.articles, 400);
    QCOMPARE(StoreReader::open(now.store).value()->damages(), QStringList());
}

void TestLosses::readOnlyFolderStaysAsItWas()
{
    m_folder->writeMany(20);
    m_folder->writeMeeting(u"a.txt"_s);
    const QStringList before = m_folder->snapshot();
    {
        const ReadOnly readOnly(m_folder->path());
        if (!readOnly.works())
            QSKIP("Nothing can be mounted here.");
        QCOMPARE(import().articles, 21);
        QCOMPARE(import().unchanged, 21);
    }
    QCOMPARE(m_folder->snapshot(), before);
}

void TestLosses::oneImportAtATime()
{
    m_folder->writeMany(100);
    ImportReport second;
    int seen = -1;
    Host host([this, &second, &seen] {
        second = import();
        seen = StoreReader::open(m_folder->store()).value()->counts({}).articles;
    });
    const ImportReport first = Importer(job(), host).run();
    QCOMPARE(first.error, QString());
    QCOMPARE(first.articles, 100);
    QVERIFY2(second.error.contains(u"Another Dragoman"_s) && second.error.contains(m_folder->store()),
             qPrintable(second.error));
    QVERIFY(seen > 0);
    QCOMPARE(import().unchanged, 100);
}

void TestLosses::damageAfterAnUncleanEndIsTold()
{
    m_folder->writeMany(200);
    QCOMPARE(import().articles, 200);
    const QStringList before = numbers();
    StoreLock::take(m_folder->store()).value()->leave();
    QCOMPARE(import().unchanged, 200); // killed, and sound
    StoreLock::take(m_folder->store()).value()->leave();
    ruin();
    for (int time = 0; time < 2; ++time) {
        const ImportReport report = import();
        QCOMPARE(report.fault, Fault::Damaged);
        QVERIFY2(report.error.contains(u"is damaged"_s), qPrintable(report.error));
    }
    const Result<SetAside> aside = setAside(m_folder->store());
    VERIFY_RESULT(aside);
    QVERIFY(QFile::exists(aside.value().damaged));
    const ImportReport anew = import();
    QCOMPARE(anew.error, QString());
    QCOMPARE(anew.articles, 200);
    QVERIFY(aside.value().articles > 0);
    if (aside.value().whole)
        QCOMPARE(numbers(), before);
    const Result<std::unique_ptr<StoreReader>> reader = StoreReader::open(m_folder->store());
    VERIFY_RESULT(reader);
    QCOMPARE(reader.value()->damages(), QStringList());
}

void TestLosses::damageMetOnTheWayIsTold()
{
    m_folder->writeMany(200);
    QCOMPARE(import().articles, 200);
    ruin();
    for (int i = 0; i < 200; i += 3)
        m_folder->touch(u"%1/%2.txt"_s.arg(i / 100, 3, 10, QLatin1Char('0')).arg(i, 5, 10, QLatin1Char('0')));
    m_folder->writeMany(10);
    const ImportReport report = import();
    QVERIFY(!report.error.isEmpty());
    QCOMPARE(report.fault, Fault::Damaged);
    QVERIFY(isLockLeft(m_folder->store()));
}

QTEST_GUILESS_MAIN(TestLosses)
#include "tst_losses.moc"
