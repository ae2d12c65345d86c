// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/reader.h"

#include <QStringList>

#include <optional>

namespace dragoman {

/** Reads CSV and TSV with a first line of column names, an article a row; the sign between cells is found out. */
class CsvReader : public CollectionReader
{
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] bool sniff(const QString &path, const QByteArray &head) const override;
    /** An error if no column has a name that texts have. */
    [[nodiscard]] Result<QString> readEach(const FileStream &file, const ArticleSink &sink) const override;
};

/** Cells of a CSV text that comes in pieces, row by row, as RFC 4180 has it: quoted cells may hold line ends and
 * doubled quotes. Blank rows are passed over. */
class CsvRows
{
public:
    /** `more` gives the next piece of the text; empty at the end. */
    CsvRows(std::function<QString()> more, QChar separator, qsizetype longest);

    /** nullopt at the end, and where a row is longer than the longest or has more cells than any table. */
    [[nodiscard]] std::optional<QStringList> next();
    [[nodiscard]] bool isTooLong() const { return m_rowSize + m_cell.size() > m_longest || m_row.size() > mostCells; }
    /** Whether the text ended within quotation marks: one of them is missing somewhere. */
    [[nodiscard]] bool endsInQuotes() const { return m_quoted && !m_afterQuote; }

private:
    [[nodiscard]] bool fill();
    void take(QChar c);
    void endCell()
    {
        m_rowSize += m_cell.size();
        m_row.append(std::exchange(m_cell, {}));
    }

    static constexpr qsizetype mostCells = 16384;

    const std::function<QString()> m_more;
    const QChar m_separator;
    const qsizetype m_longest;
    QString m_piece;
    qsizetype m_at = 0;
    QStringList m_row;
    qsizetype m_rowSize = 0;
    QString m_cell;
    bool m_quoted = false;
    bool m_afterQuote = false; ///< a quote in a quoted cell ends it, unless another one follows
    bool m_ended = false;      ///< the row
};

/** All rows of a text. */
[[nodiscard]] QList<QStringList> csvRows(const QString &text, QChar separator);

} // namespace dragoman
