// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/statement.h"

#include "store/connection.h"

#include <QSqlError>

namespace dragoman {

Statement::Statement(const Connection &connection, QString sql)
    : m_connection(connection), m_sql(std::move(sql)), m_query(connection.database())
{
    m_query.setForwardOnly(true);
}

Result<void> Statement::run(std::initializer_list<QVariant> values)
{
    if (!m_prepared && !m_query.prepare(m_sql))
        return m_connection.failure(m_query.lastError());
    m_prepared = true;
    int place = 0;
    for (const QVariant &value : values)
        m_query.bindValue(place++, value);
    if (!m_query.exec())
        return m_connection.failure(m_query.lastError());
    return {};
}

} // namespace dragoman
