// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/datescan.h"

#include <optional>

namespace dragoman {

/** A line that holds little more than a date or a time: "Defne Example | 09.09.2025 - Update : 10.09.2025". */
struct DatedLine
{
    enum class Kind {
        Full,     ///< a date with its year
        Yearless, ///< a date without its year and a time: "15 JAN, 10:27"
        Heading,  ///< a date without its year: "MONDAY 16 JUNE"
        Time      ///< a clock time alone
    };

    Kind kind = Kind::Full;
    bool updated = false; ///< the date is that of a later change
    FoundDate date;       ///< the day of publication where the line has several
    QString place;        ///< beside the date; may be empty
    QString source;       ///< beside the date; may be empty
};

/** nullopt for a line that says more than when, where and by whom. */
[[nodiscard]] std::optional<DatedLine> parseDatedLine(const QString &line, const HeadTables &tables,
                                                      const DateScanner &scanner);

} // namespace dragoman
