// SPDX-License-Identifier: GPL-3.0-or-later
// GLib has a parameter named as a keyword of Qt, so it comes first.
#include <gmime/gmime.h>

#include "ingest/mailreader.h"

#include "ingest/decoding.h"
#include "ingest/htmlfacts.h"
#include "ingest/htmltext.h"
#include "ingest/told.h"

#include <QRegularExpression>

#include <memory>
#include <mutex>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

struct Unref
{
    void operator()(void *object) const { g_object_unref(object); }
};
template <typename T>
using Owned = std::unique_ptr<T, Unref>;

struct Text
{
    QString plain;
    QString html;
};

QByteArray decodedBytes(GMimePart *part)
{
    GMimeDataWrapper *content = g_mime_part_get_content(part);
    if (!content)
        return {};
    const Owned<GMimeStream> stream(g_mime_stream_mem_new());
    g_mime_data_wrapper_write_to_stream(content, stream.get());
    const GByteArray *bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream.get()));
    return {reinterpret_cast<const char *>(bytes->data), static_cast<qsizetype>(bytes->len)};
}

/** Takes the first plain and the first HTML text of a message; what is attached is not its text. */
void takePart(GMimeObject * /*parent*/, GMimeObject *part, gpointer found)
{
    auto *text = static_cast<Text *>(found);
    if (!GMIME_IS_PART(part) || g_mime_part_is_attachment(GMIME_PART(part)))
        return;
    GMimeContentType *type = g_mime_object_get_content_type(part);
    const bool html = g_mime_content_type_is_type(type, "text", "html") != 0;
    QString &target = html ? text->html : text->plain;
    if ((!html && !g_mime_content_type_is_type(type, "text", "plain")) || !target.isEmpty())
        return;
    const char *charset = g_mime_object_get_content_type_parameter(part, "charset");
    target = decode(decodedBytes(GMIME_PART(part)), QByteArray(charset)).text;
}

QString nameOf(InternetAddressList *addresses)
{
    InternetAddress *first = addresses ? internet_address_list_get_address(addresses, 0) : nullptr;
    if (!first)
        return {};
    const char *name = internet_address_get_name(first);
    if (name && *name)
        return QString::fromUtf8(name);
    return INTERNET_ADDRESS_IS_MAILBOX(first)
               ? QString::fromUtf8(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(first)))
               : QString();
}

/** The day of sending, where the sender was. */
QString dayOf(GMimeMessage *message)
{
    GDateTime *date = g_mime_message_get_date(message);
    return date ? u"%1-%2-%3"_s.arg(g_date_time_get_year(date), 4, 10, QChar(u'0'))
                      .arg(g_date_time_get_month(date), 2, 10, QChar(u'0'))
                      .arg(g_date_time_get_day_of_month(date), 2, 10, QChar(u'0'))
                : QString();
}

void takeHtml(const QString &html, bool isPage, ToldArticle &told)
{
    const Result<HtmlTree> page = HtmlTree::parse(html.toUtf8());
    if (!page.ok())
        return;
    const HtmlTables &tables = HtmlTables::builtIn();
    if (!isPage) {
        told.text = wholeText(page.value(), tables);
        return;
    }
    told.facts = factsOf(page.value(), tables).facts + told.facts;
    told.text = mainText(page.value(), tables, told.value(ToldFact::Kind::Title)).text;
}

/** What a message tells; nothing if it has no text. */
ToldArticle toldBy(GMimeMessage *message)
{
    Text text;
    g_mime_message_foreach(message, takePart, &text);
    ToldArticle told;
    // A page saved as a mail has the day and the program of saving where a mail has day and sender.
    const char *location = g_mime_object_get_header(GMIME_OBJECT(message), "Snapshot-Content-Location");
    if (location) {
        told.tell(ToldFact::Kind::Url, QString::fromUtf8(location), u"snapshot location"_s);
    } else {
        told.tell(ToldFact::Kind::Title, QString::fromUtf8(g_mime_message_get_subject(message)), u"mail subject"_s);
        told.tell(ToldFact::Kind::Published, dayOf(message), u"mail date"_s);
        told.tell(ToldFact::Kind::Source, nameOf(g_mime_message_get_from(message)), u"mail sender"_s);
    }
    if (text.plain.trimmed().isEmpty() || location)
        takeHtml(text.html, location != nullptr, told);
    if (told.text.isEmpty())
        told.text = text.plain;
    told.text.remove(u'\r');
    // Mailboxes mark a line of a message that begins as a message does.
    static const QRegularExpression marked(u"^>(?=>*From )"_s, QRegularExpression::MultilineOption);
    told.text.remove(marked);
    return told;
}

/** Reads the messages of a file one after the other. */
class MailScan
{
public:
    MailScan(const QByteArray &bytes, bool isMailbox)
        : m_stream(g_mime_stream_mem_new_with_buffer(bytes.constData(), static_cast<size_t>(bytes.size()))),
          m_parser(g_mime_parser_new_with_stream(m_stream.get())), m_isMailbox(isMailbox)
    {
        g_mime_parser_set_format(m_parser.get(), isMailbox ? GMIME_FORMAT_MBOX : GMIME_FORMAT_MESSAGE);
    }

    FileContents read()
    {
        do {
            const Owned<GMimeMessage> message(g_mime_parser_construct_message(m_parser.get(), nullptr));
            if (!message)
                break;
            take(toldBy(message.get()));
        } while (m_isMailbox && !g_mime_parser_eos(m_parser.get()));
        if (m_empty > 0)
            m_contents.note =
                u"%1 of %2 messages hold no text that can be read (attachments only, or encrypted)."_s.arg(m_empty).arg(
                    m_number);
        return std::move(m_contents);
    }

private:
    void take(ToldArticle told)
    {
        ++m_number;
        if (told.text.trimmed().isEmpty()) {
            ++m_empty;
            return;
        }
        told.member = m_isMailbox ? u"message %1"_s.arg(m_number) : QString();
        Article article = composed(told);
        article.provenance.charset = u"as its messages say"_s;
        m_contents.articles.append(article);
    }

    const Owned<GMimeStream> m_stream;
    const Owned<GMimeParser> m_parser;
    const bool m_isMailbox;
    FileContents m_contents;
    int m_number = 0;
    int m_empty = 0;
};

bool isMailbox(const QByteArray &head)
{
    static const QRegularExpression line(u"^From \\S+.*\\d{2}:\\d{2}"_s);
    return line.match(QString::fromLatin1(head.left(200))).hasMatch();
}

/** Whether a text begins with header lines, two of which every message has. */
bool hasMailHeaders(const QByteArray &head)
{
    static const QRegularExpression headers(u"^(?:[A-Za-z0-9-]+:[^\\n]*\\n(?:[ \\t][^\\n]*\\n)*)+"_s);
    // Most texts have a blank before their first colon, and are let go at once.
    const qsizetype colon = head.indexOf(':');
    if (colon < 1 || head.left(colon).contains(' ') || head.left(colon).contains('\n'))
        return false;
    const QString block = headers.match(QString::fromLatin1(head).remove(u'\r')).captured();
    static const QRegularExpression from(u"^(From|Return-Path):"_s, QRegularExpression::MultilineOption |
                                                                        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression other(u"^(Message-ID|MIME-Version|Received|Content-Type):"_s,
                                          QRegularExpression::MultilineOption |
                                              QRegularExpression::CaseInsensitiveOption);
    return from.match(block).hasMatch() && other.match(block).hasMatch();
}

} // namespace

QString MailReader::name() const
{
    return u"mail"_s;
}

bool MailReader::sniff(const QString &path, const QByteArray &head) const
{
    if (!looksLikeText(head))
        return false;
    if (hasSuffix(path, {".eml"_L1, ".mbox"_L1, ".mht"_L1, ".mhtml"_L1}))
        return true;
    return isMailbox(head) || hasMailHeaders(head);
}

Result<FileContents> MailReader::read(const FileBytes &file) const
{
    static std::once_flag ready;
    std::call_once(ready, g_mime_init);
    FileContents contents = MailScan(file.bytes, isMailbox(file.bytes.left(200))).read();
    if (contents.articles.isEmpty() && contents.note.isEmpty())
        return Error(u"The file holds no message that can be read: save the mail again as eml or mbox."_s);
    return contents;
}

} // namespace dragoman
