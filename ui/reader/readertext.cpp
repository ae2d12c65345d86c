// SPDX-License-Identifier: GPL-3.0-or-later
#include "reader/readertext.h"

#include <algorithm>

namespace dragoman {

namespace {

constexpr qsizetype longestWrapped = 110; ///< characters of a line that somebody wrapped
constexpr qsizetype shortestWrapped = 45;
constexpr int wrappedLinesAtLeast = 3;
constexpr qsizetype longLine = 500; ///< what is longer is broken at double spaces

bool isLineBreak(QChar c)
{
    return c == u'\n' || c == u'\r' || c == u'\f' || c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
}

TextSpan trimmed(const QString &body, TextSpan span)
{
    const auto blank = [&](qsizetype at) { return body[at].isSpace() || body[at] == QChar::ByteOrderMark; };
    while (span.start < span.end && blank(span.start))
        ++span.start;
    while (span.end > span.start && blank(span.end - 1))
        --span.end;
    return span;
}

/** The lines of `part` without the white space around them; blank ones are empty spans. */
QList<TextSpan> linesOf(const QString &body, const TextSpan &part)
{
    QList<TextSpan> lines;
    qsizetype start = part.start;
    for (qsizetype at = part.start; at <= part.end; ++at) {
        if (at < part.end && !isLineBreak(body[at]))
            continue;
        lines.append(trimmed(body, {start, at}));
        if (at + 1 < part.end && body[at] == u'\r' && body[at + 1] == u'\n')
            ++at;
        start = at + 1;
    }
    return lines;
}

bool isWrapped(const QList<TextSpan> &lines)
{
    int wrapped = 0;
    for (qsizetype at = 0; at < lines.size(); ++at) {
        if (lines[at].length() > longestWrapped)
            return false;
        const bool followed = at + 1 < lines.size() && !lines[at + 1].isEmpty();
        wrapped += followed && lines[at].length() >= shortestWrapped ? 1 : 0;
    }
    return wrapped >= wrappedLinesAtLeast;
}

bool endsSentence(QChar c)
{
    return QStringView(u".!?…\"'”’»)]؟。").contains(c);
}

/** A long line in pieces, parted where two spaces or more follow the end of a sentence. */
QList<TextSpan> piecesOf(const QString &body, const TextSpan &line)
{
    QList<TextSpan> pieces;
    qsizetype start = line.start;
    for (qsizetype at = line.start + 1; line.length() > longLine && at + 1 < line.end; ++at) {
        if (body[at] == u' ' && body[at + 1] == u' ' && endsSentence(body[at - 1])) {
            pieces.append(trimmed(body, {start, at}));
            start = at;
        }
    }
    pieces.append(trimmed(body, {start, line.end}));
    return pieces;
}

} // namespace

ReaderText::ReaderText(const Article &article)
{
    using Role = ReaderParagraph::Role;
    const QString &body = article.body;
    const TextSpan story = article.story.isEmpty() ? TextSpan{0, body.size()} : article.story;
    const TextSpan title = article.titleSpan;
    QList<qsizetype> cuts{0, story.start, story.end, title.start, title.end, body.size()};
    for (qsizetype &cut : cuts)
        cut = std::clamp<qsizetype>(cut, 0, body.size());
    std::sort(cuts.begin(), cuts.end());
    for (qsizetype at = 0; at + 1 < cuts.size(); ++at) {
        const TextSpan part{cuts[at], cuts[at + 1]};
        if (part.isEmpty())
            continue;
        if (title.contains(part.start))
            addPart(body, part, Role::Title);
        else if (story.contains(part.start))
            addPart(body, part, Role::Story);
        else
            addPart(body, part, part.start < story.start ? Role::Head : Role::Tail);
    }
}

void ReaderText::addPart(const QString &body, const TextSpan &part, ReaderParagraph::Role role)
{
    const QList<TextSpan> lines = linesOf(body, part);
    const bool joined =
        role == ReaderParagraph::Role::Title || (role == ReaderParagraph::Role::Story && isWrapped(lines));
    QList<TextSpan> paragraph;
    for (const TextSpan &line : lines) {
        if (joined && !line.isEmpty()) {
            paragraph.append(line);
            continue;
        }
        addParagraph(body, paragraph, role);
        paragraph.clear();
        if (line.isEmpty())
            continue;
        for (const TextSpan &piece : piecesOf(body, line))
            addParagraph(body, {piece}, role);
    }
    addParagraph(body, paragraph, role);
}

void ReaderText::addParagraph(const QString &body, const QList<TextSpan> &lines, ReaderParagraph::Role role)
{
    if (lines.isEmpty() || lines.first().isEmpty())
        return;
    if (!m_paragraphs.isEmpty())
        m_text += u'\n';
    ReaderParagraph paragraph;
    paragraph.role = role;
    paragraph.start = m_text.size();
    for (const TextSpan &line : lines) {
        if (m_text.size() > paragraph.start)
            m_text += u' ';
        addSegment(body, line);
    }
    paragraph.text = m_text.mid(paragraph.start);
    paragraph.rightToLeft = paragraph.text.isRightToLeft();
    m_paragraphs.append(paragraph);
}

void ReaderText::addSegment(const QString &body, const TextSpan &span)
{
    m_segments.append({m_text.size(), span.start, span.length()});
    m_text += QStringView(body).mid(span.start, span.length());
    // A document would make a block of its own of each of these.
    for (qsizetype at = m_segments.last().text; at < m_text.size(); ++at) {
        if (m_text[at].unicode() == 0xfdd0 || m_text[at].unicode() == 0xfdd1 || m_text[at].isNull())
            m_text[at] = QChar::ReplacementCharacter;
    }
}

qsizetype ReaderText::toText(qsizetype bodyOffset) const
{
    const auto next = std::upper_bound(m_segments.begin(), m_segments.end(), bodyOffset,
                                       [](qsizetype offset, const Segment &segment) { return offset < segment.body; });
    if (next == m_segments.begin())
        return 0;
    const Segment &segment = *std::prev(next);
    if (bodyOffset <= segment.body + segment.length)
        return segment.text + bodyOffset - segment.body;
    return next == m_segments.end() ? m_text.size() : next->text;
}

qsizetype ReaderText::toBody(qsizetype textPosition) const
{
    const auto next =
        std::upper_bound(m_segments.begin(), m_segments.end(), textPosition,
                         [](qsizetype position, const Segment &segment) { return position < segment.text; });
    if (next == m_segments.begin())
        return m_segments.isEmpty() ? 0 : m_segments.first().body;
    const Segment &segment = *std::prev(next);
    return segment.body + std::min(textPosition - segment.text, segment.length);
}

TextSpan ReaderText::toText(const TextSpan &body) const
{
    const qsizetype start = toText(body.start);
    const auto next = std::lower_bound(m_segments.begin(), m_segments.end(), body.end,
                                       [](const Segment &segment, qsizetype offset) { return segment.body < offset; });
    if (next == m_segments.begin())
        return {start, start};
    const Segment &last = *std::prev(next);
    return {start, std::max(start, last.text + std::min(body.end - last.body, last.length))};
}

TextSpan ReaderText::toBody(const TextSpan &text) const
{
    const qsizetype start = toBody(text.start);
    const auto next =
        std::lower_bound(m_segments.begin(), m_segments.end(), text.end,
                         [](const Segment &segment, qsizetype position) { return segment.text < position; });
    if (next == m_segments.begin())
        return {start, start};
    const Segment &last = *std::prev(next);
    return {start, std::max(start, last.body + std::min(text.end - last.text, last.length))};
}

} // namespace dragoman
