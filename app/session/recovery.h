// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/salvage.h"

#include <QString>

namespace dragoman {

/** Whether a folder or store is there, or what was read of it earlier. */
[[nodiscard]] bool isKnownOrThere(const QString &folderOrStore);

/** The store of a folder, or the store named, if it is damaged; else nothing. Looks at every page of it. */
[[nodiscard]] QString damagedStoreOf(const QString &folderOrStore);

/**
 * Gives the store of an archive that is closed now the folder to which its files went: one that holds a sample of them.
 * An error says what speaks against it.
 */
[[nodiscard]] Result<void> relocate(const QString &store, const QString &folder);

} // namespace dragoman
