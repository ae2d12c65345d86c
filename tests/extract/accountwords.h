// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/extractor.h"
#include "extract/language.h"

namespace dragoman::test {

inline const QDate wednesday(2025, 10, 8); ///< when an article of a test is published

using namespace Qt::StringLiterals;

/** An article whose whole text is story. */
inline Article articleOf(const QString &body, const QString &city = {}, QDate published = wednesday)
{
    Article article;
    article.body = body;
    article.story = {0, body.size()};
    article.dateline = city;
    article.published = published;
    return article;
}

/** "call held 2025-10-07 Oslo | Ana Sol PT caller; ..." */
inline QString inWords(const Account &account)
{
    QStringList head{toWord(account.kind), toWord(account.status)};
    head.append(account.date.isKnown() ? account.date.toEdtf() : u"undated"_s);
    if (account.place.isKnown())
        head.append(account.place.name);
    QStringList who;
    for (const Participant &participant : account.participants)
        who.append(QStringList{participant.name, participant.country.isEmpty() ? u"-"_s : participant.country,
                               toWord(participant.capacity)}
                       .join(u' '));
    who.sort();
    return head.join(u' ') + u" | "_s + who.join(u"; "_s);
}

/** All accounts of an article in words, sorted. */
inline QStringList accountsOf(const Article &article)
{
    QStringList accounts;
    for (const Account &account : extract(article, builtIn()).accounts)
        accounts.append(inWords(account));
    accounts.sort();
    return accounts;
}

} // namespace dragoman::test
