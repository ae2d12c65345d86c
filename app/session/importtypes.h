// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/storetypes.h"

#include <QMetaType>

namespace dragoman {

/** How far an import is. */
struct ImportProgress
{
    enum class Phase { Checking, Looking, Reading, Joining };

    Phase phase = Phase::Looking; ///< Checking: the store, after an import that did not come to its end
    int files = 0;                ///< to be read, as far as known
    int done = 0;                 ///< read or ended otherwise
    qint64 bytes = 0;             ///< of the files to be read
    qint64 bytesDone = 0;
    int articles = 0;     ///< stored
    int contacts = 0;     ///< joined so far
    double perSecond = 0; ///< files, of late
    int secondsLeft = -1; ///< of reading, at the speed of late; -1 while too little is known
};

/** A file that has another name than at the last import, and holds what it held. */
struct RenamedFile
{
    QString from;
    QString to;

    friend bool operator==(const RenamedFile &, const RenamedFile &) = default;
};

/** How an import ended: the account of files, in order of path. */
struct ImportReport
{
    enum class Fault {
        None,
        Other,   ///< `error` says all
        Damaged, ///< the store is: setting it aside helps
        Missing, ///< the folder is not there: somebody has to connect or locate it
        Emptied  ///< all files of the folder are gone; nothing was forgotten, unless the next import is told to
    };

    QList<FileRow> files;
    int read = 0;      ///< files read now
    int unchanged = 0; ///< files known and not changed
    int removed = 0;   ///< files gone since the last time
    int hidden = 0;    ///< files known, in folders that could not be looked through: what was read of them is kept
    QList<RenamedFile> renamed;
    int articles = 0; ///< in the store now
    int contacts = 0;
    bool stopped = false;
    Fault fault = Fault::None;
    QString error; ///< a sentence; empty if all went well
};

} // namespace dragoman
Q_DECLARE_METATYPE(dragoman::ImportProgress)
Q_DECLARE_METATYPE(dragoman::ImportReport)
