// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/barsview.h"
#include "charts/chartspanel.h"
#include "charts/chartsview.h"
#include "charts/charttablemodel.h"
#include "support/nowarnings.h"
#include "ui/viewrig.h"
#include "widgets/emptypage.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QBarSet>
#include <QChart>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include <optional>

using namespace Qt::StringLiterals;
using namespace dragoman;
using namespace dragoman::test;

/** Sums per month as bars and as a table. */
class TestChartsView : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void binsHoldEveryContactAndEmptyMonths();
    void longSpansTakeLongerBars();
    void binsOfNothing();
    void csvHasTheSameNumbers();
    void barsAreTheStoresMonths();
    void clickOnABarFilters();
    void keysWalkTheBars();
    void labelsAreWritten();
    void tableShowsTheSame();
    void noteTellsWhatIsNotShown();
    void unitIsChosen();
    void emptyTellsWhy();
    void darkThemeColoursTheBars();

private:
    [[nodiscard]] int barSum() const;

    std::optional<NoWarnings> m_quiet; ///< made in init(): before that the test's own handler is not yet there
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<ViewRig> m_rig;
    ChartsPanel *m_panel = nullptr;
};

void TestChartsView::init()
{
    m_quiet.emplace();
    m_window = std::make_unique<QWidget>();
    m_rig = std::make_unique<ViewRig>(randomSample(8));
    QCOMPARE(m_rig->error(), QString());
    m_panel = qobject_cast<ChartsPanel *>(createChartsView(m_rig->context(), m_window.get()));
    QVERIFY(m_panel);
    m_panel->resize(1000, 400);
    m_window->resize(m_panel->size());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    QTRY_VERIFY(!m_panel->bins().isEmpty());
}

void TestChartsView::cleanup()
{
    m_window.reset();
    m_rig.reset();
    VERIFY_NO_WARNINGS();
    m_quiet.reset();
}

int TestChartsView::barSum() const
{
    double sum = 0;
    for (const ContactKind kind : allKinds()) {
        for (int at = 0; at < m_panel->bars(kind)->count(); ++at)
            sum += m_panel->bars(kind)->at(at);
    }
    return int(sum);
}

void TestChartsView::binsHoldEveryContactAndEmptyMonths()
{
    const QList<MonthCount> months{
        {2024, 11, ContactKind::Call, 3}, {2024, 11, ContactKind::Visit, 1}, {2025, 2, ContactKind::Call, 2}};
    const QList<ChartBin> bins = makeChartBins(months, 1);
    QCOMPARE(bins.size(), 4);
    QCOMPARE(bins[0].label, u"Nov 2024"_s);
    QCOMPARE(bins[0].kinds[size_t(ContactKind::Call)], 3);
    QCOMPARE(bins[0].total(), 4);
    QCOMPARE(bins[1].total(), 0);
    QCOMPARE(bins[3].first, QDate(2025, 2, 1));
    QCOMPARE(bins[3].last, QDate(2025, 2, 28));
    for (const int unit : chartUnits) {
        int sum = 0;
        QDate expected;
        for (const ChartBin &bin : makeChartBins(months, unit)) {
            sum += bin.total();
            QVERIFY(!expected.isValid() || bin.first == expected);
            expected = bin.last.addDays(1);
        }
        QCOMPARE(sum, 6);
        QCOMPARE(makeChartBins(months, unit).size(), chartBinCount(months, unit));
    }
}

void TestChartsView::longSpansTakeLongerBars()
{
    const auto unitOver = [](int years) {
        return chartUnitFor({{2000, 1, ContactKind::Call, 1}, {2000 + years, 1, ContactKind::Call, 1}}, 60);
    };
    QCOMPARE(unitOver(1), 1);
    QCOMPARE(unitOver(10), 3);
    QCOMPARE(unitOver(40), 12);
    QCOMPARE(unitOver(400), 120);
    QCOMPARE(unitOver(4000), 1200);
}

void TestChartsView::binsOfNothing()
{
    QVERIFY(makeChartBins({}, 1).isEmpty());
    QCOMPARE(chartBinCount({}, 12), 0);
    QCOMPARE(makeChartBins({{1, 1, ContactKind::Call, 1}}, 1200).first().first, QDate(1, 1, 1));
}

void TestChartsView::csvHasTheSameNumbers()
{
    const QString csv =
        chartCsv(makeChartBins({{2024, 11, ContactKind::Call, 3}, {2024, 12, ContactKind::Visit, 1}}, 1));
    QCOMPARE(csv, u"from,to,call,meeting,visit,message,total\n"
                  "2024-11-01,2024-11-30,3,0,0,0,3\n"
                  "2024-12-01,2024-12-31,0,0,1,0,1\n"_s);
}

void TestChartsView::barsAreTheStoresMonths()
{
    QHash<std::pair<QDate, int>, int> told;
    for (const MonthCount &count : m_rig->reader().months({}))
        told[{QDate(count.year, count.month, 1), int(count.kind)}] += count.count;
    QCOMPARE(m_panel->bins().first().last, m_panel->bins().first().first.addMonths(1).addDays(-1));
    int compared = 0;
    for (int at = 0; at < m_panel->bins().size(); ++at) {
        for (const ContactKind kind : allKinds()) {
            QCOMPARE(int(m_panel->bars(kind)->at(at)), told.value({m_panel->bins()[at].first, int(kind)}));
            compared += told.value({m_panel->bins()[at].first, int(kind)});
        }
    }
    QVERIFY(compared > 50);
    QCOMPARE(compared, barSum());
    m_rig->filter().setKinds({ContactKind::Message});
    QTRY_COMPARE(int(m_panel->bars(ContactKind::Call)->sum()), 0);
    QVERIFY(m_panel->bars(ContactKind::Message)->sum() > 0);
}

void TestChartsView::clickOnABarFilters()
{
    int at = 0;
    while (m_panel->bins()[at].kinds[size_t(ContactKind::Visit)] == 0)
        ++at;
    const ChartBin bin = m_panel->bins()[at];
    emit m_panel->bars(ContactKind::Visit)->clicked(at);
    const Filter filter = m_rig->filter().filter();
    QCOMPARE(filter.from, bin.first);
    QCOMPARE(filter.to, bin.last);
    QCOMPARE(filter.kinds, QList<ContactKind>{ContactKind::Visit});
    QTRY_VERIFY(m_panel->bins().size() < 3);
    m_rig->filter().goBack();
    QVERIFY(m_rig->filter().filter().isEmpty());
}

void TestChartsView::keysWalkTheBars()
{
    BarsView *view = m_panel->view();
    view->setFocus();
    QCOMPARE(view->current(), -1);
    QTest::keyClick(view, Qt::Key_End);
    QCOMPARE(view->current(), int(m_panel->bins().size()) - 1);
    QTest::keyClick(view, Qt::Key_Right);
    QCOMPARE(view->current(), int(m_panel->bins().size()) - 1);
    QTest::keyClick(view, Qt::Key_Left);
    QVERIFY(view->accessibleDescription().contains(m_panel->bins()[view->current()].label));
    const ChartBin bin = m_panel->bins()[view->current()];
    QTest::keyClick(view, Qt::Key_Return);
    QCOMPARE(m_rig->filter().filter().from, bin.first);
    QCOMPARE(m_rig->filter().filter().to, bin.last);
    QVERIFY(m_rig->filter().filter().kinds.isEmpty());
}

void TestChartsView::labelsAreWritten()
{
    const QImage image = m_panel->view()->grab().toImage();
    const QRectF plot = m_panel->view()->chart()->plotArea();
    int inked = 0;
    for (int x = 0; x < image.width(); ++x) {
        for (int y = int(plot.bottom()) + 6; y < image.height(); ++y)
            inked += image.pixelColor(x, y).lightness() < 160 ? 1 : 0;
    }
    QVERIFY(plot.height() > 150);
    QVERIFY(inked > 100);
}

void TestChartsView::tableShowsTheSame()
{
    auto *model = qobject_cast<ChartTableModel *>(m_panel->table()->model());
    QVERIFY(model);
    const QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(!m_panel->table()->isVisible());
    for (QToolButton *button : m_panel->findChildren<QToolButton *>()) {
        if (button->text() == u"As table"_s)
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QVERIFY(m_panel->table()->isVisible());
    QCOMPARE(model->rowCount(), int(m_panel->bins().size()));
    for (int row = 0; row < model->rowCount(); ++row) {
        int sum = 0;
        for (const ContactKind kind : allKinds())
            sum += model->index(row, ChartTableModel::firstKindColumn + int(kind)).data().toInt();
        QCOMPARE(sum, m_panel->bins()[row].total());
        QCOMPARE(model->index(row, ChartTableModel::totalColumn).data().toInt(), sum);
    }
    emit m_panel->table()->activated(model->index(2, ChartTableModel::totalColumn));
    QVERIFY(m_rig->filter().filter().kinds.isEmpty());
    QVERIFY(m_rig->filter().filter().from.isValid());
    m_rig->filter().clear();
    QTRY_VERIFY(m_panel->bins().size() > 3);
}

void TestChartsView::noteTellsWhatIsNotShown()
{
    const int all = m_rig->reader().counts({}).contacts;
    const int hidden = all - barSum();
    QVERIFY(hidden > 0);
    QVERIFY(m_panel->findChild<QLabel *>(u"charts.note"_s)->text().contains(QString::number(hidden)));
}

void TestChartsView::unitIsChosen()
{
    auto *unit = m_panel->findChild<QComboBox *>(u"charts.unit"_s);
    const int sum = barSum();
    unit->setCurrentIndex(unit->findData(12));
    emit unit->activated(unit->currentIndex());
    QCOMPARE(m_panel->bins().first().first.dayOfYear(), 1);
    QVERIFY(m_panel->bins().size() <= 4);
    QCOMPARE(barSum(), sum);
}

void TestChartsView::emptyTellsWhy()
{
    auto *page = m_panel->findChild<EmptyPage *>();
    QVERIFY(!page->isVisible());
    m_rig->filter().addPlace(u"Nowhere at all"_s);
    QTRY_VERIFY(page->isVisible());
    QVERIFY(page->title().contains(u"filter"_s));
}

void TestChartsView::darkThemeColoursTheBars()
{
    const QColor light = m_panel->bars(ContactKind::Call)->color();
    QCOMPARE(light, m_rig->theme().kindColour(ContactKind::Call));
    m_rig->theme().setChoice(Theme::Choice::Dark);
    QCOMPARE(m_panel->bars(ContactKind::Call)->color(), m_rig->theme().kindColour(ContactKind::Call));
    QVERIFY(m_panel->bars(ContactKind::Call)->color() != light);
}

QTEST_MAIN(TestChartsView)
#include "tst_chartsview.moc"
