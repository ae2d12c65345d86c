// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/article.h"
#include "extract/lexicon.h"

#include <vector>

namespace dragoman {

/** A word, a number or a punctuation mark of the text. */
struct Token
{
    enum class Kind : quint8 { Word, Number, Punctuation, PossessiveMark };
    enum Flag : quint8 {
        Capital = 1,      ///< first letter is upper case
        AllCapitals = 2,  ///< all letters are, and there are two or more
        Glued = 4,        ///< joined to the token before by a hyphen
        Quoted = 8,       ///< inside quotation marks
        LineStart = 16,   ///< first of a line or paragraph
        Abbreviated = 32, ///< a full stop after it belongs to it
    };

    TextSpan span;
    WordId word = 0; ///< of the folded text; 0 if the lexicon does not know it
    QChar mark;      ///< of punctuation
    Kind kind = Kind::Word;
    quint8 flags = 0;

    [[nodiscard]] bool has(Flag flag) const { return flags & flag; }
    [[nodiscard]] bool isWord() const { return kind == Kind::Word; }
    [[nodiscard]] bool isMark(char16_t c) const { return kind == Kind::Punctuation && mark == c; }
};

/** The most tokens of a sentence: a longer one is cut, so that the work on it stays in proportion to the text. */
constexpr int maxSentenceTokens = 600;

/** A sentence as a range of tokens, and the paragraph it stands in. */
struct Sentence
{
    int begin = 0;
    int end = 0;
    int paragraph = 0;
};

/** The first stage of extraction: the story (or headline) of an article cut into tokens and sentences. */
struct TokenizedText
{
    QStringView body;
    std::vector<Token> tokens;
    std::vector<Sentence> sentences;

    /** As it stands in the text, a word broken at a line's end mended. */
    [[nodiscard]] QString text(const Token &token) const;
    /** From token `begin` to before token `end`, white space made single, words broken at lines' ends mended. */
    [[nodiscard]] QString text(int begin, int end) const;
};

/** Cuts `span` of `body`. Linear in its length. */
[[nodiscard]] TokenizedText tokenize(QStringView body, TextSpan span, const Lexicon &lexicon);

} // namespace dragoman
