// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/textspan.h"

#include <QList>
#include <QString>

namespace dragoman {

/** A line of a text that is not blank. */
struct TextLine
{
    TextSpan span;          ///< in the text, without white space at its ends
    QString text;           ///< its first characters, enough to tell what it is
    QChar last;             ///< its last character but closing quotes and brackets
    bool opensBlock = true; ///< a blank line or the beginning of the text stands before it
};

/** The first lines of a text that are not blank, at most `most`, from position `from`. Linear in the text read. */
[[nodiscard]] QList<TextLine> firstLines(const QString &text, qsizetype from, int most);

/** Whether the line ends with a full stop, question mark, exclamation mark or the like; not with "U.S." */
[[nodiscard]] bool endsSentence(const TextLine &line, const QString &text);

/** Whether the line goes on in the next one, as in texts whose lines are broken at a fixed width. */
[[nodiscard]] bool isBroken(const QList<TextLine> &lines, qsizetype index, const QString &text);

} // namespace dragoman
