// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/feedreader.h"

#include "ingest/decoding.h"
#include "ingest/fieldtable.h"

#include <QRegularExpression>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

/** The name of the first element of an XML text; empty if it does not begin as one. */
QString rootOf(const QByteArray &head)
{
    static const QRegularExpression root(
        u"^\\s*(?:<\\?.*?\\?>\\s*|<!--.*?-->\\s*|<!DOCTYPE[^>]*>\\s*)*<([A-Za-z_][\\w.:-]*)"_s,
        QRegularExpression::DotMatchesEverythingOption);
    if (!beginsAsMarkup(head))
        return {};
    QString text = decode(head).text;
    if (text.startsWith(QChar::ByteOrderMark))
        text.remove(0, 1);
    return root.match(text).captured(1).section(u':', -1);
}

/** What an element of an entry tells, as a kind of fields.tsv; of texts the longest counts. */
QString kindOf(QStringView element)
{
    static const QHash<QString, QString> kinds{
        {u"title"_s, u"title"_s},         {u"link"_s, u"url"_s},          {u"pubDate"_s, u"published"_s},
        {u"published"_s, u"published"_s}, {u"updated"_s, u"published"_s}, {u"date"_s, u"published"_s},
        {u"issued"_s, u"published"_s},    {u"creator"_s, u"author"_s},    {u"author"_s, u"author"_s},
        {u"source"_s, u"source"_s},       {u"description"_s, u"text"_s},  {u"summary"_s, u"text"_s},
        {u"encoded"_s, u"text"_s},        {u"content"_s, u"text"_s}};
    return kinds.value(element.toString());
}

/** Goes through a feed, telling its entries. */
class FeedScan
{
public:
    explicit FeedScan(const QByteArray &bytes) : m_xml(bytes) {}

    Result<FileContents> read()
    {
        while (!m_xml.atEnd()) {
            if (m_xml.readNext() == QXmlStreamReader::StartElement)
                element();
        }
        if (m_xml.hasError() && m_contents.articles.isEmpty())
            return Error(u"The feed is no whole XML (%1, line %2): save it again."_s.arg(m_xml.errorString())
                             .arg(m_xml.lineNumber()));
        if (m_xml.hasError())
            noteBreak();
        if (m_empty > 0)
            m_contents.note += u"%1%2 of %3 entries hold no text and were left out."_s
                                   .arg(m_contents.note.isEmpty() ? QString() : u" "_s)
                                   .arg(m_empty)
                                   .arg(m_number);
        return std::move(m_contents);
    }

private:
    void element()
    {
        if (m_xml.name() == u"item" || m_xml.name() == u"entry")
            entry();
        else if (m_xml.name() == u"title" && m_outlet.isEmpty())
            m_outlet = m_xml.readElementText(QXmlStreamReader::IncludeChildElements).simplified();
        else if (m_xml.name() == u"language" && m_language.isEmpty())
            m_language = m_xml.readElementText().simplified();
        else if (m_xml.name() == u"image" || m_xml.name() == u"textInput")
            m_xml.skipCurrentElement();
    }

    void entry()
    {
        ToldArticle told;
        ++m_number;
        while (m_xml.readNextStartElement())
            part(told);
        told.tell(ToldFact::Kind::Source, m_outlet, u"feed title"_s);
        told.tell(ToldFact::Kind::Language, m_language, u"feed language"_s);
        told.member = u"entry %1"_s.arg(m_number);
        if (told.text.isEmpty() && told.value(ToldFact::Kind::Title).isEmpty()) {
            ++m_empty;
            return;
        }
        Article article = composed(told);
        article.provenance.charset =
            m_xml.documentEncoding().isEmpty() ? u"UTF-8"_s : m_xml.documentEncoding().toString();
        m_contents.articles.append(article);
    }

    void part(ToldArticle &told)
    {
        const QString name = m_xml.name().toString();
        const QString kind = kindOf(name);
        const QString href = m_xml.attributes().value(u"href"_s).toString();
        const QString value = m_xml.readElementText(QXmlStreamReader::IncludeChildElements);
        if (kind == u"text") {
            ToldArticle other;
            tellField(other, kind, value, name);
            if (other.text.size() > told.text.size())
                told.text = other.text;
        } else if (!kind.isEmpty()) {
            tellField(told, kind, value.trimmed().isEmpty() ? href : value, u"entry "_s + name);
        }
    }

    void noteBreak()
    {
        m_contents.note =
            u"The feed breaks off in line %1 (%2); %3 entries before it were read."_s.arg(m_xml.lineNumber())
                .arg(m_xml.errorString())
                .arg(m_contents.articles.size());
    }

    QXmlStreamReader m_xml;
    FileContents m_contents;
    QString m_outlet;
    QString m_language;
    int m_number = 0;
    int m_empty = 0;
};

/** Elements of TEI that hold no words of the document. */
bool isApparatus(QStringView name)
{
    return name == u"note" || name == u"fw" || name == u"pb" || name == u"figDesc" || name == u"ref";
}

bool isParagraph(QStringView name)
{
    return name == u"p" || name == u"head" || name == u"item" || name == u"opener" || name == u"closer" ||
           name == u"lg" || name == u"salute" || name == u"row" || name == u"dateline";
}

/** Goes through an edition, telling its documents. */
class TeiScan
{
public:
    explicit TeiScan(const QByteArray &bytes) : m_xml(bytes) {}

    Result<FileContents> read()
    {
        while (!m_xml.atEnd())
            step(m_xml.readNext());
        end();
        if (m_xml.hasError() && m_contents.articles.isEmpty())
            return Error(u"The edition is no whole XML (%1, line %2): save it again."_s.arg(m_xml.errorString())
                             .arg(m_xml.lineNumber()));
        if (m_xml.hasError())
            m_contents.note =
                u"The edition breaks off in line %1 (%2); what stands before it was read."_s.arg(m_xml.lineNumber())
                    .arg(m_xml.errorString());
        return std::move(m_contents);
    }

private:
    void step(QXmlStreamReader::TokenType token)
    {
        if (token == QXmlStreamReader::StartElement)
            open();
        else if (token == QXmlStreamReader::EndElement)
            close();
        else if (token == QXmlStreamReader::Characters && m_inText)
            (m_inHead ? m_head : m_paragraph) += m_xml.text();
    }

    void open()
    {
        const QStringView name = m_xml.name();
        if (name == u"teiHeader")
            header();
        else if (name == u"text")
            m_inText = true;
        else if (isApparatus(name))
            m_xml.skipCurrentElement();
        else if (name == u"div")
            division();
        else if (name == u"head" && m_told.text.isEmpty() && m_head.isEmpty())
            m_inHead = true;
        else if (isParagraph(name))
            finishParagraph();
        else if (name == u"date" || name == u"docDate")
            date();
        else if (name == u"lb" && m_inText)
            (m_inHead ? m_head : m_paragraph) += u' ';
    }

    void close()
    {
        const QStringView name = m_xml.name();
        if (name == u"head")
            m_inHead = false;
        if (isParagraph(name))
            finishParagraph();
        const bool ends = name == u"text" || (name == u"div" && !m_divs.isEmpty() && m_divs.takeLast());
        if (ends)
            end();
    }

    /** The edition's own title is the outlet of its documents. */
    void header()
    {
        while (!(m_xml.readNext() == QXmlStreamReader::EndElement && m_xml.name() == u"teiHeader") && !m_xml.atEnd()) {
            if (m_xml.isStartElement() && m_xml.name() == u"title" && m_edition.isEmpty())
                m_edition = m_xml.readElementText(QXmlStreamReader::IncludeChildElements).simplified();
        }
    }

    void division()
    {
        const bool document = m_xml.attributes().value(u"type"_s) == u"document";
        finishParagraph();
        m_divs.append(document);
        if (!document)
            return;
        end();
        m_id = m_xml.attributes().value(u"http://www.w3.org/XML/1998/namespace"_s, u"id"_s).toString();
    }

    void date()
    {
        for (const auto &name : {u"when"_s, u"notBefore"_s, u"from"_s}) {
            const QString day = m_xml.attributes().value(name).toString();
            if (m_inText && !daysOf(day).isEmpty())
                m_told.tell(ToldFact::Kind::Published, day, u"date @"_s + name);
        }
    }

    void finishParagraph()
    {
        const QString text = m_paragraph.simplified();
        m_paragraph.clear();
        if (!text.isEmpty())
            m_told.text += (m_told.text.isEmpty() ? QString() : u"\n\n"_s) + text;
    }

    /** Ends a document. */
    void end()
    {
        finishParagraph();
        if (!m_told.text.isEmpty()) {
            m_told.tell(ToldFact::Kind::Title, m_head, u"head"_s);
            m_told.tell(ToldFact::Kind::Source, m_edition, u"teiHeader title"_s);
            m_told.member = m_id.isEmpty() ? u"document %1"_s.arg(m_contents.articles.size() + 1) : m_id;
            Article article = composed(m_told);
            article.provenance.charset = u"UTF-8"_s;
            m_contents.articles.append(article);
        }
        m_told = {};
        m_head.clear();
        m_id.clear();
    }

    QXmlStreamReader m_xml;
    FileContents m_contents;
    ToldArticle m_told;
    QString m_edition;
    QString m_head;
    QString m_paragraph;
    QString m_id;
    QList<bool> m_divs; ///< of the open divisions, whether they are documents
    bool m_inText = false;
    bool m_inHead = false;
};

} // namespace

QString FeedReader::name() const
{
    return u"feed"_s;
}

bool FeedReader::sniff(const QString & /*path*/, const QByteArray &head) const
{
    const QString root = rootOf(head);
    return root == u"rss" || root == u"feed" || root == u"RDF";
}

Result<FileContents> FeedReader::read(const FileBytes &file) const
{
    return FeedScan(file.bytes).read();
}

QString TeiReader::name() const
{
    return u"tei"_s;
}

bool TeiReader::sniff(const QString & /*path*/, const QByteArray &head) const
{
    const QString root = rootOf(head);
    return root == u"TEI" || root == u"teiCorpus" || root == u"TEI.2";
}

Result<FileContents> TeiReader::read(const FileBytes &file) const
{
    return TeiScan(file.bytes).read();
}

} // namespace dragoman
