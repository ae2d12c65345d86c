// SPDX-License-Identifier: GPL-3.0-or-later
#include "reader/comparisonmodel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

/** A sign before the text, so that colour is never the only difference. */
QString marked(const ComparisonCell &cell)
{
    switch (cell.state) {
    case ToldState::Differs:
        return u"≠ "_s + cell.text;
    case ToldState::OnlyHere:
        return u"+ "_s + cell.text;
    case ToldState::NotTold:
        return u"—"_s;
    case ToldState::Equal:
        break;
    }
    return cell.text;
}

QString inWords(ToldState state)
{
    switch (state) {
    case ToldState::Differs:
        return ComparisonModel::tr("The accounts differ");
    case ToldState::OnlyHere:
        return ComparisonModel::tr("Told here only");
    case ToldState::NotTold:
        return ComparisonModel::tr("Not told here");
    case ToldState::Equal:
        break;
    }
    return ComparisonModel::tr("The accounts agree");
}

} // namespace

void ComparisonModel::setAccounts(const QList<Account> &accounts, const QStringList &titles)
{
    beginResetModel();
    m_rows = compareAccounts(accounts);
    m_titles = titles;
    endResetModel();
}

int ComparisonModel::differences() const
{
    return int(std::count_if(m_rows.begin(), m_rows.end(), [](const ComparisonRow &row) {
        return std::any_of(row.cells.begin(), row.cells.end(), [](const ComparisonCell &cell) {
            return cell.state == ToldState::Differs || cell.state == ToldState::OnlyHere;
        });
    }));
}

int ComparisonModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ComparisonModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 1 + int(m_titles.size());
}

QVariant ComparisonModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ComparisonRow &row = m_rows[index.row()];
    if (index.column() == 0)
        return role == Qt::DisplayRole ? QVariant(row.label) : QVariant();
    const ComparisonCell &cell = row.cells[index.column() - 1];
    switch (role) {
    case Qt::DisplayRole:
        return marked(cell);
    case Qt::ToolTipRole:
        return cell.text.isEmpty() ? inWords(cell.state) : cell.text + u"\n"_s + inWords(cell.state);
    case Qt::AccessibleTextRole:
        return u"%1: %2. %3"_s.arg(row.label, cell.text, inWords(cell.state));
    case StateRole:
        return int(cell.state);
    default:
        return {};
    }
}

QVariant ComparisonModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    return section > 0 && section <= m_titles.size() ? QVariant(m_titles[section - 1]) : QVariant(QString());
}

} // namespace dragoman
