// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/circumstances.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dragoman {

using Mood = VerbGroup::Mood;
using Kind = NounPhrase::Kind;

void Circumstances::takeTime(Candidate &candidate, int end) const
{
    int best = -1;
    int bestCost = 1000;
    candidate.putOffTo = candidate.status == ContactStatus::Cancelled ? m_appointments.putOffTo(candidate, end) : -1;
    const auto begin = std::partition_point(m_analysis.times.begin(), m_analysis.times.end(),
                                            [&](const TimeExpression &t) { return t.sentence < candidate.sentence; });
    for (auto at = begin; at != m_analysis.times.end() && at->sentence == candidate.sentence; ++at) {
        const int cost = timeCost(*at, candidate, end);
        if (cost < bestCost) {
            bestCost = cost;
            best = static_cast<int>(at - m_analysis.times.begin());
        }
    }
    candidate.time = best;
    takeAppointment(candidate, end);
    if (candidate.kind != ContactKind::Visit)
        return;
    takeDuration(candidate);
    const bool ended = candidate.verb >= 0 && m_lexicon.is(verb(candidate.verb).lemma, WordClass::Ending);
    // "left on Tuesday after a three-day visit"
    const bool leftAfter =
        candidate.onlyAfter && best >= 0 && m_analysis.times[static_cast<size_t>(best)].end <= candidate.trigger;
    candidate.endsOnTime = ended || leftAfter;
}

/** "put off a visit that had been set for Thursday": the day it was meant for. */
void Circumstances::takeAppointment(Candidate &candidate, int end) const
{
    const bool told = candidate.status == ContactStatus::Held && candidate.time >= 0;
    const int appointed = told ? -1 : m_appointments.appointedFor(candidate, end);
    if (appointed < 0)
        return;
    candidate.time = appointed;
    candidate.appointed = true;
}

/** "arrived on Monday for a three-day visit": how long a visit is to last that is told by another word. */
void Circumstances::takeDuration(Candidate &candidate) const
{
    static constexpr int farthest = 30;
    static constexpr int adjectives = 4;
    const int limit = std::min(limitOf(candidate.sentence), candidate.trigger + farthest);
    for (int i = candidate.trigger + 1; i < limit && candidate.durationDays == 0; ++i) {
        if (!m_clauses.isWord(i, "day"_L1) || !token(i).has(Token::Glued))
            continue;
        for (int noun = i + 1; noun <= i + adjectives && noun < limit; ++noun) {
            const QList<int> frames = m_frames.byNoun.value(token(noun).word);
            const bool visit = std::any_of(frames.begin(), frames.end(), [this](int number) {
                return m_frames.frames[static_cast<size_t>(number)].kind == ContactKind::Visit;
            });
            if (token(noun).word != 0 && visit) {
                candidate.durationDays = m_places.numberOf(i - 1);
                break;
            }
        }
    }
}

/** How far a time stands from the candidate, 1000 if it is told of something else. */
int Circumstances::timeCost(const TimeExpression &time, const Candidate &candidate, int end) const
{
    static constexpr int tellsOther = 1000;
    if (candidate.kind == ContactKind::Message && m_clauses.isWord(time.begin - 1, "dated"_L1))
        return 0;
    if (isDateline(time))
        return tellsOther / 2;
    if (candidate.putOffTo >= 0 && &time == &m_analysis.times[static_cast<size_t>(candidate.putOffTo)])
        return tellsOther;
    if (belongsToReport(time) || !isWhen(time) || isOfVisitBefore(time, candidate))
        return tellsOther;
    if (isOfReduced(time, candidate.trigger) || isOfAside(time, candidate.trigger))
        return tellsOther;
    const bool endsVisit = candidate.kind == ContactKind::Visit && isOfToldLength(candidate.trigger);
    const bool within = time.end == candidate.trigger; // "in their September 22 phone call"
    if (candidate.onlyAfter && time.end <= candidate.trigger && !endsVisit && !within)
        return tellsOther;
    if (time.begin < candidate.ownFrom)
        return tellsOther;
    if (time.kind == TimeExpression::Kind::Vague)
        return tellsOther - 1;
    const Barriers between =
        barriers(std::min(time.begin, candidate.trigger), std::max(time.end, candidate.trigger), candidate);
    const bool leading = time.begin <= firstOf(candidate.sentence) + 2;
    if (between.finite > 0 && !(leading && time.end <= candidate.trigger && between.finite == 1))
        return tellsOther;
    if (candidate.kind == ContactKind::Message && time.begin >= end && isOfInvitation(time, end))
        return tellsOther;
    const int distance = time.begin >= end               ? time.begin - end
                         : time.end <= candidate.trigger ? candidate.trigger - time.end
                                                         : 0;
    // "travelled to Cairo to hold talks on Monday": better than no time at all.
    return std::min(distance + (time.begin >= end ? between.loose * 100 : 0), tellsOther - 1);
}

/** "X, who arrived on Sunday, met": the day that he arrived. */
bool Circumstances::isOfAside(const TimeExpression &time, int trigger) const
{
    if (!time.aside || time.end > trigger)
        return false;
    for (int i = time.end; i < trigger; ++i) {
        if (token(i).isMark(u',') && !m_clauses.isWord(i + 1, "and"_L1) && !m_clauses.is(i + 1, WordClass::Relative))
            return true;
    }
    return false;
}

/** "a letter from X inviting him to a conference in April": the day he is invited for, not that of the letter. */
bool Circumstances::isOfInvitation(const TimeExpression &time, int end) const
{
    for (int v = m_clauses.verbBefore(time.begin, end); v >= 0; v = m_clauses.verbBefore(verb(v).begin, end)) {
        const QList<int> frames = m_frames.byVerb.value(verb(v).lemma);
        if (std::any_of(frames.begin(), frames.end(), [this](int number) {
                const Frame &frame = m_frames.frames[static_cast<size_t>(number)];
                return frame.status == ContactStatus::Invited && frame.objectNouns.empty();
            }))
            return true;
    }
    return false;
}

/** "following talks held in Moscow on February 22, he ...": the day of the talks before. */
bool Circumstances::isOfReduced(const TimeExpression &time, int trigger) const
{
    const int v = m_clauses.verbBefore(time.begin, firstOf(time.sentence));
    if (v < 0 || trigger <= time.end || verb(v).end != verb(v).begin + 1 || verb(v).mood != Mood::Past ||
        m_clauses.is(verb(v).main, WordClass::Be))
        return false;
    const int before = verb(v).begin - 1;
    const bool bare = before >= firstOf(time.sentence) && token(before).isWord() && m_clauses.phraseAt(before) < 0 &&
                      !m_clauses.is(before, WordClass::Relative) && !m_clauses.isAdverb(before);
    if (!verb(v).passive && !bare)
        return false;
    for (int i = verb(v).end; i < time.begin; ++i) {
        if (token(i).isMark(u',') || token(i).isMark(u':') || token(i).isMark(u';'))
            return false;
    }
    return true;
}

/** Whether the noun at `at` is of a "three-day visit". */
bool Circumstances::isOfToldLength(int at) const
{
    static constexpr int adjectives = 4;
    for (int i = at - 1; i > 0 && i >= at - adjectives; --i) {
        if (m_clauses.isWord(i, "day"_L1) && token(i).has(Token::Glued))
            return true;
    }
    return false;
}

/** "GENEVA, 3 May – ": it dates the whole sentence, where that tells no other time. */
bool Circumstances::isDateline(const TimeExpression &time) const
{
    static constexpr int farthest = 6;
    const int begin = firstOf(time.sentence);
    if (time.begin > begin + farthest || time.begin == begin || time.end >= limitOf(time.sentence))
        return false;
    const Token &after = token(time.end);
    return after.isMark(u'–') || after.isMark(u'—') || (after.isMark(u'-') && !after.has(Token::Glued));
}

/** "concluded on Tuesday a visit, during which she met X": the time is the visit's. */
bool Circumstances::isOfVisitBefore(const TimeExpression &time, const Candidate &candidate) const
{
    for (int i = time.end; i + 1 < candidate.trigger && candidate.kind != ContactKind::Visit; ++i) {
        if (m_clauses.isWord(i, "during"_L1) && m_clauses.isWord(i + 1, "which"_L1))
            return true;
    }
    return false;
}

bool Circumstances::isWhen(const TimeExpression &time) const
{
    // "since March", "until Friday": not the day of the contact itself.
    return time.begin == 0 ||
           (!m_clauses.isWord(time.begin - 1, "since"_L1) && !m_clauses.isWord(time.begin - 1, "until"_L1) &&
            !m_clauses.isWord(time.begin - 1, "by"_L1));
}

Circumstances::Barriers Circumstances::barriers(int from, int to, const Candidate &candidate) const
{
    Barriers found;
    int lastVerb = -1;
    for (int i = from; i < to; ++i) {
        const Token &t = token(i);
        if (t.isMark(u';') || t.isMark(u':'))
            ++found.finite;
        const int v = m_clauses.verbAt(i);
        if (v >= 0 && v != lastVerb && v != candidate.verb && verb(v).main != candidate.trigger) {
            const bool reduced = verb(v).passive && verb(v).end == verb(v).begin + 1;
            const bool own = isOwnRelative(v, candidate) || isOwnInfinitive(v, candidate);
            if (verb(v).isFinite() && !reduced && !own && !isOwnParticiple(v, candidate))
                ++found.finite;
            else if (!reduced && !own)
                ++found.loose;
        }
        lastVerb = v >= 0 ? v : lastVerb;
    }
    return found;
}

/** "the message, sent on October 9, said", "a visit paid in May": a participle of the noun itself. */
bool Circumstances::isOwnParticiple(int v, const Candidate &candidate) const
{
    const VerbGroup &group = verb(v);
    if (group.begin <= firstOf(group.sentence))
        return false;
    const int before = group.begin - 1 - (token(group.begin - 1).isMark(u',') ? 1 : 0);
    if (group.mood != Mood::Past || group.end != group.begin + 1 || before != candidate.last ||
        !m_clauses.is(group.end, WordClass::Preposition))
        return false;
    const std::vector<WordId> &light = m_frames.frames[static_cast<size_t>(candidate.frame)].light;
    if (std::find(light.begin(), light.end(), group.lemma) != light.end())
        return true; // "the talks held in Geneva in January"
    const QList<int> frames = m_frames.byVerb.value(group.lemma);
    return std::any_of(frames.begin(), frames.end(),
                       [&](int number) { return m_frames.frames[static_cast<size_t>(number)].kind == candidate.kind; });
}

bool Circumstances::belongsToReport(const TimeExpression &time) const
{
    if (time.end < limitOf(time.sentence) && token(time.end).kind == Token::Kind::PossessiveMark)
        return false; // "said last Saturday's visit"
    int i = time.begin - 1;
    while (i >= 0 && (m_clauses.is(i, WordClass::Preposition) || m_clauses.is(i, WordClass::Adverb)) &&
           m_clauses.verbAt(i) < 0)
        --i;
    return i >= 0 && m_clauses.verbAt(i) >= 0 && m_clauses.is(verb(m_clauses.verbAt(i)).main, WordClass::Reporting);
}

/** "the next session, to be held in Oslo": told of the noun itself. */
bool Circumstances::isOwnInfinitive(int v, const Candidate &candidate) const
{
    const VerbGroup &group = verb(v);
    if (group.mood != Mood::Infinitive || group.begin <= candidate.last ||
        m_clauses.verbAfter(candidate.last + 1, group.end) != v)
        return false;
    const std::vector<WordId> &light = m_frames.frames[static_cast<size_t>(candidate.frame)].light;
    return m_lexicon.is(group.lemma, WordClass::Happening) ||
           (group.passive && std::find(light.begin(), light.end(), group.lemma) != light.end());
}

/** "the call, which took place on Wednesday, lasted", "the talks between A and B, held in Oslo": told of the noun
 * itself.
 */
bool Circumstances::isOwnRelative(int v, const Candidate &candidate) const
{
    const VerbGroup &group = verb(v);
    const int before = group.begin - 1;
    if (before <= candidate.trigger || m_clauses.verbBefore(before, candidate.trigger) >= 0)
        return false;
    const std::vector<WordId> &light = m_frames.frames[static_cast<size_t>(candidate.frame)].light;
    const bool lends = std::find(light.begin(), light.end(), group.lemma) != light.end();
    if (m_clauses.isWord(before, "which"_L1) || m_clauses.isWord(before, "that"_L1))
        return m_lexicon.is(group.lemma, WordClass::Happening) || (group.passive && lends);
    return lends && v != candidate.verb && group.mood == Mood::Past && group.end == group.begin + 1 &&
           m_clauses.is(group.end, WordClass::Preposition) && m_clauses.timeAt(group.end) < 0;
}

void Circumstances::takePlace(Candidate &candidate) const
{
    readSetting(candidate);
    if (candidate.kind == ContactKind::Visit)
        return;
    if (candidate.place >= 0 && isOfTopic(phrase(candidate.place).begin, candidate.trigger))
        candidate.place = -1;
    if (candidate.place >= 0)
        return;
    const int first = firstOf(candidate.sentence);
    const int limit = limitOf(candidate.sentence);
    int best = 1000;
    for (int i = first; i + 1 < limit; ++i) {
        const int p = placeBehind(i);
        if (p < 0)
            continue;
        const Barriers between = barriers(std::min(i, candidate.trigger), std::max(i, candidate.trigger), candidate);
        const bool before = i < candidate.trigger;
        const bool near = before
                              ? (between.finite == 0 && between.loose == 0) || (between.finite <= 1 && i <= first + 1)
                              : between.finite == 0 && between.loose == 0 && !isOfTopic(i + 1, candidate.trigger);
        const int distance = std::abs(i - candidate.trigger);
        if (near && distance < best) {
            best = distance;
            candidate.place = p;
        }
    }
}

/** The phrase of the place behind "in" or "at" at token `at`, or -1. */
int Circumstances::placeBehind(int at) const
{
    if (!m_clauses.isWord(at, "in"_L1) && !m_clauses.isWord(at, "at"_L1))
        return -1;
    int next = at + 1;
    if (const int named = settlementBehind(next); named >= 0)
        return named;
    if (m_clauses.is(next, WordClass::Determiner))
        next = m_clauses.phraseAt(next) >= 0 ? next : next + 1;
    const int p = m_clauses.phraseAt(next);
    return p < 0 || phrase(p).begin > next || !namesPlace(phrase(p)) || isRegion(phrase(p)) ? -1 : p;
}

/** "the eastern port city of Qingdao", "the Black Sea resort of Sochi", "the capital, Doha": the phrase of the name. */
int Circumstances::settlementBehind(int at) const
{
    static constexpr int longest = 8;
    if (!m_clauses.is(at, WordClass::Determiner))
        return -1;
    for (int i = at; i < at + longest && i + 1 < static_cast<int>(m_analysis.text.tokens.size()); ++i) {
        const bool outside =
            m_clauses.verbAt(i) >= 0 || m_clauses.timeAt(i) >= 0 ||
            (i > at && !token(i).isWord() && !token(i).has(Token::Glued)) ||
            (i > at && (m_clauses.is(i, WordClass::Preposition) || m_clauses.is(i, WordClass::Conjunction)));
        if (outside)
            return -1;
        if (!m_clauses.is(i, WordClass::Settlement))
            continue;
        const bool parted = m_clauses.isWord(i + 1, "of"_L1) || token(i + 1).isMark(u',');
        const int p = m_clauses.phraseAt(parted ? i + 2 : i + 1);
        if (p >= 0 && phrase(p).kind == Kind::Place && !phrase(p).city.isEmpty() && namesPlace(phrase(p)))
            return p;
    }
    return -1;
}

/** "about the situation in Gaza": the place of what was spoken of, not of the speaking. */
bool Circumstances::isOfTopic(int place, int trigger) const
{
    int at = place - 1;
    while (at > trigger && (m_clauses.is(at, WordClass::Determiner) || m_clauses.is(at, WordClass::Preposition)))
        --at;
    if (at <= trigger || m_clauses.phraseAt(at) >= 0 || m_clauses.timeAt(at) >= 0)
        return false;
    if (m_clauses.is(at, WordClass::Affair))
        return true;
    const int p = m_clauses.phraseAt(place);
    const bool state = p >= 0 && phrase(p).kind == Kind::Body;
    for (int i = trigger; state && i < at; ++i) {
        if (m_clauses.is(i, WordClass::Topic) && m_clauses.phraseAt(i) < 0 && m_clauses.timeAt(i + 1) < 0)
            return true;
    }
    return false;
}

void Circumstances::readSetting(Candidate &candidate) const
{
    const int limit = limitOf(candidate.sentence);
    for (int i = firstOf(candidate.sentence); i < limit; ++i) {
        candidate.here = candidate.here || (std::abs(i - candidate.trigger) < 12 && m_clauses.isWord(i, "here"_L1));
        candidate.there =
            candidate.there || (i > candidate.trigger && i < candidate.trigger + 6 && m_clauses.isWord(i, "there"_L1));
        if (m_clauses.is(i, WordClass::Setting) && !m_clauses.isWord(i - 1, "press"_L1) &&
            !m_clauses.isWord(i - 1, "news"_L1) && i > candidate.trigger - 14)
            candidate.setting = true;
    }
}

/** "at the initiative of the French side", "requested by Moscow": who asked for the call is the caller. */
void Circumstances::takeInitiative(Candidate &candidate) const
{
    if (candidate.kind != ContactKind::Call)
        return;
    for (int s = candidate.sentence; s <= candidate.sentence + 1; ++s) {
        if (s >= static_cast<int>(m_analysis.text.sentences.size()))
            return;
        for (int i = firstOf(s); i < limitOf(s); ++i) {
            if (!m_clauses.is(i, WordClass::Initiative) || (s == candidate.sentence && i < candidate.trigger))
                continue;
            // In the sentence after it, only what speaks of the call itself.
            if (s > candidate.sentence && !namesCall(firstOf(s), limitOf(s)))
                continue;
            if (const int caller = initiator(candidate, i); caller >= 0) {
                for (Candidate::Member &member : candidate.members)
                    member.capacity = member.entity == caller ? Capacity::Caller : Capacity::Recipient;
                return;
            }
        }
    }
}

bool Circumstances::namesCall(int from, int to) const
{
    for (int i = from; i < to; ++i) {
        if (m_clauses.isWord(i, "call"_L1) || m_clauses.isWord(i, "conversation"_L1))
            return true;
    }
    return false;
}

/** Which member of the call the words around "initiative" or "requested" name; -1 if none. */
int Circumstances::initiator(const Candidate &candidate, int at) const
{
    const auto memberOf = [&](int p) {
        if (p < 0)
            return -1;
        const NounPhrase &side = phrase(p);
        for (const Candidate::Member &member : candidate.members) {
            const bool same = std::find(side.actors.begin(), side.actors.end(), member.entity) != side.actors.end();
            if (same || (!side.country.isEmpty() && entity(member.entity).country == side.country))
                return member.entity;
        }
        return -1;
    };
    int next = at + 1;
    if (m_clauses.isWord(next, "of"_L1) || m_clauses.isWord(next, "by"_L1) || m_clauses.isWord(next, "from"_L1)) {
        ++next;
        if (m_clauses.phraseAt(next) < 0 && m_clauses.is(next, WordClass::Determiner))
            ++next;
        return memberOf(m_clauses.phraseAt(next));
    }
    for (int i = at - 1; i >= at - 4 && i >= 0; --i) {
        if (const int p = m_clauses.phraseAt(i); p >= 0)
            return memberOf(p);
    }
    return -1;
}

void Circumstances::takePrincipal(Candidate &candidate) const
{
    if (candidate.kind != ContactKind::Message)
        return;
    const int limit = limitOf(candidate.sentence);
    for (int i = firstOf(candidate.sentence); i + 2 < limit; ++i) {
        if (!m_clauses.isWord(i, "behalf"_L1) || !m_clauses.isWord(i + 1, "of"_L1))
            continue;
        const PhraseList list = m_clauses.listFrom(i + 2, limit);
        if (list.isEmpty() || phrase(list.phrases.front()).actors.empty())
            continue;
        std::erase_if(candidate.members, [](const Candidate::Member &m) { return m.capacity == Capacity::Sender; });
        const int principal = list.phrases.front();
        candidate.members.insert(candidate.members.begin(),
                                 {phrase(principal).actors.front(), Capacity::Sender, principal, false});
    }
}

void Circumstances::takeHosts(Candidate &candidate) const
{
    if (candidate.kind != ContactKind::Visit || candidate.status == ContactStatus::Invited)
        return;
    const int limit = limitOf(candidate.sentence);
    for (int i = firstOf(candidate.sentence); i + 1 < limit; ++i) {
        const bool leading =
            i < candidate.trigger && i > firstOf(candidate.sentence) + 4; // "At the invitation of X, Y"
        if (leading || !m_clauses.isWord(i, "invitation"_L1))
            continue;
        const NounPlace place = m_places.placeOf(i, firstOf(candidate.sentence));
        if (place.preposition < 0)
            continue;
        if (place.possessive >= 0)
            if (const int owner = m_antecedents.ownerBefore(place.possessive); owner >= 0 && !candidate.has(owner))
                candidate.add(owner, Capacity::Host, -1);
        if (!m_clauses.isWord(i + 1, "of"_L1) && !m_clauses.isWord(i + 1, "from"_L1))
            continue;
        for (const int number : m_clauses.listFrom(i + 2, limit).phrases) {
            for (const int actor : phrase(number).actors) {
                if (!entity(actor).isState)
                    candidate.add(actor, Capacity::Host, number, true);
            }
        }
    }
}

void Circumstances::takeMedium(Candidate &candidate) const
{
    const bool spoken = m_frames.frames[static_cast<size_t>(candidate.frame)].openMedium;
    if (candidate.kind != ContactKind::Meeting && !spoken)
        return;
    const int limit = limitOf(candidate.sentence);
    bool calling = false;
    bool gathering = false;
    for (int i = firstOf(candidate.sentence); i < limit; ++i) {
        const bool near = std::abs(i - candidate.trigger) <= 14;
        calling = calling || (near && m_clauses.is(i, WordClass::Calling));
        const int p = m_clauses.phraseAt(i); // "the Elysee Palace said" is no place of gathering
        const bool body = p >= 0 && phrase(p).kind == Kind::Body;
        gathering = gathering || (near && i != candidate.trigger && !body && m_clauses.is(i, WordClass::Gathering));
    }
    if (spoken)
        candidate.kind = calling || (!gathering && candidate.place < 0) ? ContactKind::Call : ContactKind::Meeting;
    else if (calling && !gathering && candidate.kind == ContactKind::Meeting && byMedium(candidate))
        candidate.kind = ContactKind::Call;
}

bool Circumstances::byMedium(const Candidate &candidate) const
{
    for (int i = std::max(firstOf(candidate.sentence), candidate.trigger - 4);
         i < std::min(limitOf(candidate.sentence), candidate.trigger + 14); ++i) {
        const int before = m_clauses.is(i - 1, WordClass::Determiner) ? i - 2 : i - 1; // "through a video link"
        if (m_clauses.is(i, WordClass::Calling) &&
            (m_clauses.isWord(before, "by"_L1) || m_clauses.isWord(before, "via"_L1) ||
             m_clauses.isWord(before, "over"_L1) || m_clauses.isWord(before, "through"_L1) ||
             m_clauses.isWord(i, "virtual"_L1) || m_clauses.isWord(i, "virtually"_L1) ||
             m_clauses.isWord(i, "online"_L1) || m_clauses.isWord(i, "remotely"_L1) ||
             m_clauses.isWord(i + 1, "format"_L1) || m_clauses.isWord(i + 2, "format"_L1)))
            return true;
    }
    return false;
}

} // namespace dragoman
