// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/accountrows.h"

#include "store/packing.h"

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

Account accountAt(const Rows &rows)
{
    Account account;
    account.id = AccountId{rows.integer(0)};
    account.article = ArticleId{rows.integer(1)};
    account.contact = ContactId{rows.integer(2)};
    account.kind = static_cast<ContactKind>(rows.number(3));
    account.status = static_cast<ContactStatus>(rows.number(4));
    account.date = FuzzyDate::fromEdtf(rows.text(5)).value_or(FuzzyDate());
    account.place = {rows.text(6), rows.text(7)};
    account.evidence = unpackSpans(rows.text(8));
    account.rule = rows.text(9);
    account.confidence = rows.real(10);
    return account;
}

} // namespace

Participant participantAt(const Rows &rows, int column)
{
    Participant participant;
    participant.name = rows.text(column);
    participant.toldAs = rows.text(column + 1);
    participant.country = rows.text(column + 2);
    participant.office = rows.text(column + 3);
    participant.type = static_cast<ParticipantType>(rows.number(column + 4));
    participant.capacity = static_cast<Capacity>(rows.number(column + 5));
    participant.person = PersonId{rows.integer(column + 6)};
    participant.body = BodyId{rows.integer(column + 7)};
    return participant;
}

AccountRows::AccountRows(const Connection &connection, const SqlCondition &condition)
    : m_rows(connection,
             u"SELECT t.id, t.article, t.contact, t.kind, t.status, t.date, t.place, t.place_country, t.evidence, "
             "t.rule, t.confidence, p.name, p.told_as, p.country, p.office, p.type, p.capacity, p.person, p.body "
             "FROM accounts t JOIN articles a ON a.id = t.article LEFT JOIN participants p ON p.account = t.id "
             "WHERE %1 ORDER BY a.path, a.member, t.id, p.ordinal"_s.arg(condition.sql),
             condition.values),
      m_ahead(m_rows.next())
{
}

bool AccountRows::next()
{
    if (!m_ahead)
        return false;
    m_account = accountAt(m_rows);
    do {
        if (!m_rows.isNull(11))
            m_account.participants.append(participantAt(m_rows, 11));
        m_ahead = m_rows.next();
    } while (m_ahead && m_rows.integer(0) == m_account.id.value);
    return true;
}

void forEachAccount(const Connection &connection, const SqlCondition &condition,
                    const std::function<void(const Account &)> &visit)
{
    AccountRows rows(connection, condition);
    while (rows.next())
        visit(rows.account());
}

} // namespace dragoman
