// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/draft.h"
#include "extract/relations.h"

namespace dragoman {

/** Of which states those are who take part in a contact, where the article does not tell it of them. */
class DraftSides
{
public:
    DraftSides(const Analysis &analysis, std::vector<Entity> &entities, const DraftRelations &relations,
               const Lexicon &lexicon)
        : m_analysis(analysis), m_entities(entities), m_relations(relations), m_lexicon(lexicon)
    {
    }

    /** Weighs the guesses again by where it takes place, and by the visits told before. */
    void infer(const Draft &draft, const std::vector<Draft> &drafts);
    /** "Later he held talks with the minister": where both were of one state, "he" is the visitor told before. */
    void chooseVisitor(Draft &draft, const std::vector<Draft> &drafts) const;
    /** "The presidents of A and B came to C": a visit of each state. */
    void splitByState(const Draft &visit, std::vector<Draft> &drafts) const;
    void forgetGuesses(const Draft &draft);
    [[nodiscard]] bool isGuessable(const Entity &who) const;
    [[nodiscard]] QString sideOf(const Draft &draft, const Candidate::Member &member) const;

private:
    [[nodiscard]] const Entity &entity(int number) const { return m_entities[static_cast<size_t>(number)]; }
    void doubtTravellers(const Draft &draft);
    bool place(const Candidate::Member &member, const QString &country);
    bool placeHosts(const Draft &draft, const std::vector<Draft> &drafts);
    [[nodiscard]] bool isJoint(const Draft &visit) const;
    [[nodiscard]] static bool isGuestOf(const Draft &visit, int entity);
    [[nodiscard]] static QString stateVisited(const Draft &draft, const std::vector<Draft> &drafts);
    [[nodiscard]] bool mayBeLocal(const Draft &draft, const Candidate::Member &member,
                                  const std::vector<Draft> &drafts) const;
    [[nodiscard]] bool isLocal(const Draft &draft, const Candidate::Member &member,
                               const std::vector<Draft> &drafts) const;
    [[nodiscard]] static bool isVisited(const Draft &draft, const std::vector<Draft> &drafts);

    const Analysis &m_analysis;
    std::vector<Entity> &m_entities;
    const DraftRelations &m_relations;
    const Lexicon &m_lexicon;
};

} // namespace dragoman
