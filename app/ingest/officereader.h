// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/reader.h"

namespace dragoman {

/** Reads DOCX and ODT as one article each: their paragraphs, and title, author and outlet of their properties. */
class OfficeReader : public FormatReader
{
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] bool sniff(const QString &path, const QByteArray &head) const override;
    /** An error if the document is damaged or encrypted. */
    [[nodiscard]] Result<FileContents> read(const FileBytes &file) const override;
};

/** Reads EPUB, an article each chapter in the order of reading. */
class EpubReader : public FormatReader
{
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] bool sniff(const QString &path, const QByteArray &head) const override;
    [[nodiscard]] Result<FileContents> read(const FileBytes &file) const override;
};

/** Reads RTF as one article, in the character sets that it names. */
class RtfReader : public FormatReader
{
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] bool sniff(const QString &path, const QByteArray &head) const override;
    [[nodiscard]] Result<FileContents> read(const FileBytes &file) const override;
};

} // namespace dragoman
