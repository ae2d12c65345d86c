// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/contactstatus.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dragoman {

using Mood = VerbGroup::Mood;
using Kind = NounPhrase::Kind;

/** Whether a verb of reporting stands right before the clause that begins at `at`. */
bool StatusReader::toldBefore(int at, int from) const
{
    const int v = m_clauses.verbBefore(at, from);
    return v >= 0 && m_clauses.is(verb(v).main, WordClass::Reporting);
}

bool StatusReader::hasIf(int from, int to) const
{
    bool open = false;
    for (int i = from; i < to; ++i) {
        const bool phrase = m_clauses.phraseAt(i) >= 0;
        if (!phrase && (m_clauses.isWord(i, "if"_L1) || m_clauses.isWord(i, "whether"_L1)))
            open = true;
        // "... if the region is to prosper, the minister said when he met X": a clause of its own
        else if (!phrase &&
                 (m_clauses.isWord(i, "when"_L1) || m_clauses.isWord(i, "after"_L1) || m_clauses.isWord(i, "while"_L1)))
            open = open && !toldBefore(i, from);
    }
    return open;
}

std::optional<ContactStatus> StatusReader::statusOf(int v, int depth) const
{
    const VerbGroup &group = verb(v);
    if (depth > 5)
        return std::nullopt;
    const int first = firstOf(group.sentence);
    if (hasIf(first, group.begin))
        return std::nullopt;
    switch (group.mood) {
    case Mood::Past:
    case Mood::Present:
        return group.negated ? ContactStatus::Cancelled : ContactStatus::Held;
    case Mood::Future:
    case Mood::BeTo:
        return group.negated || group.perfect ? ContactStatus::Cancelled : ContactStatus::Planned;
    case Mood::Conditional: {
        const QString modal = m_lexicon.vocabulary.text(group.modal);
        if (wouldBeGladOf(v))
            return ContactStatus::Proposed;
        if (modal == u"would"_s && m_frames.mood(group.lemma, "governor"_L1) != ContactStatus::Proposed)
            return group.negated       ? ContactStatus::Cancelled
                   : isHoped(v, first) ? ContactStatus::Proposed
                                       : ContactStatus::Planned;
        return std::nullopt;
    }
    case Mood::Infinitive:
        if (group.perfect)
            return perfectStatus(v);
        return infinitiveStatus(v, depth);
    case Mood::Gerund: {
        if (m_clauses.isWord(group.begin - 1, "of"_L1)) { // "no intention of meeting", "the idea of visiting"
            if (const auto mood = nounMood(group.begin - 2, first))
                return mood;
        }
        const int before = m_clauses.verbBefore(group.begin, first);
        if (before < 0)
            return ContactStatus::Held;
        const bool behind = m_clauses.isWord(group.begin - 1, "after"_L1);
        const bool ahead = m_clauses.isWord(group.begin - 1, "before"_L1);
        const auto mood =
            behind || ahead ? std::nullopt : moodOf(before, "governor"_L1); // "looks forward to welcoming"
        const auto inherited = mood ? mood : statusOf(before, depth + 1);
        const bool later = ahead && verb(before).mood == Mood::Present; // "begins a visit before heading to"
        return later && inherited == ContactStatus::Held ? ContactStatus::Planned : inherited;
    }
    }
    return std::nullopt;
}

/** "would welcome a visit": no more than a wish. */
bool StatusReader::wouldBeGladOf(int v) const
{
    return verb(v).mood == Mood::Conditional && !verb(v).negated &&
           m_lexicon.vocabulary.text(verb(v).modal) == u"would"_s &&
           m_frames.mood(verb(v).lemma, "would"_L1) == ContactStatus::Proposed;
}

/** "hoped that X would visit", "expressed the wish that" */
bool StatusReader::isHoped(int v, int first) const
{
    static constexpr int adverbs = 3;
    const int above = m_clauses.verbBefore(verb(v).begin, first);
    if (above < 0 || verb(above).negated)
        return false;
    if (m_lexicon.is(verb(above).lemma, WordClass::Hoping))
        return true;
    for (int i = verb(above).end; i < verb(v).begin && i <= verb(above).end + adverbs; ++i) {
        if (m_clauses.is(i, WordClass::Hoping))
            return true;
    }
    return false;
}

/** "extended an invitation to X to visit", but not "accepted an invitation to visit". */
bool StatusReader::isOfInvitation(int from, int to) const
{
    for (int i = from; i + 2 < to; ++i) {
        if (m_clauses.isWord(i, "invitation"_L1) && m_clauses.isWord(i + 1, "to"_L1) && m_clauses.phraseAt(i + 2) >= 0)
            return true;
    }
    return false;
}

/** "is said to have met": told as done; "would like to have met" is not. */
std::optional<ContactStatus> StatusReader::perfectStatus(int v) const
{
    const int governor = m_clauses.verbBefore(verb(v).begin, firstOf(verb(v).sentence));
    if (governor < 0 || m_frames.mood(verb(governor).lemma, "governor"_L1) == ContactStatus::Proposed)
        return std::nullopt;
    const auto mood = m_frames.mood(verb(governor).lemma, "governor"_L1);
    const bool missed = mood == ContactStatus::Planned && verb(governor).mood == Mood::Past; // "was due to have met"
    const bool denied = verb(v).negated || verb(governor).negated || mood == ContactStatus::Cancelled || missed;
    return denied ? ContactStatus::Cancelled : ContactStatus::Held;
}

std::optional<ContactStatus> StatusReader::infinitiveStatus(int v, int depth) const
{
    const VerbGroup &group = verb(v);
    const int first = firstOf(group.sentence);
    // "readiness to meet", "an idea to visit": a noun governs.
    if (group.begin - 1 >= first) {
        if (const auto mood = nounMood(group.begin - 1, first))
            return mood;
    }
    // "no plans for X to meet Y"
    for (int i = group.begin - 1; i > first && i > group.begin - 14; --i) {
        if (m_clauses.isWord(i, "for"_L1) && m_clauses.is(i - 1, WordClass::Intention))
            return nounMood(i - 1, first);
    }
    const int governor = m_clauses.verbBefore(group.begin, first);
    if (governor < 0)
        return std::nullopt;
    const VerbGroup &above = verb(governor);
    const bool joined = m_clauses.isWord(group.begin - 1, "and"_L1) || m_clauses.isWord(group.begin - 1, "or"_L1);
    if (joined && (above.mood == Mood::BeTo || above.mood == Mood::Infinitive)) // "is to call on X and to meet Y"
        return statusOf(governor, depth + 1);
    const std::optional<ContactStatus> mood = m_frames.mood(above.lemma, "governor"_L1);
    if (m_lexicon.vocabulary.text(above.lemma) == u"invite"_s || isOfInvitation(above.end, group.begin))
        return ContactStatus::Invited;
    if (const auto invited = invitationMood(governor, group.begin))
        return invited;
    if (mood)
        return above.negated ? ContactStatus::Cancelled : mood;
    if ((above.mood == Mood::Conditional || above.mood == Mood::Future) &&
        (above.passive || m_clauses.is(above.main, WordClass::Be)) &&
        m_frames.mood(group.lemma, "glad"_L1) == ContactStatus::Proposed && !above.negated)
        return ContactStatus::Proposed; // "would be glad to receive him"
    const std::optional<ContactStatus> inherited = statusOf(governor, depth + 1);
    // What somebody went to do need not have been done; what he was to do is planned.
    return inherited == ContactStatus::Held ? std::optional(ContactStatus::Planned) : inherited;
}

/** "an offer to meet", "no plans to meet", "rejected an offer to meet": by the noun before it and what is done to that.
 */
std::optional<ContactStatus> StatusReader::nounMood(int noun, int first) const
{
    if (noun < first)
        return std::nullopt;
    const std::optional<ContactStatus> mood = m_frames.mood(token(noun).word, "before"_L1);
    if (!mood)
        return mood;
    if (const int own = m_clauses.verbAt(noun); own >= 0) // "they plan to meet": a verb, no noun
        return verb(own).negated ? ContactStatus::Cancelled : mood;
    static constexpr int adjectives = 4;
    int i = noun - 1;
    for (; i >= first && i >= noun - adjectives && m_clauses.verbAt(i) < 0; --i) {
        if (m_clauses.isWord(i, "no"_L1))
            return ContactStatus::Cancelled;
        if (!token(i).isWord() || m_clauses.is(i, WordClass::Preposition))
            return mood;
    }
    const int v = i >= first ? m_clauses.verbAt(i) : -1;
    if (v < 0)
        return mood;
    const auto done = moodOf(v, "object"_L1);
    return verb(v).negated ? ContactStatus::Cancelled : done == ContactStatus::Cancelled ? done : mood;
}

/** "denied that", "rejected reports that": but not "neither confirmed nor denied". */
bool StatusReader::denies(int v) const
{
    const VerbGroup &group = verb(v);
    if (group.negated || m_clauses.is(group.begin - 1, WordClass::Negation))
        return false;
    if (m_lexicon.is(group.lemma, WordClass::Denying))
        return true;
    if (m_frames.mood(group.lemma, "governor"_L1) != ContactStatus::Cancelled)
        return false;
    static constexpr int adjectives = 6;
    for (int i = group.end; i < group.end + adjectives && i < limitOf(group.sentence); ++i) {
        if (m_clauses.is(i, WordClass::Hearsay))
            return true;
    }
    return false;
}

bool StatusReader::deniedBefore(int at, int sentence) const
{
    const auto first = std::partition_point(m_analysis.verbs.begin(), m_analysis.verbs.end(),
                                            [sentence](const VerbGroup &group) { return group.sentence < sentence; });
    for (auto next = first; next != m_analysis.verbs.end() && next->sentence == sentence; ++next) {
        const VerbGroup &group = *next;
        if (group.end <= at && denies(static_cast<int>(next - m_analysis.verbs.begin())))
            return true;
    }
    return false;
}

void StatusReader::dropConditional(Candidate &candidate)
{
    candidate.dropped = u"is only a condition, a possibility or a purpose"_s;
    candidate.conditional = true;
}

void StatusReader::setStatus(Candidate &candidate, const Frame &frame) const
{
    const int v = candidate.verb;
    const VerbGroup &group = verb(v);
    std::optional<ContactStatus> status = statusOf(v);
    if (frame.after.empty() && m_clauses.is(group.main, WordClass::Predicative) && status == ContactStatus::Held)
        status = m_frames.mood(group.lemma, "governor"_L1);
    const bool invitee = frame.status == ContactStatus::Invited && frame.role(Slot::Subject) == Capacity::Guest;
    const bool sent = frame.status == ContactStatus::Invited && group.mood == Mood::Infinitive && isObjectControlled(v);
    if (frame.status && (status == ContactStatus::Held || invitee || (sent && status)))
        status = frame.status;
    candidate.quoted = group.quoted;
    if (!status)
        dropConditional(candidate);
    candidate.status = status.value_or(ContactStatus::Held);
    if (group.mood == Mood::Infinitive && candidate.status == ContactStatus::Planned)
        candidate.gone = isGone(m_clauses.verbBefore(group.begin, firstOf(group.sentence)));
    if (deniedBefore(group.begin, candidate.sentence))
        candidate.status = ContactStatus::Cancelled;
    candidate.future = candidate.status != ContactStatus::Held;
}

void StatusReader::nounStatus(Candidate &candidate, const Frame &frame, const NounPlace &place, int end) const
{
    // "his last visit took place in May", but "discussed his last visit": only there the modifier decides.
    const bool past = place.modifier == ContactStatus::Held;
    std::optional<ContactStatus> status = past ? std::nullopt : place.modifier;
    if (place.preposition >= 0 && !status) {
        const int first = firstOf(candidate.sentence);
        for (int i = place.preposition; !status && i > place.preposition - 3 && i >= first; --i)
            status = nounMood(i, first);
    }
    if (place.governor >= 0) {
        const VerbGroup &governor = verb(place.governor);
        const bool light = std::find(frame.light.begin(), frame.light.end(), governor.lemma) != frame.light.end();
        const auto mood = light ? std::nullopt : moodOf(place.governor, governor.passive ? "subject"_L1 : "object"_L1);
        if (past && m_lexicon.is(governor.lemma, WordClass::Musing))
            status = place.modifier;
        const bool mused = status && m_lexicon.is(governor.lemma, WordClass::Musing); // "discussed the upcoming visit"
        const bool told = light || lemmaOf(place.governor) == u"be"_s;                // "this will be the first visit"
        if (wouldBeGladOf(place.governor)) {
            candidate.status = ContactStatus::Proposed;
            candidate.future = true;
            return;
        }
        const bool denied = mood && governor.negated; // "did not rule out a meeting", "has not planned a visit"
        if (denied && mood != ContactStatus::Planned)
            dropConditional(candidate);
        const bool musing = !light && mood == ContactStatus::Proposed && candidate.kind == ContactKind::Visit &&
                            m_lexicon.is(governor.lemma, WordClass::Musing);
        if (musing && !status && (place.possessor >= 0 || place.possessive >= 0))
            dropConditional(candidate); // "discussed his trip to Uganda": past or to come
        status = denied           ? std::optional(ContactStatus::Cancelled)
                 : mood && !mused ? mood
                 : status         ? status
                 : told           ? statusOf(place.governor)
                                  : std::optional(ContactStatus::Held);
        const bool exists = lemmaOf(place.governor) == u"be"_s && m_clauses.isWord(governor.begin - 1, "there"_L1);
        if (governor.mood == Mood::Infinitive && status == ContactStatus::Planned)
            candidate.gone = isGone(m_clauses.verbBefore(governor.begin, firstOf(candidate.sentence)));
        candidate.occasion = exists || (light && !m_lexicon.is(governor.lemma, WordClass::Continuing));
        if (light && !statusOf(place.governor))
            dropConditional(candidate);
    } else if (place.preposition < 0) {
        const int v = predicateOf(end, limitOf(candidate.sentence));
        if (v >= 0 && tellsOff(v)) {
            candidate.verb = v;
            candidate.occasion = true;
            status = ContactStatus::Cancelled;
        } else if (v >= 0) {
            const VerbGroup &own = verb(v);
            auto mood = moodOf(v, "subject"_L1);
            const bool listed = isOnAgenda(v);
            const bool set = (mood && m_clauses.is(own.main, WordClass::Predicative)) || listed; // "is due in Rome"
            mood = listed ? std::optional(own.negated ? ContactStatus::Cancelled : ContactStatus::Planned) : mood;
            const bool happens = own.isFinite() && (own.passive || set || isHappening(own));
            if (happens)
                candidate.verb = v;
            candidate.occasion = happens;
            const bool done = happens && own.mood == Mood::Past && !mood; // "the next round was held on Monday"
            if (!status || done)
                status = mood && (own.passive || set) ? mood : happens ? statusOf(v) : std::optional<ContactStatus>();
        }
    } else if (!status && candidate.kind == ContactKind::Meeting && m_clauses.isWord(place.preposition, "for"_L1) &&
               isJourney(m_clauses.verbBefore(place.preposition, firstOf(candidate.sentence)))) {
        status = ContactStatus::Planned;
        candidate.gone = isGone(m_clauses.verbBefore(place.preposition, firstOf(candidate.sentence)));
    } else if (!status && candidate.verb >= 0) {
        const std::optional<ContactStatus> main = statusOf(candidate.verb);
        status = main == ContactStatus::Planned ? main : std::optional(ContactStatus::Held);
    }
    if (!status || status == ContactStatus::Held) {
        if (const int v = isToBeHeld(candidate, frame, end); v >= 0) {
            candidate.occasion = true;
            status = ContactStatus::Planned;
        }
    }
    const bool ruled = place.governor >= 0 && (moodOf(place.governor, "object"_L1) || verb(place.governor).passive);
    if (candidate.kind != ContactKind::Message && !candidate.occasion && !ruled)
        readRelative(candidate, end, status);
    if (!status && hasIf(firstOf(candidate.sentence), candidate.trigger))
        dropConditional(candidate);
    if (place.determiner >= 0 && m_clauses.isWord(place.determiner, "no"_L1))
        status = ContactStatus::Cancelled;
    if (frame.status && (!status || *status == ContactStatus::Held))
        status = frame.status;
    candidate.status = status.value_or(ContactStatus::Held);
    if (deniedBefore(candidate.trigger, candidate.sentence))
        candidate.status = ContactStatus::Cancelled;
    if (candidate.status == ContactStatus::Cancelled)
        readDenial(candidate, place);
    candidate.future = candidate.status != ContactStatus::Held;
}

/** "Talks with X are also on the programme". */
bool StatusReader::isOnAgenda(int v) const
{
    int i = verb(v).end;
    while (m_clauses.isAdverb(i))
        ++i;
    return lemmaOf(v) == u"be"_s && verb(v).mood == Mood::Present && m_clauses.isWord(i, "on"_L1) &&
           m_clauses.is(i + 1, WordClass::Determiner) && m_clauses.is(i + 2, WordClass::Agenda);
}

/** "on a summit of A and B that is expected to take place in Seoul", "the talks, which began on Monday". */
void StatusReader::readRelative(Candidate &candidate, int end, std::optional<ContactStatus> &status) const
{
    const int limit = limitOf(candidate.sentence);
    const int v = m_clauses.verbAfter(end, limit);
    if (v < 0 || !verb(v).isFinite() || m_clauses.isWord(end, "that"_L1))
        return;
    const int relative = verb(v).begin - 1;
    if (m_clauses.phraseAt(relative) >= 0 ||
        (!m_clauses.isWord(relative, "which"_L1) && !m_clauses.isWord(relative, "that"_L1)))
        return;
    for (int i = end; i < relative; ++i) { // nothing else that it could be told of
        const bool link = m_clauses.is(i, WordClass::Preposition) || m_clauses.is(i, WordClass::Conjunction) ||
                          m_clauses.is(i, WordClass::Determiner) || !token(i).isWord();
        if (!link && m_clauses.phraseAt(i) < 0 && m_clauses.timeAt(i) < 0)
            return;
    }
    const auto mood = moodOf(v, "subject"_L1);
    const bool set = mood && (verb(v).passive || m_clauses.is(verb(v).main, WordClass::Predicative));
    if (!set && !isHappening(verb(v)) && !(verb(v).passive && lemmaOf(v) == u"hold"_s))
        return;
    candidate.occasion = true;
    status = set ? mood : statusOf(v);
}

/** "no such meeting", "such a visit", "the trip was called off": of what was told before. */
void StatusReader::readDenial(Candidate &candidate, const NounPlace &place) const
{
    const bool such = m_clauses.isWord(place.begin, "such"_L1) || m_clauses.isWord(place.begin + 1, "such"_L1);
    const bool the = (place.determiner >= 0 && !m_clauses.isWord(place.determiner, "no"_L1) && candidate.definite) ||
                     (place.possessive >= 0 && candidate.kind == ContactKind::Visit);
    // "cancelled the trip", "called off his visit": of who does so
    const bool own = candidate.kind == ContactKind::Visit &&
                     std::all_of(candidate.members.begin(), candidate.members.end(), [](const Candidate::Member &m) {
                         return m.slot == Slot::Subject || m.slot == Slot::Possessor;
                     });
    candidate.denial = (such || the) && (candidate.members.empty() || own) && candidate.destination < 0;
    candidate.neverWas = such || (candidate.verb >= 0 && verb(candidate.verb).negated);
}

/** "will not take place", "was cancelled", "is not on the agenda", "is off" */
bool StatusReader::tellsOff(int v) const
{
    const VerbGroup &group = verb(v);
    const int behind = group.end + (m_clauses.is(group.end, WordClass::Negation) ? 1 : 0);
    const bool on = m_clauses.isWord(behind, "on"_L1) && m_clauses.timeAt(behind + 1) < 0;
    if (lemmaOf(v) == u"be"_s && (m_clauses.isWord(group.end, "off"_L1) || (on && group.negated)))
        return true;
    return (group.isFinite() && isHappening(group) && group.negated) ||
           (group.passive && moodOf(v, "subject"_L1) == ContactStatus::Cancelled);
}

/** The verb whose subject a noun before `end` is: behind what a relative clause or a participle tells of it. */
int StatusReader::predicateOf(int end, int limit) const
{
    const int first = m_clauses.verbAfter(end, limit);
    if (first < 0)
        return first;
    const int last = m_clauses.verbBefore(limit, end);
    int open = opensRelative(end, first) ? 1 : 0;
    for (int v = first; v <= last; ++v) {
        const VerbGroup &group = verb(v);
        if (!group.isFinite() || isReduced(v))
            continue;
        if (open == 0)
            return v;
        --open;
    }
    return first;
}

/** "the next session of the commission, to be held in Oslo": the infinitive of the noun that ends at `end`, or -1. */
int StatusReader::isToBeHeld(const Candidate &candidate, const Frame &frame, int end) const
{
    const int v = candidate.kind == ContactKind::Meeting ? m_clauses.verbAfter(end, limitOf(candidate.sentence)) : -1;
    if (v < 0 || verb(v).mood != Mood::Infinitive)
        return -1;
    const bool light = std::find(frame.light.begin(), frame.light.end(), verb(v).lemma) != frame.light.end();
    const bool own = verb(v).begin == end || token(verb(v).begin - 1).isMark(u',');
    return own && ((verb(v).passive && light) || isHappening(verb(v))) ? v : -1;
}

/** "talks planned for Monday", "a visit due to begin on Monday": a participle without its auxiliary, behind a noun. */
bool StatusReader::isReduced(int v) const
{
    const VerbGroup &group = verb(v);
    return group.mood == Mood::Past && group.end == group.begin + 1 &&
           (group.passive || m_frames.mood(group.lemma, "subject"_L1) == ContactStatus::Planned);
}

/** Whether between `from` and the verb a "which", "that" or "who" opens a clause. */
bool StatusReader::opensRelative(int from, int v) const
{
    for (int i = from; i < verb(v).begin; ++i) {
        if (m_clauses.phraseAt(i) < 0 && (m_clauses.is(i, WordClass::Relative) || m_clauses.isWord(i, "that"_L1)))
            return true;
    }
    return false;
}

int StatusReader::eventVerb(const Frame &frame, int end, int limit) const
{
    const int v = predicateOf(end, limit);
    if (v < 0 || !verb(v).isFinite())
        return -1;
    const QList<int> rules = m_frames.byVerb.value(verb(v).lemma);
    const bool joins = std::any_of(rules.begin(), rules.end(), [this](int number) {
        return m_frames.frames[static_cast<size_t>(number)].joins; // "the meeting was attended by"
    });
    const bool light = std::find(frame.light.begin(), frame.light.end(), verb(v).lemma) != frame.light.end();
    return isHappening(verb(v)) || (verb(v).passive && light && !joins) ? v : -1;
}

/** "left for Cairo for talks with": what somebody travels for lies before him. */
bool StatusReader::isJourney(int v) const
{
    if (v < 0)
        return false;
    for (const int number : m_frames.byVerb.value(verb(v).lemma)) {
        const Frame &frame = m_frames.frames[static_cast<size_t>(number)];
        const bool whole = frame.after.empty() || std::find(frame.after.begin(), frame.after.end(),
                                                            token(verb(v).end).word) != frame.after.end();
        if (whole && frame.kind == ContactKind::Visit && frame.role(Slot::Subject) == Capacity::Guest && !frame.status)
            return true;
    }
    return false;
}

/** "went to Cairo to meet", "flew to Cairo for talks": a journey that has been made. */
bool StatusReader::isGone(int v) const
{
    return v >= 0 && verb(v).mood == Mood::Past && !verb(v).negated && isJourney(v) &&
           !m_clauses.is(verb(v).main, WordClass::Be) && !m_clauses.is(verb(v).main, WordClass::Predicative);
}

/** Whether the infinitive is what somebody is asked to do. */
bool StatusReader::isObjectControlled(int v) const
{
    const int above = m_clauses.verbBefore(verb(v).begin, firstOf(verb(v).sentence));
    return above >= 0 && m_lexicon.is(verb(above).lemma, WordClass::ObjectControl);
}

/** "renewed the invitation for X to visit", "accepted an invitation from X to visit" */
std::optional<ContactStatus> StatusReader::invitationMood(int governor, int infinitive) const
{
    for (int i = verb(governor).end; i < infinitive; ++i) {
        if (!m_clauses.isWord(i, "invitation"_L1) && !m_clauses.isWord(i, "invite"_L1))
            continue;
        const auto done = moodOf(governor, "object"_L1);
        if (verb(governor).negated || done == ContactStatus::Cancelled)
            return ContactStatus::Cancelled;
        return lemmaOf(governor) == u"accept"_s ? ContactStatus::Planned : ContactStatus::Invited;
    }
    return std::nullopt;
}

bool StatusReader::isHappening(const VerbGroup &group) const
{
    if (m_lexicon.vocabulary.is(group.lemma, "take"_L1) && !m_clauses.isWord(group.end, "place"_L1))
        return false;
    return m_lexicon.is(group.lemma, WordClass::Happening) || m_clauses.isWord(group.end, "ahead"_L1);
}

} // namespace dragoman
