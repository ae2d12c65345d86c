// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/storewriter_p.h"

#include "store/accountrows.h"
#include "store/packing.h"

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

/** The accounts of all articles, handed out article by article in the order of `articles`. */
QHash<qint64, QList<Account>> accountsByArticle(const Connection &connection)
{
    QHash<qint64, QList<Account>> result;
    forEachAccount(connection, {u"1"_s, {}},
                   [&result](const Account &account) { result[account.article.value].append(account); });
    return result;
}

void forgetJoined(Account &account)
{
    account.contact = {};
    for (Participant &participant : account.participants) {
        participant.person = {};
        participant.body = {};
    }
}

} // namespace

Result<void> StoreWriter::loadForJoining(const std::function<void(ArticleForJoining)> &visit) const
{
    QHash<qint64, QList<Account>> accounts = accountsByArticle(*d->connection);
    Rows rows(*d->connection, u"SELECT a.id, a.path, a.member, a.source, a.day, n.people, n.sketch FROM articles a "
                              "JOIN article_notes n ON n.article = a.id ORDER BY a.path, a.member"_s);
    if (rows.failed())
        return Error(
            u"The accounts in the store %1 cannot be read: delete it and import again."_s.arg(d->connection->file()));
    while (rows.next()) {
        ArticleForJoining article;
        article.article = ArticleId{rows.integer(0)};
        article.path = rows.text(2).isEmpty() ? rows.text(1) : rows.text(1) + u'#' + rows.text(2);
        article.source = rows.text(3);
        article.published = rows.day(4);
        article.accounts = accounts.take(article.article.value);
        for (Account &account : article.accounts)
            forgetJoined(account);
        article.people = unpackPeople(rows.text(5));
        article.sketch = rows.bytes(6);
        visit(std::move(article));
    }
    return {};
}

} // namespace dragoman
