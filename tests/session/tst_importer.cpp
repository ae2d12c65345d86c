// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/articlefolder.h"
#include "session/importer.h"
#include "store/storereader.h"
#include "store/storewriter.h"
#include "support/nowarnings.h"
#include "support/resulttest.h"

#include <QTest>

#include <atomic>

using namespace dragoman;
using namespace dragoman::test;
using namespace Qt::StringLiterals;

/** An import without threads of its own around it, by what it reports and what is in the store after it. */
class TestImporter : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void readsAFolderToAnyDepth();
    void accountsForEveryFile();
    void secondImportReadsNothing();
    void readsOnlyWhatChanged();
    void touchedFileIsNotExtractedAnew();
    void removedFileDisappears();
    void articlesTellingTheSameAreJoined();
    void copiesTellAContactOnce();
    void otherRulesDeriveAnew();
    void stopKeepsWhatWasStored();
    void stoppedRederivationIsFinishedLater();
    void rowsComeInBatches();
    void equalWhateverTheThreads();
    void equalWhateverTheOrderOfArrival();
    void folderIsNotWrittenTo();
    void refuses_data();
    void refuses();

private:
    std::unique_ptr<ArticleFolder> m_folder;
    std::unique_ptr<NoWarnings> m_noWarnings;
};

namespace {

class Host : public ImportHost
{
public:
    [[nodiscard]] bool stopRequested() const override { return stop; }
    void reportProgress(const ImportProgress &progress) override { reports.append(progress); }
    void rowsChanged() override
    {
        ++changes;
        if (changes == stopAfterChanges)
            stop = true;
    }

    QList<ImportProgress> reports;
    int changes = 0;
    int stopAfterChanges = -1;
    std::atomic<bool> stop = false;
};

ImportJob jobFor(const ArticleFolder &folder, const QString &store = u"store"_s)
{
    ImportJob job;
    job.folder = folder.path();
    job.store = folder.store(store);
    job.rules = builtInRules();
    job.threads = 2;
    return job;
}

ImportReport import(const ImportJob &job)
{
    Host host;
    return Importer(job, host).run();
}

std::unique_ptr<StoreReader> readerOf(const ArticleFolder &folder, const QString &store = u"store"_s)
{
    Result<std::unique_ptr<StoreReader>> reader = StoreReader::open(folder.store(store));
    if (!reader.ok())
        qFatal("%s", qPrintable(reader.error().message()));
    return std::move(reader).value();
}

QStringList paths(const StoreReader &reader)
{
    QStringList result;
    for (const ArticleRow &row : reader.articleRows(reader.articleIds({}, ArticleSort::Path, Qt::AscendingOrder), {}))
        result.append(row.path);
    return result;
}

} // namespace

void TestImporter::init()
{
    m_folder = std::make_unique<ArticleFolder>();
    m_noWarnings = std::make_unique<NoWarnings>();
}

void TestImporter::cleanup()
{
    VERIFY_NO_WARNINGS();
    m_noWarnings.reset();
    m_folder.reset();
}

void TestImporter::readsAFolderToAnyDepth()
{
    m_folder->writeMeeting(u"b.txt"_s);
    m_folder->writeMeeting(u"a/deep/er/c.txt"_s, u"Tehran"_s);
    const ImportReport report = import(jobFor(*m_folder));
    QCOMPARE(report.error, QString());
    QCOMPARE(report.read, 2);
    QCOMPARE(report.articles, 2);
    QCOMPARE(report.removed, 0);
    QVERIFY(!report.stopped);
    const std::unique_ptr<StoreReader> reader = readerOf(*m_folder);
    QCOMPARE(paths(*reader), (QStringList{u"a/deep/er/c.txt"_s, u"b.txt"_s}));
    QCOMPARE(reader->folder(), m_folder->path());
    const Result<ArticlePage> page = reader->article(ArticleId{1});
    VERIFY_RESULT(page);
    QCOMPARE(page.value().article.published, QDate(2025, 10, 2));
    QVERIFY(page.value().article.body.contains(u"met Iranian Foreign Minister Babak Tehrani in Tehran"_s));
}

void TestImporter::accountsForEveryFile()
{
    m_folder->writeMeeting(u"article.txt"_s);
    m_folder->write(u"empty.txt"_s, QString());
    m_folder->write(u"picture.png"_s, QString(u"\u0089PNG\r\n\u001a\n\0\0\0\rIHDR"_s));
    const ImportReport report = import(jobFor(*m_folder));
    QCOMPARE(report.error, QString());
    QCOMPARE(report.files.size(), 3);
    QCOMPARE(report.files.at(0).path, u"article.txt"_s);
    QCOMPARE(report.files.at(0).state, u"read"_s);
    QVERIFY(!report.files.at(0).hash.isEmpty());
    QCOMPARE(report.files.at(1).path, u"empty.txt"_s);
    QCOMPARE(report.files.at(1).state, u"empty"_s);
    QCOMPARE(report.files.at(2).path, u"picture.png"_s);
    QVERIFY(report.files.at(2).state != u"read"_s);
    QVERIFY(!report.files.at(1).reason.isEmpty() && !report.files.at(2).reason.isEmpty());
    QCOMPARE(report.articles, 1);
}

void TestImporter::secondImportReadsNothing()
{
    m_folder->writeMeeting(u"a.txt"_s);
    m_folder->writeMeeting(u"b.txt"_s, u"Tehran"_s);
    m_folder->write(u"empty.txt"_s, QString());
    const ImportReport first = import(jobFor(*m_folder));
    const QStringList contents = contentsOf(m_folder->store());
    Host host;
    const ImportReport second = Importer(jobFor(*m_folder), host).run();
    QCOMPARE(second.error, QString());
    QCOMPARE(second.read, 0);
    QCOMPARE(second.unchanged, 3);
    QCOMPARE(second.articles, first.articles);
    QCOMPARE(second.files.size(), first.files.size());
    QCOMPARE(host.changes, 0);
    QCOMPARE(contentsOf(m_folder->store()), contents);
}

void TestImporter::readsOnlyWhatChanged()
{
    m_folder->writeMeeting(u"a.txt"_s);
    m_folder->writeMeeting(u"b.txt"_s);
    QCOMPARE(import(jobFor(*m_folder)).read, 2);
    m_folder->writeMeeting(u"b.txt"_s, u"Baghdad"_s);
    m_folder->writeMeeting(u"c.txt"_s);
    const ImportReport report = import(jobFor(*m_folder));
    QCOMPARE(report.read, 2);
    QCOMPARE(report.unchanged, 1);
    QCOMPARE(report.articles, 3);
    const std::unique_ptr<StoreReader> reader = readerOf(*m_folder);
    Filter filter;
    filter.text = u"baghdad"_s;
    const QList<ArticleRow> rows =
        reader->articleRows(reader->articleIds(filter, ArticleSort::Path, Qt::AscendingOrder), {});
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first().path, u"b.txt"_s);
    QCOMPARE(reader->damages(), QStringList());
}

void TestImporter::touchedFileIsNotExtractedAnew()
{
    m_folder->writeMeeting(u"a.txt"_s);
    QCOMPARE(import(jobFor(*m_folder)).read, 1);
    m_folder->touch(u"a.txt"_s);
    Host host;
    const ImportReport report = Importer(jobFor(*m_folder), host).run();
    QCOMPARE(report.read, 1);
    QCOMPARE(report.articles, 1);
    QCOMPARE(host.changes, 0);
    QCOMPARE(import(jobFor(*m_folder)).unchanged, 1);
}

void TestImporter::removedFileDisappears()
{
    m_folder->writeMeeting(u"a.txt"_s);
    m_folder->writeMeeting(u"b.txt"_s);
    QCOMPARE(import(jobFor(*m_folder)).articles, 2);
    m_folder->remove(u"a.txt"_s);
    const ImportReport report = import(jobFor(*m_folder));
    QCOMPARE(report.removed, 1);
    QCOMPARE(report.read, 0);
    QCOMPARE(report.articles, 1);
    QCOMPARE(report.files.size(), 1);
    QCOMPARE(paths(*readerOf(*m_folder)), QStringList{u"b.txt"_s});
}

void TestImporter::articlesTellingTheSameAreJoined()
{
    m_folder->writeMeeting(u"a.txt"_s);
    m_folder->writeMeeting(u"b.txt"_s);
    const ImportReport report = import(jobFor(*m_folder));
    QCOMPARE(report.contacts, 1);
    const std::unique_ptr<StoreReader> reader = readerOf(*m_folder);
    const Result<Contact> contact = reader->contact(ContactId{1});
    VERIFY_RESULT(contact);
    QCOMPARE(contact.value().kind, ContactKind::Meeting);
    QCOMPARE(contact.value().date.toEdtf(), u"2025-10-01"_s);
    QCOMPARE(contact.value().accounts.size(), 2);
    Filter filter;
    filter.persons = {u"aksoylu"_s};
    QCOMPARE(reader->counts(filter).contacts, 1);
    QCOMPARE(reader->countryName(u"TR"_s), builtInRules()->countryName(u"TR"_s));
}

void TestImporter::copiesTellAContactOnce()
{
    const QString story =
        u"ESPOO, Oct. 2 (%1) — Turkish Foreign Minister Kerem Aksoylu met Iranian Foreign Minister Babak "
        "Tehrani in Espoo on Wednesday to discuss border trade.\n\nTrade across the border has grown this "
        "year, and both want it to grow further before the winter comes, when the passes are closed.\n"_s;
    m_folder->write(u"a.txt"_s, u" date 2025-10-02\nMinisters meet\n\n"_s + story.arg(u"AA"_s));
    m_folder->write(u"b.txt"_s, u" date 2025-10-02\nTurkish minister in Espoo\n\n"_s + story.arg(u"IRNA"_s));
    m_folder->writeMeeting(u"c.txt"_s, u"Espoo"_s);
    QCOMPARE(import(jobFor(*m_folder)).error, QString());
    const std::unique_ptr<StoreReader> reader = readerOf(*m_folder);
    const QList<ArticleRow> articles =
        reader->articleRows(reader->articleIds({}, ArticleSort::Path, Qt::AscendingOrder), {});
    QCOMPARE(articles.size(), 3);
    QCOMPARE(articles[0].copies, 1);
    QVERIFY(!articles[0].original.isValid());
    QCOMPARE(articles[1].original, articles[0].id);
    QCOMPARE(articles[1].originalPath, u"a.txt"_s);
    QCOMPARE(articles[1].copies, 0);
    QVERIFY(!articles[2].original.isValid());
    const QList<ContactRow> contacts =
        reader->contactRows(reader->contactIds({}, ContactSort::Date, Qt::AscendingOrder));
    QCOMPARE(contacts.size(), 1);
    QCOMPARE(contacts.first().accounts, 2);
    const Result<Contact> contact = reader->contact(contacts.first().id);
    VERIFY_RESULT(contact);
    QCOMPARE(contact.value().accounts.size(), 3);
}

void TestImporter::otherRulesDeriveAnew()
{
    m_folder->writeMeeting(u"a.txt"_s);
    m_folder->writeMeeting(u"b.txt"_s);
    QCOMPARE(import(jobFor(*m_folder)).read, 2);
    const QString overlay = m_folder->outside(u"overlay"_s);
    QVERIFY(QDir().mkpath(overlay + u"/rules"_s));
    QFile note(overlay + u"/rules/note.txt"_s);
    QVERIFY(note.open(QIODevice::WriteOnly));
    QVERIFY(note.write("changes the fingerprint\n") > 0);
    note.close();
    const Result<std::shared_ptr<const RuleSet>> rules = RuleSet::load({overlay});
    VERIFY_RESULT(rules);
    QVERIFY(rules.value()->fingerprint() != builtInRules()->fingerprint());
    ImportJob job = jobFor(*m_folder);
    job.rules = rules.value();
    const ImportReport report = import(job);
    QCOMPARE(report.read, 2);
    QCOMPARE(report.unchanged, 0);
    QCOMPARE(report.articles, 2);
    QCOMPARE(import(job).unchanged, 2);
    QCOMPARE(readerOf(*m_folder)->damages(), QStringList());
}

void TestImporter::stopKeepsWhatWasStored()
{
    m_folder->writeMany(300);
    ImportJob job = jobFor(*m_folder);
    job.batchArticles = 20;
    job.batchMilliseconds = 600000;
    Host host;
    host.stopAfterChanges = 2;
    const ImportReport report = Importer(job, host).run();
    QCOMPARE(report.error, QString());
    QVERIFY(report.stopped);
    QVERIFY2(report.articles >= 40 && report.articles < 300, qPrintable(QString::number(report.articles)));
    QCOMPARE(readerOf(*m_folder)->counts({}).articles, report.articles);
    const ImportReport rest = import(jobFor(*m_folder));
    QVERIFY(!rest.stopped);
    QCOMPARE(rest.articles, 300);
    QCOMPARE(rest.unchanged, report.articles);
    QCOMPARE(rest.read, 300 - report.articles);
}

void TestImporter::stoppedRederivationIsFinishedLater()
{
    m_folder->writeMeeting(u"a.txt"_s);
    QCOMPARE(import(jobFor(*m_folder)).read, 1);
    const int contacts = readerOf(*m_folder)->counts({}).contacts;
    {
        const Result<std::unique_ptr<StoreWriter>> writer = StoreWriter::open(m_folder->store());
        VERIFY_RESULT(writer);
        const Result<QByteArray> fingerprint = writer.value()->fingerprint();
        VERIFY_RESULT(fingerprint);
        const Result<void> dropped = writer.value()->dropDerived(fingerprint.value());
        VERIFY_RESULT(dropped);
    }
    QCOMPARE(readerOf(*m_folder)->counts({}).contacts, 0);
    QCOMPARE(import(jobFor(*m_folder)).read, 1);
    QCOMPARE(readerOf(*m_folder)->counts({}).contacts, contacts);
}

void TestImporter::rowsComeInBatches()
{
    m_folder->writeMany(100);
    ImportJob job = jobFor(*m_folder);
    job.batchArticles = 10;
    job.batchMilliseconds = 600000;
    Host host;
    const ImportReport report = Importer(job, host).run();
    QCOMPARE(report.articles, 100);
    QVERIFY2(host.changes >= 10, qPrintable(QString::number(host.changes)));
    QVERIFY(!host.reports.isEmpty());
    QCOMPARE(host.reports.first().files, 100);
    QCOMPARE(host.reports.last().done, 100);
    QCOMPARE(host.reports.last().articles, 100);
    for (qsizetype i = 1; i < host.reports.size(); ++i)
        QVERIFY(host.reports.at(i).done >= host.reports.at(i - 1).done);
}

void TestImporter::equalWhateverTheThreads()
{
    m_folder->writeMany(150);
    m_folder->writeMeeting(u"x/a.txt"_s);
    m_folder->writeMeeting(u"x/b.txt"_s, u"Tehran"_s, 9);
    ImportJob one = jobFor(*m_folder, u"one"_s);
    one.threads = 1;
    one.batchArticles = 7;
    one.batchMilliseconds = 600000;
    ImportJob many = jobFor(*m_folder, u"many"_s);
    many.threads = 6;
    QCOMPARE(import(one).articles, 152);
    QCOMPARE(import(many).articles, 152);
    const QStringList contents = contentsOf(m_folder->store(u"one"_s));
    QVERIFY(contents.size() > 152);
    QCOMPARE(contentsOf(m_folder->store(u"many"_s)), contents);
}

/** Contacts and people come out the same, whichever article was there first; numbers of articles may differ. */
void TestImporter::equalWhateverTheOrderOfArrival()
{
    m_folder->writeMeeting(u"b.txt"_s, u"Tehran"_s, 9);
    QCOMPARE(import(jobFor(*m_folder, u"later"_s)).articles, 1);
    m_folder->writeMeeting(u"a.txt"_s);
    m_folder->writeMeeting(u"c.txt"_s);
    QCOMPARE(import(jobFor(*m_folder, u"later"_s)).articles, 3);
    QCOMPARE(import(jobFor(*m_folder, u"at once"_s)).articles, 3);
    const auto derived = [this](const QString &store) {
        QStringList rows = contentsOf(m_folder->store(store));
        rows.removeIf([](const QString &row) {
            return !row.startsWith(u"contact"_s) && !row.startsWith(u"people"_s) && !row.startsWith(u"person"_s) &&
                   !row.startsWith(u"places"_s);
        });
        return rows;
    };
    QVERIFY(!derived(u"later"_s).isEmpty());
    QCOMPARE(derived(u"later"_s), derived(u"at once"_s));
}

void TestImporter::folderIsNotWrittenTo()
{
    m_folder->writeMany(20);
    m_folder->writeMeeting(u"a.txt"_s);
    const QStringList before = m_folder->snapshot();
    QCOMPARE(import(jobFor(*m_folder)).articles, 21);
    QCOMPARE(m_folder->snapshot(), before);
}

void TestImporter::refuses_data()
{
    QTest::addColumn<QString>("folder"); // relative to the place of the test; "archive" is its folder
    QTest::addColumn<QString>("store");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("no folder") << u"nowhere"_s << u"store.sqlite"_s << u"is not there"_s;
    QTest::newRow("store inside the folder") << u"archive"_s << u"archive/store.sqlite"_s << u"never written to"_s;
    QTest::newRow("store of another folder") << u"archive"_s << u"other.sqlite"_s << u"belongs to the folder"_s;
    QTest::newRow("no store") << u"archive"_s << u"text.txt"_s << u"not a Dragoman store"_s;
}

void TestImporter::refuses()
{
    QFETCH(QString, folder);
    QFETCH(QString, store);
    QFETCH(QString, sentence);
    m_folder->writeMeeting(u"a.txt"_s);
    {
        const Result<std::unique_ptr<StoreWriter>> other = StoreWriter::open(m_folder->store(u"other"_s));
        VERIFY_RESULT(other);
        const Result<void> named = other.value()->setFolder(u"/elsewhere"_s);
        VERIFY_RESULT(named);
    }
    QFile text(m_folder->outside(u"text.txt"_s));
    QVERIFY(text.open(QIODevice::WriteOnly));
    QVERIFY(text.write(QByteArray("not a store\n").repeated(100)) > 0);
    text.close();
    const QStringList before = m_folder->snapshot();
    ImportJob job = jobFor(*m_folder);
    job.folder = m_folder->outside(folder);
    job.store = m_folder->outside(store);
    const ImportReport report = import(job);
    QVERIFY2(report.error.contains(sentence), qPrintable(report.error));
    QCOMPARE(report.articles, 0);
    QCOMPARE(m_folder->snapshot(), before);
}

QTEST_GUILESS_MAIN(TestImporter)
#include "tst_importer.moc"
