// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/contents.h"

#include <functional>

namespace dragoman {

/** A file found by walking, not yet read. */
struct FoundFile
{
    QString path; ///< relative to the folder, with '/'
    qint64 size = 0;
    qint64 modified = 0; ///< milliseconds since 1970 UTC

    friend bool operator==(const FoundFile &, const FoundFile &) = default;
};

/** What a walk found: files to read, in order of path, and entries that end there (symlink loops, unreadable folders,
 * hidden or excluded files). */
struct Walk
{
    QList<FoundFile> files;
    QList<FileEntry> ended;
};

/** Walks a folder to any depth, never following a link out of it or in a circle; `stop` is asked now and then. */
[[nodiscard]] Result<Walk> walkFolder(const QString &folder, const std::function<bool()> &stop = {});

/** The outcome of reading one file: its articles, or none and the reason. */
struct ReadOutcome
{
    FileEntry entry;
    QList<Article> articles;
};

/** Reads one file found by walkFolder(): the first reader whose sniff says yes. Never throws, never follows a link out
 * of the folder. */
[[nodiscard]] ReadOutcome readFile(const QString &folder, const FoundFile &file, const ReadLimits &limits = {});

} // namespace dragoman
