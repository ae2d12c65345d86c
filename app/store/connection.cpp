// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/connection.h"

#include <QAtomicInteger>
#include <QDate>
#include <QDir>
#include <QFileInfo>
#include <QSqlError>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

QString freshName()
{
    static QAtomicInteger<quint64> s_count;
    return u"dragoman-store-%1"_s.arg(s_count.fetchAndAddRelaxed(1));
}

bool execute(QSqlQuery &query, const QString &sql, const QVariantList &values)
{
    query.setForwardOnly(true);
    if (values.isEmpty())
        return query.exec(sql);
    if (!query.prepare(sql))
        return false;
    for (const QVariant &value : values)
        query.addBindValue(value);
    return query.exec();
}

/** The sentence for one of SQLite's primary result codes, with the file as %1 and SQLite's own words as %2. */
QString sentenceFor(int code)
{
    static const QHash<int, QString> table{
        {5, u"The store %1 is in use by another program: wait until that is done, or close it, and try again."_s},
        {8, u"The store %1 may not be written to: check its permissions or choose another place for it."_s},
        {10, u"The store %1 cannot be read or written (%2): look whether its disk is full, failing or no longer "
             u"connected, and try again; what was stored before is kept."_s},
        {11, u"The store %1 is damaged: set it aside and read its folder again ('dragoman-cli repair')."_s},
        {13, u"The store %1 cannot grow because its disk is full: make room and try again; what was stored before is "
             u"kept."_s},
        {14, u"The store %1 cannot be opened: check that it exists and may be read."_s},
        {26, u"The store %1 failed: %2. It is not a Dragoman store; choose another file."_s},
    };
    return table.value(code, u"The store %1 failed: %2. Try again, or set it aside ('dragoman-cli repair')."_s);
}

constexpr int notADatabase = 26;

/** SQLite reads a store with the help of a file beside it, unless that is impossible and no log of changes lies there.
 */
bool mayBeWrittenBeside(const QFileInfo &store)
{
    return QFileInfo(store.absolutePath()).isWritable() || QFileInfo(store.filePath() + u"-wal"_s).size() > 0;
}

QString immutableName(const QString &file)
{
    return u"file:"_s + QString::fromLatin1(QUrl::toPercentEncoding(QFileInfo(file).absoluteFilePath(), "/")) +
           u"?immutable=1"_s;
}

} // namespace

Connection::Connection(QString file, QString name)
    : m_file(std::move(file)), m_name(std::move(name)), m_database(QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name))
{
}

Connection::~Connection()
{
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

Result<std::unique_ptr<Connection>> Connection::open(const QString &file, Mode mode)
{
    if (!QSqlDatabase::isDriverAvailable(u"QSQLITE"_s))
        return Error(u"The SQLite driver of Qt is missing: install the package libqt6sql6-sqlite."_s);
    const QFileInfo info(file);
    if (mode == Mode::Read && !info.exists())
        return Error(u"There is no store %1: import the folder first."_s.arg(QDir::toNativeSeparators(file)));
    if (mode == Mode::Write && !QDir().mkpath(info.absolutePath()))
        return Error(u"The folder %1 for the store cannot be made: check its permissions."_s.arg(info.absolutePath()));
    std::unique_ptr<Connection> connection(new Connection(file, freshName()));
    const QString access = mode == Mode::Read ? u";QSQLITE_OPEN_READONLY"_s : QString();
    Result<void> connected = connection->connect(file, access);
    if (!connected.ok() && mode == Mode::Read && !mayBeWrittenBeside(info))
        connected = connection->connect(immutableName(file), access + u";QSQLITE_OPEN_URI"_s);
    if (!connected.ok())
        return connected.error();
    return connection;
}

/** Reads something, since SQLite opens a file only then. */
Result<void> Connection::connect(const QString &name, const QString &options)
{
    m_database.close();
    m_database.setDatabaseName(name);
    m_database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=10000"_s + options);
    if (!m_database.open())
        return failure(m_database.lastError());
    QSqlQuery query(m_database);
    const bool read = query.exec(u"PRAGMA schema_version"_s);
    // What is no database is told by who asks what kind of one it is.
    const bool isOther = query.lastError().nativeErrorCode().toInt() % 256 == notADatabase;
    return read || isOther ? Result<void>() : failure(query.lastError());
}

Error Connection::failure(const QSqlError &error) const
{
    const QString cause = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
    // The low byte is the primary code, the rest says more than anybody can act on.
    const int code = error.nativeErrorCode().toInt() & 0xff;
    const QString sentence = sentenceFor(code);
    return Error(sentence.contains(u"%2"_s) ? sentence.arg(QDir::toNativeSeparators(m_file), cause)
                                            : sentence.arg(QDir::toNativeSeparators(m_file)));
}

Result<void> Connection::run(const QString &sql, const QVariantList &values) const
{
    QSqlQuery query(m_database);
    if (!execute(query, sql, values))
        return failure(query.lastError());
    return {};
}

Result<QVariant> Connection::value(const QString &sql, const QVariantList &values) const
{
    QSqlQuery query(m_database);
    if (!execute(query, sql, values))
        return failure(query.lastError());
    return query.next() ? query.value(0) : QVariant();
}

Result<Transaction> Transaction::begin(const Connection &connection, Kind kind)
{
    const Result<void> begun = connection.run(kind == Kind::Read ? u"BEGIN"_s : u"BEGIN IMMEDIATE"_s);
    if (!begun.ok())
        return begun.error();
    return Transaction(&connection);
}

Transaction::Transaction(Transaction &&other) noexcept : m_connection(std::exchange(other.m_connection, nullptr)) {}

Transaction::~Transaction()
{
    if (!m_connection)
        return;
    // A full disk or a failing one makes SQLite undo the transaction by itself.
    QSqlQuery query(m_connection->database());
    if (!query.exec(u"ROLLBACK"_s) && !query.lastError().databaseText().contains(u"no transaction is active"_s))
        qWarning("%s", qPrintable(m_connection->failure(query.lastError()).message()));
}

Result<void> Transaction::commit()
{
    Result<void> done = m_connection->run(u"COMMIT"_s);
    if (done.ok())
        m_connection = nullptr;
    return done;
}

Rows::Rows(const Connection &connection, const QString &sql, const QVariantList &values)
    : m_query(connection.database())
{
    if (execute(m_query, sql, values))
        return;
    m_failed = true;
    connection.m_problem = connection.failure(m_query.lastError()).message();
    qWarning("%s", qPrintable(connection.m_problem));
}

QDate Rows::day(int column) const
{
    return isNull(column) ? QDate() : QDate::fromJulianDay(integer(column));
}

QVariant textValue(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

QVariant dayValue(QDate day)
{
    return day.isValid() ? QVariant(day.toJulianDay()) : QVariant();
}

QVariant idValue(qint64 id)
{
    return id > 0 ? QVariant(id) : QVariant();
}

} // namespace dragoman
