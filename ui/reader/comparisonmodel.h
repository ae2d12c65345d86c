// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reader/comparison.h"

#include <QAbstractTableModel>

namespace dragoman {

/** The comparison of one contact's accounts: a row for each thing told, a column for its name and one for each account.
 */
class ComparisonModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role { StateRole = Qt::UserRole + 1 };

    using QAbstractTableModel::QAbstractTableModel;

    /** `titles` head the accounts' columns, one for each account. */
    void setAccounts(const QList<Account> &accounts, const QStringList &titles);
    [[nodiscard]] const QList<ComparisonRow> &rows() const { return m_rows; }
    [[nodiscard]] int differences() const; ///< rows that are not equal in all columns

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<ComparisonRow> m_rows;
    QStringList m_titles;
};

} // namespace dragoman
