// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/contents.h"

#include <functional>

namespace dragoman {

/** One file inside a container. */
struct Member
{
    QString path; ///< inside the container, with '/'
    QByteArray bytes;
    QString refused; ///< a sentence: why its bytes are not here; empty if they are
};

/**
 * Unpacks a zip, tar, compressed file or WARC in memory, member by member in its order, and never to the disk. `take`
 * says whether to go on. An error tells what is wrong with the container as a whole, after the members before it.
 */
[[nodiscard]] Result<void> unpack(const QByteArray &bytes, const ReadLimits &limits,
                                  const std::function<bool(Member)> &take);

/** One member by its path; empty if it is not there or breaks a limit. */
[[nodiscard]] QByteArray memberOf(const QByteArray &bytes, const QString &path);

} // namespace dragoman
