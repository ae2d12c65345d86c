// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/contents.h"

#include <QStringList>

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
    QStringList unlisted = {}; ///< folders, and files, of which nothing can be said now: they may hold what they held
};

/** Walks a folder to any depth, never following a link out of it or in a circle; `stop` is asked now and then. */
[[nodiscard]] Result<Walk> walkFolder(const QString &folder, const std::function<bool()> &stop = {});

/** How a file is to be read. */
struct ReadOptions
{
    ReadLimits limits = {};
    QByteArray charset = {};         ///< that the user chose; empty: as found out
    QByteArray known = {};           ///< hash of what is known already: a file that still has it is not read anew
    std::function<bool()> stop = {}; ///< asked now and then; may be called in the thread that reads only
};

/** The outcome of reading one file. */
struct ReadOutcome
{
    FileEntry entry;
    QList<Article> articles; ///< unless they were handed on one by one
    QByteArray hash = {};    ///< of a file that held articles
    bool isKnown = false;    ///< it has the hash that was known, and nothing was read
};

/** Reads one file found by walkFolder(): the first reader whose sniff says yes. Each article goes to `sink` as soon as
 * it is found, so that memory does not grow with the file. Never throws, never follows a link out of the folder. */
[[nodiscard]] ReadOutcome readFile(const QString &folder, const FoundFile &file, const ReadOptions &options,
                                   const ArticleSink &sink);

/** The same, with the articles in the outcome. */
[[nodiscard]] ReadOutcome readFile(const QString &folder, const FoundFile &file, const ReadLimits &limits = {});

} // namespace dragoman
