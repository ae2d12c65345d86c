// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "session/explained.h"
#include "session/importtypes.h"
#include "store/storereader.h"

#include <QObject>
#include <QPointer>
#include <QString>

#include <functional>
#include <memory>

namespace dragoman {

/** Where to find and keep things of one archive. */
struct ArchiveOptions
{
    QString store;     ///< file; empty: in the user's data directory under a name made from the folder's path
    QStringList rules; ///< folders laid over the built-in rules and the user's own
    int jobs = 0;      ///< threads that extract; 0: as many as cores
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

    /** Opens FOLDER (or a store file) and its store, without importing. Answers at once, from a file of any size. What
     * cannot be opened as usual, but for reading, has a notice(). */
    [[nodiscard]] Result<void> open(const QString &folderOrStore, const ArchiveOptions &options = {});
    void close();
    [[nodiscard]] bool isOpen() const;
    [[nodiscard]] QString folder() const;
    [[nodiscard]] QString storeFile() const;
    [[nodiscard]] QString notice() const;  ///< a sentence on what is not as usual; empty if all is
    [[nodiscard]] bool isReadOnly() const; ///< nothing can be imported; notice() says why

    /** Reads what is new or changed, and `again` though it is neither; does nothing while an import runs. */
    void startImport(const QStringList &again = {});
    /** Keeps for files the character set to read them in, and reads them again; an empty one is found out. Does nothing
     * while an import runs. */
    void readAs(const QStringList &paths, const QString &charset);
    /** The character sets that can be chosen, the most usual first. */
    [[nodiscard]] static QStringList charsets();
    /** What is not read for its size, in a sentence for the user. */
    [[nodiscard]] static QString limits();
    /** The same, where an empty folder means that all files were deleted. */
    void forgetMissing();
    /** What was stored so far stays; importFinished() follows with `stopped`. No change of the folder begins another
     * import until startImport() is called again. */
    void stopImport();
    [[nodiscard]] bool isImporting() const;

    /** Whether changes of the folder begin an import by themselves. Off at first; holds for archives opened later too.
     */
    void setWatching(bool on);
    [[nodiscard]] bool isWatching() const;

    /**
     * Runs `question` on the reader thread and hands its answer to `then` in this thread, where `context` lives too,
     * unless that is gone or the archive closed by then. Questions are answered in order. Ask through ui/models'
     * numbered questions to drop late answers. Without an open archive nothing is asked.
     */
    template <typename Answer>
    void ask(QObject *context, std::function<Answer(const StoreReader &)> question, std::function<void(Answer)> then)
    {
        askErased([context = QPointer<QObject>(context), question = std::move(question),
                   then = std::move(then)](const StoreReader &reader) -> std::function<void()> {
            return [context, then, answer = std::make_shared<Answer>(question(reader))] {
                if (context)
                    then(std::move(*answer));
            };
        });
    }

    /**
     * Works out anew how an article was read, from the text that the store keeps and the archive's rules, on a thread
     * of its own, so that nobody's questions wait for it. Answers like ask().
     */
    void explain(QObject *context, ArticleId article, std::function<void(const ExplainedArticle &)> then);

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
    /** The store could not answer a question, whose answer was empty: a sentence for the user. */
    void questionFailed(const QString &sentence);
    /** The folder is not watched, or not all of it: a sentence for the user. */
    void watchFailed(const QString &sentence);

private:
    /** A question in the reader thread, which answers with what is to be done in this one. */
    using Job = std::function<std::function<void()>(const StoreReader &)>;
    void askErased(Job job);

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace dragoman
