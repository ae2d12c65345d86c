// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/extractor.h"

#include "extract/accounts.h"
#include "extract/headline.h"
#include "extract/homestate.h"
#include "extract/parts.h"
#include "extract/publication.h"
#include "extract/reading.h"

#include <algorithm>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

Mention::Kind mentionKind(const NounPhrase &phrase)
{
    switch (phrase.kind) {
    case NounPhrase::Kind::Person:
        return Mention::Kind::Person;
    case NounPhrase::Kind::Body:
        return Mention::Kind::Body;
    case NounPhrase::Kind::Place:
        return Mention::Kind::Place;
    default:
        return Mention::Kind::Role;
    }
}

void listMentions(Reading &reading, const ArticleFrame &frame)
{
    const Analysis &analysis = reading.analysis;
    reading.extraction.mentions.reserve(static_cast<qsizetype>(analysis.phrases.size() + analysis.times.size()));
    for (const NounPhrase &phrase : analysis.phrases) {
        if (phrase.kind == NounPhrase::Kind::Pronoun || phrase.kind == NounPhrase::Kind::Group || phrase.attributive)
            continue;
        if (phrase.kind == NounPhrase::Kind::Person && phrase.actors.empty())
            continue;
        const bool name = phrase.kind != NounPhrase::Kind::Role && phrase.nameEnd > phrase.nameBegin;
        const int begin = name ? phrase.nameBegin : phrase.begin;
        const int end = name ? phrase.nameEnd : phrase.end;
        Mention mention;
        mention.kind = mentionKind(phrase);
        mention.span = {analysis.token(begin).span.start, analysis.token(end - 1).span.end};
        mention.country = phrase.country;
        mention.name = phrase.name;
        if (!phrase.actors.empty()) {
            const Entity &who = reading.entities[static_cast<size_t>(phrase.actors.front())];
            mention.name = who.name;
            mention.country = who.country;
        }
        reading.extraction.mentions.append(mention);
    }
    for (size_t i = 0; i < analysis.times.size(); ++i) {
        const TimeExpression &time = analysis.times[i];
        const FuzzyDate date = resolveTime(analysis.times, i, frame.published, Tense::Past);
        const TextSpan span{analysis.token(time.begin).span.start, analysis.token(time.end - 1).span.end};
        reading.extraction.mentions.append({Mention::Kind::Date, span, date.toEdtf(), QString()});
    }
    std::sort(reading.extraction.mentions.begin(), reading.extraction.mentions.end(),
              [](const Mention &a, const Mention &b) { return a.span < b.span; });
}

void listPeople(Reading &reading)
{
    for (const Entity &who : reading.entities) {
        if (who.type != ParticipantType::Person)
            continue;
        const QString country = who.countryGuessed ? QString() : who.country;
        const QString likely = who.countryGuessed ? who.country : QString();
        const QStringList offices = who.offices.isEmpty() ? QStringList{QString()} : who.offices;
        for (const QString &office : offices)
            reading.extraction.people.append({who.name, country, office, who.forms, who.roleKeys, likely});
    }
}

/** "Statement by White House Press Secretary X": the state of whoever issued the article, or empty. */
QString issuerOf(const TokenizedText &text, const std::vector<NounPhrase> &phrases, const Lexicon &lexicon)
{
    const auto isWord = [&](size_t at, WordClass wordClass) {
        return at < text.tokens.size() && text.tokens[at].isWord() && lexicon.is(text.tokens[at].word, wordClass);
    };
    if (!isWord(0, WordClass::Issued) && !isWord(1, WordClass::Issued))
        return {};
    const size_t by = isWord(1, WordClass::Issued) ? 2 : 1;
    const auto first =
        std::find_if(phrases.begin(), phrases.end(), [](const NounPhrase &phrase) { return phrase.mergedInto < 0; });
    const bool told = first != phrases.end() && first->begin == static_cast<int>(by) + 1 &&
                      (first->kind == NounPhrase::Kind::Person || first->kind == NounPhrase::Kind::Role);
    return told && isWord(by, WordClass::Preposition) ? first->country : QString();
}

void findHeadlinePhrases(Reading &reading, const Article &article, const Lexicon &lexicon)
{
    if (article.titleSpan.isEmpty())
        return;
    reading.headline = tokenize(article.body, article.titleSpan, lexicon);
    reading.headlinePhrases = findNounPhrases(reading.headline, lexicon);
}

/** What stands before the story beside the headline: bylines, the issuer's letterhead. */
std::vector<NounPhrase> letterheadPhrases(const Article &article, const Lexicon &lexicon)
{
    static constexpr qsizetype longest = 4000; // before a later part of a long text stands the text
    std::vector<NounPhrase> all;
    const TextSpan title = article.titleSpan;
    const qsizetype between = title.isEmpty() ? 0 : title.end;
    for (const TextSpan span :
         {TextSpan{0, title.isEmpty() ? 0 : title.start}, TextSpan{between, article.story.start}}) {
        if (span.start >= span.end || span.end - span.start > longest)
            continue;
        const std::vector<NounPhrase> some = findNounPhrases(tokenize(article.body, span, lexicon), lexicon);
        all.insert(all.end(), some.begin(), some.end());
    }
    return all;
}

/** Those of the letterhead who are named with an office: whoever else is named there may only have written it down. */
void addIssuers(std::vector<NounPhrase> &hints, const std::vector<NounPhrase> &letterhead)
{
    std::copy_if(letterhead.begin(), letterhead.end(), std::back_inserter(hints), [](const NounPhrase &phrase) {
        return phrase.kind == NounPhrase::Kind::Person && !phrase.office.isEmpty();
    });
}

/** What follows the noun phrases in an analysis. */
void finishAnalysis(Analysis &analysis, const Lexicon &lexicon)
{
    analysis.times = findTimes(analysis.text, lexicon);
    indexTokens(analysis);
}

/** The stages behind the analysis. */
void makeAccounts(Reading &reading, const Article &article, const std::vector<NounPhrase> &hints, const RuleSet &rules)
{
    const Lexicon &lexicon = rules.lexicon();
    Analysis &analysis = reading.analysis;
    const ArticleFrame frame{reading.published, article.dateline, stateOfCity(article.dateline, lexicon), reading.home};
    reading.entities = resolveEntities(analysis.text, analysis.phrases, reading.home, hints, lexicon, frame.published);
    findVerbGroups(analysis, lexicon);
    reading.candidates = matchRules(analysis, reading.entities, lexicon, rules.frames());
    reading.accounts = makeAccounts(reading.candidates, analysis, reading.entities, frame, lexicon, rules.frames());
    for (const MadeAccount &made : reading.accounts)
        reading.extraction.accounts.append(made.account);
    for (const Candidate &candidate : reading.candidates) {
        if (!candidate.dropped.isEmpty())
            reading.extraction.dropped.append({rules.frames().frames[static_cast<size_t>(candidate.frame)].id,
                                               candidate.evidence, candidate.dropped});
    }
    listMentions(reading, frame);
    listPeople(reading);
}

/** Puts what a part tells behind what the parts before it tell. */
void append(Extraction &all, Extraction part)
{
    all.accounts.append(std::move(part.accounts));
    all.mentions.append(std::move(part.mentions));
    all.people.append(std::move(part.people));
    all.dropped.append(std::move(part.dropped));
    if (!all.publishedCorrected.isValid()) {
        all.publishedCorrected = part.publishedCorrected;
        all.correctionReason = part.correctionReason;
    }
}

/** The contacts of the headline, and those of its persons whom the story does not name. */
void appendHeadline(Extraction &all, const Reading &headline)
{
    for (const MadeAccount &made : headline.accounts)
        all.accounts.append(made.account);
    for (const OfficeTold &told : headline.extraction.people) {
        const bool listed = std::any_of(all.people.begin(), all.people.end(),
                                        [&told](const OfficeTold &other) { return other.person == told.person; });
        if (!listed)
            all.people.append(told);
    }
}

} // namespace

Reading read(const Article &article, const RuleSet &rules)
{
    const Lexicon &lexicon = rules.lexicon();
    Reading reading;
    reading.analysis.text = tokenize(article.body, storyOf(article), lexicon);
    reading.analysis.phrases = findNounPhrases(reading.analysis.text, lexicon);
    finishAnalysis(reading.analysis, lexicon);
    const Correction correction = correctPublication(article, reading.analysis);
    reading.extraction.publishedCorrected = correction.date;
    reading.extraction.correctionReason = correction.reason;
    reading.published = correction.date.isValid() ? correction.date : article.published;
    findHeadlinePhrases(reading, article, lexicon);
    std::vector<NounPhrase> hints = reading.headlinePhrases;
    const std::vector<NounPhrase> letterhead = letterheadPhrases(article, lexicon);
    const HeadPhrases head{hints, letterhead, issuerOf(reading.headline, hints, lexicon)};
    reading.home = homeState(article, reading.analysis.text, reading.analysis.phrases, head, lexicon);
    addIssuers(hints, letterhead);
    makeAccounts(reading, article, hints, rules);
    return reading;
}

Reading readHeadlineOf(const Reading &story, const Article &article, const RuleSet &rules)
{
    Reading reading;
    reading.analysis.text = story.headline;
    reading.analysis.phrases = story.headlinePhrases;
    finishAnalysis(reading.analysis, rules.lexicon());
    reading.published = story.published;
    reading.home = story.home;
    makeAccounts(reading, article, story.analysis.phrases, rules);
    return reading;
}

Extraction extract(const Article &article, const RuleSet &rules)
{
    Extraction all;
    bool first = true;
    for (const Article &part : partsOf(article)) {
        Reading story = read(part, rules);
        const std::optional<Reading> headline =
            std::exchange(first, false) ? readHeadline(part, story, rules) : std::nullopt;
        append(all, std::move(story.extraction));
        if (headline)
            appendHeadline(all, *headline);
    }
    return all;
}

} // namespace dragoman
