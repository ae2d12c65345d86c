// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/headtables.h"

namespace dragoman {

// What kind of name stands in the head or the tail of an article.

/** A name as places and outlets have it: each word begins with a capital or is one of their particles. At most `most`
 * words. */
[[nodiscard]] bool isProperName(const QString &text, const HeadTables &tables, int most);

/** The agency in "(AA)", "(dpa/AFP)", "(Yonhap, LEAD)"; nullptr if none is known. */
[[nodiscard]] const Agency *agencyIn(const QString &text, const HeadTables &tables, const QStringList &countries);

/** The same, or the agency whose name the text begins with ("EEAS Press Team"). */
[[nodiscard]] const Agency *agencyLeading(const QString &text, const HeadTables &tables);

/** Whether a name is that of a newspaper or agency by one of its words: "The Example Courier". */
[[nodiscard]] bool isOutletName(const QString &name, const HeadTables &tables);

/** Whether a name of its own is that of a place: a known city, or with a word such as Palace or Region. */
[[nodiscard]] bool isPlaceName(const QString &name, const HeadTables &tables);

/** The city in "The Kremlin, Moscow" or "Novo-Ogaryovo, Moscow Region": the first part that is known, else the first
 * part. */
[[nodiscard]] QString cityOf(const QString &place, const HeadTables &tables);

/** Whether a dateline's form is short for the name: a word of it, or its initials, "BHA" for "Bosphorus Agency". */
[[nodiscard]] bool isShortFor(const QString &form, const QString &name);

/**
 * The one agency that a story names in the manner in which agencies name themselves ("According to Mehr,", "told VNA");
 * empty if there is none, or several, or one that the whole world cites.
 */
[[nodiscard]] QString selfNamedAgency(const QString &story, const HeadTables &tables);

} // namespace dragoman
