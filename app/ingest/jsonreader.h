// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/reader.h"

namespace dragoman {

/** Reads JSON: one article, a list of them, an object that holds such a list, a JSON Feed, or an article a line. */
class JsonReader : public CollectionReader
{
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] bool sniff(const QString &path, const QByteArray &head) const override;
    /** An error if it is no JSON, or if nothing in it holds a text under a name that is known. */
    [[nodiscard]] Result<QString> readEach(const FileStream &file, const ArticleSink &sink) const override;
};

} // namespace dragoman
