// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/reader.h"

namespace dragoman {

/** Reads JSON: one article, a list of them, an object that holds such a list, a JSON Feed, or an article a line. */
class JsonReader : public FormatReader
{
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] bool sniff(const QString &path, const QByteArray &head) const override;
    /** An error if it is no JSON, or if nothing in it holds a text under a name that is known. */
    [[nodiscard]] Result<FileContents> read(const FileBytes &file) const override;
};

/** Reads CSV and TSV with a first line of column names, an article a row; the sign between cells is found out. */
class CsvReader : public FormatReader
{
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] bool sniff(const QString &path, const QByteArray &head) const override;
    /** An error if no column has a name that texts have. */
    [[nodiscard]] Result<FileContents> read(const FileBytes &file) const override;
};

/** Cells of a CSV text, row by row, as RFC 4180 has it: quoted cells may hold line ends and doubled quotes. */
[[nodiscard]] QList<QStringList> csvRows(const QString &text, QChar separator);

} // namespace dragoman
