// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "store/storetypes.h"

#include <QHash>

#include <functional>
#include <memory>
#include <optional>

namespace dragoman {

/** What the store remembers of a file, to tell whether it has changed. */
struct KnownFile
{
    FileRow row;
    bool stale = false; ///< what was derived from it was thrown away: it has to be read again
};

/** Somebody whom an article names, with an office if it tells one. */
struct ToldPerson
{
    QString person;             ///< the fullest name in the article
    QString country;            ///< ISO 3166-1 alpha-2, or empty
    QString title;              ///< of the office; may be empty
    QStringList forms;          ///< every spelling in the article
    QStringList roles = {};     ///< keys of what the offices are, whatever the words: foreign-minister
    QString likelyCountry = {}; ///< where no state is told, that of the outlet or the dateline

    friend bool operator==(const ToldPerson &, const ToldPerson &) = default;
};

/** The columns of an article that take time to make. */
struct PackedArticle
{
    QByteArray body;
    QByteArray mentions;
    QByteArray people;
    QString indexTitle;
    QString indexBody;
};

/** An article and all that was found in it, on its way into the store. */
struct StoredArticle
{
    Article article;
    QList<Account> accounts;
    QList<MentionRow> mentions;
    QList<ToldPerson> people;
    QByteArray sketch = {};                   ///< of the text, by which copies are found
    std::optional<PackedArticle> packed = {}; ///< made by the writer where it is missing
};

/** What the writer makes of an article before it writes; may be done by another thread. */
[[nodiscard]] PackedArticle packed(const StoredArticle &stored);

/** What joining needs of an article that is in the store: everything but its text. */
struct ArticleForJoining
{
    ArticleId article;
    QString path; ///< of the file, with "#member" for an article inside a container
    QString source;
    QDate published;         ///< resolved
    QList<Account> accounts; ///< without what joining sets
    QList<ToldPerson> people;
    QByteArray sketch = {};
};

/** People, bodies and contacts of the whole archive; ids count from 1 in order. */
struct JoinedContents
{
    QList<Person> people;
    QList<Body> bodies;
    QList<Contact> contacts;
    QHash<QString, QString> countryNames;    ///< English short name by code, for those that occur; read last
    QHash<ArticleId, ArticleId> copies = {}; ///< articles that copy another, and the first that they copy
};

/** Hands contacts one by one to the function that it is given, until that answers an error. */
using ContactStream = std::function<Result<void>(const std::function<Result<void>(const Contact &)> &put)>;

/**
 * The one writer of a store. Every change is made between begin() and commit(); what was not committed is undone when
 * the writer goes. An error is a sentence that names the file. Belongs to the thread that opened it.
 */
class StoreWriter
{
public:
    /** Opens the store or makes it, bringing an older one up to date; refuses other files and stores of a newer
     * version. */
    [[nodiscard]] static Result<std::unique_ptr<StoreWriter>> open(const QString &file);
    /** Brings an older store up to date; does nothing to one of this version, refuses all else and makes nothing new.
     */
    [[nodiscard]] static Result<void> update(const QString &file);
    ~StoreWriter();
    StoreWriter(const StoreWriter &) = delete;
    StoreWriter &operator=(const StoreWriter &) = delete;

    [[nodiscard]] Result<QString> folder() const; ///< empty in a new store
    [[nodiscard]] Result<void> setFolder(const QString &folder);
    [[nodiscard]] Result<QByteArray>
    fingerprint() const; ///< of the rules that everything was derived with; may be empty
    /** Throws away all that was derived, marks every file as stale, and remembers the new rules' fingerprint. */
    [[nodiscard]] Result<void> dropDerived(const QByteArray &fingerprint);

    [[nodiscard]] Result<void> begin();
    [[nodiscard]] Result<void> commit();
    void undo(); ///< all since begin()

    [[nodiscard]] Result<QHash<QString, KnownFile>> knownFiles() const; ///< by path
    /** The character sets that the user chose, by path. */
    [[nodiscard]] Result<QHash<QString, QString>> charsets() const;
    /** Keeps a choice, or forgets it if the name is empty. The file has to be read again. */
    [[nodiscard]] Result<void> setCharset(const QString &path, const QString &charset);
    /** Puts a file with its articles in the place of what was stored of it before. */
    [[nodiscard]] Result<void> putFile(const FileRow &file, const QList<StoredArticle> &articles);
    /** Puts some articles of a file, whose row says that it is not finished; putFile() with the last ones ends it, and
     * only then do articles go that it no longer holds. */
    [[nodiscard]] Result<void> putPart(const FileRow &file, const QList<StoredArticle> &articles);
    /**
     * Keeps a number for an article that is still to be read from `article`'s file and member, with what is known of it
     * until then: for what somebody noted about it under that number. The file counts as one to read again.
     */
    [[nodiscard]] Result<void> reserve(const Article &article, ArticleId number);
    /** Notes that a file has another date but holds what it held. */
    [[nodiscard]] Result<void> touchFile(const FileRow &file);
    /** Gives a file another name; its articles keep their numbers. There must be none of that name. */
    [[nodiscard]] Result<void> renameFile(const QString &from, const QString &to);
    [[nodiscard]] Result<void> removeFile(const QString &path); ///< with its articles

    [[nodiscard]] Result<qint64> articleCount() const;
    [[nodiscard]] Result<qint64> accountCount() const;
    [[nodiscard]] Result<qint64> contactCount() const;
    [[nodiscard]] Result<bool> isJoined() const; ///< nothing was put or removed since replaceJoined()

    /** Hands every article to `visit` in order of path. */
    [[nodiscard]] Result<void> loadForJoining(const std::function<void(ArticleForJoining)> &visit) const;
    /** Hands every account to `visit` in the order of loadForJoining(), until an error. */
    [[nodiscard]] Result<void> forEachAccount(const std::function<Result<void>(Account)> &visit) const;
    [[nodiscard]] QByteArray sketchOf(ArticleId article) const; ///< empty if there is none
    /** Puts people, bodies and contacts in the place of all that were there, in a transaction of its own. */
    [[nodiscard]] Result<void> replaceJoined(const JoinedContents &joined);
    /** The same with contacts that are never all in memory, after those of `joined`. */
    [[nodiscard]] Result<void> replaceJoined(const JoinedContents &joined, const ContactStream &contacts);

private:
    class Private;
    explicit StoreWriter(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace dragoman
