// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "store/storereader.h"

#include <QObject>
#include <QPointer>
#include <QString>

#include <functional>
#include <memory>

namespace dragoman {

/** How far an import is. */
struct ImportProgress
{
    int files = 0;    ///< to be read, as far as known
    int done = 0;     ///< read or ended otherwise
    int articles = 0; ///< stored
    int contacts = 0; ///< joined so far
    double perSecond = 0;
};

/** How an import ended: the account of files, in order of path. */
struct ImportReport
{
    QList<FileRow> files;
    int read = 0;      ///< files read now
    int unchanged = 0; ///< files known and not changed
    int removed = 0;   ///< files gone since the last time
    int articles = 0;  ///< in the store now
    int contacts = 0;
    bool stopped = false;
    QString error;     ///< a sentence; empty if all went well
};

/** Where to find and keep things of one archive. */
struct ArchiveOptions
{
    QString store;       ///< file; empty: in the user's data directory under a name made from the folder's path
    QStringList rules;   ///< folders laid over the built-in rules
    int jobs = 0;        ///< threads that extract; 0: as many as cores
};

/**
 * An open archive: imports its folder in the background and answers questions about the store. Lives in the thread that
 * made it; every signal and every answer arrives there. Never blocks.
 */
class Archive : public QObject
{
    Q_OBJECT
public:
    explicit Archive(QObject *parent = nullptr);
    ~Archive() override;

    /** Opens FOLDER (or a store file) and its store, without importing. Answers at once, from a file of any size. */
    [[nodiscard]] Result<void> open(const QString &folderOrStore, const ArchiveOptions &options = {});
    void close();
    [[nodiscard]] bool isOpen() const;
    [[nodiscard]] QString folder() const;
    [[nodiscard]] QString storeFile() const;

    void startImport();
    void stopImport(); ///< what was stored so far stays; importFinished() follows with `stopped`
    [[nodiscard]] bool isImporting() const;

    /**
     * Runs `question` on the reader thread and hands its answer to `then` in the thread of `context`, unless that is gone
     * by then. Questions are answered in order. Ask through ui/models' numbered questions to drop late answers.
     */
    template <typename Answer>
    void ask(QObject *context, std::function<Answer(const StoreReader &)> question, std::function<void(Answer)> then)
    {
        askErased([context = QPointer<QObject>(context), question = std::move(question),
                   then = std::move(then)](const StoreReader &reader) {
            Answer answer = question(reader);
            QObject *target = context.data();
            if (!target)
                return;
            QMetaObject::invokeMethod(
                target, [context, then, answer = std::move(answer)]() mutable {
                    if (context)
                        then(std::move(answer));
                },
                Qt::QueuedConnection);
        });
    }

    /** `$XDG_DATA_HOME/dragoman/archives/NAME-HASH.sqlite` for a folder. */
    [[nodiscard]] static QString defaultStore(const QString &folder);

signals:
    void opened();
    void closed();
    void importStarted();
    void importProgress(const dragoman::ImportProgress &progress);
    /** Rows were added or changed: ask again. Comes at most every half second during an import, and at its end. */
    void contentChanged();
    void importFinished(const dragoman::ImportReport &report);

private:
    void askErased(std::function<void(const StoreReader &)> job);

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace dragoman
Q_DECLARE_METATYPE(dragoman::ImportProgress)
Q_DECLARE_METATYPE(dragoman::ImportReport)
