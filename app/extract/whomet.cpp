// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/whomet.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dragoman {

using Kind = NounPhrase::Kind;

/** Told only in passing, of the time before the news: "since they met in May", "they had met". */
bool WhoMet::isBackground(const Candidate &told) const
{
    if (told.verb >= 0 && m_clauses.isWord(verb(told.verb).begin, "had"_L1))
        return true;
    for (int i = told.trigger - 1; i >= firstOf(told.sentence) && !token(i).isMark(u','); --i) {
        if (m_clauses.phraseAt(i) < 0 && (m_clauses.isWord(i, "since"_L1) || m_clauses.isWord(i, "when"_L1)))
            return true;
    }
    return false;
}

/** The two persons of different sides who met by a candidate, without who mediated; else nobody. */
std::vector<int> WhoMet::pairOf(const Candidate &told) const
{
    // Who only joined a meeting told before did not meet one another.
    if (!told.dropped.isEmpty() || told.kind == ContactKind::Visit ||
        m_frames.frames[static_cast<size_t>(told.frame)].joins)
        return {};
    std::vector<int> pair;
    for (const Candidate::Member &member : told.members) {
        if (member.capacity != Capacity::Mediator)
            pair.push_back(member.entity);
    }
    const bool persons = std::all_of(pair.begin(), pair.end(),
                                     [this](int actor) { return entity(actor).type == ParticipantType::Person; });
    const bool oneSide =
        pair.size() == 2 && !entity(pair[0]).side().isEmpty() && entity(pair[0]).side() == entity(pair[1]).side();
    return pair.size() == 2 && persons && !oneSide ? pair : std::vector<int>();
}

/** "Sol and Luna went over it when they met": the two who do the deed of the clause before. */
std::vector<int> WhoMet::subjectsBefore(const NounPhrase &group) const
{
    if (!m_clauses.isWord(group.begin - 1, "when"_L1) && !m_clauses.isWord(group.begin - 1, "as"_L1))
        return {};
    const int first = firstOf(group.sentence);
    for (int v = m_clauses.verbBefore(group.begin, first); v >= 0; v = m_clauses.verbBefore(verb(v).begin, first)) {
        std::vector<int> pair;
        for (const int number : m_clauses.subjectOf(v).phrases) {
            if (phrase(number).kind == Kind::Person && phrase(number).actors.size() == 1)
                pair.push_back(phrase(number).actors.front());
        }
        if (pair.size() == 2 && sidesDiffer(pair))
            return pair;
    }
    return {};
}

/** "A and B will travel to Cairo. They will meet": the travellers told last, where nobody is told to have met since. */
std::vector<int> WhoMet::travellersBefore(const NounPhrase &group) const
{
    static constexpr int reach = 2;
    if (!m_clauses.is(group.end - 1, WordClass::PronounThey))
        return {};
    for (size_t i = m_found.size(); i-- > 0;) {
        const Candidate &told = m_found[i];
        if (told.sentence >= group.sentence || !told.dropped.isEmpty())
            continue;
        if (told.kind != ContactKind::Visit || group.sentence - told.sentence > reach)
            return {};
        std::vector<int> guests;
        for (const Candidate::Member &member : told.members) {
            if (member.capacity == Capacity::Guest && entity(member.entity).type == ParticipantType::Person)
                guests.push_back(member.entity);
        }
        return guests.size() > 1 ? guests : std::vector<int>();
    }
    return {};
}

/** How many "the three" are; 0 where no number is told. */
int WhoMet::countOf(const NounPhrase &group) const
{
    for (int i = group.begin; i < group.end; ++i) {
        if (const int number = m_clauses.is(i, WordClass::Number) ? m_places.numberOf(i) : 0; number > 0)
            return number;
    }
    return 0;
}

/** "The three had met before": those of the last contact of so many. */
std::vector<int> WhoMet::severalWhoMet(const NounPhrase &group, size_t count) const
{
    for (size_t i = m_found.size(); i-- > 0;) {
        const Candidate &told = m_found[i];
        if (told.kind == ContactKind::Visit || told.members.size() != count || told.sentence >= group.sentence)
            continue;
        std::vector<int> all;
        for (const Candidate::Member &member : told.members)
            all.push_back(member.entity);
        return all;
    }
    return {};
}

/** Whom "they", "the two leaders" mean: who is told to have met last, unless two are named since; else, where no
 * two are ever named together, whom the article began with. */
std::vector<int> WhoMet::of(const NounPhrase &group) const
{
    static constexpr int reach = 6;
    if (const std::vector<int> pair = subjectsBefore(group); !pair.empty())
        return pair;
    if (std::vector<int> listed = m_antecedents.listBefore(group.begin); !listed.empty())
        return listed;
    if (std::vector<int> guests = travellersBefore(group); !guests.empty())
        return guests;
    if (const int count = countOf(group); count > 2)
        return severalWhoMet(group, static_cast<size_t>(count));
    const std::vector<int> near = m_antecedents.groupBefore(group.begin);
    for (const bool background : {false, true}) {
        for (size_t i = m_found.size(); i-- > 0;) {
            const Candidate &told = m_found[i];
            if (group.sentence - told.sentence > reach)
                break;
            const std::vector<int> pair = pairOf(told);
            if (told.sentence >= group.sentence || pair.empty() || (!background && isBackground(told)))
                continue;
            const bool since = near.size() == 2 && sidesDiffer(near) &&
                               m_antecedents.areNamedTogether(near, told.sentence, group.begin);
            return !since && m_antecedents.canBe(group, pair) ? pair : near;
        }
    }
    if (near.size() == 2 && m_antecedents.areNamedTogether(near, -1, group.begin))
        return near;
    const auto first =
        std::find_if(m_found.begin(), m_found.end(), [this](const Candidate &told) { return !pairOf(told).empty(); });
    return first != m_found.end() && first->sentence < group.sentence && m_antecedents.canBe(group, pairOf(*first))
               ? pairOf(*first)
               : near;
}

bool WhoMet::sidesDiffer(const std::vector<int> &pair) const
{
    return entity(pair[0]).side() != entity(pair[1]).side();
}

} // namespace dragoman
