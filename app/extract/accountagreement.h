// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/contact.h"

namespace dragoman {

/** The same person, or the same body. */
[[nodiscard]] bool isSame(const Participant &a, const Participant &b);

/** Persons only, and the same ones. */
[[nodiscard]] bool samePeople(const Account &a, const Account &b);

/** Two participants are the same, one of them perhaps by a stand-in, and no third state is in one account only; or one
 * guest visits one state. */
[[nodiscard]] bool participantsAgree(const Account &a, const Account &b);

[[nodiscard]] bool placesAgree(const Account &a, const Account &b);

/** One contact of what its accounts tell: all participants, the best place, directions where one account tells them. */
[[nodiscard]] Contact tellContact(QList<Account> accounts, const FuzzyDate &date, ContactId id);

} // namespace dragoman
