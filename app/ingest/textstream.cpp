// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/textstream.h"

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

constexpr qsizetype piece = 256L * 1024;

/** Told by whole lines, since the end of what is looked at may part a character. */
QString charsetOf(const FileStream &file)
{
    if (!file.context.charset.isEmpty())
        return QString::fromLatin1(file.context.charset);
    QByteArray first = file.bytes.peek(file.context.limits.maxWhole);
    if (const qsizetype end = first.lastIndexOf('\n'); end > 0 && first.size() == file.context.limits.maxWhole)
        first.truncate(end);
    return decode(first).charset;
}

} // namespace

TextStream::TextStream(const FileStream &file) : m_bytes(file.bytes), m_charset(charsetOf(file)), m_decoder(m_charset)
{
}

QString TextStream::read()
{
    QString text;
    while (text.isEmpty()) {
        const QByteArray bytes = m_bytes.take(piece);
        if (bytes.isEmpty())
            break;
        text = m_decoder.decode(bytes);
        if (!std::exchange(m_begun, true) && text.startsWith(QChar::ByteOrderMark))
            text.remove(0, 1);
    }
    return text;
}

QString TextStream::charset() const
{
    return m_decoder.isFlawed() ? m_charset + u" (with errors)"_s : m_charset;
}

std::optional<TextPart> LineStream::next()
{
    bool tooLong = false;
    qsizetype searched = m_at;
    while (true) {
        if (const qsizetype end = m_held.indexOf(u'\n', searched); end >= 0) {
            tooLong = tooLong || end - m_at > m_longest;
            TextPart line{tooLong ? QString() : m_held.mid(m_at, end - m_at), tooLong};
            m_at = end + 1;
            return line;
        }
        m_held.remove(0, std::exchange(m_at, 0));
        if (m_held.size() > m_longest) {
            tooLong = true;
            m_held.clear();
        }
        searched = m_held.size();
        const QString more = m_text.read();
        if (more.isEmpty())
            break;
        m_held += more;
    }
    if (m_held.isEmpty() && !tooLong)
        return std::nullopt;
    tooLong = tooLong || m_held.size() > m_longest;
    const QString rest = std::exchange(m_held, {});
    return TextPart{tooLong ? QString() : rest, tooLong};
}

} // namespace dragoman
