// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/antecedents.h"
#include "extract/whomet.h"

namespace dragoman {

/** Who those are that a list of noun phrases stands for: whoever they name, or whom they point to. */
class ListedPeople : private MatchBase
{
public:
    ListedPeople(const MatchBase &base, const Antecedents &antecedents, const WhoMet &whoMet)
        : MatchBase(base), m_antecedents(antecedents), m_whoMet(whoMet)
    {
    }

    /** The entities of a phrase of the list; nobody where it takes no part or others of the list are meant. */
    [[nodiscard]] std::vector<int> actorsOf(int number, const PhraseList &list) const;
    /** "the leaders of A, B and the European Commission", "Iran and the IAEA": states beside whom somebody speaks for
     *  an organisation, or for a state, are no teams of a match. */
    [[nodiscard]] bool nameSpeakers(const PhraseList &list) const;

private:
    [[nodiscard]] bool namesAnother(const NounPhrase &p) const;
    [[nodiscard]] std::vector<int> namedBehind(const NounPhrase &group) const;
    [[nodiscard]] bool namesFollow(const NounPhrase &group, const PhraseList &list) const;
    [[nodiscard]] int bodyBehind(const NounPhrase &speakers) const;
    [[nodiscard]] int senderBehind(const NounPhrase &delegation) const;

    const Antecedents &m_antecedents;
    const WhoMet &m_whoMet;
};

} // namespace dragoman
