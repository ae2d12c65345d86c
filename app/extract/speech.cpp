// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/speech.h"

#include <algorithm>

namespace dragoman {

namespace {

/** Where the speech behind a label that ends before `end` begins, or -1: "Ilham Aliyev (retranslated): ". */
int speechBegin(const TokenizedText &text, int end, int limit)
{
    int i = end;
    const auto isMark = [&](int at, char16_t c) {
        return at < limit && text.tokens[static_cast<size_t>(at)].isMark(c);
    };
    if (isMark(i, u'(')) {
        while (i < limit && i < end + 8 && !isMark(i, u')'))
            ++i;
        ++i;
    }
    return isMark(i, u':') && i + 1 < limit ? i + 1 : -1;
}

void findAddressees(std::vector<Speech> &speeches)
{
    for (size_t i = 0; i < speeches.size(); ++i) {
        const int speaker = speeches[i].speaker;
        if (speaker < 0)
            continue;
        if (i > 0 && speeches[i - 1].speaker != speaker)
            speeches[i].addressee = speeches[i - 1].speaker;
        else if (i == 0 && speeches.size() > 1 && speeches[1].speaker != speaker)
            speeches[i].addressee = speeches[1].speaker;
    }
}

} // namespace

std::vector<Speech> findSpeeches(const TokenizedText &text, const std::vector<NounPhrase> &phrases,
                                 const Lexicon &lexicon)
{
    std::vector<Speech> speeches;
    bool titled = false;
    size_t next = 0;
    for (const Sentence &sentence : text.sentences) {
        while (next < phrases.size() && phrases[next].begin < sentence.begin)
            ++next;
        if (sentence.begin >= sentence.end)
            continue;
        const Token &first = text.tokens[static_cast<size_t>(sentence.begin)];
        int begin = -1;
        int speaker = -1;
        if (next < phrases.size() && phrases[next].begin == sentence.begin &&
            phrases[next].kind == NounPhrase::Kind::Person && phrases[next].actors.size() == 1) {
            begin = speechBegin(text, phrases[next].end, sentence.end);
            speaker = phrases[next].actors.front();
            titled = titled || (begin >= 0 && phrases[next].titled);
        } else if (lexicon.is(first.word, WordClass::Speech)) {
            begin = speechBegin(text, sentence.begin + 1, sentence.end);
        }
        if (begin < 0)
            continue;
        if (!speeches.empty())
            speeches.back().end = sentence.begin;
        speeches.push_back({begin, static_cast<int>(text.tokens.size()), speaker, -1, sentence.begin});
    }
    if (speeches.size() < 2 && !titled)
        return {};
    findAddressees(speeches);
    return speeches;
}

} // namespace dragoman
