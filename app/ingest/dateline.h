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

} // namespace dragoman
