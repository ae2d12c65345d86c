// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/reader.h"

namespace dragoman {

/** Reads Markdown as one article: its words without the marks, and title, date and author of its front matter. */
class MarkdownReader : public FormatReader
{
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] bool sniff(const QString &path, const QByteArray &head) const override;
    [[nodiscard]] Result<FileContents> read(const FileBytes &file) const override;
};

/** A line of Markdown without the marks of emphasis, links, pictures and code. */
[[nodiscard]] QString withoutMarks(QString line);

} // namespace dragoman
