// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/readahead.h"

#include <algorithm>

namespace dragoman {

ReadAhead::ReadAhead(QList<FoundFile> files, Work work, int threads, size_t ahead)
    : m_files(std::move(files)), m_work(std::move(work)), m_ahead(std::max<size_t>(ahead, 1)),
      m_partsAhead(2 * static_cast<size_t>(std::max(threads, 1)) + 2)
{
    // One file alone can keep all threads busy with its parts.
    const int wanted = m_files.isEmpty() ? 0 : std::max(threads, 1);
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
    Lock lock(m_mutex);
    if (m_taken == static_cast<size_t>(m_files.size()))
        return std::nullopt;
    m_ready.wait(lock, [this] { return isReady(); });
    Begun &file = m_begun.at(m_taken);
    std::optional<FileResult> result;
    if (file.taken < file.handedOn) {
        result = std::move(file.done.extract(file.taken++).mapped());
        --m_parts;
    } else {
        result = std::move(file.end);
        m_begun.erase(m_taken++);
    }
    lock.unlock();
    m_room.notify_all();
    return result;
}

bool ReadAhead::isReady() const
{
    const auto found = m_begun.find(m_taken);
    if (found == m_begun.end())
        return false;
    const Begun &file = found->second;
    return file.taken < file.handedOn ? file.done.contains(file.taken) : file.end.has_value();
}

void ReadAhead::run()
{
    Lock lock(m_mutex);
    while (!m_ending) {
        if (workOnPart(lock))
            continue;
        if (mayBegin())
            workOnFile(lock);
        else if (m_reading == 0 && m_next == static_cast<size_t>(m_files.size()))
            return;
        else
            m_room.wait(lock);
    }
}

bool ReadAhead::mayBegin() const
{
    return m_next < static_cast<size_t>(m_files.size()) && m_next < m_taken + m_ahead &&
           (m_parts < m_partsAhead || m_next == m_taken);
}

void ReadAhead::workOnFile(Lock &lock)
{
    const size_t number = m_next++;
    Begun &file = m_begun[number];
    ++m_reading;
    lock.unlock();
    FileResult result = m_work(m_files.at(static_cast<qsizetype>(number)),
                               [this, number](Part part) { return handOn(number, std::move(part)); });
    lock.lock();
    file.end = std::move(result);
    --m_reading;
    if (number == m_taken)
        m_ready.notify_one();
    if (m_reading == 0)
        m_room.notify_all();
}

/** The parts of earlier files first, since those are taken first. */
bool ReadAhead::workOnPart(Lock &lock)
{
    const auto found = m_parts == 0 ? m_begun.end()
                                    : std::find_if(m_begun.begin(), m_begun.end(),
                                                   [](const auto &file) { return !file.second.waiting.empty(); });
    if (found == m_begun.end())
        return false;
    Begun &file = found->second;
    const size_t number = found->first;
    const auto [partNumber, part] = std::move(file.waiting.front());
    file.waiting.pop_front();
    lock.unlock();
    FileResult result = part();
    lock.lock();
    file.done.emplace(partNumber, std::move(result));
    if (number == m_taken)
        m_ready.notify_one();
    return true;
}

bool ReadAhead::handOn(size_t number, Part part)
{
    Lock lock(m_mutex);
    Begun &file = m_begun.at(number);
    file.waiting.emplace_back(file.handedOn++, std::move(part));
    ++m_parts;
    m_room.notify_all();
    while (!m_ending && isFull(number)) {
        if (!workOnPart(lock))
            m_room.wait(lock);
    }
    return !m_ending;
}

/** The file that is taken next has room of its own, whatever later ones take. */
bool ReadAhead::isFull(size_t number) const
{
    const Begun &file = m_begun.at(number);
    return (number == m_taken ? file.handedOn - file.taken : m_parts) >= m_partsAhead;
}

} // namespace dragoman
