// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/reader.h"

namespace dragoman {

/** Limits at the door, in one place. What breaks one is refused with a reason. */
struct ReadLimits
{
    qint64 maxBytes = 64LL * 1024 * 1024;     ///< of a file, and of a member of a container
    qint64 maxUnpacked = 512LL * 1024 * 1024; ///< of all members of a container together
    int maxRatio = 200;                       ///< of what a container unpacks to, to its own size
    int maxDepth = 3;                         ///< containers in containers
    int maxMembers = 200'000;                 ///< of a container
};

/** How the reading of some bytes ended. */
struct ContentsOutcome
{
    FileState state = FileState::Read;
    QString reason; ///< as in FileEntry
    QString format; ///< name of the reader; empty if there was none
    QList<Article> articles;
};

/** Reads bytes by the first reader whose sniff says yes. */
[[nodiscard]] ContentsOutcome readContents(const FileBytes &file);

} // namespace dragoman
