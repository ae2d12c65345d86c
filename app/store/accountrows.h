// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/contact.h"
#include "store/connection.h"
#include "store/filtersql.h"

#include <functional>

namespace dragoman {

/** Reads name, told_as, country, office, type, capacity, person and body from eight columns, from `column` on. */
[[nodiscard]] Participant participantAt(const Rows &rows, int column);

/** The accounts `t` of articles `a` that a condition picks, whole, in order of article path and number. */
class AccountRows
{
public:
    AccountRows(const Connection &connection, const SqlCondition &condition);

    [[nodiscard]] bool next();
    [[nodiscard]] bool failed() const { return m_rows.failed(); }
    [[nodiscard]] bool broke() const { return m_rows.broke(); }        ///< not all were read
    [[nodiscard]] const Account &account() const { return m_account; } ///< after next() said yes
    [[nodiscard]] Account take() { return std::move(m_account); }      ///< likewise

private:
    Rows m_rows;
    Account m_account;
    bool m_ahead = false; ///< the cursor stands on the first row of an account that was not handed out yet
};

/** Hands the accounts `t` of articles `a` that a condition picks to `visit`, whole, in order of article path and
 * number. */
void forEachAccount(const Connection &connection, const SqlCondition &condition,
                    const std::function<void(const Account &)> &visit);

} // namespace dragoman
