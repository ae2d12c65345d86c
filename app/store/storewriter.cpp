// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/storewriter.h"

#include "domain/names.h"
#include "store/packing.h"
#include "store/schema.h"
#include "store/storewriter_p.h"
#include "store/textquery.h"

using namespace Qt::StringLiterals;

namespace dragoman {

StoreWriter::StoreWriter(std::unique_ptr<Private> p) : d(std::move(p)) {}

StoreWriter::~StoreWriter() = default;

Result<std::unique_ptr<StoreWriter>> StoreWriter::open(const QString &file)
{
    Result<std::unique_ptr<Connection>> connection = Connection::open(file, Connection::Mode::Write);
    if (!connection.ok())
        return connection.error();
    if (Result<void> ready = migrateStore(*connection.value()); !ready.ok())
        return ready.error();
    return std::unique_ptr<StoreWriter>(new StoreWriter(std::make_unique<Private>(std::move(connection).value())));
}

Result<void> StoreWriter::update(const QString &file)
{
    {
        const Result<std::unique_ptr<Connection>> connection = Connection::open(file, Connection::Mode::Read);
        if (!connection.ok())
            return connection.error();
        if (Result<void> known = checkStore(*connection.value()); !known.ok())
            return known;
        if (checkReadable(*connection.value()).ok())
            return {};
    }
    const Result<std::unique_ptr<StoreWriter>> writer = open(file);
    return writer.ok() ? Result<void>() : writer.error();
}

Result<void> StoreWriter::Private::setMeta(const QString &key, const QVariant &value)
{
    return connection->run(u"INSERT OR REPLACE INTO meta(key, value) VALUES(?, ?)"_s, {key, value});
}

Result<QVariant> StoreWriter::Private::meta(const QString &key) const
{
    return connection->value(u"SELECT value FROM meta WHERE key = ?"_s, {key});
}

Result<QString> StoreWriter::folder() const
{
    const Result<QVariant> value = d->meta(u"folder"_s);
    if (!value.ok())
        return value.error();
    return value.value().toString();
}

Result<void> StoreWriter::setFolder(const QString &folder)
{
    return d->setMeta(u"folder"_s, folder);
}

Result<QByteArray> StoreWriter::fingerprint() const
{
    const Result<QVariant> value = d->meta(u"rules"_s);
    if (!value.ok())
        return value.error();
    return value.value().toByteArray();
}

Result<void> StoreWriter::dropDerived(const QByteArray &fingerprint)
{
    Result<Transaction> transaction = Transaction::begin(*d->connection, Transaction::Kind::Write);
    if (!transaction.ok())
        return transaction.error();
    for (const QString &sql :
         {u"DELETE FROM accounts"_s, u"DELETE FROM article_notes"_s,
          u"UPDATE articles SET accounts = 0, corrected = NULL, correction = '', day = published"_s,
          u"UPDATE files SET stale = 1"_s}) {
        if (Result<void> done = d->connection->run(sql); !done.ok())
            return done;
    }
    if (Result<void> done = d->clearJoined(); !done.ok())
        return done;
    if (Result<void> done = d->setMeta(u"joined"_s, 0); !done.ok())
        return done;
    if (Result<void> done = d->setMeta(u"rules"_s, fingerprint); !done.ok())
        return done;
    return transaction.value().commit();
}

Result<void> StoreWriter::begin()
{
    if (d->transaction)
        return {};
    Result<Transaction> transaction = Transaction::begin(*d->connection, Transaction::Kind::Write);
    if (!transaction.ok())
        return transaction.error();
    d->transaction.emplace(std::move(transaction).value());
    return {};
}

Result<void> StoreWriter::commit()
{
    if (!d->transaction)
        return {};
    Result<void> done = d->transaction->commit();
    if (done.ok())
        d->transaction.reset();
    return done;
}

void StoreWriter::undo()
{
    d->transaction.reset();
    d->markedUnjoined = false;
    d->parts = {};
}

Result<QHash<QString, KnownFile>> StoreWriter::knownFiles() const
{
    QHash<QString, KnownFile> files;
    Rows rows(*d->connection, u"SELECT path, state, reason, size, modified, hash, stale FROM files"_s);
    if (rows.failed())
        return Error(u"The list of files in the store %1 cannot be read: set the store aside and import again."_s.arg(
            d->connection->file()));
    while (rows.next()) {
        const FileRow row{rows.text(0), rows.text(1), rows.text(2), rows.integer(3), rows.integer(4), rows.bytes(5)};
        files.insert(row.path, {row, rows.number(6) != 0});
    }
    return files;
}

Result<void> StoreWriter::Private::noteFile(const FileRow &file)
{
    return putFile.run(
        {textValue(file.path), textValue(file.state), textValue(file.reason), file.size, file.modified, file.hash});
}

Result<void> StoreWriter::putFile(const FileRow &file, const QList<StoredArticle> &articles)
{
    if (!d->parts.path.isEmpty() && d->parts.path == file.path)
        return d->endParts(file, articles);
    const Result<QHash<QString, qint64>> before = d->articlesOf(file.path);
    if (!before.ok())
        return before.error();
    QHash<QString, qint64> left = before.value();
    for (const StoredArticle &stored : articles) {
        // An article keeps its number as long as it is in its file, for what somebody may have noted about it.
        const qint64 id = left.take(stored.article.provenance.member);
        if (id > 0) {
            if (Result<void> done = d->removeArticle(id); !done.ok())
                return done;
        }
        if (Result<void> done = d->insertArticle(stored, id); !done.ok())
            return done.error().in(file.path);
    }
    for (const qint64 id : std::as_const(left)) {
        if (Result<void> done = d->removeArticle(id); !done.ok())
            return done;
    }
    if (before.value().isEmpty() && articles.isEmpty())
        return d->noteFile(file);
    if (Result<void> done = d->markUnjoined(); !done.ok())
        return done;
    return d->noteFile(file);
}

Result<void> StoreWriter::reserve(const Article &article, ArticleId number)
{
    StoredArticle stored{article, {}, {}, {}};
    stored.article.body = u""_s; // which is a text; none would not do
    if (Result<void> done = d->insertArticle(stored, number.value); !done.ok())
        return done;
    if (Result<void> done = d->markUnjoined(); !done.ok())
        return done;
    return d->connection->run(u"INSERT OR REPLACE INTO files(path, state, reason, size, modified, hash, stale) "
                              "VALUES(?, 'read', '', 0, 0, NULL, 1)"_s,
                              {article.provenance.path});
}

Result<void> StoreWriter::touchFile(const FileRow &file)
{
    const Result<void> done = d->connection->run(u"UPDATE articles SET modified = ?, size = ? WHERE path = ?"_s,
                                                 {file.modified, file.size, file.path});
    return done.ok() ? d->noteFile(file) : done;
}

Result<void> StoreWriter::renameFile(const QString &from, const QString &to)
{
    // Joining goes by the order of paths.
    if (Result<void> done = d->markUnjoined(); !done.ok())
        return done;
    if (Result<void> done = d->connection->run(u"UPDATE articles SET path = ? WHERE path = ?"_s, {to, from});
        !done.ok())
        return done;
    if (Result<void> done =
            d->connection->run(u"UPDATE OR REPLACE file_charsets SET path = ? WHERE path = ?"_s, {to, from});
        !done.ok())
        return done;
    return d->connection->run(u"UPDATE files SET path = ? WHERE path = ?"_s, {to, from});
}

Result<void> StoreWriter::removeFile(const QString &path)
{
    const Result<QHash<QString, qint64>> articles = d->articlesOf(path);
    if (!articles.ok())
        return articles.error();
    for (const qint64 id : articles.value()) {
        if (Result<void> done = d->removeArticle(id); !done.ok())
            return done;
    }
    if (!articles.value().isEmpty()) {
        if (Result<void> done = d->markUnjoined(); !done.ok())
            return done;
    }
    return d->connection->run(u"DELETE FROM files WHERE path = ?"_s, {path});
}

Result<QHash<QString, qint64>> StoreWriter::Private::articlesOf(const QString &path)
{
    if (Result<void> found = findArticles.run({path}); !found.ok())
        return found.error();
    QHash<QString, qint64> ids;
    while (findArticles.next())
        ids.insert(findArticles.value(0).toString(), findArticles.value(1).toLongLong());
    findArticles.finish();
    return ids;
}

Result<void> StoreWriter::Private::removeArticle(qint64 id)
{
    QString title;
    QString body;
    {
        Rows row(*connection,
                 u"SELECT a.title, t.body FROM articles a JOIN article_text t ON t.article = a.id WHERE a.id = ?"_s,
                 {id});
        if (row.next()) {
            title = row.text(0);
            body = unpackBody(row.bytes(1));
        }
    }
    // An index without content forgets a row only if it is told again what the row held.
    if (Result<void> done = unindex.run({id, indexText(title), indexText(body)}); !done.ok())
        return done;
    if (Result<void> done = connection->run(
            u"DELETE FROM contacts WHERE id IN (SELECT contact FROM accounts WHERE article = ?) AND NOT EXISTS "
            "(SELECT 1 FROM accounts t WHERE t.contact = contacts.id AND t.article <> ?)"_s,
            {id, id});
        !done.ok())
        return done;
    return connection->run(u"DELETE FROM articles WHERE id = ?"_s, {id});
}

PackedArticle packed(const StoredArticle &stored)
{
    const Article &article = stored.article;
    return {packBody(article.body), packMentions(stored.mentions), packPeople(stored.people), indexText(article.title),
            indexText(article.body)};
}

Result<void> StoreWriter::Private::insertArticle(const StoredArticle &stored, qint64 id)
{
    const Article &a = stored.article;
    const Provenance &from = a.provenance;
    const TextSpan story = a.story.isEmpty() ? TextSpan{0, a.body.size()} : a.story;
    const QString opening = firstWords(QStringView(a.body).mid(story.start, story.length()));
    Result<void> done = putArticle.run({idValue(id),
                                        textValue(from.path),
                                        textValue(from.member),
                                        textValue(a.title),
                                        textValue(folded(a.title)),
                                        textValue(a.source),
                                        textValue(folded(a.source)),
                                        textValue(a.dateline),
                                        dayValue(a.resolvedPublished()),
                                        dayValue(a.published),
                                        dayValue(a.publishedCorrected),
                                        textValue(a.correctionReason),
                                        textValue(packDays(a.publishedReadings)),
                                        a.titleSpan.start,
                                        a.titleSpan.end,
                                        a.story.start,
                                        a.story.end,
                                        textValue(from.format),
                                        textValue(from.charset),
                                        from.hash,
                                        from.size,
                                        from.modified,
                                        textValue(opening),
                                        textValue(packFacts(a.facts)),
                                        stored.accounts.size()});
    if (!done.ok())
        return done;
    const qint64 article = id > 0 ? id : putArticle.insertedId();
    lastArticle = article;
    const PackedArticle columns = stored.packed ? *stored.packed : packed(stored);
    if (done = putText.run({article, columns.body}); !done.ok())
        return done;
    if (done = index.run({article, columns.indexTitle, columns.indexBody}); !done.ok())
        return done;
    if (done = putNotes.run(
            {article, columns.mentions, columns.people, stored.sketch.isNull() ? QByteArray("") : stored.sketch});
        !done.ok())
        return done;
    for (const Account &account : stored.accounts) {
        if (done = insertAccount(account, article); !done.ok())
            return done;
    }
    return {};
}

Result<void> StoreWriter::Private::insertAccount(const Account &account, qint64 article)
{
    Result<void> done = putAccount.run({article, static_cast<int>(account.kind), static_cast<int>(account.status),
                                        textValue(account.date.toEdtf()), textValue(account.place.name),
                                        textValue(account.place.country), textValue(packSpans(account.evidence)),
                                        textValue(account.rule), account.confidence});
    if (!done.ok())
        return done;
    const qint64 id = putAccount.insertedId();
    int ordinal = 0;
    for (const Participant &p : account.participants) {
        if (done = putParticipant.run({id, ordinal++, textValue(p.name), textValue(p.toldAs), textValue(p.country),
                                       textValue(p.office), static_cast<int>(p.type), static_cast<int>(p.capacity)});
            !done.ok())
            return done;
    }
    return {};
}

} // namespace dragoman
