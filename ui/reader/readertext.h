// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/article.h"

#include <QList>
#include <QString>

namespace dragoman {

/** A paragraph as the reader shows it. */
struct ReaderParagraph
{
    enum class Role { Head, Title, Story, Tail };

    Role role = Role::Story;
    qsizetype start = 0;      ///< in ReaderText::text
    QString text;             ///< without line breaks
    bool rightToLeft = false; ///< by its first strong character
};

/**
 * An article's body broken into paragraphs for reading, with the way between both. Nothing is left out but white space
 * at line ends; lines wrapped by the sender are joined, and an article of one line is broken where two spaces follow a
 * sentence. Positions count UTF-16 units; those of the text are those of a QTextDocument with one block for each
 * paragraph.
 */
class ReaderText
{
public:
    ReaderText() = default;
    explicit ReaderText(const Article &article);

    [[nodiscard]] const QList<ReaderParagraph> &paragraphs() const { return m_paragraphs; }
    [[nodiscard]] const QString &text() const { return m_text; } ///< paragraphs parted by "\n"

    /** Where the text shows a place of the body; of white space left out, where the next word begins. */
    [[nodiscard]] qsizetype toText(qsizetype bodyOffset) const;
    [[nodiscard]] qsizetype toBody(qsizetype textPosition) const;
    [[nodiscard]] TextSpan toText(const TextSpan &body) const;
    [[nodiscard]] TextSpan toBody(const TextSpan &text) const;

private:
    /** A stretch that is the same in both. */
    struct Segment
    {
        qsizetype text = 0;
        qsizetype body = 0;
        qsizetype length = 0;
    };

    void addPart(const QString &body, const TextSpan &part, ReaderParagraph::Role role);
    void addParagraph(const QString &body, const QList<TextSpan> &lines, ReaderParagraph::Role role);
    void addSegment(const QString &body, const TextSpan &span);

    QList<ReaderParagraph> m_paragraphs;
    QList<Segment> m_segments;
    QString m_text;
};

} // namespace dragoman
