// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/article.h"
#include "domain/result.h"

#include <QByteArray>
#include <QList>

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

/** One file offered to the readers. */
struct FileBytes
{
    QString path; ///< relative, for messages and by its suffix
    QByteArray bytes;
    int depth = 0; ///< of containers around it
};

/** What a file held. */
struct FileContents
{
    QList<Article> articles;
    QString note; ///< a sentence on what was left out; empty if nothing was
};

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

} // namespace dragoman
