// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/entities.h"
#include "extract/ruleset.h"
#include "extract/verbgroups.h"

#include <QString>

namespace dragoman::test {

/** The built-in rules, loaded once; a test of the rules themselves shows why where they cannot be. */
inline const RuleSet &builtIn()
{
    static const std::shared_ptr<const RuleSet> rules = [] {
        auto loaded = RuleSet::load();
        if (!loaded.ok())
            qFatal("%s", qPrintable(loaded.error().message()));
        return std::move(loaded).value();
    }();
    return *rules;
}

/** A text after its first stages; keeps the characters that the tokens refer to. */
struct ReadText
{
    QString body;
    Analysis analysis;
    std::vector<Entity> entities;

    [[nodiscard]] QString words(int begin, int end) const { return analysis.text.text(begin, end); }
};

/** Stages one to four of a text; `home` is the state whose officials need not be called by it. */
inline ReadText readText(const QString &body, const QString &home = {})
{
    const Lexicon &lexicon = builtIn().lexicon();
    ReadText read;
    read.body = body;
    read.analysis.text = tokenize(read.body, {0, read.body.size()}, lexicon);
    read.analysis.phrases = findNounPhrases(read.analysis.text, lexicon);
    read.analysis.times = findTimes(read.analysis.text, lexicon);
    indexTokens(read.analysis);
    read.entities = resolveEntities(read.analysis.text, read.analysis.phrases, home, {}, lexicon);
    findVerbGroups(read.analysis, lexicon);
    return read;
}

} // namespace dragoman::test
