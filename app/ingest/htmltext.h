// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/htmltables.h"
#include "ingest/htmltree.h"

namespace dragoman {

/** What a page says in sentences, and the short lines that stand before it. */
struct MainText
{
    QString text;       ///< paragraphs parted by blank lines; empty if the page has no prose
    QStringList before; ///< lines outside of it, the nearest first: dates, sections, captions
};

/**
 * The article's own text in a page, paragraphs parted by blank lines, without menus, related pieces, notices and the
 * title. Paragraphs vote for the elements that hold them, as in Arc90's Readability; what the page itself marks as its
 * article wins where it holds most of the paragraphs.
 */
[[nodiscard]] MainText mainText(const HtmlTree &page, const HtmlTables &tables, const QString &title);

/** All text of a piece of HTML, paragraphs parted by blank lines: for feeds and mails, which have no menus. */
[[nodiscard]] QString wholeText(const HtmlTree &page, const HtmlTables &tables);

} // namespace dragoman
