// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>

#include <functional>

namespace dragoman {

/** Bytes that come one after the other, from memory, from a file or out of a container, so that a file of any length
 * is read in bounded memory. */
class ByteSource
{
public:
    ByteSource() = default;
    virtual ~ByteSource() = default;
    ByteSource(const ByteSource &) = delete;
    ByteSource &operator=(const ByteSource &) = delete;

    /** The next bytes without taking them, fewer than `most` only at the end. */
    [[nodiscard]] QByteArray peek(qsizetype most);
    /** Takes the next bytes, fewer than `most` only at the end. */
    [[nodiscard]] virtual QByteArray take(qsizetype most);
    /** Takes up to `most` bytes; 0 at the end. */
    [[nodiscard]] qsizetype read(char *to, qsizetype most);

    [[nodiscard]] qint64 position() const { return m_position; }
    /** Of all bytes; -1 if it is not known before the end. */
    [[nodiscard]] virtual qint64 size() const { return -1; }
    /** Goes to a place; false where that cannot be done. */
    [[nodiscard]] bool seek(qint64 position);
    /** A sentence, if the bytes ended before their end. */
    [[nodiscard]] QString fault() const { return m_fault; }

protected:
    /** Up to `most` bytes from where the last ones ended; 0 at the end. */
    [[nodiscard]] virtual qsizetype fetch(char *to, qsizetype most) = 0;
    [[nodiscard]] virtual bool move(qint64 /*position*/) { return false; }
    void fail(const QString &sentence) { m_fault = sentence; }

private:
    QByteArray m_ahead;    ///< fetched and not yet taken
    qsizetype m_taken = 0; ///< of those
    qint64 m_position = 0;
    QString m_fault;
};

/** Bytes that are in memory. */
class MemorySource : public ByteSource
{
public:
    explicit MemorySource(QByteArray bytes) : m_bytes(std::move(bytes)) {}
    [[nodiscard]] QByteArray take(qsizetype most) override;
    [[nodiscard]] qint64 size() const override { return m_bytes.size(); }

protected:
    [[nodiscard]] qsizetype fetch(char *to, qsizetype most) override;
    [[nodiscard]] bool move(qint64 position) override;

private:
    const QByteArray m_bytes;
    qsizetype m_at = 0;
};

/** A file on the disk. */
class FileSource : public ByteSource
{
public:
    /** `file` is open. `stop` is asked now and then; where it says yes the file seems to end, with a fault. */
    explicit FileSource(QFile &file, const std::function<bool()> &stop = {}) : m_file(file), m_stop(stop) {}
    [[nodiscard]] qint64 size() const override { return m_file.size(); }

protected:
    [[nodiscard]] qsizetype fetch(char *to, qsizetype most) override;
    [[nodiscard]] bool move(qint64 position) override { return m_file.seek(position); }

private:
    QFile &m_file;
    const std::function<bool()> m_stop;
};

} // namespace dragoman
