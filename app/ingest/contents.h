// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/reader.h"

namespace dragoman {

/** How the reading of some bytes ended. */
struct ContentsOutcome
{
    FileState state = FileState::Read;
    QString reason; ///< as in FileEntry
    QString format; ///< name of the reader; empty if there was none
    QList<Article> articles;
};

/** Reads a file of any length by the first reader whose sniff says yes, handing each article to `sink`; the outcome
 * has none. */
[[nodiscard]] ContentsOutcome readStream(const FileStream &file, const ArticleSink &sink);

/** Reads bytes by the first reader whose sniff says yes. */
[[nodiscard]] ContentsOutcome readContents(const FileBytes &file, const ReadLimits &limits = {});

/** Whether a reader says yes to a file's first bytes. */
[[nodiscard]] bool isFormatKnown(const QString &path, const QByteArray &head);

/** What is not read for its size, in one sentence for the account of files. */
[[nodiscard]] QString limitsInWords(const ReadLimits &limits = {});

/** "64 MB", "1.5 GB". */
[[nodiscard]] QString sizeInWords(qint64 bytes);

} // namespace dragoman
