// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/zipfile.h"

#include "ingest/contents.h"

#include <archive.h>
#include <archive_entry.h>

#include <array>
#include <cerrno>
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

/** What libarchive reads from: the container's bytes, wherever they come from. */
struct Feed
{
    explicit Feed(ByteSource &container) : source(container) {}

    static la_ssize_t read(archive *opened, void *self, const void **bytes)
    {
        auto *feed = static_cast<Feed *>(self);
        *bytes = feed->buffer.data();
        const qsizetype got = feed->source.read(feed->buffer.data(), feed->buffer.size());
        if (got > 0 || feed->source.fault().isEmpty())
            return got;
        archive_set_error(opened, EIO, "%s", feed->source.fault().toUtf8().constData());
        return -1;
    }

    static la_int64_t skip(archive * /*opened*/, void *self, la_int64_t count)
    {
        auto *feed = static_cast<Feed *>(self);
        const qint64 before = feed->source.position();
        return feed->source.seek(std::min(before + count, feed->source.size())) ? feed->source.position() - before : 0;
    }

    static la_int64_t seek(archive * /*opened*/, void *self, la_int64_t offset, int from)
    {
        auto *feed = static_cast<Feed *>(self);
        const qint64 base = from == SEEK_SET ? 0 : from == SEEK_CUR ? feed->source.position() : feed->source.size();
        return feed->source.seek(base + offset) ? feed->source.position() : ARCHIVE_FATAL;
    }

    ByteSource &source;
    std::array<char, 64UL * 1024> buffer{};
};

/** The bytes of the member that libarchive stands at; they end where a limit is broken. */
class MemberSource : public ByteSource
{
public:
    /** `size`: as the container says; -1 if it does not. */
    MemberSource(archive *opened, ReadContext &context, qint64 size)
        : m_archive(opened), m_context(context), m_size(size)
    {
    }
    [[nodiscard]] bool isSpent() const { return m_spent; }

protected:
    [[nodiscard]] qsizetype fetch(char *to, qsizetype most) override
    {
        // libarchive hands out the line ends behind a record of a WARC as if they were of it.
        const qint64 left = m_size < 0 ? most : std::min<qint64>(most, m_size - m_given);
        if (left <= 0 || !fault().isEmpty())
            return 0;
        const auto got = archive_read_data(m_archive, to, static_cast<size_t>(left));
        if (got < 0)
            fail(u"It cannot be unpacked: %1."_s.arg(reasonOf(m_archive)));
        if (got <= 0 || breaksLimits(got))
            return 0;
        return got;
    }

private:
    bool breaksLimits(qint64 got)
    {
        const ReadLimits &limits = m_context.limits;
        m_given += got;
        m_context.unpacked += got;
        m_spent = m_context.unpacked > limits.maxUnpacked ||
                  (m_context.unpacked > smallUnpacked && m_context.unpacked / limits.maxRatio > m_context.size);
        if (m_spent)
            fail(u"The container unpacks to far more than its size; it was left there."_s);
        else if (m_given > limits.maxMember)
            fail(u"It unpacks to more than %1; unpack it into the folder to have it read."_s.arg(
                sizeInWords(limits.maxMember)));
        return !fault().isEmpty();
    }

    archive *m_archive;
    ReadContext &m_context;
    const qint64 m_size;
    qint64 m_given = 0;
    bool m_spent = false;
};

/** Visits members one after the other. */
class Unpacker
{
public:
    Unpacker(ByteSource &container, ReadContext &context) : m_feed(container), m_context(context) {}

    Result<void> run(const std::function<bool(const Member &)> &take)
    {
        if (!open())
            return broken();
        archive_entry *entry = nullptr;
        int code = ARCHIVE_OK;
        while ((code = archive_read_next_header(m_archive.get(), &entry)) == ARCHIVE_OK || code == ARCHIVE_WARN) {
            if (++m_members > m_context.limits.maxMembers)
                return Error(
                    u"It holds more than %1 members; unpack it into the folder."_s.arg(m_context.limits.maxMembers));
            if (archive_entry_filetype(entry) == AE_IFDIR)
                continue;
            MemberSource source(m_archive.get(), m_context,
                                archive_entry_size_is_set(entry) ? archive_entry_size(entry) : -1);
            const bool goOn = take({pathOf(entry), source, refusal(entry)});
            if (source.isSpent())
                return spent();
            // A file that is only compressed holds nothing else, and its rest is not unpacked to see that.
            if (!goOn || archive_format(m_archive.get()) == ARCHIVE_FORMAT_RAW)
                return {};
        }
        return code == ARCHIVE_EOF ? Result<void>() : broken();
    }

private:
    bool open()
    {
        archive *opened = m_archive.get();
        archive_read_support_filter_all(opened);
        archive_read_support_format_all(opened);
        archive_read_support_format_raw(opened);
        archive_read_set_callback_data(opened, &m_feed);
        archive_read_set_read_callback(opened, Feed::read);
        if (m_feed.source.size() >= 0) {
            archive_read_set_skip_callback(opened, Feed::skip);
            archive_read_set_seek_callback(opened, Feed::seek);
        }
        return archive_read_open1(opened) == ARCHIVE_OK;
    }

    static QString refusal(archive_entry *entry)
    {
        if (archive_entry_filetype(entry) != AE_IFREG && archive_entry_filetype(entry) != 0)
            return u"This is a link or a device, not a file."_s;
        return archive_entry_is_encrypted(entry) ? u"It is encrypted; unpack it with its password."_s : QString();
    }

    [[nodiscard]] Error spent() const
    {
        return Error(u"It unpacks to more than %1, or to more than %2 times its size: unpack what you trust of it into "
                     u"the folder."_s.arg(sizeInWords(m_context.limits.maxUnpacked))
                         .arg(m_context.limits.maxRatio));
    }

    [[nodiscard]] Error broken() const
    {
        return Error(
            u"It is damaged after %1 members (%2): get it again, or unpack what can be saved."_s.arg(m_members).arg(
                reasonOf(m_archive.get())));
    }

    Feed m_feed;
    ReadContext &m_context;
    const Opened m_archive{archive_read_new()};
    int m_members = 0;
};

} // namespace

Result<void> unpack(ByteSource &container, ReadContext &context, const std::function<bool(const Member &)> &take)
{
    return Unpacker(container, context).run(take);
}

QHash<QString, QByteArray> membersOf(const QByteArray &container,
                                     const std::function<bool(const QString &path)> &wanted)
{
    MemorySource source(container);
    ReadContext context;
    context.size = container.size();
    context.limits.maxUnpacked = 512LL * 1024 * 1024;
    QHash<QString, QByteArray> members;
    // What stands before a damage can be used.
    (void)unpack(source, context, [&](const Member &member) {
        if (!member.refused.isEmpty() || !wanted(member.path))
            return true;
        QByteArray bytes = member.bytes.take(context.limits.maxBytes + 1);
        if (member.bytes.fault().isEmpty() && bytes.size() <= context.limits.maxBytes)
            members.insert(member.path, std::move(bytes));
        return true;
    });
    return members;
}

} // namespace dragoman
