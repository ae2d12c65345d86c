// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/resolver.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dragoman {

using Kind = NounPhrase::Kind;

void Resolver::inheritCountry(int at)
{
    const int who = phraseOf(at).actors.front();
    const int of = antecedent(at, Gender::Unknown, who);
    if (of >= 0 && entity(who).country.isEmpty())
        entity(who).country = entity(of).country;
}

/** Whether the phrase does the deed of its clause, as far as the words beside it tell. */
bool Resolver::isSubject(const NounPhrase &phrase) const
{
    if (phrase.possessiveOf || is(phrase.begin - 1, WordClass::Preposition))
        return false;
    if (phrase.begin == m_text.sentences[static_cast<size_t>(phrase.sentence)].begin)
        return true; // "Sol, also a member of the council, said"
    int i = phrase.end;
    const bool apposed = i + 1 < static_cast<int>(m_text.tokens.size()) && phrase.begin > 0 && token(i).isMark(u',') &&
                         token(phrase.begin - 1).isMark(u',');
    bool inside = false; // "the outgoing envoy, Sol, called on her": merged into one
    for (int at = phrase.begin; at < phrase.end && !inside; ++at)
        inside = token(at).isMark(u',');
    const bool closed = inside && i < static_cast<int>(m_text.tokens.size()) && token(i).isMark(u',');
    if (apposed || closed) // "His host, President Sol, will receive"
        ++i;
    while (is(i, WordClass::Adverb))
        ++i;
    return is(i, WordClass::Be) || is(i, WordClass::Have) || is(i, WordClass::Do) || is(i, WordClass::Future) ||
           is(i, WordClass::Conditional) || is(i, WordClass::Reporting) ||
           (i < static_cast<int>(m_text.tokens.size()) && m_lexicon.verbs.contains(token(i).word));
}

/** Whom the nearest clause before a pronoun of the sentence has for subject, or -1. */
int Resolver::clauseSubject(int at) const
{
    // "a letter from the King inviting him": whoever stands before the participle does its deed.
    const int participle = phraseOf(at).begin - 1;
    const auto endsBefore = [participle](const NounPhrase &p) { return p.mergedInto < 0 && p.end == participle; };
    if (participle > 0 && m_text.text(token(participle)).endsWith(QLatin1String("ing"))) {
        for (int i = at - 1; i >= 0 && phraseOf(i).sentence == phraseOf(at).sentence; --i) {
            // "sent a message to the President inviting him": not he who gets it.
            const bool got =
                phraseOf(i).begin > 0 && m_lexicon.vocabulary.is(token(phraseOf(i).begin - 1).word, "to"_L1);
            if (endsBefore(phraseOf(i)) && phraseOf(i).actors.size() == 1 && !got)
                return phraseOf(i).actors.front();
        }
    }
    for (int i = at - 1; i >= 0 && phraseOf(i).sentence == phraseOf(at).sentence; --i) {
        const NounPhrase &phrase = phraseOf(i);
        const int comma = token(phrase.end).isMark(u',') ? phrase.end + 1 : phrase.end;
        const bool who = phrase.end < phraseOf(at).begin && m_lexicon.vocabulary.is(token(comma).word, "who"_L1);
        if (who && phrase.mergedInto < 0 && phrase.actors.size() == 1)
            return phrase.actors.front(); // "a call from Sol, who invited him"
        if (phrase.mergedInto < 0 && phrase.actors.size() == 1 && isSubject(phrase))
            return phrase.actors.front();
    }
    return -1;
}

/** The phrase of a sentence whom a pronoun can mean: the subject, else the first; or -1. */
int Resolver::namedIn(int sentence, int at, Gender gender, bool sure, int excluded) const
{
    int other = -1;
    const auto first = std::lower_bound(m_named.begin(), m_named.end(), sentence,
                                        [this](int named, int wanted) { return phraseOf(named).sentence < wanted; });
    for (auto named = first; named != m_named.end() && *named < at && phraseOf(*named).sentence == sentence; ++named) {
        const int actor = phraseOf(*named).actors.front();
        const Entity &who = entity(actor);
        const bool sexFits =
            gender == Gender::Unknown || who.gender == gender || (!sure && who.gender == Gender::Unknown);
        const bool label = phraseOf(*named).label && phraseOf(at).kind == Kind::Pronoun;
        if (!sexFits || actor == excluded || label)
            continue;
        const bool subject = isSubject(phraseOf(*named));
        other = subject || other < 0 ? *named : other;
        if (subject)
            break;
    }
    return other;
}

int Resolver::antecedentIn(int sentence, int at, Gender gender, bool sure, int excluded) const
{
    const int named = namedIn(sentence, at, gender, sure, excluded);
    if (named < 0)
        return named;
    const int actor = phraseOf(named).actors.front();
    return isInPassing(named, at) ? topicBefore(sentence, at, gender, actor) : actor;
}

/** "It is the first visit since Sol took office. He met": a clause beside the sentence tells of Sol. */
bool Resolver::isInPassing(int named, int at) const
{
    const NounPhrase &phrase = phraseOf(named);
    const NounPhrase &pronoun = phraseOf(at);
    const int before = phrase.begin - 1;
    return pronoun.kind == Kind::Pronoun && !pronoun.object && pronoun.sentence > phrase.sentence &&
           before > m_text.sentences[static_cast<size_t>(phrase.sentence)].begin &&
           is(before, WordClass::Subordinator) &&
           is(before, WordClass::Preposition); // "since", "after", "before": not "that"
}

/** Who does the deed of the sentence before, where another than `actor` does; else `actor`. */
int Resolver::topicBefore(int sentence, int at, Gender gender, int actor) const
{
    const int named = sentence > 0 ? namedIn(sentence - 1, at, gender, false, actor) : -1;
    const int before = named >= 0 ? phraseOf(named).actors.front() : -1;
    return before >= 0 && entity(before).type == ParticipantType::Person ? before : actor;
}

int Resolver::antecedent(int at, Gender gender, int excluded) const
{
    const int sentence = phraseOf(at).sentence;
    for (const bool sure : {true, false}) {
        if (sure && gender != Gender::Female)
            continue; // most whose sex is not told are men
        for (int s = sentence; s >= std::max(0, sentence - 6); --s) {
            if (const int actor = antecedentIn(s, at, gender, sure, excluded); actor >= 0)
                return actor;
        }
    }
    return -1;
}

/** "Minister Ma welcomed him. His host, President Xi, will receive him": whoever does the deed to one of his own state
 *  does it rather to a stranger named beside, if one of the same sex is. */
int Resolver::acrossFrom(int at, int subject, int object) const
{
    static constexpr int reach = 2;
    const QString side = entity(subject).side();
    if (side.isEmpty() || entity(object).side() != side)
        return object;
    for (size_t i = m_named.size(); i-- > 0;) {
        const NounPhrase &named = phraseOf(m_named[i]);
        if (named.sentence < phraseOf(at).sentence - reach)
            break;
        const Entity &who = entity(named.actors.front());
        if (m_named[i] < at && who.type == ParticipantType::Person && !who.side().isEmpty() && who.side() != side &&
            (who.gender == Gender::Unknown || who.gender == phraseOf(at).gender))
            return named.actors.front();
    }
    return object;
}

void Resolver::pronoun(int at)
{
    NounPhrase &phrase = m_phrases[static_cast<size_t>(at)];
    if (phrase.name == u"former"_s || phrase.name == u"latter"_s) {
        formerOrLatter(at);
        return;
    }
    int who = -1;
    if (phrase.name == u"I"_s) {
        who = firstPerson(at);
    } else if (phrase.name == u"you"_s) {
        const Speech *speech = speechAt(phrase);
        who = speech ? speech->addressee : -1;
    } else {
        const Speech *speech = speechAt(phrase);
        int subject = phrase.object ? clauseSubject(at) : -1;
        if (subject < 0 && speech)
            subject = speech->speaker; // nobody calls himself "he"
        who = antecedent(at, phrase.gender, subject);
        if (phrase.object && subject >= 0 && who >= 0)
            who = acrossFrom(at, subject, who);
        if (who >= 0 && entity(who).gender == Gender::Unknown && !phrase.object)
            entity(who).gender = phrase.gender;
    }
    if (who >= 0)
        phrase.actors = {who};
}

void Resolver::formerOrLatter(int at)
{
    NounPhrase &phrase = m_phrases[static_cast<size_t>(at)];
    std::vector<int> pair;
    for (const int named : m_named) {
        const NounPhrase &other = phraseOf(named);
        if (named < at && other.sentence >= phrase.sentence - 1)
            pair.push_back(other.actors.front());
    }
    if (pair.size() >= 2)
        phrase.actors = {phrase.latter ? pair.back() : pair[pair.size() - 2]};
}

void Resolver::readSpeeches()
{
    m_speeches = findSpeeches(m_text, m_phrases, m_lexicon);
    size_t speech = 0;
    for (NounPhrase &phrase : m_phrases) {
        while (speech < m_speeches.size() && m_speeches[speech].end <= phrase.begin)
            ++speech;
        phrase.inSpeech = speech < m_speeches.size() && m_speeches[speech].begin <= phrase.begin;
        phrase.label = speech < m_speeches.size() && m_speeches[speech].label == phrase.begin;
        // "Mr President," in a speech is whom it is made to.
        const bool vocative = phrase.kind == Kind::Role && phrase.honorific && phrase.country.isEmpty();
        if (phrase.inSpeech && vocative && m_speeches[speech].addressee >= 0)
            phrase.actors = {m_speeches[speech].addressee};
    }
}

/** The speech of a transcript that a phrase stands in, or none. */
const Speech *Resolver::speechAt(const NounPhrase &phrase) const
{
    const auto behind = std::partition_point(m_speeches.begin(), m_speeches.end(),
                                             [&phrase](const Speech &speech) { return speech.end <= phrase.begin; });
    return behind != m_speeches.end() && behind->begin <= phrase.begin ? &*behind : nullptr;
}

/** Who says "I" at a phrase: the speaker of a transcript or of a quotation, else the author of the release. */
int Resolver::firstPerson(int at)
{
    const NounPhrase &phrase = phraseOf(at);
    if (const Speech *speech = speechAt(phrase))
        return speech->speaker;
    if (token(phrase.begin).has(Token::Quoted))
        return quotedSpeaker(at);
    const int introduced = introducedSpeaker(at);
    return introduced >= 0 ? introduced : author();
}

/** "The Minister said:" on a line of its own before the phrase: what follows without quotation marks is his. */
int Resolver::introducedSpeaker(int at) const
{
    for (int s = phraseOf(at).sentence - 1; s >= 0; --s) {
        const Sentence &line = m_text.sentences[static_cast<size_t>(s)];
        if (line.end - line.begin < 3 || !token(line.end - 1).isMark(u':') || !is(line.end - 2, WordClass::Reporting))
            continue;
        const auto first = std::find_if(m_phrases.begin(), m_phrases.end(), [&](const NounPhrase &phrase) {
            return phrase.mergedInto < 0 && phrase.sentence == s;
        });
        const bool told = first != m_phrases.end() && first->begin == line.begin && first->actors.size() == 1;
        return told && entity(first->actors.front()).type == ParticipantType::Person ? first->actors.front() : -1;
    }
    return -1;
}

/** Who is told to say the quotation: he who stands beside the verb of saying, else the subject of the sentence before.
 */
int Resolver::quotedSpeaker(int at) const
{
    const int sentence = phraseOf(at).sentence;
    for (size_t i = 0; i < m_phrases.size(); ++i) {
        const NounPhrase &other = m_phrases[i];
        if (other.sentence > sentence)
            break;
        if (other.sentence < sentence || other.mergedInto >= 0 || token(other.begin).has(Token::Quoted))
            continue;
        const bool says = is(other.end, WordClass::Reporting) || is(other.begin - 1, WordClass::Reporting);
        if (says && other.actors.size() == 1 && entity(other.actors.front()).type == ParticipantType::Person)
            return other.actors.front();
    }
    return antecedent(at, Gender::Unknown);
}

/** Whom a name in the headline means; told nowhere else, he is known from there. */
int Resolver::namedInHeadline(const NounPhrase &hint)
{
    for (size_t i = 0; i < m_entities.size(); ++i) {
        if (m_entities[i].type == ParticipantType::Person && namesAgree(m_entities[i].name, hint.name))
            return static_cast<int>(i);
    }
    return add(hint);
}

/** "The President spoke today": the one of the headline, where that names one of no other state. */
int Resolver::holderInHeadline(const QString &key)
{
    const NounPhrase *only = nullptr;
    for (const NounPhrase &hint : m_hints) {
        if (hint.kind != Kind::Person || hint.mergedInto >= 0 || hint.roleKey != key || hint.former)
            continue;
        if (only && !namesAgree(only->name, hint.name))
            return -1;
        only = &hint;
    }
    const bool home = only && only->organisation.isEmpty() && (only->country.isEmpty() || only->country == m_home);
    return home ? namedInHeadline(*only) : -1;
}

/** Whom the release names as its author: in its headline or byline, else in its signature. */
int Resolver::author()
{
    if (m_author != -2)
        return m_author;
    m_author = -1;
    for (const NounPhrase &hint : m_hints) {
        if (hint.kind == Kind::Person && hint.mergedInto < 0 && (hint.titled || isFullName(hint)))
            return m_author = namedInHeadline(hint);
    }
    return m_author = signatory();
}

/** Whom a short last line without a verb names, or -1. */
int Resolver::signatory() const
{
    static constexpr int longest = 12;
    if (m_text.sentences.empty())
        return -1;
    const Sentence &last = m_text.sentences.back();
    if (last.end - last.begin >= longest)
        return -1;
    for (int i = last.begin; i < last.end; ++i) {
        const bool small = token(i).isWord() && !token(i).has(Token::Capital);
        if (small && m_lexicon.verbs.contains(token(i).word))
            return -1; // "I met Sol."
    }
    for (const NounPhrase &phrase : m_phrases) {
        if (phrase.kind == Kind::Person && phrase.begin >= last.begin && !phrase.actors.empty())
            return phrase.actors.front();
    }
    return -1;
}

} // namespace dragoman
