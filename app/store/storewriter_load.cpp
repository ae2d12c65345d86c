// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/storewriter_p.h"

#include "store/accountrows.h"
#include "store/packing.h"

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

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
    AccountRows accounts(*d->connection, {u"1"_s, {}});
    Rows rows(*d->connection, u"SELECT a.id, a.path, a.member, a.source, a.day, n.people, n.sketch FROM articles a "
                              "JOIN article_notes n ON n.article = a.id ORDER BY a.path, a.member"_s);
    if (rows.failed() || accounts.failed())
        return d->unreadable();
    bool more = accounts.next();
    while (rows.next()) {
        ArticleForJoining article;
        article.article = ArticleId{rows.integer(0)};
        article.path = rows.text(2).isEmpty() ? rows.text(1) : rows.text(1) + u'#' + rows.text(2);
        article.source = rows.text(3);
        article.published = rows.day(4);
        for (; more && accounts.account().article == article.article; more = accounts.next()) {
            article.accounts.append(accounts.take());
            forgetJoined(article.accounts.last());
        }
        article.people = unpackPeople(rows.bytes(5));
        article.sketch = rows.bytes(6);
        visit(std::move(article));
    }
    return rows.broke() || accounts.broke() ? Result<void>(d->unreadable()) : Result<void>();
}

Result<void> StoreWriter::forEachAccount(const std::function<Result<void>(Account)> &visit) const
{
    AccountRows accounts(*d->connection, {u"1"_s, {}});
    if (accounts.failed())
        return d->unreadable();
    while (accounts.next()) {
        if (Result<void> done = visit(accounts.take()); !done.ok())
            return done;
    }
    return accounts.broke() ? Result<void>(d->unreadable()) : Result<void>();
}

QByteArray StoreWriter::sketchOf(ArticleId article) const
{
    Rows rows(*d->connection, u"SELECT sketch FROM article_notes WHERE article = ?"_s, {article.value});
    return rows.next() ? rows.bytes(0) : QByteArray();
}

Error StoreWriter::Private::unreadable() const
{
    return Error(u"The accounts in the store %1 cannot be read: delete it and import again."_s.arg(connection->file()));
}

} // namespace dragoman
