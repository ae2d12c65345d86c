// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reader/readertext.h"
#include "state/theme.h"
#include "store/storetypes.h"

#include <QSet>

namespace dragoman {

/** A stretch of the shown text that is marked. */
struct TextMark
{
    TextSpan span; ///< of ReaderText::text
    Theme::Mark mark = Theme::Mark::Evidence;
    int account = -1; ///< of ArticlePage::accounts, for evidence
    int mention = -1; ///< of ArticlePage::mentions, for the others
};

/** What the reader may mark; Role marks go with those of persons. */
using MarkKinds = QSet<Theme::Mark>;

/** All marks of a page in the order in which they are painted: evidence below, that of `selected` next, names above. */
[[nodiscard]] QList<TextMark> marksOf(const ArticlePage &page, const ReaderText &text, ContactId selected,
                                      const MarkKinds &shown);

/** The accounts of a page in the order of their first evidence, as positions in ArticlePage::accounts. */
[[nodiscard]] QList<int> accountsInOrder(const ArticlePage &page);

} // namespace dragoman
