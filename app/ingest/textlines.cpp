// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/textlines.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

constexpr qsizetype keptCharacters = 500;
constexpr qsizetype narrowest = 40;
constexpr qsizetype widest = 120;

bool isLineEnd(QChar c)
{
    return c == u'\n' || c == u'\r' || c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
}

bool isBlank(QChar c)
{
    return c.isSpace() || c == QChar::ByteOrderMark;
}

bool closes(QChar c)
{
    return QStringView(u"\"'”’»)]*_").contains(c);
}

/** The position of the last character before `end` that closes nothing; `start` if there is none. */
qsizetype lastSpeaking(const QString &text, qsizetype start, qsizetype end)
{
    qsizetype position = end - 1;
    while (position > start && closes(text[position]))
        --position;
    return position;
}

} // namespace

QList<TextLine> firstLines(const QString &text, qsizetype from, int most)
{
    QList<TextLine> lines;
    bool blankBefore = true;
    qsizetype position = from;
    while (position < text.size() && lines.size() < most) {
        qsizetype end = position;
        while (end < text.size() && !isLineEnd(text[end]))
            ++end;
        TextSpan span{position, end};
        while (span.start < span.end && isBlank(text[span.start]))
            ++span.start;
        while (span.end > span.start && isBlank(text[span.end - 1]))
            --span.end;
        if (span.isEmpty()) {
            // CR LF is one line end, not a blank line.
            const bool betweenCrLf =
                position > 0 && end == position && end < text.size() && text[end] == u'\n' && text[end - 1] == u'\r';
            blankBefore = blankBefore || !betweenCrLf;
        } else {
            lines.append({span, text.mid(span.start, std::min(span.length(), keptCharacters)),
                          text[lastSpeaking(text, span.start, span.end)], blankBefore});
            blankBefore = false;
        }
        position = end + 1;
    }
    return lines;
}

bool endsSentence(const TextLine &line, const QString &text)
{
    static const QRegularExpression abbreviation(
        u"(?:(?:^|[\\s(])(?:\\p{L}\\.)*\\p{L}|\\b(?:Jr|Sr|Inc|Ltd|Corp|St|No|Mr|Mrs|Dr|Gen|vs))$"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    if (!QStringView(u".!?…।。").contains(line.last))
        return false;
    if (line.last != u'.' || line.span.length() > keptCharacters)
        return true;
    const qsizetype end = lastSpeaking(text, line.span.start, line.span.end);
    const qsizetype start = std::max(line.span.start, end - 12);
    return !abbreviation.match(text.mid(start, end - start)).hasMatch();
}

bool isBroken(const QList<TextLine> &lines, qsizetype index, const QString &text)
{
    const TextLine &line = lines[index];
    if (index + 1 >= lines.size() || lines[index + 1].opensBlock || line.span.length() > widest ||
        endsSentence(line, text))
        return false;
    if (line.last == u'-' || lines[index + 1].text[0].isLower())
        return true;
    qsizetype longest = line.span.length();
    qsizetype shortest = longest;
    qsizetype count = 1;
    qsizetype next = index + 1;
    for (; next < lines.size() && !lines[next].opensBlock; ++next, ++count) {
        const bool closesBlock = next + 1 >= lines.size() || lines[next + 1].opensBlock;
        longest = std::max(longest, lines[next].span.length());
        if (!closesBlock)
            shortest = std::min(shortest, lines[next].span.length());
    }
    return count >= 3 && longest >= narrowest && longest <= widest && shortest * 4 >= longest * 3;
}

} // namespace dragoman
