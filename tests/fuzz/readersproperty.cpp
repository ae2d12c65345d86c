// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/properties.h"

#include "ingest/contents.h"

#include <array>

using namespace Qt::StringLiterals;

namespace dragoman::fuzz {

namespace {

/** Names of files, so that readers that go by the suffix are reached; the input's first byte chooses, and whether the
 * file is held at once or read in pieces. */
const std::array<QString, 17> &names()
{
    static const std::array<QString, 17> all{u"a.html"_s, u"a.json"_s, u"a.jsonl"_s, u"a.csv"_s,  u"a.eml"_s,
                                             u"a.mbox"_s, u"a.docx"_s, u"a.odt"_s,   u"a.epub"_s, u"a.zip"_s,
                                             u"a.gz"_s,   u"a.pdf"_s,  u"a.rtf"_s,   u"a.rss"_s,  u"a.xml"_s,
                                             u"a.warc"_s, u"a.txt"_s};
    return all;
}

bool liesIn(const TextSpan &span, const QString &text)
{
    return span.start >= 0 && span.start <= span.end && span.end <= text.size();
}

QString articleFault(const Article &article)
{
    if (!liesIn(article.story, article.body) || !liesIn(article.titleSpan, article.body))
        return u"a story or a headline lies outside its text"_s;
    if (!article.titleSpan.isEmpty() && article.story.start < article.titleSpan.end)
        return u"a story begins in its headline"_s;
    if (!article.publishedReadings.isEmpty() && article.publishedReadings.first() != article.published)
        return u"the first reading of a date is not the day of publication"_s;
    return {};
}

} // namespace

QString readersFault(const QByteArray &input)
{
    if (input.isEmpty())
        return {};
    const size_t choice = static_cast<uchar>(input.at(0));
    ReadLimits limits;
    if (choice / names().size() % 2 == 1) {
        limits.maxWhole = 64;
        limits.maxBytes = 2000;
    }
    const ContentsOutcome outcome = readContents({names()[choice % names().size()], input.mid(1)}, limits);
    if (outcome.state != FileState::Read && outcome.reason.isEmpty())
        return u"a file that was not read has no reason"_s;
    if ((outcome.state == FileState::Read) == outcome.articles.isEmpty())
        return u"a file was read and gave no article, or gave one and was not"_s;
    for (const Article &article : outcome.articles) {
        if (const QString fault = articleFault(article); !fault.isEmpty())
            return fault;
    }
    return {};
}

} // namespace dragoman::fuzz
