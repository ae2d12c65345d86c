// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/zipfile.h"

#include <archive.h>
#include <archive_entry.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

constexpr qint64 smallUnpacked = 16LL * 1024 * 1024; ///< from which the ratio is looked at

struct Close
{
    void operator()(archive *opened) const { archive_read_free(opened); }
};
using Opened = std::unique_ptr<archive, Close>;

/** What libarchive says in its own words. */
QString reasonOf(archive *opened)
{
    const char *text = archive_error_string(opened);
    return text ? QString::fromUtf8(text) : u"no reason given"_s;
}

QString pathOf(archive_entry *entry)
{
    const char *utf8 = archive_entry_pathname_utf8(entry);
    const char *raw = utf8 ? utf8 : archive_entry_pathname(entry);
    return raw ? QString::fromUtf8(raw) : u"unnamed"_s;
}

/** Reads members one after the other and keeps count of what they take. */
class Unpacker
{
public:
    Unpacker(const QByteArray &bytes, const ReadLimits &limits) : m_bytes(bytes), m_limits(limits) {}

    Result<void> run(const std::function<bool(Member)> &take)
    {
        archive_read_support_filter_all(m_archive.get());
        archive_read_support_format_all(m_archive.get());
        archive_read_support_format_raw(m_archive.get());
        if (archive_read_open_memory(m_archive.get(), m_bytes.constData(), static_cast<size_t>(m_bytes.size())) !=
            ARCHIVE_OK)
            return broken();
        archive_entry *entry = nullptr;
        int code = ARCHIVE_OK;
        while ((code = archive_read_next_header(m_archive.get(), &entry)) == ARCHIVE_OK || code == ARCHIVE_WARN) {
            if (++m_members > m_limits.maxMembers)
                return Error(u"It holds more than %1 members; unpack it into the folder."_s.arg(m_limits.maxMembers));
            if (archive_entry_filetype(entry) == AE_IFDIR)
                continue;
            if (!take(member(entry)))
                return {};
            if (m_spent)
                return spent();
        }
        return code == ARCHIVE_EOF ? Result<void>() : broken();
    }

private:
    Member member(archive_entry *entry)
    {
        Member result{pathOf(entry), {}, {}};
        if (archive_entry_filetype(entry) != AE_IFREG && archive_entry_filetype(entry) != 0)
            result.refused = u"This is a link or a device, not a file."_s;
        else if (archive_entry_is_encrypted(entry))
            result.refused = u"It is encrypted; unpack it with its password."_s;
        else
            read(result, archive_entry_size_is_set(entry) ? archive_entry_size(entry) : -1);
        return result;
    }

    /** `size`: as the container says; -1 if it does not. */
    void read(Member &result, qint64 size)
    {
        constexpr size_t chunk = 64UL * 1024;
        QByteArray part(static_cast<qsizetype>(chunk), Qt::Uninitialized);
        while (true) {
            const auto got = archive_read_data(m_archive.get(), part.data(), chunk);
            if (got == 0)
                return;
            if (got < 0) {
                result.refused = u"It cannot be unpacked: %1."_s.arg(reasonOf(m_archive.get()));
                result.bytes.clear();
                return;
            }
            m_unpacked += got;
            result.bytes.append(part.constData(), static_cast<qsizetype>(got));
            if (breaksLimits(result))
                return;
            // libarchive hands out the line ends behind a record of a WARC as if they were of it.
            if (size >= 0)
                result.bytes.truncate(size);
        }
    }

    /** Lets go of a member that is too large; a container that is a bomb ends there. */
    bool breaksLimits(Member &result)
    {
        m_spent = m_unpacked > m_limits.maxUnpacked ||
                  (m_unpacked > smallUnpacked && m_unpacked / m_limits.maxRatio > m_bytes.size());
        if (!m_spent && result.bytes.size() <= m_limits.maxBytes)
            return false;
        result.bytes.clear();
        result.refused =
            m_spent ? u"The container unpacks to far more than its size; it was left there."_s
                    : u"It is larger than %1 MB; split it to have it read."_s.arg(m_limits.maxBytes / (1024LL * 1024));
        return true;
    }

    [[nodiscard]] Error spent() const
    {
        return Error(
            u"It unpacks to more than %1 MB, or to more than %2 times its size: unpack what you trust of it into "
            u"the folder."_s.arg(m_limits.maxUnpacked / (1024LL * 1024))
                .arg(m_limits.maxRatio));
    }

    [[nodiscard]] Error broken() const
    {
        return Error(
            u"It is damaged after %1 members (%2): get it again, or unpack what can be saved."_s.arg(m_members).arg(
                reasonOf(m_archive.get())));
    }

    const QByteArray &m_bytes;
    const ReadLimits &m_limits;
    const Opened m_archive{archive_read_new()};
    qint64 m_unpacked = 0;
    int m_members = 0;
    bool m_spent = false;
};

} // namespace

Result<void> unpack(const QByteArray &bytes, const ReadLimits &limits, const std::function<bool(Member)> &take)
{
    return Unpacker(bytes, limits).run(take);
}

QByteArray memberOf(const QByteArray &bytes, const QString &path)
{
    QByteArray found;
    // What stands before a damage can be used.
    (void)unpack(bytes, {}, [&](Member member) {
        if (member.path != path)
            return true;
        found = std::move(member.bytes);
        return false;
    });
    return found;
}

} // namespace dragoman
