// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QString>
#include <QStringList>

namespace dragoman {

/** The two ends of an archive. */
struct ArchiveFiles
{
    QString folder; ///< canonical; of a store alone it may be gone
    QString store;  ///< there, and of the version that this program reads
};

/**
 * Finds folder and store of what somebody asks to open: a folder, whose store is `store` or, if that is empty, the one
 * in the user's data directory, made if need be; or a store, which knows its folder.
 */
[[nodiscard]] Result<ArchiveFiles> locateArchive(const QString &folderOrStore, const QString &store);

/** `$XDG_DATA_HOME/dragoman/archives/NAME-HASH.sqlite` for a folder. */
[[nodiscard]] QString defaultStoreOf(const QString &folder);

/** The folders laid over the built-in rules: the user's own in his data directory, if there is one, then `further`. */
[[nodiscard]] QStringList rulesFolders(const QStringList &further);

} // namespace dragoman
