// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/accounts.h"
#include "extract/draft.h"

#include <QDate>

namespace dragoman {

/** What the contacts of one article lend each other: dates, cities, hosts (rules 8, 15, 17 and 20 of the gold). */
class DraftRelations
{
public:
    DraftRelations(const Analysis &analysis, const std::vector<Entity> &entities, const ArticleFrame &frame,
                   const Lexicon &lexicon)
        : m_analysis(analysis), m_entities(entities), m_frame(frame), m_lexicon(lexicon)
    {
    }

    /** A visit and the meetings told of it lend each other date, city and host. */
    void joinVisits(std::vector<Draft> &drafts) const;
    /** Who receives at home does so in the city of the dateline, if no other place is told. */
    void placeReceptions(std::vector<Draft> &drafts) const;
    /** "He also met Y": where he met X. */
    void placeSequels(std::vector<Draft> &drafts) const;
    /** The news without a word of time have the day of publication, approximately; what follows them has theirs. */
    void dateNews(std::vector<Draft> &drafts, bool live) const;

    /** A heading tells nothing of its own that the text below it tells in full. */
    void dropHeadings(std::vector<Draft> &drafts) const;
    /** Within the state visited a further city is no further visit, and a region none beside its states (rule 25). */
    void dropStops(std::vector<Draft> &drafts) const;

    /** "The Omani-Swiss talks" are those of the two ministers told beside them. */
    void dropEchoes(std::vector<Draft> &drafts) const;

    static void takeDate(Draft &into, const Draft &from);
    static void takePlace(Draft &into, const Draft &from);
    [[nodiscard]] bool isStateName(const Place &place) const;

    /** "later this week", "in November": some day of these. */
    [[nodiscard]] bool isVague(const Draft &draft) const;

private:
    [[nodiscard]] const Entity &entity(int number) const { return m_entities[static_cast<size_t>(number)]; }
    [[nodiscard]] bool isMetAtHome(const Draft &meeting, const std::vector<Draft> &drafts) const;
    [[nodiscard]] bool belongTogether(const Draft &visit, const Draft &meeting) const;
    void lend(Draft &visit, Draft &meeting) const;
    [[nodiscard]] bool isPartOf(const Draft &visit, const Draft &meeting) const;
    void lendHost(Draft &visit, const Draft &meeting) const;
    [[nodiscard]] bool isHeading(int sentence) const;
    [[nodiscard]] bool isEchoOf(const Draft &told, const Draft &echo) const;
    [[nodiscard]] QString sideOf(const Draft &draft, const Candidate::Member &member) const;
    [[nodiscard]] bool tells(const Draft &text, const Draft &heading) const;
    [[nodiscard]] static bool isStopOf(const Draft &visit, const Draft &stop);

    const Analysis &m_analysis;
    const std::vector<Entity> &m_entities;
    const ArticleFrame &m_frame;
    const Lexicon &m_lexicon;
};

} // namespace dragoman
