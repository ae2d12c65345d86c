// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/contents.h"
#include "ingest/csvreader.h"
#include "ingest/folder.h"
#include "ingest/textstream.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStringEncoder>
#include <QTemporaryDir>
#include <QTest>

#include <archive.h>
#include <archive_entry.h>

using namespace dragoman;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 smallArticle = 20'000;

/** So small that each collection here is larger. */
ReadLimits smallLimits()
{
    ReadLimits limits;
    limits.maxBytes = smallArticle;
    limits.maxWhole = 500;
    return limits;
}

QByteArray story(int number)
{
    return "The minister of district " + QByteArray::number(number) +
           " opened a bridge, a \\\"long\\\" one [sic], {at last}.";
}

QByteArray item(int number)
{
    return R"({"title": "Bridge )" + QByteArray::number(number) + R"(", "date": "2025-03-12", "text": ")" +
           story(number) + "\"}";
}

QByteArray itemTooLong()
{
    return R"({"title": "Long", "text": ")" + QByteArray(3 * smallArticle, 'x') + "\"}";
}

QByteArray lines(int count)
{
    QByteArray text;
    for (int i = 1; i <= count; ++i)
        text += item(i) + '\n';
    return text;
}

QByteArray list(int count)
{
    QByteArray text = "[\n";
    for (int i = 1; i <= count; ++i)
        text += item(i) + (i < count ? ",\n" : "\n");
    return text + "]\n";
}

QByteArray message(int number, const QByteArray &more = {})
{
    return "From a@example.org Wed Mar 12 10:00:00 2025\nFrom: A <a@example.org>\nSubject: Bridge " +
           QByteArray::number(number) + "\nDate: Wed, 12 Mar 2025 10:00:00 +0000\nMIME-Version: 1.0\n\nThe bridge " +
           QByteArray::number(number) + " was opened.\n>From here it is seen.\n" + more + "\n";
}

/** A container of the given form with members of the given bytes. */
QByteArray packed(int (*form)(archive *), int (*filter)(archive *),
                  const QList<std::pair<QByteArray, QByteArray>> &files)
{
    QByteArray bytes(8L * 1024 * 1024, '\0');
    size_t used = 0;
    archive *out = archive_write_new();
    form(out);
    filter(out);
    archive_write_set_bytes_in_last_block(out, 1);
    archive_write_open_memory(out, bytes.data(), static_cast<size_t>(bytes.size()), &used);
    for (const auto &[path, text] : files) {
        archive_entry *entry = archive_entry_new();
        archive_entry_set_pathname(entry, path.constData());
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_size(entry, text.size());
        archive_write_header(out, entry);
        archive_write_data(out, text.constData(), static_cast<size_t>(text.size()));
        archive_entry_free(entry);
    }
    archive_write_close(out);
    archive_write_free(out);
    return bytes.left(static_cast<qsizetype>(used));
}

QByteArray tarOf(const QList<std::pair<QByteArray, QByteArray>> &files)
{
    return packed(archive_write_set_format_pax_restricted, archive_write_add_filter_none, files);
}

QByteArray zipOf(const QList<std::pair<QByteArray, QByteArray>> &files)
{
    return packed(archive_write_set_format_zip, archive_write_add_filter_none, files);
}

QByteArray gzipOf(const QByteArray &bytes)
{
    return packed(archive_write_set_format_raw, archive_write_add_filter_gzip, {{"data", bytes}});
}

QStringList membersOf(const ContentsOutcome &outcome)
{
    QStringList members;
    for (const Article &article : outcome.articles)
        members.append(article.provenance.member);
    return members;
}

} // namespace

/** Collections of any length, read article by article. */
class TestStreams : public QObject
{
    Q_OBJECT
private slots:
    void sameInPieces_data();
    void sameInPieces();
    void larger_data();
    void larger();
    void oneArticleTooLong_data();
    void oneArticleTooLong();
    void brokenOff_data();
    void brokenOff();
    void objectTooLong();
    void rowWithoutEnd();
    void lineOfAMessageLikeAnEnvelope();
    void charsets_data();
    void charsets();
    void csvInPieces();
    void membersOfOnePath();
    void bombs_data();
    void bombs();
    void endsWhereNoMoreIsWanted();
    void knownFileIsNotRead();
    void stops();
};

void TestStreams::sameInPieces_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : QDir(QStringLiteral(DRAGOMAN_FORMATS)).entryList(QDir::Files, QDir::Name)) {
        if (!name.endsWith(u".py"_s))
            QTest::newRow(qUtf8Printable(name)) << name;
    }
}

/** What can be read at once reads the same in pieces. */
void TestStreams::sameInPieces()
{
    QFETCH(QString, name);
    QFile file(QStringLiteral(DRAGOMAN_FORMATS) + u'/' + name);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    ReadLimits limits;
    limits.maxWhole = 64;
    const ContentsOutcome whole = readContents({name, bytes});
    const ContentsOutcome pieces = readContents({name, bytes}, limits);
    QCOMPARE(pieces.state, whole.state);
    QCOMPARE(pieces.reason, whole.reason);
    QCOMPARE(membersOf(pieces), membersOf(whole));
    for (qsizetype i = 0; i < whole.articles.size(); ++i) {
        QCOMPARE(pieces.articles[i].body, whole.articles[i].body);
        QCOMPARE(pieces.articles[i].facts, whole.articles[i].facts);
        QCOMPARE(pieces.articles[i].provenance, whole.articles[i].provenance);
    }
}

void TestStreams::larger_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("first");
    QByteArray rows = "title,text\r\n";
    QByteArray box;
    for (int i = 1; i <= 900; ++i) {
        rows += "Bridge " + QByteArray::number(i) + ",\"It was \"\"opened\"\",\r\nat last.\"\r\n";
        box += message(i);
    }
    QTest::newRow("lines") << u"a.jsonl"_s << lines(900) << u"line 1"_s;
    QTest::newRow("lines by another suffix") << u"a.json"_s << lines(900) << u"line 1"_s;
    QTest::newRow("list") << u"a.json"_s << list(900) << u"item 1"_s;
    QTest::newRow("table") << u"a.csv"_s << rows << u"row 1"_s;
    QTest::newRow("mailbox") << u"a.mbox"_s << box << u"message 1"_s;
    QTest::newRow("compressed") << u"a.jsonl.gz"_s << gzipOf(lines(900)) << u"a.jsonl/line 1"_s;
    QTest::newRow("tar") << u"a.tar"_s << tarOf({{"b/c.jsonl", lines(900)}}) << u"b/c.jsonl/line 1"_s;
    QTest::newRow("zip in tar") << u"a.tar"_s
                                << tarOf({{"b.zip", zipOf({{"c.txt", "One bridge was opened."}})},
                                          {"c.jsonl.gz", gzipOf(lines(899))}})
                                << u"b.zip/c.txt"_s;
}

void TestStreams::larger()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, first);
    const ContentsOutcome outcome = readContents({name, bytes}, smallLimits());
    QCOMPARE(outcome.reason, QString());
    QCOMPARE(outcome.state, FileState::Read);
    QVERIFY(bytes.size() > smallArticle || name.contains(u".gz"_s) || name.contains(u"tar"_s));
    QCOMPARE(outcome.articles.size(), 900);
    QCOMPARE(outcome.articles.first().provenance.member, first);
    QVERIFY(outcome.articles.last().body.contains(u"ridge"_s));
}

void TestStreams::oneArticleTooLong_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("lines") << u"a.jsonl"_s << lines(2) + itemTooLong() + '\n' + lines(2);
    QTest::newRow("list") << u"a.json"_s << list(2).chopped(2) + ',' + itemTooLong() + ',' + list(2).mid(1);
    QTest::newRow("mailbox") << u"a.mbox"_s
                             << message(1) + message(2) + message(3, QByteArray(3 * smallArticle, 'x')) + message(4) +
                                    message(5);
    QTest::newRow("tar") << u"a.tar"_s
                         << tarOf({{"1.txt", "A bridge was opened."},
                                   {"2.txt", "A bridge was closed."},
                                   {"3.txt", QByteArray(3 * smallArticle, 'x')},
                                   {"4.txt", "A road was opened."},
                                   {"5.txt", "A road was closed."}});
}

void TestStreams::oneArticleTooLong()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    const ContentsOutcome outcome = readContents({name, bytes}, smallLimits());
    QCOMPARE(outcome.state, FileState::Read);
    QCOMPARE(outcome.articles.size(), 4);
    QVERIFY2(outcome.reason.contains(u"larger than"_s), qPrintable(outcome.reason));
    QVERIFY(outcome.reason.startsWith(u"1 of 5"_s));
}

void TestStreams::brokenOff_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("reason");
    QTest::newRow("list") << u"a.json"_s << list(60).left(list(60).lastIndexOf("Bridge"))
                          << u"breaks off behind item 59"_s;
    QByteArray rows = "title,text\n";
    for (int i = 1; i <= 59; ++i)
        rows += "Bridge,It was opened.\n";
    QTest::newRow("table") << u"a.csv"_s << rows + "Bridge,\"It was" + QByteArray(3 * smallArticle, 'x')
                           << u"behind row 59"_s;
    QTest::newRow("mark not closed") << u"a.csv"_s
                                     << rows.left(rows.size() - 22) + "Bridge,\"It was opened.\n" + rows.mid(11)
                                     << u"not closed"_s;
    const QByteArray compressed = gzipOf(lines(59) + QByteArray(200'000, ' '));
    QTest::newRow("compressed") << u"a.jsonl.gz"_s << compressed.left(compressed.size() - 40)
                                << u"cannot be unpacked"_s;
}

void TestStreams::brokenOff()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, reason);
    const ContentsOutcome outcome = readContents({name, bytes}, smallLimits());
    QCOMPARE(outcome.state, FileState::Read);
    QCOMPARE(outcome.articles.size(), 59);
    QVERIFY2(outcome.reason.contains(reason), qPrintable(outcome.reason));
}

void TestStreams::objectTooLong()
{
    const ContentsOutcome outcome = readContents({u"a.json"_s, "{\n\"articles\": " + list(900) + "}"}, smallLimits());
    QCOMPARE(outcome.state, FileState::Failed);
    QVERIFY2(outcome.reason.contains(u"JSON lines"_s), qPrintable(outcome.reason));
}

void TestStreams::rowWithoutEnd()
{
    int pieces = 0;
    CsvRows rows([&pieces] { return ++pieces < 1000 ? QString(1000, u',') : QString(); }, u',', 1'000'000);
    QVERIFY(!rows.next());
    QVERIFY(rows.isTooLong());
    QVERIFY(pieces < 100);
}

void TestStreams::lineOfAMessageLikeAnEnvelope()
{
    const QByteArray head = "From a@example.org Wed Mar 12 10:00:00 2025\nFrom: A <a@example.org>\nSubject: Talks\n\n";
    const ContentsOutcome outcome = readContents(
        {u"a.mbox"_s, head + "He was in Oslo.\nFrom Oslo he flew at 10:30 to Bern.\nHe met nobody.\n" + head + "No.\n"},
        smallLimits());
    QCOMPARE(outcome.articles.size(), 2);
    QVERIFY(outcome.articles.first().body.contains(u"met nobody"_s));
}

void TestStreams::charsets_data()
{
    QTest::addColumn<QString>("charset");
    for (const QString &name : charsetNames())
        QTest::newRow(qUtf8Printable(name)) << name;
}

/** Characters are parted by the ends of pieces, wherever these fall. */
void TestStreams::charsets()
{
    QFETCH(QString, charset);
    QStringEncoder encoder(charset.toLatin1().constData());
    const bool encodes = encoder.isValid();
    const QString wanted = u"abc äöü Ж Ш ب ת ก 北京 서울 1"_s;
    const QByteArray bytes = encodes ? QByteArray(encoder.encode(wanted)) : wanted.left(3).toLatin1();
    PieceDecoder whole(charset);
    const QString text = whole.decode(bytes);
    QVERIFY2(text.startsWith(u"abc"_s), qPrintable(text));
    PieceDecoder pieces(charset);
    QString joined;
    for (const char byte : bytes)
        joined += pieces.decode(QByteArray(1, byte));
    QCOMPARE(joined, text);
    QCOMPARE(decode(bytes, {}, charset.toLatin1()).text, text);
    QCOMPARE(charsetNamed(charset.toLower()), charset);
}

void TestStreams::csvInPieces()
{
    const QString text = u"a,\"b \"\"c\"\"\r\nd\"\r\n\"\"\"\",\"\",x\n\n1,2"_s;
    QString left = text;
    CsvRows cells([&left] { return std::exchange(left, left.mid(1)).left(1); }, u',', 1000);
    QList<QStringList> rows;
    while (const auto row = cells.next())
        rows.append(*row);
    QCOMPARE(rows, csvRows(text, u','));
    QCOMPARE(rows.first(), (QStringList{u"a"_s, u"b \"c\"\r\nd"_s}));
}

void TestStreams::membersOfOnePath()
{
    const QByteArray tar = tarOf({{"a.txt", "One bridge."}, {"a.txt", "Two bridges."}, {"a.txt", "Three bridges."}});
    QCOMPARE(membersOf(readContents({u"a.tar"_s, tar})), (QStringList{u"a.txt"_s, u"a.txt (2)"_s, u"a.txt (3)"_s}));
}

void TestStreams::bombs_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray zeros = gzipOf(QByteArray(40L * 1024 * 1024, ' '));
    QTest::newRow("compressed") << u"a.txt.gz"_s << zeros;
    QTest::newRow("collection") << u"a.jsonl.gz"_s << zeros;
    QTest::newRow("compressed twice") << u"a.jsonl.gz.gz"_s << gzipOf(zeros);
    QTest::newRow("in a tar") << u"a.tar"_s << tarOf({{"a.jsonl.gz", zeros}});
}

/** The guard counts through all containers of a file. */
void TestStreams::bombs()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    const ContentsOutcome outcome = readContents({name, bytes});
    QVERIFY(outcome.state != FileState::Read);
    QVERIFY2(outcome.reason.contains(u"times its size"_s) || outcome.reason.contains(u"far more than its size"_s),
             qPrintable(outcome.reason));
}

void TestStreams::endsWhereNoMoreIsWanted()
{
    for (const auto &[name, bytes] :
         {std::pair{u"a.jsonl"_s, lines(900)}, std::pair{u"a.json"_s, list(900)},
          std::pair{u"a.tar"_s, tarOf({{"b.jsonl", lines(900)}, {"c.txt", "A bridge."}})}}) {
        MemorySource source(bytes);
        ReadContext context{smallLimits(), {}, bytes.size()};
        int taken = 0;
        const ContentsOutcome outcome =
            readStream({name, source, context}, [&taken](const Article & /*article*/) { return ++taken < 3; });
        QCOMPARE(outcome.reason, QString());
        QCOMPARE(taken, 3);
    }
}

void TestStreams::knownFileIsNotRead()
{
    const QTemporaryDir dir;
    const QByteArray bytes = lines(50);
    QFile file(dir.filePath(u"a.jsonl"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    ReadOptions options;
    options.known = QCryptographicHash::hash(bytes, QCryptographicHash::Sha1);
    for (const qint64 held : {qint64(100), qint64(1'000'000)}) {
        options.limits.maxWhole = held;
        int taken = 0;
        const auto count = [&taken](const Article & /*article*/) { return ++taken > 0; };
        ReadOutcome outcome = readFile(dir.path(), {u"a.jsonl"_s, bytes.size(), 0}, options, count);
        QVERIFY(outcome.isKnown);
        QCOMPARE(outcome.entry.state, FileState::Read);
        QCOMPARE(taken, 0);
        ReadOptions other = options;
        other.known = "x";
        outcome = readFile(dir.path(), {u"a.jsonl"_s, bytes.size(), 0}, other, count);
        QVERIFY(!outcome.isKnown);
        QCOMPARE(outcome.hash, options.known);
        QCOMPARE(taken, 50);
    }
}

void TestStreams::stops()
{
    const QTemporaryDir dir;
    QFile file(dir.filePath(u"a.jsonl"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(lines(5000));
    file.close();
    ReadOptions options;
    options.limits.maxWhole = 100;
    int asked = 0;
    options.stop = [&asked] { return ++asked > 12; };
    int taken = 0;
    const ReadOutcome outcome = readFile(dir.path(), {u"a.jsonl"_s, file.size(), 0}, options,
                                         [&taken](const Article &) { return ++taken > 0; });
    QVERIFY2(taken < 5000, qPrintable(QString::number(taken)));
    QVERIFY(outcome.entry.reason.contains(u"stopped"_s));
}

QTEST_GUILESS_MAIN(TestStreams)
#include "tst_streams.moc"
