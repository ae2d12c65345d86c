// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QSqlQuery>
#include <QString>
#include <QVariantList>

#include <initializer_list>

namespace dragoman {

class Connection;

/** A statement that is prepared once and run many times. */
class Statement
{
public:
    Statement(const Connection &connection, QString sql);

    [[nodiscard]] Result<void> run(std::initializer_list<QVariant> values);
    /** Goes to the next row of a question; finish() ends it before its last one. */
    [[nodiscard]] bool next() { return m_query.next(); }
    [[nodiscard]] QVariant value(int column) const { return m_query.value(column); }
    void finish() { m_query.finish(); }
    [[nodiscard]] qint64 insertedId() const { return m_query.lastInsertId().toLongLong(); }

private:
    const Connection &m_connection;
    QString m_sql;
    QSqlQuery m_query;
    bool m_prepared = false;
};

} // namespace dragoman
