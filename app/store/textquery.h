// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/textspan.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace dragoman {

/** One word, phrase or prefix that somebody searches for. */
struct TextTerm
{
    QStringList words;   ///< folded; more than one for a phrase
    bool prefix = false; ///< the last word is only the beginning of one

    friend bool operator==(const TextTerm &, const TextTerm &) = default;
};

/** What Filter::text asks for: words, "phrases" and prefix*. Any text can be read; signs without letters ask for
 * nothing. */
[[nodiscard]] QList<TextTerm> textTerms(const QString &text);

/** The terms for FTS5, each quoted, all of which have to be there; empty if there are none. */
[[nodiscard]] QString ftsQuery(const QList<TextTerm> &terms);

/** The form of a text that goes into the index, so that "Arıkan" and "Arikan" find each other. */
[[nodiscard]] QString indexText(const QString &text);

/** Where the terms stand in a text, in order, none overlapping another. */
[[nodiscard]] QList<TextSpan> findTerms(const QString &text, const QList<TextTerm> &terms);

/** A line around the first hits, each between U+0002 and U+0003, with "…" where text is left out; empty without a hit.
 */
[[nodiscard]] QString snippetOf(const QString &text, const QList<TextTerm> &terms);

/** The first words of a text as one line. */
[[nodiscard]] QString firstWords(QStringView text);

} // namespace dragoman
