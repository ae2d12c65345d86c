// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/contact.h"

namespace dragoman {

/** How one account's value stands to those of the others beside it. */
enum class ToldState {
    Equal,    ///< all tell the same
    Differs,  ///< two tell different things
    OnlyHere, ///< no other account tells it
    NotTold,
};

struct ComparisonCell
{
    QString text; ///< for people; empty if not told
    ToldState state = ToldState::Equal;
};

/** One thing that the accounts of a contact tell or do not tell, a cell for each account. */
struct ComparisonRow
{
    enum class Field { Kind, Status, Date, Place, Participant };

    Field field = Field::Kind;
    QString label;
    QList<ComparisonCell> cells;
};

/**
 * Lays the accounts of one contact side by side: kind, status, date, place, then each participant with capacity and
 * office. Participants are the same if joining made them one person or body, else if their names are equal after
 * folding.
 */
[[nodiscard]] QList<ComparisonRow> compareAccounts(const QList<Account> &accounts);

} // namespace dragoman
