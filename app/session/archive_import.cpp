// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/ruleset.h"
#include "session/archive_p.h"

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

constexpr int contentInterval = 500; ///< milliseconds, at least, between two contentChanged()

} // namespace

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

void Archive::Private::beginImport(const QStringList &paths, bool forget)
{
    if (!open || importThread || files.readOnly)
        return;
    again = QSet<QString>(paths.begin(), paths.end());
    forgetAll = forget;
    stop = false;
    stopped = false;
    importNumber = number;
    importThread.reset(QThread::create([this] { runImport(); }));
    importThread->start();
    watchFolder();
    emit q->importStarted();
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
        job.forgetAll = forgetAll;
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
    // What was watched of a folder that went away is not what comes back.
    if (report.fault == ImportReport::Fault::Missing || report.fault == ImportReport::Fault::Emptied)
        stopWatching();
    emit q->contentChanged();
    emit q->importFinished(report);
    if (std::exchange(changedMeanwhile, false) && open && !stopped)
        beginImport({}, false);
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
        if (!open || opening != number || stopped)
            return;
        changedMeanwhile = q->isImporting();
        beginImport({}, false);
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

} // namespace dragoman
