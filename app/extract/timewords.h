// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/tokens.h"

#include <optional>

namespace dragoman {

/** Reads the single words and numbers of which times are told: what the token at a place is, and nothing beyond it. */
class TimeWords
{
public:
    TimeWords(const TokenizedText &text, const Lexicon &lexicon) : m_text(text), m_lexicon(lexicon) {}

    /** Tokens from here on are not looked at: the end of the sentence. */
    void setLimit(int limit) { m_limit = limit; }
    [[nodiscard]] int limit() const { return m_limit; }

    [[nodiscard]] const Token &token(int at) const { return m_text.tokens[static_cast<size_t>(at)]; }
    [[nodiscard]] Q_ALWAYS_INLINE bool word(int at, QLatin1String text) const
    {
        return at >= 0 && at < m_limit && m_lexicon.vocabulary.is(token(at).word, text);
    }
    [[nodiscard]] bool is(int at, WordClass wordClass) const
    {
        return isWord(at) && m_lexicon.is(token(at).word, wordClass);
    }
    [[nodiscard]] bool is(int at, TimeWord kind) const { return isWord(at) && m_lexicon.is(token(at).word, kind); }
    [[nodiscard]] bool mark(int at, char16_t c) const { return at >= 0 && at < m_limit && token(at).isMark(c); }
    [[nodiscard]] bool isNumber(int at) const;
    [[nodiscard]] bool glued(int at) const { return at < m_limit && token(at).has(Token::Glued); }
    [[nodiscard]] QString text(int at) const { return m_text.text(token(at)); }

    /** 1 to 12, or 0. A word that is also a name or a verb has to look like a month. */
    [[nodiscard]] int month(int at) const;
    /** 1 (Monday) to 7, or 0. */
    [[nodiscard]] int weekday(int at) const;
    /** A day of a month in digits, with or without "st", "nd", "rd", "th"; or 0. */
    [[nodiscard]] int day(int at) const;
    /** A day as an ordinal, in digits or words ("21st", "twenty-first"), moving `at` behind it; or 0. */
    [[nodiscard]] int ordinalDay(int *at) const;
    /** Four digits, 1000 to 2200; or 0. */
    [[nodiscard]] int year(int at) const;
    /** How many, in digits or words ("a", "two"), moving `at` behind it; or 0. */
    [[nodiscard]] int count(int *at) const;
    /** The code of dates.tsv of a word of that class, 0 if it is none. */
    [[nodiscard]] int code(int at, WordClass wordClass) const;
    [[nodiscard]] int code(int at, TimeWord kind) const;
    [[nodiscard]] std::optional<int> step(int at) const;
    /** "to", "and", "through", "until", "or", a dash: what joins the two ends of a range. */
    [[nodiscard]] bool joins(int at) const;

private:
    [[nodiscard]] bool isWord(int at) const { return at >= 0 && at < m_limit && token(at).isWord(); }

    const TokenizedText &m_text;
    const Lexicon &m_lexicon;
    int m_limit = 0;
};

} // namespace dragoman
