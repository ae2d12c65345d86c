// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/htmlreader.h"
#include "ingest/htmltables.h"
#include "ingest/told.h"
#include "support/resulttest.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <ctime>

using namespace dragoman;
using namespace Qt::StringLiterals;

namespace {

QByteArray bytesOf(const QString &file)
{
    QFile device(file);
    return device.open(QIODevice::ReadOnly) ? device.readAll() : QByteArray();
}

QString wordOf(ToldFact::Kind kind)
{
    static const QStringList words{u"title"_s, u"source"_s, u"author"_s, u"published"_s, u"url"_s, u"language"_s};
    return words.at(static_cast<int>(kind));
}

Result<Article> pageRead(const QByteArray &page)
{
    const HtmlReader reader;
    const Result<FileContents> contents = reader.read({u"page.html"_s, page});
    if (!contents.ok())
        return contents.error();
    return contents.value().articles.first();
}

/** The facts and the body as the expectation files have them. */
QString described(const Article &article)
{
    QString text = u"title: %1\n"_s.arg(article.title);
    const auto add = [&text](const QString &name, const QString &value) {
        if (!value.isEmpty())
            text += name + u": "_s + value + u'\n';
    };
    const auto fact = [&article](ToldFact::Kind kind) {
        for (const ToldFact &told : article.facts) {
            if (told.kind == kind)
                return told.value;
        }
        return QString();
    };
    add(u"source"_s, article.source);
    add(u"author"_s, fact(ToldFact::Kind::Author));
    add(u"published"_s, article.published.toString(Qt::ISODate));
    add(u"url"_s, fact(ToldFact::Kind::Url));
    add(u"language"_s, fact(ToldFact::Kind::Language));
    return text + u'\n' + article.body + u'\n';
}

} // namespace

/** Saved web pages: their own text, and what they tell of it. */
class TestPages : public QObject
{
    Q_OBJECT
private slots:
    void table();
    void pages_data();
    void pages();
    void sniff_data();
    void sniff();
    void charsets_data();
    void charsets();
    void whereFactsStand();
    void contradictingDates();
    void teasersDoNotContradict();
    void days_data();
    void days();
    void noText();
    void hostile_data();
    void hostile();
    void manyBlocks_data();
    void manyBlocks();
    void anythingIsRead();
};

void TestPages::table()
{
    VERIFY_RESULT(HtmlTables::load(u":/dragoman/formats/page.tsv"_s));
}

void TestPages::pages_data()
{
    QTest::addColumn<QString>("file");
    const QDir folder(QStringLiteral(DRAGOMAN_PAGES));
    for (const QString &name : folder.entryList({u"*.html"_s}))
        QTest::newRow(qUtf8Printable(name)) << folder.filePath(name);
}

void TestPages::pages()
{
    QFETCH(QString, file);
    const Result<Article> article = pageRead(bytesOf(file));
    VERIFY_RESULT(article);
    QString expected = QString::fromUtf8(bytesOf(file.chopped(5) + u".txt"_s));
    QCOMPARE(described(article.value()), expected);
    const TextSpan story = article.value().story;
    QVERIFY(!story.isEmpty());
    QVERIFY(story.start >= article.value().titleSpan.end);
    QVERIFY(story.end <= article.value().body.size());
}

void TestPages::sniff_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<bool>("isPage");
    QTest::newRow("suffix") << u"a.HTM"_s << QByteArray("<p>x") << true;
    QTest::newRow("doctype") << u"a"_s << QByteArray("\n<!-- saved --> <!DOCTYPE html><p>") << true;
    QTest::newRow("xhtml") << u"a.php"_s << QByteArray("<?xml version=\"1.0\"?>\n<html xmlns=\"\">") << true;
    QTest::newRow("text about html") << u"a.txt"_s << QByteArray("The <html> mark") << false;
    QTest::newRow("bytes") << u"a.html"_s << QByteArray("\0\1\2", 3) << false;
}

void TestPages::sniff()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, head);
    QTEST(HtmlReader().sniff(path, head), "isPage");
}

void TestPages::charsets_data()
{
    QTest::addColumn<QByteArray>("page");
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("charset");
    const QByteArray text = "<p>A long enough sentence of some words about ";
    QTest::newRow("declared") << QByteArray("<meta charset=windows-1254>" + text + "\xddstanbul.</p>") << u"İstanbul"_s
                              << u"windows-1254"_s;
    QTest::newRow("declared, though it could be UTF-8")
        << QByteArray("<meta charset=windows-1251>" + text + "G\xc3\xbcl.</p>") << u"G\u0413\u0458l"_s
        << u"windows-1251"_s;
    QTest::newRow("says UTF-8 and is not") << QByteArray("<meta charset=utf-8>" + text +
                                                         "Pe\xf1"
                                                         "a.</p>")
                                           << u"Peña"_s << QString();
    QTest::newRow("none") << QByteArray(text + "G\xc3\xbcl.</p>") << u"Gül"_s << u"UTF-8"_s;
}

void TestPages::charsets()
{
    QFETCH(QByteArray, page);
    QFETCH(QString, word);
    QFETCH(QString, charset);
    const Result<Article> article = pageRead(page);
    VERIFY_RESULT(article);
    QVERIFY2(article.value().body.contains(word), qUtf8Printable(article.value().body));
    if (!charset.isEmpty())
        QCOMPARE(article.value().provenance.charset, charset);
}

void TestPages::whereFactsStand()
{
    const Result<Article> article = pageRead(bytesOf(QStringLiteral(DRAGOMAN_PAGES) + u"/newssite.html"_s));
    VERIFY_RESULT(article);
    const ToldFact published{ToldFact::Kind::Published, u"2025-03-11"_s, u"JSON-LD datePublished"_s};
    QVERIFY(article.value().facts.contains(published));
    // One day told in four places is one fact.
    QCOMPARE(std::count_if(article.value().facts.begin(), article.value().facts.end(),
                           [](const ToldFact &fact) { return fact.kind == ToldFact::Kind::Published; }),
             1);
}

void TestPages::contradictingDates()
{
    const Result<Article> article =
        pageRead("<meta property=article:published_time content=2025-04-03><meta name=date content=2025-03-04>"
                 "<p>The two foreign ministers met on Tuesday, and will meet again next month.</p>");
    VERIFY_RESULT(article);
    QCOMPARE(article.value().published, QDate(2025, 4, 3));
    QCOMPARE(article.value().facts.size(), 2);
    QCOMPARE(wordOf(article.value().facts.at(1).kind), u"published"_s);
    QCOMPARE(article.value().facts.at(1).value, u"2025-03-04"_s);
}

/** The first <time> of a page may be that of another article. */
void TestPages::teasersDoNotContradict()
{
    const QByteArray body =
        "<div><time datetime=2025-04-09>9 April</time> Ships collide</div><article><h1>Ministers meet</h1>"
        "<p>The two foreign ministers met on Tuesday, and will meet again next month.</p></article>";
    const Result<Article> marked = pageRead("<meta property=article:published_time content=2025-04-03>" + body);
    VERIFY_RESULT(marked);
    QCOMPARE(marked.value().published, QDate(2025, 4, 3));
    QCOMPARE(std::count_if(marked.value().facts.begin(), marked.value().facts.end(),
                           [](const ToldFact &fact) { return fact.kind == ToldFact::Kind::Published; }),
             1);
    const Result<Article> unmarked = pageRead(body);
    VERIFY_RESULT(unmarked);
    QCOMPARE(unmarked.value().published, QDate(2025, 4, 9));
}

void TestPages::days_data()
{
    QTest::addColumn<QString>("told");
    QTest::addColumn<QList<QDate>>("expected");
    const QList<QDate> fifth{QDate(2023, 5, 5)};
    QTest::newRow("ISO") << u"2023-05-05"_s << fifth;
    QTest::newRow("ISO with time") << u"2023-05-05T23:59:00+09:00"_s << fifth;
    QTest::newRow("compact") << u"20230505"_s << fifth;
    QTest::newRow("mail") << u"Fri, 05 May 2023 10:00:00 GMT"_s << fifth;
    QTest::newRow("seconds") << u"1683280800"_s << fifth;
    QTest::newRow("milliseconds") << u"1683280800000"_s << fifth;
    QTest::newRow("words") << u"May 5, 2023 at 4 pm"_s << fifth;
    QTest::newRow("unknown order") << u"04/05/2023"_s << QList<QDate>{QDate(2023, 5, 4), QDate(2023, 4, 5)};
    QTest::newRow("no day") << u"2023-13-45"_s << QList<QDate>();
    QTest::newRow("no date") << u"yesterday"_s << QList<QDate>();
    QTest::newRow("nothing") << QString() << QList<QDate>();
}

void TestPages::days()
{
    QFETCH(QString, told);
    QList<QDate> found = daysOf(told);
    QFETCH(QList<QDate>, expected);
    std::sort(found.begin(), found.end());
    std::sort(expected.begin(), expected.end());
    QCOMPARE(found, expected);
}

void TestPages::noText()
{
    const Result<Article> article =
        pageRead("<html><head><title>x</title></head><body><div id=root></div></body></html>");
    QVERIFY(!article.ok());
    QVERIFY(article.error().message().contains(u"no running text"_s));
}

void TestPages::hostile_data()
{
    QTest::addColumn<QByteArray>("page");
    QTest::newRow("nested deep") << QByteArray("<div>").repeated(400'000);
    QTest::newRow("nested inline") << QByteArray("<b>").repeated(300'000);
    QTest::newRow("many elements") << QByteArray("<p>x").repeated(600'000);
    QByteArray fonts = "<p>";
    for (int i = 0; i < 1500; ++i)
        fonts += "<font color=" + QByteArray::number(i) + ">";
    QTest::newRow("formatting made again in each paragraph") << fonts + QByteArray("<p>x").repeated(20'000);
}

/** A page made to exhaust stack, time or memory is refused with a sentence. */
void TestPages::hostile()
{
    QFETCH(QByteArray, page);
    const Result<Article> article = pageRead(page);
    QVERIFY(!article.ok());
    QVERIFY2(article.error().message().startsWith(u"The page"_s), qUtf8Printable(article.error().message()));
}

void TestPages::manyBlocks_data()
{
    QTest::addColumn<QByteArray>("part");
    QTest::newRow("line breaks") << QByteArray(
        "The two ministers met, talked, and parted again without a word.<br><br>");
    QTest::newRow("articles") << QByteArray(
        "<article><p>The two ministers met, talked, and parted again.</p></article>");
    QTest::newRow("boxes") << QByteArray("<div class='article-body x'><p>The two ministers met, and parted.</p></div>");
}

/** Four times the page takes some four times as long, not sixteen times. */
void TestPages::manyBlocks()
{
    QFETCH(QByteArray, part);
    const auto ticks = [&part](int count) {
        const std::clock_t begun = std::clock();
        const Result<Article> article = pageRead("<html><body><div>" + part.repeated(count) + "</div></body></html>");
        const auto taken = static_cast<double>(std::clock() - begun);
        return article.ok() ? taken : -1.0;
    };
    const double small = std::min(ticks(2'000), ticks(2'000));
    const double large = ticks(8'000);
    QVERIFY(small > 0 && large > 0);
    QVERIFY2(large < 10 * small, qPrintable(QString::number(large / small)));
}

/** Pages cut anywhere are read or refused, never a crash. */
void TestPages::anythingIsRead()
{
    const QByteArray page = bytesOf(QStringLiteral(DRAGOMAN_PAGES) + u"/newssite.html"_s);
    for (qsizetype size = 1; size < page.size(); size += 37) {
        const Result<Article> article = pageRead(page.left(size));
        QVERIFY(!article.ok() || article.value().story.end <= article.value().body.size());
    }
}

QTEST_GUILESS_MAIN(TestPages)
#include "tst_pages.moc"
