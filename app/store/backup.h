// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection.h"

#include <QStringList>

namespace dragoman {

/** How many copies of a store are kept beside it. */
constexpr int backupsKept = 3;

/**
 * Copies a store to `STORE.backup-TIME-vVERSION` beside it, as a store of its own that can be opened, and removes the
 * oldest copies beyond backupsKept. Must not run in a transaction. An error says what stands in the way; then the store
 * is as it was.
 */
[[nodiscard]] Result<QString> backUp(const Connection &connection, qint64 version);

/** The copies of a store, the newest first. */
[[nodiscard]] QStringList backupsOf(const QString &store);

} // namespace dragoman
