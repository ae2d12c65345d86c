// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/contactstatus.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dragoman {

using Mood = VerbGroup::Mood;
using Kind = NounPhrase::Kind;

bool StatusReader::hasIf(int from, int to) const
{
    for (int i = from; i < to; ++i) {
        if (m_clauses.isWord(i, "if"_L1) || m_clauses.isWord(i, "whether"_L1))
            return true;
    }
    return false;
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
        return group.negated ? ContactStatus::Cancelled : ContactStatus::Planned;
    case Mood::Conditional: {
        const QString modal = m_lexicon.vocabulary.text(group.modal);
        if (modal == u"would"_s && m_frames.mood(group.lemma, "governor"_L1) != ContactStatus::Proposed)
            return group.negated ? ContactStatus::Cancelled : ContactStatus::Planned;
        return std::nullopt;
    }
    case Mood::Infinitive:
        return infinitiveStatus(v, depth);
    case Mood::Gerund: {
        const int before = m_clauses.verbBefore(group.begin, first);
        if (before < 0)
            return ContactStatus::Held;
        const auto mood = moodOf(before, "governor"_L1); // "looks forward to welcoming"
        return mood ? mood : statusOf(before, depth + 1);
    }
    }
    return std::nullopt;
}

std::optional<ContactStatus> StatusReader::infinitiveStatus(int v, int depth) const
{
    const VerbGroup &group = verb(v);
    const int first = firstOf(group.sentence);
    // "readiness to meet", "an idea to visit": a noun governs.
    if (group.begin - 1 >= first) {
        if (const auto mood = m_frames.mood(token(group.begin - 1).word, "before"_L1))
            return mood;
    }
    // "no plans for X to meet Y"
    for (int i = group.begin - 1; i > first && i > group.begin - 14; --i) {
        if (m_clauses.isWord(i, "for"_L1) &&
            (m_clauses.isWord(i - 1, "plans"_L1) || m_clauses.isWord(i - 1, "plan"_L1)))
            return m_clauses.isWord(i - 2, "no"_L1) ? ContactStatus::Cancelled : ContactStatus::Planned;
    }
    const int governor = m_clauses.verbBefore(group.begin, first);
    if (governor < 0)
        return std::nullopt;
    const VerbGroup &above = verb(governor);
    const std::optional<ContactStatus> mood = m_frames.mood(above.lemma, "governor"_L1);
    if (m_lexicon.vocabulary.text(above.lemma) == u"invite"_s)
        return ContactStatus::Invited;
    if (mood)
        return above.negated ? ContactStatus::Cancelled : mood;
    const std::optional<ContactStatus> inherited = statusOf(governor, depth + 1);
    // What somebody went to do need not have been done; what he was to do is planned.
    return inherited == ContactStatus::Held ? std::optional(ContactStatus::Planned) : inherited;
}

bool StatusReader::deniedBefore(int at, int sentence) const
{
    static const QSet<QString> deny{u"deny"_s, u"dismiss"_s};
    const auto first = std::partition_point(m_analysis.verbs.begin(), m_analysis.verbs.end(),
                                            [sentence](const VerbGroup &group) { return group.sentence < sentence; });
    for (auto next = first; next != m_analysis.verbs.end() && next->sentence == sentence; ++next) {
        const VerbGroup &group = *next;
        if (group.end <= at && deny.contains(m_lexicon.vocabulary.text(group.lemma)))
            return true;
    }
    return false;
}

void StatusReader::setStatus(Candidate &candidate, const Frame &frame) const
{
    const VerbGroup &group = verb(candidate.verb);
    std::optional<ContactStatus> status = statusOf(candidate.verb);
    if (m_clauses.is(group.main, WordClass::Predicative) && status == ContactStatus::Held)
        status = m_frames.mood(group.lemma, "governor"_L1);
    if (frame.status && status == ContactStatus::Held)
        status = frame.status;
    candidate.quoted = group.quoted;
    if (!status)
        candidate.dropped = u"is only a condition, a possibility or a purpose"_s;
    candidate.status = status.value_or(ContactStatus::Held);
    if (deniedBefore(group.begin, candidate.sentence))
        candidate.status = ContactStatus::Cancelled;
    candidate.future = candidate.status != ContactStatus::Held;
}

void StatusReader::nounStatus(Candidate &candidate, const Frame &frame, const NounPlace &place, int end) const
{
    std::optional<ContactStatus> status = place.modifier ? place.modifier : std::optional<ContactStatus>();
    if (place.preposition >= 0 && !status) {
        status = m_frames.mood(token(place.preposition).word, "before"_L1);
        for (int i = place.preposition; !status && i > place.preposition - 3 && i >= firstOf(candidate.sentence); --i)
            status = m_frames.mood(token(i).word, "before"_L1);
    }
    if (place.governor >= 0) {
        const VerbGroup &governor = verb(place.governor);
        const bool light = std::find(frame.light.begin(), frame.light.end(), governor.lemma) != frame.light.end();
        const auto mood = light ? std::nullopt : moodOf(place.governor, governor.passive ? "subject"_L1 : "object"_L1);
        const bool mused = status && m_lexicon.is(governor.lemma, WordClass::Musing); // "discussed the upcoming visit"
        const bool told = light || lemmaOf(place.governor) == u"be"_s;                // "this will be the first visit"
        status = mood && !mused ? mood
                 : status       ? status
                 : told         ? statusOf(place.governor)
                                : std::optional(ContactStatus::Held);
        candidate.occasion = light && !m_lexicon.is(governor.lemma, WordClass::Continuing);
        if (light && !statusOf(place.governor))
            candidate.dropped = u"is only a condition, a possibility or a purpose"_s;
    } else if (place.preposition < 0) {
        const int v = predicateOf(end, limitOf(candidate.sentence));
        if (v >= 0 && !status) {
            const VerbGroup &own = verb(v);
            const auto mood = moodOf(v, "subject"_L1);
            const bool happens = own.isFinite() && (own.passive || isHappening(own));
            if (happens)
                candidate.verb = v;
            candidate.occasion = happens;
            status = mood && own.passive ? mood : happens ? statusOf(v) : std::optional<ContactStatus>();
        }
    } else if (!status && candidate.kind == ContactKind::Meeting && m_clauses.isWord(place.preposition, "for"_L1) &&
               isJourney(m_clauses.verbBefore(place.preposition, firstOf(candidate.sentence)))) {
        status = ContactStatus::Planned;
    } else if (!status && candidate.verb >= 0) {
        const std::optional<ContactStatus> main = statusOf(candidate.verb);
        status = main == ContactStatus::Planned ? main : std::optional(ContactStatus::Held);
    }
    if (!status && hasIf(firstOf(candidate.sentence), candidate.trigger))
        candidate.dropped = u"is only a condition, a possibility or a purpose"_s;
    if (place.determiner >= 0 && m_clauses.isWord(place.determiner, "no"_L1))
        status = ContactStatus::Cancelled;
    if (frame.status && (!status || *status == ContactStatus::Held))
        status = frame.status;
    candidate.status = status.value_or(ContactStatus::Held);
    if (deniedBefore(candidate.trigger, candidate.sentence))
        candidate.status = ContactStatus::Cancelled;
    candidate.future = candidate.status != ContactStatus::Held;
}

/** The verb whose subject a noun before `end` is: behind a relative clause between commas, if there is one. */
int StatusReader::predicateOf(int end, int limit) const
{
    int v = m_clauses.verbAfter(end, limit);
    if (v < 0 || !m_clauses.is(verb(v).begin - 1, WordClass::Relative) || !token(verb(v).begin - 2).isMark(u','))
        return v;
    for (int i = verb(v).end; i < limit; ++i) {
        if (token(i).isMark(u',') && m_clauses.verbAt(i + 1) >= 0 && verb(m_clauses.verbAt(i + 1)).isFinite())
            return m_clauses.verbAt(i + 1);
    }
    return v;
}

/** "left for Cairo for talks with": what somebody travels for lies before him. */
bool StatusReader::isJourney(int v) const
{
    if (v < 0)
        return false;
    for (const int frame : m_frames.byVerb.value(verb(v).lemma)) {
        if (m_frames.frames[static_cast<size_t>(frame)].kind == ContactKind::Visit)
            return true;
    }
    return false;
}

bool StatusReader::isHappening(const VerbGroup &group) const
{
    static const QSet<QString> happening{u"take"_s,   u"begin"_s, u"start"_s, u"end"_s, u"conclude"_s,
                                         u"happen"_s, u"last"_s,  u"come"_s,  u"open"_s};
    return happening.contains(m_lexicon.vocabulary.text(group.lemma));
}

} // namespace dragoman
