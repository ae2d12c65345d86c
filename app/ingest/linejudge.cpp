// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/linejudge.h"

#include "ingest/datedline.h"
#include "ingest/dateline.h"

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

constexpr qsizetype longestHeadline = 400;
constexpr qsizetype surelyProse = 250;
constexpr int linesOfDigest = 3;

} // namespace

int wordCount(const QString &text)
{
    return static_cast<int>(text.split(u' ', Qt::SkipEmptyParts).size());
}

LineJudge::LineJudge(const QString &text, qsizetype from, const HeadTables &tables, const DateScanner &scanner)
    : m_text(text), m_tables(tables), m_scanner(scanner), m_lines(firstLines(text, from, mostLines))
{
}

/** A news digest gives many datelines; each of them belongs to its paragraph and stays in the story. */
bool LineJudge::isDigest() const
{
    int datelines = 0;
    for (const TextLine &line : m_lines)
        datelines += line.span.length() > 60 && parseDateline(line.text, m_tables, m_scanner) ? 1 : 0;
    return datelines >= linesOfDigest;
}

bool LineJudge::opensDatedStory(qsizetype i) const
{
    const auto dateline = parseDateline(m_lines[i].text, m_tables, m_scanner);
    return dateline && (dateline->date.month || !dateline->source.isEmpty());
}

/** Whether a day heads a paragraph further down too, as in a diary. */
bool LineJudge::headingFollows(qsizetype i) const
{
    for (; i < m_lines.size(); ++i) {
        const auto dated = parseDatedLine(m_lines[i].text, m_tables, m_scanner);
        if (dated && dated->kind == DatedLine::Kind::Heading)
            return true;
    }
    return false;
}

bool LineJudge::isMeta(qsizetype i) const
{
    const TextLine &line = m_lines[i];
    const auto ruled = [&line](const LineRule &rule) {
        return rule.place == LineRule::Place::Head && rule.meaning != LineRule::Meaning::Label &&
               rule.pattern.match(line.text).hasMatch();
    };
    if (line.span.length() > line.text.size())
        return false;
    if (std::any_of(m_tables.lineRules().begin(), m_tables.lineRules().end(), ruled))
        return true;
    const auto dated = parseDatedLine(line.text, m_tables, m_scanner);
    return dated && (dated->kind == DatedLine::Kind::Full || dated->kind == DatedLine::Kind::Yearless);
}

/** The index after the last line of a paragraph whose lines are broken at a fixed width. */
qsizetype LineJudge::blockEnd(qsizetype i) const
{
    while (isBroken(m_lines, i, m_text))
        ++i;
    return i + 1;
}

bool LineJudge::looksLikeHeadline(qsizetype i, bool hasTitle) const
{
    static const QRegularExpression sentenceInside(u"\\p{Ll}[.!?] +\\p{Lu}"_s);
    const TextLine &line = m_lines[i];
    if (hasTitle || i + 1 >= m_lines.size() || sentenceInside.match(line.text).hasMatch())
        return false;
    if (!endsSentence(line, m_text))
        return line.span.length() < surelyProse || (line.span.length() < longestHeadline && isMeta(i + 1));
    return line.span.length() < 160 && (line.last != u'.' || isMeta(i + 1));
}

bool LineJudge::isProse(qsizetype i, bool hasTitle) const
{
    const qsizetype end = blockEnd(i);
    if (end - i > 1)
        return endsSentence(m_lines[end - 1], m_text);
    const TextLine &line = m_lines[i];
    if (looksLikeHeadline(i, hasTitle))
        return false;
    if (line.span.length() >= surelyProse)
        return true;
    const int words = wordCount(line.text);
    return (endsSentence(line, m_text) && words >= 5) || (line.last == u':' && words >= 8);
}

} // namespace dragoman
