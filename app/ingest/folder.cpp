// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/folder.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

qint64 modifiedOf(const QFileInfo &info)
{
    return info.lastModified().toMSecsSinceEpoch();
}

/** Goes through a folder with a stack of its own, so that no depth of folders can exhaust the thread's. */
class FolderWalker
{
public:
    FolderWalker(const QString &root, const std::function<bool()> &stop) : m_root(root), m_stop(stop) {}

    Walk walk();

private:
    void list(const QString &folder);
    void visit(const QFileInfo &info, const QString &path);
    void visitLink(const QFileInfo &info, const QString &path);
    void end(const QFileInfo &info, const QString &path, FileState state, const QString &reason);

    const QString m_root;
    const std::function<bool()> &m_stop;
    QStringList m_pending{QString()};
    Walk m_walk;
};

Walk FolderWalker::walk()
{
    while (!m_pending.isEmpty() && !(m_stop && m_stop()))
        list(m_pending.takeLast());
    std::sort(m_walk.files.begin(), m_walk.files.end(), [](const auto &a, const auto &b) { return a.path < b.path; });
    std::sort(m_walk.ended.begin(), m_walk.ended.end(), [](const auto &a, const auto &b) { return a.path < b.path; });
    return std::move(m_walk);
}

void FolderWalker::list(const QString &folder)
{
    const QDir directory(folder.isEmpty() ? m_root : m_root + u'/' + folder);
    const QFileInfo self(directory.path());
    if (!self.isReadable() || !self.isExecutable()) {
        end(self, folder, FileState::Failed,
            u"The folder may not be read; give yourself the right to read it and import again."_s);
        return;
    }
    const auto entries =
        directory.entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDir::NoSort);
    for (const QFileInfo &info : entries)
        visit(info, folder.isEmpty() ? info.fileName() : folder + u'/' + info.fileName());
}

void FolderWalker::visit(const QFileInfo &info, const QString &path)
{
    if (info.fileName().startsWith(u'.'))
        end(info, path, FileState::Excluded, u"Hidden files and folders are left out."_s);
    else if (info.isSymLink())
        visitLink(info, path);
    else if (info.isDir())
        m_pending.append(path);
    else if (info.isFile())
        m_walk.files.append({path, info.size(), modifiedOf(info)});
    else
        end(info, path, FileState::Excluded, u"This is a pipe, a socket or a device, not a file."_s);
}

/** A link is never followed: what it names inside the folder is read under its own name, and what lies outside is not
 * asked for. */
void FolderWalker::visitLink(const QFileInfo &info, const QString &path)
{
    const QString target = info.canonicalFilePath();
    if (target.isEmpty() || !info.exists()) {
        end(info, path, FileState::Excluded, u"The link points to nothing, or to itself."_s);
    } else if (m_root == target || m_root.startsWith(target + u'/') ||
               (m_root + u'/' + path).startsWith(target + u'/')) {
        end(info, path, FileState::Excluded, u"The link leads back to a folder above it."_s);
    } else if (target.startsWith(m_root + u'/')) {
        end(info, path, FileState::Excluded,
            u"The link points to %1, which is read under that name."_s.arg(target.mid(m_root.size() + 1)));
    } else {
        end(info, path, FileState::Excluded,
            u"The link leads out of the folder, to %1; copy what it names into the folder to have it read."_s.arg(
                target));
    }
}

void FolderWalker::end(const QFileInfo &info, const QString &path, FileState state, const QString &reason)
{
    const bool plain = info.isFile() && !info.isSymLink();
    m_walk.ended.append({path, state, reason, plain ? info.size() : 0, modifiedOf(info)});
}

FileEntry ended(const FoundFile &file, FileState state, const QString &reason)
{
    return {file.path, state, reason, file.size, file.modified};
}

/** Opens a file that is where it was found, or says why not. */
Result<void> openFile(const QString &folder, const FoundFile &file, QFile &device)
{
    const QString root = QFileInfo(folder).canonicalFilePath();
    const QFileInfo info(root + u'/' + file.path);
    if (!info.canonicalFilePath().startsWith(root + u'/'))
        return Error(u"The file is gone, or a link now leads out of the folder; import again."_s);
    if (!info.isFile())
        return Error(u"This is no longer a file; import again."_s);
    device.setFileName(info.filePath());
    if (!device.open(QIODevice::ReadOnly))
        return Error(u"The file cannot be opened: %1. Give yourself the right to read it and import again."_s.arg(
            device.errorString()));
    return {};
}

QByteArray hashOf(ByteSource &bytes)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    constexpr qsizetype piece = 256L * 1024;
    for (QByteArray part = bytes.take(piece); !part.isEmpty(); part = bytes.take(piece))
        hash.addData(part);
    return hash.result();
}

void complete(Article &article, const FoundFile &file, const QByteArray &hash)
{
    article.provenance.path = file.path;
    article.provenance.hash = hash;
    article.provenance.size = file.size;
    article.provenance.modified = file.modified;
}

} // namespace

Result<Walk> walkFolder(const QString &folder, const std::function<bool()> &stop)
{
    const QFileInfo info(folder);
    if (!info.exists())
        return Error(u"%1 does not exist; name a folder of articles."_s.arg(folder));
    if (!info.isDir())
        return Error(u"%1 is not a folder; name a folder of articles."_s.arg(folder));
    if (!info.isReadable() || !info.isExecutable())
        return Error(u"%1 may not be read; give yourself the right to read it."_s.arg(folder));
    return FolderWalker(info.canonicalFilePath(), stop).walk();
}

namespace {

/** Reads a file whose bytes are at hand, and tells its articles where they are from. */
class FileReading
{
public:
    FileReading(const FoundFile &file, const ReadOptions &options, const ArticleSink &sink)
        : m_file(file), m_options(options), m_sink(sink)
    {
    }

    ReadOutcome readHeld(const QByteArray &bytes)
    {
        MemorySource source(bytes);
        const auto hash = [&bytes] { return QCryptographicHash::hash(bytes, QCryptographicHash::Sha1); };
        if (!m_options.known.isEmpty() && hash() == m_options.known)
            return same();
        return read(source, bytes.size(), hash);
    }

    ReadOutcome readPiecewise(QFile &device)
    {
        FileSource source(device, m_options.stop);
        const QFileInfo before(device.fileName());
        const QByteArray head = source.peek(sniffedBytes);
        if (!isFormatKnown(m_file.path, head))
            return read(source, device.size(), [] { return QByteArray(); });
        const QByteArray hash = hashOf(source);
        if (!source.fault().isEmpty() || !source.seek(0))
            return {ended(m_file, FileState::Failed, source.fault()), {}};
        if (hash == m_options.known)
            return same();
        ReadOutcome outcome = read(source, device.size(), [&hash] { return hash; });
        const QFileInfo after(device.fileName());
        if (before.size() != after.size() || modifiedOf(before) != modifiedOf(after))
            return {ended(m_file, FileState::Failed, u"The file was changed while it was read; import again."_s), {}};
        return outcome;
    }

private:
    static constexpr qsizetype sniffedBytes = 4096;

    [[nodiscard]] ReadOutcome same() const
    {
        return {ended(m_file, FileState::Read, QString()), {}, m_options.known, true};
    }

    ReadOutcome read(ByteSource &source, qint64 size, const std::function<QByteArray()> &hash)
    {
        ReadContext context{m_options.limits, m_options.charset, size};
        QByteArray found;
        const ContentsOutcome contents = readStream({m_file.path, source, context}, [&](Article article) {
            if (found.isEmpty())
                found = hash();
            complete(article, m_file, found);
            return m_sink(std::move(article));
        });
        return {ended(m_file, contents.state, contents.reason), {}, found};
    }

    const FoundFile &m_file;
    const ReadOptions &m_options;
    const ArticleSink &m_sink;
};

} // namespace

ReadOutcome readFile(const QString &folder, const FoundFile &file, const ReadOptions &options, const ArticleSink &sink)
{
    QFile device;
    if (const Result<void> opened = openFile(folder, file, device); !opened.ok())
        return {ended(file, FileState::Failed, opened.error().message()), {}};
    FileReading reading(file, options, sink);
    if (device.size() > options.limits.maxWhole)
        return reading.readPiecewise(device);
    // One byte more than the file had, to notice one that grows; never the limit itself, which is far more memory.
    QByteArray bytes = device.read(device.size() + 1);
    if (device.error() != QFileDevice::NoError)
        return {ended(file, FileState::Failed, u"The file cannot be read: %1."_s.arg(device.errorString())), {}};
    return device.atEnd() ? reading.readHeld(bytes) : reading.readPiecewise(device);
}

ReadOutcome readFile(const QString &folder, const FoundFile &file, const ReadLimits &limits)
{
    QList<Article> articles;
    ReadOutcome outcome = readFile(folder, file, ReadOptions{limits}, [&articles](Article article) {
        articles.append(std::move(article));
        return true;
    });
    outcome.articles = std::move(articles);
    return outcome;
}

} // namespace dragoman
