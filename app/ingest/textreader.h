// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/reader.h"

namespace dragoman {

/** Reads a plain text file as one article. */
class TextReader : public FormatReader
{
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] bool sniff(const QString &path, const QByteArray &head) const override;
    [[nodiscard]] Result<FileContents> read(const FileBytes &file) const override;
};

} // namespace dragoman
