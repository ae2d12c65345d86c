// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/charttablemodel.h"

#include "state/labels.h"

namespace dragoman {

void ChartTableModel::setBins(const QList<ChartBin> &bins)
{
    beginResetModel();
    m_bins = bins;
    endResetModel();
}

int ChartTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_bins.size());
}

int ChartTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : totalColumn + 1;
}

QVariant ChartTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ChartBin &bin = m_bins.at(index.row());
    if (role == Qt::TextAlignmentRole && index.column() != periodColumn)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    if (index.column() == periodColumn)
        return bin.label;
    return index.column() == totalColumn ? bin.total() : bin.kinds[size_t(index.column() - firstKindColumn)];
}

QVariant ChartTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    if (section == periodColumn)
        return tr("Period");
    if (section == totalColumn)
        return tr("All");
    return section < totalColumn ? kindLabel(ContactKind(section - firstKindColumn)) : QVariant();
}

} // namespace dragoman
