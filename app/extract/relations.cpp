// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/relations.h"

#include "domain/names.h"

#include <algorithm>
#include <cstdlib>

namespace dragoman {

using Member = Candidate::Member;

namespace {

/** How many sentences may lie between a visit and a meeting that is told to be part of it. */
constexpr int visitReach = 8;

/** A report of the day tells what happened at most so many days before. */
constexpr int freshDays = 7;

} // namespace

void DraftRelations::takeDate(Draft &into, const Draft &from)
{
    into.date = from.date;
    into.origin.date = from.origin.date;
    into.origin.time = from.origin.time;
}

void DraftRelations::takePlace(Draft &into, const Draft &from)
{
    into.place = from.place;
    into.origin.place = from.origin.place;
    into.origin.placePhrase = from.origin.placePhrase;
}

bool DraftRelations::isStateName(const Place &place) const
{
    if (m_lexicon.countryNames.value(place.country) == place.name)
        return true;
    return std::any_of(m_analysis.phrases.begin(), m_analysis.phrases.end(), [&](const NounPhrase &p) {
        return p.kind == NounPhrase::Kind::Body && p.state && p.country == place.country &&
               m_analysis.text.text(p.begin, p.end).endsWith(place.name);
    });
}

void DraftRelations::joinVisits(std::vector<Draft> &drafts) const
{
    for (Draft &visit : drafts) {
        if (visit.dropped || visit.kind != ContactKind::Visit)
            continue;
        for (Draft &meeting : drafts) {
            if (!meeting.dropped && meeting.kind == ContactKind::Meeting && belongTogether(visit, meeting))
                lend(visit, meeting);
        }
    }
}

void DraftRelations::lend(Draft &visit, Draft &meeting) const
{
    const bool under = visit.status == ContactStatus::Held && meeting.status == ContactStatus::Planned;
    if (!visit.date.isKnown() && visit.status == meeting.status && meeting.date.isKnown()) {
        takeDate(visit, meeting);
        visit.origin.date = DateSource::Related;
    } else if (!meeting.date.isKnown() && !meeting.hasTimeWord && visit.date.isKnown() &&
               (visit.status == meeting.status || under)) {
        takeDate(meeting, visit);
        meeting.origin.date = DateSource::Related;
    }
    if (isStateName(visit.place) && meeting.place.isKnown() && !isStateName(meeting.place)) {
        takePlace(visit, meeting);
        visit.origin.place = PlaceSource::Related;
    } else if (!meeting.place.isKnown() && visit.place.isKnown() && !isStateName(visit.place)) {
        takePlace(meeting, visit);
        meeting.origin.place = PlaceSource::Related;
    }
    lendHost(visit, meeting);
}

/** Rule 8 of the gold: where nobody is told to invite, whoever receives the traveller is the host of his visit. */
void DraftRelations::lendHost(Draft &visit, const Draft &meeting) const
{
    const auto isStateHost = [this](const Member &m) {
        return m.capacity == Capacity::Host && (m.entity < 0 || entity(m.entity).isState);
    };
    if (!meeting.receives || meeting.status != visit.status ||
        std::none_of(visit.members.begin(), visit.members.end(), isStateHost))
        return;
    std::vector<Member> hosts;
    for (const Member &member : meeting.members) {
        if (member.capacity == Capacity::Host && member.entity >= 0 && !entity(member.entity).isState &&
            entity(member.entity).country == visit.destinationCountry && !visit.has(member.entity))
            hosts.push_back(member);
    }
    if (hosts.empty())
        return;
    std::erase_if(visit.members, isStateHost);
    visit.members.insert(visit.members.end(), hosts.begin(), hosts.end());
}

bool DraftRelations::belongTogether(const Draft &visit, const Draft &meeting) const
{
    const bool apart = visit.date.isKnown() && meeting.date.isKnown() && !visit.date.overlaps(meeting.date);
    if (apart || (visit.status != meeting.status && visit.status != ContactStatus::Held))
        return false;
    if (meeting.place.isKnown() && meeting.place.country != visit.destinationCountry)
        return false;
    const bool host = std::any_of(meeting.members.begin(), meeting.members.end(), [&](const Member &m) {
        return m.entity >= 0 && entity(m.entity).country == visit.destinationCountry;
    });
    const bool guest = std::any_of(visit.members.begin(), visit.members.end(), [&meeting](const Member &m) {
        return m.capacity == Capacity::Guest && meeting.has(m.entity);
    });
    return guest && std::abs(visit.sentence - meeting.sentence) <= visitReach && (host || meeting.place.isKnown());
}

void DraftRelations::placeReceptions(std::vector<Draft> &drafts) const
{
    if (m_frame.datelineCity.isEmpty() || m_frame.datelineCountry.isEmpty())
        return;
    for (Draft &draft : drafts) {
        if (draft.dropped || !draft.receives || draft.kind != ContactKind::Meeting || draft.place.isKnown() ||
            draft.setting)
            continue;
        const bool home = std::any_of(draft.members.begin(), draft.members.end(), [this](const Member &m) {
            return m.capacity == Capacity::Host && m.entity >= 0 && entity(m.entity).country == m_frame.datelineCountry;
        });
        if (!home)
            continue;
        draft.place = {m_frame.datelineCity, m_frame.datelineCountry};
        draft.origin.place = PlaceSource::Dateline;
    }
}

void DraftRelations::dateNews(std::vector<Draft> &drafts, bool live) const
{
    if (!m_frame.published.isValid())
        return;
    const Draft *news = nullptr;
    for (Draft &draft : drafts) {
        if (draft.dropped || draft.status != ContactStatus::Held)
            continue;
        const bool untold = !draft.date.isKnown() && !draft.hasTimeWord;
        if (live && untold) {
            draft.date = FuzzyDate::day(m_frame.published);
            draft.origin.date = DateSource::Live;
        } else if (!news && draft.sentence <= 1 && untold) {
            draft.date = FuzzyDate::day(m_frame.published).approximated();
            draft.origin.date = DateSource::Published;
        } else if (news && untold && draft.sequel && news->date.isDay() &&
                   std::abs(news->date.earliest().daysTo(m_frame.published)) <= freshDays) {
            draft.date = FuzzyDate::day(news->date.earliest()).approximated();
            draft.origin.date = DateSource::Related;
        }
        if (!news || draft.sequel)
            news = news && !draft.date.isKnown() ? news : &draft;
    }
}

} // namespace dragoman
