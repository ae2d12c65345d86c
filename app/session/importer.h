// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "extract/ruleset.h"
#include "ingest/folderwalk.h"
#include "session/filechanges.h"
#include "session/importtypes.h"
#include "session/pace.h"
#include "session/readahead.h"

#include <QElapsedTimer>
#include <QHash>
#include <QSet>

#include <memory>
#include <optional>

namespace dragoman {

class StoreLock;

/** Whom an import reports to. All but stopRequested() are called in the thread of the import. */
class ImportHost
{
public:
    virtual ~ImportHost() = default;
    [[nodiscard]] virtual bool stopRequested() const = 0; ///< asked from several threads
    virtual void reportProgress(const ImportProgress &progress) = 0;
    virtual void rowsChanged() = 0; ///< something new is in the store for readers
};

/** What to import, into what, by which rules. */
struct ImportJob
{
    QString folder;
    QString store;
    std::shared_ptr<const RuleSet> rules;
    int threads = 0;                       ///< that read and extract; 0: as many as cores
    int batchArticles = 500;               ///< a commit comes after so many articles
    int batchMilliseconds = 500;           ///< or after this time, whichever is first
    ReadLimits limits = {};                ///< for the reading of files
    QHash<QString, QString> charsets = {}; ///< chosen by the user now, by path; an empty one is found out again
    QSet<QString> again = {};              ///< paths of files to read though nothing about them looks changed
    bool forgetAll = false; ///< an empty folder is one whose files were all deleted, not one that is not there
};

/**
 * Brings a store up to date with its folder: reads new and changed files, forgets those that are gone, joins. Only
 * reads the folder. What cannot be looked at now, because its drive or its rights are gone, is not taken as deleted.
 * Two imports of the same folder by the same rules give equal stores, whatever the number of threads.
 */
class Importer
{
public:
    Importer(ImportJob job, ImportHost &host);
    ~Importer();
    Importer(const Importer &) = delete;
    Importer &operator=(const Importer &) = delete;

    /** Runs to the end, or to a stop; what was stored by then stays and is joined. Errors are in the report. */
    [[nodiscard]] ImportReport run();

private:
    [[nodiscard]] Result<void> importAll();
    [[nodiscard]] Result<void> openStore();
    [[nodiscard]] Result<void> checkLeftStore();
    [[nodiscard]] bool isDamaged();
    [[nodiscard]] Result<void> loadKnown();
    [[nodiscard]] Result<void> applyRules();
    [[nodiscard]] Result<void> applyCharsets();
    [[nodiscard]] Result<void> noteEnded(const Walk &walk);
    [[nodiscard]] Result<void> lookAndRead();
    [[nodiscard]] Result<void> beginReading();
    [[nodiscard]] Result<void> readBeginning();
    [[nodiscard]] Result<void> readChanges(const Walk &walk);
    [[nodiscard]] Result<void> checkRoot(const Walk &walk);
    [[nodiscard]] Result<void> removeFiles(const QStringList &paths);
    [[nodiscard]] Result<void> readFiles(const QList<FoundFile> &files);
    [[nodiscard]] FileResult readOne(const FoundFile &file, const ReadAhead::HandOn &handOn) const;
    [[nodiscard]] Result<void> store(const FileResult &result);
    [[nodiscard]] Result<void> renameIfKnown(const FileResult &result);
    [[nodiscard]] Result<void> keepUnreached(FileRow row);
    [[nodiscard]] Error fault(ImportReport::Fault kind, const QString &sentence);
    [[nodiscard]] Error wentAway();
    [[nodiscard]] Result<void> commitBatch(bool force);
    [[nodiscard]] Result<void> joinIfGrown();
    [[nodiscard]] Result<void> join();
    [[nodiscard]] Result<void> fillReport();
    void report(bool force);

    ImportJob m_job;
    ImportHost &m_host;
    std::unique_ptr<StoreLock> m_lock; ///< before the writer, so that it goes after it
    std::unique_ptr<StoreWriter> m_writer;
    std::optional<FolderWalk> m_walk;
    QHash<QString, KnownFile> m_known;
    QHash<QString, QString> m_charsets; ///< chosen by the user, now and before
    Renames m_renames;
    QHash<QString, QString> m_movedCharsets; ///< of renamed files, by new path
    QString m_parted;                        ///< path of the file of which parts were stored and the end was not
    ImportReport m_report;
    ImportProgress m_progress;
    Pace m_pace;
    QElapsedTimer m_elapsed;
    QElapsedTimer m_sinceCommit;
    QElapsedTimer m_sinceReport;
    int m_batch = 0;      ///< articles since the last commit
    bool m_dirty = false; ///< something is in the transaction that readers do not see yet
    qint64 m_joinAt = 0;  ///< accounts in the store at which to join next
    QElapsedTimer m_sinceJoin;
    qint64 m_joinMilliseconds = 0; ///< that the last join on the way took
};

} // namespace dragoman
