// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/folderwalk.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>

#include <dirent.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

struct CloseFolder
{
    void operator()(DIR *folder) const { closedir(folder); }
};

qint64 modifiedOf(const struct stat &status)
{
    return qint64{status.st_mtim.tv_sec} * 1000 + status.st_mtim.tv_nsec / 1'000'000;
}

} // namespace

FolderWalk::FolderWalk(QString root) : m_root(std::move(root))
{
    m_pending.push_back({QString(), QString(), DT_DIR});
    struct stat status = {};
    if (stat(QFile::encodeName(m_root).constData(), &status) != 0)
        return;
    m_device = status.st_dev;
    m_inode = status.st_ino;
}

Result<FolderWalk> FolderWalk::begin(const QString &folder)
{
    const QFileInfo info(folder);
    if (!info.exists())
        return Error(u"%1 does not exist; name a folder of articles."_s.arg(folder));
    if (!info.isDir())
        return Error(u"%1 is not a folder; name a folder of articles."_s.arg(folder));
    if (!info.isReadable() || !info.isExecutable())
        return Error(u"%1 may not be read; give yourself the right to read it."_s.arg(folder));
    return FolderWalk(info.canonicalFilePath());
}

bool FolderWalk::isRootThere() const
{
    struct stat status = {};
    return stat(QFile::encodeName(m_root).constData(), &status) == 0 && status.st_dev == m_device &&
           status.st_ino == m_inode;
}

void FolderWalk::goOn(const std::function<bool()> &pause)
{
    while (!m_pending.empty() && !(pause && pause())) {
        const Entry next = std::move(m_pending.back());
        m_pending.pop_back();
        visit(next);
    }
}

Walk FolderWalk::take()
{
    std::sort(m_walk.ended.begin(), m_walk.ended.end(), [](const auto &a, const auto &b) { return a.path < b.path; });
    return std::exchange(m_walk, {});
}

QByteArray FolderWalk::nameOf(const QString &path) const
{
    return QFile::encodeName(path.isEmpty() ? m_root : m_root + u'/' + path);
}

void FolderWalk::list(const QString &folder)
{
    const QByteArray name = nameOf(folder);
    const std::unique_ptr<DIR, CloseFolder> open(access(name.constData(), R_OK | X_OK) == 0 ? opendir(name.constData())
                                                                                            : nullptr);
    if (!open) {
        noteUnlisted(folder, errno);
        return;
    }
    const auto first = static_cast<std::ptrdiff_t>(m_pending.size());
    errno = 0;
    while (const dirent *entry = readdir(open.get())) {
        if (std::strcmp(entry->d_name, ".") != 0 && std::strcmp(entry->d_name, "..") != 0)
            addEntry(folder, QFile::decodeName(entry->d_name), entry->d_type);
        errno = 0;
    }
    if (errno != 0)
        noteUnlisted(folder, errno);
    // A folder stands where the paths of its files stand, which go on with '/'.
    std::sort(m_pending.begin() + first, m_pending.end(), [](const Entry &a, const Entry &b) { return a.key > b.key; });
}

void FolderWalk::addEntry(const QString &folder, const QString &name, unsigned char type)
{
    const QString path = folder.isEmpty() ? name : folder + u'/' + name;
    if (name.startsWith(u'.'))
        end(path, FileState::Excluded, u"Hidden files and folders are left out."_s);
    else
        m_pending.push_back({path, type == DT_DIR ? path + u'/' : path, type});
}

void FolderWalk::noteUnlisted(const QString &folder, int cause)
{
    // A folder that was deleted meanwhile is gone; one that cannot be looked into may still hold all that it held.
    if (cause == ENOENT && !folder.isEmpty())
        return;
    m_walk.unlisted.append(folder);
    end(folder, FileState::Failed,
        cause == EACCES
            ? u"The folder may not be read; give yourself the right to read it and import again."_s
            : u"The folder cannot be looked through (%1); look whether its drive is connected, and import "
              "again. What was read from it earlier is kept."_s.arg(QString::fromLocal8Bit(std::strerror(cause))));
}

void FolderWalk::visit(const Entry &entry)
{
    if (entry.type == DT_DIR) {
        list(entry.path);
        return;
    }
    struct stat status = {};
    if (lstat(nameOf(entry.path).constData(), &status) != 0) {
        if (errno != ENOENT)
            noteUnlisted(entry.path, errno);
    } else if (S_ISDIR(status.st_mode)) {
        list(entry.path); // on a file system whose lists do not tell kinds
    } else if (S_ISLNK(status.st_mode)) {
        visitLink(entry.path);
    } else if (S_ISREG(status.st_mode)) {
        m_walk.files.append({entry.path, status.st_size, modifiedOf(status)});
    } else {
        end(entry.path, FileState::Excluded, u"This is a pipe, a socket or a device, not a file."_s);
    }
}

/** A link is never followed: what it names inside the folder is read under its own name, and what lies outside is not
 * asked for. */
void FolderWalk::visitLink(const QString &path)
{
    const QFileInfo info(m_root + u'/' + path);
    const QString target = info.canonicalFilePath();
    QString reason;
    if (target.isEmpty() || !info.exists())
        reason = u"The link points to nothing, or to itself."_s;
    else if (m_root == target || m_root.startsWith(target + u'/') || (m_root + u'/' + path).startsWith(target + u'/'))
        reason = u"The link leads back to a folder above it."_s;
    else if (target.startsWith(m_root + u'/'))
        reason = u"The link points to %1, which is read under that name."_s.arg(target.mid(m_root.size() + 1));
    else
        reason = u"The link leads out of the folder, to %1; copy what it names into the folder to have it read."_s.arg(
            target);
    end(path, FileState::Excluded, reason);
}

void FolderWalk::end(const QString &path, FileState state, const QString &reason)
{
    struct stat status = {};
    const bool told = lstat(nameOf(path).constData(), &status) == 0;
    const bool plain = told && S_ISREG(status.st_mode);
    m_walk.ended.append({path, state, reason, plain ? status.st_size : 0, told ? modifiedOf(status) : 0});
}

} // namespace dragoman
