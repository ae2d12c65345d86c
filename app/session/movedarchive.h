// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QString>

namespace dragoman {

/**
 * The store in `stores` whose archive was moved or renamed to `folder`: its own folder is there no more, and of the
 * files that it knows a sample lies in `folder` with the same sizes. Empty if there is none. Files are looked at, not
 * opened.
 */
[[nodiscard]] QString storeOfMoved(const QString &folder, const QString &stores);

/** Whether most of a sample of the files that a store knows lie in the folder, with the same sizes. */
[[nodiscard]] bool holdsFilesOf(const QString &store, const QString &folder);

/** Gives a moved archive's store its new folder and its new name; nothing that is stored is lost or read again. */
[[nodiscard]] Result<void> adoptStore(const QString &store, const QString &folder, const QString &newName);

} // namespace dragoman
