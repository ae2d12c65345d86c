// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/filechanges.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

/** A file that could not be read may be readable now though nothing about it looks changed. */
bool isWorthAnotherTry(const KnownFile &known)
{
    return known.stale || known.row.state == toWord(FileState::Failed);
}

/** Whether a path is one of those, or lies in one of them; the empty path is the whole folder. */
bool liesInOneOf(const QStringList &folders, const QString &path)
{
    return std::any_of(folders.begin(), folders.end(), [&path](const QString &folder) {
        return folder.isEmpty() || path == folder || path.startsWith(folder + u'/');
    });
}

} // namespace

FileChanges changesOf(const QHash<QString, KnownFile> &known, const Walk &walk, const QSet<QString> &again)
{
    FileChanges changes;
    QSet<QString> there;
    for (const FoundFile &file : walk.files) {
        there.insert(file.path);
        const auto before = known.constFind(file.path);
        if (before != known.cend() && before->row.size == file.size && before->row.modified == file.modified &&
            !isWorthAnotherTry(*before) && !again.contains(file.path))
            ++changes.unchanged;
        else
            changes.toRead.append(file);
    }
    for (const FileEntry &entry : walk.ended)
        there.insert(entry.path);
    for (auto file = known.cbegin(); file != known.cend(); ++file) {
        if (there.contains(file.key()))
            continue;
        if (liesInOneOf(walk.unlisted, file.key()))
            ++changes.hidden;
        else
            changes.gone.append(file.key());
    }
    std::sort(changes.gone.begin(), changes.gone.end());
    return changes;
}

Renames::Renames(const QHash<QString, KnownFile> &known, const FileChanges &changes)
{
    QSet<qint64> sizes;
    for (const FoundFile &file : changes.toRead) {
        if (!known.contains(file.path)) {
            m_new.insert(file.path);
            sizes.insert(file.size);
        }
    }
    for (const QString &path : changes.gone) {
        const FileRow row = known.value(path).row;
        if (row.hash.isEmpty() || !sizes.contains(row.size))
            continue;
        m_byHash[row.hash].append(path);
        m_waiting.insert(path);
    }
}

QString Renames::take(const FileRow &file)
{
    const auto found = m_byHash.find(file.hash);
    if (file.hash.isEmpty() || found == m_byHash.end() || !m_new.contains(file.path))
        return {};
    const QString from = found->takeFirst();
    if (found->isEmpty())
        m_byHash.erase(found);
    m_waiting.remove(from);
    return from;
}

QStringList Renames::waiting() const
{
    QStringList paths(m_waiting.begin(), m_waiting.end());
    std::sort(paths.begin(), paths.end());
    return paths;
}

} // namespace dragoman
