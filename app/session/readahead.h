// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/folder.h"
#include "store/storewriter.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <unordered_map>
#include <vector>

namespace dragoman {

/** One file read and what was extracted from its articles. */
struct FileResult
{
    FileRow row;
    bool sameBytes = false; ///< the file was touched, but holds what it held
    QList<StoredArticle> articles;
};

/**
 * Works on a list of files in several threads, a bounded number ahead of who takes the results, and hands these out in
 * the order of the list whatever thread was faster.
 */
class ReadAhead
{
public:
    using Work = std::function<FileResult(const FoundFile &)>;

    /** `work` runs in several threads at once. `ahead` is the most results waiting to be taken. */
    ReadAhead(QList<FoundFile> files, Work work, int threads, size_t ahead);
    ~ReadAhead(); ///< waits for work under way, begins no other
    ReadAhead(const ReadAhead &) = delete;
    ReadAhead &operator=(const ReadAhead &) = delete;

    /** The next result; waits for it. nullopt after the last. */
    [[nodiscard]] std::optional<FileResult> next();

private:
    void run();

    const QList<FoundFile> m_files;
    const Work m_work;
    const size_t m_ahead;
    std::mutex m_mutex;
    std::condition_variable m_room;
    std::condition_variable m_ready;
    size_t m_begun = 0;
    size_t m_taken = 0;
    bool m_ending = false;
    std::unordered_map<size_t, FileResult> m_results;
    std::vector<std::thread> m_threads; ///< last: the threads use all of the above
};

} // namespace dragoman
