// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QString>
#include <QStringList>

namespace dragoman {

/** What a check of a store against its folder found; every finding is a sentence that names the file. */
struct VerifyReport
{
    int files = 0;               ///< checked
    int articles = 0;            ///< checked
    int evidence = 0;            ///< spans checked
    QStringList damages;         ///< of the store, by SQLite's own checks
    QStringList evidenceOutside; ///< spans that do not lie in their article
    QStringList filesChanged;    ///< gone, unreadable, or not what was read

    [[nodiscard]] bool isSound() const
    {
        return damages.isEmpty() && evidenceOutside.isEmpty() && filesChanged.isEmpty();
    }
};

/** Checks the store, its evidence and the files it was made from; changes nothing. An error if the store cannot be
 * opened. */
[[nodiscard]] Result<VerifyReport> verifyArchive(const QString &folder, const QString &store);

} // namespace dragoman
