// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/folder.h"
#include "store/storewriter.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace dragoman {

/** One file read and what was extracted from its articles; of a large collection in parts, the last of which ends it.
 */
struct FileResult
{
    FileRow row;
    bool sameBytes = false; ///< the file was touched, but holds what it held
    bool isPart = false;    ///< more of the file follows, and the row says that it is not finished
    QList<StoredArticle> articles;
    bool outOfReach = false; ///< it could not be opened, so that nothing is known of what it holds now
};

/**
 * Works on a list of files in several threads, a bounded number of files and of their parts ahead of who takes the
 * results, and hands these out in the order of the list whatever thread was faster.
 */
class ReadAhead
{
public:
    /** Work on a part of a file, which any thread may do. */
    using Part = std::function<FileResult()>;
    /** Takes the next part of a file; waits, or works on parts, while too many are about. False: no more are wanted. */
    using HandOn = std::function<bool(Part)>;
    /** Works on a file, handing on what it need not do itself; the result comes after those of the parts. */
    using Work = std::function<FileResult(const FoundFile &, const HandOn &)>;

    /** `work` runs in several threads at once. `ahead` is the most results waiting to be taken. */
    ReadAhead(QList<FoundFile> files, Work work, int threads, size_t ahead);
    ~ReadAhead(); ///< waits for work under way, begins no other
    ReadAhead(const ReadAhead &) = delete;
    ReadAhead &operator=(const ReadAhead &) = delete;

    /** The next result; waits for it. nullopt after the last. */
    [[nodiscard]] std::optional<FileResult> next();

private:
    /** A file begun and not yet taken to its end. */
    struct Begun
    {
        std::deque<std::pair<size_t, Part>> waiting; ///< parts that no thread has begun
        std::map<size_t, FileResult> done;           ///< parts to be taken
        size_t handedOn = 0;
        size_t taken = 0;
        std::optional<FileResult> end;
    };
    using Lock = std::unique_lock<std::mutex>;

    void run();
    void workOnFile(Lock &lock);
    bool workOnPart(Lock &lock);
    bool handOn(size_t number, Part part);
    [[nodiscard]] bool mayBegin() const;
    [[nodiscard]] bool isFull(size_t number) const;
    [[nodiscard]] bool isReady() const;

    const QList<FoundFile> m_files;
    const Work m_work;
    const size_t m_ahead;
    const size_t m_partsAhead;
    std::mutex m_mutex;
    std::condition_variable m_room;
    std::condition_variable m_ready;
    size_t m_next = 0;  ///< file to begin
    size_t m_taken = 0; ///< files taken to their end
    size_t m_parts = 0; ///< handed on and not taken
    int m_reading = 0;  ///< files that threads work on
    bool m_ending = false;
    std::map<size_t, Begun> m_begun;
    std::vector<std::thread> m_threads; ///< last: the threads use all of the above
};

} // namespace dragoman
