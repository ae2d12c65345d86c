// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/officereader.h"

#include "ingest/htmlfacts.h"
#include "ingest/htmltext.h"
#include "ingest/told.h"
#include "ingest/zipfile.h"

#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

constexpr qsizetype leastChapter = 80; ///< characters; less is a title page

bool isZip(const QByteArray &head)
{
    return head.startsWith("PK\x03\x04");
}

/** The paragraphs of WordprocessingML or OpenDocument, whose elements differ in name only. */
class ParagraphScan
{
public:
    explicit ParagraphScan(const QByteArray &xml) : m_xml(xml) {}

    Result<QString> text()
    {
        while (!m_xml.atEnd()) {
            const auto token = m_xml.readNext();
            if (token == QXmlStreamReader::StartElement)
                open();
            else if (token == QXmlStreamReader::EndElement)
                close();
            else if (token == QXmlStreamReader::Characters && m_inParagraph > 0 && m_takes)
                m_paragraph += m_xml.text();
        }
        if (m_xml.hasError())
            return Error(u"The document is damaged (%1): open and save it again in a text processor."_s.arg(
                m_xml.errorString()));
        return m_paragraphs.join(u"\n\n"_s);
    }

private:
    void open()
    {
        const QStringView name = m_xml.name();
        if (isLeftOut(name)) {
            m_xml.skipCurrentElement();
        } else if (name == u"p" || name == u"h") {
            ++m_inParagraph;
            m_takes = m_xml.namespaceUri().contains(u"opendocument"_s);
        } else if (name == u"t") {
            m_takes = true;
        } else if (name == u"tab" || name == u"s") {
            m_paragraph += u' ';
        } else if (name == u"br" || name == u"line-break" || name == u"cr") {
            m_paragraph += u'\n';
        }
    }

    void close()
    {
        const QStringView name = m_xml.name();
        if (name == u"t") {
            m_takes = false;
        } else if (name == u"p" || name == u"h") {
            m_inParagraph = std::max(0, m_inParagraph - 1);
            const QString text = m_paragraph.trimmed();
            m_paragraph.clear();
            if (!text.isEmpty())
                m_paragraphs.append(text);
        }
    }

    /** Deleted text, notes of the writers, and what only the processor needs. */
    static bool isLeftOut(QStringView name)
    {
        return name == u"del" || name == u"tracked-changes" || name == u"annotation" || name == u"instrText" ||
               name == u"delText" || name == u"sequence-decls" || name == u"note-citation";
    }

    QXmlStreamReader m_xml;
    QStringList m_paragraphs;
    QString m_paragraph;
    int m_inParagraph = 0;
    bool m_takes = false;
};

/** What a document's properties tell. When it was written is not when it was published, so their dates are let be. */
void tellProperties(const QByteArray &xml, const QString &where, ToldArticle &told)
{
    QXmlStreamReader reader(xml);
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        const QString name = reader.name().toString();
        if (name == u"title")
            told.tell(ToldFact::Kind::Title, reader.readElementText(), where + u" title"_s);
        else if (name == u"creator" || name == u"initial-creator")
            told.tell(ToldFact::Kind::Author, reader.readElementText(), where + u' ' + name);
        else if (name == u"language")
            told.tell(ToldFact::Kind::Language, reader.readElementText(), where + u" language"_s);
    }
}

/** A property title such as "Microsoft Word - draft3.doc" or "Document1" is the processor's, not the article's. */
bool isMadeUp(const QString &title, const QString &text)
{
    return !text.left(2000).simplified().contains(title, Qt::CaseInsensitive);
}

Article articleOf(ToldArticle told)
{
    // The text has its own headline; a property that it does not repeat is no headline.
    const QString title = told.value(ToldFact::Kind::Title);
    if (!title.isEmpty() && isMadeUp(title, told.text)) {
        told.facts.removeIf([](const ToldFact &fact) { return fact.kind == ToldFact::Kind::Title; });
    } else if (!title.isEmpty() && told.text.simplified().startsWith(title, Qt::CaseInsensitive)) {
        const qsizetype end = told.text.indexOf(u'\n');
        if (end > 0 && told.text.left(end).simplified().compare(title, Qt::CaseInsensitive) == 0)
            told.text = told.text.mid(end).trimmed();
    }
    Article article = composed(told);
    article.provenance.charset = u"UTF-8"_s;
    return article;
}

/** The documents that an EPUB's package names in the order of reading, with paths inside the file. */
QStringList chaptersOf(const QByteArray &package, const QString &packagePath, ToldArticle &book)
{
    QHash<QString, QString> files;
    QStringList order;
    QXmlStreamReader reader(package);
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        const QXmlStreamAttributes attributes = reader.attributes();
        if (reader.name() == u"item")
            files.insert(attributes.value(u"id"_s).toString(), attributes.value(u"href"_s).toString());
        else if (reader.name() == u"itemref")
            order.append(attributes.value(u"idref"_s).toString());
        else if (reader.name() == u"title")
            book.tell(ToldFact::Kind::Source, reader.readElementText(), u"package title"_s);
        else if (reader.name() == u"creator")
            book.tell(ToldFact::Kind::Author, reader.readElementText(), u"package creator"_s);
    }
    const qsizetype slash = packagePath.lastIndexOf(u'/');
    QStringList paths;
    for (const QString &id : std::as_const(order)) {
        if (files.contains(id))
            paths.append(packagePath.left(slash + 1) +
                         QString::fromUtf8(QByteArray::fromPercentEncoding(files.value(id).toUtf8())));
    }
    return paths;
}

QString packagePathOf(const QByteArray &container)
{
    QXmlStreamReader reader(container);
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == u"rootfile")
            return reader.attributes().value(u"full-path"_s).toString();
    }
    return {};
}

} // namespace

QString OfficeReader::name() const
{
    return u"office"_s;
}

bool OfficeReader::sniff(const QString &path, const QByteArray &head) const
{
    return isZip(head) && (hasSuffix(path, {".docx"_L1, ".docm"_L1, ".odt"_L1, ".ott"_L1}) ||
                           head.left(200).contains("application/vnd.oasis.opendocument.text"));
}

Result<FileContents> OfficeReader::read(const FileBytes &file) const
{
    static const QStringList parts{u"word/document.xml"_s, u"docProps/core.xml"_s, u"content.xml"_s, u"meta.xml"_s};
    const auto members = membersOf(file.bytes, [](const QString &path) { return parts.contains(path); });
    const QByteArray word = members.value(u"word/document.xml"_s);
    const QByteArray open = members.value(u"content.xml"_s);
    if (word.isEmpty() && open.isEmpty())
        return Error(
            u"The document cannot be opened: it is encrypted or damaged. Save it without a password, or as plain "
            u"text."_s);
    const Result<QString> text = ParagraphScan(word.isEmpty() ? open : word).text();
    if (!text.ok())
        return text.error();
    ToldArticle told;
    told.text = text.value();
    if (word.isEmpty())
        tellProperties(members.value(u"meta.xml"_s), u"meta.xml"_s, told);
    else
        tellProperties(members.value(u"docProps/core.xml"_s), u"core.xml"_s, told);
    if (told.text.isEmpty())
        return FileContents{{}, u"The document holds no text; it may hold pictures of text."_s};
    return FileContents{{articleOf(told)}, {}};
}

QString EpubReader::name() const
{
    return u"epub"_s;
}

bool EpubReader::sniff(const QString &path, const QByteArray &head) const
{
    return isZip(head) && (hasSuffix(path, {".epub"_L1}) || head.left(200).contains("application/epub+zip"));
}

Result<FileContents> EpubReader::read(const FileBytes &file) const
{
    const QHash<QString, QByteArray> members = membersOf(file.bytes, [](const QString &path) {
        return !hasSuffix(path, {".jpg"_L1, ".jpeg"_L1, ".png"_L1, ".gif"_L1, ".svg"_L1, ".css"_L1, ".ttf"_L1,
                                 ".otf"_L1, ".woff"_L1, ".woff2"_L1, ".mp3"_L1, ".mp4"_L1});
    });
    const QString packagePath = packagePathOf(members.value(u"META-INF/container.xml"_s));
    ToldArticle book;
    const QStringList chapters = chaptersOf(members.value(packagePath), packagePath, book);
    if (chapters.isEmpty())
        return Error(u"The book names no chapters: it is damaged or protected. Save its text as plain text."_s);
    FileContents contents;
    for (const QString &path : chapters) {
        const Result<HtmlTree> page = HtmlTree::parse(members.value(path));
        if (!page.ok()) {
            contents.note += u"%1: %2 "_s.arg(path, page.error().message());
            continue;
        }
        ToldArticle told = book;
        told.text = wholeText(page.value(), HtmlTables::builtIn());
        told.member = path;
        if (told.text.size() >= leastChapter)
            contents.articles.append(articleOf(told));
    }
    return contents;
}

} // namespace dragoman
