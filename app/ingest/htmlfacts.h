// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/htmltables.h"
#include "ingest/htmltree.h"

namespace dragoman {

/** What a page tells of its article beside what is seen. */
struct PageFacts
{
    QList<ToldFact> facts; ///< of each kind in the order of the table, each value once
    QString body;          ///< the text of its JSON-LD article, paragraphs as told; mostly empty
};

/** JSON-LD that is no JSON tells nothing. What only an element shows ("<time>") counts where no mark tells the kind,
 * since it may be of another article's teaser. */
[[nodiscard]] PageFacts factsOf(const HtmlTree &page, const HtmlTables &tables);

} // namespace dragoman
