// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/containerreader.h"

#include "ingest/contents.h"
#include "ingest/zipfile.h"

#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

constexpr int namedMembers = 20;
constexpr qsizetype longestHttpHeaders = 64L * 1024;

/** Passes over the HTTP headers in front of a record of a WARC, which end at the first blank line. */
void passHttpHeaders(ByteSource &bytes)
{
    if (!bytes.peek(5).startsWith("HTTP/"))
        return;
    const qsizetype end = bytes.peek(longestHttpHeaders).indexOf("\r\n\r\n");
    if (end >= 0)
        (void)bytes.take(end + 4);
}

/** Whether a container is opened from its end, where its list of members stands. */
bool endsWithItsList(const QByteArray &head)
{
    return head.startsWith("PK\x03\x04") || head.startsWith("7z\xbc\xaf");
}

/** What a compressed single file is called inside: its own name without the suffix. */
QString memberPath(const QString &container, const QString &path)
{
    if (path != u"data")
        return path;
    const QString name = container.section(u'/', -1);
    const qsizetype dot = name.lastIndexOf(u'.');
    return dot > 0 ? name.left(dot) : name;
}

bool isHiddenMember(const QString &path)
{
    return path.startsWith(u"__MACOSX/"_s) || path.section(u'/', -1).startsWith(u'.') || path.contains(u"/."_s);
}

/** Reads the members of one container. */
class Members
{
public:
    Members(const FileStream &container, const ArticleSink &sink) : m_container(container), m_sink(sink) {}

    bool take(const Member &member)
    {
        const QString path = unlike(memberPath(m_container.path, member.path));
        if (isHiddenMember(path))
            return true;
        ++m_count;
        if (!member.refused.isEmpty())
            leaveOut(path, member.refused);
        else
            read(path, member.bytes);
        return m_wanted;
    }

    [[nodiscard]] QString note() const
    {
        if (m_left == 0)
            return {};
        return u"%1 of %2 members were not read: %3%4"_s.arg(m_left).arg(m_count).arg(
            m_named.join(u' '), m_left > namedMembers ? u" And %1 more."_s.arg(m_left - namedMembers) : QString());
    }

    [[nodiscard]] bool found() const { return m_found; }

private:
    void read(const QString &path, ByteSource &bytes)
    {
        passHttpHeaders(bytes);
        const ContentsOutcome outcome =
            readStream({path, bytes, m_container.context, m_container.depth + 1}, [&](Article article) {
                const QString inner = article.provenance.member;
                article.provenance.member = inner.isEmpty() ? path : path + u'/' + inner;
                m_found = true;
                m_wanted = m_sink(std::move(article));
                return m_wanted;
            });
        if (outcome.state != FileState::Read || !outcome.reason.isEmpty())
            leaveOut(path, outcome.reason);
    }

    /** A container may hold several members of one path, as a WARC that saved a page again and again does. */
    QString unlike(const QString &path)
    {
        QString other = path;
        int &number = m_paths[qHash(path)];
        while (number > 0 && m_paths.contains(qHash(other)))
            other = u"%1 (%2)"_s.arg(path).arg(++number);
        if (number == 0)
            number = 1;
        else
            m_paths.insert(qHash(other), 1);
        return other;
    }

    void leaveOut(const QString &path, const QString &reason)
    {
        if (m_left++ < namedMembers)
            m_named.append(path + u": "_s + reason);
    }

    const FileStream &m_container;
    const ArticleSink &m_sink;
    QHash<size_t, int> m_paths; ///< by hash, since there may be a million: the number given to it last
    QStringList m_named;        ///< the first of those left out, and why
    int m_left = 0;
    int m_count = 0;
    bool m_found = false;
    bool m_wanted = true;
};

Result<QString> readMembers(const FileStream &file, const ArticleSink &sink)
{
    Members members(file, sink);
    const Result<void> unpacked =
        unpack(file.bytes, file.context, [&members](const Member &member) { return members.take(member); });
    if (unpacked.ok())
        return members.note();
    const QString &reason = unpacked.error().message();
    return members.found() ? Result<QString>((reason + u' ' + members.note()).trimmed()) : unpacked.error();
}

} // namespace

QString ContainerReader::name() const
{
    return u"container"_s;
}

bool ContainerReader::sniff(const QString & /*path*/, const QByteArray &head) const
{
    static const std::array<QByteArrayView, 8> magics{"PK\x03\x04",
                                                      "\x1f\x8b",
                                                      "BZh",
                                                      "\xfd"
                                                      "7zXZ",
                                                      "7z\xbc\xaf\x27\x1c",
                                                      "Rar!",
                                                      "\x28\xb5\x2f\xfd",
                                                      "WARC/"};
    return std::any_of(magics.begin(), magics.end(),
                       [&head](QByteArrayView magic) { return head.startsWith(magic); }) ||
           (head.size() > 262 && head.mid(257, 5) == "ustar");
}

Result<QString> ContainerReader::readEach(const FileStream &file, const ArticleSink &sink) const
{
    const ReadLimits &limits = file.context.limits;
    if (file.depth >= limits.maxDepth)
        return Error(
            u"Containers lie more than %1 deep in one another; unpack it into the folder."_s.arg(limits.maxDepth));
    if (file.bytes.size() >= 0 || !endsWithItsList(file.bytes.peek(4)))
        return readMembers(file, sink);
    MemorySource held(file.bytes.take(limits.maxBytes + 1));
    if (held.size() > limits.maxBytes)
        return Error(u"It is larger than %1 and lies in another container; unpack that into the folder."_s.arg(
            sizeInWords(limits.maxBytes)));
    return readMembers({file.path, held, file.context, file.depth}, sink);
}

} // namespace dragoman
