// SPDX-License-Identifier: GPL-3.0-or-later
// GLib has a parameter named as a keyword of Qt, so it comes first.
#include <gmime/gmime.h>

#include "ingest/mailreader.h"

#include "ingest/contents.h"
#include "ingest/decoding.h"
#include "ingest/htmlfacts.h"
#include "ingest/htmltext.h"
#include "ingest/told.h"

#include <QRegularExpression>

#include <memory>
#include <mutex>
#include <optional>

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
    QByteArray charset; ///< that the user chose
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
    target = decode(decodedBytes(GMIME_PART(part)), QByteArray(charset), text->charset).text;
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
ToldArticle toldBy(GMimeMessage *message, const QByteArray &charset)
{
    Text text{{}, {}, charset};
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

/** "From sol@example.org Wed Mar 12 10:00:00 2025": no other line ends so. */
bool isEnvelope(const QByteArray &line)
{
    static const QRegularExpression ending(
        u"\\d:\\d\\d(?::\\d\\d)?\\s+(?:[A-Z+-]\\w+\\s+)?\\d{4}(?:\\s+[+-]\\d{4})?\\s*$"_s);
    return ending.match(QString::fromLatin1(line)).hasMatch();
}

/** What begins a message in a mailbox: "From somebody@somewhere Wed Mar 12 10:00:00 2025". */
bool isMailbox(const QByteArray &head)
{
    static const QRegularExpression line(u"^From \\S+.*\\d{2}:\\d{2}"_s);
    return head.startsWith("From ") && line.match(QString::fromLatin1(head.left(200))).hasMatch();
}

/** One message as it stands in its file. */
struct RawMessage
{
    QByteArray bytes;
    bool tooLong = false; ///< it was passed over
};

/** The messages of a file one after the other, a mailbox's without the lines between them. */
class RawMessages
{
public:
    RawMessages(ByteSource &bytes, qint64 longest)
        : m_bytes(bytes), m_longest(longest), m_isMailbox(isMailbox(bytes.peek(headBytes)))
    {
        if (m_isMailbox)
            (void)nextLine();
    }
    [[nodiscard]] bool isOneMailbox() const { return m_isMailbox; }

    /** nullopt at the end. */
    std::optional<RawMessage> next()
    {
        if (m_ended)
            return std::nullopt;
        RawMessage message;
        while (true) {
            const QByteArray line = nextLine();
            m_ended = line.isEmpty();
            // "From Muscat he flew at 10:30" in the midst of a paragraph begins no message.
            const bool afterBlank = std::exchange(m_afterBlank, m_isLine && line.trimmed().isEmpty());
            if (m_ended || (m_isMailbox && m_isLine && isMailbox(line) && (afterBlank || isEnvelope(line))))
                return message;
            message.tooLong = message.tooLong || message.bytes.size() + line.size() > m_longest;
            if (message.tooLong)
                message.bytes.clear();
            else
                message.bytes += line;
        }
    }

private:
    /** A line with its end, or a piece of one that is very long. */
    QByteArray nextLine()
    {
        m_isLine = m_endedLine;
        qsizetype end = m_held.indexOf('\n', m_at);
        if (end < 0) {
            m_held.remove(0, std::exchange(m_at, 0));
            m_held += m_bytes.take(pieceBytes);
            end = m_held.indexOf('\n');
        }
        m_endedLine = end >= 0;
        const qsizetype from = std::exchange(m_at, m_endedLine ? end + 1 : m_held.size());
        return m_held.mid(from, m_at - from);
    }

    static constexpr qsizetype headBytes = 200;
    static constexpr qsizetype pieceBytes = 64L * 1024;

    ByteSource &m_bytes;
    const qint64 m_longest;
    const bool m_isMailbox;
    QByteArray m_held;
    qsizetype m_at = 0;
    bool m_isLine = true;    ///< what was given begins a line
    bool m_endedLine = true; ///< and what was given before ended one
    bool m_afterBlank = false;
    bool m_ended = false;
};

/** Tells the messages of a file. */
class MailScan
{
public:
    MailScan(const FileStream &file, const ArticleSink &sink)
        : m_limits(file.context.limits), m_charset(file.context.charset), m_messages(file.bytes, m_limits.maxBytes),
          m_sink(sink)
    {
    }

    Result<QString> read()
    {
        while (const auto raw = m_messages.next()) {
            if (!raw->tooLong && raw->bytes.trimmed().isEmpty())
                continue;
            ++m_number;
            m_tooLong += raw->tooLong ? 1 : 0;
            if (!raw->tooLong && !take(raw->bytes))
                break;
        }
        if (m_read + m_empty + m_tooLong == 0)
            return Error(u"The file holds no message that can be read: save the mail again as eml or mbox."_s);
        return note();
    }

private:
    bool take(const QByteArray &bytes)
    {
        const Owned<GMimeStream> stream(
            g_mime_stream_mem_new_with_buffer(bytes.constData(), static_cast<size_t>(bytes.size())));
        const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
        const Owned<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), nullptr));
        if (!message) {
            ++m_broken;
            return true;
        }
        ToldArticle told = toldBy(message.get(), m_charset);
        if (told.text.trimmed().isEmpty()) {
            ++m_empty;
            return true;
        }
        ++m_read;
        told.member = m_messages.isOneMailbox() ? u"message %1"_s.arg(m_number) : QString();
        Article article = composed(told);
        article.provenance.charset = m_charset.isEmpty() ? u"as its messages say"_s : QString::fromLatin1(m_charset);
        return m_sink(std::move(article));
    }

    [[nodiscard]] QString note() const
    {
        QStringList notes;
        if (m_empty > 0)
            notes.append(
                u"%1 of %2 messages hold no text that can be read (attachments only, or encrypted)."_s.arg(m_empty).arg(
                    m_number));
        if (m_broken > 0)
            notes.append(u"%1 of %2 messages are no mail, or damaged."_s.arg(m_broken).arg(m_number));
        if (m_tooLong > 0)
            notes.append(u"%1 of %2 messages are larger than %3 and were left out."_s.arg(m_tooLong).arg(m_number).arg(
                sizeInWords(m_limits.maxBytes)));
        return notes.join(u' ');
    }

    const ReadLimits &m_limits;
    const QByteArray m_charset; ///< that the user chose for what the messages say wrongly
    RawMessages m_messages;
    const ArticleSink &m_sink;
    int m_number = 0;
    int m_read = 0;
    int m_empty = 0;
    int m_tooLong = 0;
    int m_broken = 0;
};

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

Result<QString> MailReader::readEach(const FileStream &file, const ArticleSink &sink) const
{
    static std::once_flag ready;
    std::call_once(ready, g_mime_init);
    return MailScan(file, sink).read();
}

} // namespace dragoman
