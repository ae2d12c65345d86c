// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/storewriter_p.h"

using namespace Qt::StringLiterals;

namespace dragoman {

Result<void> StoreWriter::putPart(const FileRow &file, const QList<StoredArticle> &articles)
{
    if (d->parts.path != file.path) {
        const Result<QVariant> before =
            d->connection->value(u"SELECT EXISTS(SELECT 1 FROM articles WHERE path = ?)"_s, {file.path});
        if (!before.ok())
            return before.error();
        d->parts = {file.path, before.value().toInt() != 0, {}};
        if (Result<void> done = d->noteFile(file); !done.ok())
            return done;
    }
    return d->putInto(file.path, articles);
}

/** An article keeps its number as long as it is in its file. */
Result<void> StoreWriter::Private::putInto(const QString &path, const QList<StoredArticle> &articles)
{
    // Again with each part, since there may have been a joining between them.
    if (Result<void> done = markUnjoined(); !done.ok())
        return done;
    for (const StoredArticle &stored : articles) {
        qint64 id = 0;
        if (parts.replaces) {
            const Result<QVariant> before =
                connection->value(u"SELECT id FROM articles WHERE path = ? AND member = ?"_s,
                                  {path, textValue(stored.article.provenance.member)});
            if (!before.ok())
                return before.error();
            id = before.value().toLongLong();
        }
        if (id > 0) {
            if (Result<void> done = removeArticle(id); !done.ok())
                return done;
        }
        if (Result<void> done = insertArticle(stored, id); !done.ok())
            return done.error().in(path);
        if (parts.replaces)
            parts.ids.insert(lastArticle);
    }
    return {};
}

Result<void> StoreWriter::Private::endParts(const FileRow &file, const QList<StoredArticle> &articles)
{
    if (Result<void> done = putInto(file.path, articles); !done.ok())
        return done;
    QList<qint64> gone;
    if (parts.replaces) {
        Rows rows(*connection, u"SELECT id FROM articles WHERE path = ?"_s, {file.path});
        while (rows.next()) {
            if (!parts.ids.contains(rows.integer(0)))
                gone.append(rows.integer(0));
        }
    }
    for (const qint64 id : std::as_const(gone)) {
        if (Result<void> done = removeArticle(id); !done.ok())
            return done;
    }
    parts = {};
    return noteFile(file);
}

Result<QHash<QString, QString>> StoreWriter::charsets() const
{
    QHash<QString, QString> charsets;
    Rows rows(*d->connection, u"SELECT path, charset FROM file_charsets"_s);
    if (rows.failed())
        return Error(
            u"The character sets chosen for files cannot be read from the store %1."_s.arg(d->connection->file()));
    while (rows.next())
        charsets.insert(rows.text(0), rows.text(1));
    return charsets;
}

Result<void> StoreWriter::setCharset(const QString &path, const QString &charset)
{
    // The mark first: a program that ends between the two leaves a file that is read once more.
    if (Result<void> done = d->connection->run(u"UPDATE files SET stale = 1 WHERE path = ?"_s, {path}); !done.ok())
        return done;
    if (charset.isEmpty())
        return d->connection->run(u"DELETE FROM file_charsets WHERE path = ?"_s, {path});
    return d->connection->run(u"INSERT OR REPLACE INTO file_charsets(path, charset) VALUES(?, ?)"_s, {path, charset});
}

} // namespace dragoman
