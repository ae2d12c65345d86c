// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/articlefolder.h"
#include "session/importer.h"
#include "session/verify.h"
#include "store/connection.h"
#include "store/storewriter.h"
#include "support/nowarnings.h"
#include "support/resulttest.h"

#include <QTest>

using namespace dragoman;
using namespace dragoman::test;
using namespace Qt::StringLiterals;

class TestVerify : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void soundArchive();
    void changedFileIsNamed();
    void goneFileIsNamed();
    void evidenceOutsideIsNamed_data();
    void evidenceOutsideIsNamed();
    void brokenReferenceIsNamed();
    void noStoreIsAnError();

private:
    void tamper(const QString &sql) const;
    [[nodiscard]] VerifyReport verify() const;

    std::unique_ptr<ArticleFolder> m_folder;
    std::unique_ptr<NoWarnings> m_noWarnings;
};

namespace {

class SilentHost : public ImportHost
{
public:
    [[nodiscard]] bool stopRequested() const override { return false; }
    void reportProgress(const ImportProgress &) override {}
    void rowsChanged() override {}
};

} // namespace

void TestVerify::init()
{
    m_noWarnings = std::make_unique<NoWarnings>();
    m_folder = std::make_unique<ArticleFolder>();
    m_folder->writeMeeting(u"a.txt"_s);
    m_folder->writeMeeting(u"b.txt"_s);
    m_folder->write(u"empty.txt"_s, QString());
    ImportJob job;
    job.folder = m_folder->path();
    job.store = m_folder->store();
    job.rules = builtInRules();
    SilentHost host;
    const ImportReport report = Importer(job, host).run();
    QCOMPARE(report.error, QString());
    QCOMPARE(report.articles, 2);
}

void TestVerify::cleanup()
{
    VERIFY_NO_WARNINGS();
    m_noWarnings.reset();
    m_folder.reset();
}

void TestVerify::tamper(const QString &sql) const
{
    const Result<std::unique_ptr<Connection>> connection = Connection::open(m_folder->store(), Connection::Mode::Write);
    VERIFY_RESULT(connection);
    const Result<void> done = connection.value()->run(sql);
    VERIFY_RESULT(done);
}

VerifyReport TestVerify::verify() const
{
    Result<VerifyReport> report = verifyArchive(m_folder->path(), m_folder->store());
    if (!report.ok())
        qFatal("%s", qPrintable(report.error().message()));
    return std::move(report).value();
}

void TestVerify::soundArchive()
{
    const VerifyReport report = verify();
    QVERIFY(report.isSound());
    QCOMPARE(report.articles, 2);
    QCOMPARE(report.files, 2);
    QVERIFY(report.evidence >= 2);
}

void TestVerify::changedFileIsNamed()
{
    m_folder->writeMeeting(u"b.txt"_s, u"Tehran"_s);
    const VerifyReport report = verify();
    QVERIFY(!report.isSound());
    QCOMPARE(report.filesChanged.size(), 1);
    QVERIFY2(report.filesChanged.first().contains(u"b.txt has changed"_s), qPrintable(report.filesChanged.first()));
}

void TestVerify::goneFileIsNamed()
{
    m_folder->remove(u"a.txt"_s);
    const VerifyReport report = verify();
    QCOMPARE(report.filesChanged.size(), 1);
    QVERIFY2(report.filesChanged.first().contains(u"a.txt is gone"_s), qPrintable(report.filesChanged.first()));
}

void TestVerify::evidenceOutsideIsNamed_data()
{
    QTest::addColumn<QString>("evidence");
    QTest::newRow("behind the end") << u"10-99999"_s;
    QTest::newRow("empty") << u"10-10"_s;
    QTest::newRow("backwards") << u"20-10"_s;
    QTest::newRow("none") << QString(u""_s);
}

void TestVerify::evidenceOutsideIsNamed()
{
    QFETCH(QString, evidence);
    tamper(u"UPDATE accounts SET evidence = '%1' WHERE id = 1"_s.arg(evidence));
    const VerifyReport report = verify();
    QVERIFY(!report.isSound());
    QCOMPARE(report.evidenceOutside.size(), 1);
    QVERIFY2(report.evidenceOutside.first().startsWith(u"a.txt: "_s), qPrintable(report.evidenceOutside.first()));
}

void TestVerify::brokenReferenceIsNamed()
{
    tamper(u"INSERT INTO person_forms(person, text, articles) VALUES(4711, 'Nobody', 1)"_s);
    const VerifyReport report = verify();
    QCOMPARE(report.damages.size(), 1);
    QVERIFY2(report.damages.first().contains(u"person_forms"_s), qPrintable(report.damages.first()));
}

void TestVerify::noStoreIsAnError()
{
    const Result<VerifyReport> report = verifyArchive(m_folder->path(), m_folder->store(u"none"_s));
    QVERIFY(!report.ok());
    QVERIFY2(report.error().message().contains(u"none.sqlite"_s), qPrintable(report.error().message()));
}

QTEST_GUILESS_MAIN(TestVerify)
#include "tst_verify.moc"
