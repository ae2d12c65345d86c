// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/nounphrases.h"
#include "extract/timeexpressions.h"

#include <vector>

namespace dragoman {

/** A verb with its auxiliaries. Token numbers are those of the TokenizedText. */
struct VerbGroup
{
    enum class Mood : quint8 {
        Past, ///< past and perfect
        Present,
        Future,      ///< will, shall
        Conditional, ///< would, could, may ...
        Infinitive,  ///< to visit; after "is to": BeTo
        BeTo,
        Gerund, ///< visiting, without an auxiliary
    };

    int begin = 0;
    int end = 0;
    int main = 0; ///< token of the full verb; of the auxiliary where there is none ("will be in Ankara")
    int sentence = 0;
    WordId lemma = 0;
    Mood mood = Mood::Past;
    WordId modal = 0; ///< would, could, may ... of Conditional
    bool passive = false;
    bool negated = false;
    bool quoted = false;
    bool perfect = false; ///< of an infinitive: "to have visited"

    [[nodiscard]] bool isFinite() const { return mood != Mood::Infinitive && mood != Mood::Gerund; }
};

/** What the second to fourth stages found in a text, and where. */
struct Analysis
{
    TokenizedText text;
    std::vector<NounPhrase> phrases;
    std::vector<TimeExpression> times;
    std::vector<VerbGroup> verbs;
    std::vector<int>
        phraseAt; ///< by token: the phrase that covers it, or -1 (a joined apposition counts as its first phrase)
    std::vector<int> timeAt; ///< by token: the time expression that covers it, or -1
    std::vector<int> verbAt; ///< by token: the verb group that covers it, or -1

    [[nodiscard]] const Token &token(int at) const { return text.tokens[static_cast<size_t>(at)]; }
};

/** The fourth stage: the verb groups of a text, in order. Reads phraseAt and timeAt, fills verbs and verbAt. */
void findVerbGroups(Analysis &analysis, const Lexicon &lexicon);

/** Fills phraseAt and timeAt. */
void indexTokens(Analysis &analysis);

} // namespace dragoman
