// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/archive.h"
#include "session/archivefiles.h"
#include "session/folderwatch.h"
#include "session/importer.h"

#include <QElapsedTimer>
#include <QThread>
#include <QThreadPool>
#include <QTimer>

#include <atomic>

namespace dragoman {

/** What an archive consists of: a thread that answers questions, one that imports, one that explains, one that watches.
 */
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
    void beginImport(const QStringList &paths, bool forget);
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
    bool forgetAll = false;           ///< as well
    bool stopped = false;             ///< by the user, who does not want changes of the folder to begin another
    quint64 importNumber = 0;
    QTimer contentTimer;
    QElapsedTimer sinceContent;

    QThread watchThread;
    FolderWatch *watch = nullptr; ///< lives in that thread; deleted at its end
    bool watching = false;
    bool changedMeanwhile = false; ///< the folder changed while an import ran
};

} // namespace dragoman
