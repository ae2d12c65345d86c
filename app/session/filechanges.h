// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/folder.h"
#include "store/storewriter.h"

#include <QHash>
#include <QSet>
#include <QStringList>

namespace dragoman {

/** What a walk through a folder says against what the store knows of it. */
struct FileChanges
{
    QList<FoundFile> toRead; ///< new and changed files, in order of path
    QStringList gone;        ///< known, and there no more; in order of path
    int unchanged = 0;
    int hidden = 0; ///< known, in folders of which nothing can be said now: neither read nor gone
};

/** `again` holds paths to read though nothing about them looks changed. */
[[nodiscard]] FileChanges changesOf(const QHash<QString, KnownFile> &known, const Walk &walk,
                                    const QSet<QString> &again = {});

/**
 * Files that are gone and may only have another name now: a new file of the same size and hash is one of them. Each is
 * found once, the first in order of path first.
 */
class Renames
{
public:
    Renames() = default;
    Renames(const QHash<QString, KnownFile> &known, const FileChanges &changes);

    /** The former name of a new file; empty if it has none. */
    [[nodiscard]] QString take(const FileRow &file);
    /** Those that are really gone, unless a file to come takes them; in order of path. */
    [[nodiscard]] QStringList waiting() const;

private:
    QSet<QString> m_new;
    QHash<QByteArray, QStringList> m_byHash;
    QSet<QString> m_waiting;
};

} // namespace dragoman
