// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "extract/lexicon.h"

#include <QDate>

namespace dragoman {

struct TokenizedText;

/** Adds the rows of a table people.tsv to the lexicon; needs its words, states and roles. */
[[nodiscard]] Result<void> loadOfficeTerms(const QString &file, Lexicon &lexicon);

/** An office as words tell it, without what changes nothing in it: key and the words that the key does not cover. */
[[nodiscard]] OfficeName officeName(const TokenizedText &text, int begin, int end, const Lexicon &lexicon);

/** Who of the tables held the office of the state on every day from `first` to `last`; null if nobody or if several
 * did. */
[[nodiscard]] const OfficeTerm *officeHolder(const Lexicon &lexicon, const QString &country, const OfficeName &office,
                                             QDate first, QDate last);

} // namespace dragoman
