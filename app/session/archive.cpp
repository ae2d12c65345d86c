// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/archive.h"

#include "extract/extractor.h"
#include "extract/ruleset.h"
#include "ingest/contents.h"
#include "ingest/decoding.h"
#include "session/archive_p.h"

using namespace Qt::StringLiterals;

namespace dragoman {

Archive::Private::Private(Archive *archive) : q(archive)
{
    explainers.setMaxThreadCount(1);
    contentTimer.setSingleShot(true);
    connect(&contentTimer, &QTimer::timeout, q, [this] {
        sinceContent.start();
        emit q->contentChanged();
    });
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
    d->charsets.clear();
    d->stopped = false;
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
    d->beginImport(again, false);
}

void Archive::forgetMissing()
{
    d->beginImport({}, true);
}

void Archive::readAs(const QStringList &paths, const QString &charset)
{
    if (!d->open || d->importThread || d->files.readOnly)
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
    d->stopped = d->importThread != nullptr;
}

QString Archive::notice() const
{
    return d->files.notice;
}

bool Archive::isReadOnly() const
{
    return d->files.readOnly;
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
