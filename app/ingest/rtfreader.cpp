// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/officereader.h"

#include "ingest/decoding.h"
#include "ingest/told.h"

#include <QSet>
#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

constexpr qsizetype deepestGroup = 10'000;

/** Groups that hold no words of the text. */
bool isLeftOut(const QByteArray &word)
{
    static const QSet<QByteArray> words{
        "fonttbl",   "colortbl", "stylesheet", "info",    "pict",    "header",     "footer",    "headerl",
        "headerr",   "headerf",  "footerl",    "footerr", "footerf", "generator",  "listtable", "themedata",
        "datastore", "object",   "fldinst",    "revtbl",  "rsidtbl", "annotation", "xmlnstbl",  "latentstyles"};
    return words.contains(word);
}

/** Reads RTF by Microsoft's specification 1.9.1: groups, control words, bytes of the code page, and Unicode. */
class RtfScan
{
public:
    explicit RtfScan(const QByteArray &bytes) : m_bytes(bytes) {}

    Result<QString> text()
    {
        while (m_at < m_bytes.size()) {
            const char c = m_bytes[m_at++];
            if (c == '{')
                m_groups.append(m_state);
            else if (c == '}')
                leave();
            else if (c == '\\')
                control();
            else if (c != '\r' && c != '\n')
                add(c);
            if (m_groups.size() > deepestGroup)
                return Error(
                    u"The document has groups nested more than %1 deep; save it as plain text."_s.arg(deepestGroup));
        }
        flush();
        return m_text;
    }

private:
    struct State
    {
        bool skips = false;
        int fallback = 1; ///< characters that stand behind a Unicode one for old readers
    };

    void leave()
    {
        flush();
        if (!m_groups.isEmpty())
            m_state = m_groups.takeLast();
    }

    void control()
    {
        if (m_at >= m_bytes.size())
            return;
        const char c = m_bytes[m_at];
        if (std::isalpha(static_cast<unsigned char>(c))) {
            word();
            return;
        }
        ++m_at;
        if (c == '\'') {
            bool ok = false;
            const int byte = m_bytes.mid(m_at, 2).toInt(&ok, 16);
            m_at = std::min(m_at + 2, m_bytes.size());
            if (ok)
                add(static_cast<char>(byte));
        } else if (c == '*') {
            m_state.skips = true;
        } else if (c == '~') {
            put(QChar(QChar::Nbsp));
        } else if (c == '\r' || c == '\n') {
            put(u'\n');
        } else if (c == '{' || c == '}' || c == '\\') {
            add(c);
        }
    }

    void word()
    {
        const qsizetype begin = m_at;
        while (m_at < m_bytes.size() && std::isalpha(static_cast<unsigned char>(m_bytes[m_at])))
            ++m_at;
        const QByteArray name = m_bytes.mid(begin, m_at - begin);
        const qsizetype figures = m_at;
        if (m_at < m_bytes.size() && m_bytes[m_at] == '-')
            ++m_at;
        while (m_at < m_bytes.size() && std::isdigit(static_cast<unsigned char>(m_bytes[m_at])))
            ++m_at;
        const int number = m_bytes.mid(figures, m_at - figures).toInt();
        if (m_at < m_bytes.size() && m_bytes[m_at] == ' ')
            ++m_at;
        obey(name, number);
    }

    void obey(const QByteArray &name, int number)
    {
        if (isLeftOut(name))
            m_state.skips = true;
        else if (name == "par" || name == "sect" || name == "page" || name == "row")
            put(u'\n'), put(u'\n');
        else if (name == "line")
            put(u'\n');
        else if (name == "tab" || name == "cell")
            put(u' ');
        else if (name == "ansicpg")
            m_codePage = "windows-" + QByteArray::number(number);
        else if (name == "uc")
            m_state.fallback = std::clamp(number, 0, 100);
        else if (name == "u")
            unicode(number);
        else if (name == "bin")
            m_at = std::min(m_at + std::max(number, 0), m_bytes.size());
        else
            sign(name);
    }

    void sign(const QByteArray &name)
    {
        static const QHash<QByteArray, char16_t> signs{{"emdash", 0x2014}, {"endash", 0x2013},    {"lquote", 0x2018},
                                                       {"rquote", 0x2019}, {"ldblquote", 0x201c}, {"rdblquote", 0x201d},
                                                       {"bullet", 0x2022}, {"emspace", 0x2003},   {"enspace", 0x2002}};
        const auto found = signs.constFind(name);
        if (found != signs.cend())
            put(QChar(*found));
    }

    void unicode(int number)
    {
        put(QChar(static_cast<char16_t>(number < 0 ? number + 65536 : number)));
        m_toPass = m_state.fallback;
    }

    void put(QChar c)
    {
        flush();
        if (!m_state.skips)
            m_text += c;
    }

    void add(char c)
    {
        if (m_toPass > 0)
            --m_toPass;
        else if (!m_state.skips)
            m_pending += c;
    }

    /** Bytes of the code page, together, since some letters are two. */
    void flush()
    {
        if (m_pending.isEmpty())
            return;
        QStringDecoder decoder(m_codePage.constData());
        m_text += decoder.isValid() ? QString(decoder.decode(m_pending)) : decode(m_pending).text;
        m_pending.clear();
    }

    const QByteArray &m_bytes;
    qsizetype m_at = 0;
    QList<State> m_groups;
    State m_state;
    QByteArray m_codePage = "windows-1252";
    QByteArray m_pending;
    QString m_text;
    int m_toPass = 0;
};

/** Paragraphs parted by one blank line, without blanks at their ends. */
QString tidied(const QString &text)
{
    QStringList paragraphs;
    for (const QString &paragraph : text.split(u"\n\n"_s)) {
        if (const QString plain = paragraph.trimmed(); !plain.isEmpty())
            paragraphs.append(plain);
    }
    return paragraphs.join(u"\n\n"_s);
}

} // namespace

QString RtfReader::name() const
{
    return u"rtf"_s;
}

bool RtfReader::sniff(const QString & /*path*/, const QByteArray &head) const
{
    return head.startsWith("{\\rtf");
}

Result<FileContents> RtfReader::read(const FileBytes &file) const
{
    const Result<QString> text = RtfScan(file.bytes).text();
    if (!text.ok())
        return text.error();
    ToldArticle told;
    told.text = tidied(text.value());
    if (told.text.isEmpty())
        return FileContents{{}, u"The document holds no text; it may hold pictures of text."_s};
    return FileContents{{composed(told)}, {}};
}

} // namespace dragoman
