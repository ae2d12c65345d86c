// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/jsonreader.h"

#include "ingest/decoding.h"
#include "ingest/fieldtable.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

constexpr qsizetype namedRows = 10;

/** Collects articles, and the numbers of rows that hold none. */
class Collection
{
public:
    Collection(const QString &charset, const QString &rowWord) : m_charset(charset), m_rowWord(rowWord) {}

    void add(std::optional<ToldArticle> told)
    {
        ++m_rows;
        if (!told) {
            m_left.append(QString::number(m_rows));
            return;
        }
        told->member = m_rowWord + u' ' + QString::number(m_rows);
        Article article = composed(*told);
        article.provenance.charset = m_charset;
        m_contents.articles.append(article);
    }

    void leaveOut() { m_left.append(QString::number(++m_rows)); }

    [[nodiscard]] FileContents take()
    {
        if (!m_left.isEmpty()) {
            const QStringList named = m_left.mid(0, namedRows);
            m_contents.note =
                u"%1 of %2 hold no text that could be read and were left out: %3 %4%5."_s.arg(m_left.size())
                    .arg(m_rows)
                    .arg(m_rowWord, named.join(u", "_s), m_left.size() > namedRows ? u" and others"_s : QString());
        }
        return std::move(m_contents);
    }

private:
    const QString m_charset;
    const QString m_rowWord;
    FileContents m_contents;
    QStringList m_left;
    qsizetype m_rows = 0;
};

QStringList namesIn(const QJsonObject &object)
{
    return object.keys().mid(0, namedRows);
}

Error noText(const QStringList &names)
{
    return Error(
        u"No field holds the text of an article (there are %1): name the field “text” to have the file read."_s.arg(
            names.join(u", "_s)));
}

/** The objects that are articles: those of the list, or the one object itself. */
Result<QJsonArray> articlesOf(const QJsonDocument &document)
{
    if (document.isArray())
        return document.array();
    const QJsonObject object = document.object();
    for (const QString &path : FieldTable::builtIn().lists()) {
        const QJsonValue list = valueAt(object, path);
        if (list.isArray() && !list.toArray().isEmpty() && list.toArray().first().isObject())
            return list.toArray();
    }
    if (FieldTable::builtIn().article(object, u"field"_s))
        return QJsonArray{object};
    return noText(namesIn(object));
}

/** A JSON Feed names its outlet once, for all its items. */
void tellFeed(const QJsonDocument &document, ToldArticle &told)
{
    if (document.isObject() && document.object().value("version"_L1).toString().contains(u"jsonfeed.org"_s))
        told.tell(ToldFact::Kind::Source, document.object().value("title"_L1).toString(), u"feed title"_s);
}

Result<FileContents> readDocument(const QJsonDocument &document, const QString &charset)
{
    const Result<QJsonArray> objects = articlesOf(document);
    if (!objects.ok())
        return objects.error();
    Collection collection(charset, u"item"_s);
    for (const QJsonValue &value : objects.value()) {
        auto told = FieldTable::builtIn().article(value.toObject(), u"field"_s);
        if (told)
            tellFeed(document, *told);
        collection.add(std::move(told));
    }
    FileContents contents = collection.take();
    if (contents.articles.isEmpty() && !objects.value().isEmpty())
        return noText(namesIn(objects.value().first().toObject()));
    return contents;
}

Result<FileContents> readLines(const QByteArray &utf8, const QString &charset)
{
    Collection collection(charset, u"line"_s);
    QStringList names;
    for (qsizetype from = 0; from < utf8.size();) {
        qsizetype end = utf8.indexOf('\n', from);
        end = end < 0 ? utf8.size() : end;
        const QByteArray line = QByteArray::fromRawData(utf8.constData() + from, end - from).trimmed();
        from = end + 1;
        if (line.isEmpty())
            continue;
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        names = names.isEmpty() ? namesIn(object) : names;
        collection.add(FieldTable::builtIn().article(object, u"field"_s));
    }
    FileContents contents = collection.take();
    return contents.articles.isEmpty() ? Result<FileContents>(noText(names)) : Result<FileContents>(contents);
}

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

} // namespace

QString JsonReader::name() const
{
    return u"json"_s;
}

bool JsonReader::sniff(const QString &path, const QByteArray &head) const
{
    return looksLikeText(head) && hasSuffix(path, {".json"_L1, ".jsonl"_L1, ".ndjson"_L1, ".jsonlines"_L1});
}

Result<FileContents> JsonReader::read(const FileBytes &file) const
{
    DecodedText decoded = decode(file.bytes);
    if (decoded.text.startsWith(QChar::ByteOrderMark))
        decoded.text.remove(0, 1);
    const QByteArray utf8 = decoded.text.toUtf8();
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(utf8, &error);
    if (error.error == QJsonParseError::NoError)
        return readDocument(document, decoded.charset);
    const Result<FileContents> lines = readLines(utf8, decoded.charset);
    if (lines.ok() || !file.path.endsWith(u".json"_s, Qt::CaseInsensitive))
        return lines;
    return Error(u"The file is no JSON from character %1 on: %2. Mend it, or save the articles as plain text."_s
                     .arg(error.offset)
                     .arg(error.errorString()));
}

QString CsvReader::name() const
{
    return u"csv"_s;
}

bool CsvReader::sniff(const QString &path, const QByteArray &head) const
{
    return looksLikeText(head) && hasSuffix(path, {".csv"_L1, ".tsv"_L1, ".tab"_L1});
}

Result<FileContents> CsvReader::read(const FileBytes &file) const
{
    DecodedText decoded = decode(file.bytes);
    if (decoded.text.startsWith(QChar::ByteOrderMark))
        decoded.text.remove(0, 1);
    const QList<QStringList> rows = csvRows(decoded.text, separatorOf(decoded.text));
    const QStringList columns = rows.isEmpty() ? QStringList() : rows.first();
    const QStringList kinds = FieldTable::builtIn().kindsOf(columns);
    if (!kinds.contains(u"text"_s))
        return Error(u"No column holds the text of an article (there are %1): name it “text” in the first line to have "
                     u"the file read."_s.arg(columns.mid(0, namedRows).join(u", "_s)));
    Collection collection(decoded.charset, u"row"_s);
    for (qsizetype i = 1; i < rows.size(); ++i) {
        const ToldArticle told = rowTold(rows[i], columns, kinds);
        collection.add(told.text.isEmpty() ? std::nullopt : std::optional(told));
    }
    return collection.take();
}

QList<QStringList> csvRows(const QString &text, QChar separator)
{
    QList<QStringList> rows;
    QStringList row;
    QString cell;
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (quoted) {
            if (c != u'"')
                cell += c;
            else if (i + 1 < text.size() && text[i + 1] == u'"')
                cell += text[++i];
            else
                quoted = false;
        } else if (c == u'"' && cell.isEmpty()) {
            quoted = true;
        } else if (c == separator || c == u'\n') {
            row.append(cell);
            cell.clear();
            if (c == u'\n')
                rows.append(std::exchange(row, {}));
        } else if (c != u'\r') {
            cell += c;
        }
    }
    if (!cell.isEmpty() || !row.isEmpty()) {
        row.append(cell);
        rows.append(row);
    }
    rows.removeIf([](const QStringList &cells) { return cells.join(QString()).trimmed().isEmpty(); });
    return rows;
}

} // namespace dragoman
