// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QString>

#include <memory>

namespace dragoman {

/**
 * Held by the one who imports into a store, whatever program he is: by a lock on `STORE.lock` that goes with its
 * holder, also if that is killed. A file that was left without a lock tells that the last import did not come to its
 * end.
 */
class StoreLock
{
public:
    /** Refuses at once, with a sentence, while another holds the lock. */
    [[nodiscard]] static Result<std::unique_ptr<StoreLock>> take(const QString &store);
    ~StoreLock(); ///< removes the file
    StoreLock(const StoreLock &) = delete;
    StoreLock &operator=(const StoreLock &) = delete;

    /** Whether whoever held the lock before did not come to his end. */
    [[nodiscard]] bool wasLeft() const { return m_wasLeft; }
    /** Leaves the file behind, for the next to know that not all is well. */
    void leave() { m_leave = true; }

private:
    StoreLock(QString file, int descriptor, bool wasLeft);

    QString m_file;
    int m_descriptor;
    bool m_wasLeft;
    bool m_leave = false;
};

/** Whether a store's last import did not come to its end, or goes on now. */
[[nodiscard]] bool isLockLeft(const QString &store);

} // namespace dragoman
