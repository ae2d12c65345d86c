// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "session/jsonwriter.h"

#include <QFile>
#include <QList>
#include <QStringList>

#include <memory>
#include <optional>

namespace dragoman {

/** A column of a listing. */
struct Column
{
    QString name; ///< in small letters, also the key in JSON
    bool number = false;
};

/** How a listing is written. */
enum class RowFormat { Table, Tsv, Json };
[[nodiscard]] std::optional<RowFormat> rowFormatFromWord(const QString &word);

/** Writes rows to the standard output as they come: aligned for people, tab-separated or JSON for programs. */
class RowWriter
{
public:
    RowWriter(RowFormat format, QList<Column> columns);
    void add(const QList<QStringList> &rows); ///< the first call decides how wide the columns of a table are
    [[nodiscard]] bool finish();              ///< false if something could not be written

private:
    void addTable(const QList<QStringList> &rows);
    void addTsv(const QList<QStringList> &rows);
    void addJson(const QList<QStringList> &rows);
    [[nodiscard]] QString tableLine(const QStringList &cells) const;

    RowFormat m_format;
    QList<Column> m_columns;
    QList<int> m_widths;
    QFile m_out;
    std::unique_ptr<JsonWriter> m_json;
    bool m_good = true;
};

} // namespace dragoman
