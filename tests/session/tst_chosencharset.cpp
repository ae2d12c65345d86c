// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/articlefolder.h"
#include "session/importer.h"
#include "store/storereader.h"
#include "support/nowarnings.h"

#include <QFile>
#include <QTest>

using namespace dragoman;
using namespace dragoman::test;
using namespace Qt::StringLiterals;

/** The character set that a user chooses for a file holds until he takes it back. */
class TestChosenCharset : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void chosenAndTakenBack();
    void holdsForACollection();
    void otherFilesAreLeftAlone();

private:
    std::unique_ptr<ArticleFolder> m_folder;
    std::unique_ptr<NoWarnings> m_noWarnings;
};

namespace {

/** "Мир" in KOI8-R in an English text: too little to tell one set from another. */
const QByteArray text = "Report\n\nThe minister read the newspaper \xed\xc9\xd2 in the train to the capital today. "
                        "He had left the harbour late at night and was expected in the ministry by noon.\n";
const QString right = u"Мир"_s;

class Host : public ImportHost
{
public:
    [[nodiscard]] bool stopRequested() const override { return false; }
    void reportProgress(const ImportProgress & /*progress*/) override {}
    void rowsChanged() override {}
};

ImportReport import(const ArticleFolder &folder, const QHash<QString, QString> &charsets = {})
{
    ImportJob job;
    job.folder = folder.path();
    job.store = folder.store();
    job.rules = builtInRules();
    job.threads = 2;
    job.charsets = charsets;
    Host host;
    return Importer(job, host).run();
}

void writeBytes(const ArticleFolder &folder, const QString &name, const QByteArray &bytes)
{
    QFile file(folder.path() + u'/' + name);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(name));
}

std::unique_ptr<StoreReader> readerOf(const ArticleFolder &folder)
{
    Result<std::unique_ptr<StoreReader>> reader = StoreReader::open(folder.store());
    if (!reader.ok())
        qFatal("%s", qPrintable(reader.error().message()));
    return std::move(reader).value();
}

/** All texts of the store, one after the other. */
QString bodies(const ArticleFolder &folder)
{
    const auto reader = readerOf(folder);
    QString all;
    for (const qint64 id : reader->articleIds({}, ArticleSort::Path, Qt::AscendingOrder))
        all += reader->article(ArticleId{id}).value().article.body;
    return all;
}

} // namespace

void TestChosenCharset::init()
{
    m_folder = std::make_unique<ArticleFolder>();
    m_noWarnings = std::make_unique<NoWarnings>();
}

void TestChosenCharset::cleanup()
{
    VERIFY_NO_WARNINGS();
    m_noWarnings.reset();
    m_folder.reset();
}

void TestChosenCharset::chosenAndTakenBack()
{
    writeBytes(*m_folder, u"a.txt"_s, text);
    QCOMPARE(import(*m_folder).read, 1);
    QVERIFY(!bodies(*m_folder).contains(right));
    QCOMPARE(readerOf(*m_folder)->files().first().charset, u"windows-1252"_s);
    QCOMPARE(import(*m_folder, {{u"a.txt"_s, u"KOI8-R"_s}}).read, 1);
    QVERIFY(bodies(*m_folder).contains(right));
    const FileRow row = readerOf(*m_folder)->files().first();
    QCOMPARE(row.charset, u"KOI8-R"_s);
    QCOMPARE(row.chosenCharset, u"KOI8-R"_s);
    QCOMPARE(import(*m_folder).unchanged, 1);
    writeBytes(*m_folder, u"a.txt"_s, text + "It was late.\n");
    QCOMPARE(import(*m_folder).read, 1);
    QVERIFY(bodies(*m_folder).contains(right));
    QVERIFY(bodies(*m_folder).contains(u"late"_s));
    QCOMPARE(import(*m_folder, {{u"a.txt"_s, QString()}}).read, 1);
    QVERIFY(!bodies(*m_folder).contains(right));
    QCOMPARE(readerOf(*m_folder)->files().first().chosenCharset, QString());
}

void TestChosenCharset::holdsForACollection()
{
    writeBytes(*m_folder, u"a.csv"_s, "title,text\nReport," + text.mid(8).trimmed() + "\nOther,\xed\xc9\xd2.\n");
    QCOMPARE(import(*m_folder, {{u"a.csv"_s, u"KOI8-R"_s}}).articles, 2);
    QCOMPARE(bodies(*m_folder).count(right), 2);
}

void TestChosenCharset::otherFilesAreLeftAlone()
{
    writeBytes(*m_folder, u"a.txt"_s, text);
    m_folder->write(u"b.txt"_s, u"Bericht\n\nDer Präsident fuhr nach Zürich und später nach Genf.\n"_s);
    QCOMPARE(import(*m_folder).read, 2);
    const ImportReport report = import(*m_folder, {{u"a.txt"_s, u"KOI8-R"_s}});
    QCOMPARE(report.read, 1);
    QCOMPARE(report.unchanged, 1);
    QVERIFY(bodies(*m_folder).contains(u"Zürich"_s));
}

QTEST_GUILESS_MAIN(TestChosenCharset)
#include "tst_chosencharset.moc"
