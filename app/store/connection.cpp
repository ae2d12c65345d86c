// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/connection.h"

#include <QAtomicInteger>
#include <QDate>
#include <QDir>
#include <QFileInfo>
#include <QSqlError>

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

/** SQLite's primary result codes that have a remedy. */
QString remedy(const QString &code)
{
    static const QHash<QString, QString> table{
        {u"5"_s, u"It is in use by another program; close that and try again."_s},
        {u"8"_s, u"It may not be written to; check its permissions or choose another place for it."_s},
        {u"11"_s, u"It is damaged; delete it and import the folder again."_s},
        {u"13"_s, u"The disk is full; make room and try again."_s},
        {u"14"_s, u"Check that it exists and may be read."_s},
        {u"26"_s, u"It is not a Dragoman store; choose another file."_s},
    };
    return table.value(code, u"Try again, or delete it and import the folder again."_s);
}

} // namespace

Connection::Connection(QString file, QString name)
    : m_file(std::move(file)), m_name(std::move(name)), m_database(QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name))
{
    m_database.setDatabaseName(m_file);
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
    QSqlDatabase &database = connection->m_database;
    const QString access = mode == Mode::Read ? u";QSQLITE_OPEN_READONLY"_s : QString();
    database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=10000"_s + access);
    if (!database.open())
        return connection->failure(database.lastError());
    return connection;
}

Error Connection::failure(const QSqlError &error) const
{
    const QString cause = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
    return Error(
        u"The store %1 failed: %2. %3"_s.arg(QDir::toNativeSeparators(m_file), cause, remedy(error.nativeErrorCode())));
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
    if (Result<void> undone = m_connection->run(u"ROLLBACK"_s); !undone.ok())
        qWarning("%s", qPrintable(undone.error().message()));
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
