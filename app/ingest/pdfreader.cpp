// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/pdfreader.h"

#include "ingest/told.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include <memory>
#include <mutex>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

constexpr int mostPages = 5'000;
constexpr qsizetype edgeLines = 3; ///< at top and foot of a page that may be its running head

void beSilent(const std::string & /*message*/, void * /*closure*/) {}

QString toText(const poppler::ustring &text)
{
    const poppler::byte_array bytes = text.to_utf8();
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

/** A line with its figures made equal, so that "Page 3" and "Page 4" are one. */
QString withoutFigures(const QString &line)
{
    static const QRegularExpression figures(u"\\d+"_s);
    return line.simplified().replace(figures, u"#"_s);
}

/** The lines of a page, and which of them lie at its edges, blank ones not counted. */
struct PageLines
{
    QStringList lines;
    QList<bool> edge;
};

PageLines linesOf(const QString &page)
{
    PageLines result{page.split(u'\n'), {}};
    result.edge.resize(result.lines.size());
    const auto mark = [&result](qsizetype from, qsizetype step) {
        qsizetype marked = 0;
        for (qsizetype i = from; i >= 0 && i < result.lines.size() && marked < edgeLines; i += step) {
            result.edge[i] = true;
            marked += result.lines[i].trimmed().isEmpty() ? 0 : 1;
        }
    };
    mark(0, 1);
    mark(result.lines.size() - 1, -1);
    return result;
}

/** Lines at the edges of pages that stand on most of them. */
QSet<QString> runningHeads(const QList<PageLines> &pages)
{
    QHash<QString, int> counts;
    for (const PageLines &page : pages) {
        QSet<QString> edges;
        for (qsizetype i = 0; i < page.lines.size(); ++i) {
            if (page.edge[i])
                edges.insert(withoutFigures(page.lines[i]));
        }
        edges.remove(QString());
        for (const QString &edge : std::as_const(edges))
            ++counts[edge];
    }
    QSet<QString> heads{u"#"_s, u"- # -"_s};
    for (auto count = counts.cbegin(); count != counts.cend(); ++count) {
        if (pages.size() > 2 && *count * 2 > pages.size())
            heads.insert(count.key());
    }
    return heads;
}

bool endsSentence(const QString &line)
{
    static const QRegularExpression end(u"[.!?:…][”’\"')\\]]*$"_s);
    return end.match(line).hasMatch();
}

/** Joins lines to paragraphs. A short line that ends a sentence ends a paragraph, since PDF has no paragraphs. */
class ParagraphJoiner
{
public:
    explicit ParagraphJoiner(qsizetype usualLength) : m_usual(usualLength) {}

    void take(const QString &line)
    {
        const QString plain = line.simplified();
        if (plain.isEmpty()) {
            m_afterGap = true;
            return;
        }
        const bool isShort = plain.size() < m_usual * 3 / 4;
        // What goes on in small letters is the same sentence: a column or a page ended in it.
        if ((m_afterShort || m_afterGap) && (!plain[0].isLower() || endsSentence(m_paragraph)))
            end();
        m_afterGap = false;
        append(plain);
        if (isShort && endsSentence(plain))
            end();
        m_afterShort = isShort;
    }

    [[nodiscard]] QString text()
    {
        end();
        return m_paragraphs.join(u"\n\n"_s);
    }

private:
    void append(const QString &line)
    {
        if (m_paragraph.isEmpty())
            m_paragraph = line;
        else if (breaksWord(line) || m_paragraph.endsWith(QChar(QChar::SoftHyphen)))
            m_paragraph = m_paragraph.chopped(1) + line;
        else if (m_paragraph.size() > 1 && m_paragraph.endsWith(u'-') && m_paragraph[m_paragraph.size() - 2].isLetter())
            m_paragraph += line;
        else
            m_paragraph += u' ' + line;
    }

    /** "diplo-" before "matic"; but not "Franco-" before "German". */
    [[nodiscard]] bool breaksWord(const QString &next) const
    {
        return m_paragraph.size() > 2 && (m_paragraph.endsWith(u'-') || m_paragraph.endsWith(QChar(0x2010))) &&
               m_paragraph[m_paragraph.size() - 2].isLower() && next[0].isLower();
    }

    void end()
    {
        // A page may end in the middle of a sentence.
        if (!m_paragraph.isEmpty())
            m_paragraphs.append(m_paragraph);
        m_paragraph.clear();
    }

    const qsizetype m_usual;
    QStringList m_paragraphs;
    QString m_paragraph;
    bool m_afterGap = false;
    bool m_afterShort = false; ///< the last line left room, as headlines and last lines do
};

qsizetype usualLength(const QStringList &lines)
{
    QList<qsizetype> lengths;
    for (const QString &line : lines) {
        if (const qsizetype length = line.simplified().size(); length > 20)
            lengths.append(length);
    }
    std::sort(lengths.begin(), lengths.end());
    return lengths.isEmpty() ? 0 : lengths[lengths.size() * 3 / 4];
}

QStringList pagesOf(const poppler::document &document)
{
    QStringList pages;
    for (int i = 0; i < std::min(document.pages(), mostPages); ++i) {
        const std::unique_ptr<poppler::page> page(document.create_page(i));
        pages.append(page ? toText(page->text(poppler::rectf(), poppler::page::non_raw_non_physical_layout))
                          : QString());
    }
    return pages;
}

} // namespace

RunningText runningText(const QStringList &pages)
{
    QList<PageLines> linesByPage;
    for (const QString &page : pages)
        linesByPage.append(linesOf(page));
    const QSet<QString> heads = runningHeads(linesByPage);
    RunningText result;
    QStringList lines;
    for (const PageLines &page : std::as_const(linesByPage)) {
        // A paragraph that the page's end breaks goes on; one that ended there is ended.
        if (!lines.isEmpty() && endsSentence(lines.last().trimmed()))
            lines.append(QString());
        bool begun = false;
        for (qsizetype i = 0; i < page.lines.size(); ++i) {
            const QString plain = page.lines[i].simplified();
            const bool isHead = heads.contains(withoutFigures(plain)) && (page.edge[i] || result.heads.contains(plain));
            if (isHead && !result.heads.contains(plain))
                result.heads.append(plain);
            begun = begun || (!isHead && !plain.isEmpty());
            if (begun && !isHead)
                lines.append(plain);
        }
        while (!lines.isEmpty() && lines.last().isEmpty())
            lines.removeLast();
    }
    ParagraphJoiner joiner(usualLength(lines));
    for (const QString &line : std::as_const(lines))
        joiner.take(line);
    result.text = joiner.text();
    return result;
}

QString PdfReader::name() const
{
    return u"pdf"_s;
}

bool PdfReader::sniff(const QString & /*path*/, const QByteArray &head) const
{
    return head.left(1024).contains("%PDF-");
}

Result<FileContents> PdfReader::read(const FileBytes &file) const
{
    static std::once_flag silenced;
    std::call_once(silenced, [] { poppler::set_debug_error_function(beSilent, nullptr); });
    const std::unique_ptr<poppler::document> document(
        poppler::document::load_from_raw_data(file.bytes.constData(), static_cast<int>(file.bytes.size())));
    if (!document)
        return Error(u"The PDF is damaged and cannot be opened: get it again, or save its text as plain text."_s);
    if (document->is_locked())
        return Error(u"The PDF is encrypted: save it without a password to have it read."_s);
    ToldArticle told;
    const RunningText running = runningText(pagesOf(*document));
    told.text = running.text;
    if (told.text.simplified().isEmpty())
        return FileContents{{},
                            u"The PDF holds pictures of pages and no text (it is scanned): run it through text "
                            u"recognition to have it read."_s};
    for (const QString &head : running.heads) {
        if (!daysOf(head).isEmpty())
            told.tell(ToldFact::Kind::Published, head, u"running head"_s);
    }
    told.tell(ToldFact::Kind::Author, toText(document->get_author()), u"PDF author"_s);
    Article article = composed(told);
    article.provenance.charset = u"UTF-8"_s;
    QString note;
    if (document->pages() > mostPages)
        note = u"Only the first %1 of %2 pages were read."_s.arg(mostPages).arg(document->pages());
    return FileContents{{article}, note};
}

} // namespace dragoman
