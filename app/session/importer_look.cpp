// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/conversion.h"
#include "session/importer.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

constexpr qsizetype firstFiles = 200; ///< of a new archive, read before the others are looked for

} // namespace

/** What was derived is dropped for other rules only when it is sure that the folder is there to derive it anew. */
Result<void> Importer::lookAndRead()
{
    Result<FolderWalk> walk = FolderWalk::begin(m_job.folder);
    if (!walk.ok())
        return fault(ImportReport::Fault::Missing, walk.error().message());
    m_walk.emplace(std::move(walk).value());
    // Before the files are looked for, so that a choice is kept whenever the import ends.
    if (Result<void> chosen = applyCharsets(); !chosen.ok())
        return chosen;
    const bool isNew = m_known.isEmpty();
    if (Result<void> begun = isNew ? beginReading() : Result<void>(); !begun.ok())
        return begun;
    if (Result<void> read = isNew ? readBeginning() : Result<void>(); !read.ok())
        return read;
    m_walk->goOn([this] { return m_host.stopRequested(); });
    m_report.stopped = m_host.stopRequested();
    if (m_report.stopped)
        return {};
    const Walk found = m_walk->take();
    if (Result<void> there = checkRoot(found); !there.ok())
        return there;
    if (Result<void> begun = isNew ? Result<void>() : beginReading(); !begun.ok())
        return begun;
    return readChanges(found);
}

Result<void> Importer::beginReading()
{
    if (Result<void> ready = applyRules(); !ready.ok())
        return ready;
    if (Result<void> known = loadKnown(); !known.ok())
        return known;
    return m_writer->begin();
}

/** Reads some files before the rest is looked for, so that something is seen soon of a large folder. */
Result<void> Importer::readBeginning()
{
    m_walk->goOn([this] { return m_host.stopRequested() || m_walk->found() >= firstFiles; });
    if (m_walk->isAtEnd())
        return {};
    const Walk first = m_walk->take();
    if (Result<void> noted = noteEnded(first); !noted.ok())
        return noted;
    if (Result<void> read = readFiles(first.files); !read.ok())
        return read;
    if (Result<void> stored = commitBatch(true); !stored.ok())
        return stored;
    m_progress.phase = ImportProgress::Phase::Looking;
    report(true);
    return m_writer->begin();
}

Result<void> Importer::readChanges(const Walk &walk)
{
    const FileChanges changes = changesOf(m_known, walk, m_job.again);
    m_report.unchanged = changes.unchanged;
    m_report.hidden = changes.hidden;
    if (Result<void> noted = noteEnded(walk); !noted.ok())
        return noted;
    m_renames = Renames(m_known, changes);
    const QStringList mayBeRenamed = m_renames.waiting();
    const QSet<QString> waiting(mayBeRenamed.begin(), mayBeRenamed.end());
    QStringList gone = changes.gone;
    gone.removeIf([&waiting](const QString &path) { return waiting.contains(path); });
    if (Result<void> removed = removeFiles(gone); !removed.ok())
        return removed;
    if (Result<void> read = readFiles(changes.toRead); !read.ok())
        return read;
    return m_report.stopped ? Result<void>() : removeFiles(m_renames.waiting());
}

/** A drive that is not connected often leaves an empty folder: that all was deleted is for the user to say. */
Result<void> Importer::checkRoot(const Walk &walk)
{
    if (!m_walk->isRootThere() || walk.unlisted.contains(QString()))
        return wentAway();
    const qsizetype gone = changesOf(m_known, walk).gone.size();
    if (!walk.files.isEmpty() || gone == 0 || m_job.forgetAll)
        return {};
    return fault(
        ImportReport::Fault::Emptied,
        u"The folder %1 is empty now, though %2 files of it are known: connect its drive and import again, or "
        "say that they are to be forgotten. What was read before is kept."_s.arg(QDir::toNativeSeparators(m_job.folder))
            .arg(gone));
}

Error Importer::wentAway()
{
    return fault(ImportReport::Fault::Missing,
                 u"The folder %1 went away while it was read: connect its drive and import again, which goes on where "
                 "this stopped. What was read before is kept."_s.arg(QDir::toNativeSeparators(m_job.folder)));
}

Error Importer::fault(ImportReport::Fault kind, const QString &sentence)
{
    m_report.fault = kind;
    return Error(sentence);
}

Result<void> Importer::noteEnded(const Walk &walk)
{
    for (const FileEntry &entry : walk.ended) {
        const FileRow row = toFileRow(entry);
        const Result<void> noted = walk.unlisted.contains(row.path) ? keepUnreached(row) : m_writer->putFile(row, {});
        if (!noted.ok())
            return noted;
    }
    return {};
}

Result<void> Importer::removeFiles(const QStringList &paths)
{
    for (const QString &path : paths) {
        if (Result<void> removed = m_writer->removeFile(path); !removed.ok())
            return removed;
        m_dirty = true;
        ++m_report.removed;
    }
    return {};
}

/** A file that is there and cannot be read now keeps its articles. */
Result<void> Importer::keepUnreached(FileRow row)
{
    const auto known = m_known.constFind(row.path);
    if (known == m_known.cend())
        return m_writer->putFile(row, {});
    if (!known->row.hash.isEmpty())
        row.reason += u" What was read from it earlier is kept."_s;
    row.size = known->row.size;
    row.modified = known->row.modified;
    // What was derived by other rules has to be derived anew, though the bytes may be the same.
    row.hash = known->stale ? QByteArray() : known->row.hash;
    return m_writer->touchFile(row);
}

} // namespace dragoman
