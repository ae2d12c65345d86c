// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartspanel.h"

#include "charts/barsview.h"
#include "charts/chartsview.h"
#include "charts/charttablemodel.h"
#include "models/chartsource.h"
#include "state/filterstate.h"
#include "state/theme.h"
#include "widgets/emptypage.h"

#include <QAction>
#include <QBarCategoryAxis>
#include <QBarSet>
#include <QBoxLayout>
#include <QChart>
#include <QClipboard>
#include <QComboBox>
#include <QCursor>
#include <QGraphicsLayout>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLegend>
#include <QLocale>
#include <QStackedBarSeries>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QToolTip>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

constexpr int mostBars = 60; ///< chosen by itself
constexpr int mostBarsByChoice = 600;
constexpr int labelRoom = 22; ///< pixels below the bars

enum Page { EmptyPageIndex, ChartPage, TablePage };

QToolButton *buttonFor(QAction *action, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setAccessibleName(action->text().remove(u'&'));
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

QWidget *createChartsView(const ViewContext &context, QWidget *parent)
{
    return new ChartsPanel(context, parent);
}

ChartsPanel::ChartsPanel(const ViewContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_source(new ChartSource(context.archive, this)),
      m_model(new ChartTableModel(this))
{
    setObjectName(u"charts"_s);
    setAccessibleName(tr("Charts"));
    buildActions();
    buildLayout();
    connectState();
    retint();
    m_source->setFilter(context.filter->filter());
    m_source->refresh();
    rebuild();
}

void ChartsPanel::buildActions()
{
    m_asTable = new QAction(tr("As table"), this);
    m_asTable->setCheckable(true);
    m_asTable->setToolTip(tr("The same numbers as a table"));
    m_copy = new QAction(tr("Copy as CSV"), this);
    m_copy->setToolTip(tr("Copy the numbers as comma-separated values"));
}

QWidget *ChartsPanel::buildHeader()
{
    auto *header = new QWidget(this);
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(8, 5, 8, 5);
    auto *label = new QLabel(tr("&Bars of"), header);
    m_unit = new QComboBox(header);
    m_unit->setObjectName(u"charts.unit"_s);
    m_unit->setAccessibleName(tr("Length of a bar"));
    m_unit->addItem(tr("Fitting length"), 0);
    const QList<std::pair<QString, int>> units{
        {tr("Months"), 1}, {tr("Quarters"), 3}, {tr("Years"), 12}, {tr("Decades"), 120}, {tr("Centuries"), 1200}};
    for (const auto &[text, months] : units)
        m_unit->addItem(text, months);
    label->setBuddy(m_unit);
    m_note = new QLabel(header);
    m_note->setObjectName(u"charts.note"_s);
    m_note->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addWidget(label);
    row->addWidget(m_unit);
    row->addSpacing(8);
    row->addWidget(m_note, 1);
    row->addWidget(buttonFor(m_asTable, header));
    row->addWidget(buttonFor(m_copy, header));
    return header;
}

void ChartsPanel::buildChart()
{
    m_chart = new QChart;
    m_series = new QStackedBarSeries(m_chart);
    for (const ContactKind kind : allKinds()) {
        auto *set = new QBarSet(kindLabel(kind), m_series);
        m_sets[size_t(kind)] = set;
        m_series->append(set);
        connect(set, &QBarSet::clicked, this, [this, kind](int bin) { filterTo(bin, kind); });
        connect(set, &QBarSet::hovered, this, [this, kind](bool entered, int bin) { hoverBar(kind, entered, bin); });
    }
    m_series->setBarWidth(0.8);
    m_chart->addSeries(m_series);
    m_periods = new QBarCategoryAxis(m_chart);
    m_counts = new QValueAxis(m_chart);
    m_periods->setGridLineVisible(false);
    m_periods->setLabelsVisible(false);
    m_counts->setLabelFormat(u"%d"_s);
    m_chart->addAxis(m_periods, Qt::AlignBottom);
    m_chart->addAxis(m_counts, Qt::AlignLeft);
    m_series->attachAxis(m_periods);
    m_series->attachAxis(m_counts);
    m_chart->legend()->setAlignment(Qt::AlignTop);
    m_chart->setMargins(QMargins(4, 0, 8, labelRoom));
    m_chart->layout()->setContentsMargins(0, 0, 0, 0);
    m_chart->setBackgroundRoundness(0);
    m_view = new BarsView(m_chart, *m_context.theme, this);
    m_view->setObjectName(u"charts.view"_s);
    m_view->setAccessibleName(tr("Contacts by time and kind, as bars"));
    m_view->setAccessibleDescription(
        tr("Left and Right walk the bars, Enter filters to one; \"As table\" shows the same numbers as text."));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setRenderHint(QPainter::Antialiasing);
    m_view->setMinimumHeight(120);
}

void ChartsPanel::buildLayout()
{
    buildChart();
    m_table = new QTableView(this);
    m_table->setObjectName(u"charts.table"_s);
    m_table->setAccessibleName(tr("Contacts by time and kind, as a table"));
    m_table->setModel(m_model);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->verticalHeader()->hide();
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_empty = new EmptyPage(m_context.theme, this);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_table);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(buildHeader());
    column->addWidget(m_stack, 1);
}

void ChartsPanel::connectState()
{
    connect(m_source, &ChartSource::arrived, this, &ChartsPanel::take);
    connect(m_context.filter, &FilterState::changed, m_source, &ChartSource::setFilter);
    connect(m_context.theme, &Theme::changed, this, &ChartsPanel::retint);
    connect(m_unit, &QComboBox::activated, this, &ChartsPanel::rebuild);
    connect(m_asTable, &QAction::toggled, this, &ChartsPanel::updatePage);
    connect(m_copy, &QAction::triggered, this, [this] { QGuiApplication::clipboard()->setText(chartCsv(m_bins)); });
    connect(m_view, &BarsView::barChosen, this, [this](int bin) { filterTo(bin, std::nullopt); });
    connect(m_table, &QTableView::activated, this, &ChartsPanel::filterFromTable);
}

void ChartsPanel::take(const QList<MonthCount> &months, int contacts)
{
    m_months = months;
    m_contacts = contacts;
    rebuild();
}

void ChartsPanel::rebuild()
{
    updateUnits();
    const int chosen = m_unit->currentData().toInt();
    m_bins = makeChartBins(m_months, chosen > 0 ? chosen : chartUnitFor(m_months, mostBars));
    m_model->setBins(m_bins);
    m_table->resizeColumnsToContents();
    updateBars();
    updateAxes();
    updateNote();
    updatePage();
}

/** A length that would make bars too thin to see falls back to the fitting one. */
void ChartsPanel::updateUnits()
{
    const int chosen = m_unit->currentData().toInt();
    if (chosen > 0 && chartBinCount(m_months, chosen) > mostBarsByChoice)
        m_unit->setCurrentIndex(0);
}

void ChartsPanel::updateBars()
{
    for (const ContactKind kind : allKinds()) {
        QBarSet *set = m_sets[size_t(kind)];
        set->remove(0, set->count());
        QList<qreal> values;
        for (const ChartBin &bin : std::as_const(m_bins))
            values.append(bin.kinds[size_t(kind)]);
        set->append(values);
    }
}

void ChartsPanel::updateAxes()
{
    QStringList names; // the axis wants a text of its own for each bar, though the view writes the labels
    for (const ChartBin &bin : std::as_const(m_bins))
        names.append(bin.label);
    m_periods->clear();
    m_periods->append(names);
    m_view->setBins(m_bins);
    int most = 1;
    for (const ChartBin &bin : std::as_const(m_bins))
        most = std::max(most, bin.total());
    const int step = std::max(1, int(std::pow(10, std::floor(std::log10(most / 4.0 + 0.01)))));
    const int nice = most / step <= 5 ? step : most / step <= 10 ? 2 * step : most / step <= 25 ? 5 * step : 10 * step;
    const int top = (most + nice - 1) / nice * nice;
    m_counts->setRange(0, top);
    m_counts->setTickCount(top / nice + 1);
}

void ChartsPanel::updateNote()
{
    int shown = 0;
    for (const ChartBin &bin : std::as_const(m_bins))
        shown += bin.total();
    QString text = tr("%1 contacts").arg(QLocale().toString(shown));
    if (m_contacts > shown)
        text += tr(", %1 more whose month is not told").arg(QLocale().toString(m_contacts - shown));
    m_note->setText(m_contacts > 0 ? text : QString());
}

void ChartsPanel::updatePage()
{
    m_copy->setEnabled(!m_bins.isEmpty());
    m_asTable->setEnabled(!m_bins.isEmpty());
    if (!m_bins.isEmpty()) {
        m_stack->setCurrentIndex(m_asTable->isChecked() ? TablePage : ChartPage);
        return;
    }
    m_stack->setCurrentIndex(EmptyPageIndex);
    m_empty->setActions({});
    if (!m_context.archive->isOpen()) {
        m_empty->setContent(u"chart"_s, tr("No archive is open"),
                            tr("Open a folder of articles to count its contacts here."));
    } else if (m_contacts > 0) {
        m_empty->setContent(u"chart"_s, tr("No month to count by"),
                            tr("The articles do not tell the month of any of these %1 contacts.").arg(m_contacts));
    } else if (!m_source->filter().isEmpty()) {
        m_empty->setContent(u"filter"_s, tr("No contact matches the filter"), tr("Remove a condition to see more."));
        m_empty->setActions({m_context.filter->removeLastAction(), m_context.filter->clearAction()});
    } else {
        m_empty->setContent(u"chart"_s, tr("No contacts yet"), tr("They are counted here as soon as they are found."));
    }
}

void ChartsPanel::hoverBar(ContactKind kind, bool entered, int bin)
{
    if (!entered || bin < 0 || bin >= m_bins.size()) {
        QToolTip::hideText();
        return;
    }
    const ChartBin &at = m_bins[bin];
    QToolTip::showText(QCursor::pos(),
                       u"<b>%1</b><br>%2: %3<br>%4"_s.arg(at.label, kindLabel(kind))
                           .arg(at.kinds[size_t(kind)])
                           .arg(tr("of %1 contacts; click to filter").arg(at.total())),
                       m_view);
}

void ChartsPanel::filterTo(int bin, std::optional<ContactKind> kind)
{
    if (bin < 0 || bin >= m_bins.size())
        return;
    // Copied: the first change of the filter may already bring other bars.
    const ChartBin chosen = m_bins[bin];
    Filter filter = m_context.filter->filter();
    filter.from = chosen.first;
    filter.to = chosen.last;
    if (kind)
        filter.kinds = {*kind};
    m_context.filter->setFilter(filter);
}

void ChartsPanel::filterFromTable(const QModelIndex &index)
{
    const bool ofKind =
        index.column() >= ChartTableModel::firstKindColumn && index.column() < ChartTableModel::totalColumn;
    filterTo(index.row(),
             ofKind ? std::optional(ContactKind(index.column() - ChartTableModel::firstKindColumn)) : std::nullopt);
}

void ChartsPanel::retint()
{
    const Theme &theme = *m_context.theme;
    const QPalette colours = theme.palette();
    m_chart->setBackgroundBrush(colours.color(QPalette::Base));
    m_chart->setBackgroundPen(Qt::NoPen);
    m_view->setBackgroundBrush(colours.color(QPalette::Base));
    m_chart->legend()->setLabelColor(colours.color(QPalette::Text));
    for (const ContactKind kind : allKinds()) {
        m_sets[size_t(kind)]->setColor(theme.kindColour(kind));
        m_sets[size_t(kind)]->setBorderColor(colours.color(QPalette::Base));
    }
    for (QAbstractAxis *axis : {static_cast<QAbstractAxis *>(m_periods), static_cast<QAbstractAxis *>(m_counts)}) {
        axis->setLabelsColor(theme.mutedText());
        axis->setLinePenColor(theme.line());
        axis->setGridLineColor(theme.line());
    }
}

} // namespace dragoman
