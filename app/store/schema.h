// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QtGlobal>

namespace dragoman {

class Connection;

/** SQLite's application_id of a Dragoman store: "DRAG" in ASCII, so that `file` and other programs can tell. */
inline constexpr qint32 storeApplicationId = 0x44524147;

/** SQLite's user_version of the stores that this program writes: the number of steps of the schema. */
[[nodiscard]] int storeVersion();

/** Refuses a file that is no store, or one of a newer version, with a sentence; says nothing of an older one. */
[[nodiscard]] Result<void> checkStore(const Connection &connection);

/** Whether a reader can answer from the store: refuses what is none, an older one, which it cannot bring up to date,
 * and a newer one that lacks something it would ask for. */
[[nodiscard]] Result<void> checkReadable(const Connection &connection);

/** Whether a newer program wrote the store. */
[[nodiscard]] bool isNewerStore(const Connection &connection);

/** Makes an empty file a store, or brings an older store up to date, step by step. */
[[nodiscard]] Result<void> migrateStore(const Connection &connection);

} // namespace dragoman
