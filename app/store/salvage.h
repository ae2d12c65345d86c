// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QString>

namespace dragoman {

/** What became of a damaged store. */
struct SetAside
{
    QString damaged;   ///< the file's new name
    QString folder;    ///< the archive folder, empty if that could not be read
    int articles = 0;  ///< that keep their numbers
    int ownRows = 0;   ///< of the user's own tables
    bool whole = true; ///< all of the user's own rows could be read
};

/** Whether a file tells of itself that it is a Dragoman store. */
[[nodiscard]] bool isStore(const QString &file);

/** What is wrong with a store: nothing, or a sentence. Looks at every page, which takes seconds in a large store. */
[[nodiscard]] Result<void> checkPages(const QString &store);

/**
 * Gives a damaged store another name, beside it, and makes a new one in its place that holds no articles yet but all
 * that cannot be read again from the folder: its path, the user's own tables, and the numbers of the articles, to which
 * these refer. The user's own are the chosen character sets and every table whose name begins with own_. What the
 * damaged store does not give is taken from its newest backup. Nothing is deleted.
 */
[[nodiscard]] Result<SetAside> setAside(const QString &store);

} // namespace dragoman
