// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recordmodel.h"

#include <QHash>

#include <algorithm>

namespace dragoman {

namespace {

constexpr int pageSize = 100;
constexpr int mostPagesAtOnce = 3;
constexpr size_t mostPagesRemembered = 32;

} // namespace

RecordModel::RecordModel(Archive *archive, int sortColumn, Qt::SortOrder order, QObject *parent)
    : QAbstractTableModel(parent), m_archive(archive), m_question(this), m_sortColumn(sortColumn), m_sortOrder(order),
      m_asking(archive->isOpen())
{
    QMetaObject::invokeMethod(this, &RecordModel::refresh, Qt::QueuedConnection);
    connect(archive, &Archive::opened, this, &RecordModel::refresh);
    connect(archive, &Archive::contentChanged, this, &RecordModel::refresh);
    connect(archive, &Archive::closed, this, &RecordModel::empty);
}

int RecordModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_ids.size());
}

qint64 RecordModel::idAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_ids[static_cast<size_t>(row)] : 0;
}

int RecordModel::rowOf(qint64 id) const
{
    const auto found = std::find(m_ids.begin(), m_ids.end(), id);
    return found == m_ids.end() ? -1 : static_cast<int>(found - m_ids.begin());
}

void RecordModel::setFilter(const Filter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    refresh();
}

void RecordModel::sort(int column, Qt::SortOrder order)
{
    if (column == m_sortColumn && order == m_sortOrder)
        return;
    m_sortColumn = column;
    m_sortOrder = order;
    refresh();
}

void RecordModel::refresh()
{
    if (!m_archive->isOpen())
        return;
    m_asking = true;
    m_question.ask<Ids>(m_archive, idsQuestion(), [this](Ids ids) {
        m_asking = false;
        install(std::move(ids));
        emit answered();
    });
}

void RecordModel::empty()
{
    m_question.drop();
    m_asking = false;
    m_rowsUnderWay = false;
    beginResetModel();
    m_ids.clear();
    m_wanted.clear();
    forgetRows();
    m_firstGeneration = ++m_generation;
    endResetModel();
    emit answered();
}

/**
 * A reset would cost the views their selection and place. So the list first grows to the larger of both lengths, then
 * changes its order, then shrinks: each step is one that views and selections can follow.
 */
void RecordModel::install(Ids ids)
{
    ++m_generation;
    m_wanted.clear();
    if (ids == m_ids) {
        announceRows();
        return;
    }
    const int before = rowCount();
    const int after = static_cast<int>(ids.size());
    if (after > before) {
        beginInsertRows({}, before, after - 1);
        m_ids.resize(ids.size(), 0);
        endInsertRows();
    }
    reorder(std::move(ids), std::max(before, after));
    if (after < before) {
        beginRemoveRows({}, after, before - 1);
        m_ids.resize(static_cast<size_t>(after));
        endRemoveRows();
    }
}

void RecordModel::reorder(Ids ids, int rows)
{
    emit layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList from = persistentIndexList();
    Ids olds;
    QHash<qint64, int> places;
    for (const QModelIndex &old : from) {
        olds.push_back(idAt(old.row()));
        places.insert(olds.back(), -1);
    }
    for (size_t row = 0; row < ids.size() && !places.isEmpty(); ++row) {
        const auto place = places.find(ids[row]);
        if (place != places.end())
            *place = static_cast<int>(row);
    }
    ids.resize(static_cast<size_t>(rows), 0);
    m_ids = std::move(ids);
    QModelIndexList to;
    to.reserve(from.size());
    for (size_t i = 0; i < olds.size(); ++i) {
        const int row = places.value(olds[i], -1);
        to.append(row < 0 ? QModelIndex() : index(row, from[static_cast<qsizetype>(i)].column()));
    }
    changePersistentIndexList(from, to);
    emit layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void RecordModel::announceRows()
{
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void RecordModel::want(int row) const
{
    const int page = row / pageSize;
    const auto known = std::find(m_wanted.begin(), m_wanted.end(), page);
    if (known != m_wanted.end())
        m_wanted.erase(known);
    else if (m_wanted.size() > mostPagesRemembered)
        m_wanted.erase(m_wanted.begin());
    m_wanted.push_back(page);
    if (m_scheduled)
        return;
    m_scheduled = true;
    auto *self = const_cast<RecordModel *>(
        this); // NOLINT(cppcoreguidelines-pro-type-const-cast): data() is const by Qt's contract
    QMetaObject::invokeMethod(self, &RecordModel::askWanted, Qt::QueuedConnection);
}

/** Only the pages looked at last: those scrolled past are asked for again if they come back. */
void RecordModel::askWanted()
{
    m_scheduled = false;
    if (m_rowsUnderWay || m_wanted.empty() || !m_archive->isOpen())
        return;
    const auto first = m_wanted.size() > mostPagesAtOnce ? m_wanted.end() - mostPagesAtOnce : m_wanted.begin();
    Ids ids;
    for (auto page = first; page != m_wanted.end(); ++page) {
        const int end = std::min(rowCount(), (*page + 1) * pageSize);
        for (int row = *page * pageSize; row < end; ++row) {
            if (!isFresh(idAt(row)))
                ids.push_back(idAt(row));
        }
    }
    m_wanted.clear();
    if (ids.empty())
        return;
    m_rowsUnderWay = true;
    askRows(ids);
}

void RecordModel::rowsArrived(quint64 generation)
{
    m_rowsUnderWay = false;
    announceRows();
    if (generation != m_generation || !m_wanted.empty())
        askWanted();
}

} // namespace dragoman
