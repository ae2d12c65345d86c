// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QString>
#include <QVariantList>

#include <memory>

namespace dragoman {

/** A connection to one SQLite file under a name of its own, taken out of Qt's register when it goes. One thread only.
 */
class Connection
{
public:
    enum class Mode { Read, Write };

    /**
     * An error names the file and the cause. A missing file is made in Mode::Write and an error in Mode::Read. A store
     * that was closed whole is also read from a folder that may not be written to.
     */
    [[nodiscard]] static Result<std::unique_ptr<Connection>> open(const QString &file, Mode mode);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    [[nodiscard]] const QSqlDatabase &database() const { return m_database; }
    [[nodiscard]] const QString &file() const { return m_file; }

    /** Runs one statement that answers nothing. */
    [[nodiscard]] Result<void> run(const QString &sql, const QVariantList &values = {}) const;
    /** The first column of the first row; invalid if there is none. */
    [[nodiscard]] Result<QVariant> value(const QString &sql, const QVariantList &values = {}) const;
    /** The sentence for what went wrong with a statement. */
    [[nodiscard]] Error failure(const QSqlError &error) const;

    /** What went wrong with a question since the last asking, empty if nothing did. */
    [[nodiscard]] QString takeProblem() const { return std::exchange(m_problem, {}); }

private:
    friend class Rows;
    Connection(QString file, QString name);
    [[nodiscard]] Result<void> connect(const QString &name, const QString &options);

    mutable QString m_problem;
    QString m_file;
    QString m_name;
    QSqlDatabase m_database;
};

/** A transaction that is rolled back at its end unless it was committed. */
class Transaction
{
public:
    enum class Kind { Read, Write };

    [[nodiscard]] static Result<Transaction> begin(const Connection &connection, Kind kind);
    ~Transaction();
    Transaction(Transaction &&other) noexcept;
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;
    Transaction &operator=(Transaction &&) = delete;

    [[nodiscard]] Result<void> commit();

private:
    explicit Transaction(const Connection *connection) : m_connection(connection) {}
    const Connection *m_connection;
};

/** The rows of one question, each read once from front to back. A question that fails has no rows, and its connection
 * and Qt's log say why. */
class Rows
{
public:
    Rows(const Connection &connection, const QString &sql, const QVariantList &values = {});

    [[nodiscard]] bool next() { return m_query.next(); }
    [[nodiscard]] bool failed() const { return m_failed; }
    [[nodiscard]] bool broke() const { return m_failed || m_query.lastError().isValid(); } ///< not all rows were read
    [[nodiscard]] bool isNull(int column) const { return m_query.isNull(column); }
    [[nodiscard]] qint64 integer(int column) const { return m_query.value(column).toLongLong(); }
    [[nodiscard]] int number(int column) const { return m_query.value(column).toInt(); }
    [[nodiscard]] double real(int column) const { return m_query.value(column).toDouble(); }
    [[nodiscard]] QString text(int column) const { return m_query.value(column).toString(); }
    [[nodiscard]] QByteArray bytes(int column) const { return m_query.value(column).toByteArray(); }
    [[nodiscard]] QVariant variant(int column) const { return m_query.value(column); }
    [[nodiscard]] QDate day(int column) const;

private:
    QSqlQuery m_query;
    bool m_failed = false;
};

/** A text as the store keeps it: Qt would make NULL of a null QString, which is no text. */
[[nodiscard]] QVariant textValue(const QString &text);

/** A day as the store keeps it: its Julian day, or NULL. */
[[nodiscard]] QVariant dayValue(QDate day);

/** An id as the store keeps it where there may be none: NULL for 0. */
[[nodiscard]] QVariant idValue(qint64 id);

} // namespace dragoman
