// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/builtin.h"
#include "fuzz/properties.h"

#include "extract/tokens.h"

using namespace Qt::StringLiterals;

namespace dragoman::fuzz {

namespace {

bool cutsPair(const QString &text, qsizetype at)
{
    return at > 0 && at < text.size() && text[at].isLowSurrogate() && text[at - 1].isHighSurrogate();
}

QString tokenFault(const QString &body, const TokenizedText &text)
{
    qsizetype last = 0;
    for (const Token &token : text.tokens) {
        if (token.span.start < last || token.span.isEmpty() || token.span.end > body.size())
            return u"a token lies outside the text or over another"_s;
        if (cutsPair(body, token.span.start) || cutsPair(body, token.span.end))
            return u"a token cuts a character in two"_s;
        if (token.word >= static_cast<WordId>(builtIn().lexicon().vocabulary.size()))
            return u"a token has the number of no word"_s;
        last = token.span.end;
    }
    return {};
}

QString sentenceFault(const TokenizedText &text)
{
    int last = 0;
    for (const Sentence &sentence : text.sentences) {
        if (sentence.begin != last || sentence.end <= sentence.begin)
            return u"sentences leave a gap or overlap"_s;
        if (sentence.end - sentence.begin > maxSentenceTokens)
            return u"a sentence is longer than the limit"_s;
        last = sentence.end;
    }
    return last == static_cast<int>(text.tokens.size()) ? QString() : u"tokens stand behind the last sentence"_s;
}

} // namespace

QString tokenizerFault(const QByteArray &input)
{
    const QString body = QString::fromUtf8(input);
    const TokenizedText text = tokenize(body, {0, body.size()}, builtIn().lexicon());
    if (const QString fault = tokenFault(body, text); !fault.isEmpty())
        return fault;
    if (const QString fault = sentenceFault(text); !fault.isEmpty())
        return fault;
    const QString whole = text.text(0, static_cast<int>(text.tokens.size()));
    return whole.size() <= 2 * body.size() + 1 ? QString() : u"the text of the tokens is longer than the text"_s;
}

} // namespace dragoman::fuzz
