// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/reader.h"

namespace dragoman {

/** Reads RSS (0.9 to 2.0) and Atom feeds saved as files, an article an entry. */
class FeedReader : public FormatReader
{
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] bool sniff(const QString &path, const QByteArray &head) const override;
    /** An error if the XML is broken before the first entry; entries before a later break are kept and the break noted.
     */
    [[nodiscard]] Result<FileContents> read(const FileBytes &file) const override;
};

/** Reads TEI editions of documents, an article each `<div type="document">`, or one of the whole text. */
class TeiReader : public FormatReader
{
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] bool sniff(const QString &path, const QByteArray &head) const override;
    [[nodiscard]] Result<FileContents> read(const FileBytes &file) const override;
};

} // namespace dragoman
