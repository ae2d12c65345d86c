// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/reader.h"

#include <QStringList>

namespace dragoman {

/**
 * Reads PDF as one article in the order of reading: columns one after the other, words that a line end breaks joined,
 * running heads and page numbers left out. Encrypted and scanned files are named as such.
 */
class PdfReader : public FormatReader
{
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] bool sniff(const QString &path, const QByteArray &head) const override;
    [[nodiscard]] Result<FileContents> read(const FileBytes &file) const override;
};

/** The text of pages as one, and the heads and feet that most pages repeat, which are no part of it. */
struct RunningText
{
    QString text; ///< paragraphs parted by blank lines, words that a line end broke joined
    QStringList heads;
};

[[nodiscard]] RunningText runningText(const QStringList &pages);

} // namespace dragoman
