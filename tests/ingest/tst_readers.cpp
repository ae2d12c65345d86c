// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/contents.h"
#include "ingest/csvreader.h"
#include "ingest/fieldtable.h"
#include "ingest/pdfreader.h"
#include "support/resulttest.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <archive.h>
#include <archive_entry.h>

using namespace dragoman;
using namespace Qt::StringLiterals;

namespace {

const QString folder = QStringLiteral(DRAGOMAN_FORMATS);

QByteArray bytesOf(const QString &file)
{
    QFile device(file);
    return device.open(QIODevice::ReadOnly) ? device.readAll() : QByteArray();
}

ContentsOutcome sample(const QString &name)
{
    return readContents({name, bytesOf(folder + u'/' + name)});
}

/** How a file ended and what each of its articles tells, as the files of expected/ have it. */
QString described(const ContentsOutcome &outcome)
{
    QString text = u"%1 %2\n"_s.arg(toWord(outcome.state), outcome.format);
    if (!outcome.reason.isEmpty())
        text += outcome.reason + u'\n';
    for (const Article &article : outcome.articles) {
        text += u"\n=== %1 [%2] %3 | %4 | %5\n"_s.arg(article.provenance.member, article.provenance.format,
                                                      article.published.toString(Qt::ISODate), article.source,
                                                      article.title);
        for (const ToldFact &fact : article.facts)
            text += u"--- %1: %2\n"_s.arg(fact.where, fact.value);
        text += article.body + u'\n';
    }
    return text;
}

} // namespace

/** Files of all formats that hold articles, each with what comes of it. */
class TestReaders : public QObject
{
    Q_OBJECT
private slots:
    void samples_data();
    void samples();
    void storiesLieInBodies_data();
    void storiesLieInBodies();
    void cutFiles_data();
    void cutFiles();
    void fieldTable();
    void csv_data();
    void csv();
    void noTextColumn();
    void runningPages_data();
    void runningPages();
    void containersInContainers();
    void sevenZip();
};

void TestReaders::samples_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : QDir(folder).entryList(QDir::Files, QDir::Name)) {
        if (!name.endsWith(u".py"_s))
            QTest::newRow(qUtf8Printable(name)) << name;
    }
}

void TestReaders::samples()
{
    QFETCH(QString, name);
    const QString got = described(sample(name));
    const QString file = folder + u"/expected/"_s + name + u".txt"_s;
    if (qEnvironmentVariableIsSet("DRAGOMAN_ACCEPT_READERS")) {
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(got.toUtf8());
    }
    QCOMPARE(got, QString::fromUtf8(bytesOf(file)));
}

void TestReaders::storiesLieInBodies_data()
{
    samples_data();
}

void TestReaders::storiesLieInBodies()
{
    QFETCH(QString, name);
    for (const Article &article : sample(name).articles) {
        QVERIFY(!article.story.isEmpty());
        QVERIFY(article.story.start >= article.titleSpan.end && article.story.end <= article.body.size());
        if (!article.titleSpan.isEmpty())
            QCOMPARE(article.body.mid(article.titleSpan.start, article.titleSpan.length()), article.title);
    }
}

void TestReaders::cutFiles_data()
{
    samples_data();
}

/** A file cut anywhere, or with a byte gone wrong, is read or refused with a sentence. */
void TestReaders::cutFiles()
{
    QFETCH(QString, name);
    const QByteArray bytes = bytesOf(folder + u'/' + name);
    const qsizetype step = std::max<qsizetype>(1, bytes.size() / 40);
    for (qsizetype size = 1; size < bytes.size(); size += step) {
        QByteArray wrong = bytes;
        wrong[size] = static_cast<char>(~wrong[size]);
        for (const QByteArray &offered : {bytes.left(size), wrong}) {
            const ContentsOutcome outcome = readContents({name, offered});
            QVERIFY(outcome.state == FileState::Read || !outcome.reason.isEmpty());
            QVERIFY(outcome.state != FileState::Read || !outcome.articles.isEmpty());
        }
    }
}

void TestReaders::fieldTable()
{
    VERIFY_RESULT(FieldTable::load(u":/dragoman/formats/fields.tsv"_s));
    const FieldTable &table = FieldTable::builtIn();
    QCOMPARE(table.kindsOf({u"Full Text"_s, u"PUB_DATE"_s, u"nothing"_s, u"summary"_s}),
             (QStringList{u"text"_s, u"published"_s, QString(), QString()}));
    QVERIFY(!table.article(QJsonObject{{u"title"_s, u"x"_s}}, u"field"_s));
}

void TestReaders::csv_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<QStringList>>("rows");
    QTest::newRow("plain") << u"a,b\nc,d\n"_s << QList<QStringList>{{u"a"_s, u"b"_s}, {u"c"_s, u"d"_s}};
    QTest::newRow("quotes") << u"\"a,\"\"b\"\"\",\"c\nd\"\r\n"_s << QList<QStringList>{{u"a,\"b\""_s, u"c\nd"_s}};
    QTest::newRow("quote inside a cell") << u"5\" pipe,b"_s << QList<QStringList>{{u"5\" pipe"_s, u"b"_s}};
    QTest::newRow("empty cells and lines") << u"a,,\n\n,\nb"_s << QList<QStringList>{{u"a"_s, {}, {}}, {u"b"_s}};
    QTest::newRow("open quote") << u"a,\"b"_s << QList<QStringList>{{u"a"_s, u"b"_s}};
    QTest::newRow("nothing") << QString() << QList<QStringList>();
}

void TestReaders::csv()
{
    QFETCH(QString, text);
    QFETCH(QList<QStringList>, rows);
    QCOMPARE(csvRows(text, u','), rows);
}

void TestReaders::noTextColumn()
{
    const ContentsOutcome outcome = readContents({u"a.csv"_s, "id,name\n1,x\n"});
    QCOMPARE(outcome.state, FileState::Failed);
    QVERIFY2(outcome.reason.contains(u"id, name"_s), qUtf8Printable(outcome.reason));
}

void TestReaders::runningPages_data()
{
    QTest::addColumn<QStringList>("pages");
    QTest::addColumn<QString>("text");
    QTest::newRow("broken words") << QStringList{u"He met the ambas-\nsador of a Franco-\nGerman firm."_s}
                                  << u"He met the ambassador of a Franco-German firm."_s;
    QTest::newRow("over the page") << QStringList{u"Head\nHe met the\n1"_s, u"Head\nambassador.\n2"_s,
                                                  u"Head\nHe left.\n3"_s}
                                   << u"He met the ambassador.\n\nHe left."_s;
    QTest::newRow("two pages have no running head")
        << QStringList{u"Ministers met\nin Baku."_s, u"Ministers met\nin Tbilisi."_s}
        << u"Ministers met in Baku.\n\nMinisters met in Tbilisi."_s;
    QTest::newRow("nothing") << QStringList{QString(), u"\n\n"_s} << QString();
}

void TestReaders::runningPages()
{
    QFETCH(QStringList, pages);
    QTEST(runningText(pages).text, "text");
}

void TestReaders::containersInContainers()
{
    FileBytes file{u"year.zip"_s, bytesOf(folder + u"/year.zip"_s)};
    file.depth = ReadLimits().maxDepth;
    const ContentsOutcome outcome = readContents(file);
    QCOMPARE(outcome.state, FileState::Failed);
    QVERIFY(outcome.reason.contains(u"deep"_s));
}

/** Made here, since Python knows no 7-Zip. */
void TestReaders::sevenZip()
{
    const QByteArray text = "2025-03-12\nMinisters meet\n\nThe two ministers met in Baku on Tuesday.\n";
    QByteArray packed(64L * 1024, '\0');
    size_t used = 0;
    archive *out = archive_write_new();
    archive_write_set_format_7zip(out);
    QCOMPARE(archive_write_open_memory(out, packed.data(), static_cast<size_t>(packed.size()), &used), ARCHIVE_OK);
    archive_entry *entry = archive_entry_new();
    archive_entry_set_pathname(entry, "news/one.txt");
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_size(entry, text.size());
    archive_write_header(out, entry);
    archive_write_data(out, text.constData(), static_cast<size_t>(text.size()));
    archive_entry_free(entry);
    archive_write_free(out);
    const ContentsOutcome outcome = readContents({u"year.7z"_s, packed.left(static_cast<qsizetype>(used))});
    QCOMPARE(outcome.reason, QString());
    QCOMPARE(outcome.articles.size(), 1);
    QCOMPARE(outcome.articles.first().title, u"Ministers meet"_s);
    QCOMPARE(outcome.articles.first().provenance.member, u"news/one.txt"_s);
}

QTEST_GUILESS_MAIN(TestReaders)
#include "tst_readers.moc"
