// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/schema.h"

#include "store/backup.h"
#include "store/connection.h"

#include <QDir>
#include <QSet>
#include <QVariant>

#include <array>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

/** One step of the schema. A step that was released is never changed; what comes later is a new step. */
struct Step
{
    QLatin1String sentence;
    QLatin1String sql; ///< statements, each ended by ";\n"
};

constexpr QLatin1String keptTables(R"sql(
CREATE TABLE meta(key TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE files(path TEXT PRIMARY KEY, state TEXT NOT NULL, reason TEXT NOT NULL, size INTEGER NOT NULL,
    modified INTEGER NOT NULL, hash BLOB, stale INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE TABLE articles(id INTEGER PRIMARY KEY, path TEXT NOT NULL, member TEXT NOT NULL, title TEXT NOT NULL,
    title_key TEXT NOT NULL, source TEXT NOT NULL, source_key TEXT NOT NULL, dateline TEXT NOT NULL,
    day INTEGER, published INTEGER, corrected INTEGER, correction TEXT NOT NULL, readings TEXT NOT NULL,
    title_start INTEGER NOT NULL, title_end INTEGER NOT NULL, story_start INTEGER NOT NULL, story_end INTEGER NOT NULL,
    format TEXT NOT NULL, charset TEXT NOT NULL, hash BLOB, size INTEGER NOT NULL, modified INTEGER NOT NULL,
    opening TEXT NOT NULL, accounts INTEGER NOT NULL DEFAULT 0);
CREATE UNIQUE INDEX articles_by_path ON articles(path, member);
CREATE INDEX articles_by_day ON articles(day, id);
CREATE INDEX articles_by_source ON articles(source_key, id);
CREATE TABLE article_text(article INTEGER PRIMARY KEY REFERENCES articles(id) ON DELETE CASCADE, body BLOB NOT NULL);
)sql");

constexpr QLatin1String derivedFromArticles(R"sql(
CREATE TABLE accounts(id INTEGER PRIMARY KEY, article INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
    contact INTEGER, kind INTEGER NOT NULL, status INTEGER NOT NULL, date TEXT NOT NULL, place TEXT NOT NULL,
    place_country TEXT NOT NULL, evidence TEXT NOT NULL, rule TEXT NOT NULL, confidence REAL NOT NULL);
CREATE INDEX accounts_by_article ON accounts(article);
CREATE INDEX accounts_by_contact ON accounts(contact, article);
CREATE TABLE participants(account INTEGER NOT NULL REFERENCES accounts(id) ON DELETE CASCADE, ordinal INTEGER NOT NULL,
    name TEXT NOT NULL, told_as TEXT NOT NULL, country TEXT NOT NULL, office TEXT NOT NULL, type INTEGER NOT NULL,
    capacity INTEGER NOT NULL, person INTEGER, body INTEGER, PRIMARY KEY(account, ordinal)) WITHOUT ROWID;
CREATE INDEX participants_by_person ON participants(person, account) WHERE person IS NOT NULL;
CREATE TABLE article_notes(article INTEGER PRIMARY KEY REFERENCES articles(id) ON DELETE CASCADE,
    mentions TEXT NOT NULL, people TEXT NOT NULL);
CREATE VIRTUAL TABLE article_index USING fts5(title, body, content='', tokenize='unicode61 remove_diacritics 2');
)sql");

constexpr QLatin1String derivedByJoining(R"sql(
CREATE TABLE people(id INTEGER PRIMARY KEY, name TEXT NOT NULL, name_key TEXT NOT NULL, country TEXT NOT NULL);
CREATE TABLE person_forms(id INTEGER PRIMARY KEY, person INTEGER NOT NULL REFERENCES people(id) ON DELETE CASCADE,
    text TEXT NOT NULL, articles INTEGER NOT NULL);
CREATE INDEX person_forms_by_person ON person_forms(person);
CREATE TABLE person_words(word TEXT NOT NULL, form INTEGER NOT NULL REFERENCES person_forms(id) ON DELETE CASCADE,
    PRIMARY KEY(word, form)) WITHOUT ROWID;
CREATE INDEX person_words_by_form ON person_words(form);
CREATE TABLE offices(id INTEGER PRIMARY KEY, person INTEGER NOT NULL REFERENCES people(id) ON DELETE CASCADE,
    title TEXT NOT NULL, first INTEGER, last INTEGER, article INTEGER);
CREATE INDEX offices_by_person ON offices(person);
CREATE TABLE bodies(id INTEGER PRIMARY KEY, name TEXT NOT NULL, country TEXT NOT NULL);
CREATE TABLE countries(code TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE places(id INTEGER PRIMARY KEY, name TEXT NOT NULL, country TEXT NOT NULL, words TEXT NOT NULL,
    UNIQUE(name, country));
CREATE TABLE contacts(id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, status INTEGER NOT NULL, date TEXT NOT NULL,
    first INTEGER, last INTEGER, month INTEGER, flags INTEGER NOT NULL,
    place INTEGER NOT NULL REFERENCES places(id), accounts INTEGER NOT NULL, sources INTEGER NOT NULL);
CREATE INDEX contacts_by_day ON contacts(first, last, id);
CREATE INDEX contacts_by_month ON contacts(month, kind);
CREATE INDEX contacts_by_place ON contacts(place, id);
CREATE TABLE contact_participants(contact INTEGER NOT NULL REFERENCES contacts(id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL, name TEXT NOT NULL, told_as TEXT NOT NULL, country TEXT NOT NULL, office TEXT NOT NULL,
    type INTEGER NOT NULL, capacity INTEGER NOT NULL, person INTEGER, body INTEGER,
    PRIMARY KEY(contact, ordinal)) WITHOUT ROWID;
CREATE INDEX contact_participants_by_person ON contact_participants(person, contact) WHERE person IS NOT NULL;
CREATE INDEX contact_participants_by_country ON contact_participants(country, contact);
)sql");

constexpr QLatin1String copiesOfArticles(R"sql(
ALTER TABLE article_notes ADD COLUMN sketch BLOB NOT NULL DEFAULT x'';
CREATE TABLE copies(article INTEGER PRIMARY KEY REFERENCES articles(id) ON DELETE CASCADE,
    original INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE);
CREATE INDEX copies_by_original ON copies(original);
)sql");

constexpr QLatin1String factsOfArticles(R"sql(
ALTER TABLE articles ADD COLUMN facts TEXT NOT NULL DEFAULT '';
)sql");

/** Texts stay as they are until their articles are read again; notes of the older form are read as none. */
constexpr QLatin1String packedTexts(R"sql(
UPDATE files SET stale = 1;
)sql");

constexpr QLatin1String choicesForFiles(R"sql(
CREATE TABLE file_charsets(path TEXT PRIMARY KEY, charset TEXT NOT NULL) WITHOUT ROWID;
)sql");

const std::array<Step, 7> &steps()
{
    static const std::array<Step, 7> table{{
        {QLatin1String("keep files and articles, their text in a table of its own"), keptTables},
        {QLatin1String("derive accounts, mentions and the full-text index from articles"), derivedFromArticles},
        {QLatin1String("derive people, bodies and contacts by joining accounts"), derivedByJoining},
        {QLatin1String("derive which articles copy others"), copiesOfArticles},
        {QLatin1String("keep what files tell of articles beside their text"), factsOfArticles},
        {QLatin1String("keep texts and notes compressed"), packedTexts},
        {QLatin1String("keep the character sets that the user chose for files"), choicesForFiles},
    }};
    return table;
}

Result<qint64> pragma(const Connection &connection, const QString &name)
{
    const Result<QVariant> value = connection.value(u"PRAGMA "_s + name);
    if (!value.ok())
        return value.error();
    return value.value().toLongLong();
}

Error notAStore(const Connection &connection)
{
    return Error(u"%1 is not a Dragoman store: choose another file, or open the folder of articles."_s.arg(
        QDir::toNativeSeparators(connection.file())));
}

Result<void> takeStep(const Connection &connection, int number)
{
    const Step &step = steps().at(static_cast<size_t>(number));
    Result<Transaction> transaction = Transaction::begin(connection, Transaction::Kind::Write);
    if (!transaction.ok())
        return transaction.error();
    const QStringList statements = QString(step.sql).split(u";\n"_s, Qt::SkipEmptyParts);
    for (const QString &statement : statements) {
        if (statement.trimmed().isEmpty())
            continue;
        if (Result<void> done = connection.run(statement); !done.ok())
            return done.error().in(u"Step %1 of the store (%2)"_s.arg(number + 1).arg(step.sentence));
    }
    if (Result<void> done = connection.run(u"PRAGMA user_version = %1"_s.arg(number + 1)); !done.ok())
        return done.error();
    return transaction.value().commit();
}

/** Whether nothing was ever written to the file. */
Result<bool> isBlank(const Connection &connection)
{
    const Result<QVariant> tables = connection.value(u"SELECT count(*) FROM sqlite_master"_s);
    if (!tables.ok())
        return notAStore(connection);
    const Result<qint64> application = pragma(connection, u"application_id"_s);
    const Result<qint64> version = pragma(connection, u"user_version"_s);
    if (!application.ok() || !version.ok())
        return notAStore(connection);
    return tables.value().toInt() == 0 && version.value() == 0 &&
           (application.value() == 0 || application.value() == storeApplicationId);
}

Result<void> checkApplication(const Connection &connection)
{
    const Result<qint64> application = pragma(connection, u"application_id"_s);
    return application.ok() && application.value() == storeApplicationId ? Result<void>() : notAStore(connection);
}

Result<QSet<QString>> columnsOf(const Connection &connection)
{
    QSet<QString> columns;
    Rows rows(connection, u"SELECT m.name, c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c "
                          "WHERE m.type = 'table' AND m.name NOT LIKE 'article_index%'"_s);
    while (rows.next())
        columns.insert(rows.text(0) + u'.' + rows.text(1));
    return rows.broke() ? Result<QSet<QString>>(Error(connection.takeProblem())) : columns;
}

/** Whether a store has all that one of this program's version has, by comparing it with an empty one. */
Result<bool> holdsAllColumns(const Connection &connection)
{
    const Result<std::unique_ptr<Connection>> model = Connection::open(u":memory:"_s, Connection::Mode::Write);
    if (!model.ok())
        return model.error();
    for (int number = 0; number < storeVersion(); ++number) {
        if (Result<void> done = takeStep(*model.value(), number); !done.ok())
            return done.error();
    }
    const Result<QSet<QString>> known = columnsOf(*model.value());
    const Result<QSet<QString>> there = columnsOf(connection);
    if (!known.ok() || !there.ok())
        return known.ok() ? there.error() : known.error();
    return there.value().contains(known.value());
}

} // namespace

int storeVersion()
{
    return static_cast<int>(steps().size());
}

Result<void> checkStore(const Connection &connection)
{
    if (Result<void> store = checkApplication(connection); !store.ok())
        return store;
    const Result<qint64> version = pragma(connection, u"user_version"_s);
    if (!version.ok())
        return version.error();
    if (version.value() > storeVersion())
        return Error(
            u"%1 was written by a newer Dragoman (version %2 of the store, this program knows %3): update Dragoman, "
            u"or choose another store."_s.arg(QDir::toNativeSeparators(connection.file()))
                .arg(version.value())
                .arg(storeVersion()));
    return {};
}

Result<void> checkReadable(const Connection &connection)
{
    if (Result<void> store = checkApplication(connection); !store.ok())
        return store;
    const Result<qint64> version = pragma(connection, u"user_version"_s);
    if (!version.ok())
        return version.error();
    if (version.value() < storeVersion())
        return Error(u"%1 was written by an older Dragoman: import its folder again to bring it up to date."_s.arg(
            QDir::toNativeSeparators(connection.file())));
    if (version.value() == storeVersion())
        return {};
    const Result<bool> complete = holdsAllColumns(connection);
    if (!complete.ok())
        return complete.error();
    return complete.value() ? Result<void>() : checkStore(connection);
}

bool isNewerStore(const Connection &connection)
{
    const Result<qint64> version = pragma(connection, u"user_version"_s);
    return version.ok() && version.value() > storeVersion();
}

Result<void> migrateStore(const Connection &connection)
{
    const Result<bool> blank = isBlank(connection);
    if (!blank.ok())
        return blank.error();
    if (blank.value()) {
        // The page size and the application id have to be in the file before it turns to WAL.
        for (const QString &sql :
             {u"PRAGMA page_size = 8192"_s, u"PRAGMA application_id = %1"_s.arg(storeApplicationId)}) {
            if (Result<void> done = connection.run(sql); !done.ok())
                return done.error();
        }
    }
    if (Result<void> known = checkStore(connection); !known.ok())
        return known.error();
    for (const QString &sql : {u"PRAGMA journal_mode = WAL"_s, u"PRAGMA synchronous = NORMAL"_s,
                               u"PRAGMA foreign_keys = ON"_s, u"PRAGMA cache_size = -65536"_s}) {
        if (Result<void> done = connection.run(sql); !done.ok())
            return done.error();
    }
    const Result<qint64> version = pragma(connection, u"user_version"_s);
    if (!version.ok())
        return version.error();
    if (version.value() > 0 && version.value() < storeVersion()) {
        if (const Result<QString> copy = backUp(connection, version.value()); !copy.ok())
            return copy.error();
    }
    for (int number = static_cast<int>(version.value()); number < storeVersion(); ++number) {
        if (Result<void> done = takeStep(connection, number); !done.ok())
            return done.error();
    }
    return {};
}

} // namespace dragoman
