// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/storewriter.h"
#include "support/resulttest.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace dragoman;
using namespace Qt::StringLiterals;

namespace {

const QString packaging = QStringLiteral(DRAGOMAN_SOURCE "/packaging");

/** How a program ended, with all that it printed. */
struct Run
{
    int code = -1;
    QByteArray out;
};

Run run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (!process.waitForFinished(280'000))
        return {-1, "did not end"};
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2, process.readAll()};
}

bool isThere(const QString &program)
{
    return !QStandardPaths::findExecutable(program).isEmpty();
}

} // namespace

/** What is installed: the files that tell the desktop of the program, and the Debian package. */
class TestPackage : public QObject
{
    Q_OBJECT
private slots:
    void desktopEntry();
    void metainfo();
    void mimeType();
    void packageList();
    void scripts();
    void debianPackage();

private:
    void checkContents(const QString &root);
};

void TestPackage::desktopEntry()
{
    if (!isThere(u"desktop-file-validate"_s))
        QSKIP("desktop-file-validate is not installed.");
    const Run checked = run(u"desktop-file-validate"_s, {packaging + u"/org.dragoman.dragoman.desktop"_s});
    QVERIFY2(checked.code == 0 && checked.out.isEmpty(), checked.out.constData());
}

void TestPackage::metainfo()
{
    if (!isThere(u"appstreamcli"_s))
        QSKIP("appstreamcli is not installed.");
    const Run checked =
        run(u"appstreamcli"_s, {u"validate"_s, u"--no-net"_s, packaging + u"/org.dragoman.dragoman.metainfo.xml"_s});
    QVERIFY2(checked.code == 0, checked.out.constData());
    QVERIFY2(!checked.out.contains("W:"), checked.out.constData());
}

void TestPackage::mimeType()
{
    QFile file(packaging + u"/org.dragoman.dragoman.xml"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(&file);
    QHash<int, QByteArray> magic;
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == u"match"_s)
            magic.insert(xml.attributes().value(u"offset"_s).toInt(), xml.attributes().value(u"value"_s).toUtf8());
    }
    QVERIFY(!xml.hasError());
    QCOMPARE(magic.size(), 2);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"store"_s);
    VERIFY_RESULT(StoreWriter::open(path));
    QFile store(path);
    QVERIFY(store.open(QIODevice::ReadOnly));
    const QByteArray head = store.read(100);
    for (auto it = magic.cbegin(); it != magic.cend(); ++it)
        QCOMPARE(head.mid(it.key(), it.value().size()), it.value());
}

void TestPackage::packageList()
{
    QFile file(packaging + u"/debian-packages.txt"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    static const QRegularExpression name(u"^[a-z0-9][a-z0-9.+-]+$"_s);
    int count = 0;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        if (line.startsWith(u'#'))
            continue;
        QVERIFY2(name.match(line).hasMatch(), qPrintable(line));
        ++count;
    }
    QVERIFY(count >= 5);
}

void TestPackage::scripts()
{
    for (const char *script : {"run", "test", "setup.sh", "../.ci/run"}) {
        const QString path = packaging + u'/' + QLatin1StringView(script);
        const Run checked = run(u"bash"_s, {u"-n"_s, path});
        QVERIFY2(checked.code == 0, checked.out.constData());
        QVERIFY2(path.endsWith(u".sh"_s) || QFileInfo(path).isExecutable(), script);
    }
}

void TestPackage::checkContents(const QString &root)
{
    for (const char *path :
         {"bin/dragoman", "bin/dragoman-cli", "share/applications/org.dragoman.dragoman.desktop",
          "share/metainfo/org.dragoman.dragoman.metainfo.xml", "share/mime/packages/org.dragoman.dragoman.xml",
          "share/icons/hicolor/scalable/apps/org.dragoman.dragoman.svg", "share/dragoman/schema/export.schema.json",
          "share/dragoman/sample/2025/03-qingdao-talks.txt", "share/man/man1/dragoman.1.gz",
          "share/man/man1/dragoman-cli.1.gz", "share/doc/dragoman/copyright"})
        QVERIFY2(QFileInfo::exists(root + u"/usr/"_s + QLatin1StringView(path)), path);
    QCOMPARE(run(root + u"/usr/bin/dragoman-cli"_s, {u"--version"_s}).out, "dragoman-cli " DRAGOMAN_VERSION "\n");
    const Run window = run(root + u"/usr/bin/dragoman"_s, {u"--version"_s});
    QVERIFY2(window.code == 0 && window.out.contains(DRAGOMAN_VERSION), window.out.constData());
    const Run articles =
        run(root + u"/usr/bin/dragoman-cli"_s, {u"articles"_s, root + u"/usr/share/dragoman/sample"_s, u"--store"_s,
                                                root + u"/store.sqlite"_s, u"--format"_s, u"json"_s});
    QVERIFY2(articles.code == 0, articles.out.constData());
    QVERIFY(QJsonDocument::fromJson(articles.out).array().size() >= 30);
}

void TestPackage::debianPackage()
{
    if (!isThere(u"dpkg-deb"_s) || !isThere(u"dpkg-shlibdeps"_s))
        QSKIP("The tools of Debian packages (dpkg-dev) are not installed.");
    const QTemporaryDir folder;
    const Run packed = run(QStringLiteral(DRAGOMAN_CPACK), {u"-G"_s, u"DEB"_s, u"-B"_s, folder.path(), u"--config"_s,
                                                            QStringLiteral(DRAGOMAN_BUILD "/CPackConfig.cmake")});
    QVERIFY2(packed.code == 0, packed.out.constData());
    const QStringList packages = QDir(folder.path()).entryList({u"dragoman_*.deb"_s});
    QCOMPARE(packages.size(), 1);
    const QString package = folder.filePath(packages.first());
    QCOMPARE(run(u"dpkg-deb"_s, {u"-f"_s, package, u"Package"_s}).out, "dragoman\n");
    QCOMPARE(run(u"dpkg-deb"_s, {u"-f"_s, package, u"Version"_s}).out, DRAGOMAN_VERSION "\n");
    const QByteArray needs = run(u"dpkg-deb"_s, {u"-f"_s, package, u"Depends"_s}).out;
    for (const char *need : {"libqt6sql6-sqlite", "libqt6widgets6", "libqt6charts6", "libqt6svg6", "libc6"})
        QVERIFY2(needs.contains(need), needs.constData());
    const QString root = folder.filePath(u"root"_s);
    QCOMPARE(run(u"dpkg-deb"_s, {u"-x"_s, package, root}).code, 0);
    checkContents(root);
}

QTEST_GUILESS_MAIN(TestPackage)
#include "tst_package.moc"
