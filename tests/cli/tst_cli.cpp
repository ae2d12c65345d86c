// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/jsonschema.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace dragoman;
using namespace Qt::StringLiterals;

namespace {

/** How a run of the program ended. */
struct Run
{
    int code = -1;
    QByteArray out;
    QByteArray err;
};

Run run(const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral(DRAGOMAN_CLI), arguments);
    if (!process.waitForFinished(120'000))
        return {-1, {}, "did not end"};
    const int code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2;
    return {code, process.readAllStandardOutput(), process.readAllStandardError()};
}

void write(const QString &path, const QByteArray &bytes)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

const QByteArray meeting =
    " date 2031-04-08 Freedonia, Sylvania foreign ministers meet\n\n"
    "BERN (ATS) - French Foreign Minister Rufus Firefly met with Turkish Foreign Minister Gloria "
    "Teasdale in Ankara on Monday.\n\n"
    "They discussed the harvest and the border, his office said.\n";
const QByteArray call = "Firefly, Teasdale talk by phone\nANKARA, April 9, 2031 (AA) - French Foreign Minister Rufus "
                        "Firefly received a phone call from "
                        "Turkish Foreign Minister Gloria Teasdale on Wednesday.\n";

} // namespace

/** The program as it is called: what it prints where, and how it ends. */
class TestCli : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void help();
    void usageErrors_data();
    void usageErrors();
    void failures_data();
    void failures();
    void importTellsEveryFile();
    void importAgain();
    void importInAChosenCharset();
    void folderIsNotWrittenTo();
    void exportIsValid();
    void exportsAreEqual();
    void exportFilters();
    void lists();
    void noEscapeSequences();
    void explains();
    void ownRules();
    void verifies();
    void verifyFindsDamage();
    void repairs();
    void renamedAndEmptied();
    void interrupt();

private:
    [[nodiscard]] QString at(const QString &path) const { return m_folder->filePath(path); }
    [[nodiscard]] QString archive() const { return at(u"archive"_s); }
    [[nodiscard]] QString store() const { return at(u"store.sqlite"_s); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestCli::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    write(at(u"archive/b/meeting.txt"_s), meeting);
    write(at(u"archive/call.txt"_s), call);
}

void TestCli::help()
{
    const Run help = run({u"--help"_s});
    QCOMPARE(help.code, 0);
    for (const char *command : {"import", "export", "contacts", "people", "articles", "explain", "verify", "repair"})
        QVERIFY2(help.out.contains(command), command);
    QCOMPARE(run({u"--version"_s}).out, "dragoman-cli " DRAGOMAN_VERSION "\n");
    const Run one = run({u"export"_s, u"--help"_s});
    QCOMPARE(one.code, 0);
    QVERIFY(one.out.contains("--filter"));
    QVERIFY(one.err.isEmpty());
}

void TestCli::usageErrors_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("told");
    QTest::newRow("nothing") << QStringList() << QByteArray("A command is missing.");
    QTest::newRow("unknown command") << QStringList{u"frobnicate"_s} << QByteArray("'frobnicate' is no command.");
    QTest::newRow("no archive") << QStringList{u"export"_s} << QByteArray("export takes one argument: ARCHIVE.");
    QTest::newRow("two archives") << QStringList{u"people"_s, u"a"_s, u"b"_s}
                                  << QByteArray("people takes one argument: ARCHIVE.");
    QTest::newRow("unknown option") << QStringList{u"import"_s, u"--frob"_s, u"x"_s}
                                    << QByteArray("Unknown option 'frob'.");
    QTest::newRow("format") << QStringList{u"export"_s, u"ARCHIVE"_s, u"--format"_s, u"xls"_s}
                            << QByteArray("'xls' is no format of an export");
    QTest::newRow("list format") << QStringList{u"people"_s, u"ARCHIVE"_s, u"--format"_s, u"xls"_s}
                                 << QByteArray("'xls' is no format of a list");
    QTest::newRow("filter") << QStringList{u"contacts"_s, u"ARCHIVE"_s, u"--filter"_s, u"kind:dinner"_s}
                            << QByteArray("dinner");
    QTest::newRow("jobs") << QStringList{u"import"_s, u"ARCHIVE"_s, u"--jobs"_s, u"0"_s}
                          << QByteArray("--jobs takes a number");
    QTest::newRow("charset") << QStringList{u"import"_s, u"ARCHIVE"_s, u"--charset"_s, u"call.txt=klingon"_s}
                             << QByteArray("'klingon' is no character set");
    QTest::newRow("charset of no file") << QStringList{u"import"_s, u"ARCHIVE"_s, u"--charset"_s, u"x.txt=UTF-8"_s}
                                        << QByteArray("which is no file in");
    QTest::newRow("store in the archive") << QStringList{u"import"_s, u"ARCHIVE"_s, u"--store"_s, u"ARCHIVE/s.sqlite"_s}
                                          << QByteArray("which is never written to");
}

void TestCli::usageErrors()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, told);
    const Run wrong = run(arguments.replaceInStrings(u"ARCHIVE"_s, archive()));
    QCOMPARE(wrong.code, 2);
    QVERIFY2(wrong.err.contains(told), wrong.err.constData());
    QVERIFY(wrong.out.isEmpty());
}

void TestCli::failures_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("told");
    QTest::newRow("no such folder") << QStringList{u"import"_s, u"nowhere"_s, u"--store"_s, u"STORE"_s}
                                    << QByteArray("nowhere");
    QTest::newRow("no such archive") << QStringList{u"contacts"_s, u"nowhere"_s}
                                     << QByteArray("nowhere does not exist");
    QTest::newRow("no store") << QStringList{u"contacts"_s, u"ARCHIVE/call.txt"_s} << QByteArray("call.txt");
    QTest::newRow("rules") << QStringList{u"import"_s, u"ARCHIVE"_s, u"--store"_s,
                                          u"STORE"_s,  u"--rules"_s, u"nowhere"_s}
                           << QByteArray("nowhere");
    QTest::newRow("output") << QStringList{u"export"_s, u"ARCHIVE"_s, u"--store"_s,
                                           u"STORE"_s,  u"-o"_s,      u"nowhere/x.json"_s}
                            << QByteArray("nowhere/x.json");
    QTest::newRow("explain a folder") << QStringList{u"explain"_s, u"ARCHIVE"_s} << QByteArray("is not a file");
    QTest::newRow("verify before import")
        << QStringList{u"verify"_s, u"ARCHIVE"_s, u"--store"_s, u"STORE"_s} << QByteArray("was not imported");
}

void TestCli::failures()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, told);
    const Run wrong = run(arguments.replaceInStrings(u"ARCHIVE"_s, archive()).replaceInStrings(u"STORE"_s, store()));
    QCOMPARE(wrong.code, 1);
    QVERIFY2(wrong.err.contains(told), wrong.err.constData());
    QVERIFY2(wrong.out.isEmpty(), wrong.out.constData());
}

void TestCli::importTellsEveryFile()
{
    write(at(u"archive/empty.txt"_s), "");
    write(at(u"archive/picture.png"_s), QByteArray("\x89PNG\r\n\x1a\n\0\0", 10));
    QVERIFY(QFile::link(archive(), at(u"archive/b/loop"_s)));
    const Run import = run({u"import"_s, archive(), u"--store"_s, store()});
    QCOMPARE(import.code, 3);
    QVERIFY2(import.out.contains("5 files: 2 read, 1 empty, 1 unsupported, 1 excluded\n"), import.out.constData());
    QVERIFY2(import.out.contains("2 articles and 2 contacts in "), import.out.constData());
    QVERIFY(import.out.contains("b/loop: excluded: The link leads back to a folder above it.\n"));
    QVERIFY(import.out.contains("Limits: an article up to 64 MB, a collection of any size"));
    QVERIFY(import.out.contains("empty.txt: empty: The file is empty.\n"));
    QVERIFY(import.out.contains("picture.png: unsupported: Files of the format PNG image are not read"));
    QVERIFY2(import.err.isEmpty(), import.err.constData()); // no bar where there is no terminal
}

void TestCli::importAgain()
{
    QCOMPARE(run({u"import"_s, archive(), u"--store"_s, store(), u"--jobs"_s, u"2"_s}).code, 0);
    QVERIFY(QFile::remove(at(u"archive/call.txt"_s)));
    const Run again = run({u"import"_s, archive(), u"--store"_s, store()});
    QCOMPARE(again.code, 0);
    QVERIFY2(again.out.contains("0 read now, 1 unchanged since the last import, 1 gone\n"), again.out.constData());
    QVERIFY2(again.out.contains("1 articles and 1 contacts in "), again.out.constData());
}

/** A choice holds for later imports, too, until it is taken back. */
void TestCli::importInAChosenCharset()
{
    write(at(u"archive/b/old.txt"_s), "Report\n\nThe minister read the newspaper \xed\xc9\xd2 in the train to town. "
                                      "He had left the harbour late at night and was expected in the capital.\n");
    const QStringList articles{u"articles"_s, archive(), u"--store"_s, store(), u"--filter"_s, u"\"Мир\""_s};
    QVERIFY(!run(articles).out.contains("old.txt"));
    const QStringList import{u"import"_s, archive(), u"--store"_s, store(), u"--charset"_s};
    QCOMPARE(run(import + QStringList{u"b/old.txt=koi8-r"_s}).code, 0);
    QVERIFY(run(articles).out.contains("old.txt"));
    QCOMPARE(run(import + QStringList{u"b/old.txt=auto"_s}).code, 0);
    QVERIFY(!run(articles).out.contains("old.txt"));
}

void TestCli::folderIsNotWrittenTo()
{
    QVERIFY(run({u"export"_s, archive(), u"--store"_s, store()}).code == 0);
    QStringList names;
    QDirIterator entries(archive(), QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                         QDirIterator::Subdirectories);
    while (entries.hasNext())
        names.append(QDir(archive()).relativeFilePath(entries.next()));
    names.sort();
    QCOMPARE(names, (QStringList{u"b"_s, u"b/meeting.txt"_s, u"call.txt"_s}));
}

void TestCli::exportIsValid()
{
    const Run all = run({u"export"_s, archive(), u"--store"_s, store()});
    QCOMPARE(all.code, 0);
    const QJsonObject exported = QJsonDocument::fromJson(all.out).object();
    const QJsonObject schema = QJsonDocument::fromJson(contents(QStringLiteral(DRAGOMAN_SCHEMA))).object();
    QCOMPARE(test::schemaFaults(exported, schema), QStringList());
    QCOMPARE(exported[u"articles"_s].toArray().size(), 2);
    const QJsonArray contacts = exported[u"contacts"_s].toArray();
    QCOMPARE(contacts.size(), 2);
    QCOMPARE(contacts[0][u"kind"_s].toString(), u"meeting"_s);
    QCOMPARE(contacts[0][u"date"_s].toString(), u"2031-04-07"_s);
    QCOMPARE(contacts[1][u"kind"_s].toString(), u"call"_s);
    // The same through the store, into a file.
    QCOMPARE(run({u"export"_s, store(), u"-o"_s, at(u"out.json"_s)}).code, 0);
    QCOMPARE(contents(at(u"out.json"_s)), all.out);
}

void TestCli::exportsAreEqual()
{
    const Run first = run({u"export"_s, archive(), u"--store"_s, store(), u"--jobs"_s, u"1"_s});
    const Run second = run({u"export"_s, archive(), u"--store"_s, at(u"other.sqlite"_s), u"--jobs"_s, u"2"_s});
    QVERIFY(first.out.size() > 1000);
    QCOMPARE(second.out, first.out);
}

void TestCli::exportFilters()
{
    const Run calls = run({u"export"_s, archive(), u"--store"_s, store(), u"--filter"_s, u"kind:call"_s});
    QCOMPARE(calls.code, 0);
    const QJsonObject exported = QJsonDocument::fromJson(calls.out).object();
    QCOMPARE(exported[u"contacts"_s].toArray().size(), 1);
    QCOMPARE(exported[u"articles"_s].toArray().size(), 1);
}

void TestCli::lists()
{
    const Run table = run({u"contacts"_s, archive(), u"--store"_s, store()});
    QCOMPARE(table.code, 0);
    QVERIFY(table.out.startsWith("date        kind     status"));
    QCOMPARE(table.out.count('\n'), 3);
    const Run tsv = run({u"people"_s, store(), u"--format"_s, u"tsv"_s});
    const QList<QByteArray> lines = tsv.out.split('\n');
    QCOMPARE(lines[0], "name\tcountry\tcontacts\tarticles\tfirst\tlast\toffices\tspellings");
    QVERIFY2(lines[2].startsWith("Rufus Firefly\tFR\t2\t2\t2031-04-07\t2031-04-09\t"), lines[2].constData());
    const Run json = run({u"articles"_s, store(), u"--format"_s, u"json"_s});
    const QJsonArray articles = QJsonDocument::fromJson(json.out).array();
    QCOMPARE(articles.size(), 2);
    QCOMPARE(articles[0][u"path"_s].toString(), u"b/meeting.txt"_s);
    QCOMPARE(articles[0][u"source"_s].toString(), u"Swiss News Agency"_s);
    QCOMPARE(articles[1][u"published"_s].toString(), u"2031-04-09"_s);
    QCOMPARE(articles[1][u"contacts"_s].toInt(), 1);
    const Run none = run({u"contacts"_s, store(), u"--filter"_s, u"kind:visit"_s, u"--format"_s, u"json"_s});
    QCOMPARE(none.code, 0);
    QVERIFY(QJsonDocument::fromJson(none.out).isArray());
}

void TestCli::noEscapeSequences()
{
    write(at(u"archive/\x1b[31mred.txt"_s),
          "\x1b[31mRed headline\x1b[0m\n\nThe weather was fair in the whole country today.\n");
    for (const QString &command : {u"import"_s, u"articles"_s}) {
        const Run listed = run({command, archive(), u"--store"_s, store()});
        QCOMPARE(listed.code, 0);
        QVERIFY(!listed.out.contains('\x1b'));
    }
}

void TestCli::explains()
{
    const Run explained = run({u"explain"_s, at(u"archive/b/meeting.txt"_s)});
    QCOMPARE(explained.code, 0);
    QVERIFY(explained.out.contains("title      Freedonia, Sylvania foreign ministers meet\n"));
    QVERIFY(explained.out.contains("source     Swiss News Agency\n"));
    QVERIFY(explained.out.contains("published  2031-04-08\n"));
    QVERIFY(explained.out.contains("Rufus Firefly"));
}

void TestCli::ownRules()
{
    const QString story = at(u"archive/visit.txt"_s);
    write(story,
          "ANKARA, April 9, 2031 (AA) - French Foreign Minister Rufus Firefly met the Turkish defence minister in "
          "Ankara on Wednesday.\n");
    const QByteArray home = qgetenv("XDG_DATA_HOME");
    qputenv("XDG_DATA_HOME", at(u"home"_s).toUtf8());
    QVERIFY(!run({u"explain"_s, story}).out.contains("Chicolini"));
    const QString table = u"/lexicon/world/people.tsv"_s;
    write(at(u"home/dragoman/rules"_s) + table, "Leo Chicolini\tTR\tDefence Minister\t2030\t\n");
    const Run explained = run({u"explain"_s, story});
    const Run listed = run({u"people"_s, archive(), u"--store"_s, store(), u"--format"_s, u"tsv"_s});
    write(at(u"home/dragoman/rules"_s) + table, "Leo Chicolini\tTR\tDefence Minister\tsoon\t\n");
    const Run wrong = run({u"explain"_s, story});
    qputenv("XDG_DATA_HOME", home);
    QVERIFY2(explained.out.contains("Leo Chicolini"), explained.out.constData());
    QVERIFY2(listed.out.contains("Leo Chicolini"), listed.out.constData());
    QCOMPARE(wrong.code, 1);
    QVERIFY2(wrong.err.contains("people.tsv:1"), wrong.err.constData());
}

void TestCli::verifies()
{
    QCOMPARE(run({u"import"_s, archive(), u"--store"_s, store()}).code, 0);
    const Run sound = run({u"verify"_s, archive(), u"--store"_s, store()});
    QCOMPARE(sound.code, 0);
    QVERIFY2(sound.out.startsWith("2 files, 2 articles and 2 pieces of evidence checked in "), sound.out.constData());
    write(at(u"archive/call.txt"_s), "something else");
    const Run changed = run({u"verify"_s, store()});
    QCOMPARE(changed.code, 0);
    QVERIFY2(changed.out.contains("call.txt has changed since it was read"), changed.out.constData());
}

void TestCli::verifyFindsDamage()
{
    for (int i = 0; i < 60; ++i)
        write(at(u"archive/more/%1.txt"_s.arg(i)),
              call + QByteArray::number(i) + " notes were taken by the two sides.\n");
    QCOMPARE(run({u"import"_s, archive(), u"--store"_s, store()}).code, 0);
    QFile file(store());
    QVERIFY(file.open(QIODevice::ReadWrite));
    const qint64 size = file.size();
    for (qint64 page = 4; page * 4096 + 512 < size; page += 3) {
        QVERIFY(file.seek(page * 4096));
        file.write(QByteArray(512, '\x5a'));
    }
    file.close();
    const Run damaged = run({u"verify"_s, store()});
    QVERIFY2(damaged.code == 4 || damaged.code == 1, qPrintable(QString::number(damaged.code)));
    QVERIFY(!damaged.out.contains("is sound"));
}

void TestCli::repairs()
{
    for (int i = 0; i < 60; ++i)
        write(at(u"archive/more/%1.txt"_s.arg(i)),
              call + QByteArray::number(i) + " notes were taken by the two sides.\n");
    QCOMPARE(run({u"import"_s, archive(), u"--store"_s, store()}).code, 0);
    const Run sound = run({u"repair"_s, archive(), u"--store"_s, store()});
    QVERIFY2(sound.code == 0 && sound.out.contains("nothing was changed"), (sound.out + sound.err).constData());
    const QByteArray before = run({u"export"_s, store()}).out;
    {
        QFile file(store());
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(file.size() / 3));
        QVERIFY(file.write(QByteArray(file.size() / 3, '\x5a')) > 0);
    }
    const Run repaired = run({u"repair"_s, archive(), u"--store"_s, store()});
    QVERIFY2(repaired.code == 0, (repaired.out + repaired.err).constData());
    QVERIFY2(repaired.out.contains("was renamed to"), repaired.out.constData());
    QVERIFY(!QDir(m_folder->path()).entryList({u"store.sqlite.damaged-*"_s}, QDir::Files).isEmpty());
    QCOMPARE(run({u"import"_s, archive(), u"--store"_s, store()}).code, 0);
    QCOMPARE(run({u"export"_s, store()}).out, before);
}

void TestCli::renamedAndEmptied()
{
    QCOMPARE(run({u"import"_s, archive(), u"--store"_s, store()}).code, 0);
    QVERIFY(QFile::rename(at(u"archive/call.txt"_s), at(u"archive/other.txt"_s)));
    const Run renamed = run({u"import"_s, archive(), u"--store"_s, store()});
    QCOMPARE(renamed.code, 0);
    QVERIFY2(renamed.out.contains("0 gone, 1 renamed\n"), renamed.out.constData());
    QVERIFY2(renamed.out.contains("other.txt: renamed from call.txt\n"), renamed.out.constData());
    QVERIFY(QFile::remove(at(u"archive/other.txt"_s)) && QFile::remove(at(u"archive/b/meeting.txt"_s)));
    const Run emptied = run({u"import"_s, archive(), u"--store"_s, store()});
    QCOMPARE(emptied.code, 1);
    QVERIFY2(emptied.err.contains("is empty now"), emptied.err.constData());
    const Run forgotten = run({u"import"_s, archive(), u"--store"_s, store(), u"--forget"_s});
    QCOMPARE(forgotten.code, 0);
    QVERIFY2(forgotten.out.contains("2 gone\n0 articles"), forgotten.out.constData());
}

void TestCli::interrupt()
{
    for (int i = 0; i < 600; ++i)
        write(at(u"archive/many/%1.txt"_s.arg(i)),
              meeting + QByteArray::number(i) + " notes were taken by the two sides.\n");
    QProcess process;
    process.start(QStringLiteral(DRAGOMAN_CLI), {u"import"_s, archive(), u"--store"_s, store()});
    QVERIFY(process.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(store() + u"-wal"_s).size() > 0 || process.state() == QProcess::NotRunning,
                             60'000);
    if (process.state() == QProcess::NotRunning)
        QSKIP("The import was over before it could be interrupted.");
    QCOMPARE(::kill(static_cast<pid_t>(process.processId()), SIGINT), 0);
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 130);
    QVERIFY(process.readAllStandardError().contains("Stopped"));
    const Run sound = run({u"verify"_s, store()});
    QVERIFY2(sound.code == 0, (sound.out + sound.err).constData());
    const Run rest = run({u"import"_s, archive(), u"--store"_s, store()});
    QCOMPARE(rest.code, 0);
    QVERIFY2(rest.out.contains("602 articles"), rest.out.constData());
}

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
