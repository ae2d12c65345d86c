// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/csvreader.h"

#include "ingest/collectionrows.h"
#include "ingest/contents.h"
#include "ingest/fieldtable.h"
#include "ingest/textstream.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

constexpr qsizetype namedColumns = 10;

/** The sign that parts most cells of the first line. */
QChar separatorOf(const QString &text)
{
    const QString first = text.left(text.indexOf(u'\n'));
    QChar best = u',';
    for (const QChar sign : {u',', u'\t', u';', u'|'}) {
        if (first.count(sign) > first.count(best))
            best = sign;
    }
    return best;
}

ToldArticle rowTold(const QStringList &row, const QStringList &columns, const QStringList &kinds)
{
    ToldArticle told;
    for (qsizetype i = 0; i < std::min(row.size(), kinds.size()); ++i) {
        if (!kinds[i].isEmpty())
            tellField(told, kinds[i], row[i], u"column "_s + columns[i]);
    }
    return told;
}

bool isBlank(const QStringList &row)
{
    return std::all_of(row.begin(), row.end(), [](const QString &cell) { return cell.trimmed().isEmpty(); });
}

Error tooLong(qint64 row, const ReadLimits &limits)
{
    return Error(u"A cell behind row %1 is larger than %2, and what follows was not read: a quotation mark may be "
                 u"missing there; mend it or split the file."_s.arg(row)
                     .arg(sizeInWords(limits.maxBytes)));
}

} // namespace

QString CsvReader::name() const
{
    return u"csv"_s;
}

bool CsvReader::sniff(const QString &path, const QByteArray &head) const
{
    return looksLikeText(head) && hasSuffix(path, {".csv"_L1, ".tsv"_L1, ".tab"_L1});
}

Result<QString> CsvReader::readEach(const FileStream &file, const ArticleSink &sink) const
{
    const ReadLimits &limits = file.context.limits;
    TextStream text(file);
    QString first = text.read();
    const QChar separator = separatorOf(first);
    CsvRows cells([&] { return first.isEmpty() ? text.read() : std::exchange(first, {}); }, separator, limits.maxBytes);
    const QStringList columns = cells.next().value_or(QStringList());
    const QStringList kinds = FieldTable::builtIn().kindsOf(columns);
    if (!kinds.contains(u"text"_s))
        return Error(u"No column holds the text of an article (there are %1): name it “text” in the first line to have "
                     u"the file read."_s.arg(columns.mid(0, namedColumns).join(u", "_s)));
    CollectionRows rows(sink, u"row"_s);
    while (const auto row = cells.next()) {
        const ToldArticle told = rowTold(*row, columns, kinds);
        if (!rows.add(told.text.isEmpty() ? std::nullopt : std::optional(told), text.charset()))
            break;
    }
    if (cells.isTooLong())
        return tooLong(rows.count(), limits);
    if (cells.endsInQuotes())
        return Error(u"The last row read, %1, has a quotation mark that is not closed, and rows behind it may stand in "
                     u"it: close the mark and import again."_s.arg(rows.count()));
    return rows.note(limits);
}

CsvRows::CsvRows(std::function<QString()> more, QChar separator, qsizetype longest)
    : m_more(std::move(more)), m_separator(separator), m_longest(longest)
{
}

std::optional<QStringList> CsvRows::next()
{
    while (fill()) {
        while (m_at < m_piece.size() && !m_ended && m_row.size() <= mostCells)
            take(m_piece[m_at++]);
        if (isTooLong())
            return std::nullopt;
        if (std::exchange(m_ended, false)) {
            QStringList row = std::exchange(m_row, {});
            m_rowSize = 0;
            if (!isBlank(row))
                return row;
        }
    }
    if (!m_cell.isEmpty() || !m_row.isEmpty()) {
        endCell();
        QStringList row = std::exchange(m_row, {});
        if (!isBlank(row))
            return row;
    }
    return std::nullopt;
}

bool CsvRows::fill()
{
    if (m_at < m_piece.size())
        return true;
    m_piece = m_more();
    m_at = 0;
    return !m_piece.isEmpty();
}

void CsvRows::take(QChar c)
{
    if (m_quoted && !m_afterQuote) {
        m_afterQuote = c == u'"';
        if (!m_afterQuote)
            m_cell += c;
        return;
    }
    if (std::exchange(m_afterQuote, false)) {
        m_quoted = c == u'"';
        if (m_quoted) {
            m_cell += c;
            return;
        }
    }
    if (c == u'"' && m_cell.isEmpty()) {
        m_quoted = true;
    } else if (c == m_separator || c == u'\n') {
        endCell();
        m_ended = c == u'\n';
    } else if (c != u'\r') {
        m_cell += c;
    }
}

QList<QStringList> csvRows(const QString &text, QChar separator)
{
    QString left = text;
    CsvRows cells([&left] { return std::exchange(left, {}); }, separator, std::numeric_limits<qsizetype>::max());
    QList<QStringList> rows;
    while (auto row = cells.next())
        rows.append(*std::move(row));
    return rows;
}

} // namespace dragoman
