// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/rowwriter.h"

#include "cli/command.h"

#include <cstdio>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

constexpr int widestColumn = 60;

/** Characters that take a place of their own in a terminal. */
int width(const QString &text)
{
    return static_cast<int>(
        std::count_if(text.begin(), text.end(), [](QChar c) { return !c.isMark() && !c.isLowSurrogate(); }));
}

QString fitted(QString text, int wanted, bool right)
{
    while (width(text) > wanted)
        text = text.left(text.size() - (text.endsWith(u'…') ? 2 : 1)).trimmed() + u'…';
    const QString space(wanted - width(text), u' ');
    return right ? space + text : text + space;
}

QString oneLine(const QString &text)
{
    return printable(text).simplified();
}

} // namespace

std::optional<RowFormat> rowFormatFromWord(const QString &word)
{
    if (word == u"table"_s)
        return RowFormat::Table;
    if (word == u"tsv"_s)
        return RowFormat::Tsv;
    if (word == u"json"_s)
        return RowFormat::Json;
    return std::nullopt;
}

RowWriter::RowWriter(RowFormat format, QList<Column> columns) : m_format(format), m_columns(std::move(columns))
{
    if (m_format == RowFormat::Json) {
        m_good = m_out.open(stdout, QIODevice::WriteOnly);
        m_json = std::make_unique<JsonWriter>(m_out, 1);
        m_json->beginArray();
    }
}

void RowWriter::add(const QList<QStringList> &rows)
{
    if (m_format == RowFormat::Table)
        addTable(rows);
    else if (m_format == RowFormat::Tsv)
        addTsv(rows);
    else
        addJson(rows);
}

void RowWriter::addTable(const QList<QStringList> &rows)
{
    QString text;
    if (m_widths.isEmpty()) {
        QStringList heads;
        for (qsizetype i = 0; i < m_columns.size(); ++i) {
            heads.append(m_columns[i].name);
            int widest = width(m_columns[i].name);
            for (const QStringList &row : rows)
                widest = std::max(widest, width(oneLine(row.value(i))));
            m_widths.append(std::min(widest, widestColumn));
        }
        text = tableLine(heads);
    }
    for (const QStringList &row : rows)
        text += tableLine(row);
    m_good = print(text) && m_good;
}

QString RowWriter::tableLine(const QStringList &cells) const
{
    QString line;
    for (qsizetype i = 0; i < m_columns.size(); ++i)
        line += fitted(oneLine(cells.value(i)), m_widths[i], m_columns[i].number) + u"  "_s;
    while (line.endsWith(u' '))
        line.chop(1);
    return line + u'\n';
}

void RowWriter::addTsv(const QList<QStringList> &rows)
{
    QString text;
    if (m_widths.isEmpty()) {
        QStringList heads;
        for (const Column &column : m_columns)
            heads.append(column.name);
        m_widths.append(0);
        text = heads.join(u'\t') + u'\n';
    }
    for (const QStringList &row : rows) {
        QStringList cells;
        for (const QString &cell : row)
            cells.append(oneLine(cell));
        text += cells.join(u'\t') + u'\n';
    }
    m_good = print(text) && m_good;
}

void RowWriter::addJson(const QList<QStringList> &rows)
{
    for (const QStringList &row : rows) {
        m_json->beginObject();
        for (qsizetype i = 0; i < m_columns.size(); ++i) {
            m_json->key(QLatin1StringView(m_columns[i].name.toLatin1()));
            if (m_columns[i].number)
                m_json->value(row.value(i).toLongLong());
            else
                m_json->textOrNull(row.value(i));
        }
        m_json->endObject();
    }
}

bool RowWriter::finish()
{
    if (m_format == RowFormat::Json) {
        m_json->endArray();
        m_good = m_json->finish() && m_out.flush() && m_good;
    }
    return m_good && std::fflush(stdout) == 0;
}

} // namespace dragoman
