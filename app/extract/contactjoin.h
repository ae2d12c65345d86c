// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/joindata.h"

namespace dragoman {

/** Which contact each account tells; contacts are numbered from 0 in the order of their first accounts. */
struct JoinedContacts
{
    std::vector<int> ofAccount;   ///< by JoinData::accounts
    std::vector<FuzzyDate> dates; ///< of the contacts
    std::vector<int> accounts;    ///< how many tell it
};

/**
 * Accounts whose participants carry the numbers of persons and bodies to contacts. Two accounts tell one contact if
 * kind and status are equal, two participants are the same (one of them may stand in: a state for its minister), places
 * agree and dates overlap. An undated account joins the only dated contact that fits it, or another undated one whose
 * article tells a further common contact.
 */
[[nodiscard]] JoinedContacts joinContacts(const JoinData &data);

} // namespace dragoman
