// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/reader.h"

namespace dragoman {

/** Reads a saved web page as one article: its own text without menus, and what the page tells of it. */
class HtmlReader : public FormatReader
{
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] bool sniff(const QString &path, const QByteArray &head) const override;
    /** An error if the page breaks a limit of HtmlLimits, or holds no text. */
    [[nodiscard]] Result<FileContents> read(const FileBytes &file) const override;
};

} // namespace dragoman
