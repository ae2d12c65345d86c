// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/markdownreader.h"

#include "ingest/decoding.h"
#include "ingest/fieldtable.h"

#include <QRegularExpression>

#include <utility>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

constexpr qsizetype mostHeadLines = 60; ///< of front matter

/** The value of a line of front matter: quotes around it and brackets of a list gone. */
QString plainValue(const QString &value)
{
    static const QRegularExpression around(u"^[\\[\"'\\s]+|[\\]\"'\\s]+$"_s);
    static const QRegularExpression between(u"[\"']\\s*,\\s*[\"']"_s);
    return withoutMarks(QString(value).remove(around).replace(between, u", "_s));
}

/** Takes the lines between "---" and "---" at the top, and tells what they tell. */
void takeFrontMatter(QStringList &lines, ToldArticle &told)
{
    const QString fence = lines.value(0).trimmed();
    if (fence != u"---" && fence != u"+++")
        return;
    qsizetype end = 1;
    while (end < std::min(lines.size(), mostHeadLines) && lines[end].trimmed() != fence)
        ++end;
    if (end >= std::min(lines.size(), mostHeadLines))
        return;
    static const QRegularExpression pair(u"^([\\w -]+?)\\s*[:=]\\s*(\\S.*)$"_s);
    for (qsizetype i = 1; i < end; ++i) {
        const auto match = pair.match(lines[i]);
        const QString kind = FieldTable::builtIn().kindsOf({match.captured(1)}).value(0);
        if (match.hasMatch() && !kind.isEmpty() && kind != u"text" && kind != u"list")
            tellField(told, kind, plainValue(match.captured(2)), u"front matter "_s + match.captured(1));
    }
    lines.remove(0, end + 1);
}

/** Joins lines to paragraphs, without what only Markdown's layout needs. */
class MarkdownScan
{
public:
    explicit MarkdownScan(ToldArticle &told) : m_told(told) {}

    void take(const QString &line)
    {
        static const QRegularExpression quoteMarks(u"^(\\s{0,3}>\\s?)+"_s);
        const QString plain = QString(line).remove(quoteMarks);
        const QString trimmed = plain.trimmed();
        if (trimmed.startsWith(u"```") || trimmed.startsWith(u"~~~")) {
            end();
            m_inCode = !m_inCode;
        } else if (m_inCode) {
            m_paragraph.append(trimmed);
        } else if (trimmed.isEmpty() || isLayout(trimmed)) {
            end();
        } else {
            takeWords(trimmed);
        }
    }

    QString text()
    {
        end();
        return m_paragraphs.join(u"\n\n"_s);
    }

private:
    void takeWords(const QString &line)
    {
        static const QRegularExpression heading(u"^#{1,6}\\s+(.*?)\\s*#*$"_s);
        static const QRegularExpression underline(u"^(=+|-+)$"_s);
        static const QRegularExpression item(u"^([-*+]|\\d{1,3}[.)])\\s+(\\[[ xX]\\]\\s+)?"_s);
        if (const auto match = heading.match(line); match.hasMatch()) {
            end();
            takeHeading(match.captured(1));
        } else if (underline.match(line).hasMatch()) {
            const QString above = m_paragraph.join(u' ');
            m_paragraph.clear();
            takeHeading(above);
        } else if (const auto begun = item.match(line); begun.hasMatch()) {
            end();
            m_paragraph.append(line.mid(begun.capturedLength()));
        } else if (line.startsWith(u'|')) {
            end();
            m_paragraph.append(QString(line).replace(u'|', u' ').simplified());
        } else {
            m_paragraph.append(line);
        }
    }

    /** The first heading, if nothing stands above it, is the title unless the front matter has one. */
    void takeHeading(const QString &heading)
    {
        const QString plain = withoutMarks(heading);
        const bool isFirst = m_paragraphs.isEmpty() && !std::exchange(m_hasHeading, true);
        const QString title = m_told.value(ToldFact::Kind::Title);
        if (isFirst && title.isEmpty())
            m_told.tell(ToldFact::Kind::Title, plain, u"heading"_s);
        else if (!plain.isEmpty() && !(isFirst && title.compare(plain.simplified(), Qt::CaseInsensitive) == 0))
            m_paragraphs.append(plain);
    }

    /** Rules, lines that part the head of a table, and what links and footnotes refer to. */
    [[nodiscard]] bool isLayout(const QString &line) const
    {
        static const QRegularExpression rule(u"^([-*_])(\\s*\\1){2,}$"_s);
        static const QRegularExpression tableHead(u"^\\|?(\\s*:?-{3,}:?\\s*\\|)+\\s*(:?-{3,}:?)?\\s*$"_s);
        static const QRegularExpression reference(u"^\\[[^\\]]+\\]:\\s*(<[^>]*>|\\S+)(\\s+[\"'(].*)?$"_s);
        const bool underlines = !m_paragraph.isEmpty() && line.startsWith(u'-') && !line.contains(u' ');
        return (rule.match(line).hasMatch() && !underlines) || tableHead.match(line).hasMatch() ||
               reference.match(line).hasMatch();
    }

    void end()
    {
        const QString text = withoutMarks(std::exchange(m_paragraph, {}).join(u' ')).simplified();
        if (!text.isEmpty())
            m_paragraphs.append(text);
    }

    ToldArticle &m_told;
    QStringList m_paragraphs;
    QStringList m_paragraph; ///< its lines
    bool m_inCode = false;
    bool m_hasHeading = false;
};

} // namespace

QString withoutMarks(QString line)
{
    static const QList<std::pair<QRegularExpression, QString>> marks{
        {QRegularExpression(u"<!--.*?-->|\\[\\^[^\\]]+\\]:?"_s), QString()},
        {QRegularExpression(u"!\\[([^\\]]*)\\](\\([^)]*\\)|\\[[^\\]]*\\])"_s), u"\\1"_s},
        {QRegularExpression(u"\\[([^\\[\\]]+)\\](\\([^()]*(\\([^()]*\\)[^()]*)?\\)|\\[[^\\]]*\\])"_s), u"\\1"_s},
        {QRegularExpression(u"<((?:https?|mailto):[^<>\\s]+)>"_s), u"\\1"_s},
        {QRegularExpression(u"</?[A-Za-z][^<>]{0,200}>"_s), QString()},
        {QRegularExpression(u"(?<!\\\\)(\\*{1,3})(?=\\S)([^*]+?)(?<=[^\\s\\\\])\\1"_s), u"\\2"_s},
        {QRegularExpression(u"(?<!\\w)(_{1,3})(?=\\S)([^_]+?)(?<=\\S)\\1(?!\\w)"_s), u"\\2"_s},
        {QRegularExpression(u"(~~|`+)(?=\\S)(.+?)(?<=\\S)\\1"_s), u"\\2"_s},
        {QRegularExpression(u"\\\\([!-/:-@\\[-`{-~])"_s), u"\\1"_s},
        {QRegularExpression(u"\\\\$"_s), QString()},
    };
    for (const auto &[mark, words] : marks)
        line.replace(mark, words);
    return line;
}

QString MarkdownReader::name() const
{
    return u"markdown"_s;
}

bool MarkdownReader::sniff(const QString &path, const QByteArray &head) const
{
    return looksLikeText(head) && hasSuffix(path, {".md"_L1, ".markdown"_L1, ".mdown"_L1});
}

Result<FileContents> MarkdownReader::read(const FileBytes &file) const
{
    DecodedText decoded = decode(file.bytes, {}, file.charset);
    if (decoded.text.startsWith(QChar::ByteOrderMark))
        decoded.text.remove(0, 1);
    QStringList lines = decoded.text.remove(u'\r').split(u'\n');
    ToldArticle told;
    takeFrontMatter(lines, told);
    MarkdownScan scan(told);
    for (const QString &line : std::as_const(lines))
        scan.take(line);
    told.text = scan.text();
    if (told.text.isEmpty() && told.value(ToldFact::Kind::Title).isEmpty())
        return FileContents{{}, u"The file holds only marks and no text."_s};
    Article article = composed(told);
    article.provenance.charset = decoded.charset + (decoded.flawed ? u" (with errors)"_s : QString());
    return FileContents{{article}, {}};
}

} // namespace dragoman
