// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/folder.h"

#include "ingest/folderwalk.h"

#include <QCryptographicHash>
#include <QDateTime>
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
    Result<FolderWalk> walk = FolderWalk::begin(folder);
    if (!walk.ok())
        return walk.error();
    walk.value().goOn(stop);
    return walk.value().take();
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
        QFileInfo before(device.fileName());
        before.stat(); // it would look when it is asked, after the reading
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
        if (!source.fault().isEmpty())
            return {ended(m_file, FileState::Failed, contents.reason), {}, {}};
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
    if (device.atEnd())
        return reading.readHeld(bytes);
    device.seek(0);
    return reading.readPiecewise(device);
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
