// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/jsonreader.h"

#include "ingest/collectionrows.h"
#include "ingest/contents.h"
#include "ingest/fieldtable.h"
#include "ingest/textstream.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

constexpr qsizetype namedFields = 10;

QStringList namesIn(const QJsonObject &object)
{
    return object.keys().mid(0, namedFields);
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

Result<QString> readDocument(const QJsonDocument &document, const FileStream &file, const QString &charset,
                             const ArticleSink &sink)
{
    const Result<QJsonArray> objects = articlesOf(document);
    if (!objects.ok())
        return objects.error();
    CollectionRows rows(sink, u"item"_s);
    for (const QJsonValue &value : objects.value()) {
        auto told = FieldTable::builtIn().article(value.toObject(), u"field"_s);
        if (told)
            tellFeed(document, *told);
        if (!rows.add(std::move(told), charset))
            break;
    }
    if (!rows.found() && !objects.value().isEmpty())
        return noText(namesIn(objects.value().first().toObject()));
    return rows.note(file.context.limits);
}

/** The items of a list in JSON that comes in pieces. */
class ListStream
{
public:
    ListStream(TextStream &text, qsizetype longest) : m_text(text), m_longest(longest) {}

    /** The next item as it stands there; nullopt at the end. */
    std::optional<TextPart> next()
    {
        while (!m_ended) {
            while (m_at < m_held.size()) {
                if (endsItem(m_held[m_at++])) {
                    const qsizetype size = m_at - 1 - m_start;
                    const bool tooLong = std::exchange(m_tooLong, false) || size > m_longest;
                    TextPart item{tooLong ? QString() : m_held.mid(m_start, size), tooLong};
                    m_start = m_at;
                    if (item.tooLong || !item.text.trimmed().isEmpty())
                        return item;
                }
            }
            if (!fill())
                break;
        }
        return std::nullopt;
    }

    /** Whether the list came to its end. */
    [[nodiscard]] bool isWhole() const { return m_ended; }

private:
    bool fill()
    {
        m_held.remove(0, m_start);
        m_at -= std::exchange(m_start, 0);
        if (m_held.size() > m_longest) {
            m_tooLong = true;
            m_held.clear();
            m_at = 0;
        }
        const QString more = m_text.read();
        m_held += more;
        return !more.isEmpty();
    }

    bool endsItem(QChar c)
    {
        if (std::exchange(m_escaped, false))
            return false;
        if (m_quoted) {
            m_escaped = c == u'\\';
            m_quoted = c != u'"';
            return false;
        }
        if (c == u'"') {
            m_quoted = true;
        } else if (c == u'[' || c == u'{') {
            if (++m_depth == 1)
                m_start = m_at;
        } else if (c == u']' || c == u'}') {
            m_ended = --m_depth <= 0;
        }
        return m_ended || (c == u',' && m_depth == 1);
    }

    TextStream &m_text;
    const qsizetype m_longest;
    QString m_held;
    qsizetype m_at = 0;    ///< of what is held, up to where it was looked at
    qsizetype m_start = 0; ///< of the item
    int m_depth = 0;
    bool m_quoted = false;
    bool m_escaped = false;
    bool m_tooLong = false; ///< the item, whose beginning was let go
    bool m_ended = false;
};

/** Articles that come one by one, and the names of fields that the first of them has. */
class Objects
{
public:
    Objects(const ArticleSink &sink, const QString &word) : m_rows(sink, word) {}

    bool add(const TextPart &part, const QString &charset)
    {
        if (part.tooLong) {
            m_rows.leaveOutTooLong();
            return true;
        }
        const QJsonObject object = QJsonDocument::fromJson(part.text.toUtf8()).object();
        m_names = m_names.isEmpty() ? namesIn(object) : m_names;
        return m_rows.add(FieldTable::builtIn().article(object, u"field"_s), charset);
    }

    [[nodiscard]] qint64 count() const { return m_rows.count(); }

    /** Nothing that could be read is an error, unless every item was refused for its size. */
    [[nodiscard]] Result<QString> note(const ReadLimits &limits) const
    {
        if (!m_rows.found() && !m_rows.isAllTooLong())
            return noText(m_names);
        return m_rows.note(limits);
    }

private:
    CollectionRows m_rows;
    QStringList m_names;
};

Result<QString> readLines(TextStream &text, const ReadLimits &limits, const ArticleSink &sink)
{
    LineStream lines(text, limits.maxBytes);
    Objects objects(sink, u"line"_s);
    while (const auto line = lines.next()) {
        if (line->tooLong || !line->text.trimmed().isEmpty()) {
            if (!objects.add(*line, text.charset()))
                break;
        }
    }
    return objects.note(limits);
}

Result<QString> readList(TextStream &text, const ReadLimits &limits, const ArticleSink &sink)
{
    ListStream items(text, limits.maxBytes);
    Objects objects(sink, u"item"_s);
    bool wanted = true;
    while (wanted) {
        const auto item = items.next();
        if (!item)
            break;
        wanted = objects.add(*item, text.charset());
    }
    const Result<QString> note = objects.note(limits);
    if (!wanted || items.isWhole() || !note.ok())
        return note;
    return Error(u"The list breaks off behind item %1: get the file again, or mend it. %2"_s.arg(objects.count())
                     .arg(note.value())
                     .trimmed());
}

/** A file that is held at once: a document, or lines. */
Result<QString> readHeld(const QByteArray &bytes, const FileStream &file, const ArticleSink &sink)
{
    DecodedText decoded = decode(bytes, {}, file.context.charset);
    if (decoded.text.startsWith(QChar::ByteOrderMark))
        decoded.text.remove(0, 1);
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(decoded.text.toUtf8(), &error);
    if (error.error == QJsonParseError::NoError)
        return readDocument(document, file, decoded.charset, sink);
    MemorySource source(bytes);
    TextStream text({file.path, source, file.context});
    Result<QString> lines = readLines(text, file.context.limits, sink);
    if (lines.ok() || !file.path.endsWith(u".json"_s, Qt::CaseInsensitive))
        return lines;
    return Error(u"The file is no JSON from character %1 on: %2. Mend it, or save the articles as plain text."_s
                     .arg(error.offset)
                     .arg(error.errorString()));
}

/** How a file that is not held at once is read. */
enum class Form { List, Lines, Document };

Form formOf(const FileStream &file)
{
    const QByteArray first = file.bytes.peek(file.context.limits.maxWhole);
    QString start = decode(first, {}, file.context.charset).text;
    if (start.startsWith(QChar::ByteOrderMark))
        start.remove(0, 1);
    start = start.trimmed();
    if (start.startsWith(u'['))
        return Form::List;
    if (!file.path.endsWith(u".json"_s, Qt::CaseInsensitive))
        return Form::Lines;
    const qsizetype end = start.indexOf(u'\n');
    const bool isLine = end > 0 && QJsonDocument::fromJson(start.left(end).toUtf8()).isObject();
    return isLine ? Form::Lines : Form::Document;
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

Result<QString> JsonReader::readEach(const FileStream &file, const ArticleSink &sink) const
{
    const ReadLimits &limits = file.context.limits;
    const bool isSmall = file.bytes.peek(limits.maxWhole + 1).size() <= limits.maxWhole;
    const Form form = isSmall ? Form::Document : formOf(file);
    if (form == Form::Document) {
        const QByteArray bytes = file.bytes.take(limits.maxBytes + 1);
        if (bytes.size() <= limits.maxBytes)
            return readHeld(bytes, file, sink);
        return Error(u"It is one JSON object of more than %1: save the list of articles in it as JSON lines, an "
                     u"article a line, to have it read."_s.arg(sizeInWords(limits.maxBytes)));
    }
    TextStream text(file);
    return form == Form::List ? readList(text, limits, sink) : readLines(text, limits, sink);
}

} // namespace dragoman
