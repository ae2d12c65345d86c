// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/frames.h"
#include "extract/headline.h"
#include "extract/lexicon.h"
#include "extract/parts.h"
#include "extract/reading.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

constexpr double leastWeight = 0.05; ///< of a reason that is told

/** Puts a reading in words. */
class Explainer
{
public:
    Explainer(const Reading &reading, const RuleSet &rules) : m_reading(reading), m_rules(rules) {}

    Explanation run()
    {
        Explanation told;
        told.correctionReason = m_reading.extraction.correctionReason;
        for (size_t s = 0; s < text().sentences.size(); ++s)
            told.sentences.append(sentence(static_cast<int>(s)));
        for (const NounPhrase &phrase : m_reading.analysis.phrases) {
            if (phrase.mergedInto < 0)
                add(told, phrase.sentence, phrase.begin, phrase.end, asOf(phrase.kind), meaningOf(phrase));
        }
        for (const VerbGroup &group : m_reading.analysis.verbs)
            add(told, group.sentence, group.begin, group.end, WordsRead::As::Verb, moodOf(group));
        for (size_t i = 0; i < m_reading.analysis.times.size(); ++i) {
            const TimeExpression &time = m_reading.analysis.times[i];
            add(told, time.sentence, time.begin, time.end, WordsRead::As::Time, meaningOf(static_cast<int>(i)));
        }
        for (const Candidate &candidate : m_reading.candidates)
            addMatch(told, candidate);
        for (SentenceRead &sentence : told.sentences)
            std::stable_sort(sentence.words.begin(), sentence.words.end(),
                             [](const WordsRead &a, const WordsRead &b) { return a.span < b.span; });
        for (const MadeAccount &made : m_reading.accounts)
            told.accounts.append(account(made));
        return told;
    }

private:
    [[nodiscard]] const TokenizedText &text() const { return m_reading.analysis.text; }
    [[nodiscard]] const Frame &frame(int number) const { return m_rules.frames().frames[static_cast<size_t>(number)]; }
    [[nodiscard]] const Candidate &candidate(int number) const
    {
        return m_reading.candidates[static_cast<size_t>(number)];
    }
    [[nodiscard]] const NounPhrase &phrase(int number) const
    {
        return m_reading.analysis.phrases[static_cast<size_t>(number)];
    }

    [[nodiscard]] TextSpan spanOf(int begin, int end) const
    {
        return {m_reading.analysis.token(begin).span.start, m_reading.analysis.token(end - 1).span.end};
    }

    [[nodiscard]] SentenceRead sentence(int number) const
    {
        const Sentence &sentence = text().sentences[static_cast<size_t>(number)];
        SentenceRead read;
        read.number = number + 1;
        read.span = spanOf(sentence.begin, sentence.end);
        read.text = text().text(sentence.begin, sentence.end);
        read.original = text().body.mid(read.span.start, read.span.length()).toString();
        return read;
    }

    void add(Explanation &told, int sentence, int begin, int end, WordsRead::As as, const QString &meaning) const
    {
        told.sentences[sentence].words.append({as, spanOf(begin, end), text().text(begin, end), meaning});
    }

    void addMatch(Explanation &told, const Candidate &candidate) const
    {
        MatchTold match;
        match.rule = frame(candidate.frame).id;
        match.trigger = spanOf(candidate.trigger, candidate.trigger + 1);
        match.triggerText = text().text(candidate.trigger, candidate.trigger + 1);
        match.sentence = candidate.sentence + 1;
        match.sentenceText = told.sentences[candidate.sentence].text;
        match.dropped = candidate.dropped;
        told.sentences[candidate.sentence].matches.append(match);
        add(told, candidate.sentence, candidate.trigger, candidate.trigger + 1, WordsRead::As::Trigger, match.rule);
        if (!match.dropped.isEmpty())
            told.dropped.append(match);
    }

    [[nodiscard]] static WordsRead::As asOf(NounPhrase::Kind kind)
    {
        switch (kind) {
        case NounPhrase::Kind::Person:
            return WordsRead::As::Person;
        case NounPhrase::Kind::Role:
            return WordsRead::As::Role;
        case NounPhrase::Kind::Body:
            return WordsRead::As::Body;
        case NounPhrase::Kind::Place:
            return WordsRead::As::Place;
        case NounPhrase::Kind::Pronoun:
            return WordsRead::As::Pronoun;
        case NounPhrase::Kind::Group:
            break;
        }
        return WordsRead::As::Group;
    }

    [[nodiscard]] QString meaningOf(const NounPhrase &phrase) const
    {
        QStringList who;
        for (const int actor : phrase.actors) {
            const Entity &known = m_reading.entities[static_cast<size_t>(actor)];
            const QString guess = known.countryGuessed && !known.country.isEmpty() ? u" (guessed)"_s : QString();
            who.append(known.country.isEmpty() || known.isState ? known.name
                                                                : known.name + u", "_s + known.country + guess);
        }
        return who.isEmpty() ? phrase.country : who.join(u"; "_s);
    }

    [[nodiscard]] static QString moodOf(const VerbGroup &group)
    {
        static const QStringList moods{u"past"_s,       u"present"_s, u"future"_s, u"conditional"_s,
                                       u"infinitive"_s, u"is to"_s,   u"gerund"_s};
        QString mood = moods.at(static_cast<int>(group.mood));
        mood += group.passive ? u", passive"_s : QString();
        mood += group.negated ? u", negated"_s : QString();
        return group.quoted ? mood + u", inside a quotation"_s : mood;
    }

    /** The day that a time expression stands for where an account took it, else as of the past. */
    [[nodiscard]] QString meaningOf(int time) const
    {
        for (const MadeAccount &made : m_reading.accounts) {
            if (made.origin.time == time && made.origin.date == DateSource::Time && !made.origin.lengthened &&
                made.account.date.isKnown())
                return made.account.date.toEdtf();
        }
        return resolveTime(m_reading.analysis.times, static_cast<size_t>(time), m_reading.published, Tense::Past)
            .toEdtf();
    }

    [[nodiscard]] QStringList words(const std::vector<WordId> &ids) const
    {
        QStringList all;
        for (const WordId id : ids)
            all.append(m_rules.lexicon().vocabulary.text(id));
        return all;
    }

    [[nodiscard]] QStringList phrases(const std::vector<std::vector<WordId>> &phrases) const
    {
        QStringList all;
        for (const std::vector<WordId> &phrase : phrases)
            all.append(words(phrase).join(u' '));
        return all;
    }

    [[nodiscard]] RuleTold rule(const Frame &frame) const
    {
        RuleTold told;
        told.id = frame.id;
        told.kind = frame.kind;
        told.verbs = words(frame.verbs);
        told.nouns = phrases(frame.nouns);
        told.where = frame.where;
        told.confidence = frame.confidence;
        for (int slot = 0; slot < static_cast<int>(slotCount); ++slot) {
            if (const auto capacity = frame.role(static_cast<Slot>(slot)))
                told.places.append(toWord(static_cast<Slot>(slot)) + u": "_s + toWord(*capacity));
        }
        if (!frame.destinations.isEmpty())
            told.places.append(u"destination: "_s + frame.destinations.join(u", "_s));
        told.demands = demands(frame);
        if (!frame.yes.isEmpty()) {
            told.example = frame.yes.first().sentence;
            told.exampleTells = frame.yes.first().expected;
        }
        return told;
    }

    [[nodiscard]] QStringList demands(const Frame &frame) const
    {
        QStringList needs;
        for (const Slot slot : frame.needs)
            needs.append(toWord(slot));
        const std::pair<QString, QStringList> all[] = {
            {u"followed by"_s, words(frame.after)},       {u"as its subject"_s, phrases(frame.subjectNouns)},
            {u"object"_s, phrases(frame.objectNouns)},    {u"with the verbs"_s, words(frame.light)},
            {u"article holds"_s, phrases(frame.context)}, {u"needs"_s, needs}};
        QStringList told;
        for (const auto &[name, values] : all) {
            if (!values.isEmpty())
                told.append(name + u": "_s + values.join(u", "_s));
        }
        if (frame.nearCalling)
            told.append(u"near a word of the telephone"_s);
        return told;
    }

    [[nodiscard]] AccountTold account(const MadeAccount &made) const
    {
        const Candidate &own = candidate(made.origin.candidates.front());
        AccountTold told;
        told.account = made.account;
        told.rule = rule(frame(own.frame));
        for (const int number : made.origin.candidates) {
            if (!told.sentences.contains(candidate(number).sentence + 1))
                told.sentences.append(candidate(number).sentence + 1);
        }
        for (const Candidate::Member &member : made.members)
            told.filled.append(filled(member));
        told.date = dateSource(made);
        told.place = placeSource(made.origin);
        told.status = statusSource(own, made.account.status);
        told.reasons = reasons(made.signs);
        return told;
    }

    [[nodiscard]] PlaceFilled filled(const Candidate::Member &member) const
    {
        PlaceFilled told;
        if (member.phrase >= 0)
            told.text = text().text(phrase(member.phrase).begin, phrase(member.phrase).end);
        if (member.slot)
            told.place = toWord(*member.slot);
        else if (member.phrase >= 0)
            told.place = member.capacity == Capacity::Sender ? u"on behalf of"_s : u"invitation of"_s;
        else
            told.place = member.entity < 0 || m_reading.entities[static_cast<size_t>(member.entity)].isState
                             ? u"the state of the destination"_s
                             : u"known from before"_s;
        return told;
    }

    [[nodiscard]] SourceTold dateSource(const MadeAccount &made) const
    {
        SourceTold told;
        const AccountOrigin &origin = made.origin;
        if (origin.time >= 0) {
            const TimeExpression &time = m_reading.analysis.times[static_cast<size_t>(origin.time)];
            told.text = text().text(time.begin, time.end);
        }
        const QString published =
            m_reading.published.isValid() ? m_reading.published.toString(Qt::ISODate) : u"an unknown day"_s;
        switch (origin.date) {
        case DateSource::None:
            told.how = told.text.isEmpty() ? u"no words tell it"_s : u"cannot be resolved to a day"_s;
            break;
        case DateSource::Time:
            told.how = u"in an article of "_s + published;
            break;
        case DateSource::Heading:
            told.how = u"the heading that it stands under"_s;
            break;
        case DateSource::Related:
            told.how = u"of the visit or meeting that it belongs to"_s;
            break;
        case DateSource::Live:
            told.how = u"the day of the live report"_s;
            break;
        case DateSource::Published:
            told.how = u"news without a word of time: the day of publication, approximately"_s;
            break;
        }
        if (origin.lengthened)
            told.how += u"; drawn out to the length told"_s;
        return told;
    }

    [[nodiscard]] SourceTold placeSource(const AccountOrigin &origin) const
    {
        SourceTold told;
        if (origin.placePhrase >= 0)
            told.text = text().text(phrase(origin.placePhrase).begin, phrase(origin.placePhrase).end);
        switch (origin.place) {
        case PlaceSource::None:
            told.text.clear();
            told.how = u"no words tell it"_s;
            break;
        case PlaceSource::Destination:
            told.how = u"the destination"_s;
            break;
        case PlaceSource::Phrase:
            told.how = u"named beside the rule's word"_s;
            break;
        case PlaceSource::Dateline:
            told.how = u"“here”: the city of the dateline"_s;
            break;
        case PlaceSource::Before:
            told.how = u"“there”: the place told before"_s;
            break;
        case PlaceSource::Related:
            told.how = u"of the visit or meeting that it belongs to"_s;
            break;
        }
        return told;
    }

    [[nodiscard]] SourceTold statusSource(const Candidate &own, ContactStatus status) const
    {
        if (frame(own.frame).status == status && status != ContactStatus::Held)
            return {{}, u"the rule says so"_s};
        if (own.verb < 0)
            return {text().text(own.trigger, own.trigger + 1), u"told as a fact by a noun"_s};
        const VerbGroup &group = m_reading.analysis.verbs[static_cast<size_t>(own.verb)];
        return {text().text(group.begin, group.end), moodOf(group)};
    }

    [[nodiscard]] QList<ReasonTold> reasons(const Signs &signs) const
    {
        const ConfidenceTable &table = m_rules.frames().confidence;
        QList<ReasonTold> told;
        for (size_t i = 0; i < signCount; ++i) {
            const double weight = signs[i] * table.weights[i];
            if (static_cast<Sign>(i) != Sign::Always && std::abs(weight) >= leastWeight)
                told.append({table.words[i], weight});
        }
        std::stable_sort(told.begin(), told.end(), [](const ReasonTold &a, const ReasonTold &b) {
            return std::abs(a.weight) > std::abs(b.weight);
        });
        return told;
    }

    const Reading &m_reading;
    const RuleSet &m_rules;
};

/** Puts what is told of a part behind what is told of the parts before it. */
void append(Explanation &all, Explanation part)
{
    const int before = static_cast<int>(all.sentences.size());
    for (SentenceRead &sentence : part.sentences) {
        sentence.number += before;
        for (MatchTold &match : sentence.matches)
            match.sentence += before;
    }
    for (AccountTold &account : part.accounts) {
        for (int &sentence : account.sentences)
            sentence += before;
    }
    for (MatchTold &match : part.dropped)
        match.sentence += before;
    all.sentences.append(std::move(part.sentences));
    all.accounts.append(std::move(part.accounts));
    all.dropped.append(std::move(part.dropped));
    if (all.correctionReason.isEmpty())
        all.correctionReason = part.correctionReason;
}

} // namespace

Explanation explain(const Article &article, const RuleSet &rules)
{
    Explanation all;
    for (const Article &part : partsOf(article)) {
        const Reading story = read(part, rules);
        const std::optional<Reading> headline =
            all.sentences.isEmpty() ? readHeadline(part, story, rules) : std::nullopt;
        append(all, Explainer(story, rules).run());
        if (headline)
            append(all, Explainer(*headline, rules).run());
    }
    return all;
}

} // namespace dragoman
