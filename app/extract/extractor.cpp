// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/extractor.h"

#include "extract/publication.h"
#include "extract/reading.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

TextSpan storyOf(const Article &article)
{
    return article.story.isEmpty() ? TextSpan{0, article.body.size()} : article.story;
}

/** The state that the city of the dateline lies in. */
QString countryOf(const QString &city, const Lexicon &lexicon)
{
    if (city.isEmpty())
        return {};
    const TokenizedText text = tokenize(city, {0, city.size()}, lexicon);
    quint32 node = 0;
    for (const Token &token : text.tokens) {
        node = lexicon.phrases.step(node, token.word);
        if (node == 0 || token.word == 0)
            return {};
    }
    for (const quint32 entry : lexicon.phrases.entries(node)) {
        if (lexicon.entries[entry].kind == PhraseKind::City)
            return lexicon.entries[entry].country;
    }
    return {};
}

bool isOrganisation(const QString &name, const Lexicon &lexicon)
{
    return std::any_of(lexicon.entries.begin(), lexicon.entries.end(), [&name](const PhraseEntry &entry) {
        return entry.kind == PhraseKind::Organisation && entry.name == name;
    });
}

/** The state that the article speaks of most and to which nobody in it is told to belong: that of whoever issued it. */
QString unclaimedState(const std::vector<NounPhrase> &phrases)
{
    QHash<QString, int> counts;
    QSet<QString> claimed;
    for (const NounPhrase &phrase : phrases) {
        if (phrase.country.isEmpty())
            continue;
        if (phrase.kind == NounPhrase::Kind::Person || phrase.kind == NounPhrase::Kind::Role)
            claimed.insert(phrase.country);
        else
            ++counts[phrase.country];
    }
    QString best;
    int most = 1;
    for (auto at = counts.cbegin(); at != counts.cend(); ++at) {
        const bool more = at.value() > most || (at.value() == most && at.key() < best);
        if (!claimed.contains(at.key()) && more) {
            best = at.key();
            most = at.value();
        }
    }
    return best;
}

/** The state whose officials the article need not call by their state. */
QString homeOf(const Article &article, const std::vector<NounPhrase> &phrases, const Lexicon &lexicon)
{
    const QString outlet = lexicon.outlets.value(article.source);
    if (!outlet.isEmpty())
        return outlet;
    if (!article.source.isEmpty() && isOrganisation(article.source, lexicon))
        return {};
    const QString there = countryOf(article.dateline, lexicon);
    return there.isEmpty() ? unclaimedState(phrases) : there;
}

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
    for (const TimeExpression &time : analysis.times) {
        const FuzzyDate date = resolveTime(time, frame.published, Tense::Past);
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
        if (who.offices.isEmpty())
            reading.extraction.people.append({who.name, country, QString(), who.forms});
        for (const QString &office : who.offices)
            reading.extraction.people.append({who.name, country, office, who.forms});
    }
}

std::vector<NounPhrase> headlinePhrases(const Article &article, const Lexicon &lexicon)
{
    if (article.titleSpan.isEmpty())
        return {};
    return findNounPhrases(tokenize(article.body, article.titleSpan, lexicon), lexicon);
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
    frame.datelineCountry = countryOf(article.dateline, lexicon);
    const std::vector<NounPhrase> hints = headlinePhrases(article, lexicon);
    reading.entities = resolveEntities(analysis.text, analysis.phrases, homeOf(article, analysis.phrases, lexicon),
                                       hints, lexicon, frame.published);
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
    return read(article, rules).extraction;
}

} // namespace dragoman
