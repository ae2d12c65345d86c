// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/containerreader.h"

#include "ingest/zipfile.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

constexpr qsizetype namedMembers = 20;

/** The HTTP headers in front of a record of a WARC, which end at the first blank line. */
QByteArray withoutHttpHeaders(const QByteArray &bytes)
{
    if (!bytes.startsWith("HTTP/"))
        return bytes;
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    return end < 0 ? bytes : bytes.mid(end + 4);
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
    explicit Members(const FileBytes &container) : m_container(container) {}

    bool take(Member member)
    {
        member.path = memberPath(m_container.path, member.path);
        if (isHiddenMember(member.path))
            return true;
        ++m_count;
        if (!member.refused.isEmpty())
            leaveOut(member.path, member.refused);
        else
            read(member);
        return true;
    }

    FileContents contents(const Result<void> &unpacked)
    {
        if (!m_left.isEmpty()) {
            m_contents.note =
                u"%1 of %2 members were not read: %3%4"_s.arg(m_left.size())
                    .arg(m_count)
                    .arg(m_left.mid(0, namedMembers).join(u' '),
                         m_left.size() > namedMembers ? u" And %1 more."_s.arg(m_left.size() - namedMembers)
                                                      : QString());
        }
        if (!unpacked.ok())
            m_contents.note = (unpacked.error().message() + u' ' + m_contents.note).trimmed();
        return std::move(m_contents);
    }

private:
    void read(const Member &member)
    {
        ContentsOutcome outcome = readContents({member.path, withoutHttpHeaders(member.bytes), m_container.depth + 1});
        if (outcome.state != FileState::Read || !outcome.reason.isEmpty())
            leaveOut(member.path, outcome.reason);
        for (Article &article : outcome.articles) {
            const QString inner = article.provenance.member;
            article.provenance.member = inner.isEmpty() ? member.path : member.path + u'/' + inner;
            m_contents.articles.append(std::move(article));
        }
    }

    void leaveOut(const QString &path, const QString &reason) { m_left.append(path + u": "_s + reason); }

    const FileBytes &m_container;
    FileContents m_contents;
    QStringList m_left;
    int m_count = 0;
};

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

Result<FileContents> ContainerReader::read(const FileBytes &file) const
{
    const ReadLimits limits;
    if (file.depth >= limits.maxDepth)
        return Error(
            u"Containers lie more than %1 deep in one another; unpack it into the folder."_s.arg(limits.maxDepth));
    Members members(file);
    const Result<void> unpacked =
        unpack(file.bytes, limits, [&members](Member member) { return members.take(std::move(member)); });
    FileContents contents = members.contents(unpacked);
    if (!unpacked.ok() && contents.articles.isEmpty())
        return unpacked.error();
    return contents;
}

} // namespace dragoman
