// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/builtin.h"
#include "fuzz/properties.h"

#include "extract/accounts.h"
#include "extract/frames.h"

using namespace Qt::StringLiterals;

namespace dragoman::fuzz {

namespace {

const QString &article()
{
    static const QString text =
        u"Iranian President Ali Karimi received a phone call from Turkish President Omer Aydin on Monday. "
        "The two presidents will meet in Ankara next week, at the invitation of the Turkish president. "
        "Karimi's visit to Turkey was preceded by a letter to his counterpart and talks between their ministers."_s;
    return text;
}

void readArticleBy(const FrameSet &frames, const Lexicon &lexicon)
{
    Analysis analysis;
    analysis.text = tokenize(article(), {0, article().size()}, lexicon);
    analysis.phrases = findNounPhrases(analysis.text, lexicon);
    analysis.times = findTimes(analysis.text, lexicon);
    indexTokens(analysis);
    std::vector<Entity> entities = resolveEntities(analysis.text, analysis.phrases, u"IR"_s, {}, lexicon);
    findVerbGroups(analysis, lexicon);
    std::vector<Candidate> candidates = matchRules(analysis, entities, lexicon, frames);
    (void)makeAccounts(candidates, analysis, entities, ArticleFrame{QDate(2024, 5, 14), {}, {}, {}}, lexicon, frames);
}

} // namespace

QString rulesFault(const QByteArray &input)
{
    // A lexicon of its own for each file would take most of the time; words that former files added do no harm.
    static Lexicon lexicon = builtIn().lexicon();
    static int files = 0;
    if (++files % 1000 == 0)
        lexicon = builtIn().lexicon();
    FrameSet frames;
    const Result<void> read = readRules(QString::fromUtf8(input), u"own.rules"_s, lexicon, frames);
    if (!read.ok())
        return read.error().message().startsWith(u"own.rules:"_s) ? QString()
                                                                  : u"an error does not name its file and line"_s;
    lexicon.classes.resize(static_cast<size_t>(lexicon.vocabulary.size()));
    readArticleBy(frames, lexicon);
    return {};
}

} // namespace dragoman::fuzz
