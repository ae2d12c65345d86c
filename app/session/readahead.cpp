// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/readahead.h"

#include <algorithm>

namespace dragoman {

ReadAhead::ReadAhead(QList<FoundFile> files, Work work, int threads, size_t ahead)
    : m_files(std::move(files)), m_work(std::move(work)), m_ahead(std::max<size_t>(ahead, 1))
{
    const auto wanted = static_cast<int>(std::min<qsizetype>(std::max(threads, 1), m_files.size()));
    m_threads.reserve(static_cast<size_t>(wanted));
    for (int i = 0; i < wanted; ++i)
        m_threads.emplace_back([this] { run(); });
}

ReadAhead::~ReadAhead()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_room.notify_all();
    for (std::thread &thread : m_threads)
        thread.join();
}

std::optional<FileResult> ReadAhead::next()
{
    std::unique_lock lock(m_mutex);
    if (m_taken == static_cast<size_t>(m_files.size()))
        return std::nullopt;
    m_ready.wait(lock, [this] { return m_results.contains(m_taken); });
    auto node = m_results.extract(m_taken);
    ++m_taken;
    lock.unlock();
    m_room.notify_all();
    return std::move(node.mapped());
}

void ReadAhead::run()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_room.wait(lock, [this] { return m_ending || m_begun < m_taken + m_ahead; });
        if (m_ending || m_begun == static_cast<size_t>(m_files.size()))
            return;
        const size_t number = m_begun++;
        lock.unlock();
        FileResult result = m_work(m_files.at(static_cast<qsizetype>(number)));
        lock.lock();
        m_results.emplace(number, std::move(result));
        if (number == m_taken)
            m_ready.notify_one();
    }
}

} // namespace dragoman
