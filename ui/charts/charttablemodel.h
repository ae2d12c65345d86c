// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chartbins.h"

#include <QAbstractTableModel>

namespace dragoman {

/** The bars of the chart as rows: the stretch of time, each kind, and the sum. */
class ChartTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    static constexpr int periodColumn = 0;
    static constexpr int firstKindColumn = 1;
    static constexpr int totalColumn = 5;

    using QAbstractTableModel::QAbstractTableModel;

    void setBins(const QList<ChartBin> &bins);
    [[nodiscard]] const QList<ChartBin> &bins() const { return m_bins; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<ChartBin> m_bins;
};

} // namespace dragoman
