// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/contactassembly.h"

#include "extract/accountagreement.h"

using namespace Qt::StringLiterals;

namespace dragoman {

ContactAssembly::ContactAssembly(const JoinedArchive &joined, Put put) : m_joined(joined), m_put(std::move(put)) {}

Result<void> ContactAssembly::add(Account account)
{
    const size_t last = m_participant + static_cast<size_t>(account.participants.size());
    if (m_account >= m_joined.contacts.ofAccount.size() || last > m_joined.who.size())
        return Error(u"The accounts changed while they were joined: import again."_s);
    for (Participant &who : account.participants) {
        const int number = m_joined.who.at(m_participant++);
        who.person = {who.type == ParticipantType::Person ? number : 0};
        who.body = {who.type == ParticipantType::Body ? number : 0};
    }
    const int contact = m_joined.contacts.ofAccount.at(m_account++);
    const int all = m_joined.contacts.accounts.at(static_cast<size_t>(contact));
    if (all == 1)
        return finish({account}, contact);
    QList<Account> &begun = m_begun[contact];
    begun.append(std::move(account));
    return begun.size() == all ? finish(m_begun.take(contact), contact) : Result<void>();
}

Result<void> ContactAssembly::finish(QList<Account> accounts, int contact)
{
    Contact told =
        tellContact(std::move(accounts), m_joined.contacts.dates.at(static_cast<size_t>(contact)), {contact + 1});
    for (Participant &who : told.participants) {
        if (who.person.isValid())
            who.name = m_joined.people.at(who.person.value - 1).name;
    }
    return m_put(told);
}

} // namespace dragoman
