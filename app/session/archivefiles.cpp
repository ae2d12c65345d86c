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

bool mayBeWritten(const QString &store)
{
    const QFileInfo info(store);
    return (!info.exists() || info.isWritable()) && (QFileInfo(info.path()).isWritable() || !info.dir().exists());
}

/** Opens a store that cannot be written, for one of two causes; another is the error that was met before. */
Result<ArchiveFiles> locateForReading(const QString &store, const Error &cause)
{
    const Result<std::unique_ptr<StoreReader>> reader = StoreReader::open(store);
    const bool unwritable = !mayBeWritten(store);
    if (!reader.ok())
        return unwritable ? reader.error() : cause;
    if (!reader.value()->isNewer() && !unwritable)
        return cause;
    const QString name = QDir::toNativeSeparators(store);
    const QString notice =
        reader.value()->isNewer()
            ? u"The store %1 was written by a newer Dragoman: it is shown as far as this one knows it, and not "
              u"changed. "
              u"Update Dragoman to read new files into it."_s.arg(name)
            : u"The store %1 may not be written to: it is shown as it is, and new files are not read. Check its "
              u"permissions and those of its folder."_s.arg(name);
    return ArchiveFiles{reader.value()->folder(), store, notice, true};
}

QString folderMissing(const QString &folder)
{
    return u"The folder %1 is not there now: what was read from it earlier is shown. Connect its drive and press F5, "
           u"or "
           u"locate the folder if it was moved."_s.arg(QDir::toNativeSeparators(folder));
}

Result<ArchiveFiles> locateStore(const QString &store)
{
    const Result<void> current =
        mayBeWritten(store) ? StoreWriter::update(store) : Error(u"The store may not be written to."_s);
    if (!current.ok())
        return locateForReading(store, current.error());
    const Result<std::unique_ptr<StoreReader>> reader = StoreReader::open(store);
    if (!reader.ok())
        return reader.error();
    const QString folder = reader.value()->folder();
    return ArchiveFiles{folder, store, QFileInfo(folder).isDir() ? QString() : folderMissing(folder)};
}

Result<ArchiveFiles> locateMissing(const QString &path)
{
    const QString store = defaultStoreOf(path);
    if (!QFileInfo::exists(store))
        return Error(u"There is no folder or store %1: check the path."_s.arg(QDir::toNativeSeparators(path)));
    return locateStore(store);
}

} // namespace

Result<ArchiveFiles> locateArchive(const QString &folderOrStore, const QString &store)
{
    const QFileInfo info(folderOrStore);
    if (!info.exists())
        return locateMissing(folderOrStore);
    if (!info.isDir())
        return locateStore(info.absoluteFilePath());
    const QString folder = info.canonicalFilePath();
    if (!info.isReadable())
        return Error(u"The folder %1 may not be read: check its permissions."_s.arg(QDir::toNativeSeparators(folder)));
    const QString file = store.isEmpty() ? defaultStoreOf(folder) : QFileInfo(store).absoluteFilePath();
    if (QFileInfo::exists(file) && !mayBeWritten(file))
        return locateStore(file);
    if (Result<void> adopted = store.isEmpty() ? adoptMoved(file, folder) : Result<void>(); !adopted.ok())
        return adopted.error();
    if (Result<void> ready = prepareStore(file, folder); !ready.ok())
        return locateForReading(file, ready.error());
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
