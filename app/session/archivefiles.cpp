// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/archivefiles.h"

#include "session/movedarchive.h"
#include "store/storereader.h"
#include "store/storewriter.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

/** Makes the store or brings it up to date, and gives it its folder. */
Result<void> prepareStore(const QString &store, const QString &folder)
{
    const Result<std::unique_ptr<StoreWriter>> writer = StoreWriter::open(store);
    if (!writer.ok())
        return writer.error();
    const Result<QString> before = writer.value()->folder();
    if (!before.ok())
        return before.error();
    if (before.value().isEmpty())
        return writer.value()->setFolder(folder);
    if (before.value() != folder)
        return Error(u"The store %1 belongs to the folder %2, not to %3: choose another store."_s.arg(
            QDir::toNativeSeparators(store), QDir::toNativeSeparators(before.value()),
            QDir::toNativeSeparators(folder)));
    return {};
}

/** A folder without a store may be one that was moved, and is still known under its old path. */
Result<void> adoptMoved(const QString &store, const QString &folder)
{
    if (QFileInfo::exists(store))
        return {};
    const QString moved = storeOfMoved(folder, QFileInfo(store).path());
    return moved.isEmpty() ? Result<void>() : adoptStore(moved, folder, store);
}

Result<ArchiveFiles> locateStore(const QString &store)
{
    if (Result<void> current = StoreWriter::update(store); !current.ok())
        return current.error();
    const Result<std::unique_ptr<StoreReader>> reader = StoreReader::open(store);
    if (!reader.ok())
        return reader.error();
    return ArchiveFiles{reader.value()->folder(), store};
}

} // namespace

Result<ArchiveFiles> locateArchive(const QString &folderOrStore, const QString &store)
{
    const QFileInfo info(folderOrStore);
    if (!info.exists())
        return Error(u"There is no folder or store %1: check the path."_s.arg(QDir::toNativeSeparators(folderOrStore)));
    if (!info.isDir())
        return locateStore(info.absoluteFilePath());
    const QString folder = info.canonicalFilePath();
    if (!info.isReadable())
        return Error(u"The folder %1 may not be read: check its permissions."_s.arg(QDir::toNativeSeparators(folder)));
    const QString file = store.isEmpty() ? defaultStoreOf(folder) : QFileInfo(store).absoluteFilePath();
    if (Result<void> adopted = store.isEmpty() ? adoptMoved(file, folder) : Result<void>(); !adopted.ok())
        return adopted.error();
    if (Result<void> ready = prepareStore(file, folder); !ready.ok())
        return ready.error();
    return ArchiveFiles{folder, file};
}

QString defaultStoreOf(const QString &folder)
{
    const QFileInfo info(folder);
    const QString canonical = info.exists() ? info.canonicalFilePath() : QDir::cleanPath(info.absoluteFilePath());
    const QByteArray hash = QCryptographicHash::hash(canonical.toUtf8(), QCryptographicHash::Sha1).toHex().left(12);
    static const QRegularExpression unsafe(u"[^\\w.-]+"_s, QRegularExpression::UseUnicodePropertiesOption);
    QString name = QFileInfo(canonical).fileName().replace(unsafe, u"_"_s).left(60);
    if (name.isEmpty())
        name = u"archive"_s;
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/dragoman/archives/"_s + name +
           u'-' + QString::fromLatin1(hash) + u".sqlite"_s;
}

QStringList rulesFolders(const QStringList &further)
{
    const QString own = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/dragoman/rules"_s;
    return QFileInfo(own).isDir() ? QStringList{own} + further : further;
}

} // namespace dragoman
