// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/storetypes.h"

#include <QMetaType>

namespace dragoman {

/** How far an import is. */
struct ImportProgress
{
    int files = 0;    ///< to be read, as far as known
    int done = 0;     ///< read or ended otherwise
    int articles = 0; ///< stored
    int contacts = 0; ///< joined so far
    double perSecond = 0;
};

/** How an import ended: the account of files, in order of path. */
struct ImportReport
{
    QList<FileRow> files;
    int read = 0;      ///< files read now
    int unchanged = 0; ///< files known and not changed
    int removed = 0;   ///< files gone since the last time
    int articles = 0;  ///< in the store now
    int contacts = 0;
    bool stopped = false;
    QString error; ///< a sentence; empty if all went well
};

} // namespace dragoman
Q_DECLARE_METATYPE(dragoman::ImportProgress)
Q_DECLARE_METATYPE(dragoman::ImportReport)
