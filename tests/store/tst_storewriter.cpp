// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/samples.h"
#include "store/storereader.h"
#include "support/nowarnings.h"
#include "support/resulttest.h"

#include <QTemporaryDir>
#include <QTest>

using namespace dragoman;
using namespace dragoman::test;
using namespace Qt::StringLiterals;

class TestStoreWriter : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void articleComesBackAsItWas();
    void oddTextComesBackAsItWas_data();
    void oddTextComesBackAsItWas();
    void whatWasNotCommittedIsUndone();
    void changedFileReplacesItsArticles();
    void severalArticlesInOneFile();
    void removedFileLeavesNothing();
    void lastAccountTakesItsContactAlong();
    void touchedFileKeepsItsArticles();
    void loadsForJoiningInOrderOfPath();
    void joiningAgainReplaces();
    void accountsNoLongerJoinedAreFree();
    void knowsWhetherAllIsJoined();
    void dropDerivedKeepsArticles();
    void soundStoreHasNoDamages();

private:
    [[nodiscard]] std::unique_ptr<StoreWriter> writer() const;
    [[nodiscard]] std::unique_ptr<StoreReader> reader() const;
    void fill(const Sample &sample);
    void put(const StoredArticle &article) const;
    [[nodiscard]] static size_t found(const StoreReader &reader, const QString &text);

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<NoWarnings> m_noWarnings;
    QString m_store;
};

void TestStoreWriter::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_noWarnings = std::make_unique<NoWarnings>();
    m_store = m_dir->filePath(u"store.sqlite"_s);
}

void TestStoreWriter::cleanup()
{
    VERIFY_NO_WARNINGS();
    m_noWarnings.reset();
    m_dir.reset();
}

std::unique_ptr<StoreWriter> TestStoreWriter::writer() const
{
    Result<std::unique_ptr<StoreWriter>> opened = StoreWriter::open(m_store);
    if (!opened.ok())
        qFatal("%s", qPrintable(opened.error().message()));
    return std::move(opened).value();
}

std::unique_ptr<StoreReader> TestStoreWriter::reader() const
{
    Result<std::unique_ptr<StoreReader>> opened = StoreReader::open(m_store);
    if (!opened.ok())
        qFatal("%s", qPrintable(opened.error().message()));
    return std::move(opened).value();
}

void TestStoreWriter::fill(const Sample &sample)
{
    const Result<void> written = writeSample(m_store, sample);
    VERIFY_RESULT(written);
}

void TestStoreWriter::put(const StoredArticle &article) const
{
    const std::unique_ptr<StoreWriter> store = writer();
    const Result<void> begun = store->begin();
    VERIFY_RESULT(begun);
    const Result<void> done = store->putFile(fileOf(article), {article});
    VERIFY_RESULT(done);
    const Result<void> committed = store->commit();
    VERIFY_RESULT(committed);
}

size_t TestStoreWriter::found(const StoreReader &reader, const QString &text)
{
    Filter filter;
    filter.text = text;
    return reader.articleIds(filter, ArticleSort::Path, Qt::AscendingOrder).size();
}

void TestStoreWriter::articleComesBackAsItWas()
{
    Sample sample = ankaraSample();
    Article &article = sample.articles[0].article;
    article.dateline = u"ANKARA"_s;
    article.publishedCorrected = QDate(2025, 2, 10);
    article.correctionReason = u"The text speaks of February."_s;
    article.publishedReadings = {QDate(2025, 10, 2), QDate(2025, 2, 10)};
    article.titleSpan = {3, 9};
    article.story = {10, 90};
    fill(sample);
    const Result<ArticlePage> page = reader()->article(ArticleId{1});
    VERIFY_RESULT(page);
    const Article &back = page.value().article;
    QCOMPARE(back.title, article.title);
    QCOMPARE(back.body, article.body);
    QCOMPARE(back.source, article.source);
    QCOMPARE(back.dateline, article.dateline);
    QCOMPARE(back.published, article.published);
    QCOMPARE(back.publishedCorrected, article.publishedCorrected);
    QCOMPARE(back.correctionReason, article.correctionReason);
    QCOMPARE(back.publishedReadings, article.publishedReadings);
    QVERIFY(back.titleSpan == article.titleSpan);
    QVERIFY(back.story == article.story);
    QVERIFY(back.provenance == article.provenance);
    const QList<MentionRow> &mentions = page.value().mentions;
    QCOMPARE(mentions.size(), 2);
    QCOMPARE(mentions.at(1).kind, MentionRow::Kind::Place);
    QCOMPARE(mentions.at(1).span.start, 57);
    QCOMPARE(mentions.at(1).name, u"Ankara"_s);
    QCOMPARE(mentions.at(1).country, u"TR"_s);
}

void TestStoreWriter::oddTextComesBackAsItWas_data()
{
    QTest::addColumn<QString>("body");
    QTest::newRow("empty") << QString(u""_s);
    QTest::newRow("byte order mark first") << u"\uFEFFTEHRAN"_s;
    QTest::newRow("nought inside") << QString(u"a\0b"_s);
    QTest::newRow("beyond the basic plane") << u"a \U0001F91D b"_s;
    QTest::newRow("line ends") << u"a\r\nb\rc\n"_s;
    QTest::newRow("quotes") << u"'\"; DROP TABLE articles; --"_s;
}

void TestStoreWriter::oddTextComesBackAsItWas()
{
    QFETCH(QString, body);
    StoredArticle article = ankaraSample().articles.first();
    article.article.body = body;
    article.article.title = body;
    put(article);
    const Result<ArticlePage> page = reader()->article(ArticleId{1});
    VERIFY_RESULT(page);
    QCOMPARE(page.value().article.body, body);
}

void TestStoreWriter::whatWasNotCommittedIsUndone()
{
    const Sample sample = ankaraSample();
    put(sample.articles.at(0));
    {
        const std::unique_ptr<StoreWriter> store = writer();
        const Result<void> begun = store->begin();
        VERIFY_RESULT(begun);
        const Result<void> done = store->putFile(fileOf(sample.articles.at(1)), {sample.articles.at(1)});
        VERIFY_RESULT(done);
        QCOMPARE(reader()->counts({}).articles, 1);
    }
    QCOMPARE(reader()->counts({}).articles, 1);
    QCOMPARE(found(*reader(), u"discussed"_s), 0U);
}

void TestStoreWriter::changedFileReplacesItsArticles()
{
    const Sample sample = ankaraSample();
    fill(sample);
    QCOMPARE(found(*reader(), u"\"border security\""_s), 1U);
    StoredArticle changed = sample.articles.at(0);
    changed.article.body = u"Nothing of the kind took place."_s;
    changed.accounts.clear();
    put(changed);
    const std::unique_ptr<StoreReader> store = reader();
    QCOMPARE(store->counts({}).articles, 3);
    QCOMPARE(found(*store, u"\"border security\""_s), 0U);
    QCOMPARE(found(*store, u"kind"_s), 1U);
    const Result<ArticlePage> page = store->article(ArticleId{1});
    VERIFY_RESULT(page);
    QCOMPARE(page.value().article.body, changed.article.body);
    QVERIFY(page.value().accounts.isEmpty());
    const Result<Contact> contact = store->contact(ContactId{1});
    VERIFY_RESULT(contact);
    QCOMPARE(contact.value().accounts.size(), 1);
    QCOMPARE(store->damages(), QStringList());
}

void TestStoreWriter::severalArticlesInOneFile()
{
    StoredArticle one = ankaraSample().articles.at(0);
    one.article.provenance.member = u"1"_s;
    StoredArticle two = one;
    two.article.provenance.member = u"2"_s;
    const std::unique_ptr<StoreWriter> store = writer();
    const Result<void> both = store->putFile(fileOf(one), {one, two});
    VERIFY_RESULT(both);
    QCOMPARE(reader()->counts({}).articles, 2);
    const Result<void> second = store->putFile(fileOf(one), {two});
    VERIFY_RESULT(second);
    const std::vector<qint64> left = reader()->articleIds({}, ArticleSort::Path, Qt::AscendingOrder);
    QCOMPARE(left, std::vector<qint64>{2});
}

void TestStoreWriter::removedFileLeavesNothing()
{
    fill(ankaraSample());
    const std::unique_ptr<StoreWriter> store = writer();
    for (const QString &path : {u"1.txt"_s, u"2.txt"_s, u"3.txt"_s}) {
        const Result<void> removed = store->removeFile(path);
        VERIFY_RESULT(removed);
    }
    const std::unique_ptr<StoreReader> left = reader();
    QCOMPARE(left->counts({}).articles, 0);
    QCOMPARE(left->counts({}).contacts, 0);
    QCOMPARE(found(*left, u"guler"_s), 0U);
    QVERIFY(left->files().isEmpty());
    const Result<qint64> accounts = store->accountCount();
    VERIFY_RESULT(accounts);
    QCOMPARE(accounts.value(), 0);
    QCOMPARE(left->damages(), QStringList());
}

void TestStoreWriter::lastAccountTakesItsContactAlong()
{
    fill(ankaraSample());
    const std::unique_ptr<StoreWriter> store = writer();
    const Result<void> first = store->removeFile(u"1.txt"_s);
    VERIFY_RESULT(first);
    QVERIFY(reader()->contact(ContactId{1}).ok());
    const Result<void> second = store->removeFile(u"2.txt"_s);
    VERIFY_RESULT(second);
    const Result<Contact> gone = reader()->contact(ContactId{1});
    QVERIFY(!gone.ok());
    QVERIFY2(gone.error().message().contains(u"no longer"_s), qPrintable(gone.error().message()));
    QVERIFY(reader()->contact(ContactId{2}).ok());
}

void TestStoreWriter::touchedFileKeepsItsArticles()
{
    fill(ankaraSample());
    FileRow file = fileOf(ankaraSample().articles.at(0));
    file.modified += 5000;
    const std::unique_ptr<StoreWriter> store = writer();
    const Result<void> touched = store->touchFile(file);
    VERIFY_RESULT(touched);
    const Result<ArticlePage> page = reader()->article(ArticleId{1});
    VERIFY_RESULT(page);
    QCOMPARE(page.value().article.provenance.modified, file.modified);
    QCOMPARE(page.value().accounts.size(), 1);
    const Result<QHash<QString, KnownFile>> known = store->knownFiles();
    VERIFY_RESULT(known);
    QCOMPARE(known.value().value(u"1.txt"_s).row.modified, file.modified);
    const Result<bool> joined = store->isJoined();
    VERIFY_RESULT(joined);
    QVERIFY(joined.value());
}

void TestStoreWriter::loadsForJoiningInOrderOfPath()
{
    const Sample sample = ankaraSample();
    for (const int number : {2, 0, 1})
        put(sample.articles.at(number));
    QList<ArticleForJoining> loaded;
    const Result<void> done =
        writer()->loadForJoining([&loaded](ArticleForJoining article) { loaded.append(std::move(article)); });
    VERIFY_RESULT(done);
    QCOMPARE(loaded.size(), 3);
    for (qsizetype i = 0; i < 3; ++i) {
        const StoredArticle &stored = sample.articles.at(i);
        const ArticleForJoining &article = loaded.at(i);
        QCOMPARE(article.path, stored.article.provenance.path);
        QCOMPARE(article.source, stored.article.source);
        QCOMPARE(article.published, stored.article.published);
        QVERIFY(article.people == stored.people);
        QCOMPARE(article.accounts.size(), stored.accounts.size());
        const Account &account = article.accounts.first();
        const Account &told = stored.accounts.first();
        QVERIFY(account.id.isValid());
        QCOMPARE(account.article.value, article.article.value);
        QVERIFY(!account.contact.isValid());
        QVERIFY(account.participants == told.participants);
        QVERIFY(account.evidence == told.evidence);
        QVERIFY(account.place == told.place);
        QCOMPARE(account.date, told.date);
        QCOMPARE(account.kind, told.kind);
        QCOMPARE(account.status, told.status);
        QCOMPARE(account.rule, told.rule);
        QCOMPARE(account.confidence, told.confidence);
    }
}

void TestStoreWriter::joiningAgainReplaces()
{
    const Sample sample = ankaraSample();
    fill(sample);
    JoinedContents other = sample.joined;
    other.people.removeLast();
    other.contacts.removeFirst();
    other.contacts.first().id = ContactId{1};
    const Result<void> replaced = writer()->replaceJoined(other);
    VERIFY_RESULT(replaced);
    const std::unique_ptr<StoreReader> store = reader();
    QCOMPARE(store->counts({}).contacts, 1);
    QCOMPARE(store->counts({}).people, 3);
    const Result<Contact> contact = store->contact(ContactId{1});
    VERIFY_RESULT(contact);
    QCOMPARE(contact.value().kind, ContactKind::Call);
    QCOMPARE(contact.value().accounts.size(), 1);
    QCOMPARE(contact.value().accounts.first().article.value, 3);
}

void TestStoreWriter::accountsNoLongerJoinedAreFree()
{
    const Sample sample = ankaraSample();
    fill(sample);
    JoinedContents other = sample.joined;
    other.contacts.removeLast();
    const Result<void> replaced = writer()->replaceJoined(other);
    VERIFY_RESULT(replaced);
    const Result<ArticlePage> page = reader()->article(ArticleId{3});
    VERIFY_RESULT(page);
    QVERIFY(!page.value().accounts.first().contact.isValid());
    QVERIFY(!page.value().accounts.first().participants.first().person.isValid());
}

void TestStoreWriter::knowsWhetherAllIsJoined()
{
    const Sample sample = ankaraSample();
    fill(sample);
    const std::unique_ptr<StoreWriter> store = writer();
    const auto joined = [&store] { return store->isJoined().value(); };
    QVERIFY(joined());
    const FileRow empty{u"empty.txt"_s, u"empty"_s, u"It is empty."_s, 0, 1, {}};
    const Result<void> noted = store->putFile(empty, {});
    VERIFY_RESULT(noted);
    QVERIFY(joined());
    const Result<void> put = store->putFile(fileOf(sample.articles.at(0)), {sample.articles.at(0)});
    VERIFY_RESULT(put);
    QVERIFY(!joined());
    const Result<void> replaced = store->replaceJoined({});
    VERIFY_RESULT(replaced);
    QVERIFY(joined());
    const Result<void> removed = store->removeFile(u"2.txt"_s);
    VERIFY_RESULT(removed);
    QVERIFY(!joined());
}

void TestStoreWriter::dropDerivedKeepsArticles()
{
    fill(ankaraSample());
    const std::unique_ptr<StoreWriter> store = writer();
    const Result<void> dropped = store->dropDerived("new rules");
    VERIFY_RESULT(dropped);
    QCOMPARE(store->fingerprint().value(), QByteArray("new rules"));
    const std::unique_ptr<StoreReader> left = reader();
    QCOMPARE(left->counts({}).articles, 3);
    QCOMPARE(left->counts({}).contacts, 0);
    QCOMPARE(left->counts({}).people, 0);
    QCOMPARE(found(*left, u"guler"_s), 3U);
    const Result<QHash<QString, KnownFile>> known = store->knownFiles();
    VERIFY_RESULT(known);
    QCOMPARE(known.value().size(), 3);
    for (const KnownFile &file : known.value())
        QVERIFY(file.stale);
    const Result<void> put = store->putFile(fileOf(ankaraSample().articles.at(0)), {ankaraSample().articles.at(0)});
    VERIFY_RESULT(put);
    QVERIFY(!store->knownFiles().value().value(u"1.txt"_s).stale);
}

void TestStoreWriter::soundStoreHasNoDamages()
{
    fill(randomSample(3));
    QCOMPARE(reader()->damages(), QStringList());
}

QTEST_GUILESS_MAIN(TestStoreWriter)
#include "tst_storewriter.moc"
