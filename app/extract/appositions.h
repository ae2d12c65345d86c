// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/nounphrases.h"

#include <vector>

namespace dragoman {

/** Joins the noun phrases of a sentence that name one person in two ways: "X, foreign minister of Y". */
class Appositions
{
public:
    Appositions(const TokenizedText &text, const Lexicon &lexicon, std::vector<NounPhrase> &phrases);

    /** Joins those from number `first` on; `end` is the end of their sentence. */
    void join(size_t first, int end);

private:
    [[nodiscard]] const Token &token(int at) const { return m_text.tokens[static_cast<size_t>(at)]; }
    [[nodiscard]] bool is(int at, int end, WordClass wordClass) const;
    [[nodiscard]] bool isVerb(int at, int end) const;
    [[nodiscard]] bool onlyComma(int from, int to) const;
    [[nodiscard]] bool onlyAnd(int from, int to) const;
    [[nodiscard]] bool closes(const NounPhrase &phrase, int end) const;
    [[nodiscard]] bool isSourceOfReport(const NounPhrase &phrase) const;
    [[nodiscard]] bool listGoesOn(int at, int end) const;
    [[nodiscard]] bool joins(const NounPhrase &a, const NounPhrase &b, int end) const;
    static void take(NounPhrase &a, const NounPhrase &b);
    static void giveOffice(NounPhrase &name, const NounPhrase &role);
    void gatherOffices(size_t at);
    void joinOffices(size_t at);
    void spreadOverNames(size_t at);
    void spreadPlural(size_t at);
    void shareState(size_t at);

    const TokenizedText &m_text;
    const Lexicon &m_lexicon;
    std::vector<NounPhrase> &m_phrases;
    WordId m_toWord;
    WordId m_accordingWord;
    WordId m_andWord;
};

} // namespace dragoman
