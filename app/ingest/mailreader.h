// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/reader.h"

namespace dragoman {

/** Reads mail, an article each message: eml, mbox, and web pages saved as MHTML. */
class MailReader : public CollectionReader
{
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] bool sniff(const QString &path, const QByteArray &head) const override;
    /** Messages without text, and encrypted ones, are counted in the note. */
    [[nodiscard]] Result<QString> readEach(const FileStream &file, const ArticleSink &sink) const override;
};

} // namespace dragoman
