// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/folder.h"
#include "support/resulttest.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace dragoman;
using namespace Qt::StringLiterals;

namespace {

void write(const QString &path, const QByteArray &bytes)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QStringList paths(const Walk &walk)
{
    QStringList result;
    for (const FoundFile &file : walk.files)
        result.append(file.path);
    return result;
}

/** "path: word of the state: reason" of the entries that ended at the walk. */
QStringList endings(const Walk &walk)
{
    QStringList result;
    for (const FileEntry &entry : walk.ended)
        result.append(u"%1: %2: %3"_s.arg(entry.path, toWord(entry.state), entry.reason));
    return result;
}

} // namespace

/** Walking a folder and reading its files, with all that can be wrong with them. */
class TestFolder : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void noFolder();
    void order();
    void deep();
    void links();
    void notFiles();
    void unreadable();
    void stops();
    void reads();
    void sameBytesAfterDecoding();
    void refuses_data();
    void refuses();
    void linkPutInItsPlace();

private:
    [[nodiscard]] QString at(const QString &path) const { return m_folder->filePath(path); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestFolder::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestFolder::noFolder()
{
    QVERIFY(walkFolder(at(u"nothing"_s)).error().message().contains(u"does not exist"_s));
    write(at(u"file.txt"_s), "text");
    QVERIFY(walkFolder(at(u"file.txt"_s)).error().message().contains(u"is not a folder"_s));
}

void TestFolder::order()
{
    for (const QString &name : {u"b.txt"_s, u"a/z.txt"_s, u"a/b/c.txt"_s, u"a.txt"_s, u"Ü.txt"_s, u"B.txt"_s})
        write(at(name), "x");
    const auto walk = walkFolder(m_folder->path());
    VERIFY_RESULT(walk);
    QCOMPARE(paths(walk.value()),
             (QStringList{u"B.txt"_s, u"a.txt"_s, u"a/b/c.txt"_s, u"a/z.txt"_s, u"b.txt"_s, u"Ü.txt"_s}));
    QCOMPARE(walk.value().files[0].size, 1);
    QVERIFY(walk.value().files[0].modified > 0);
    QVERIFY(walk.value().ended.isEmpty());
    QCOMPARE(paths(walkFolder(m_folder->path()).value()), paths(walk.value()));
}

void TestFolder::deep()
{
    const QString path = u"d/"_s.repeated(400) + u"x.txt"_s;
    write(at(path), "x");
    QCOMPARE(paths(walkFolder(m_folder->path()).value()), QStringList{path});
}

void TestFolder::links()
{
    const QTemporaryDir outside;
    write(outside.filePath(u"o.txt"_s), "outside");
    write(at(u"in/a.txt"_s), "inside");
    QVERIFY(QFile::link(m_folder->path(), at(u"in/up"_s)));
    QVERIFY(QFile::link(at(u"in"_s), at(u"in/self"_s)));
    QVERIFY(QFile::link(outside.filePath(u"o.txt"_s), at(u"out.txt"_s)));
    QVERIFY(QFile::link(outside.path(), at(u"out"_s)));
    QVERIFY(QFile::link(at(u"in/a.txt"_s), at(u"twice.txt"_s)));
    QVERIFY(QFile::link(at(u"gone"_s), at(u"dangling"_s)));
    QVERIFY(QFile::link(u"circle"_s, at(u"circle"_s)));
    const Walk walk = walkFolder(m_folder->path()).value();
    QCOMPARE(paths(walk), QStringList{u"in/a.txt"_s});
    const QStringList told = endings(walk);
    QCOMPARE(told.size(), 7);
    QCOMPARE(told[0], u"circle: excluded: The link points to nothing, or to itself."_s);
    QCOMPARE(told[1], u"dangling: excluded: The link points to nothing, or to itself."_s);
    QCOMPARE(told[2], u"in/self: excluded: The link leads back to a folder above it."_s);
    QCOMPARE(told[3], u"in/up: excluded: The link leads back to a folder above it."_s);
    QVERIFY(told[4].startsWith(u"out: excluded: The link leads out of the folder"_s));
    QVERIFY(told[5].startsWith(u"out.txt: excluded: The link leads out of the folder"_s));
    QCOMPARE(told[6], u"twice.txt: excluded: The link points to in/a.txt, which is read under that name."_s);
}

void TestFolder::notFiles()
{
    QCOMPARE(mkfifo(QFile::encodeName(at(u"pipe"_s)).constData(), 0600), 0);
    write(at(u".hidden.txt"_s), "x");
    write(at(u".git/config"_s), "x");
    const Walk walk = walkFolder(m_folder->path()).value();
    QVERIFY(walk.files.isEmpty());
    QCOMPARE(endings(walk), (QStringList{u".git: excluded: Hidden files and folders are left out."_s,
                                         u".hidden.txt: excluded: Hidden files and folders are left out."_s,
                                         u"pipe: excluded: This is a pipe, a socket or a device, not a file."_s}));
}

void TestFolder::unreadable()
{
    if (geteuid() == 0)
        QSKIP("The superuser may read everything.");
    write(at(u"closed/a.txt"_s), "x");
    write(at(u"b.txt"_s), "x");
    QVERIFY(QFile::setPermissions(at(u"b.txt"_s), QFileDevice::Permissions()));
    QVERIFY(QFile::setPermissions(at(u"closed"_s), QFileDevice::Permissions()));
    const Walk walk = walkFolder(m_folder->path()).value();
    QVERIFY(QFile::setPermissions(at(u"closed"_s),
                                  QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner));
    QCOMPARE(walk.ended.size(), 1);
    QCOMPARE(walk.ended[0].state, FileState::Failed);
    const ReadOutcome outcome = readFile(m_folder->path(), walk.files.at(0));
    QCOMPARE(outcome.entry.state, FileState::Failed);
    QVERIFY(outcome.entry.reason.contains(u"cannot be opened"_s));
}

void TestFolder::stops()
{
    write(at(u"a/b/c.txt"_s), "x");
    int asked = 0;
    const Walk walk = walkFolder(m_folder->path(), [&asked] { return ++asked > 1; }).value();
    QVERIFY(walk.files.isEmpty());
    QCOMPARE(asked, 2);
}

void TestFolder::reads()
{
    const QByteArray bytes =
        " date 2031-04-05 BERN (ATS) – President Rufus Firefly received Ambassador Trentino on Monday.\n";
    write(at(u"year/a"_s), bytes);
    const Walk walk = walkFolder(m_folder->path()).value();
    const ReadOutcome outcome = readFile(m_folder->path(), walk.files.at(0));
    QCOMPARE(outcome.entry, (FileEntry{u"year/a"_s, FileState::Read, QString(), bytes.size(), walk.files[0].modified}));
    QCOMPARE(outcome.articles.size(), 1);
    const Article &article = outcome.articles[0];
    QCOMPARE(article.published, QDate(2031, 4, 5));
    QCOMPARE(article.source, u"Swiss News Agency"_s);
    QCOMPARE(article.dateline, u"BERN"_s);
    const Provenance expected{u"year/a"_s,
                              QString(),
                              u"text"_s,
                              u"UTF-8"_s,
                              QCryptographicHash::hash(bytes, QCryptographicHash::Sha1),
                              bytes.size(),
                              walk.files[0].modified};
    QCOMPARE(article.provenance, expected);
}

void TestFolder::sameBytesAfterDecoding()
{
    const QByteArray bytes = QByteArray("\xef\xbb\xbf") +
                             "Headline\r\n\r\nThe president of Freedonia met the ambassador. \xf0\x9d\x94\x8a\r\n";
    write(at(u"a.txt"_s), bytes);
    const ReadOutcome outcome = readFile(m_folder->path(), {u"a.txt"_s, bytes.size(), 0});
    QCOMPARE(outcome.articles.at(0).body.toUtf8(), bytes);
}

void TestFolder::refuses_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("reason");
    QTest::newRow("empty") << u"a.txt"_s << QByteArray() << u"empty"_s << u"The file is empty."_s;
    QTest::newRow("blank") << u"a.txt"_s << QByteArray(" \n\t\r\n") << u"empty"_s << u"The file is empty."_s;
    QTest::newRow("binary") << u"a.txt"_s << QByteArray("a\0b", 3) << u"unsupported"_s
                            << u"The file is not text, and its format is not known."_s;
    QTest::newRow("by first bytes") << u"a.txt"_s << QByteArray("GIF89a ...") << u"unsupported"_s
                                    << u"Files of the format GIF image are not read; save the article as plain text."_s;
    QTest::newRow("by suffix") << u"a.TEX"_s << QByteArray("\\section{text}") << u"unsupported"_s
                               << u"Files of the format TeX are not read; save the article as plain text."_s;
    QTest::newRow("too large") << u"a.txt"_s << QByteArray(2 * 1024 * 1024, 'x') << u"failed"_s
                               << u"It is larger than 1 MB; split it to have it read."_s;
}

void TestFolder::refuses()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, state);
    QFETCH(QString, reason);
    write(at(name), bytes);
    const ReadOutcome outcome = readFile(m_folder->path(), {name, bytes.size(), 7}, {1024 * 1024});
    QVERIFY(outcome.articles.isEmpty());
    QCOMPARE(toWord(outcome.entry.state), state);
    QCOMPARE(outcome.entry.reason, reason);
    QCOMPARE(outcome.entry.path, name);
    QCOMPARE(outcome.entry.modified, 7);
}

void TestFolder::linkPutInItsPlace()
{
    const QTemporaryDir outside;
    write(outside.filePath(u"o.txt"_s), "a secret that stands outside");
    QVERIFY(QFile::link(outside.filePath(u"o.txt"_s), at(u"a.txt"_s)));
    const ReadOutcome outcome = readFile(m_folder->path(), {u"a.txt"_s, 5, 0});
    QCOMPARE(outcome.entry.state, FileState::Failed);
    QVERIFY(outcome.articles.isEmpty());
    QCOMPARE(readFile(m_folder->path(), {u"../"_s + outside.path().section(u'/', -1) + u"/o.txt"_s, 5, 0}).entry.state,
             FileState::Failed);
}

QTEST_GUILESS_MAIN(TestFolder)
#include "tst_folder.moc"
