// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/entities.h"
#include "extract/frames.h"
#include "extract/verbgroups.h"

#include <optional>
#include <vector>

namespace dragoman {

/** Phrases joined by commas and "and", as one argument of a verb or noun. */
struct PhraseList
{
    std::vector<int> phrases;
    int begin = 0;
    int end = 0;

    [[nodiscard]] bool isEmpty() const { return phrases.empty(); }
};

/** A list attached by a preposition. */
struct Attachment
{
    WordId preposition = 0;
    int at = 0; ///< token of the preposition
    PhraseList list;
};

/** Finds the arguments of verbs and nouns in one analysed text: shallow, by clause boundaries and attachment. */
class Clauses
{
public:
    Clauses(const Analysis &analysis, const Lexicon &lexicon);

    /** The list that begins at token `at`; `whole`: an "and" belongs to it whatever follows ("between A and B"). */
    [[nodiscard]] PhraseList listFrom(int at, int limit, bool whole = false) const;
    /** A list of persons, each perhaps with his office behind a comma: "X, Director of the Y, Z, and W". */
    [[nodiscard]] PhraseList namesFrom(int at, int limit) const;
    [[nodiscard]] PhraseList listUntil(int at, int first) const; ///< that ends before token `at`
    [[nodiscard]] PhraseList subjectOf(int verb, int depth = 0) const;
    [[nodiscard]] PhraseList objectOf(int verb) const;
    /** Prepositional phrases after token `at`, up to the end of the clause. */
    [[nodiscard]] std::vector<Attachment> attachments(int at, int limit) const;
    /** Behind adverbs, times and places that may stand between a verb and its object. */
    [[nodiscard]] int skipLight(int at, int limit) const;

    [[nodiscard]] int verbBefore(int at, int first) const; ///< nearest verb group that ends at or before `at`, or -1
    [[nodiscard]] int verbAfter(int at, int limit) const;
    [[nodiscard]] const Sentence &sentenceOf(int verb) const;
    [[nodiscard]] bool is(int at, WordClass wordClass) const
    {
        return at >= 0 && at < static_cast<int>(m_analysis.text.tokens.size()) && m_analysis.token(at).isWord() &&
               m_lexicon.is(m_analysis.token(at).word, wordClass);
    }
    /** Also what ends in -ly and is no verb. */
    [[nodiscard]] bool isAdverb(int at) const;
    /** "met separately with", "received A and B individually". */
    [[nodiscard]] bool isApart(int verb) const;
    [[nodiscard]] Q_ALWAYS_INLINE bool isWord(int at, QLatin1String text) const
    {
        return at >= 0 && at < static_cast<int>(m_analysis.text.tokens.size()) &&
               m_lexicon.vocabulary.is(m_analysis.token(at).word, text);
    }
    [[nodiscard]] int phraseAt(int at) const
    {
        return at >= 0 && at < static_cast<int>(m_analysis.phraseAt.size())
                   ? m_analysis.phraseAt[static_cast<size_t>(at)]
                   : -1;
    }
    [[nodiscard]] int timeAt(int at) const
    {
        return at >= 0 && at < static_cast<int>(m_analysis.timeAt.size()) ? m_analysis.timeAt[static_cast<size_t>(at)]
                                                                          : -1;
    }
    [[nodiscard]] int verbAt(int at) const
    {
        return at >= 0 && at < static_cast<int>(m_analysis.verbAt.size()) ? m_analysis.verbAt[static_cast<size_t>(at)]
                                                                          : -1;
    }

private:
    [[nodiscard]] const NounPhrase &phrase(int number) const { return m_analysis.phrases[static_cast<size_t>(number)]; }
    [[nodiscard]] bool isSomebody(int number) const;
    [[nodiscard]] bool isVenue(int number) const;
    [[nodiscard]] int beforeModifiers(int at, int first) const;
    [[nodiscard]] bool isOfSeveral(int verb) const;
    [[nodiscard]] int beforeRelative(int at, int first) const;
    [[nodiscard]] int beforeAside(int at, int first) const;
    [[nodiscard]] bool isNamed(int number) const;
    [[nodiscard]] bool opensAside(int at) const;
    [[nodiscard]] int behindVenueNoun(int at, int limit) const;
    [[nodiscard]] int behindOwner(int at, int limit) const;
    [[nodiscard]] int behindChair(int at, int limit) const;
    [[nodiscard]] int behindTitle(int at, int limit) const;
    [[nodiscard]] int behindInstitutions(int at, int limit) const;
    [[nodiscard]] int behindBrackets(int at, int limit) const;
    [[nodiscard]] bool endsWithWith(int at, int limit) const;
    [[nodiscard]] bool opensNames(int number, int limit) const;
    [[nodiscard]] bool partsLight(int comma, int from, int limit) const;
    [[nodiscard]] int behindVenue(int at, int limit) const;
    [[nodiscard]] int afterJoiner(int at, int limit) const;
    [[nodiscard]] int beforeJoiner(int at, int first) const;
    [[nodiscard]] bool opensClause(int at, int limit) const;
    [[nodiscard]] int beforeFollowers(int at, int first) const;
    [[nodiscard]] int skipBack(int at, int first) const;
    [[nodiscard]] PhraseList mainSubject(int verb, int depth) const;
    [[nodiscard]] PhraseList withWhole(const PhraseList &part, int first) const;
    [[nodiscard]] PhraseList cleftSubject(int end, int first) const;
    [[nodiscard]] PhraseList finiteSubject(int verb, int depth) const;

    const Analysis &m_analysis;
    const Lexicon &m_lexicon;
    WordId m_by;
};

} // namespace dragoman
