// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/importer.h"

#include "extract/contactassembly.h"
#include "session/conversion.h"
#include "session/filework.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>
#include <QThread>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

constexpr qint64 leastAccountsToJoin = 64;
constexpr qint64 joinGrowth = 4; ///< so that all joins on the way together cost a third of the last
constexpr qint64 reportMilliseconds = 100;
constexpr size_t filesAheadPerThread = 32;

/**
 * What was derived by an older program is derived anew, as with other rules: the fingerprint stored is that of the
 * rules and of this number, which goes up whenever reading or extraction change what they find without a change of the
 * rules.
 */
constexpr int derivation = 4;

QByteArray derivedBy(const RuleSet &rules)
{
    return rules.fingerprint() + '-' + QByteArray::number(derivation);
}

bool liesIn(const QString &file, const QString &folder)
{
    const QString inside = QDir(folder).relativeFilePath(QFileInfo(file).absoluteFilePath());
    return !inside.startsWith(u"../"_s) && inside != u".."_s && !QDir::isAbsolutePath(inside);
}

/** A file that could not be read may be readable now though nothing about it looks changed. */
bool isWorthAnotherTry(const KnownFile &known)
{
    return known.stale || known.row.state == toWord(FileState::Failed);
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
    m_sinceReport.start();
    Result<void> done = importAll();
    if (m_writer) {
        m_writer->undo();
        const Result<void> filled = fillReport();
        if (done.ok() && !filled.ok())
            done = filled;
    }
    if (!done.ok())
        m_report.error = done.error().message();
    report(true);
    // The last connection to go lets SQLite fold its log into the store.
    m_writer.reset();
    return m_report;
}

Result<void> Importer::importAll()
{
    if (Result<void> opened = openStore(); !opened.ok())
        return opened;
    const Result<Walk> walk = walkFolder(m_job.folder, [this] { return m_host.stopRequested(); });
    if (!walk.ok())
        return walk.error();
    m_report.stopped = m_host.stopRequested();
    if (m_report.stopped)
        return {};
    if (Result<void> ready = applyRules(); !ready.ok())
        return ready;
    if (Result<void> chosen = applyCharsets(); !chosen.ok())
        return chosen;
    Result<QHash<QString, KnownFile>> known = m_writer->knownFiles();
    if (!known.ok())
        return known.error();
    m_known = std::move(known).value();
    if (Result<void> begun = m_writer->begin(); !begun.ok())
        return begun;
    if (Result<void> noted = noteEnded(walk.value().ended); !noted.ok())
        return noted;
    if (Result<void> removed = removeGone(walk.value()); !removed.ok())
        return removed;
    if (Result<void> read = readFiles(filesToRead(walk.value())); !read.ok())
        return read;
    if (Result<void> stored = commitBatch(true); !stored.ok())
        return stored;
    const Result<bool> joined = m_writer->isJoined();
    if (!joined.ok())
        return joined.error();
    return joined.value() ? Result<void>() : join();
}

Result<void> Importer::openStore()
{
    const QString folder = QFileInfo(m_job.folder).canonicalFilePath();
    if (folder.isEmpty())
        return Error(u"The folder %1 is not there: check the path, or connect the disk that it is on."_s.arg(
            QDir::toNativeSeparators(m_job.folder)));
    if (liesIn(m_job.store, folder))
        return Error(
            u"The store %1 would lie in the archive folder, which is never written to: choose a place outside."_s.arg(
                QDir::toNativeSeparators(m_job.store)));
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

Result<void> Importer::noteEnded(const QList<FileEntry> &ended)
{
    for (const FileEntry &entry : ended) {
        const FileRow row = toFileRow(entry);
        if (Result<void> noted = m_writer->putFile(row, {}); !noted.ok())
            return noted;
    }
    return {};
}

Result<void> Importer::removeGone(const Walk &walk)
{
    QSet<QString> there;
    for (const FoundFile &file : walk.files)
        there.insert(file.path);
    for (const FileEntry &entry : walk.ended)
        there.insert(entry.path);
    QStringList gone;
    for (auto known = m_known.cbegin(); known != m_known.cend(); ++known) {
        if (!there.contains(known.key()))
            gone.append(known.key());
    }
    std::sort(gone.begin(), gone.end());
    for (const QString &path : std::as_const(gone)) {
        if (Result<void> removed = m_writer->removeFile(path); !removed.ok())
            return removed;
        m_dirty = true;
        ++m_report.removed;
    }
    return {};
}

QList<FoundFile> Importer::filesToRead(const Walk &walk)
{
    QList<FoundFile> files;
    for (const FoundFile &file : walk.files) {
        const auto known = m_known.constFind(file.path);
        if (known != m_known.cend() && known->row.size == file.size && known->row.modified == file.modified &&
            !isWorthAnotherTry(*known) && !m_job.again.contains(file.path))
            ++m_report.unchanged;
        else
            files.append(file);
    }
    m_progress.files = static_cast<int>(files.size());
    return files;
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
    return readAndExtract(m_job.folder, file, options, *m_job.rules, handOn);
}

Result<void> Importer::readFiles(const QList<FoundFile> &files)
{
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
        if (Result<void> stored = store(*result); !stored.ok())
            return stored;
        if (Result<void> stored = commitBatch(false); !stored.ok())
            return stored;
        report(false);
    }
}

Result<void> Importer::store(const FileResult &result)
{
    if (!result.isPart) {
        ++m_report.read;
        ++m_progress.done;
    }
    if (result.sameBytes)
        return m_writer->touchFile(result.row);
    m_dirty = true;
    m_batch += static_cast<int>(result.articles.size());
    m_progress.articles += static_cast<int>(result.articles.size());
    return result.isPart ? m_writer->putPart(result.row, result.articles)
                         : m_writer->putFile(result.row, result.articles);
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
    if (accounts.value() < m_joinAt)
        return {};
    m_joinAt = joinGrowth * accounts.value();
    return join();
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
        return Error(u"The store %1 cannot be read back: delete it and import again."_s.arg(m_job.store));
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
    const double seconds = static_cast<double>(m_elapsed.elapsed()) / 1000;
    m_progress.perSecond = seconds > 0 ? m_progress.done / seconds : 0;
    m_host.reportProgress(m_progress);
}

} // namespace dragoman
