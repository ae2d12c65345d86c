// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/builtin.h"
#include "fuzz/properties.h"

#include "extract/extractor.h"
#include "ingest/textreader.h"

using namespace Qt::StringLiterals;

namespace dragoman::fuzz {

namespace {

/** Whether the stretch lies in the story or the headline and is the same text when counted in code points. */
bool isCutFrom(const Article &article, const TextSpan &span)
{
    const auto within = [&span](TextSpan whole) { return span.start >= whole.start && span.end <= whole.end; };
    if (span.isEmpty() || !(within(article.story) || within(article.titleSpan)))
        return false;
    const QString before = article.body.left(span.start);
    const QString text = article.body.mid(span.start, span.length());
    const auto points = article.body.toUcs4();
    const auto from = before.toUcs4().size();
    const auto cut = points.mid(from, text.toUcs4().size());
    return QString::fromUcs4(reinterpret_cast<const char32_t *>(cut.constData()), cut.size()) == text;
}

QString accountFault(const Article &article, const Account &account)
{
    if (account.participants.size() < 2)
        return u"an account has fewer than two participants"_s;
    for (const Participant &who : account.participants) {
        if (who.name.isEmpty())
            return u"a participant has no name"_s;
    }
    if (account.evidence.isEmpty())
        return u"an account has no evidence"_s;
    for (const TextSpan &span : account.evidence) {
        if (!isCutFrom(article, span))
            return u"evidence is not cut from the text"_s;
    }
    if (!(account.confidence >= 0 && account.confidence <= 1))
        return u"a confidence is no number from 0 to 1"_s;
    const std::optional<FuzzyDate> again = FuzzyDate::fromEdtf(account.date.toEdtf());
    return again == account.date ? QString() : u"the date of an account cannot be read again"_s;
}

QString articleFault(const Article &article)
{
    const Extraction extraction = extract(article, builtIn());
    for (const Account &account : extraction.accounts) {
        if (const QString fault = accountFault(article, account); !fault.isEmpty())
            return fault;
    }
    for (const Mention &mention : extraction.mentions) {
        if (mention.span.isEmpty() || mention.span.start < 0 || mention.span.end > article.body.size())
            return u"a mention lies outside the text"_s;
    }
    (void)explain(article, builtIn());
    return {};
}

} // namespace

QString extractorFault(const QByteArray &input)
{
    const Result<FileContents> contents = TextReader().read({u"article.txt"_s, input});
    if (!contents.ok())
        return contents.error().message().isEmpty() ? u"a file is refused without a reason"_s : QString();
    for (const Article &article : contents.value().articles) {
        if (const QString fault = articleFault(article); !fault.isEmpty())
            return fault;
    }
    return {};
}

} // namespace dragoman::fuzz
