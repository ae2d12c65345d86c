// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/articleset.h"
#include "extract/accounts.h"
#include "extract/extractor.h"
#include "extract/publication.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTextStream>

#include <algorithm>
#include <array>
#include <ctime>
#include <functional>

using namespace dragoman;
using namespace dragoman::bench;
using namespace Qt::StringLiterals;

namespace {

QTextStream &out()
{
    static QTextStream stream(stdout);
    return stream;
}

/** Seconds of the processor that the work takes: other programs do not count. */
double seconds(const std::function<void()> &work)
{
    const std::clock_t begun = std::clock();
    work();
    return static_cast<double>(std::clock() - begun) / CLOCKS_PER_SEC;
}

void printSpeed(const ArticleSet &set, const RuleSet &rules, int rounds)
{
    std::vector<double> speeds;
    qsizetype accounts = 0;
    for (int round = 0; round < rounds; ++round) {
        accounts = 0;
        const double taken = seconds([&] {
            for (const Article &article : set.articles)
                accounts += extract(article, rules).accounts.size();
        });
        speeds.push_back(static_cast<double>(set.bytes) / 1e6 / taken);
    }
    std::sort(speeds.begin(), speeds.end());
    out() << set.origin << ": " << set.articles.size() << " articles, " << set.bytes << " bytes, " << accounts
          << " accounts\n"
          << "extraction, one core: median " << QString::number(speeds[speeds.size() / 2], 'f', 2) << " MB/s, best "
          << QString::number(speeds.back(), 'f', 2) << " MB/s of " << rounds << " rounds\n";
}

enum Stage { Tokens, Phrases, Times, Entities, Verbs, Rest, StageCount };
using StageTimes = std::array<double, StageCount>;

/** The first stages of one article, each timed. */
void addStages(const Article &article, const Lexicon &lexicon, StageTimes &times)
{
    Analysis analysis;
    times[Tokens] += seconds([&] { analysis.text = tokenize(article.body, article.story, lexicon); });
    times[Phrases] += seconds([&] { analysis.phrases = findNounPhrases(analysis.text, lexicon); });
    times[Times] += seconds([&] { analysis.times = findTimes(analysis.text, lexicon); });
    indexTokens(analysis);
    times[Entities] += seconds([&] { (void)resolveEntities(analysis.text, analysis.phrases, {}, {}, lexicon); });
    times[Verbs] += seconds([&] { findVerbGroups(analysis, lexicon); });
}

void printStages(const ArticleSet &set, const RuleSet &rules)
{
    static constexpr std::array<const char *, StageCount> names{"tokens",   "noun phrases", "times",
                                                                "entities", "verb groups",  "rules and the rest"};
    StageTimes times{};
    const double whole = seconds([&] {
        for (const Article &article : set.articles)
            (void)extract(article, rules);
    });
    for (const Article &article : set.articles)
        addStages(article, rules.lexicon(), times);
    times[Rest] = whole;
    for (int stage = 0; stage < Rest; ++stage)
        times[Rest] -= times[static_cast<size_t>(stage)];
    for (size_t stage = 0; stage < StageCount; ++stage)
        out() << "  " << names[stage] << ": " << QString::number(100 * times[stage] / whole, 'f', 1) << " %\n";
}

/** Time for each megabyte, as a ratio to that of the first megabyte: 1 where time is linear in the text. */
void printGrowth(const ArticleSet &set, const RuleSet &rules, bool oneLine)
{
    out() << (oneLine ? "one line" : "many lines") << ", time a megabyte against that of 1 MB:";
    double first = 0;
    for (const int megabytes : {1, 4, 16, 50}) {
        const Article article = longArticle(set.articles, megabytes * 1'000'000LL, oneLine);
        const double taken = seconds([&] { (void)extract(article, rules); }) / megabytes;
        first = first > 0 ? first : taken;
        out() << "  " << megabytes << " MB " << QString::number(taken / first, 'f', 2);
        out().flush();
    }
    out() << '\n';
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addPositionalArgument(u"folder"_s, u"Articles to read; without it the generated archive."_s, u"[folder]"_s);
    parser.addOptions({{u"articles"_s, u"How many articles are generated."_s, u"N"_s, u"2000"_s},
                       {u"rounds"_s, u"How often the articles are read."_s, u"N"_s, u"5"_s},
                       {u"speed-only"_s, u"Leave out the shares of the stages and the growth with length."_s}});
    parser.process(application);
    const auto rules = RuleSet::load();
    if (!rules.ok())
        qFatal("%s", qPrintable(rules.error().message()));
    const Result<ArticleSet> set =
        readArticles(parser.positionalArguments().value(0), std::max(1, parser.value(u"articles"_s).toInt()));
    if (!set.ok() || set.value().articles.isEmpty())
        qFatal("There are no articles to read: name a folder that holds some.");
    printSpeed(set.value(), *rules.value(), std::max(1, parser.value(u"rounds"_s).toInt()));
    if (parser.isSet(u"speed-only"_s))
        return 0;
    printStages(set.value(), *rules.value());
    printGrowth(set.value(), *rules.value(), true);
    printGrowth(set.value(), *rules.value(), false);
    return 0;
}
