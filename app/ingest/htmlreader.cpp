// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/htmlreader.h"

#include "ingest/decoding.h"
#include "ingest/htmlfacts.h"
#include "ingest/htmltext.h"
#include "ingest/told.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

constexpr qsizetype searchedForCharset = 2048;

/** The character set that a page says it is in, in a meta element or its XML declaration; empty if it says none. */
QByteArray declaredCharset(const QByteArray &bytes)
{
    static const QRegularExpression declaration(
        u"<meta[^>]{0,200}charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9_:.-]+)|<\\?xml[^>]{0,100}encoding\\s*=\\s*[\"']([A-Za-z0-9_:.-]+)"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto match = declaration.match(QString::fromLatin1(bytes.left(searchedForCharset)));
    return (match.captured(1) + match.captured(2)).toLatin1();
}

/** The day in a line above the text, where the page marks none. */
void tellDateAbove(const QStringList &lines, ToldArticle &told)
{
    if (!told.value(ToldFact::Kind::Published).isEmpty())
        return;
    const auto dated =
        std::find_if(lines.begin(), lines.end(), [](const QString &line) { return !daysOf(line).isEmpty(); });
    if (dated != lines.end())
        told.tell(ToldFact::Kind::Published, *dated, u"line above the text"_s);
}

} // namespace

QString HtmlReader::name() const
{
    return u"html"_s;
}

bool HtmlReader::sniff(const QString &path, const QByteArray &head) const
{
    if (!looksLikeText(head))
        return false;
    if (hasSuffix(path, {".html"_L1, ".htm"_L1, ".xhtml"_L1, ".shtml"_L1}))
        return true;
    if (!beginsAsMarkup(head))
        return false;
    static const QRegularExpression opening(
        u"^\\s*(<!--.*?-->\\s*)*(<\\?xml[^>]*>\\s*)?(<!doctype\\s+html|<html[\\s>])"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    return opening.match(QString::fromLatin1(head)).hasMatch();
}

Result<FileContents> HtmlReader::read(const FileBytes &file) const
{
    const DecodedText decoded = decode(file.bytes, declaredCharset(file.bytes), file.charset);
    const Result<HtmlTree> page = HtmlTree::parse(decoded.text.toUtf8());
    if (!page.ok())
        return page.error();
    const HtmlTables &tables = HtmlTables::builtIn();
    ToldArticle told;
    const PageFacts facts = factsOf(page.value(), tables);
    told.facts = facts.facts;
    const MainText main = mainText(page.value(), tables, told.value(ToldFact::Kind::Title));
    told.text = main.text;
    tellDateAbove(main.before, told);
    const QString inJson = facts.body.trimmed();
    // Pages that scripts would fill carry their text in JSON-LD only.
    if (inJson.size() > 2 * told.text.size())
        told.text = inJson;
    if (told.text.isEmpty())
        return Error(
            u"The page holds no running text: its text may be loaded by a script. Save the complete page from a "
            u"browser, or the article as plain text."_s);
    Article article = composed(told);
    article.provenance.charset = decoded.charset + (decoded.flawed ? u" (with errors)"_s : QString());
    return FileContents{{article}, {}};
}

} // namespace dragoman
