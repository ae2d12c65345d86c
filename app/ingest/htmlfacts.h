// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/htmltables.h"
#include "ingest/htmltree.h"

namespace dragoman {

/**
 * What a page tells of its article beside the text: of each kind the facts in the order of the table, each value once.
 * JSON-LD that is no JSON tells nothing.
 */
[[nodiscard]] QList<ToldFact> factsOf(const HtmlTree &page, const HtmlTables &tables);

/** The text of the page's JSON-LD article, if it is there; paragraphs as told. */
[[nodiscard]] QString jsonLdBody(const HtmlTree &page);

} // namespace dragoman
