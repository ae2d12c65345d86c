// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QString>
#include <QStringList>

namespace dragoman {

/** The two ends of an archive. */
struct ArchiveFiles
{
    QString folder;        ///< canonical; of a store alone it may be gone
    QString store;         ///< there, and of a version that this program reads
    QString notice = {};   ///< a sentence for the user on what is not as usual; empty if all is
    bool readOnly = false; ///< nothing new can be read into the store; `notice` says why
};

/**
 * Finds folder and store of what somebody asks to open: a folder, whose store is `store` or, if that is empty, the one
 * in the user's data directory, made if need be; or a store, which knows its folder. A folder that is not there now but
 * was read before opens what was read of it; a store that may not be written to, or that a newer program wrote, opens
 * for reading.
 */
[[nodiscard]] Result<ArchiveFiles> locateArchive(const QString &folderOrStore, const QString &store);

/** `$XDG_DATA_HOME/dragoman/archives/NAME-HASH.sqlite` for a folder. */
[[nodiscard]] QString defaultStoreOf(const QString &folder);

/** The folders laid over the built-in rules: the user's own in his data directory, if there is one, then `further`. */
[[nodiscard]] QStringList rulesFolders(const QStringList &further);

} // namespace dragoman
