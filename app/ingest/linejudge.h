// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/datescan.h"
#include "ingest/textlines.h"

namespace dragoman {

[[nodiscard]] int wordCount(const QString &text);

/** Looks at the first lines of an article and says what each of them can be. */
class LineJudge
{
public:
    static constexpr int mostLines = 60;

    LineJudge(const QString &text, qsizetype from, const HeadTables &tables, const DateScanner &scanner);

    [[nodiscard]] const QList<TextLine> &lines() const { return m_lines; }

    /** A line about the article: byline, outlet, date with or without year. */
    [[nodiscard]] bool isMeta(qsizetype i) const;
    /** Running text; before the title is known a lone sentence can be that. */
    [[nodiscard]] bool isProse(qsizetype i, bool hasTitle) const;
    [[nodiscard]] bool looksLikeHeadline(qsizetype i, bool hasTitle) const;
    /** A dateline with a date or an agency. */
    [[nodiscard]] bool opensDatedStory(qsizetype i) const;
    /** A day heads a paragraph from here on, as in a diary. */
    [[nodiscard]] bool headingFollows(qsizetype i) const;
    /** The index after the last line of the paragraph, where lines are broken at a fixed width. */
    [[nodiscard]] qsizetype blockEnd(qsizetype i) const;
    /** The text gives many datelines: each of them belongs to its paragraph and stays in the story. */
    [[nodiscard]] bool isDigest() const;

private:
    const QString &m_text;
    const HeadTables &m_tables;
    const DateScanner &m_scanner;
    const QList<TextLine> m_lines;
};

} // namespace dragoman
