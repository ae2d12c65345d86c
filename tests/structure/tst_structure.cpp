// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QString source = QStringLiteral(DRAGOMAN_SOURCE);
constexpr int longFile = 400;

/** What the sources of a folder may include besides their own: folders, or single headers. */
struct Layer
{
    QString folder;
    QStringList mayInclude;
};

/** The arrows of the design: everything points down and left, no view knows another, only the store says SQL. */
const QList<Layer> &layers()
{
    static const QStringList view{u"domain"_s, u"models"_s, u"state"_s, u"widgets"_s, u"store/storetypes.h"_s};
    static const QList<Layer> table{
        {u"app/domain"_s, {}},
        {u"app/ingest"_s, {u"domain"_s}},
        {u"app/extract"_s, {u"domain"_s}},
        {u"app/store"_s, {u"domain"_s}},
        {u"app/session"_s, {u"domain"_s, u"ingest"_s, u"extract"_s, u"store"_s}},
        {u"app/cli"_s, {u"domain"_s, u"ingest"_s, u"extract"_s, u"store"_s, u"session"_s}},
        {u"ui/state"_s, {u"domain"_s}},
        {u"ui/models"_s, {u"domain"_s, u"session"_s, u"store"_s}},
        {u"ui/widgets"_s, {u"domain"_s, u"models"_s, u"state"_s, u"store/storetypes.h"_s}},
        {u"ui/articles"_s, view},
        {u"ui/timeline"_s, view},
        {u"ui/people"_s, view},
        {u"ui/reader"_s, view},
        {u"ui/charts"_s, view},
        {u"ui/why"_s, view + QStringList{u"session/explained.h"_s}},
        {u"ui/shell"_s,
         {u"domain"_s, u"session"_s, u"models"_s, u"state"_s, u"widgets"_s, u"articles"_s, u"timeline"_s, u"people"_s,
          u"reader"_s, u"charts"_s, u"why"_s, u"store/storetypes.h"_s}},
        {u"ui"_s, {u"shell"_s, u"state"_s, u"widgets"_s}},
    };
    return table;
}

/** Qt classes that stay in their place: where a header that matches may be included, everywhere else it may not. */
struct Reserved
{
    QRegularExpression pattern;
    QStringList folders;
    QString reason;
};

const QList<Reserved> &reserved()
{
    static const QList<Reserved> table{
        {QRegularExpression(u"^QSql"_s), {u"app/store"_s}, u"only the store says SQL"_s},
        {QRegularExpression(u"^Q(Tcp|Udp|Ssl|Network|WebSocket|HttpMultiPart|DnsLookup|LocalSocket|LocalServer)"_s),
         {},
         u"there is no network code"_s},
        {QRegularExpression(
             u"^Q(Widget|Application|Dialog|MainWindow|Label|Layout|TableView|ListView|TreeView|AbstractItemView)$"_s),
         {u"ui/widgets"_s, u"ui/articles"_s, u"ui/timeline"_s, u"ui/people"_s, u"ui/reader"_s, u"ui/charts"_s,
          u"ui/why"_s, u"ui/shell"_s, u"ui"_s, u"ui/state"_s},
         u"only views know widgets"_s},
        {QRegularExpression(u"^Q(Color|Palette|Brush|Pen|Font|Icon|Pixmap)$"_s),
         {u"ui/state"_s, u"ui/widgets"_s, u"ui/articles"_s, u"ui/timeline"_s, u"ui/people"_s, u"ui/reader"_s,
          u"ui/charts"_s, u"ui/why"_s, u"ui/shell"_s, u"ui"_s},
         u"only views and the theme know colours"_s},
    };
    return table;
}

QStringList filesOf(const QString &folder, const QStringList &patterns)
{
    QStringList files;
    QDirIterator entries(source + u'/' + folder, patterns, QDir::Files, QDirIterator::Subdirectories);
    while (entries.hasNext())
        files.append(entries.next().mid(source.size() + 1));
    files.sort();
    return files;
}

QStringList linesOf(const QString &file)
{
    QFile device(source + u'/' + file);
    return device.open(QIODevice::ReadOnly) ? QString::fromUtf8(device.readAll()).split(u'\n') : QStringList();
}

QString folderOf(const QString &file)
{
    return file.section(u'/', 0, -2);
}

QStringList codeFiles()
{
    const QStringList patterns{u"*.cpp"_s, u"*.h"_s};
    return filesOf(u"app"_s, patterns) + filesOf(u"ui"_s, patterns) + filesOf(u"tests"_s, patterns);
}

const Layer *layerOf(const QString &folder)
{
    const auto &table = layers();
    const auto found =
        std::find_if(table.begin(), table.end(), [&folder](const Layer &layer) { return layer.folder == folder; });
    return found == table.end() ? nullptr : &*found;
}

/** Whether a file of the folder may include "part/header.h". */
bool mayInclude(const QString &folder, const QString &header)
{
    const Layer *layer = layerOf(folder);
    const QString part = header.section(u'/', 0, 0);
    return layer &&
           (part == folder.section(u'/', -1) || layer->mayInclude.contains(part) || layer->mayInclude.contains(header));
}

/** Why a file of the folder may not include <header>; empty if it may. */
QString refusal(const QString &folder, const QString &header)
{
    if (header.isEmpty())
        return {};
    for (const Reserved &rule : reserved()) {
        if (!rule.folders.contains(folder) && rule.pattern.match(header).hasMatch())
            return rule.reason;
    }
    return {};
}

} // namespace

/** Holds the sources to the map of the design. */
class TestStructure : public QObject
{
    Q_OBJECT
private slots:
    void tableIsStrict();
    void includes_data();
    void includes();
    void everyFileIsListed();
    void licences();
    void lengths();
};

void TestStructure::tableIsStrict()
{
    QVERIFY(mayInclude(u"app/session"_s, u"store/storereader.h"_s));
    QVERIFY(mayInclude(u"ui/reader"_s, u"reader/readerview.h"_s));
    QVERIFY(!mayInclude(u"app/ingest"_s, u"extract/extractor.h"_s));
    QVERIFY(!mayInclude(u"app/store"_s, u"ingest/folder.h"_s));
    QVERIFY(!mayInclude(u"app/domain"_s, u"session/archive.h"_s));
    QVERIFY(!mayInclude(u"ui/timeline"_s, u"people/peopleview.h"_s));
    QVERIFY(!mayInclude(u"ui/state"_s, u"models/viewcontext.h"_s));
    QVERIFY(!mayInclude(u"ui/charts"_s, u"store/storereader.h"_s));
    QVERIFY(refusal(u"app/store"_s, u"QSqlQuery"_s).isEmpty());
    QVERIFY(!refusal(u"app/session"_s, u"QSqlQuery"_s).isEmpty());
    QVERIFY(!refusal(u"ui/shell"_s, u"QNetworkAccessManager"_s).isEmpty());
    QVERIFY(!refusal(u"ui/models"_s, u"QColor"_s).isEmpty());
}

void TestStructure::includes_data()
{
    QTest::addColumn<QString>("folder");
    QStringList folders;
    const QStringList files = codeFiles();
    for (const QString &file : files) {
        const QString folder = folderOf(file);
        if (!folder.startsWith(u"tests"_s) && !folders.contains(folder))
            folders.append(folder);
    }
    QVERIFY(folders.size() >= 14);
    for (const QString &folder : folders)
        QTest::newRow(qPrintable(folder)) << folder;
}

void TestStructure::includes()
{
    QFETCH(QString, folder);
    static const QRegularExpression own(u"^#include \"([^\"]+)\""_s);
    static const QRegularExpression foreign(u"^#include <([^>]+)>"_s);
    QVERIFY2(layerOf(folder), "the folder is not in the table of this test");
    QStringList faults;
    const QStringList files = filesOf(folder, {u"*.cpp"_s, u"*.h"_s});
    for (const QString &file : files) {
        if (folderOf(file) != folder)
            continue;
        const QStringList lines = linesOf(file);
        for (const QString &line : lines) {
            if (!line.startsWith(u'#'))
                continue;
            const QString header = own.match(line).captured(1);
            if (header.contains(u'/') && !mayInclude(folder, header))
                faults.append(u"%1 includes %2"_s.arg(file, header));
            if (const QString reason = refusal(folder, foreign.match(line).captured(1)); !reason.isEmpty())
                faults.append(u"%1: %2, but %3"_s.arg(file, line, reason));
        }
    }
    QCOMPARE(faults.join(u'\n'), QString());
}

void TestStructure::everyFileIsListed()
{
    QStringList faults;
    const QStringList files = codeFiles();
    QHash<QString, QString> lists;
    for (const QString &file : files) {
        const QString folder = folderOf(file);
        if (!lists.contains(folder))
            lists.insert(folder, linesOf(folder + u"/CMakeLists.txt"_s).join(u'\n'));
        const QString name = file.section(u'/', -1);
        const QRegularExpression word(u"(?<![\\w.])"_s + QRegularExpression::escape(name) + u"(?![\\w.])"_s);
        // Headers of tests, and those that only a private source includes, need not be listed.
        if (name.endsWith(u".cpp"_s) && !word.match(lists.value(folder)).hasMatch())
            faults.append(file + u" is not built"_s);
    }
    QCOMPARE(faults.join(u'\n'), QString());
}

void TestStructure::licences()
{
    const QString mark = u"SPDX-License-Identifier: GPL-3.0-or-later"_s;
    const QStringList cmake =
        filesOf(u"app"_s, {u"CMakeLists.txt"_s}) + filesOf(u"ui"_s, {u"CMakeLists.txt"_s}) +
        filesOf(u"tests"_s, {u"CMakeLists.txt"_s}) +
        filesOf(u"packaging"_s, {u"CMakeLists.txt"_s, u"*.cmake"_s, u"run"_s, u"test"_s, u"*.sh"_s, u"*.py"_s});
    QStringList faults;
    const QStringList files = codeFiles() + cmake;
    for (const QString &file : files) {
        const QStringList lines = linesOf(file);
        const bool script = lines.value(0).startsWith(u"#!"_s);
        if (!lines.value(script ? 1 : 0).contains(mark))
            faults.append(file);
    }
    QCOMPARE(faults.join(u'\n'), QString());
    QVERIFY(files.size() > 100);
}

void TestStructure::lengths()
{
    const QStringList files = codeFiles();
    for (const QString &file : files) {
        const qsizetype length = linesOf(file).size();
        if (length > longFile)
            qInfo("%s has %lld lines: is there a natural seam?", qPrintable(file), static_cast<long long>(length));
        QVERIFY2(length <= 3 * longFile, qPrintable(file));
    }
}

QTEST_GUILESS_MAIN(TestStructure)
#include "tst_structure.moc"
