// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/sides.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dragoman {

using Member = Candidate::Member;

/** Nothing is told of his state, but an office that a state has once. */
bool DraftSides::isGuessable(const Entity &who) const
{
    if (who.countryGuessed)
        return true;
    const QStringList national = m_lexicon.roleGroups.value(u"national"_s);
    return who.side().isEmpty() && std::any_of(who.roleKeys.begin(), who.roleKeys.end(),
                                               [&national](const QString &key) { return national.contains(key); });
}

/** Where a delegation is sent is not the home of its members, however often the article names it. */
void DraftSides::forgetGuesses(const Draft &draft)
{
    for (const Member &member : draft.members) {
        if (member.entity >= 0 && entity(member.entity).countryGuessed) {
            m_entities[static_cast<size_t>(member.entity)].country.clear();
            m_entities[static_cast<size_t>(member.entity)].countryGuessed = false;
        }
    }
}

/** Nobody "visits Vietnam" at home: a guessed state of the traveller was guessed wrong. */
void DraftSides::doubtTravellers(const Draft &draft)
{
    if (!m_relations.isStateName(draft.place))
        return;
    for (const Member &member : draft.members) {
        if (member.capacity != Capacity::Guest || member.entity < 0)
            continue;
        Entity &guest = m_entities[static_cast<size_t>(member.entity)];
        if (guest.countryGuessed && guest.country == draft.destinationCountry) {
            guest.country.clear();
            guest.countryGuessed = false;
        }
    }
}

/**
 * Officials of whom the article tells no state have been given that of its home. Where all who take part would then
 * be of one side and the place lies abroad, those who are met there are of the place's state.
 */
void DraftSides::infer(const Draft &draft, const std::vector<Draft> &drafts)
{
    if (!draft.setting && placeHosts(draft, drafts))
        return;
    const QString there = draft.place.isKnown() ? draft.place.country : stateVisited(draft, drafts);
    if (there.isEmpty() || draft.setting)
        return;
    QSet<QString> sides;
    for (const Member &member : draft.members)
        sides.insert(sideOf(draft, member));
    const bool visit = draft.kind == ContactKind::Visit;
    if (visit)
        doubtTravellers(draft);
    const bool local = !visit && sides.contains(QString()) && (sides.size() > 1 || !draft.place.isKnown());
    if ((sides.size() > 1 && !visit && !local) || sides.contains(there))
        return;
    bool placed = false;
    for (const bool met : {true, false}) {
        for (const Member &member : draft.members) {
            const bool stays = visit ? met && member.capacity == Capacity::Host : member.met == met;
            if (placed && !met)
                return;
            if (stays && (visit || (local ? mayBeLocal(draft, member, drafts) : met)))
                placed = place(member, there) || placed;
        }
    }
}

/** Gives somebody whose state is only guessed, or not told, the state where he is met. */
bool DraftSides::place(const Member &member, const QString &country)
{
    if (member.entity < 0 || !isGuessable(entity(member.entity)))
        return false;
    m_entities[static_cast<size_t>(member.entity)].country = country;
    m_entities[static_cast<size_t>(member.entity)].countryGuessed = true;
    return true;
}

/** "He arrived in Beirut, where he was received by the president": of the state visited are those on the other side of
 *  a traveller who is met. */
bool DraftSides::placeHosts(const Draft &draft, const std::vector<Draft> &drafts)
{
    static constexpr int reach = 6;
    if (draft.kind != ContactKind::Meeting)
        return false;
    for (size_t i = drafts.size(); i-- > 0;) {
        const Draft &visit = drafts[i];
        if (visit.kind != ContactKind::Visit || draft.sentence - visit.sentence > reach ||
            visit.destinationCountry.isEmpty() ||
            (draft.place.isKnown() && draft.place.country != visit.destinationCountry))
            continue;
        const auto traveller = std::find_if(draft.members.begin(), draft.members.end(), [&](const Member &m) {
            return (m.met || m.capacity == Capacity::Guest) && m.entity >= 0 && isGuestOf(visit, m.entity) &&
                   entity(m.entity).country != visit.destinationCountry;
        });
        if (traveller == draft.members.end())
            continue;
        bool placed = false;
        for (const Member &member : draft.members) {
            const bool across = member.met != traveller->met || member.capacity == Capacity::Host;
            const QString side = sideOf(draft, member);
            if (across && member.entity != traveller->entity && (side.isEmpty() || side == sideOf(draft, *traveller)))
                placed = place(member, visit.destinationCountry) || placed;
        }
        return placed;
    }
    return false;
}

void DraftSides::chooseVisitor(Draft &draft, const std::vector<Draft> &drafts) const
{
    static constexpr int reach = 6;
    static constexpr int least = 2; // contacts in which he is a guest: a single reception makes no visitor of him
    const auto isPronoun = [this](const Member &m) {
        return m.phrase >= 0 && !m.met && m.entity >= 0 &&
               m_analysis.phrases[static_cast<size_t>(m.phrase)].kind == NounPhrase::Kind::Pronoun;
    };
    const auto he = std::find_if(draft.members.begin(), draft.members.end(), isPronoun);
    if (draft.kind != ContactKind::Meeting || draft.members.size() < 2 || he == draft.members.end())
        return;
    const QString side = sideOf(draft, *he);
    const bool oneSide = !side.isEmpty() && std::all_of(draft.members.begin(), draft.members.end(),
                                                        [&](const Member &m) { return sideOf(draft, m) == side; });
    for (size_t i = drafts.size(); oneSide && i-- > 0;) {
        if (draft.sentence - drafts[i].sentence > reach)
            break;
        for (const Member &member : drafts[i].members) {
            const auto count = std::count_if(drafts.begin(), drafts.end(),
                                             [&member](const Draft &known) { return isGuestOf(known, member.entity); });
            if (member.capacity != Capacity::Guest || member.entity < 0 || count < least ||
                sideOf(drafts[i], member).isEmpty() || sideOf(drafts[i], member) == side)
                continue;
            he->entity = member.entity;
            return;
        }
    }
}

/** "travelled together" */
bool DraftSides::isJoint(const Draft &visit) const
{
    const Sentence &sentence = m_analysis.text.sentences[static_cast<size_t>(visit.sentence)];
    const auto begin = m_analysis.text.tokens.begin();
    return std::any_of(begin + sentence.begin, begin + sentence.end,
                       [this](const Token &token) { return m_lexicon.is(token.word, WordClass::Jointly); });
}

void DraftSides::splitByState(const Draft &visit, std::vector<Draft> &drafts) const
{
    QStringList states;
    for (const Member &member : visit.members) {
        const QString country = member.entity >= 0 ? entity(member.entity).country : QString();
        const bool told =
            member.capacity == Capacity::Guest && !country.isEmpty() && !entity(member.entity).countryGuessed;
        if (told && !states.contains(country))
            states.append(country);
    }
    if (states.size() < 2 || isJoint(visit)) {
        drafts.push_back(visit);
        return;
    }
    for (const QString &state : states) {
        Draft part = visit;
        std::erase_if(part.members, [&](const Member &m) {
            const bool stranger =
                m.capacity == Capacity::Guest && m.entity >= 0 && states.contains(entity(m.entity).country);
            return stranger && entity(m.entity).country != state;
        });
        drafts.push_back(std::move(part));
    }
}

bool DraftSides::isGuestOf(const Draft &visit, int entity)
{
    return std::any_of(visit.members.begin(), visit.members.end(),
                       [entity](const Member &m) { return m.capacity == Capacity::Guest && m.entity == entity; });
}

/** The state of a visit or reception told shortly before, of somebody who meets others here and is not met. */
QString DraftSides::stateVisited(const Draft &draft, const std::vector<Draft> &drafts)
{
    static constexpr int reach = 6;
    QString found;
    for (const Draft &before : drafts) {
        const bool visit = before.kind == ContactKind::Visit;
        const bool under = visit && before.status == ContactStatus::Held &&
                           draft.status == ContactStatus::Planned; // on the same visit
        if ((!visit && before.kind != ContactKind::Meeting) || (before.status != draft.status && !under) ||
            draft.kind != ContactKind::Meeting || draft.sentence - before.sentence > (visit ? reach : 1))
            continue;
        const bool his = std::any_of(before.members.begin(), before.members.end(), [&draft](const Member &m) {
            return m.capacity == Capacity::Guest &&
                   std::any_of(draft.members.begin(), draft.members.end(),
                               [&m](const Member &n) { return n.entity == m.entity && !n.met; });
        });
        const QString &there = visit ? before.destinationCountry : before.place.country;
        if (his && !found.isEmpty() && found != there)
            return {}; // a tour: in which of its states is not told
        found = his ? there : found;
    }
    return found;
}

bool DraftSides::mayBeLocal(const Draft &draft, const Member &member, const std::vector<Draft> &drafts) const
{
    const bool open =
        sideOf(draft, member).isEmpty() || (member.met && member.entity >= 0 && entity(member.entity).countryGuessed);
    return open && (!draft.place.isKnown() ? member.met : isLocal(draft, member, drafts));
}

/** "The foreign minister held talks in Lusaka with the Indian one", "met the president in Ecuador": of the place.
 */
bool DraftSides::isLocal(const Draft &draft, const Member &member, const std::vector<Draft> &drafts) const
{
    if (member.met)
        return m_relations.isStateName(draft.place) || isVisited(draft, drafts);
    return std::all_of(draft.members.begin(), draft.members.end(),
                       [&member](const Member &m) { return m.met || m.entity == member.entity; });
}

/** Whether somebody who takes part is told to visit the state where it takes place. */
bool DraftSides::isVisited(const Draft &draft, const std::vector<Draft> &drafts)
{
    return std::any_of(drafts.begin(), drafts.end(), [&draft](const Draft &visit) {
        return visit.kind == ContactKind::Visit && visit.destinationCountry == draft.place.country &&
               std::any_of(visit.members.begin(), visit.members.end(),
                           [&draft](const Member &m) { return m.capacity == Capacity::Guest && draft.has(m.entity); });
    });
}

QString DraftSides::sideOf(const Draft &draft, const Member &member) const
{
    if (member.entity < 0)
        return draft.region.isEmpty() ? draft.destinationCountry : draft.region;
    return entity(member.entity).side();
}

} // namespace dragoman
