// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chartbins.h"
#include "models/viewcontext.h"

#include <QWidget>

#include <array>
#include <optional>

class QAction;
class QBarCategoryAxis;
class QBarSet;
class QChart;
class QComboBox;
class QLabel;
class QStackedBarSeries;
class QStackedWidget;
class QTableView;
class QValueAxis;

namespace dragoman {

class BarsView;
class ChartSource;
class ChartTableModel;
class EmptyPage;

/** The charts view: stacked bars or, on demand, the same numbers as a table. */
class ChartsPanel : public QWidget
{
    Q_OBJECT
public:
    explicit ChartsPanel(const ViewContext &context, QWidget *parent = nullptr);

    [[nodiscard]] const QList<ChartBin> &bins() const { return m_bins; }
    [[nodiscard]] QBarSet *bars(ContactKind kind) const { return m_sets[size_t(kind)]; }
    [[nodiscard]] BarsView *view() const { return m_view; }
    [[nodiscard]] QTableView *table() const { return m_table; }
    /** Narrows the filter to one bar, and to one kind if given. */
    void filterTo(int bin, std::optional<ContactKind> kind);

private:
    void buildActions();
    void buildLayout();
    QWidget *buildHeader();
    void buildChart();
    void connectState();
    void take(const QList<MonthCount> &months, int contacts);
    void rebuild();
    void updateUnits();
    void updateBars();
    void updateAxes();
    void updateNote();
    void updatePage();
    void hoverBar(ContactKind kind, bool entered, int bin);
    void filterFromTable(const QModelIndex &index);
    void retint();

    ViewContext m_context;
    ChartSource *m_source;
    ChartTableModel *m_model;
    QList<MonthCount> m_months;
    QList<ChartBin> m_bins;
    int m_contacts = 0;
    QAction *m_asTable = nullptr;
    QAction *m_copy = nullptr;
    QComboBox *m_unit = nullptr;
    QLabel *m_note = nullptr;
    QStackedWidget *m_stack = nullptr;
    EmptyPage *m_empty = nullptr;
    QChart *m_chart = nullptr;
    BarsView *m_view = nullptr;
    QTableView *m_table = nullptr;
    QStackedBarSeries *m_series = nullptr;
    QBarCategoryAxis *m_periods = nullptr;
    QValueAxis *m_counts = nullptr;
    std::array<QBarSet *, 4> m_sets{};
};

} // namespace dragoman
