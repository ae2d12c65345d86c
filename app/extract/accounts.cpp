// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/accounts.h"

#include "domain/names.h"
#include "extract/draft.h"
#include "extract/joins.h"
#include "extract/layout.h"
#include "extract/matchbase.h"
#include "extract/relations.h"
#include "extract/sides.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dragoman {

using Member = Candidate::Member;

namespace {

/** How many sentences behind a contact it may be denied with "no such meeting", "the two did not meet". */
constexpr int denialReach = 2;

class AccountMaker
{
public:
    AccountMaker(std::vector<Candidate> &candidates, const Analysis &analysis, std::vector<Entity> &entities,
                 const ArticleFrame &frame, const Lexicon &lexicon, const FrameSet &frames)
        : m_candidates(candidates), m_analysis(analysis), m_entities(entities), m_frame(frame), m_lexicon(lexicon),
          m_frames(frames), m_relations(analysis, entities, frame, lexicon), m_joins(analysis, entities, lexicon),
          m_sides(analysis, entities, m_relations, lexicon), m_layout(readLayout(analysis, frame.published))
    {
    }

    std::vector<MadeAccount> run()
    {
        for (Candidate &candidate : m_candidates) {
            const Frame &frame = m_frames.frames[static_cast<size_t>(candidate.frame)];
            if (frame.joins)
                m_joins.join(candidate, frame, m_drafts);
            else if (candidate.dropped.isEmpty() && m_joins.repeats(candidate))
                candidate.dropped = u"tells anew who joined the contact told before"_s;
            else if (candidate.dropped.isEmpty())
                draft(candidate);
            else if (candidate.denial)
                deny(candidate);
            else if (candidate.similar)
                addressAsBefore(candidate);
            else if (candidate.answer)
                answer(candidate);
            else if (candidate.guestless)
                takeTraveller(candidate);
            else if ((candidate.partnerOnly || candidate.agentless) && m_joins.complete(candidate, m_drafts))
                draft(candidate);
            else
                addToKnown(candidate);
        }
        placeHomeless();
        for (Candidate &candidate : m_candidates) {
            if (candidate.bare && m_joins.completeBare(candidate, m_drafts))
                draft(candidate);
        }
        dropWishedReceptions();
        merge();
        lengthen();
        m_relations.dropHeadings(m_drafts);
        m_relations.dropStops(m_drafts);
        m_relations.dropEchoes(m_drafts);
        m_relations.placeReceptions(m_drafts);
        m_relations.joinVisits(m_drafts);
        m_relations.placeSequels(m_drafts);
        merge();
        for (Draft &draft : m_drafts)
            setHost(draft, Candidate());
        m_relations.dateNews(m_drafts, m_layout.live);
        m_relations.joinVisits(m_drafts); // a visit told of no day has that of the news told of it
        std::vector<MadeAccount> accounts;
        for (Draft &draft : m_drafts) {
            if (!draft.dropped)
                accounts.push_back(tell(draft));
        }
        return accounts;
    }

private:
    [[nodiscard]] const Entity &entity(int number) const { return m_entities[static_cast<size_t>(number)]; }
    [[nodiscard]] const NounPhrase &phrase(int number) const { return m_analysis.phrases[static_cast<size_t>(number)]; }

    /** Told as an event in the simple past: "also met", not "had met", "after his talks". */
    [[nodiscard]] bool isSequel(const Candidate &candidate) const
    {
        if (candidate.verb < 0 || candidate.onlyAfter)
            return false;
        const VerbGroup &group = m_analysis.verbs[static_cast<size_t>(candidate.verb)];
        const Token &first = m_analysis.token(group.begin);
        return group.mood == VerbGroup::Mood::Past && first.word != m_had;
    }

    void draft(Candidate &candidate)
    {
        const Frame &frame = m_frames.frames[static_cast<size_t>(candidate.frame)];
        Draft draft;
        draft.kind = candidate.kind;
        draft.status = candidate.status;
        draft.members = candidate.members;
        draft.sentence = candidate.sentence;
        draft.rule = frame.id;
        draft.origin.candidates = {static_cast<int>(&candidate - m_candidates.data())};
        draft.evidence = {candidate.evidence};
        draft.definite = candidate.definite;
        draft.setting = candidate.setting;
        draft.bearer = candidate.bearer;
        draft.receives = frame.kind == ContactKind::Meeting && frame.role(Slot::Subject) == Capacity::Host;
        draft.byNoun = !frame.nouns.empty();
        draft.weak = frame.weak;
        draft.earlier = candidate.onlyAfter && draft.byNoun;
        draft.sequel = isSequel(candidate);
        if (candidate.ofStates)
            leaveToStates(draft);
        addMediators(draft, candidate);
        setPlace(draft, candidate);
        if (candidate.delegates)
            m_sides.forgetGuesses(draft);
        m_sides.infer(draft, m_drafts);
        m_sides.chooseVisitor(draft, m_drafts);
        takeBearersSide(draft);
        setHost(draft, candidate);
        setDate(draft, candidate);
        draft.longBefore = isLongBefore(draft, candidate);
        dateOfDelivery(draft);
        candidate.dropped = candidate.onlyAhead && draft.status != ContactStatus::Planned
                                ? u"tells a contact in another status only"_s
                                : reasonAgainst(draft);
        if (!candidate.dropped.isEmpty())
            return;
        if (takesBack(draft, candidate))
            return;
        m_joins.joinCompany(candidate, draft);
        if (candidate.separate && draft.kind == ContactKind::Message)
            splitLetters(draft);
        else if (candidate.separate && (draft.kind == ContactKind::Meeting || draft.kind == ContactKind::Call))
            split(draft);
        else if (draft.kind == ContactKind::Visit)
            m_sides.splitByState(draft, m_drafts);
        else
            m_drafts.push_back(std::move(draft));
        if (candidate.putOffTo >= 0 && !candidate.separate)
            postponeTo(Draft(m_drafts.back()), candidate, candidate.putOffTo);
    }

    /** Only where two others meet: "the meeting with the Omani mediators" is one with them. */
    void addMediators(Draft &draft, const Candidate &candidate)
    {
        if (draft.kind != ContactKind::Meeting || draft.members.size() < 2)
            return;
        std::vector<Member> mediators = candidate.mediators;
        for (const QString &country : candidate.mediating)
            mediators.push_back({stateOf(country), Capacity::Mediator});
        for (const Member &mediator : mediators) {
            if (!draft.has(mediator.entity))
                draft.members.push_back(mediator);
        }
        if (std::any_of(draft.members.begin(), draft.members.end(),
                        [](const Member &m) { return m.capacity == Capacity::Mediator; })) {
            for (Member &member : draft.members)
                member.capacity = member.capacity == Capacity::Mediator ? Capacity::Mediator : Capacity::Party;
        }
    }

    /** The states for the persons who agreed on it, where the states of all are known. */
    void leaveToStates(Draft &draft)
    {
        const bool known = std::all_of(draft.members.begin(), draft.members.end(),
                                       [this](const Member &m) { return !entity(m.entity).country.isEmpty(); });
        for (Member &member : draft.members) {
            if (known)
                member.entity = stateOf(entity(member.entity).country);
        }
    }

    /** The entity of a state, made if the article names none as such. */
    [[nodiscard]] int stateOf(const QString &country)
    {
        if (const int known = stateEntity(country); known >= 0)
            return known;
        Entity state;
        state.type = ParticipantType::Body;
        state.name = m_lexicon.countryNames.value(country);
        state.forms = {state.name};
        state.country = country;
        state.official = state.isState = true;
        m_entities.push_back(std::move(state));
        return static_cast<int>(m_entities.size()) - 1;
    }

    /** "on the last day of his visit", "flew in on Monday": where he met somebody, else where the article was written.
     */
    void placeHomeless()
    {
        for (Candidate &candidate : m_candidates) {
            if (candidate.pointed)
                placePointed(candidate);
            if (!candidate.homeless)
                continue;
            const int guest = guestOf(candidate);
            if (guest < 0 || (candidate.within && (candidate.there || isTravelling(guest, candidate.sentence))))
                continue;
            const Place there =
                candidate.toCountry ? countryMeant(guest, candidate.sentence) : whereMet(guest, candidate.sentence);
            if (!there.isKnown() || there.country.isEmpty() || entity(guest).country == there.country ||
                hasVisitOf(guest, there.country, candidate))
                continue;
            candidate.dropped.clear();
            m_destination = there;
            draft(candidate);
            m_destination = Place();
        }
    }

    /** Whether a journey of his is told so far: "on his visit" is then on that one. */
    [[nodiscard]] bool isTravelling(int guest, int sentence) const
    {
        return std::any_of(m_drafts.begin(), m_drafts.end(), [&](const Draft &draft) {
            return draft.kind == ContactKind::Visit && draft.sentence <= sentence && draft.has(guest);
        });
    }

    /** "will welcome President X to the White House; the visit will ...": of who is received, to where he is. */
    void placePointed(Candidate &candidate)
    {
        static constexpr int reach = 6;
        const int told = guestOf(candidate);
        for (size_t i = m_drafts.size(); i-- > 0;) {
            const Draft &meeting = m_drafts[i];
            const int behind = candidate.sentence - meeting.sentence;
            const int guest = memberAs(meeting, Capacity::Guest);
            const int host = memberAs(meeting, Capacity::Host);
            if (!meeting.receives || behind < 0 || behind > reach || guest < 0 || host < 0 ||
                (told >= 0 && told != guest))
                continue;
            const QString country = meeting.place.isKnown() ? meeting.place.country : entity(host).country;
            if (country.isEmpty() || entity(guest).country == country || entity(guest).country.isEmpty() ||
                entity(host).country != country || hasVisitOf(guest, country, candidate))
                return;
            candidate.add(guest, Capacity::Guest, -1);
            candidate.status = meeting.status;
            candidate.dropped.clear();
            m_destination =
                meeting.place.isKnown() ? meeting.place : Place{m_lexicon.countryNames.value(country), country};
            draft(candidate);
            m_destination = Place();
            return;
        }
    }

    [[nodiscard]] static int memberAs(const Draft &draft, Capacity capacity)
    {
        const auto at = std::find_if(draft.members.begin(), draft.members.end(),
                                     [capacity](const Member &m) { return m.capacity == capacity; });
        return at == draft.members.end() ? -1 : at->entity;
    }

    [[nodiscard]] static int guestOf(const Candidate &candidate)
    {
        for (const Member &member : candidate.members) {
            if (member.capacity == Capacity::Guest)
                return member.entity;
        }
        return -1;
    }

    /** Whether his visit to the state is told already, unless the candidate has another day. */
    [[nodiscard]] bool hasVisitOf(int guest, const QString &country, const Candidate &candidate) const
    {
        FuzzyDate date;
        if (candidate.time >= 0)
            date = resolveTime(m_analysis.times, static_cast<size_t>(candidate.time), referenceAt(candidate.sentence),
                               Tense::Past);
        return std::any_of(m_drafts.begin(), m_drafts.end(), [&](const Draft &draft) {
            const bool apart = date.isKnown() && draft.date.isKnown() && !draft.date.overlaps(date);
            return draft.kind == ContactKind::Visit && draft.has(guest) && draft.destinationCountry == country &&
                   !apart;
        });
    }

    /** "the country": of whom he meets in the same sentence, else of whoever issued the article. */
    [[nodiscard]] Place countryMeant(int guest, int sentence) const
    {
        const auto stateOf = [this](const QString &code) { return Place{m_lexicon.countryNames.value(code), code}; };
        for (const Draft &draft : m_drafts) {
            if (draft.dropped || draft.sentence != sentence || !draft.has(guest))
                continue;
            for (const Member &member : draft.members) {
                const QString country = member.entity >= 0 ? entity(member.entity).country : QString();
                if (!country.isEmpty() && country != entity(guest).country)
                    return stateOf(country);
            }
        }
        const QString home = m_frame.homeCountry.isEmpty() ? m_frame.datelineCountry : m_frame.homeCountry;
        return home.isEmpty() || home == entity(guest).country ? Place() : stateOf(home);
    }

    [[nodiscard]] Place whereMet(int guest, int sentence) const
    {
        if (!m_layout.sections.empty() && m_layout.sections[static_cast<size_t>(sentence)] >= 0)
            return placeOf(phrase(m_layout.sections[static_cast<size_t>(sentence)]));
        for (const Draft &draft : m_drafts) {
            if (draft.kind == ContactKind::Meeting && draft.has(guest) && draft.place.isKnown() &&
                draft.place.country != entity(guest).country)
                return draft.place;
        }
        if (m_frame.datelineCity.isEmpty() && m_layout.onlyItem >= 0)
            return placeOf(phrase(m_layout.onlyItem));
        return {m_frame.datelineCity, m_frame.datelineCountry};
    }

    /** A letter that somebody's envoy hands over comes from the envoy's side, if nothing else is told. */
    void takeBearersSide(const Draft &draft)
    {
        const QString side = draft.bearer >= 0 ? entity(draft.bearer).country : QString();
        if (side.isEmpty() || draft.kind != ContactKind::Message)
            return;
        for (const Member &member : draft.members) {
            if (member.capacity == Capacity::Recipient && entity(member.entity).country == side)
                return;
        }
        for (const Member &member : draft.members) {
            if (member.capacity != Capacity::Sender || !m_sides.isGuessable(entity(member.entity)))
                continue;
            m_entities[static_cast<size_t>(member.entity)].country = side;
            m_entities[static_cast<size_t>(member.entity)].countryGuessed = true;
        }
    }

    /** "On that trip he also handed over a letter": on the day of the visit or meeting told just before. */
    void dateOfDelivery(Draft &draft) const
    {
        if (draft.kind != ContactKind::Message || draft.bearer < 0 || draft.hasTimeWord || draft.date.isKnown())
            return;
        for (size_t i = m_drafts.size(); i-- > 0;) {
            const Draft &before = m_drafts[i];
            const bool visit = before.kind == ContactKind::Visit || before.kind == ContactKind::Meeting;
            if (!visit || before.status != ContactStatus::Held || !before.has(draft.bearer) ||
                draft.sentence - before.sentence > 1)
                continue;
            DraftRelations::takeDate(draft, before);
            draft.origin.date = draft.date.isKnown() ? DateSource::Related : draft.origin.date;
            return;
        }
    }

    /** "sent similar cables": to whom the message before went. */
    void addressAsBefore(Candidate &candidate)
    {
        const auto has = [&candidate](Capacity capacity) {
            return std::any_of(candidate.members.begin(), candidate.members.end(),
                               [capacity](const Member &m) { return m.capacity == capacity; });
        };
        if (!has(Capacity::Sender) || has(Capacity::Recipient))
            return;
        for (size_t i = m_drafts.size(); i-- > 0;) {
            const Draft &before = m_drafts[i];
            if (before.kind != ContactKind::Message || candidate.sentence - before.sentence > denialReach)
                continue;
            for (const Member &member : before.members) {
                if (member.capacity == Capacity::Recipient)
                    candidate.add(member.entity, Capacity::Recipient, -1);
            }
            candidate.dropped.clear();
            const size_t known = m_drafts.size();
            draft(candidate);
            for (size_t anew = known; anew < m_drafts.size(); ++anew) {
                if (!m_drafts[anew].date.isKnown())
                    DraftRelations::takeDate(m_drafts[anew], m_drafts[i]);
            }
            return;
        }
    }

    /** "two messages, one from A and the other from B", "cables to A and B": one for each sender and recipient. */
    void splitLetters(const Draft &draft)
    {
        for (const Member &sender : draft.members) {
            if (sender.capacity != Capacity::Sender)
                continue;
            for (const Member &recipient : draft.members) {
                if (recipient.capacity != Capacity::Recipient)
                    continue;
                Draft part = draft;
                part.members = {sender, recipient};
                m_drafts.push_back(std::move(part));
            }
        }
        const bool party = std::any_of(draft.members.begin(), draft.members.end(),
                                       [](const Member &m) { return m.capacity == Capacity::Party; });
        if (party)
            m_drafts.push_back(draft);
    }

    /** "separate meetings with A and B": one contact for each. */
    void split(const Draft &draft)
    {
        std::vector<Member> one;
        std::vector<Member> others;
        for (const Member &member : draft.members)
            (member.met ? others : one).push_back(member);
        // The list of those met stands first when an attachment was read before the subject.
        if (others.size() < 2 && one.size() >= 2)
            std::swap(one, others);
        if (one.size() != 1 || others.size() < 2) {
            const Member shared = draft.members.back();
            if (draft.members.size() < 3) {
                m_drafts.push_back(draft);
                return;
            }
            one = {shared};
            others.assign(draft.members.begin(), draft.members.end() - 1);
        }
        for (const Member &other : others) {
            Draft part = draft;
            part.members = {one.front(), other};
            part.apart = true;
            m_drafts.push_back(std::move(part));
        }
    }

    [[nodiscard]] QString told(const NounPhrase &p) const
    {
        QString text = m_analysis.text.text(p.begin, p.end);
        for (const QString &article : {u"the "_s, u"The "_s})
            text = text.startsWith(article) ? text.mid(article.size()) : text;
        return text;
    }

    /** A building gives its city if the article names that anywhere, else its state. */
    [[nodiscard]] Place placeOf(const NounPhrase &p) const
    {
        if (p.kind == NounPhrase::Kind::Body && !p.periphrasis)
            return {told(p), p.country};
        if (!p.periphrasis)
            return {told(p), p.country};
        for (const NounPhrase &other : m_analysis.phrases) {
            if (other.kind == NounPhrase::Kind::Place && !other.periphrasis && other.city == p.city &&
                !other.city.isEmpty())
                return {told(other), p.country};
        }
        if (folded(m_frame.datelineCity) == folded(p.city))
            return {p.city, p.country};
        if (p.name == p.city)
            return {p.city, p.country};
        return {m_lexicon.countryNames.value(p.country), p.country};
    }

    void setPlace(Draft &draft, const Candidate &candidate) const
    {
        const bool region = candidate.destination >= 0 && MatchBase::isRegion(phrase(candidate.destination)) &&
                            !phrase(candidate.destination).attributive;
        if (m_destination.isKnown()) {
            draft.place = m_destination;
            draft.destinationCountry = m_destination.country;
        } else if (region && phrase(candidate.destination).country.isEmpty()) {
            draft.region = told(phrase(candidate.destination)); // rule 25 of the gold
        } else if (candidate.destination >= 0) {
            draft.place = placeOf(phrase(candidate.destination));
            draft.destinationCountry = draft.place.country;
            draft.origin.place = PlaceSource::Destination;
            draft.origin.placePhrase = candidate.destination;
        } else if (candidate.place >= 0 && !MatchBase::isRegion(phrase(candidate.place)) &&
                   (draft.kind == ContactKind::Meeting || draft.kind == ContactKind::Visit)) {
            draft.place = placeOf(phrase(candidate.place));
            draft.origin.place = PlaceSource::Phrase;
            draft.origin.placePhrase = candidate.place;
        } else if (!m_layout.sections.empty() && m_layout.sections[static_cast<size_t>(candidate.sentence)] >= 0 &&
                   draft.kind == ContactKind::Meeting) {
            draft.place = placeOf(phrase(m_layout.sections[static_cast<size_t>(candidate.sentence)]));
            draft.origin.place = PlaceSource::Phrase;
            draft.origin.placePhrase = m_layout.sections[static_cast<size_t>(candidate.sentence)];
        } else if (candidate.here && !m_frame.datelineCity.isEmpty()) {
            draft.place = {m_frame.datelineCity, m_frame.datelineCountry};
            draft.origin.place = PlaceSource::Dateline;
        } else if (candidate.there && !m_drafts.empty()) {
            draft.place = m_drafts.back().place;
            draft.origin.place = PlaceSource::Before;
        }
        if (draft.kind == ContactKind::Call || draft.kind == ContactKind::Message)
            draft.place = Place();
        if (draft.kind == ContactKind::Call) {
            for (Member &member : draft.members) {
                if (member.capacity == Capacity::Host || member.capacity == Capacity::Guest)
                    member.capacity = Capacity::Party;
            }
        }
    }

    [[nodiscard]] int stateEntity(const QString &country) const
    {
        for (size_t i = 0; i < m_entities.size(); ++i) {
            if (m_entities[i].isState && m_entities[i].country == country)
                return static_cast<int>(i);
        }
        return -1;
    }

    void setHost(Draft &draft, const Candidate &)
    {
        const bool hasHost = std::any_of(draft.members.begin(), draft.members.end(),
                                         [](const Member &m) { return m.capacity == Capacity::Host; });
        if (draft.kind == ContactKind::Visit && !hasHost && !draft.region.isEmpty())
            draft.members.push_back({-1, Capacity::Host, -1});
        if (draft.kind == ContactKind::Visit && !hasHost && !draft.destinationCountry.isEmpty()) {
            const int known = stateEntity(draft.destinationCountry);
            draft.members.push_back({known >= 0 ? known : -1, Capacity::Host, -1});
        }
        if (draft.kind != ContactKind::Meeting || draft.setting || hasHost || draft.place.country.isEmpty())
            return;
        const bool mediated = std::any_of(draft.members.begin(), draft.members.end(),
                                          [](const Member &m) { return m.capacity == Capacity::Mediator; });
        const auto atHome = [&](const Member &m) { return entity(m.entity).country == draft.place.country; };
        const bool some = std::any_of(draft.members.begin(), draft.members.end(), atHome);
        const bool all = std::all_of(draft.members.begin(), draft.members.end(), atHome);
        if (mediated || !some || all)
            return;
        for (Member &member : draft.members)
            member.capacity = atHome(member) ? Capacity::Host : Capacity::Guest;
    }

    [[nodiscard]] bool holdsLocalOffice(const Member &member) const
    {
        if (member.entity < 0)
            return false;
        const QStringList &keys = entity(member.entity).roleKeys;
        const QStringList local = m_lexicon.roleGroups.value(u"local"_s);
        return !keys.isEmpty() &&
               std::all_of(keys.begin(), keys.end(), [&local](const QString &key) { return local.contains(key); });
    }

    [[nodiscard]] QString reasonAgainst(const Draft &draft) const
    {
        QSet<QString> sides;
        int unknown = 0;
        int official = 0;
        for (const Member &member : draft.members) {
            const QString side = m_sides.sideOf(draft, member);
            if (!side.isEmpty())
                sides.insert(side);
            else if (entity(member.entity).counterpart)
                sides.insert(u"counterpart"_s);
            else
                ++unknown;
            official += member.entity < 0 || entity(member.entity).official ? 1 : 0;
        }
        if (sides.size() + (unknown > 0 ? 1 : 0) < 2)
            return u"all who take part are of one side"_s;
        const bool known = std::any_of(draft.members.begin(), draft.members.end(), [&](const Member &m) {
            return !m_sides.sideOf(draft, m).isEmpty() && !holdsLocalOffice(m);
        });
        if (!known && std::any_of(draft.members.begin(), draft.members.end(),
                                  [this](const Member &m) { return holdsLocalOffice(m); }))
            return u"a governor or mayor meets somebody whose state is not told"_s;
        const bool together = draft.kind == ContactKind::Meeting && sides.size() == 1 && draft.byNoun &&
                              draft.status == ContactStatus::Held &&
                              std::all_of(draft.members.begin(), draft.members.end(),
                                          [](const Member &m) { return m.slot == Slot::Subject; });
        if (together)
            return u"those who hold it are told together, and of one side only"_s;
        const bool privately = draft.kind == ContactKind::Meeting && !draft.place.isKnown() && !draft.hasTimeWord &&
                               std::any_of(draft.members.begin(), draft.members.end(), [this](const Member &member) {
                                   return member.met && member.entity >= 0 && entity(member.entity).side().isEmpty() &&
                                          entity(member.entity).offices.isEmpty();
                               });
        if (privately && draft.members.size() == 2)
            return u"one of the two is told to hold no office and to be of no state"_s;
        if (draft.kind != ContactKind::Visit && official == 0)
            return u"no one who takes part is told to hold an office"_s;
        if (draft.kind != ContactKind::Visit && sides.isEmpty())
            return u"no state or organisation is told"_s;
        if (draft.kind == ContactKind::Visit)
            return visitReason(draft);
        return {};
    }

    [[nodiscard]] QString visitReason(const Draft &draft) const
    {
        for (const Member &member : draft.members) {
            if (member.capacity != Capacity::Guest || member.entity < 0)
                continue;
            const Entity &guest = entity(member.entity);
            if (guest.isState)
                return u"a state as such does not travel"_s;
            if (!guest.country.isEmpty() && guest.country == draft.destinationCountry)
                return u"the destination is the traveller's own state"_s;
        }
        return {};
    }

    [[nodiscard]] QDate referenceAt(int sentence) const
    {
        const QDate heading = m_layout.headings[static_cast<size_t>(sentence)];
        return heading.isValid() ? heading : m_frame.published;
    }

    void setDate(Draft &draft, const Candidate &candidate) const
    {
        const QDate reference = referenceAt(candidate.sentence);
        const QDate heading = m_layout.headings[static_cast<size_t>(candidate.sentence)];
        if (candidate.time >= 0) {
            const TimeExpression &time = m_analysis.times[static_cast<size_t>(candidate.time)];
            const bool future = draft.status == ContactStatus::Planned || draft.status == ContactStatus::Invited ||
                                draft.status == ContactStatus::Proposed || isOfAhead(candidate);
            const bool journey =
                candidate.gone && draft.status == ContactStatus::Planned && m_frame.published.isValid();
            draft.hasTimeWord = true;
            draft.origin.date = DateSource::Time;
            draft.origin.time = candidate.time;
            const bool ahead = candidate.present && time.kind == TimeExpression::Kind::Weekday &&
                               time.direction == TimeExpression::Direction::Open;
            const bool behind =
                candidate.destination >= 0 && time.begin >= phrase(candidate.destination).end; // not of the inviting
            if (draft.status != ContactStatus::Invited || behind || time.kind == TimeExpression::Kind::Absolute)
                draft.date = resolveTime(m_analysis.times, static_cast<size_t>(candidate.time), reference,
                                         (future && !journey) || ahead ? Tense::Future : Tense::Past);
            if (journey && draft.date.isKnown() && draft.date.latest() < m_frame.published)
                draft.status = ContactStatus::Held;
            const bool decade =
                time.kind == TimeExpression::Kind::Absolute && time.unit == TimeExpression::Unit::Decade;
            if (future && decade) // "wants to meet him over those who vanished in the 1970s"
                draft.date = FuzzyDate();
            if (draft.status == ContactStatus::Held && draft.date.isKnown() && m_frame.published.isValid() &&
                draft.date.earliest() > m_frame.published)
                draft.status = ContactStatus::Planned;
        }
        if (!draft.date.isKnown() && heading.isValid()) {
            draft.date = FuzzyDate::day(heading);
            draft.origin.date = DateSource::Heading;
            draft.hasTimeWord = true;
        }
        if (heading.isValid() && m_frame.published.isValid() && heading > m_frame.published &&
            draft.status == ContactStatus::Held && draft.date.isKnown() && draft.date.earliest() > m_frame.published)
            draft.status = ContactStatus::Planned;
        draft.durationDays = candidate.durationDays;
        draft.endsOnTime = candidate.endsOnTime;
    }

    /** "will not travel on Thursday", "put off a visit that had been set for Thursday": that day is still to come. */
    [[nodiscard]] bool isOfAhead(const Candidate &candidate) const
    {
        if (candidate.appointed)
            return true;
        if (candidate.status != ContactStatus::Cancelled || candidate.verb < 0)
            return false;
        const VerbGroup::Mood mood = m_analysis.verbs[static_cast<size_t>(candidate.verb)].mood;
        return mood == VerbGroup::Mood::Future || mood == VerbGroup::Mood::BeTo ||
               mood == VerbGroup::Mood::Conditional || mood == VerbGroup::Mood::Infinitive;
    }

    [[nodiscard]] bool placesAgree(const Draft &a, const Draft &b) const
    {
        if (!a.place.isKnown() || !b.place.isKnown() || folded(a.place.name) == folded(b.place.name))
            return true;
        const bool isStateA =
            m_lexicon.countryNames.value(a.place.country) == a.place.name || m_relations.isStateName(a.place);
        const bool isStateB =
            m_lexicon.countryNames.value(b.place.country) == b.place.name || m_relations.isStateName(b.place);
        return a.place.country == b.place.country && (isStateA || isStateB);
    }

    [[nodiscard]] static bool datesAgree(const Draft &a, const Draft &b)
    {
        return !a.date.isKnown() || !b.date.isKnown() || a.date.overlaps(b.date);
    }

    [[nodiscard]] bool sameContact(const Draft &a, const Draft &b) const
    {
        if (a.kind != b.kind || !datesAgree(a, b) || !placesAgree(a, b))
            return false;
        if (a.status != b.status && !isDone(a, b))
            return false;
        if (a.kind == ContactKind::Visit)
            return sameVisit(a, b) && !isEarlierThanNews(a, b) && !isEarlierThanNews(b, a);
        size_t shared = 0;
        for (const Member &member : a.members)
            shared += b.has(member.entity) ? 1 : 0;
        const size_t fewer = std::min(a.members.size(), b.members.size());
        if (a.kind == ContactKind::Message)
            return shared >= 2;
        return shared >= 2 && (shared == fewer || (a.date.isKnown() && b.date.isKnown()));
    }

    /** "is in Kyiv today to meet X", and then that they meet: planned and held on the very day. */
    [[nodiscard]] static bool isDone(const Draft &a, const Draft &b)
    {
        const auto open = [](const Draft &d) { return d.status == ContactStatus::Planned; };
        const auto done = [](const Draft &d) { return d.status == ContactStatus::Held && !d.byNoun; };
        return ((open(a) && done(b)) || (done(a) && open(b))) && a.kind == ContactKind::Meeting && a.date.isDay() &&
               a.date == b.date;
    }

    /** "who paid a visit to Tehran", "he had previously visited Tehran in June last year": another one. */
    [[nodiscard]] static bool isEarlierThanNews(const Draft &earlier, const Draft &news)
    {
        return earlier.longBefore && news.sequel && !news.date.isKnown();
    }

    [[nodiscard]] bool isLongBefore(const Draft &draft, const Candidate &candidate) const
    {
        static constexpr int longAgo = 30; // days
        if (candidate.verb < 0 || !draft.date.isKnown())
            return false;
        const VerbGroup &group = m_analysis.verbs[static_cast<size_t>(candidate.verb)];
        const QDate reference = referenceAt(candidate.sentence);
        return m_analysis.token(group.begin).word == m_had && reference.isValid() &&
               draft.date.latest().daysTo(reference) > longAgo;
    }

    [[nodiscard]] static bool sameVisit(const Draft &a, const Draft &b)
    {
        const bool guest = std::any_of(a.members.begin(), a.members.end(), [&b](const Member &m) {
            return m.capacity == Capacity::Guest &&
                   std::any_of(b.members.begin(), b.members.end(),
                               [&m](const Member &n) { return n.capacity == Capacity::Guest && n.entity == m.entity; });
        });
        return guest && (a.destinationCountry == b.destinationCountry || a.destinationCountry.isEmpty() ||
                         b.destinationCountry.isEmpty());
    }

    /** Puts what `from` tells more exactly into `into`. */
    void absorb(Draft &into, const Draft &from) const
    {
        const bool closer = into.kind == ContactKind::Visit && m_relations.isVague(into) && !m_relations.isVague(from);
        if (!into.date.isKnown() || (from.date.isKnown() && (closer || narrower(from, into))))
            DraftRelations::takeDate(into, from);
        if (!into.place.isKnown() ||
            (from.place.isKnown() && m_relations.isStateName(into.place) && !m_relations.isStateName(from.place)))
            DraftRelations::takePlace(into, from);
        if (into.destinationCountry.isEmpty())
            into.destinationCountry = from.destinationCountry;
        const bool directed = std::any_of(into.members.begin(), into.members.end(),
                                          [](const Member &m) { return m.capacity != Capacity::Party; });
        for (const Member &member : from.members) {
            const auto known = std::find_if(into.members.begin(), into.members.end(),
                                            [&member](const Member &m) { return m.entity == member.entity; });
            if (known == into.members.end() && into.apart && !from.apart)
                continue; // "sat down with A and B", whom he is told to have met separately
            if (known == into.members.end()) {
                if (into.kind == ContactKind::Visit && member.capacity == Capacity::Host)
                    replaceHost(into, member);
                else if (into.kind != ContactKind::Message && into.kind != ContactKind::Visit)
                    into.members.push_back(member);
                else if (into.kind == ContactKind::Visit)
                    into.members.push_back(member);
            } else if (!directed && member.capacity != Capacity::Party) {
                known->capacity = member.capacity;
            }
        }
        for (const TextSpan &span : from.evidence) {
            if (!into.evidence.contains(span))
                into.evidence.append(span);
        }
        into.durationDays = std::max(into.durationDays, from.durationDays);
        into.endsOnTime = into.endsOnTime || from.endsOnTime;
        into.hasTimeWord = into.hasTimeWord || from.hasTimeWord;
        into.origin.candidates.insert(into.origin.candidates.end(), from.origin.candidates.begin(),
                                      from.origin.candidates.end());
        if (from.status == ContactStatus::Held)
            into.status = ContactStatus::Held;
        into.setting = into.setting || from.setting;
        into.receives = into.receives || from.receives;
        into.sequel = into.sequel || from.sequel;
    }

    /** A visit's host who is a person stands for the state that stood in for one. */
    void replaceHost(Draft &into, const Member &host) const
    {
        if (host.entity < 0 || entity(host.entity).isState)
            return;
        std::erase_if(into.members, [this](const Member &m) {
            return m.capacity == Capacity::Host && (m.entity < 0 || entity(m.entity).isState);
        });
        into.members.push_back(host);
    }

    [[nodiscard]] static bool narrower(const Draft &a, const Draft &b)
    {
        // A visit lasts; the day told of its arrival is less than its span.
        const bool wider = a.date.earliest().daysTo(a.date.latest()) > b.date.earliest().daysTo(b.date.latest());
        return a.kind == ContactKind::Visit ? wider && a.date.earliest().daysTo(a.date.latest()) < 15 && b.date.isDay()
                                            : !wider && !(a.date == b.date);
    }

    /** "would be glad to receive him in Oslo" wishes for a visit; that it would be received is no more than that. */
    void dropWishedReceptions()
    {
        for (Draft &meeting : m_drafts) {
            if (!meeting.receives || meeting.status != ContactStatus::Proposed)
                continue;
            meeting.dropped = std::any_of(m_drafts.begin(), m_drafts.end(), [&meeting](const Draft &visit) {
                return visit.kind == ContactKind::Visit && visit.sentence == meeting.sentence &&
                       visit.status == ContactStatus::Proposed;
            });
        }
    }

    void merge()
    {
        for (size_t i = 0; i < m_drafts.size(); ++i) {
            if (m_drafts[i].dropped)
                continue;
            for (size_t j = i + 1; j < m_drafts.size(); ++j) {
                if (m_drafts[j].dropped || !sameContact(m_drafts[i], m_drafts[j]))
                    continue;
                absorb(m_drafts[i], m_drafts[j]);
                m_drafts[j].dropped = true;
            }
        }
    }

    /** "a three-day visit": from the day it began, or up to the day it ended. */
    void lengthen()
    {
        for (Draft &draft : m_drafts) {
            if (draft.kind != ContactKind::Visit || draft.durationDays < 2 || !draft.date.isDay())
                continue;
            const QDate day = draft.date.earliest();
            draft.origin.lengthened = true;
            draft.date = draft.endsOnTime ? FuzzyDate::interval(day.addDays(1 - draft.durationDays), day)
                                          : FuzzyDate::interval(day, day.addDays(draft.durationDays - 1));
        }
    }

    /** "during the meeting on Tuesday": what is told of something told before. */
    void addToKnown(const Candidate &candidate)
    {
        const bool tellsWhere = candidate.occasion && candidate.place >= 0 && candidate.members.empty();
        if (!candidate.definite || (candidate.time < 0 && candidate.company.empty() && !tellsWhere))
            return;
        for (size_t i = m_drafts.size(); i-- > 0;) {
            Draft &known = m_drafts[i];
            if (known.kind != candidate.kind || candidate.sentence - known.sentence > 2)
                continue;
            if (known.status == ContactStatus::Cancelled && candidate.status == ContactStatus::Planned) {
                postponeTo(Draft(known), candidate, candidate.time);
                return;
            }
            if (known.status == candidate.status) {
                m_joins.joinCompany(candidate, known);
                if (candidate.occasion && candidate.members.empty())
                    tellWhereAndWhen(known, candidate);
            }
            if (candidate.time >= 0 && !known.date.isKnown() && known.status == ContactStatus::Held &&
                candidate.status == ContactStatus::Held) {
                known.date = resolveTime(m_analysis.times, static_cast<size_t>(candidate.time),
                                         referenceAt(candidate.sentence), Tense::Past);
                known.hasTimeWord = true;
                known.origin.date = DateSource::Time;
                known.origin.time = candidate.time;
            }
            return;
        }
    }

    /** "will meet next week. The talks are to be held in Oslo on Friday": the place, and the day within the week. */
    void tellWhereAndWhen(Draft &known, const Candidate &candidate) const
    {
        if (known.kind == ContactKind::Meeting && !known.place.isKnown())
            setPlace(known, candidate);
        if (candidate.time < 0 || !known.date.isKnown() || known.date.isDay() || !m_relations.isVague(known))
            return;
        const FuzzyDate date =
            resolveTime(m_analysis.times, static_cast<size_t>(candidate.time), referenceAt(candidate.sentence),
                        known.status == ContactStatus::Held ? Tense::Past : Tense::Future);
        if (!date.isKnown() || date.earliest() < known.date.earliest() || date.latest() > known.date.latest())
            return;
        known.date = date;
        known.origin.time = candidate.time;
    }

    /** A further sentence bears on a contact told before. */
    void tellToo(Draft &known, const Candidate &candidate) const
    {
        known.evidence.append(candidate.evidence);
        known.origin.candidates.push_back(static_cast<int>(&candidate - m_candidates.data()));
    }

    /** "No such visit is planned", "the trip was called off": what was told before will not be, or was not. */
    void deny(const Candidate &denial)
    {
        if (reviveDenied(denial, 0))
            return;
        for (size_t i = m_drafts.size(); i-- > 0;) {
            Draft &known = m_drafts[i];
            if (denial.sentence - known.sentence > denialReach)
                continue;
            const bool open = known.status != ContactStatus::Held || denial.neverWas;
            if (known.kind != denial.kind || !open || known.status == ContactStatus::Cancelled ||
                !hasAll(known, denial))
                continue;
            known.status = ContactStatus::Cancelled;
            tellToo(known, denial);
            if (denial.putOffTo >= 0)
                postponeTo(Draft(known), denial, denial.putOffTo);
            return;
        }
        reviveDenied(denial, 1);
    }

    [[nodiscard]] static bool hasAll(const Draft &known, const Candidate &told)
    {
        return std::all_of(told.members.begin(), told.members.end(),
                           [&known](const Member &m) { return known.has(m.entity); });
    }

    /** "Asked whether they would meet, he said no such meeting was planned": what was only asked for is denied. */
    bool reviveDenied(const Candidate &denial, int reach)
    {
        for (size_t i = m_candidates.size(); denial.neverWas && i-- > 0;) {
            Candidate &asked = m_candidates[i];
            const bool near = asked.sentence <= denial.sentence && denial.sentence - asked.sentence <= reach;
            if (!near || !asked.conditional || asked.kind != denial.kind || asked.trigger >= denial.trigger ||
                asked.members.size() < (asked.kind == ContactKind::Visit && asked.destination >= 0 ? 1 : 2))
                continue;
            asked.conditional = false;
            asked.status = ContactStatus::Cancelled;
            asked.dropped.clear();
            draft(asked);
            return asked.dropped.isEmpty();
        }
        return false;
    }

    /** "The King accepted the invitation": what he was invited to is planned now. */
    void answer(const Candidate &given)
    {
        for (size_t i = m_drafts.size(); i-- > 0;) {
            Draft &known = m_drafts[i];
            const bool open = known.status == ContactStatus::Invited || known.status == ContactStatus::Proposed;
            if (known.kind != ContactKind::Visit || !open || given.sentence - known.sentence > denialReach)
                continue;
            if (!hasAll(known, given))
                continue;
            const int sentence = known.sentence;
            const ContactStatus before = known.status;
            for (Draft &same : m_drafts) { // "invited him to visit" is drafted by both verbs
                if (same.sentence == sentence && same.kind == ContactKind::Visit && same.status == before) {
                    same.status = *given.answer;
                    same.rule = m_frames.frames[static_cast<size_t>(given.frame)].id;
                    tellToo(same, given);
                }
            }
            return;
        }
    }

    /** "A planned stop in Peru was cancelled", "a trip to Asmara is planned too": who travels is told before. */
    void takeTraveller(Candidate &candidate)
    {
        if (candidate.status == ContactStatus::Held)
            return;
        for (size_t i = m_drafts.size(); i-- > 0;) {
            const Draft &before = m_drafts[i];
            if (before.kind != ContactKind::Visit || candidate.sentence - before.sentence > 1)
                continue;
            for (const Member &member : before.members) {
                if (member.capacity == Capacity::Guest)
                    candidate.add(member.entity, Capacity::Guest, -1);
            }
            candidate.dropped.clear();
            draft(candidate);
            return;
        }
    }

    /** "The two did not meet": what was told before is taken back. */
    bool takesBack(const Draft &draft, const Candidate &candidate)
    {
        if (draft.status != ContactStatus::Cancelled || draft.hasTimeWord || draft.place.isKnown() ||
            candidate.verb < 0 || !m_analysis.verbs[static_cast<size_t>(candidate.verb)].negated || candidate.again)
            return false;
        for (size_t i = m_drafts.size(); i-- > 0;) {
            Draft &known = m_drafts[i];
            const bool same = known.kind == draft.kind && draft.sentence - known.sentence <= denialReach &&
                              std::all_of(draft.members.begin(), draft.members.end(),
                                          [&known](const Member &m) { return known.has(m.entity); });
            if (!same || known.status == ContactStatus::Cancelled)
                continue;
            known.status = ContactStatus::Cancelled;
            tellToo(known, candidate);
            return true;
        }
        return false;
    }

    /** "The trip will now be made on March 20": what was put off, planned anew. */
    void postponeTo(Draft anew, const Candidate &candidate, int time)
    {
        anew.status = ContactStatus::Planned;
        anew.date =
            resolveTime(m_analysis.times, static_cast<size_t>(time), referenceAt(candidate.sentence), Tense::Future);
        anew.origin.time = time;
        anew.evidence = {candidate.evidence};
        anew.sentence = candidate.sentence;
        m_drafts.push_back(std::move(anew));
    }

    [[nodiscard]] Participant participant(const Draft &draft, const Member &member) const
    {
        Participant who;
        who.capacity = member.capacity;
        if (member.entity < 0) {
            who.type = ParticipantType::Body;
            who.name = who.toldAs =
                draft.region.isEmpty() ? m_lexicon.countryNames.value(draft.destinationCountry) : draft.region;
            who.country = draft.destinationCountry;
            return who;
        }
        const Entity &known = entity(member.entity);
        who.type = known.type;
        // One name for a state, however the article spells it, so that its contacts can be joined.
        who.name = known.isState ? m_lexicon.countryNames.value(known.country, known.name) : known.name;
        who.country = known.country;
        who.office = known.offices.isEmpty() ? QString() : known.offices.front();
        who.toldAs = known.name;
        if (member.phrase >= 0 && !phrase(member.phrase).plural) {
            const NounPhrase &p = phrase(member.phrase);
            who.toldAs = p.kind == NounPhrase::Kind::Person ? p.name : m_analysis.text.text(p.begin, p.end);
        }
        return who;
    }

    [[nodiscard]] MadeAccount tell(const Draft &draft) const
    {
        MadeAccount made;
        Account &account = made.account;
        account.kind = draft.kind;
        account.status = draft.status;
        account.date = draft.date;
        account.place = draft.place;
        account.evidence = draft.evidence;
        account.rule = draft.rule;
        for (const Member &member : draft.members)
            account.participants.append(participant(draft, member));
        made.members = draft.members;
        made.origin = draft.origin;
        if (!draft.date.isKnown())
            made.origin.date = DateSource::None;
        if (!draft.place.isKnown())
            made.origin.place = PlaceSource::None;
        made.signs = signsOf({m_candidates, m_analysis, m_entities, m_frames}, made.members, draft.status, made.origin);
        account.confidence = confidenceOf(made.signs, m_frames.confidence);
        return made;
    }

    std::vector<Candidate> &m_candidates;
    const Analysis &m_analysis;
    std::vector<Entity> &m_entities;
    const ArticleFrame &m_frame;
    const Lexicon &m_lexicon;
    const FrameSet &m_frames;
    DraftRelations m_relations;
    DraftJoins m_joins;
    DraftSides m_sides;
    std::vector<Draft> m_drafts;
    Layout m_layout;
    Place m_destination; ///< of a visit that tells none itself, while it is drafted
    WordId m_had = m_lexicon.word(QLatin1String("had"));
};

} // namespace

std::vector<MadeAccount> makeAccounts(std::vector<Candidate> &candidates, const Analysis &analysis,
                                      std::vector<Entity> &entities, const ArticleFrame &frame, const Lexicon &lexicon,
                                      const FrameSet &frames)
{
    return AccountMaker(candidates, analysis, entities, frame, lexicon, frames).run();
}

} // namespace dragoman
