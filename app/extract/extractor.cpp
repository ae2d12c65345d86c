// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/extractor.h"

#include "extract/accounts.h"
#include "extract/homestate.h"
#include "extract/parts.h"
#include "extract/publication.h"
#include "extract/reading.h"

#include <algorithm>

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

std::vector<NounPhrase> headlinePhrases(const Article &article, const Lexicon &lexicon)
{
    if (article.titleSpan.isEmpty())
        return {};
    return findNounPhrases(tokenize(article.body, article.titleSpan, lexicon), lexicon);
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

} // namespace

Reading read(const Article &article, const RuleSet &rules)
{
    const Lexicon &lexicon = rules.lexicon();
    Reading reading;
    Analysis &analysis = reading.analysis;
    analysis.text = tokenize(article.body, storyOf(article), lexicon);
    analysis.phrases = findNounPhrases(analysis.text, lexicon);
    analysis.times = findTimes(analysis.text, lexicon);
    indexTokens(analysis);
    const Correction correction = correctPublication(article, analysis);
    reading.extraction.publishedCorrected = correction.date;
    reading.extraction.correctionReason = correction.reason;
    ArticleFrame frame;
    frame.published = correction.date.isValid() ? correction.date : article.published;
    frame.datelineCity = article.dateline;
    frame.datelineCountry = stateOfCity(article.dateline, lexicon);
    const std::vector<NounPhrase> hints = headlinePhrases(article, lexicon);
    const QString home = homeState(article, analysis.text, analysis.phrases, hints, lexicon);
    frame.homeCountry = home;
    reading.entities = resolveEntities(analysis.text, analysis.phrases, home, hints, lexicon, frame.published);
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
    reading.published = frame.published;
    return reading;
}

Extraction extract(const Article &article, const RuleSet &rules)
{
    Extraction all;
    for (const Article &part : partsOf(article))
        append(all, read(part, rules).extraction);
    return all;
}

} // namespace dragoman
