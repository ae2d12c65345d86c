// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/folder.h"

#include <QStringList>

#include <vector>

namespace dragoman {

/**
 * Walks a folder to any depth in order of path, a part at a time, so that the first files can be read before all are
 * found. Never follows a link. Notices when the folder itself goes away meanwhile.
 */
class FolderWalk
{
public:
    [[nodiscard]] static Result<FolderWalk> begin(const QString &folder);

    /** Goes on until the end, or until `pause` says so, which is asked before each folder and file. */
    void goOn(const std::function<bool()> &pause);
    [[nodiscard]] bool isAtEnd() const { return m_pending.empty(); }
    /** What was found since the last taking. */
    [[nodiscard]] Walk take();
    [[nodiscard]] qsizetype found() const { return m_walk.files.size(); } ///< files since the last taking

    /** Whether the folder is still the one in which the walk began: a drive that was unplugged leaves none or another.
     */
    [[nodiscard]] bool isRootThere() const;

private:
    struct Entry
    {
        QString path;
        QString key; ///< by which it is sorted
        unsigned char type = 0;
    };

    explicit FolderWalk(QString root);
    void list(const QString &folder);
    void addEntry(const QString &folder, const QString &name, unsigned char type);
    void noteUnlisted(const QString &folder, int cause);
    void visit(const Entry &entry);
    void visitLink(const QString &path);
    void end(const QString &path, FileState state, const QString &reason);
    [[nodiscard]] QByteArray nameOf(const QString &path) const;

    QString m_root;
    quint64 m_device = 0; ///< that the root lies on
    quint64 m_inode = 0;
    std::vector<Entry> m_pending; ///< the next last
    Walk m_walk;
};

} // namespace dragoman
