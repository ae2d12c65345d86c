// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/reader.h"

#include <QHash>

#include <functional>

namespace dragoman {

/** One file inside a container, whose bytes can be read while it is visited. */
struct Member
{
    QString path; ///< inside the container, with '/'
    ByteSource &bytes;
    QString refused; ///< a sentence: why it has no bytes; empty if it has
};

/**
 * Unpacks a zip, tar, compressed file or WARC in memory, member by member in its order, and never to the disk. `take`
 * says whether to go on. What is unpacked is counted in `context`, and the members' bytes end where a limit is broken.
 * An error tells what is wrong with the container as a whole, after the members before it.
 */
[[nodiscard]] Result<void> unpack(ByteSource &container, ReadContext &context,
                                  const std::function<bool(const Member &)> &take);

/** The members whose path is wanted, by their path, without those that break a limit or are damaged. */
[[nodiscard]] QHash<QString, QByteArray> membersOf(const QByteArray &container,
                                                   const std::function<bool(const QString &path)> &wanted);

} // namespace dragoman
