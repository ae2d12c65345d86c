// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/joiner.h"

#include <QString>

namespace dragoman::test {

/** Makes what joining needs of an article, in the words of a test. */
class ArticleBuilder
{
public:
    ArticleBuilder(int id, QDate published = QDate())
    {
        m_article.article = ArticleId{id};
        m_article.path = QStringLiteral("%1.txt").arg(id, 3, 10, QLatin1Char('0'));
        m_article.published = published;
    }

    /** Somebody named in the article; `forms` are other spellings of it that the article uses. */
    ArticleBuilder &names(const QString &name, const QString &country = {}, const QString &office = {},
                          const QStringList &forms = {})
    {
        m_article.people.append({name, country, office, QStringList{name} + forms});
        return *this;
    }

    ArticleBuilder &tells(ContactKind kind, const QString &edtf, const Place &place,
                          const QList<Participant> &participants, ContactStatus status = ContactStatus::Held)
    {
        Account account;
        account.id = AccountId{m_article.article.value * 100 + m_article.accounts.size() + 1};
        account.kind = kind;
        account.status = status;
        account.date = FuzzyDate::fromEdtf(edtf).value_or(FuzzyDate());
        account.place = place;
        account.participants = participants;
        account.evidence = {{0, 10}};
        m_article.accounts.append(account);
        return *this;
    }

    operator ArticleAccounts() const { return m_article; } // NOLINT(google-explicit-constructor)

private:
    ArticleAccounts m_article;
};

inline Participant person(const QString &name, const QString &country, Capacity capacity = Capacity::Party)
{
    Participant who;
    who.name = who.toldAs = name;
    who.country = country;
    who.capacity = capacity;
    return who;
}

inline Participant state(const QString &name, const QString &country, Capacity capacity = Capacity::Party)
{
    Participant who = person(name, country, capacity);
    who.type = ParticipantType::Body;
    return who;
}

} // namespace dragoman::test
