// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/reader.h"

namespace dragoman {

/**
 * Opens zip, tar, 7-Zip, compressed files and WARC in place and reads what they hold, members by their own formats.
 * Nothing is written to the disk; limits are those of ReadLimits.
 */
class ContainerReader : public CollectionReader
{
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] bool sniff(const QString &path, const QByteArray &head) const override;
    /** Members that are not read are named in the note. */
    [[nodiscard]] Result<QString> readEach(const FileStream &file, const ArticleSink &sink) const override;
};

} // namespace dragoman
