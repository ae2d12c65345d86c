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

/** How many sentences into the article its news may stand. */
constexpr int newsReach = 8;

/** How many sentences may lie between a meeting and one that was held in its wake. */
constexpr int sequelReach = 5;

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
    } else if (!meeting.place.isKnown() && visit.place.isKnown() && isPartOf(visit, meeting)) {
        takePlace(meeting, visit);
        meeting.origin.place = PlaceSource::Related;
    }
    lendHost(visit, meeting);
}

/** Told in one sentence with the visit, or right behind it, and with somebody of the state visited: he met there. */
bool DraftRelations::isPartOf(const Draft &visit, const Draft &meeting) const
{
    const int behind = meeting.sentence - visit.sentence;
    return !meeting.setting && behind >= 0 && behind <= 1 && visit.status == meeting.status;
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
        if (member.capacity == Capacity::Host && !member.joined && member.entity >= 0 &&
            !entity(member.entity).isState && entity(member.entity).country == visit.destinationCountry &&
            !visit.has(member.entity))
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

/** A line of its own that ends as no sentence does. */
bool DraftRelations::isHeading(int sentence) const
{
    static constexpr int longest = 30;
    const std::vector<Sentence> &sentences = m_analysis.text.sentences;
    const Sentence &line = sentences[static_cast<size_t>(sentence)];
    const size_t next = static_cast<size_t>(sentence) + 1;
    const bool alone = (sentence == 0 || sentences[next - 2].paragraph != line.paragraph) &&
                       (next >= sentences.size() || sentences[next].paragraph != line.paragraph);
    return alone && line.end - line.begin <= longest && m_analysis.token(line.end - 1).kind != Token::Kind::Punctuation;
}

QString DraftRelations::sideOf(const Draft &draft, const Member &member) const
{
    return member.entity < 0 ? draft.destinationCountry : entity(member.entity).side();
}

/** Whether the text tells a contact between the sides of the one that the heading tells. */
bool DraftRelations::tells(const Draft &text, const Draft &heading) const
{
    const auto among = [&](const Member &member) {
        const QString side = sideOf(heading, member);
        return std::any_of(text.members.begin(), text.members.end(), [&](const Member &m) {
            return (m.entity >= 0 && m.entity == member.entity) || (!side.isEmpty() && side == sideOf(text, m));
        });
    };
    return text.kind == heading.kind && std::all_of(heading.members.begin(), heading.members.end(), among);
}

void DraftRelations::dropHeadings(std::vector<Draft> &drafts) const
{
    static constexpr int reach = 12;
    for (Draft &heading : drafts) {
        if (heading.dropped || !isHeading(heading.sentence))
            continue;
        heading.dropped = std::any_of(drafts.begin(), drafts.end(), [&](const Draft &text) {
            return !text.dropped && text.sentence > heading.sentence && text.sentence <= heading.sentence + reach &&
                   !isHeading(text.sentence) && tells(text, heading);
        });
    }
}

/** Whether states as such, or words that say little, tell what `told` tells of persons. */
bool DraftRelations::isEchoOf(const Draft &told, const Draft &echo) const
{
    if (told.dropped || told.weak || (!echo.weak && told.kind != echo.kind))
        return false;
    const auto known = [&](const Member &member) {
        return std::any_of(told.members.begin(), told.members.end(), [&](const Member &m) {
            return m.entity == member.entity || (!echo.weak && m.entity >= 0 && !entity(m.entity).isState &&
                                                 entity(m.entity).side() == sideOf(echo, member));
        });
    };
    if (echo.weak)
        return std::count_if(echo.members.begin(), echo.members.end(), known) >= 2;
    const bool apart = (told.date.isKnown() && echo.date.isKnown() && !told.date.overlaps(echo.date)) ||
                       (told.place.isKnown() && echo.place.isKnown() && told.place.country != echo.place.country);
    return !apart && told.status == echo.status && std::all_of(echo.members.begin(), echo.members.end(), known);
}

void DraftRelations::dropEchoes(std::vector<Draft> &drafts) const
{
    for (Draft &echo : drafts) {
        const bool states = echo.kind == ContactKind::Meeting &&
                            std::all_of(echo.members.begin(), echo.members.end(), [this](const Member &m) {
                                return m.entity >= 0 && entity(m.entity).isState && m.slot == Slot::Pair;
                            });
        if (echo.dropped || (!states && !echo.weak))
            continue;
        const auto told = std::find_if(drafts.begin(), drafts.end(),
                                       [&](const Draft &other) { return &other != &echo && isEchoOf(other, echo); });
        if (told == drafts.end())
            continue;
        told->evidence.append(echo.evidence);
        if (!told->date.isKnown() && echo.date.isKnown() && !told->hasTimeWord && told->kind == echo.kind)
            takeDate(*told, echo);
        if (!told->place.isKnown() && echo.place.isKnown() && told->kind == echo.kind)
            takePlace(*told, echo);
        echo.dropped = true;
    }
}

bool DraftRelations::isStopOf(const Draft &visit, const Draft &stop)
{
    static constexpr int reach = 6;
    static constexpr int longestStay = 7;
    if (std::abs(visit.sentence - stop.sentence) > reach)
        return false;
    if ((stop.longBefore && !visit.date.isKnown()) || (visit.longBefore && !stop.date.isKnown() && stop.sequel))
        return false;
    const auto isGuestOf = [](const Draft &draft, int who) {
        return std::any_of(draft.members.begin(), draft.members.end(), [who](const Member &m) {
            return m.capacity == Capacity::Guest && m.entity == who && who >= 0;
        });
    };
    const bool all = std::all_of(stop.members.begin(), stop.members.end(), [&](const Member &m) {
        return m.capacity != Capacity::Guest || isGuestOf(visit, m.entity);
    });
    if (!all)
        return false;
    const bool statuses =
        visit.status == stop.status || (visit.status == ContactStatus::Held && stop.status == ContactStatus::Planned);
    const bool region = !stop.region.isEmpty() && visit.region.isEmpty() && !visit.destinationCountry.isEmpty();
    if (region)
        return visit.status == stop.status;
    if (!statuses || visit.destinationCountry.isEmpty() || visit.destinationCountry != stop.destinationCountry)
        return false;
    if (!stop.date.isKnown() || !visit.date.isKnown())
        return visit.status == stop.status || stop.sentence > visit.sentence;
    const qint64 later = visit.date.latest().daysTo(stop.date.earliest());
    return visit.date.overlaps(stop.date) || (later >= 0 && later <= longestStay && !stop.hasTimeWord) ||
           (later > 0 && later <= longestStay && visit.status != stop.status);
}

bool DraftRelations::isVague(const Draft &draft) const
{
    if (draft.origin.time < 0 || draft.date.isDay())
        return false;
    using Unit = TimeExpression::Unit;
    const TimeExpression &time = m_analysis.times[static_cast<size_t>(draft.origin.time)];
    return time.unit != Unit::Day || time.kind == TimeExpression::Kind::Month;
}

void DraftRelations::dropStops(std::vector<Draft> &drafts) const
{
    for (Draft &stop : drafts) {
        if (stop.dropped || stop.kind != ContactKind::Visit)
            continue;
        for (Draft &visit : drafts) {
            if (&visit == &stop || visit.dropped || visit.kind != ContactKind::Visit || !isStopOf(visit, stop))
                continue;
            const bool closer = stop.date.isKnown() && isVague(visit) && !isVague(stop);
            if ((!visit.date.isKnown() || closer) && visit.status == stop.status && stop.region.isEmpty())
                takeDate(visit, stop);
            visit.evidence.append(stop.region.isEmpty() ? stop.evidence : QList<TextSpan>());
            stop.dropped = true;
            break;
        }
    }
}

/** Whether somebody of the dateline's state met a stranger, and is not told to travel himself. */
bool DraftRelations::isMetAtHome(const Draft &meeting, const std::vector<Draft> &drafts) const
{
    const QString &home = m_frame.datelineCountry;
    const auto isAtHome = [&](const Member &m) { return m.entity >= 0 && entity(m.entity).country == home; };
    const auto isHostAtHome = [&](const Member &m) { return m.capacity == Capacity::Host && isAtHome(m); };
    if (meeting.receives)
        return std::any_of(meeting.members.begin(), meeting.members.end(), isHostAtHome);
    if (meeting.sentence > newsReach || meeting.status != ContactStatus::Held ||
        std::none_of(meeting.members.begin(), meeting.members.end(), isAtHome) ||
        folded(m_lexicon.capitals.value(home)) != folded(m_frame.datelineCity))
        return false;
    return std::none_of(drafts.begin(), drafts.end(), [&](const Draft &visit) {
        const bool abroad = visit.kind == ContactKind::Visit
                                ? visit.destinationCountry != home
                                : visit.kind == ContactKind::Meeting && visit.origin.place == PlaceSource::Phrase &&
                                      !visit.setting && visit.place.country != home;
        return abroad && std::any_of(visit.members.begin(), visit.members.end(), [&](const Member &m) {
                   return m.capacity == Capacity::Guest && isAtHome(m) && meeting.has(m.entity);
               });
    });
}

void DraftRelations::placeReceptions(std::vector<Draft> &drafts) const
{
    if (m_frame.datelineCity.isEmpty() || m_frame.datelineCountry.isEmpty())
        return;
    for (Draft &draft : drafts) {
        if (draft.dropped || draft.kind != ContactKind::Meeting || draft.place.isKnown() || draft.setting ||
            !isMetAtHome(draft, drafts))
            continue;
        draft.place = {m_frame.datelineCity, m_frame.datelineCountry};
        draft.origin.place = PlaceSource::Dateline;
    }
}

void DraftRelations::placeSequels(std::vector<Draft> &drafts) const
{
    const Draft *before = nullptr;
    for (Draft &draft : drafts) {
        if (draft.dropped || draft.kind != ContactKind::Meeting || draft.status != ContactStatus::Held)
            continue;
        const bool shared = before && std::any_of(draft.members.begin(), draft.members.end(),
                                                  [&](const Member &m) { return before->has(m.entity); });
        const bool sameDay =
            before && (!draft.date.isKnown() || !before->date.isKnown() || draft.date.overlaps(before->date));
        if (!draft.place.isKnown() && draft.sequel && shared && sameDay &&
            std::abs(draft.sentence - before->sentence) <= sequelReach) {
            takePlace(draft, *before);
            draft.origin.place = PlaceSource::Related;
        }
        if (draft.place.isKnown())
            before = &draft;
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
        } else if (news && untold && draft.sentence == news->sentence && draft.rule == news->rule) {
            takeDate(draft, *news); // "had calls with A, B and C": each of them
        } else if (news && untold && draft.sequel && news->date.isDay() &&
                   std::abs(news->date.earliest().daysTo(m_frame.published)) <= freshDays) {
            draft.date = FuzzyDate::day(news->date.earliest()).approximated();
            draft.origin.date = DateSource::Related;
        }
        if ((!news || draft.sequel) && !draft.earlier)
            news = news && !draft.date.isKnown() ? news : &draft;
    }
}

} // namespace dragoman
