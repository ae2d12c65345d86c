// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/archive.h"

#include "extract/extractor.h"
#include "extract/ruleset.h"
#include "ingest/contents.h"
#include "ingest/decoding.h"
#include "session/archivefiles.h"
#include "session/folderwatch.h"
#include "session/importer.h"
#include "store/storewriter.h"

#include <QElapsedTimer>
#include <QThread>
#include <QThreadPool>
#include <QTimer>

#include <atomic>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

constexpr int contentInterval = 500; ///< milliseconds, at least, between two contentChanged()

} // namespace

class Archive::Private : public ImportHost
{
public:
    explicit Private(Archive *archive);

    [[nodiscard]] bool stopRequested() const override { return stop.load(); }
    void reportProgress(const ImportProgress &progress) override;
    void rowsChanged() override;

    /** Runs `action` in the archive's thread, unless the archive was closed or opened anew by then. */
    void post(std::function<void()> action);
    [[nodiscard]] Result<void> openReader();
    void closeReader();
    void runImport();
    void endImport(const ImportReport &report);
    void endImportThread();
    void announceContent();
    void watchFolder();
    void stopWatching();
    [[nodiscard]] ExplainedArticle explained(const ArticlePage &page);

    Archive *q;
    ArchiveFiles files;
    ArchiveOptions options;
    bool open = false;
    std::atomic<quint64> number = 0; ///< of the opening: what belongs to an earlier one is dropped

    QThread readerThread;
    QObject *readerHome = nullptr;       ///< lives in the reader thread; deleted at its end
    std::unique_ptr<StoreReader> reader; ///< touched in the reader thread only

    QThreadPool explainers;                             ///< one thread
    std::shared_ptr<const RuleSet> rulesOfExplanations; ///< touched there, or while nothing runs there

    std::unique_ptr<QThread> importThread;
    std::atomic<bool> stop = false;
    QSet<QString> again;              ///< set before the import thread begins
    QHash<QString, QString> charsets; ///< as well
    quint64 importNumber = 0;
    QTimer contentTimer;
    QElapsedTimer sinceContent;

    QThread watchThread;
    FolderWatch *watch = nullptr; ///< lives in that thread; deleted at its end
    bool watching = false;
    bool changedMeanwhile = false; ///< the folder changed while an import ran
};

Archive::Private::Private(Archive *archive) : q(archive)
{
    explainers.setMaxThreadCount(1);
    contentTimer.setSingleShot(true);
    connect(&contentTimer, &QTimer::timeout, q, [this] {
        sinceContent.start();
        emit q->contentChanged();
    });
}

void Archive::Private::reportProgress(const ImportProgress &progress)
{
    post([this, progress] { emit q->importProgress(progress); });
}

void Archive::Private::rowsChanged()
{
    post([this] { announceContent(); });
}

/** Called in the import thread: `importNumber` was set before that began. */
void Archive::Private::post(std::function<void()> action)
{
    QMetaObject::invokeMethod(
        q,
        [this, from = importNumber, action = std::move(action)] {
            if (open && from == number)
                action();
        },
        Qt::QueuedConnection);
}

void Archive::Private::announceContent()
{
    if (contentTimer.isActive())
        return;
    const qint64 since = sinceContent.isValid() ? sinceContent.elapsed() : contentInterval;
    contentTimer.start(static_cast<int>(std::max<qint64>(0, contentInterval - since)));
}

Result<void> Archive::Private::openReader()
{
    readerHome = new QObject;
    readerHome->moveToThread(&readerThread);
    connect(&readerThread, &QThread::finished, readerHome, &QObject::deleteLater);
    readerThread.start();
    std::optional<Error> failure;
    QMetaObject::invokeMethod(
        readerHome,
        [this, &failure] {
            Result<std::unique_ptr<StoreReader>> opened = StoreReader::open(files.store);
            if (opened.ok())
                reader = std::move(opened).value();
            else
                failure = opened.error();
        },
        Qt::BlockingQueuedConnection);
    if (!failure)
        return {};
    closeReader();
    return *failure;
}

void Archive::Private::closeReader()
{
    if (!readerThread.isRunning())
        return;
    QMetaObject::invokeMethod(
        readerHome, [this] { reader.reset(); }, Qt::QueuedConnection);
    QMetaObject::invokeMethod(
        readerHome, [this] { readerThread.quit(); }, Qt::QueuedConnection);
    readerThread.wait();
    readerHome = nullptr;
}

void Archive::Private::runImport()
{
    const Result<std::shared_ptr<const RuleSet>> rules = RuleSet::load(rulesFolders(options.rules));
    ImportReport report;
    if (rules.ok()) {
        ImportJob job;
        job.folder = files.folder;
        job.store = files.store;
        job.rules = rules.value();
        job.threads = options.jobs;
        job.again = again;
        job.charsets = std::exchange(charsets, {});
        report = Importer(std::move(job), *this).run();
    } else {
        report.error = rules.error().message();
    }
    post([this, report] { endImport(report); });
}

void Archive::Private::endImport(const ImportReport &report)
{
    endImportThread();
    contentTimer.stop();
    sinceContent.start();
    emit q->contentChanged();
    emit q->importFinished(report);
    if (std::exchange(changedMeanwhile, false) && open)
        q->startImport();
}

/** Begins to watch; a change while an import runs may have been missed by its walk, so that another follows. */
void Archive::Private::watchFolder()
{
    if (!open || !watching || watch || files.folder.isEmpty())
        return;
    watch = new FolderWatch;
    watch->moveToThread(&watchThread);
    connect(&watchThread, &QThread::finished, watch, &QObject::deleteLater);
    const quint64 opening = number;
    connect(watch, &FolderWatch::changed, q, [this, opening] {
        if (!open || opening != number)
            return;
        changedMeanwhile = q->isImporting();
        q->startImport();
    });
    connect(watch, &FolderWatch::failed, q, &Archive::watchFailed);
    watchThread.start();
    QMetaObject::invokeMethod(
        watch, [watch = watch, folder = files.folder] { watch->watch(folder); }, Qt::QueuedConnection);
}

void Archive::Private::stopWatching()
{
    watch = nullptr;
    changedMeanwhile = false;
    watchThread.quit();
    watchThread.wait();
}

void Archive::Private::endImportThread()
{
    if (!importThread)
        return;
    stop = true;
    importThread->wait();
    importThread.reset();
}

Archive::Archive(QObject *parent) : QObject(parent), d(std::make_unique<Private>(this))
{
    qRegisterMetaType<ImportProgress>();
    qRegisterMetaType<ImportReport>();
}

Archive::~Archive()
{
    const QSignalBlocker silent(this);
    close();
}

Result<void> Archive::open(const QString &folderOrStore, const ArchiveOptions &options)
{
    close();
    Result<ArchiveFiles> files = locateArchive(folderOrStore, options.store);
    if (!files.ok())
        return files.error();
    d->files = std::move(files).value();
    d->options = options;
    if (Result<void> opened = d->openReader(); !opened.ok())
        return opened;
    d->open = true;
    ++d->number;
    emit opened();
    return {};
}

void Archive::close()
{
    if (!d->open)
        return;
    // First, so that nothing on its way arrives any more.
    d->open = false;
    ++d->number;
    d->contentTimer.stop();
    d->sinceContent.invalidate();
    d->stopWatching();
    d->endImportThread();
    d->closeReader();
    d->explainers.clear();
    d->explainers.waitForDone();
    d->rulesOfExplanations.reset();
    d->files = {};
    emit closed();
}

bool Archive::isOpen() const
{
    return d->open;
}

QString Archive::folder() const
{
    return d->files.folder;
}

QString Archive::storeFile() const
{
    return d->files.store;
}

void Archive::startImport(const QStringList &again)
{
    if (!d->open || d->importThread)
        return;
    d->again = QSet<QString>(again.begin(), again.end());
    d->stop = false;
    d->importNumber = d->number;
    d->importThread.reset(QThread::create([this] { d->runImport(); }));
    d->importThread->start();
    d->watchFolder();
    emit importStarted();
}

void Archive::readAs(const QStringList &paths, const QString &charset)
{
    if (!d->open || d->importThread)
        return;
    for (const QString &path : paths)
        d->charsets.insert(path, charset);
    startImport();
}

QStringList Archive::charsets()
{
    return charsetNames();
}

QString Archive::limits()
{
    return limitsInWords();
}

void Archive::stopImport()
{
    d->stop = true;
}

bool Archive::isImporting() const
{
    return d->importThread != nullptr;
}

void Archive::setWatching(bool on)
{
    d->watching = on;
    if (on)
        d->watchFolder();
    else
        d->stopWatching();
}

bool Archive::isWatching() const
{
    return d->watching;
}

void Archive::askErased(Job job)
{
    if (!d->open)
        return;
    QMetaObject::invokeMethod(
        d->readerHome,
        [this, job = std::move(job), number = d->number.load()] {
            if (number != d->number || !d->reader)
                return;
            std::function<void()> answer = job(*d->reader);
            QMetaObject::invokeMethod(
                this,
                [this, number, answer = std::move(answer), problem = d->reader->takeProblem()] {
                    if (number != d->number)
                        return;
                    if (!problem.isEmpty())
                        emit questionFailed(problem);
                    answer();
                },
                Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

ExplainedArticle Archive::Private::explained(const ArticlePage &page)
{
    ExplainedArticle answer;
    answer.article = page.article;
    if (!rulesOfExplanations) {
        const Result<std::shared_ptr<const RuleSet>> rules = RuleSet::load(options.rules);
        if (!rules.ok()) {
            answer.error = rules.error().message();
            return answer;
        }
        rulesOfExplanations = rules.value();
    }
    answer.note = fileNote(files.folder, page.article.provenance);
    answer.explanation = dragoman::explain(page.article, *rulesOfExplanations);
    return answer;
}

void Archive::explain(QObject *context, ArticleId article, std::function<void(const ExplainedArticle &)> then)
{
    using Found = Result<ArticlePage>;
    const auto find = [article](const StoreReader &reader) { return std::make_shared<Found>(reader.article(article)); };
    const auto answer = [this, context = QPointer<QObject>(context), then,
                         number = d->number.load()](const ExplainedArticle &explained) {
        QMetaObject::invokeMethod(
            this,
            [this, context, then, explained, number] {
                if (context && number == d->number)
                    then(explained);
            },
            Qt::QueuedConnection);
    };
    ask<std::shared_ptr<Found>>(context, find, [this, then, answer](const std::shared_ptr<Found> &found) {
        if (!found->ok()) {
            ExplainedArticle gone;
            gone.error = found->error().message();
            then(gone);
            return;
        }
        d->explainers.start([this, found, answer] { answer(d->explained(found->value())); });
    });
}

QString Archive::defaultStore(const QString &folder)
{
    return defaultStoreOf(folder);
}

} // namespace dragoman
