// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QList>
#include <QStringList>

namespace dragoman {

/** A row of a table file and the line it stands on, counted from 1. */
struct TableRow
{
    int line = 0;
    QStringList cells;
};

/** A UTF-8 file of tab-separated rows, all of one number of columns; lines that begin with # are comments. */
class TableFile
{
public:
    /** An error names the file and the line: another number of cells, an empty first cell. */
    [[nodiscard]] static Result<TableFile> read(const QString &file, int columns);

    [[nodiscard]] const QList<TableRow> &rows() const { return m_rows; }
    /** "FILE:LINE: reason." */
    [[nodiscard]] Error error(const TableRow &row, const QString &reason) const;

private:
    QString m_file;
    QList<TableRow> m_rows;
};

} // namespace dragoman
