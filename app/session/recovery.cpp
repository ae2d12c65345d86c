// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/recovery.h"

#include "session/archivefiles.h"
#include "session/movedarchive.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace dragoman {

bool isKnownOrThere(const QString &folderOrStore)
{
    return QFileInfo::exists(folderOrStore) || QFileInfo::exists(defaultStoreOf(folderOrStore));
}

QString damagedStoreOf(const QString &folderOrStore)
{
    const QFileInfo info(folderOrStore);
    // A file that somebody named, and that may be anything, is not ours to set aside.
    if (info.isFile())
        return isStore(info.absoluteFilePath()) && !checkPages(info.absoluteFilePath()).ok() ? info.absoluteFilePath()
                                                                                             : QString();
    const QString store = defaultStoreOf(folderOrStore);
    return QFileInfo::exists(store) && !checkPages(store).ok() ? store : QString();
}

Result<void> relocate(const QString &store, const QString &folder)
{
    const QString canonical = QFileInfo(folder).canonicalFilePath();
    if (canonical.isEmpty() || !holdsFilesOf(store, canonical))
        return Error(u"The folder %1 does not hold the files of this archive: choose the folder that they were moved "
                     u"to."_s.arg(QDir::toNativeSeparators(folder)));
    const QString newStore = defaultStoreOf(canonical);
    // A store that somebody named himself keeps its name and place.
    const bool isOurs = QFileInfo(store).absolutePath() == QFileInfo(newStore).absolutePath();
    if (isOurs && QFileInfo::exists(newStore) && QFileInfo(newStore) != QFileInfo(store))
        return Error(u"The folder %1 has a store already, %2: open that folder instead."_s.arg(
            QDir::toNativeSeparators(canonical), QDir::toNativeSeparators(newStore)));
    return adoptStore(store, canonical, isOurs ? newStore : store);
}

} // namespace dragoman
