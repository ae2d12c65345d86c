// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "extract/joiner.h"

#include <functional>

namespace dragoman {

/**
 * Makes contacts of accounts that come one by one in the order in which they were joined. A contact is handed on as
 * soon as its last account has come; only contacts that are not whole yet are held.
 */
class ContactAssembly
{
public:
    using Put = std::function<Result<void>(const Contact &)>;

    ContactAssembly(const JoinedArchive &joined, Put put);

    /** Sets what joining found out about the account; an error is that of `put`. */
    [[nodiscard]] Result<void> add(Account account);

private:
    [[nodiscard]] Result<void> finish(QList<Account> accounts, int contact);

    const JoinedArchive &m_joined;
    Put m_put;
    QHash<int, QList<Account>> m_begun; ///< by number of the contact
    size_t m_account = 0;
    size_t m_participant = 0;
};

} // namespace dragoman
