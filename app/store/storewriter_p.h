// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection.h"
#include "store/statement.h"
#include "store/storewriter.h"

#include <vector>

namespace dragoman {

/** A file that is put part by part. */
struct PartsPut
{
    QString path;          ///< empty if none is
    bool replaces = false; ///< the store held articles of the file before
    QSet<qint64> ids;      ///< put by now, if it did
};

class StoreWriter::Private
{
public:
    explicit Private(std::unique_ptr<Connection> c);

    Result<void> setMeta(const QString &key, const QVariant &value);
    [[nodiscard]] Result<QVariant> meta(const QString &key) const;
    [[nodiscard]] Result<qint64> count(const QString &table) const;
    [[nodiscard]] Error unreadable() const;

    [[nodiscard]] Result<QHash<QString, qint64>> articlesOf(const QString &path); ///< ids by member
    Result<void> noteFile(const FileRow &file);
    Result<void> removeArticle(qint64 id);
    Result<void> putInto(const QString &path, const QList<StoredArticle> &articles);
    Result<void> endParts(const FileRow &file, const QList<StoredArticle> &articles);
    Result<void> insertArticle(const StoredArticle &stored, qint64 id);
    Result<void> insertAccount(const Account &account, qint64 article);
    Result<void> markUnjoined();

    Result<void> clearJoined();
    Result<void> insertPerson(const Person &person);
    Result<void> insertForm(const Person &person, const NameForm &form);
    Result<void> insertContact(const Contact &contact, const QHash<ArticleId, ArticleId> &originals);
    Result<void> linkAccount(const Account &account);
    Result<void> insertCountries(const QHash<QString, QString> &names);
    Result<qint64> placeId(const Place &place);
    Result<void> insertCopies(const QHash<ArticleId, ArticleId> &originals);
    Result<void> insertPeopleAndBodies(const JoinedContents &joined);
    Result<void> insertContacts(const JoinedContents &joined, const ContactStream &contacts);
    Result<void> unlinkOthers(const std::vector<bool> &linked); ///< by account

    std::unique_ptr<Connection> connection;
    std::optional<Transaction> transaction; ///< after the connection, so that it is undone before that closes
    bool markedUnjoined = false;
    PartsPut parts;
    qint64 lastArticle = 0; ///< that was inserted
    QHash<QString, qint64> places;

    Statement findArticles;
    Statement putFile;
    Statement putArticle;
    Statement putText;
    Statement index;
    Statement unindex;
    Statement putNotes;
    Statement putAccount;
    Statement putParticipant;
    Statement putPerson;
    Statement putForm;
    Statement putWord;
    Statement putOffice;
    Statement putBody;
    Statement putPlace;
    Statement putContact;
    Statement putContactParticipant;
    Statement link;
    Statement identify;
};

} // namespace dragoman
