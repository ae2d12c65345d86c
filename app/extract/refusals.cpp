// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/refusals.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dragoman {

using Mood = VerbGroup::Mood;
using Kind = NounPhrase::Kind;

/** "discussed trade with X over the phone", "in a phone call": not "with X on mobile phone tariffs". */
bool Refusals::tellsMedium(const Candidate &candidate) const
{
    const int limit = limitOf(candidate.sentence);
    for (int i = verb(candidate.verb).end; i < limit; ++i) {
        const int v = m_clauses.verbAt(i);
        if (v >= 0 && verb(v).isFinite() && !verb(v).passive && !m_clauses.is(i, WordClass::Calling))
            return false;
        if (m_clauses.is(i, WordClass::Calling) && isMedium(i, limit))
            return true;
    }
    return false;
}

/** Whether the word of calling stands behind a preposition of means and names the call or the instrument. */
bool Refusals::isMedium(int at, int limit) const
{
    static constexpr int adjectives = 3;
    for (int i = at - 1; i > 0 && i >= at - 1 - adjectives && token(i).isWord(); --i) {
        if (!m_clauses.is(i, WordClass::Preposition))
            continue;
        const bool direct = m_clauses.isWord(i, "by"_L1) || m_clauses.isWord(i, "over"_L1) ||
                            m_clauses.isWord(i, "via"_L1) || m_clauses.isWord(i, "on"_L1);
        const bool within = m_clauses.isWord(i, "in"_L1) || m_clauses.isWord(i, "during"_L1);
        return (direct && !goesOn(at + 1, limit)) || ((direct || within) && namesCall(i + 1, at, limit));
    }
    return false;
}

/** Whether a common noun follows that the word before only describes: "phone tariffs". */
bool Refusals::goesOn(int at, int limit) const
{
    return at < limit && token(at).isWord() && m_clauses.timeAt(at) < 0 && m_clauses.phraseAt(at) < 0 &&
           m_clauses.verbAt(at) < 0 && !m_clauses.is(at, WordClass::Preposition) && !m_clauses.isAdverb(at) &&
           !m_clauses.is(at, WordClass::Conjunction) && !m_clauses.is(at, WordClass::Subordinator);
}

/** Whether the noun of a rule for calls covers token `at`, beginning at `from` or later. */
bool Refusals::namesCall(int from, int at, int limit) const
{
    for (int i = from; i <= at; ++i) {
        for (const int number : m_frames.byNoun.value(token(i).word)) {
            const Frame &frame = m_frames.frames[static_cast<size_t>(number)];
            if (frame.kind == ContactKind::Call && match(frame.nouns, i, limit) > at)
                return true;
        }
    }
    return false;
}

bool Refusals::needsFilled(const Candidate &candidate, const Frame &frame) const
{
    const auto isFilled = [&candidate](Slot slot) { return (candidate.filled >> static_cast<int>(slot)) & 1; };
    if (!frame.needs.isEmpty() && std::none_of(frame.needs.begin(), frame.needs.end(), isFilled))
        return false;
    if (frame.byMedium && !tellsMedium(candidate))
        return false;
    if (!frame.nearCalling)
        return true;
    const int limit = std::min(limitOf(candidate.sentence), candidate.trigger + 10);
    for (int i = std::max(firstOf(candidate.sentence), candidate.trigger - 6); i < limit; ++i) {
        if (m_clauses.is(i, WordClass::Calling))
            return true;
    }
    return false;
}

/** Rule 25 of the gold: "negotiations continue", "informed him of the talks between the Russian and Ukrainian
 * sides". */
bool Refusals::isUnderWay(const Candidate &candidate, const Frame &frame) const
{
    if (candidate.kind != ContactKind::Meeting)
        return false;
    if (candidate.verb >= 0 && m_lexicon.is(verb(candidate.verb).lemma, WordClass::Continuing))
        return true;
    if (!frame.verbs.empty()) {
        const int above = m_clauses.verbBefore(verb(candidate.verb).begin, firstOf(candidate.sentence));
        return verb(candidate.verb).mood == Mood::Infinitive && above >= 0 &&
               m_lexicon.is(verb(above).lemma, WordClass::Continuing);
    }
    const bool named = std::any_of(candidate.members.begin(), candidate.members.end(),
                                   [this](const auto &m) { return entity(m.entity).type == ParticipantType::Person; });
    const bool calledOff = candidate.status == ContactStatus::Cancelled && candidate.verb >= 0 &&
                           isParticleOf(candidate.verb, verb(candidate.verb).end) && !verb(candidate.verb).passive;
    return !candidate.occasion && !named && !calledOff; // "India called off talks with Pakistan"
}

/** "to continue our consultations": a continuing verb governs the noun. */
bool Refusals::goesOnWith(const Candidate &candidate) const
{
    return candidate.verb >= 0 && m_lexicon.is(verb(candidate.verb).lemma, WordClass::Continuing) &&
           verb(candidate.verb).mood == Mood::Infinitive;
}

/** Whether a time or a place is told behind the rule's word. */
bool Refusals::isFixedBehind(const Candidate &candidate) const
{
    return (candidate.time >= 0 && m_analysis.times[static_cast<size_t>(candidate.time)].begin > candidate.trigger) ||
           (candidate.place >= 0 && phrase(candidate.place).begin > candidate.trigger);
}

/** "paid a visit", "arrived on Monday", "flew in": where to need not be said. */
bool Refusals::bringsHere(const Candidate &candidate, const Frame &frame) const
{
    if (!frame.nouns.empty())
        return (candidate.occasion || candidate.within) && !candidate.quoted;
    const VerbGroup &group = verb(candidate.verb);
    return !candidate.quoted && candidate.status == ContactStatus::Held &&
           (m_lexicon.is(group.lemma, WordClass::Arriving) || m_clauses.isWord(group.end, "in"_L1));
}

/** "The visit comes at a time ...", "President Moon's visit will be a chance": of somebody received. */
bool Refusals::pointsBack(const Candidate &candidate, const Frame &frame) const
{
    const bool open = candidate.status == ContactStatus::Held || candidate.status == ContactStatus::Planned;
    const bool owned = std::any_of(candidate.members.begin(), candidate.members.end(), [](const Candidate::Member &m) {
        return m.slot == Slot::Possessor && m.phrase >= 0;
    });
    return !frame.nouns.empty() && open && !candidate.quoted && (candidate.definite || owned);
}

void Refusals::dropHomeless(Candidate &candidate, const Frame &frame) const
{
    candidate.dropped = u"no destination is told"_s;
    candidate.toCountry = !candidate.quoted && goesToCountry(candidate, frame);
    candidate.homeless = candidate.toCountry || bringsHere(candidate, frame);
}

/** "on a visit to the country", "arrived in our country". */
bool Refusals::goesToCountry(const Candidate &candidate, const Frame &frame) const
{
    static constexpr int farthest = 6;
    const int before = candidate.verb >= 0 ? verb(candidate.verb).begin - 1 : -1;
    if (before > 0 && verb(candidate.verb).passive && m_clauses.is(before, WordClass::Homeland) &&
        m_clauses.isWord(before - 1, "our"_L1))
        return frame.destinations.contains(u"object"_s);
    for (int i = candidate.trigger; i + 2 < limitOf(candidate.sentence) && i < candidate.trigger + farthest; ++i) {
        const bool object = i == candidate.trigger && frame.destinations.contains(u"object"_s);
        const bool led = object || frame.destinations.contains(m_lexicon.vocabulary.text(token(i).word));
        const bool pointed = m_clauses.isWord(i + 1, "the"_L1) || m_clauses.isWord(i + 1, "our"_L1);
        if (led && pointed && m_clauses.is(i + 2, WordClass::Homeland) && !m_clauses.isWord(i + 3, "of"_L1))
            return true;
    }
    return false;
}

/** A message goes from one to another, and so does a call that somebody made. */
bool Refusals::goesNowhere(const Candidate &candidate)
{
    const auto counts = [&candidate](Capacity capacity) {
        return std::any_of(candidate.members.begin(), candidate.members.end(),
                           [capacity](const auto &m) { return m.capacity == capacity; });
    };
    if (counts(Capacity::Party))
        return false;
    return (candidate.kind == ContactKind::Message && (!counts(Capacity::Sender) || !counts(Capacity::Recipient))) ||
           (candidate.kind == ContactKind::Call && counts(Capacity::Caller) && !counts(Capacity::Recipient));
}

/** "It is reported that they will meet. Can you confirm it?": no more than that is told. */
bool Refusals::isAsked(const Candidate &candidate) const
{
    static constexpr size_t reach = 1;
    const auto &sentences = m_analysis.text.sentences;
    const int paragraph = sentences[static_cast<size_t>(candidate.sentence)].paragraph;
    bool reported = false;
    for (int i = firstOf(candidate.sentence); i < candidate.trigger && !reported; ++i)
        reported = m_clauses.isWord(i, "reported"_L1) || m_clauses.isWord(i, "reportedly"_L1) ||
                   (m_clauses.isWord(i, "reports"_L1) && m_clauses.isWord(i - 1, "to"_L1));
    for (size_t s = static_cast<size_t>(candidate.sentence);
         reported && s < sentences.size() && s <= static_cast<size_t>(candidate.sentence) + reach &&
         sentences[s].paragraph == paragraph;
         ++s) {
        if (token(sentences[s].end - 1).isMark(u'?'))
            return true;
    }
    return false;
}

/** "A met B in the second round of the tournament": people without an office, and a word of sport. */
bool Refusals::isOfSport(const Candidate &candidate) const
{
    const bool officials = std::any_of(candidate.members.begin(), candidate.members.end(), [this](const auto &m) {
        return !entity(m.entity).roleKeys.isEmpty() || !entity(m.entity).offices.isEmpty();
    });
    for (int i = firstOf(candidate.sentence); !officials && i < limitOf(candidate.sentence); ++i) {
        if (m_clauses.is(i, WordClass::Sport) && !token(i).has(Token::Capital))
            return true;
    }
    return false;
}

/** "have not met since 2019", "have never held talks", "shook hands but had no conversation": nothing was denied.
 */
bool Refusals::isAbsence(const Candidate &candidate) const
{
    if (candidate.verb < 0)
        return false;
    const VerbGroup &group = verb(candidate.verb);
    const bool had = m_lexicon.vocabulary.is(group.lemma, "have"_L1) && group.mood != Mood::Future;
    if (had && m_clauses.isWord(group.begin - 1, "but"_L1))
        return true;
    const bool perfect = m_clauses.is(group.begin, WordClass::Have) && group.mood != Mood::Future;
    const int limit = limitOf(candidate.sentence);
    for (int i = group.begin; perfect && i < limit; ++i) {
        if (i >= group.end && (token(i).isMark(u',') || m_clauses.verbAt(i) >= 0))
            return false; // "has cancelled a visit, which would have been the first since 2019"
        if ((group.negated && m_clauses.isWord(i, "since"_L1)) || (i < group.end && m_clauses.isWord(i, "never"_L1)))
            return true;
    }
    return false;
}

/** "a letter in which Sol greeted Luna": nobody met. */
bool Refusals::standsInMessage(const Candidate &candidate, const Frame &frame) const
{
    if (frame.verbs.empty())
        return false;
    const int first = firstOf(candidate.sentence);
    for (int i = verb(candidate.verb).begin - 1; i > first + 1; --i) {
        if (m_clauses.verbAt(i) >= 0 || token(i).isMark(u','))
            return false;
        if (!m_clauses.isWord(i, "which"_L1) || !m_clauses.isWord(i - 1, "in"_L1))
            continue;
        const QList<int> rules = m_frames.byNoun.value(token(i - 2).word);
        return std::any_of(rules.begin(), rules.end(), [this](int number) {
            return m_frames.frames[static_cast<size_t>(number)].kind == ContactKind::Message;
        });
    }
    return false;
}

/** "called to congratulate him": the call is the contact. */
bool Refusals::isPurposeOfCall(const Candidate &candidate, const Frame &frame) const
{
    if (frame.verbs.empty() || verb(candidate.verb).mood != Mood::Infinitive)
        return false;
    const int above = m_clauses.verbBefore(verb(candidate.verb).begin, firstOf(candidate.sentence));
    const QList<int> rules = above >= 0 ? m_frames.byVerb.value(verb(above).lemma) : QList<int>();
    return std::any_of(rules.begin(), rules.end(), [this](int number) {
        return m_frames.frames[static_cast<size_t>(number)].kind == ContactKind::Call;
    });
}

/** "A courtesy call on X is planned", "there were talks with X": the noun itself is told to take place. */
bool Refusals::namesPartner(const Candidate &candidate, const Frame &frame) const
{
    if (frame.nouns.empty() || candidate.members.empty() || candidate.principal < 0 || candidate.quoted ||
        candidate.conditional)
        return false;
    const Candidate::Member &partner = candidate.members.front();
    const bool behind = partner.slot == Slot::With || partner.slot == Slot::On || partner.slot == Slot::To;
    return behind && candidate.occasion && partner.phrase >= 0 && !entity(partner.entity).isState &&
           !entity(partner.entity).isForum;
}

/** "The Russian ambassador was received on the same day": whoever received before. */
bool Refusals::isReception(const Candidate &candidate, const Frame &frame) const
{
    return frame.kind == ContactKind::Meeting && !frame.verbs.empty() && candidate.members.size() == 1 &&
           verb(candidate.verb).passive && frame.role(Slot::Subject) == Capacity::Host &&
           candidate.members.front().capacity == Capacity::Guest && candidate.status != ContactStatus::Cancelled &&
           !candidate.conditional && entity(candidate.members.front().entity).official;
}

void Refusals::judge(Candidate &candidate, const Frame &frame) const
{
    if (!needsFilled(candidate, frame)) {
        candidate.dropped = u"nobody stands where the rule needs him"_s;
        return;
    }
    if (frame.joins) {
        if (candidate.members.empty())
            candidate.dropped = u"nobody is named"_s;
        return;
    }
    candidate.onlyAhead = frame.only == ContactStatus::Planned && candidate.status == ContactStatus::Held &&
                          candidate.present && candidate.time >= 0;
    if (frame.only && candidate.status != *frame.only && !candidate.onlyAhead) {
        candidate.dropped = u"tells a contact in another status only"_s;
        return;
    }
    if (candidate.kind == ContactKind::Meeting && standsInMessage(candidate, frame)) {
        candidate.dropped = u"is done in a letter"_s;
        return;
    }
    if (candidate.kind == ContactKind::Message && isPurposeOfCall(candidate, frame)) {
        candidate.dropped = u"is what somebody called for"_s;
        return;
    }
    if (isAsked(candidate)) {
        candidate.dropped = u"is only what somebody asks about"_s;
        return;
    }
    if (isOfSport(candidate)) {
        candidate.dropped = u"is told of a match"_s;
        return;
    }
    if (candidate.status == ContactStatus::Cancelled && isAbsence(candidate)) {
        candidate.dropped = u"tells only that there has been none"_s;
        return;
    }
    size_t people = 0;
    for (const Candidate::Member &member : candidate.members)
        people += entity(member.entity).isState ? 0 : 1;
    const bool fixed = candidate.time >= 0 || candidate.place >= 0 || candidate.destination >= 0;
    const auto named = std::count_if(candidate.members.begin(), candidate.members.end(), [this](const auto &m) {
        return m.phrase >= 0 && phrase(m.phrase).kind == Kind::Person;
    });
    if (candidate.quoted && !fixed && named == 0) {
        candidate.dropped = u"stands inside a quotation that tells no time, no place and no name"_s;
        return;
    }
    if ((!fixed || !isFixedBehind(candidate)) && isUnderWay(candidate, frame) && (!fixed || goesOnWith(candidate))) {
        candidate.dropped = u"is only under way, no occasion is told"_s;
        return;
    }
    const bool visit = candidate.kind == ContactKind::Visit;
    if (visit && frame.status != ContactStatus::Invited) {
        const bool guest = std::any_of(candidate.members.begin(), candidate.members.end(),
                                       [](const Candidate::Member &m) { return m.capacity == Capacity::Guest; });
        const bool host = std::any_of(candidate.members.begin(), candidate.members.end(),
                                      [](const Candidate::Member &m) { return m.capacity == Capacity::Host; });
        if (!guest || (candidate.destination < 0 && !host))
            candidate.answer = frame.answers;
        if (!guest) {
            candidate.dropped = u"nobody is told to travel"_s;
            candidate.pointed = candidate.destination < 0 && pointsBack(candidate, frame);
            candidate.guestless = candidate.destination >= 0 && !frame.nouns.empty();
        } else if (candidate.destination < 0 && !host) {
            dropHomeless(candidate, frame);
            candidate.pointed = !candidate.homeless && pointsBack(candidate, frame);
        }
    } else if (goesNowhere(candidate) && candidate.similar) {
        candidate.dropped = u"it goes to nobody told; as the one before may"_s;
    } else if (goesNowhere(candidate)) {
        candidate.similar = false;
        candidate.dropped = u"it goes from nobody or to nobody told"_s;
    } else if (candidate.members.size() < 2 || (candidate.separate && candidate.principal >= 0)) {
        candidate.dropped = u"fewer than two take part"_s;
        candidate.partnerOnly = namesPartner(candidate, frame);
        candidate.agentless = isReception(candidate, frame);
    } else if (frame.needsPeople && people == 0 && !frame.states) {
        candidate.dropped = u"nobody is named"_s;
    }
}

} // namespace dragoman
