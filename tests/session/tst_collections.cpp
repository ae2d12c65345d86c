// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/articlefolder.h"
#include "session/importer.h"
#include "store/storereader.h"
#include "support/nowarnings.h"
#include "support/resulttest.h"

#include <QRegularExpression>
#include <QTest>

#include <atomic>

using namespace dragoman;
using namespace dragoman::test;
using namespace Qt::StringLiterals;

/** Files of many articles are stored part by part, and no half of one counts as read. */
class TestCollections : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void longTextIsReadAgain();
    void equalWhateverTheThreads();
    void stoppedInTheMiddle();
    void stoppedWhileReadAnew();
    void articlesThatAreGone();
    void touched();

private:
    std::unique_ptr<ArticleFolder> m_folder;
    std::unique_ptr<NoWarnings> m_noWarnings;
};

namespace {

class Host : public ImportHost
{
public:
    [[nodiscard]] bool stopRequested() const override { return stop; }
    void reportProgress(const ImportProgress & /*progress*/) override {}
    void rowsChanged() override { stop = stop || ++changes == stopAfterChanges; }

    int changes = 0;
    int stopAfterChanges = -1;
    std::atomic<bool> stop = false;
};

/** As JSON lines; each hundredth article tells a meeting. */
QString collection(int from, int to)
{
    QString lines;
    for (int i = from; i < to; ++i) {
        const QString text =
            i % 100 == 0
                ? u"ANKARA, Oct. 2 (AA) — Turkish Foreign Minister Kerem Aksoylu met Iranian Foreign Minister Babak "
                  "Tehrani in Ankara on Wednesday. It was report %1."_s.arg(i)
                : u"The harvest of district %1 was good, word%1 said."_s.arg(i);
        lines += u"{\"title\": \"Report %1\", \"date\": \"2025-10-02\", \"text\": \"%2\"}\n"_s.arg(i).arg(text);
    }
    return lines;
}

/** Everything is larger than what is held at once. */
ImportJob jobFor(const ArticleFolder &folder, const QString &store = u"store"_s)
{
    ImportJob job;
    job.folder = folder.path();
    job.store = folder.store(store);
    job.rules = builtInRules();
    job.threads = 2;
    job.limits.maxWhole = 1024;
    return job;
}

ImportReport import(const ImportJob &job)
{
    Host host;
    return Importer(job, host).run();
}

FileRow rowOf(const ImportReport &report, const QString &path)
{
    for (const FileRow &row : report.files) {
        if (row.path == path)
            return row;
    }
    return {};
}

/** What does not depend on how often something was stored: accounts are numbered anew each time. */
QStringList articlesAndContacts(const QString &store)
{
    static const QRegularExpression tables(u"^(articles|article_text|files|contacts|contact_participants|people)\\|"_s);
    return contentsOf(store).filter(tables);
}

/** Stops after a few parts are stored. */
ImportReport importStopped(const ImportJob &whole)
{
    ImportJob job = whole;
    job.batchArticles = 20;
    job.batchMilliseconds = 600000;
    Host host;
    host.stopAfterChanges = 2;
    return Importer(job, host).run();
}

} // namespace

void TestCollections::init()
{
    m_folder = std::make_unique<ArticleFolder>();
    m_noWarnings = std::make_unique<NoWarnings>();
}

void TestCollections::cleanup()
{
    VERIFY_NO_WARNINGS();
    m_noWarnings.reset();
    m_folder.reset();
}

/** A text of many pages is one article, stored as a part like those of a collection. */
void TestCollections::longTextIsReadAgain()
{
    const QByteArray text = "The bridge was opened.\n\n" + QByteArray("It rained in the valley. ").repeated(20'000);
    ImportJob job = jobFor(*m_folder);
    job.limits = {};
    for (const char *end : {"", "\nIt snowed.\n"}) {
        m_folder->write(u"a.txt"_s, QString::fromLatin1(text + end));
        const ImportReport report = import(job);
        QCOMPARE(report.error, QString());
        QCOMPARE(report.articles, 1);
        QCOMPARE(rowOf(report, u"a.txt"_s).state, toWord(FileState::Read));
    }
}

void TestCollections::equalWhateverTheThreads()
{
    m_folder->write(u"a.jsonl"_s, collection(0, 300));
    m_folder->write(u"b.jsonl"_s, collection(2000, 2200));
    m_folder->writeMeeting(u"c.txt"_s);
    ImportJob one = jobFor(*m_folder, u"one"_s);
    one.threads = 1;
    ImportJob many = jobFor(*m_folder, u"many"_s);
    many.threads = 6;
    ImportJob whole = jobFor(*m_folder, u"whole"_s);
    whole.limits = {};
    for (const ImportJob &job : {one, many, whole}) {
        const ImportReport report = import(job);
        QCOMPARE(report.error, QString());
        QCOMPARE(report.articles, 501);
        QCOMPARE(report.read, 3);
    }
    const QStringList contents = contentsOf(m_folder->store(u"one"_s));
    QCOMPARE(contentsOf(m_folder->store(u"many"_s)), contents);
    QCOMPARE(contentsOf(m_folder->store(u"whole"_s)), contents);
}

void TestCollections::stoppedInTheMiddle()
{
    m_folder->write(u"a.jsonl"_s, collection(0, 700));
    const ImportReport stopped = importStopped(jobFor(*m_folder));
    QCOMPARE(stopped.error, QString());
    QVERIFY(stopped.stopped);
    QVERIFY2(stopped.articles > 0 && stopped.articles < 700, qPrintable(QString::number(stopped.articles)));
    QCOMPARE(rowOf(stopped, u"a.jsonl"_s).state, u"failed"_s);
    QVERIFY(rowOf(stopped, u"a.jsonl"_s).reason.contains(u"not finished"_s));
    const ImportReport rest = import(jobFor(*m_folder));
    QCOMPARE(rest.read, 1);
    QCOMPARE(rest.articles, 700);
    QCOMPARE(rowOf(rest, u"a.jsonl"_s).state, u"read"_s);
    QCOMPARE(import(jobFor(*m_folder, u"undisturbed"_s)).articles, 700);
    QCOMPARE(articlesAndContacts(m_folder->store()), articlesAndContacts(m_folder->store(u"undisturbed"_s)));
}

void TestCollections::stoppedWhileReadAnew()
{
    m_folder->write(u"a.jsonl"_s, collection(0, 400));
    QCOMPARE(import(jobFor(*m_folder)).articles, 400);
    m_folder->write(u"a.jsonl"_s, collection(200, 900));
    QVERIFY(importStopped(jobFor(*m_folder)).stopped);
    const ImportReport rest = import(jobFor(*m_folder));
    QCOMPARE(rest.read, 1);
    QCOMPARE(rest.articles, 700);
    Result<std::unique_ptr<StoreReader>> reader = StoreReader::open(m_folder->store());
    VERIFY_RESULT(reader);
    QCOMPARE(reader.value()->damages(), QStringList());
    const auto ids = reader.value()->articleIds({}, ArticleSort::Path, Qt::AscendingOrder);
    QCOMPARE(reader.value()->articleRows({ids.begin(), ids.begin() + 1}, {}).front().title, u"Report 200"_s);
}

void TestCollections::articlesThatAreGone()
{
    m_folder->write(u"a.jsonl"_s, collection(0, 400));
    QCOMPARE(import(jobFor(*m_folder)).articles, 400);
    m_folder->write(u"a.jsonl"_s, collection(0, 150));
    QCOMPARE(import(jobFor(*m_folder)).articles, 150);
    m_folder->write(u"a.jsonl"_s, collection(0, 1));
    QCOMPARE(import(jobFor(*m_folder)).articles, 1);
}

void TestCollections::touched()
{
    m_folder->write(u"a.jsonl"_s, collection(0, 300));
    QCOMPARE(import(jobFor(*m_folder)).articles, 300);
    const QStringList before = contentsOf(m_folder->store());
    m_folder->touch(u"a.jsonl"_s);
    const ImportReport report = import(jobFor(*m_folder));
    QCOMPARE(report.read, 1);
    QCOMPARE(report.articles, 300);
    QCOMPARE(rowOf(report, u"a.jsonl"_s).state, u"read"_s);
    QCOMPARE(import(jobFor(*m_folder)).unchanged, 1);
    QCOMPARE(contentsOf(m_folder->store()).size(), before.size());
}

QTEST_GUILESS_MAIN(TestCollections)
#include "tst_collections.moc"
