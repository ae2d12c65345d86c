// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/tablefile.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace dragoman {

Result<TableFile> TableFile::read(const QString &file, int columns)
{
    QFile device(file);
    if (!device.open(QIODevice::ReadOnly))
        return Error(u"%1 cannot be read: %2."_s.arg(file, device.errorString()));
    TableFile table;
    table.m_file = file;
    const QStringList lines = QString::fromUtf8(device.readAll()).split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (lines[i].isEmpty() || lines[i].startsWith(u'#'))
            continue;
        const TableRow row{static_cast<int>(i) + 1, lines[i].split(u'\t')};
        if (row.cells.size() != columns)
            return table.error(row, u"%1 columns are expected, %2 found"_s.arg(columns).arg(row.cells.size()));
        if (row.cells.first().isEmpty())
            return table.error(row, u"the first column is empty"_s);
        table.m_rows.append(row);
    }
    return table;
}

Error TableFile::error(const TableRow &row, const QString &reason) const
{
    return Error(u"%1:%2: %3."_s.arg(m_file).arg(row.line).arg(reason));
}

} // namespace dragoman
