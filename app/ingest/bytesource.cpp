// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/bytesource.h"

#include <algorithm>
#include <cstring>
#include <utility>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

constexpr qsizetype piece = 64L * 1024;

} // namespace

QByteArray ByteSource::peek(qsizetype most)
{
    if (m_taken > 0)
        m_ahead.remove(0, std::exchange(m_taken, 0));
    while (m_ahead.size() < most) {
        const qsizetype before = m_ahead.size();
        m_ahead.resize(before + std::min(piece, most - before));
        const qsizetype got = fetch(m_ahead.data() + before, m_ahead.size() - before);
        m_ahead.resize(before + got);
        if (got == 0)
            break;
    }
    return m_ahead.left(most);
}

QByteArray ByteSource::take(qsizetype most)
{
    QByteArray bytes;
    while (bytes.size() < most) {
        const qsizetype before = bytes.size();
        bytes.resize(before + std::min(piece, most - before));
        const qsizetype got = read(bytes.data() + before, bytes.size() - before);
        bytes.resize(before + got);
        if (got == 0)
            break;
    }
    return bytes;
}

qsizetype ByteSource::read(char *to, qsizetype most)
{
    qsizetype got = std::min(most, m_ahead.size() - m_taken);
    if (got > 0) {
        std::memcpy(to, m_ahead.constData() + m_taken, static_cast<size_t>(got));
        m_taken += got;
        if (m_taken == m_ahead.size()) {
            m_ahead = QByteArray();
            m_taken = 0;
        }
    } else {
        got = fetch(to, most);
    }
    m_position += got;
    return got;
}

bool ByteSource::seek(qint64 position)
{
    if (!move(position))
        return false;
    m_ahead = QByteArray();
    m_taken = 0;
    m_position = position;
    return true;
}

QByteArray MemorySource::take(qsizetype most)
{
    // What is taken whole is not copied.
    return position() == 0 && most >= m_bytes.size() && seek(m_bytes.size()) ? m_bytes : ByteSource::take(most);
}

qsizetype MemorySource::fetch(char *to, qsizetype most)
{
    const qsizetype got = std::min(most, m_bytes.size() - m_at);
    std::memcpy(to, m_bytes.constData() + m_at, static_cast<size_t>(got));
    m_at += got;
    return got;
}

bool MemorySource::move(qint64 position)
{
    if (position < 0 || position > m_bytes.size())
        return false;
    m_at = position;
    return true;
}

qsizetype FileSource::fetch(char *to, qsizetype most)
{
    if (m_stop && m_stop()) {
        fail(u"The reading was stopped."_s);
        return 0;
    }
    const qint64 got = m_file.read(to, most);
    if (got >= 0)
        return got;
    fail(u"The file cannot be read on from byte %1: %2. Copy it anew and import again."_s.arg(position())
             .arg(m_file.errorString()));
    return 0;
}

} // namespace dragoman
