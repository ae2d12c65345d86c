// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/article.h"
#include "domain/result.h"
#include "ingest/bytesource.h"

#include <QByteArray>
#include <QList>

#include <functional>
#include <initializer_list>

namespace dragoman {

/** How the reading of one file ended. */
enum class FileState { Read, Empty, Unsupported, Failed, Excluded };

[[nodiscard]] QString toWord(FileState state);

/** One line of the account of files. */
struct FileEntry
{
    QString path; ///< relative to the archive folder, with '/'
    FileState state = FileState::Read;
    QString reason; ///< a sentence; for Read what of the file was left out, empty if nothing
    qint64 size = 0;
    qint64 modified = 0; ///< milliseconds since 1970 UTC

    friend bool operator==(const FileEntry &, const FileEntry &) = default;
};

/** Limits at the door, in one place. What breaks one is refused with a reason. */
struct ReadLimits
{
    qint64 maxBytes = 64LL * 1024 * 1024; ///< of one article, whether it is a file or lies in a collection
    qint64 maxWhole = 4LL * 1024 * 1024;  ///< of a file that is held at once; larger ones are read piece by piece
    qint64 maxMember = 2LL * 1024 * 1024 * 1024;    ///< that a member of a container unpacks to
    qint64 maxUnpacked = 16LL * 1024 * 1024 * 1024; ///< that a file unpacks to with all containers in it
    int maxRatio = 200;                             ///< of what a file unpacks to, to its own size
    int maxDepth = 3;                               ///< containers in containers
    int maxMembers = 1'000'000;                     ///< of a container
};

/** What holds for the reading of one file, through all containers in it. */
struct ReadContext
{
    ReadLimits limits = {};
    QByteArray charset = {}; ///< that the user chose; empty: as found out
    qint64 size = 0;         ///< of the file
    qint64 unpacked = 0;     ///< of the file by now, at every depth
};

/** One file offered to the readers. */
struct FileBytes
{
    QString path; ///< relative, for messages and by its suffix
    QByteArray bytes;
    int depth = 0;           ///< of containers around it
    QByteArray charset = {}; ///< that the user chose; empty: as found out
};

/** What a file held. */
struct FileContents
{
    QList<Article> articles;
    QString note; ///< a sentence on what was left out; empty if nothing was
};

/** One file offered to the readers of collections, piece by piece. */
struct FileStream
{
    QString path; ///< as in FileBytes
    ByteSource &bytes;
    ReadContext &context;
    int depth = 0;
};

/** Takes an article as soon as it is found; false: no more are wanted. */
using ArticleSink = std::function<bool(Article)>;

/** Whether a file's name ends so, in capitals or not. */
[[nodiscard]] bool hasSuffix(const QString &path, std::initializer_list<QLatin1StringView> suffixes);

/** Whether a text can begin with markup: its first sign is '<', or it is in UTF-16. Most files are told apart by it. */
[[nodiscard]] bool beginsAsMarkup(const QByteArray &head);

/** A reader turns the bytes of one file format into articles. Stateless: one object serves all threads. */
class FormatReader
{
public:
    virtual ~FormatReader() = default;
    [[nodiscard]] virtual QString name() const = 0;
    /** Cheap: looks at the name and the first bytes only. */
    [[nodiscard]] virtual bool sniff(const QString &path, const QByteArray &head) const = 0;
    [[nodiscard]] virtual Result<FileContents> read(const FileBytes &file) const = 0;
};

/** A reader of files that hold any number of articles, one after the other, in memory that does not grow with them. */
class CollectionReader : public FormatReader
{
public:
    /** Hands each article to `sink`. The value is a note, as in FileContents; an error may come after articles that
     * were read well. */
    [[nodiscard]] virtual Result<QString> readEach(const FileStream &file, const ArticleSink &sink) const = 0;
    [[nodiscard]] Result<FileContents> read(const FileBytes &file) const final;
};

} // namespace dragoman
