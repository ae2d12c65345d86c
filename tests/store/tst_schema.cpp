// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/backup.h"
#include "store/connection.h"
#include "store/samples.h"
#include "store/schema.h"
#include "store/storereader.h"
#include "support/drives.h"
#include "support/nowarnings.h"
#include "support/resulttest.h"

#include <QCryptographicHash>
#include <QFile>
#include <QSqlDatabase>
#include <QTemporaryDir>
#include <QTest>

using namespace dragoman;
using namespace dragoman::test;
using namespace Qt::StringLiterals;

/** What is a store, what is none, and that nothing half done stays in one. */
class TestSchema : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void newStoreTellsWhatItIs();
    void openingAgainChangesNothing();
    void newerStoreIsReadAndNotWritten();
    void newerStoreThatLacksAColumnIsRefused();
    void storeInAReadOnlyFolderIsRead();
    void otherFilesAreRefused_data();
    void otherFilesAreRefused();
    void missingStoreIsRefusedForReading();
    void olderStoreIsBroughtUpToDate();
    void olderStoreIsCopiedBefore();
    void failedStepLeavesTheStoreAsItWas();
    void transactionRollsBackByItself();
    void connectionsLeaveNothingBehind();
    void readerCannotWrite();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_dir->filePath(name); }
    [[nodiscard]] QString emptyStore() const;
    [[nodiscard]] qint64 pragma(const QString &store, const QString &name) const;
    void change(const QString &store, const QString &sql) const;

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<NoWarnings> m_noWarnings;
};

namespace {

QByteArray hashOf(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha1);
    return file.open(QIODevice::ReadOnly) && hash.addData(&file) ? hash.result() : QByteArray();
}

} // namespace

void TestSchema::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_noWarnings = std::make_unique<NoWarnings>();
}

void TestSchema::cleanup()
{
    VERIFY_NO_WARNINGS();
    m_noWarnings.reset();
    m_dir.reset();
}

QString TestSchema::emptyStore() const
{
    const QString store = path(u"store.sqlite"_s);
    const Result<std::unique_ptr<StoreWriter>> writer = StoreWriter::open(store);
    if (!writer.ok())
        qWarning("%s", qPrintable(writer.error().message()));
    return store;
}

qint64 TestSchema::pragma(const QString &store, const QString &name) const
{
    const Result<std::unique_ptr<Connection>> connection = Connection::open(store, Connection::Mode::Read);
    const Result<QVariant> value = connection.value()->value(u"PRAGMA "_s + name);
    return value.ok() ? value.value().toLongLong() : -1;
}

void TestSchema::change(const QString &store, const QString &sql) const
{
    const Result<std::unique_ptr<Connection>> connection = Connection::open(store, Connection::Mode::Write);
    const Result<void> done = connection.value()->run(sql);
    VERIFY_RESULT(done);
}

void TestSchema::newStoreTellsWhatItIs()
{
    const QString store = emptyStore();
    QCOMPARE(pragma(store, u"application_id"_s), storeApplicationId);
    QCOMPARE(pragma(store, u"user_version"_s), storeVersion());
    QVERIFY(storeVersion() > 0);
    QFile file(store);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.read(100).mid(68, 4), "DRAG"_qba);
    const Result<std::unique_ptr<Connection>> connection = Connection::open(store, Connection::Mode::Read);
    VERIFY_RESULT(connection);
    const Result<QVariant> mode = connection.value()->value(u"PRAGMA journal_mode"_s);
    VERIFY_RESULT(mode);
    QCOMPARE(mode.value().toString(), u"wal"_s);
}

void TestSchema::openingAgainChangesNothing()
{
    const QString store = emptyStore();
    const QByteArray before = hashOf(store);
    QVERIFY(!before.isEmpty());
    QCOMPARE(emptyStore(), store);
    QCOMPARE(hashOf(store), before);
}

void TestSchema::newerStoreIsReadAndNotWritten()
{
    const QString store = emptyStore();
    change(store, u"CREATE TABLE moods(article INTEGER PRIMARY KEY, mood TEXT)"_s);
    change(store, u"ALTER TABLE articles ADD COLUMN mood INTEGER"_s);
    change(store, u"PRAGMA user_version = %1"_s.arg(storeVersion() + 1));
    const QByteArray before = hashOf(store);
    {
        const Result<std::unique_ptr<StoreReader>> reader = StoreReader::open(store);
        VERIFY_RESULT(reader);
        QVERIFY(reader.value()->isNewer());
        QCOMPARE(reader.value()->counts({}).articles, 0);
    }
    const Result<std::unique_ptr<StoreWriter>> writer = StoreWriter::open(store);
    const Result<void> updated = StoreWriter::update(store);
    QVERIFY(!writer.ok() && !updated.ok());
    for (const QString &message : {writer.error().message(), updated.error().message()}) {
        QVERIFY2(message.contains(u"newer Dragoman"_s), qPrintable(message));
        QVERIFY2(message.contains(store), qPrintable(message));
    }
    QCOMPARE(hashOf(store), before);
}

void TestSchema::newerStoreThatLacksAColumnIsRefused()
{
    const QString store = emptyStore();
    change(store, u"ALTER TABLE contacts RENAME COLUMN date TO told"_s);
    change(store, u"PRAGMA user_version = %1"_s.arg(storeVersion() + 1));
    const Result<std::unique_ptr<StoreReader>> reader = StoreReader::open(store);
    QVERIFY(!reader.ok());
    QVERIFY2(reader.error().message().contains(u"newer Dragoman"_s), qPrintable(reader.error().message()));
}

void TestSchema::otherFilesAreRefused_data()
{
    QTest::addColumn<QByteArray>("contents");
    QTest::addColumn<QString>("sql");
    QTest::newRow("text") << QByteArray("Not a store, but an article of some length.\n").repeated(40) << QString();
    QTest::newRow("another program's database") << QByteArray() << u"CREATE TABLE t(x)"_s;
    QTest::newRow("another program's empty database") << QByteArray() << u"PRAGMA application_id = 77"_s;
    QTest::newRow("another program's version") << QByteArray() << u"PRAGMA user_version = 2"_s;
}

void TestSchema::otherFilesAreRefused()
{
    QFETCH(QByteArray, contents);
    QFETCH(QString, sql);
    const QString file = path(u"other.db"_s);
    if (sql.isEmpty()) {
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        QCOMPARE(out.write(contents), contents.size());
    } else {
        change(file, sql);
    }
    const QByteArray before = hashOf(file);
    const Result<std::unique_ptr<StoreWriter>> writer = StoreWriter::open(file);
    const Result<std::unique_ptr<StoreReader>> reader = StoreReader::open(file);
    const Result<void> updated = StoreWriter::update(file);
    QVERIFY(!writer.ok() && !reader.ok() && !updated.ok());
    for (const QString &message : {writer.error().message(), reader.error().message(), updated.error().message()}) {
        QVERIFY2(message.contains(u"not a Dragoman store"_s), qPrintable(message));
        QVERIFY2(message.contains(file), qPrintable(message));
    }
    QCOMPARE(hashOf(file), before);
}

void TestSchema::missingStoreIsRefusedForReading()
{
    const QString store = path(u"none.sqlite"_s);
    const Result<std::unique_ptr<StoreReader>> reader = StoreReader::open(store);
    QVERIFY(!reader.ok());
    QVERIFY2(reader.error().message().contains(store), qPrintable(reader.error().message()));
    QVERIFY(!QFile::exists(store));
}

void TestSchema::olderStoreIsBroughtUpToDate()
{
    const QString store = path(u"old.sqlite"_s);
    change(store, u"PRAGMA application_id = %1"_s.arg(storeApplicationId));
    const Result<std::unique_ptr<StoreReader>> early = StoreReader::open(store);
    QVERIFY(!early.ok());
    QVERIFY2(early.error().message().contains(u"older Dragoman"_s), qPrintable(early.error().message()));
    const Result<void> updated = StoreWriter::update(store);
    VERIFY_RESULT(updated);
    QCOMPARE(pragma(store, u"user_version"_s), storeVersion());
    const Result<std::unique_ptr<StoreReader>> reader = StoreReader::open(store);
    VERIFY_RESULT(reader);
    QCOMPARE(reader.value()->counts({}).articles, 0);
}

void TestSchema::olderStoreIsCopiedBefore()
{
    const QString store = path(u"old.sqlite"_s);
    for (int time = 0; time < backupsKept + 2; ++time) {
        QFile::remove(store);
        change(store, u"PRAGMA application_id = %1"_s.arg(storeApplicationId));
        const Result<std::unique_ptr<StoreWriter>> failed = [this, &store] {
            change(store, u"CREATE TABLE participants(x)"_s);
            return StoreWriter::open(store);
        }();
        QVERIFY(!failed.ok()); // the first step was taken, the second was not
        change(store, u"DROP TABLE participants"_s);
        QVERIFY(pragma(store, u"user_version"_s) == 1);
        const Result<void> updated = StoreWriter::update(store);
        VERIFY_RESULT(updated);
    }
    const QStringList copies = backupsOf(store);
    QCOMPARE(copies.size(), backupsKept);
    QVERIFY(copies.first() > copies.last());
    QCOMPARE(pragma(copies.first(), u"user_version"_s), 1);
    QCOMPARE(pragma(copies.first(), u"application_id"_s), storeApplicationId);
    // A store that is up to date is not copied.
    VERIFY_RESULT(StoreWriter::open(store));
    QCOMPARE(backupsOf(store), copies);
}

void TestSchema::failedStepLeavesTheStoreAsItWas()
{
    const QString store = path(u"broken.sqlite"_s);
    change(store, u"PRAGMA application_id = %1"_s.arg(storeApplicationId));
    // The second step makes this table and cannot.
    change(store, u"CREATE TABLE participants(x)"_s);
    const Result<std::unique_ptr<StoreWriter>> writer = StoreWriter::open(store);
    QVERIFY(!writer.ok());
    QVERIFY2(writer.error().message().contains(u"Step 2"_s), qPrintable(writer.error().message()));
    QCOMPARE(pragma(store, u"user_version"_s), 1);
    const Result<std::unique_ptr<Connection>> connection = Connection::open(store, Connection::Mode::Read);
    VERIFY_RESULT(connection);
    const Result<QVariant> tables = connection.value()->value(
        u"SELECT group_concat(name) FROM sqlite_master WHERE name IN ('articles', 'accounts')"_s);
    VERIFY_RESULT(tables);
    QCOMPARE(tables.value().toString(), u"articles"_s);
}

void TestSchema::transactionRollsBackByItself()
{
    const QString store = emptyStore();
    const Result<std::unique_ptr<Connection>> opened = Connection::open(store, Connection::Mode::Write);
    VERIFY_RESULT(opened);
    const Connection &connection = *opened.value();
    const QString insert = u"INSERT INTO meta(key, value) VALUES(?, 1)"_s;
    {
        const Result<Transaction> transaction = Transaction::begin(connection, Transaction::Kind::Write);
        VERIFY_RESULT(transaction);
        const Result<void> done = connection.run(insert, {u"undone"_s});
        VERIFY_RESULT(done);
    }
    {
        Result<Transaction> transaction = Transaction::begin(connection, Transaction::Kind::Write);
        VERIFY_RESULT(transaction);
        const Result<void> done = connection.run(insert, {u"done"_s});
        VERIFY_RESULT(done);
        const Result<void> committed = transaction.value().commit();
        VERIFY_RESULT(committed);
    }
    const Result<QVariant> keys = connection.value(u"SELECT group_concat(key) FROM meta"_s);
    VERIFY_RESULT(keys);
    QCOMPARE(keys.value().toString(), u"done"_s);
}

void TestSchema::connectionsLeaveNothingBehind()
{
    const QStringList before = QSqlDatabase::connectionNames();
    const QString store = emptyStore();
    {
        const Result<std::unique_ptr<StoreReader>> one = StoreReader::open(store);
        const Result<std::unique_ptr<StoreReader>> other = StoreReader::open(store);
        VERIFY_RESULT(one);
        VERIFY_RESULT(other);
        QCOMPARE(QSqlDatabase::connectionNames().size(), before.size() + 2);
    }
    QCOMPARE(QSqlDatabase::connectionNames(), before);
}

void TestSchema::readerCannotWrite()
{
    const QString store = emptyStore();
    const Result<std::unique_ptr<Connection>> opened = Connection::open(store, Connection::Mode::Read);
    VERIFY_RESULT(opened);
    const Result<void> written = opened.value()->run(u"INSERT INTO meta(key, value) VALUES('x', 1)"_s);
    QVERIFY(!written.ok());
    QVERIFY2(written.error().message().contains(store), qPrintable(written.error().message()));
}

/** By a mount, since root may write where permissions say no. */
void TestSchema::storeInAReadOnlyFolderIsRead()
{
    const QString store = emptyStore();
    const Result<std::unique_ptr<Connection>> before = Connection::open(store, Connection::Mode::Read);
    VERIFY_RESULT(before);
    QFile::remove(store + u"-shm"_s);
    QFile::remove(store + u"-wal"_s);
    const ReadOnly readOnly(m_dir->path());
    if (!readOnly.works())
        QSKIP("Nothing can be made read-only here.");
    const Result<std::unique_ptr<StoreReader>> reader = StoreReader::open(store);
    VERIFY_RESULT(reader);
    QCOMPARE(reader.value()->counts({}).articles, 0);
    QCOMPARE(reader.value()->takeProblem(), QString());
    const Result<std::unique_ptr<StoreWriter>> writer = StoreWriter::open(store);
    if (writer.ok()) {
        const Result<void> written = writer.value()->setFolder(u"/x"_s);
        QVERIFY(!written.ok());
        QVERIFY2(written.error().message().contains(u"may not be written to"_s), qPrintable(written.error().message()));
    } else {
        QVERIFY2(writer.error().message().contains(store), qPrintable(writer.error().message()));
    }
}

QTEST_GUILESS_MAIN(TestSchema)
#include "tst_schema.moc"
