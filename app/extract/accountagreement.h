// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/contact.h"
#include "extract/joindata.h"

#include <span>

namespace dragoman {

/** The same person, or the same body. */
[[nodiscard]] bool isSame(const Participant &a, const Participant &b);
[[nodiscard]] bool isSame(const JoinParticipant &a, const JoinParticipant &b);

/** An account with those who take part in it, whose numbers are those of persons and bodies. */
struct AccountView
{
    const JoinAccount &account;
    std::span<const JoinParticipant> participants;
};

/** Persons only, and the same ones. */
[[nodiscard]] bool samePeople(AccountView a, AccountView b);

/** Two participants are the same, one of them perhaps by a stand-in, and no third state is in one account only; or one
 * guest visits one state. */
[[nodiscard]] bool participantsAgree(AccountView a, AccountView b);

[[nodiscard]] bool placesAgree(const JoinAccount &a, const JoinAccount &b);

/** One contact of what its accounts tell: all participants, the best place, directions where one account tells them. */
[[nodiscard]] Contact tellContact(QList<Account> accounts, const FuzzyDate &date, ContactId id);

} // namespace dragoman
