// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/datescan.h"

namespace dragoman {

/** What stands below the story: licence, signature, sharing lines. */
struct Tail
{
    qsizetype storyEnd = 0; ///< in the text; no white space before it
    QString source;         ///< of a signature or licence; may be empty
    QDate date;             ///< of publication, where it stands there
};

/** Peels what is no story off the end of a text, never going back before `from`. */
[[nodiscard]] Tail readTail(const QString &text, qsizetype from, const HeadTables &tables, const DateScanner &scanner);

} // namespace dragoman
