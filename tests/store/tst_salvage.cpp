// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/backup.h"
#include "store/connection.h"
#include "store/salvage.h"
#include "store/samples.h"
#include "store/storelock.h"
#include "store/storereader.h"
#include "support/resulttest.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace dragoman;
using namespace dragoman::test;
using namespace Qt::StringLiterals;

/** Who may write, and what is saved of a store that is damaged. */
class TestSalvage : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void oneHoldsTheLock();
    void aLockLeftIsTold();
    void soundPagesPass();
    void damageIsFound();
    void numbersAndOwnRowsAreKept();
    void whatIsLostComesFromTheBackup();
    void aHeaderInRuinsIsSetAsideToo();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_dir->filePath(name); }
    void makeStore(int articles);
    void run(const QString &sql) const;
    void ruin(qint64 from, qint64 to) const;
    [[nodiscard]] QStringList numbers() const;

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_store;
};

void TestSalvage::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_store = path(u"store.sqlite"_s);
}

/** Articles whose numbers are not those that a new import would give. */
void TestSalvage::makeStore(int articles)
{
    const Result<std::unique_ptr<StoreWriter>> writer = StoreWriter::open(m_store);
    VERIFY_RESULT(writer);
    VERIFY_RESULT(writer.value()->setFolder(u"/articles"_s));
    VERIFY_RESULT(writer.value()->begin());
    for (int i = 0; i < articles; ++i) {
        StoredArticle stored;
        stored.article.title = u"Title %1"_s.arg(i);
        stored.article.body = u"Body %1 "_s.arg(i).repeated(300);
        stored.article.provenance.path = u"%1.txt"_s.arg(articles - i, 4, 10, QLatin1Char('0'));
        VERIFY_RESULT(
            writer.value()->putFile({stored.article.provenance.path, u"read"_s, {}, 1, 1, "h"_qba}, {stored}));
    }
    VERIFY_RESULT(writer.value()->commit());
    run(u"CREATE TABLE own_notes(article INTEGER PRIMARY KEY, note TEXT)"_s);
    for (int i = 1; i <= articles; ++i)
        run(u"INSERT INTO own_notes VALUES(%1, 'note %1')"_s.arg(i));
}

void TestSalvage::run(const QString &sql) const
{
    const Result<std::unique_ptr<Connection>> connection = Connection::open(m_store, Connection::Mode::Write);
    VERIFY_RESULT(connection);
    VERIFY_RESULT(connection.value()->run(sql));
}

/** Writes over a part of the file, in hundredths of it. */
void TestSalvage::ruin(qint64 from, qint64 to) const
{
    QFile file(m_store);
    QVERIFY(file.open(QIODevice::ReadWrite));
    const qint64 size = file.size();
    QVERIFY(file.seek(size * from / 100));
    const qint64 length = size * (to - from) / 100;
    QCOMPARE(file.write(QByteArray(length, '\x5a')), length);
}

QStringList TestSalvage::numbers() const
{
    QStringList numbers;
    const Result<std::unique_ptr<Connection>> connection = Connection::open(m_store, Connection::Mode::Read);
    Rows rows(*connection.value(), u"SELECT id, path FROM articles ORDER BY id"_s);
    while (rows.next())
        numbers.append(u"%1 %2"_s.arg(rows.integer(0)).arg(rows.text(1)));
    return numbers;
}

void TestSalvage::oneHoldsTheLock()
{
    {
        const Result<std::unique_ptr<StoreLock>> first = StoreLock::take(m_store);
        VERIFY_RESULT(first);
        QVERIFY(!first.value()->wasLeft());
        const Result<std::unique_ptr<StoreLock>> second = StoreLock::take(m_store);
        QVERIFY(!second.ok());
        const QString told = second.error().message();
        QVERIFY2(told.contains(m_store) && told.contains(QString::number(QCoreApplication::applicationPid())),
                 qPrintable(told));
        QVERIFY(isLockLeft(m_store));
    }
    QVERIFY(!isLockLeft(m_store));
    VERIFY_RESULT(StoreLock::take(m_store));
}

void TestSalvage::aLockLeftIsTold()
{
    {
        const Result<std::unique_ptr<StoreLock>> lock = StoreLock::take(m_store);
        VERIFY_RESULT(lock);
        lock.value()->leave();
    }
    const Result<std::unique_ptr<StoreLock>> next = StoreLock::take(m_store);
    VERIFY_RESULT(next);
    QVERIFY(next.value()->wasLeft());
}

void TestSalvage::soundPagesPass()
{
    makeStore(20);
    VERIFY_RESULT(checkPages(m_store));
}

void TestSalvage::damageIsFound()
{
    makeStore(200);
    ruin(30, 60);
    const Result<void> checked = checkPages(m_store);
    QVERIFY(!checked.ok());
    QVERIFY2(checked.error().message().contains(m_store), qPrintable(checked.error().message()));
}

void TestSalvage::numbersAndOwnRowsAreKept()
{
    makeStore(200);
    const QStringList before = numbers();
    const Result<SetAside> done = setAside(m_store);
    VERIFY_RESULT(done);
    QVERIFY(QFile::exists(done.value().damaged));
    QCOMPARE(done.value().folder, u"/articles"_s);
    QCOMPARE(done.value().articles, 200);
    QCOMPARE(done.value().ownRows, 200);
    QVERIFY(done.value().whole);
    QCOMPARE(numbers(), before);
    VERIFY_RESULT(checkPages(m_store));
    // Reading the file fills what was kept for it.
    const Result<std::unique_ptr<StoreWriter>> writer = StoreWriter::open(m_store);
    VERIFY_RESULT(writer);
    const Result<QHash<QString, KnownFile>> known = writer.value()->knownFiles();
    VERIFY_RESULT(known);
    QVERIFY(known.value().value(u"0007.txt"_s).stale);
    StoredArticle stored;
    stored.article.title = u"Anew"_s;
    stored.article.body = u"Read again"_s;
    stored.article.provenance.path = u"0007.txt"_s;
    VERIFY_RESULT(writer.value()->begin());
    VERIFY_RESULT(writer.value()->putFile({u"0007.txt"_s, u"read"_s, {}, 1, 1, "h"_qba}, {stored}));
    VERIFY_RESULT(writer.value()->commit());
    QCOMPARE(numbers(), before);
    const Result<std::unique_ptr<StoreReader>> reader = StoreReader::open(m_store);
    VERIFY_RESULT(reader);
    QCOMPARE(reader.value()->damages(), QStringList());
    Filter filter;
    filter.text = u"anew"_s;
    QCOMPARE(reader.value()->articleIds(filter, ArticleSort::Path, Qt::AscendingOrder).size(), 1);
}

void TestSalvage::whatIsLostComesFromTheBackup()
{
    makeStore(300);
    const QStringList before = numbers();
    {
        const Result<std::unique_ptr<Connection>> connection = Connection::open(m_store, Connection::Mode::Write);
        VERIFY_RESULT(connection);
        VERIFY_RESULT(backUp(*connection.value(), 1));
    }
    ruin(3, 100);
    QVERIFY(!checkPages(m_store).ok());
    const Result<SetAside> done = setAside(m_store);
    VERIFY_RESULT(done);
    QVERIFY(done.value().whole);
    QCOMPARE(done.value().folder, u"/articles"_s);
    QCOMPARE(numbers(), before);
    const Result<std::unique_ptr<Connection>> connection = Connection::open(m_store, Connection::Mode::Read);
    VERIFY_RESULT(connection);
    const Result<QVariant> notes = connection.value()->value(u"SELECT count(*) FROM own_notes"_s);
    VERIFY_RESULT(notes);
    QCOMPARE(notes.value().toInt(), 300);
}

void TestSalvage::aHeaderInRuinsIsSetAsideToo()
{
    makeStore(5);
    ruin(0, 100);
    const Result<SetAside> done = setAside(m_store);
    VERIFY_RESULT(done);
    QVERIFY(!done.value().whole);
    QCOMPARE(done.value().articles, 0);
    VERIFY_RESULT(checkPages(m_store));
    QVERIFY(checkPages(done.value().damaged).ok() == false);
}

QTEST_GUILESS_MAIN(TestSalvage)
#include "tst_salvage.moc"
