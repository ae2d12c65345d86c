// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/draft.h"
#include "extract/frames.h"

namespace dragoman {

/** Adds who is told to have been there too to a contact told before ("X also took part", "was attended by X"). */
class DraftJoins
{
public:
    DraftJoins(const Analysis &analysis, std::vector<Entity> &entities, const Lexicon &lexicon)
        : m_analysis(analysis), m_entities(entities), m_lexicon(lexicon)
    {
    }

    /** Adds those whom the candidate names; sets why it makes no account of its own. */
    void join(Candidate &candidate, const Frame &frame, std::vector<Draft> &drafts);
    /** "The talks lasted an hour, with the ambassador at the table." */
    /** Adds to a contact with one side only who is told before to be on the other; whether anybody is. */
    [[nodiscard]] bool complete(Candidate &candidate, const std::vector<Draft> &drafts) const;
    void joinCompany(const Candidate &candidate, Draft &known);
    /** Whether a candidate tells only anew who joined in the sentence: "took part in the meeting". */
    /** "following the talks held in Oslo", told of a call: those two met there, if one of them is at home there. */
    [[nodiscard]] bool completeBare(Candidate &candidate, const std::vector<Draft> &drafts) const;
    [[nodiscard]] bool repeats(const Candidate &candidate) const;

private:
    [[nodiscard]] int otherSide(const Candidate &candidate, const Draft &before) const;
    [[nodiscard]] Entity &entity(int number) { return m_entities[static_cast<size_t>(number)]; }
    [[nodiscard]] const Entity &entity(int number) const { return m_entities[static_cast<size_t>(number)]; }
    [[nodiscard]] static bool isNearest(const Draft &known, const std::vector<Draft> &drafts);
    [[nodiscard]] static bool isLegOf(const Draft &visit, const Draft &leg);
    [[nodiscard]] Draft *toldBefore(const Candidate &candidate, std::vector<Draft> &drafts) const;
    [[nodiscard]] QString sideNamedBefore(int number) const;
    [[nodiscard]] QString sideNamedBehind(int number) const;
    void giveSide(Entity &who, const QString &country, bool told = false) const;
    [[nodiscard]] const Candidate::Member *sameSide(const Draft &known, const Entity &who) const;
    [[nodiscard]] bool isUnnamed(const Entity &body) const;
    void joinOne(Draft &known, const Candidate::Member &member, bool standsFor);

    const Analysis &m_analysis;
    std::vector<Entity> &m_entities;
    const Lexicon &m_lexicon;
    int m_sentence = -1;       ///< of the last that joined
    std::vector<int> m_joined; ///< in it
};

} // namespace dragoman
