// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/nounphrases.h"

#include <vector>

namespace dragoman {

/** What one speaker says in a transcript: the tokens behind his label ("Vladimir Putin: ..."). */
struct Speech
{
    int begin = 0;
    int end = 0;
    int speaker = -1;   ///< entity, or -1: a question from the hall
    int addressee = -1; ///< entity: who spoke before him, else who answers
    int label = 0;      ///< the first token of the label
};

/** The speeches of a transcript, by order; none if the text is not one. Names have to be resolved. */
[[nodiscard]] std::vector<Speech> findSpeeches(const TokenizedText &text, const std::vector<NounPhrase> &phrases,
                                               const Lexicon &lexicon);

} // namespace dragoman
