// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/joins.h"

#include <algorithm>

namespace dragoman {

using Member = Candidate::Member;

namespace {

/** How many sentences may lie between a contact and who is told to have joined it, where another is told too. */
constexpr int joinReach = 4;

} // namespace

void DraftJoins::join(Candidate &candidate, const Frame &frame, std::vector<Draft> &drafts)
{
    if (!candidate.dropped.isEmpty())
        return;
    Draft *known = toldBefore(candidate, drafts);
    if (!known || (frame.joinsNearest && !isNearest(*known, drafts))) {
        candidate.dropped = QStringLiteral("no such contact is told before");
        return;
    }
    if (m_sentence != candidate.sentence)
        m_joined.clear();
    m_sentence = candidate.sentence;
    for (const Member &member : candidate.members) {
        for (Draft &draft : drafts) {
            if (&draft == known || isLegOf(*known, draft))
                joinOne(draft, member, frame.standsFor);
        }
        m_joined.push_back(member.entity);
    }
    candidate.dropped = QStringLiteral("joins the contact told before");
}

/** Whether no visit, meeting or call is told behind it. */
bool DraftJoins::isNearest(const Draft &known, const std::vector<Draft> &drafts)
{
    return std::none_of(drafts.begin(), drafts.end(), [&known](const Draft &other) {
        return !other.dropped && other.kind != ContactKind::Message && other.sentence > known.sentence;
    });
}

/** "led a delegation to A, B and C": who came along was in each. */
bool DraftJoins::isLegOf(const Draft &visit, const Draft &leg)
{
    return visit.kind == ContactKind::Visit && leg.kind == visit.kind && leg.sentence == visit.sentence &&
           leg.status == visit.status &&
           std::all_of(visit.members.begin(), visit.members.end(), [&leg](const Member &m) {
               return m.capacity != Capacity::Guest || m.joined || leg.has(m.entity);
           });
}

/** The one of an earlier contact who can be on the other side: the traveller, who received, else who acts. */
int DraftJoins::otherSide(const Candidate &candidate, const Draft &before) const
{
    const Entity &partner = m_entities[static_cast<size_t>(candidate.members.front().entity)];
    for (const Member &member : before.members) {
        if (member.entity < 0 || candidate.has(member.entity))
            continue;
        const Entity &who = m_entities[static_cast<size_t>(member.entity)];
        const bool stranger = who.side().isEmpty() || who.side() != partner.side() ||
                              (partner.countryGuessed && before.kind == ContactKind::Visit);
        const bool fits = candidate.agentless                 ? member.capacity == Capacity::Host && before.receives
                          : before.kind == ContactKind::Visit ? member.capacity == Capacity::Guest
                                                              : !member.met && member.slot != Slot::With;
        if (fits && stranger && who.type == ParticipantType::Person && !who.isState)
            return member.entity;
    }
    return -1;
}

bool DraftJoins::complete(Candidate &candidate, const std::vector<Draft> &drafts) const
{
    static constexpr int reach = 3;
    int found = candidate.agentless ? -1 : candidate.principal;
    for (size_t i = drafts.size(); i-- > 0;) {
        const Draft &before = drafts[i];
        if (before.dropped || before.kind == ContactKind::Message || candidate.sentence - before.sentence > reach)
            continue;
        if (const int other = otherSide(candidate, before); other >= 0) {
            found = other;
            break;
        }
    }
    if (found < 0 || candidate.has(found))
        return false;
    const Capacity capacity = candidate.agentless                                    ? Capacity::Host
                              : candidate.members.front().capacity == Capacity::Host ? Capacity::Guest
                                                                                     : Capacity::Party;
    candidate.members.insert(candidate.members.begin(), {found, capacity, -1});
    for (size_t i = 1; i < candidate.members.size(); ++i)
        candidate.members[i].met = !candidate.agentless;
    candidate.dropped.clear();
    return true;
}

bool DraftJoins::completeBare(Candidate &candidate, const std::vector<Draft> &drafts) const
{
    static constexpr int reach = 2;
    if (candidate.place < 0 || candidate.status != ContactStatus::Held)
        return false;
    const QString &there = m_analysis.phrases[static_cast<size_t>(candidate.place)].country;
    for (size_t i = drafts.size(); i-- > 0;) {
        const Draft &call = drafts[i];
        const bool near = call.kind == ContactKind::Call && call.status == ContactStatus::Held &&
                          call.sentence <= candidate.sentence && candidate.sentence - call.sentence <= reach;
        if (!near || call.members.size() != 2)
            continue;
        const Entity &one = entity(call.members[0].entity);
        const Entity &other = entity(call.members[1].entity);
        const bool homely =
            one.side().isEmpty() || other.side().isEmpty() || one.country == there || other.country == there;
        if (one.isState || other.isState || one.side() == other.side() || !homely)
            return false;
        for (const Member &member : call.members)
            candidate.members.push_back({member.entity, Capacity::Party, -1});
        candidate.dropped.clear();
        return true;
    }
    return false;
}

void DraftJoins::joinCompany(const Candidate &candidate, Draft &known)
{
    for (const Member &member : candidate.company)
        joinOne(known, member, false);
}

bool DraftJoins::repeats(const Candidate &candidate) const
{
    return m_sentence == candidate.sentence && candidate.kind == ContactKind::Meeting &&
           std::any_of(candidate.members.begin(), candidate.members.end(), [this](const Member &m) {
               return std::find(m_joined.begin(), m_joined.end(), m.entity) != m_joined.end();
           });
}

/** The last of its kind and status near by, else the only one of the article. */
Draft *DraftJoins::toldBefore(const Candidate &candidate, std::vector<Draft> &drafts) const
{
    Draft *only = nullptr;
    for (size_t i = drafts.size(); i-- > 0;) {
        Draft &known = drafts[i];
        const bool ahead = known.kind == ContactKind::Visit && known.status == ContactStatus::Planned &&
                           candidate.status == ContactStatus::Held; // "will fly out on Friday; his team includes"
        if (known.kind != candidate.kind || (known.status != candidate.status && !ahead) ||
            known.sentence > candidate.sentence)
            continue;
        if (candidate.sentence - known.sentence <= joinReach)
            return &known;
        if (only)
            return nullptr;
        only = &known;
    }
    return only;
}

/** "From the Omani side, the talks were attended by X", "the Omani delegation was led by X": the state, or nothing. */
QString DraftJoins::sideNamedBefore(int number) const
{
    const NounPhrase &named = m_analysis.phrases[static_cast<size_t>(number)];
    for (int i = number - 1; i >= 0; --i) {
        const NounPhrase &p = m_analysis.phrases[static_cast<size_t>(i)];
        if (p.sentence != named.sentence)
            break;
        if (p.country.isEmpty() || (p.kind != NounPhrase::Kind::Body && p.kind != NounPhrase::Kind::Role))
            continue;
        if (m_lexicon.is(m_analysis.token(p.end - 1).word, WordClass::Institution))
            return p.country;
    }
    return {};
}

/** "X led the Omani delegation": the state, or nothing. */
QString DraftJoins::sideNamedBehind(int number) const
{
    const NounPhrase &named = m_analysis.phrases[static_cast<size_t>(number)];
    for (size_t i = static_cast<size_t>(number) + 1; i < m_analysis.phrases.size(); ++i) {
        const NounPhrase &p = m_analysis.phrases[i];
        if (p.sentence != named.sentence)
            break;
        if (p.mergedInto < 0 && !p.country.isEmpty())
            return p.country;
    }
    return {};
}

void DraftJoins::giveSide(Entity &who, const QString &country, bool told) const
{
    if (country.isEmpty() || !(who.side().isEmpty() || (told && who.countryGuessed)))
        return;
    who.country = country;
    who.countryGuessed = true;
}

const Member *DraftJoins::sameSide(const Draft &known, const Entity &who) const
{
    for (const Member &m : known.members) {
        if (m.entity >= 0 && !who.side().isEmpty() && entity(m.entity).side() == who.side())
            return &m;
    }
    return nullptr;
}

/** A state, "the Saudi delegation": whom its members are told for. */
bool DraftJoins::isUnnamed(const Entity &body) const
{
    const WordId last = m_lexicon.vocabulary.find(body.name.section(u' ', -1).toLower());
    return body.isState || (body.type == ParticipantType::Body && m_lexicon.is(last, WordClass::Followers));
}

/** On the side of his state; an official of whom no state is told is of the house where it took place. */
void DraftJoins::joinOne(Draft &known, const Member &member, bool standsFor)
{
    Entity &who = entity(member.entity);
    if (known.has(member.entity) || who.type != ParticipantType::Person || known.members.empty())
        return;
    const QString told = member.phrase >= 0 ? sideNamedBefore(member.phrase) : QString();
    if (standsFor && member.slot == Slot::Object && told.isEmpty())
        return; // "members of the delegation included": of which side is not told
    giveSide(who, told, true);
    if (member.phrase >= 0 && standsFor && member.slot == Slot::Subject)
        giveSide(who, sideNamedBehind(member.phrase), true);
    const auto host = std::find_if(known.members.begin(), known.members.end(),
                                   [](const Member &m) { return m.capacity == Capacity::Host && m.entity >= 0; });
    const Member &house = host != known.members.end() ? *host : known.members.front();
    if (who.official && who.side().isEmpty() && !member.met && house.entity >= 0)
        giveSide(who, entity(house.entity).country);
    Member joined = member;
    joined.joined = true;
    const bool hosted = host != known.members.end();
    if (standsFor && !sameSide(known, who))
        return;
    if (known.kind == ContactKind::Visit)
        joined.capacity = member.capacity == Capacity::Party ? Capacity::Guest : member.capacity;
    else if (const Member *side = sameSide(known, who))
        joined.capacity = side->capacity;
    else if (!who.official || who.side().isEmpty())
        joined.capacity = known.members.back().capacity;
    else
        joined.capacity = hosted ? Capacity::Guest : Capacity::Party;
    if (standsFor)
        std::erase_if(known.members, [&](const Member &m) {
            return m.entity >= 0 && entity(m.entity).country == who.country && isUnnamed(entity(m.entity));
        });
    known.members.push_back(joined);
}

} // namespace dragoman
