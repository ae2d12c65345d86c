// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/ruleset.h"
#include "ingest/folder.h"
#include "session/importer.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTextStream>

#include <sqlite3.h>

#include <memory>
#include <random>

#include <sys/resource.h>

using namespace dragoman;
using namespace Qt::StringLiterals;

namespace {

QTextStream &out()
{
    static QTextStream stream(stdout);
    return stream;
}

struct CloseStore
{
    void operator()(sqlite3 *store) const { sqlite3_close(store); }
};

struct EndStatement
{
    void operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }
};

using Store = std::unique_ptr<sqlite3, CloseStore>;
using Prepared = std::unique_ptr<sqlite3_stmt, EndStatement>;

Prepared prepare(const Store &store, const char *sql)
{
    sqlite3_stmt *statement = nullptr;
    sqlite3_prepare_v2(store.get(), sql, -1, &statement, nullptr);
    return Prepared(statement);
}

void bind(const Prepared &statement, int column, const QByteArray &text)
{
    sqlite3_bind_text(statement.get(), column, text.constData(), static_cast<int>(text.size()), SQLITE_STATIC);
}

void step(const Prepared &statement)
{
    sqlite3_step(statement.get());
    sqlite3_reset(statement.get());
}

/**
 * The floor: a bare program reads the files and puts path and text into one table with a full-text index, in
 * transactions of 500 files, with the settings that the store has.
 */
double floorSeconds(const QString &folder, const QString &file)
{
    QElapsedTimer timer;
    timer.start();
    sqlite3 *opened = nullptr;
    sqlite3_open(QFile::encodeName(file).constData(), &opened);
    const Store store(opened);
    for (const char *sql :
         {"PRAGMA page_size = 8192", "PRAGMA journal_mode = WAL", "PRAGMA synchronous = NORMAL",
          "PRAGMA cache_size = -65536", "CREATE TABLE articles(id INTEGER PRIMARY KEY, path TEXT, body TEXT)",
          "CREATE VIRTUAL TABLE words USING fts5(body, content='', tokenize='unicode61 remove_diacritics 2')", "BEGIN"})
        sqlite3_exec(store.get(), sql, nullptr, nullptr, nullptr);
    const Prepared put = prepare(store, "INSERT INTO articles(path, body) VALUES(?, ?)");
    const Prepared index = prepare(store, "INSERT INTO words(rowid, body) VALUES(last_insert_rowid(), ?)");
    const Result<Walk> walk = walkFolder(folder);
    int count = 0;
    for (const FoundFile &found : walk.value().files) {
        QFile device(folder + u'/' + found.path);
        if (!device.open(QIODevice::ReadOnly))
            continue;
        const QByteArray path = found.path.toUtf8();
        const QByteArray body = device.readAll();
        bind(put, 1, path);
        bind(put, 2, body);
        step(put);
        bind(index, 1, body);
        step(index);
        if (++count % 500 == 0)
            sqlite3_exec(store.get(), "COMMIT; BEGIN", nullptr, nullptr, nullptr);
    }
    sqlite3_exec(store.get(), "COMMIT", nullptr, nullptr, nullptr);
    return static_cast<double>(timer.elapsed()) / 1000;
}

/** An import that nobody watches. */
class Silent : public ImportHost
{
public:
    [[nodiscard]] bool stopRequested() const override { return false; }
    void reportProgress(const ImportProgress & /*progress*/) override {}
    void rowsChanged() override
    {
        if (firstRows < 0)
            firstRows = static_cast<double>(since.elapsed()) / 1000;
    }

    QElapsedTimer since;
    double firstRows = -1; ///< seconds until readers see the first rows
};

struct Imported
{
    double seconds = 0;
    double firstRows = 0;
    ImportReport report;
};

Imported imported(const QString &folder, const QString &store, const std::shared_ptr<const RuleSet> &rules)
{
    Silent host;
    host.since.start();
    ImportJob job;
    job.folder = folder;
    job.store = store;
    job.rules = rules;
    Imported result;
    result.report = Importer(std::move(job), host).run();
    result.seconds = static_cast<double>(host.since.elapsed()) / 1000;
    result.firstRows = host.firstRows;
    return result;
}

double megabytes(const QString &folder)
{
    double bytes = 0;
    const Result<Walk> walk = walkFolder(folder);
    for (const FoundFile &file : walk.value().files)
        bytes += static_cast<double>(file.size);
    return bytes / 1e6;
}

QString number(double value)
{
    return QString::number(value, 'f', 2);
}

/** Sentences of words drawn at random, always the same, so that no article is a copy of another. */
QByteArray drawnText(std::mt19937 &random, qsizetype length)
{
    static const QByteArrayList words{"harvest", "valley",  "market",  "trader", "river",  "report",
                                      "winter",  "price",   "bridge",  "school", "farmer", "orchard",
                                      "grain",   "village", "council", "road",   "summer", "mill",
                                      "garden",  "wool",    "field",   "autumn", "weaver", "cotton"};
    QByteArray text;
    while (text.size() < length) {
        text += "The " + words[random() % words.size()];
        for (int i = 0; i < 12; ++i)
            text += " of the " + words[random() % words.size()];
        text += " was good. ";
    }
    return text;
}

/** A meeting on one of many days between two of many people. */
QByteArray drawnMeeting(std::mt19937 &random)
{
    static const QByteArrayList names{"Aksoylu", "Baranlar", "Cevheri",  "Demirtay", "Ersanli", "Gokalpli",
                                      "Halimov", "Karimli",  "Lutfiyev", "Mirzayan", "Nazarli", "Orkunlu"};
    static const QByteArrayList months{"January", "March", "May", "July", "August", "October"};
    return "Foreign Minister Kerem " + names[random() % names.size()] + " of Turkey met Foreign Minister Babak " +
           names[random() % names.size()] + " of Iran in Ankara on " + QByteArray::number(1 + random() % 28) + ' ' +
           months[random() % months.size()] + ' ' + QByteArray::number(2000 + random() % 25) + ". ";
}

/** Writes JSON lines of so many MB, an article each of some 3,000 characters, every tenth with a meeting. */
void writeCollection(const QString &file, int size)
{
    QFile out(file);
    if (!out.open(QIODevice::WriteOnly))
        return;
    std::mt19937 random(1); // NOLINT(cert-msc51-cpp): the same in each run
    for (qint64 i = 0; out.pos() < size * 1000LL * 1000; ++i) {
        out.write(R"({"title": "Report )" + QByteArray::number(i) +
                  R"(", "date": "2025-10-02", "source": "Valley Press", "text": ")" +
                  (i % 10 == 0 ? drawnMeeting(random) : QByteArray()) + drawnText(random, 2800) + "\"}\n");
    }
}

int peakMegabytes()
{
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    return static_cast<int>(used.ru_maxrss / 1024);
}

/** The reading of one large file without extraction, then its import, with the most memory taken by then. */
void timeCollection(int size, const std::shared_ptr<const RuleSet> &rules)
{
    const QTemporaryDir place;
    const QString folder = place.filePath(u"archive"_s);
    QDir().mkpath(folder);
    writeCollection(folder + u"/all.jsonl"_s, size);
    const Result<Walk> walk = walkFolder(folder);
    out() << "memory before " << peakMegabytes() << " MB\n";
    out().flush();
    QElapsedTimer timer;
    timer.start();
    qint64 articles = 0;
    (void)readFile(folder, walk.value().files.constFirst(), ReadOptions{}, [&articles](const Article & /*article*/) {
        ++articles;
        return true;
    });
    out() << "read    " << articles << " articles of " << size << " MB in "
          << number(static_cast<double>(timer.elapsed()) / 1000) << " s, memory " << peakMegabytes() << " MB at most\n";
    out().flush();
    const Imported full = imported(folder, place.filePath(u"full.sqlite"_s), rules);
    out() << "import  " << full.report.articles << " articles, " << full.report.contacts << " contacts in "
          << number(full.seconds) << " s, first rows after " << number(full.firstRows) << " s, memory "
          << peakMegabytes() << " MB at most\n";
    if (!full.report.error.isEmpty())
        out() << full.report.error << '\n';
}

} // namespace

/** Times the import of a folder against a bare program that only stores and indexes, in turns, in one run; or the
 * import of one large collection, made on the spot. */
int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOption({u"rounds"_s, u"Rounds of both, in turns."_s, u"N"_s, u"1"_s});
    parser.addOption({u"collection"_s, u"Import JSON lines of so many MB instead of a folder."_s, u"MB"_s});
    parser.addPositionalArgument(u"FOLDER"_s, u"Articles as text files."_s);
    parser.addHelpOption();
    parser.process(application);
    if (parser.isSet(u"collection"_s)) {
        timeCollection(parser.value(u"collection"_s).toInt(), RuleSet::load({}).value());
        return 0;
    }
    if (parser.positionalArguments().size() != 1)
        parser.showHelp(1);
    const QString folder = parser.positionalArguments().constFirst();
    const Result<std::shared_ptr<const RuleSet>> rules = RuleSet::load({});
    const double size = megabytes(folder);
    for (int round = 0; round < std::max(1, parser.value(u"rounds"_s).toInt()); ++round) {
        const QTemporaryDir place;
        const double floor = floorSeconds(folder, place.filePath(u"floor.sqlite"_s));
        const Imported full = imported(folder, place.filePath(u"full.sqlite"_s), rules.value());
        const Imported again = imported(folder, place.filePath(u"full.sqlite"_s), rules.value());
        out() << number(size) << " MB, " << full.report.articles << " articles, " << full.report.contacts
              << " contacts\n"
              << "floor   " << number(floor) << " s, " << number(size / floor) << " MB/s\n"
              << "import  " << number(full.seconds) << " s, " << number(size / full.seconds) << " MB/s, "
              << number(full.seconds / floor) << " times the floor; first rows after " << number(full.firstRows)
              << " s\n"
              << "again   " << number(again.seconds) << " s (" << again.report.unchanged << " unchanged)\n"
              << "memory  " << peakMegabytes() << " MB at most\n";
        out().flush();
        if (!full.report.error.isEmpty())
            out() << full.report.error << '\n';
    }
    return 0;
}
