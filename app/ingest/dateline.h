// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/datescan.h"

#include <optional>

namespace dragoman {

/** The opening of a news story: "ANKARA, Oct. 2 (AA) —". */
struct Dateline
{
    QString city;       ///< as spelled; may be empty
    FoundDate date;     ///< month 0 if there is none
    QString source;     ///< agency or outlet; may be empty
    QString sourceForm; ///< as written there
    qsizetype end = 0;  ///< where the story begins, in the line
};

/** Reads the dateline that a line begins with; nullopt if it begins with none. Looks at its first 240 characters only.
 */
[[nodiscard]] std::optional<Dateline> parseDateline(const QString &line, const HeadTables &tables,
                                                    const DateScanner &scanner);

/** A name as places and outlets have it: each word begins with a capital or is one of their particles. At most `most`
 * words. */
[[nodiscard]] bool isProperName(const QString &text, const HeadTables &tables, int most);

/** The agency in "(AA)", "(dpa/AFP)", "(Yonhap, LEAD)"; nullptr if none is known. */
[[nodiscard]] const Agency *agencyIn(const QString &text, const HeadTables &tables, const QStringList &countries);

/** The same, or the agency whose name the text begins with ("EEAS Press Team"). */
[[nodiscard]] const Agency *agencyLeading(const QString &text, const HeadTables &tables);

} // namespace dragoman
