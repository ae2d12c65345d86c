// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/contact.h"
#include "domain/person.h"
#include "extract/wordpool.h"

#include <QByteArray>
#include <QDate>

#include <span>
#include <vector>

namespace dragoman {

struct ArticleAccounts;

/** Somebody who takes part, in numbers. */
struct JoinParticipant
{
    int who = 0; ///< of a person first his mention in the article, counted from 1, and then his number; of a body its
                 ///< number; 0 if not known
    int country = 0; ///< in JoinData::words, as all texts
    ParticipantType type = ParticipantType::Person;
    Capacity capacity = Capacity::Party;
};

/** What joining needs of an account. */
struct JoinAccount
{
    FuzzyDate date;
    int article = 0; ///< place in JoinData::articles
    int place = 0;
    int placeKey = 0; ///< the place's name folded
    int placeCountry = 0;
    int firstParticipant = 0; ///< place in JoinData::participants
    int participants = 0;
    ContactKind kind = ContactKind::Meeting;
    ContactStatus status = ContactStatus::Held;
};

/** What joining needs of an article beside its accounts. */
struct JoinArticle
{
    ArticleId id;
    QDate published;
    int source = 0;
    int firstMention = 0; ///< place in JoinData::mentions
    int mentions = 0;
    int firstAccount = 0; ///< place in JoinData::accounts
    int accounts = 0;
    int original = -1;     ///< place of the article that this one copies; -1 for none
    bool isCopied = false; ///< by another one
};

/** How an article tells of a person: most articles that name somebody tell the like. */
struct NamedPerson
{
    int name = 0;
    int key = 0; ///< the name folded
    int country = 0;
    int likelyCountry = 0; ///< where no state is told
    std::vector<int> forms;
    std::vector<int> offices;
    std::vector<int> roles;
    int same = -1;     ///< equal for those of one name, state and offices; -1 where nothing but the name is told
    bool full = false; ///< more than one word
};

/**
 * A whole archive as joining sees it: numbers for all that is told more than once, so that an account takes some sixty
 * bytes. Articles are added in order of their path.
 */
class JoinData
{
public:
    void add(const ArticleAccounts &article);

    [[nodiscard]] std::span<const JoinParticipant> participantsOf(const JoinAccount &account) const
    {
        return std::span(participants)
            .subspan(static_cast<size_t>(account.firstParticipant), static_cast<size_t>(account.participants));
    }
    [[nodiscard]] std::span<const int> mentionsOf(const JoinArticle &article) const
    {
        return std::span(mentions).subspan(static_cast<size_t>(article.firstMention),
                                           static_cast<size_t>(article.mentions));
    }

    WordPool words;
    std::vector<JoinArticle> articles;
    std::vector<JoinAccount> accounts;
    std::vector<JoinParticipant> participants;
    std::vector<NamedPerson> named;
    std::vector<int> mentions; ///< places in `named`
    QList<Body> bodies;

private:
    int namedLike(NamedPerson person);
    int sameAs(const NamedPerson &person);
    int bodyOf(const Participant &who);
    [[nodiscard]] int mentionOf(const Participant &who, const JoinArticle &article);
    void addPeople(const ArticleAccounts &article);
    void addAccount(const Account &account);

    QHash<QByteArray, int> m_named;
    QHash<QByteArray, int> m_same;
    QHash<QPair<int, int>, int> m_bodies; ///< by folded name and country
};

} // namespace dragoman
