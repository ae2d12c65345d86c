// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace dragoman {

/** The text in lower case without diacritics, with letters such as ı, ə, ł, ø, ß, æ as their nearest Latin ones. */
[[nodiscard]] QString folded(const QString &text);

/** The words of a name, folded, in order; hyphens and apostrophes join nothing and part nothing ("Kazemi-Rad" is two
 * words, "Sa'ar" one). */
[[nodiscard]] QStringList nameWords(const QString &name);

/** How many nameWords() gives. */
[[nodiscard]] qsizetype nameWordCount(const QString &name);

/** Whether each word of `term` begins a word of `name`, both folded: what a person or place condition of the filter
 * means. */
[[nodiscard]] bool nameMatches(const QString &name, const QString &term);

} // namespace dragoman
