// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/movedarchive.h"

#include "store/storereader.h"
#include "store/storewriter.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

constexpr int sampled = 32;
constexpr int leastShare = 80; ///< hundredths of the sample that must be there

bool isThere(const QString &folder, const FileRow &file)
{
    const QFileInfo info(folder + u'/' + file.path);
    return info.isFile() && info.size() == file.size;
}

/** How many of a sample of a store's files lie in the folder, in hundredths. */
qsizetype shareIn(const StoreReader &reader, const QString &folder)
{
    const QList<FileRow> files = reader.sampleOfFiles(sampled);
    const auto there =
        std::count_if(files.begin(), files.end(), [&](const FileRow &file) { return isThere(folder, file); });
    return files.isEmpty() ? 0 : 100 * there / files.size();
}

} // namespace

QString storeOfMoved(const QString &folder, const QString &stores)
{
    QString best;
    qsizetype most = leastShare - 1;
    const QFileInfoList candidates = QDir(stores).entryInfoList({u"*.sqlite"_s}, QDir::Files, QDir::Time);
    for (const QFileInfo &candidate : candidates) {
        const Result<std::unique_ptr<StoreReader>> reader = StoreReader::open(candidate.filePath());
        if (!reader.ok() || QFileInfo::exists(reader.value()->folder()))
            continue;
        const qsizetype share = shareIn(*reader.value(), folder);
        if (share > most) {
            most = share;
            best = candidate.filePath();
        }
    }
    return best;
}

bool holdsFilesOf(const QString &store, const QString &folder)
{
    const Result<std::unique_ptr<StoreReader>> reader = StoreReader::open(store);
    return reader.ok() && shareIn(*reader.value(), folder) >= leastShare;
}

Result<void> adoptStore(const QString &store, const QString &folder, const QString &newName)
{
    {
        const Result<std::unique_ptr<StoreWriter>> writer = StoreWriter::open(store);
        if (!writer.ok())
            return writer.error();
        if (Result<void> moved = writer.value()->setFolder(folder); !moved.ok())
            return moved;
    }
    // Its last connection is closed, so that no log lies beside the store.
    if (store != newName && !QFile::rename(store, newName))
        return Error(u"The store %1 of the moved folder %2 cannot be renamed: give yourself the right to write to its "
                     u"folder."_s.arg(QDir::toNativeSeparators(store), QDir::toNativeSeparators(folder)));
    return {};
}

} // namespace dragoman
