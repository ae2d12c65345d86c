// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/importer.h"

#include "extract/contactassembly.h"
#include "session/archivefiles.h"
#include "session/conversion.h"
#include "session/filework.h"
#include "store/salvage.h"
#include "store/storelock.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QThread>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

constexpr qint64 leastAccountsToJoin = 64;
constexpr qint64 joinGrowth = 2;
constexpr qint64 joinShare = 20; ///< joins on the way take a twentieth of the time at most
constexpr qint64 reportMilliseconds = 100;
constexpr size_t filesAheadPerThread = 32;

/**
 * What was derived by an older program is derived anew, as with other rules: the fingerprint stored is that of the
 * rules and of this number, which goes up whenever reading or extraction change what they find without a change of the
 * rules.
 */
constexpr int derivation = 5;

QByteArray derivedBy(const RuleSet &rules)
{
    return rules.fingerprint() + '-' + QByteArray::number(derivation);
}

bool liesIn(const QString &file, const QString &folder)
{
    const QString inside = QDir(folder).relativeFilePath(QFileInfo(file).absoluteFilePath());
    return !inside.startsWith(u"../"_s) && inside != u".."_s && !QDir::isAbsolutePath(inside);
}

/** Whether something can be read of a file; not so if its drive or the right to it is gone. */
bool isInReach(const QString &folder, const QString &path)
{
    QFile file(folder + u'/' + path);
    char first = 0;
    return file.open(QIODevice::ReadOnly) && (file.read(&first, 1) == 1 || file.atEnd());
}

} // namespace

Importer::Importer(ImportJob job, ImportHost &host) : m_job(std::move(job)), m_host(host)
{
    if (m_job.threads <= 0)
        m_job.threads = std::max(1, QThread::idealThreadCount());
}

Importer::~Importer() = default;

ImportReport Importer::run()
{
    m_elapsed.start();
    m_sinceCommit.start();
    m_sinceJoin.start();
    m_sinceReport.start();
    Result<void> done = importAll();
    if (m_writer) {
        m_writer->undo();
        const Result<void> filled = fillReport();
        if (done.ok() && !filled.ok())
            done = filled;
    }
    if (!done.ok()) {
        m_report.error = done.error().message();
        if (m_report.fault == ImportReport::Fault::None)
            m_report.fault = isDamaged() ? ImportReport::Fault::Damaged : ImportReport::Fault::Other;
    }
    report(true);
    // The last connection to go lets SQLite fold its log into the store.
    m_writer.reset();
    m_lock.reset();
    return m_report;
}

Result<void> Importer::importAll()
{
    if (Result<void> opened = openStore(); !opened.ok())
        return opened;
    if (Result<void> known = loadKnown(); !known.ok())
        return known;
    if (Result<void> read = lookAndRead(); !read.ok())
        return read;
    if (Result<void> stored = commitBatch(true); !stored.ok())
        return stored;
    const Result<bool> joined = m_writer->isJoined();
    if (!joined.ok() || joined.value())
        return joined.ok() ? Result<void>() : joined.error();
    m_progress.phase = ImportProgress::Phase::Joining;
    report(true);
    return join();
}

Result<void> Importer::loadKnown()
{
    Result<QHash<QString, KnownFile>> known = m_writer->knownFiles();
    if (!known.ok())
        return known.error();
    m_known = std::move(known).value();
    return {};
}

Result<void> Importer::openStore()
{
    const QString folder = QFileInfo(m_job.folder).canonicalFilePath();
    if (folder.isEmpty())
        return fault(ImportReport::Fault::Missing,
                     u"The folder %1 is not there: check the path, or connect the disk that it is on."_s.arg(
                         QDir::toNativeSeparators(m_job.folder)));
    if (liesIn(m_job.store, folder))
        return Error(
            u"The store %1 would lie in the archive folder, which is never written to: choose a place outside."_s.arg(
                QDir::toNativeSeparators(m_job.store)));
    Result<std::unique_ptr<StoreLock>> lock = StoreLock::take(m_job.store);
    if (!lock.ok())
        return lock.error();
    m_lock = std::move(lock).value();
    if (Result<void> sound = checkLeftStore(); !sound.ok())
        return sound;
    Result<std::unique_ptr<StoreWriter>> writer = StoreWriter::open(m_job.store);
    if (!writer.ok())
        return writer.error();
    m_writer = std::move(writer).value();
    const Result<QString> before = m_writer->folder();
    if (!before.ok())
        return before.error();
    if (before.value().isEmpty())
        return m_writer->setFolder(folder);
    if (before.value() != folder)
        return Error(u"The store %1 belongs to the folder %2, not to %3: choose another store."_s.arg(
            QDir::toNativeSeparators(m_job.store), QDir::toNativeSeparators(before.value()),
            QDir::toNativeSeparators(folder)));
    return {};
}

/** A program that was killed leaves a sound store; a machine or a drive that failed may not. */
Result<void> Importer::checkLeftStore()
{
    if (!m_lock->wasLeft() || !QFileInfo::exists(m_job.store))
        return {};
    m_progress.phase = ImportProgress::Phase::Checking;
    report(true);
    const Result<void> checked = checkPages(m_job.store);
    m_progress.phase = ImportProgress::Phase::Looking;
    if (checked.ok())
        return {};
    m_lock->leave();
    return fault(ImportReport::Fault::Damaged, checked.error().message());
}

/** Whether the store's pages are what an import failed of; then the next one looks at them again before it begins. */
bool Importer::isDamaged()
{
    if (!m_lock || !QFileInfo::exists(m_job.store) || checkPages(m_job.store).ok())
        return false;
    // Another file that somebody named as a store is not ours to set aside.
    if (!isStore(m_job.store) && m_job.store != defaultStoreOf(m_job.folder))
        return false;
    m_lock->leave();
    return true;
}

Result<void> Importer::applyRules()
{
    const Result<QByteArray> before = m_writer->fingerprint();
    if (!before.ok())
        return before.error();
    if (before.value() != derivedBy(*m_job.rules)) {
        if (Result<void> dropped = m_writer->dropDerived(derivedBy(*m_job.rules)); !dropped.ok())
            return dropped;
    }
    const Result<qint64> accounts = m_writer->accountCount();
    if (!accounts.ok())
        return accounts.error();
    m_joinAt = std::max(leastAccountsToJoin, joinGrowth * accounts.value());
    return {};
}

Result<void> Importer::applyCharsets()
{
    for (auto chosen = m_job.charsets.cbegin(); chosen != m_job.charsets.cend(); ++chosen) {
        if (Result<void> kept = m_writer->setCharset(chosen.key(), chosen.value()); !kept.ok())
            return kept;
    }
    Result<QHash<QString, QString>> charsets = m_writer->charsets();
    if (!charsets.ok())
        return charsets.error();
    m_charsets = std::move(charsets).value();
    return {};
}

FileResult Importer::readOne(const FoundFile &file, const ReadAhead::HandOn &handOn) const
{
    ReadOptions options;
    options.limits = m_job.limits;
    options.charset = m_charsets.value(file.path).toLatin1();
    options.stop = [this] { return m_host.stopRequested(); };
    const auto known = m_known.constFind(file.path);
    if (known != m_known.cend() && !known->stale && !m_job.again.contains(file.path))
        options.known = known->row.hash;
    FileResult result = readAndExtract(m_job.folder, file, options, *m_job.rules, handOn);
    result.outOfReach = result.row.state == toWord(FileState::Failed) && !isInReach(m_job.folder, file.path);
    return result;
}

Result<void> Importer::readFiles(const QList<FoundFile> &files)
{
    m_progress.phase = ImportProgress::Phase::Reading;
    m_progress.files += static_cast<int>(files.size());
    for (const FoundFile &file : files)
        m_progress.bytes += file.size;
    report(true);
    ReadAhead ahead(
        files, [this](const FoundFile &file, const ReadAhead::HandOn &handOn) { return readOne(file, handOn); },
        m_job.threads, filesAheadPerThread * static_cast<size_t>(m_job.threads));
    while (true) {
        if (m_host.stopRequested()) {
            m_report.stopped = true;
            return {};
        }
        const std::optional<FileResult> result = ahead.next();
        if (!result)
            return {};
        // What a stop has cut short is not what the file holds.
        if (m_host.stopRequested())
            continue;
        if (Result<void> stored = store(*result); !stored.ok())
            return stored;
        if (Result<void> stored = commitBatch(false); !stored.ok())
            return stored;
        report(false);
    }
}

Result<void> Importer::store(const FileResult &result)
{
    if (result.outOfReach && !m_walk->isRootThere())
        return wentAway();
    const bool followsParts = std::exchange(m_parted, result.isPart ? result.row.path : QString()) == result.row.path;
    if (!result.isPart) {
        ++m_report.read;
        ++m_progress.done;
        m_progress.bytesDone += result.row.size;
    }
    if (result.outOfReach && !followsParts)
        return keepUnreached(result.row);
    if (Result<void> renamed = followsParts ? Result<void>() : renameIfKnown(result); !renamed.ok())
        return renamed;
    if (result.sameBytes)
        return m_writer->touchFile(result.row);
    m_dirty = true;
    m_batch += static_cast<int>(result.articles.size());
    m_progress.articles += static_cast<int>(result.articles.size());
    // Of a collection that broke off, what was read earlier and not met again stays.
    const bool brokeOff = followsParts && result.row.state == toWord(FileState::Failed);
    if (result.isPart || brokeOff)
        return m_writer->putPart(result.row, result.articles);
    Result<void> put = m_writer->putFile(result.row, result.articles);
    // It was read under its new name without the character set chosen for the old one.
    const QString charset = m_movedCharsets.take(result.row.path);
    return put.ok() && !charset.isEmpty() ? m_writer->setCharset(result.row.path, charset) : put;
}

/** A new file that holds what one held that is gone. */
Result<void> Importer::renameIfKnown(const FileResult &result)
{
    FileRow row = result.row;
    if (!result.articles.isEmpty())
        row.hash = result.articles.first().article.provenance.hash;
    const QString from = m_renames.take(row);
    if (from.isEmpty())
        return {};
    m_report.renamed.append({from, row.path});
    if (const auto chosen = m_charsets.constFind(from); chosen != m_charsets.cend())
        m_movedCharsets.insert(row.path, *chosen);
    return m_writer->renameFile(from, row.path);
}

Result<void> Importer::commitBatch(bool force)
{
    if (!force && m_batch < m_job.batchArticles && m_sinceCommit.elapsed() < m_job.batchMilliseconds)
        return {};
    if (Result<void> stored = m_writer->commit(); !stored.ok())
        return stored;
    m_batch = 0;
    if (m_dirty) {
        m_dirty = false;
        m_host.rowsChanged();
    }
    if (!force) {
        if (Result<void> joined = joinIfGrown(); !joined.ok())
            return joined;
    }
    m_sinceCommit.restart();
    return force ? Result<void>() : m_writer->begin();
}

Result<void> Importer::joinIfGrown()
{
    const Result<qint64> accounts = m_writer->accountCount();
    if (!accounts.ok())
        return accounts.error();
    if (accounts.value() < m_joinAt || m_sinceJoin.elapsed() < joinShare * m_joinMilliseconds)
        return {};
    m_joinAt = joinGrowth * accounts.value();
    QElapsedTimer joining;
    joining.start();
    Result<void> joined = join();
    m_joinMilliseconds = joining.elapsed();
    m_sinceJoin.restart();
    return joined;
}

Result<void> Importer::join()
{
    Joiner joiner;
    Result<void> loaded =
        m_writer->loadForJoining([&joiner](ArticleForJoining article) { joiner.add(toJoining(std::move(article))); });
    if (!loaded.ok())
        return loaded;
    JoinedArchive joined = joiner.finish([this](ArticleId article) { return m_writer->sketchOf(article); });
    JoinedContents contents = toContents(joined, *m_job.rules);
    const ContactStream contacts = [&](const auto &put) {
        ContactAssembly assembly(joined, [&](const Contact &contact) {
            nameCountries(contact, *m_job.rules, contents.countryNames);
            return put(contact);
        });
        return m_writer->forEachAccount([&assembly](Account account) { return assembly.add(std::move(account)); });
    };
    if (Result<void> replaced = m_writer->replaceJoined(contents, contacts); !replaced.ok())
        return replaced;
    m_progress.contacts = static_cast<int>(joined.contacts.dates.size());
    m_host.rowsChanged();
    report(true);
    return {};
}

Result<void> Importer::fillReport()
{
    const Result<qint64> articles = m_writer->articleCount();
    const Result<qint64> contacts = m_writer->contactCount();
    const Result<QHash<QString, KnownFile>> files = m_writer->knownFiles();
    if (!articles.ok() || !contacts.ok() || !files.ok())
        return Error(u"The store %1 cannot be read back: set it aside and import again."_s.arg(m_job.store));
    m_report.articles = static_cast<int>(articles.value());
    m_report.contacts = static_cast<int>(contacts.value());
    m_progress.contacts = m_report.contacts;
    for (const KnownFile &known : files.value())
        m_report.files.append(known.row);
    std::sort(m_report.files.begin(), m_report.files.end(),
              [](const FileRow &left, const FileRow &right) { return left.path < right.path; });
    return {};
}

void Importer::report(bool force)
{
    if (!force && m_sinceReport.elapsed() < reportMilliseconds)
        return;
    m_sinceReport.restart();
    m_pace.note(m_elapsed.elapsed(), m_progress.done, m_progress.bytesDone);
    m_progress.perSecond = m_pace.filesPerSecond();
    m_progress.secondsLeft =
        m_pace.secondsLeft(m_progress.files - m_progress.done, m_progress.bytes - m_progress.bytesDone);
    m_host.reportProgress(m_progress);
}

} // namespace dragoman
