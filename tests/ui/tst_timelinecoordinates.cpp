// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/timelinecoordinates.h"
#include "timeline/timelineticks.h"

#include <QRandomGenerator>
#include <QTest>

#include <cmath>
#include <limits>

using namespace dragoman;

namespace {

double sixPixels(const QString &text)
{
    return 6.0 * double(text.size());
}

} // namespace

/** Days to pixels and back, zooming, panning, and the labels of the axis. */
class TestTimelineCoordinates : public QObject
{
    Q_OBJECT

private slots:
    void dayAndPixelRoundTrip();
    void degenerateScales_data();
    void degenerateScales();
    void rangeOfDates();
    void zoomKeepsTheMomentUnderTheCursor();
    void zoomStopsAtTheLimits();
    void zoomRefusesNonsense();
    void panningStaysAtTheData();
    void revealingMovesAsLittleAsNeeded();
    void ticksNeverTouch();
    void ticksAreFineEnough_data();
    void ticksAreFineEnough();
    void ticksLieOnTheirUnit();
    void ticksOfNothing();
};

void TestTimelineCoordinates::dayAndPixelRoundTrip()
{
    QRandomGenerator random(1);
    for (int i = 0; i < 2000; ++i) {
        const double start = 2000000 + random.bounded(900000.0);
        const TimeScale scale{
            .range = {start, start + 1 + random.bounded(70000.0)}, .left = 150, .width = 100 + random.bounded(4000.0)};
        const double x = scale.left + random.bounded(scale.width);
        QVERIFY2(std::abs(scale.x(scale.day(x)) - x) < 1e-3, qPrintable(QString::number(x)));
    }
}

void TestTimelineCoordinates::degenerateScales_data()
{
    QTest::addColumn<double>("start");
    QTest::addColumn<double>("end");
    QTest::addColumn<double>("width");
    QTest::newRow("no width") << 2460000.0 << 2460010.0 << 0.0;
    QTest::newRow("negative width") << 2460000.0 << 2460010.0 << -20.0;
    QTest::newRow("no days") << 2460000.0 << 2460000.0 << 300.0;
    QTest::newRow("backwards") << 2460010.0 << 2460000.0 << 300.0;
}

void TestTimelineCoordinates::degenerateScales()
{
    QFETCH(double, start);
    QFETCH(double, end);
    QFETCH(double, width);
    const TimeScale scale{.range = {start, end}, .left = 10, .width = width};
    QCOMPARE(scale.pixelsPerDay(), 0.0);
    QCOMPARE(scale.x(start + 5), 10.0);
    QVERIFY(std::isfinite(scale.day(50)));
    QVERIFY(makeTicks(scale, sixPixels).minor.empty());
}

void TestTimelineCoordinates::rangeOfDates()
{
    const QDate day(2025, 10, 1);
    const DayRange one = dayRange(day, day);
    QCOMPARE(one.length(), 1.0);
    QCOMPARE(firstDate(one), day);
    QCOMPARE(lastDate(one), day);
    const DayRange month = dayRange(day, QDate(2025, 10, 31));
    QCOMPARE(month.length(), 31.0);
    QCOMPARE(lastDate(month), QDate(2025, 10, 31));
    QVERIFY(dayRange(day, day.addDays(-1)).isEmpty());
    QVERIFY(dayRange({}, day).isEmpty());
}

void TestTimelineCoordinates::zoomKeepsTheMomentUnderTheCursor()
{
    const ZoomLimits limits;
    const DayRange day = dayRange(QDate(2025, 10, 1), QDate(2025, 10, 1));
    for (const double share : {0.0, 0.13, 0.5, 0.77, 1.0}) {
        const double width = 1240;
        const double x = 200 + share * width;
        DayRange range = day;
        const double moment = TimeScale{.range = range, .left = 200, .width = width}.day(x);
        const auto drift = [&] {
            return std::abs(TimeScale{.range = range, .left = 200, .width = width}.x(moment) - x);
        };
        const auto momentUnderCursor = [&] { return TimeScale{.range = range, .left = 200, .width = width}.day(x); };
        while (range.length() < limits.longest) {
            range = zoomed(range, momentUnderCursor(), 1.25, limits);
            QVERIFY2(drift() < 1, qPrintable(QString::number(drift())));
        }
        QCOMPARE(range.length(), limits.longest);
        while (range.length() > limits.shortest) {
            range = zoomed(range, momentUnderCursor(), 0.8, limits);
            QVERIFY2(drift() < 1, qPrintable(QString::number(drift())));
        }
        QVERIFY2(std::abs(range.start - day.start) < 1e-3, "after 200 years and back the same day is not seen again");
    }
}

void TestTimelineCoordinates::zoomStopsAtTheLimits()
{
    const DayRange range = dayRange(QDate(2025, 1, 1), QDate(2025, 12, 31));
    QCOMPARE(zoomed(range, range.middle(), 1e-12, {}).length(), 1.0);
    QCOMPARE(zoomed(range, range.middle(), 1e12, {}).length(), ZoomLimits().longest);
    const DayRange early = zoomed(dayRange(QDate(1, 1, 1), QDate(1, 1, 10)), 1721426, 5000, {});
    QVERIFY(early.start >= ZoomLimits::firstDay);
}

void TestTimelineCoordinates::zoomRefusesNonsense()
{
    const DayRange range = dayRange(QDate(2025, 1, 1), QDate(2025, 12, 31));
    for (const double factor :
         {0.0, -1.0, std::numeric_limits<double>::infinity(), std::numeric_limits<double>::quiet_NaN()})
        QCOMPARE(zoomed(range, range.middle(), factor, {}), range);
    QCOMPARE(zoomed({}, 5, 2, {}), DayRange());
}

void TestTimelineCoordinates::panningStaysAtTheData()
{
    const DayRange data = dayRange(QDate(2020, 1, 1), QDate(2020, 12, 31));
    const DayRange seen = dayRange(QDate(2020, 3, 1), QDate(2020, 3, 31));
    const DayRange moved = panned(seen, 10, data);
    QCOMPARE(moved.start, seen.start + 10);
    QCOMPARE(moved.length(), seen.length());
    QCOMPARE(panned(seen, 1e9, data).middle(), data.end);
    QCOMPARE(panned(seen, -1e9, data).middle(), data.start);
}

void TestTimelineCoordinates::revealingMovesAsLittleAsNeeded()
{
    const DayRange seen = dayRange(QDate(2020, 3, 1), QDate(2020, 3, 31));
    QCOMPARE(revealed(seen, dayRange(QDate(2020, 3, 5), QDate(2020, 3, 5))), seen);
    for (const QDate day : {QDate(2019, 1, 1), QDate(2020, 2, 29), QDate(2020, 4, 1), QDate(2021, 6, 1)}) {
        const DayRange wanted = dayRange(day, day);
        const DayRange moved = revealed(seen, wanted);
        QVERIFY(moved.start <= wanted.start && moved.end >= wanted.end);
        QVERIFY(std::abs(moved.length() - seen.length()) < 1e-6);
    }
    const DayRange year = dayRange(QDate(2021, 1, 1), QDate(2021, 12, 31));
    const DayRange all = revealed(seen, year);
    QVERIFY(all.start <= year.start && all.end >= year.end);
}

void TestTimelineCoordinates::ticksNeverTouch()
{
    QRandomGenerator random(7);
    int labels = 0;
    for (int i = 0; i < 3000; ++i) {
        const double length = std::exp(random.bounded(std::log(3650000.0)));
        const double start = ZoomLimits::firstDay + random.bounded(ZoomLimits::endDay - ZoomLimits::firstDay);
        const TimeScale scale{.range = {start, start + length}, .left = 180, .width = 60 + random.bounded(3000.0)};
        const TickRows rows = makeTicks(scale, sixPixels);
        for (const std::vector<Tick> &row : {rows.minor, rows.major}) {
            double end = scale.left;
            for (const Tick &tick : row) {
                if (tick.label.isEmpty())
                    continue;
                ++labels;
                QVERIFY2(tick.labelX >= end, qPrintable(tick.label));
                end = tick.labelX + tick.labelWidth;
                QVERIFY2(end <= scale.right() + 0.001, qPrintable(tick.label));
            }
        }
        QVERIFY(rows.minor.size() <= size_t(scale.width / 6) + 2);
    }
    QVERIFY(labels > 10000);
}

void TestTimelineCoordinates::ticksAreFineEnough_data()
{
    QTest::addColumn<QDate>("first");
    QTest::addColumn<QDate>("last");
    QTest::addColumn<TickStep::Unit>("unit");
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("minor");
    QTest::addColumn<QString>("major");
    const QDate day(2025, 10, 1);
    QTest::newRow("days") << day << day.addDays(20) << TickStep::Unit::Day << 1 << "5"
                          << "October 2025";
    QTest::newRow("weeks") << day << day.addDays(120) << TickStep::Unit::Week << 1 << "6"
                           << "November 2025";
    QTest::newRow("months") << day << day.addDays(365) << TickStep::Unit::Month << 1 << "Nov"
                            << "2026";
    QTest::newRow("quarters") << day << day.addYears(5) << TickStep::Unit::Month << 3 << "Q2"
                              << "2026";
    QTest::newRow("years") << day << day.addYears(20) << TickStep::Unit::Year << 1 << "2031"
                           << "2030s";
    QTest::newRow("decades") << day.addYears(-100) << day.addYears(100) << TickStep::Unit::Year << 10 << "1990"
                             << "2000–2099";
    QTest::newRow("centuries") << QDate(1000, 1, 1) << QDate(2900, 1, 1) << TickStep::Unit::Year << 100 << "1600"
                               << "1000–1999";
}

void TestTimelineCoordinates::ticksAreFineEnough()
{
    QFETCH(QDate, first);
    QFETCH(QDate, last);
    QFETCH(TickStep::Unit, unit);
    QFETCH(int, count);
    QFETCH(QString, minor);
    QFETCH(QString, major);
    const TickRows rows = makeTicks({.range = dayRange(first, last), .left = 0, .width = 900}, sixPixels);
    QCOMPARE(rows.step.unit, unit);
    QCOMPARE(rows.step.count, count);
    const auto has = [](const std::vector<Tick> &ticks, const QString &label) {
        return std::any_of(ticks.begin(), ticks.end(), [&](const Tick &tick) { return tick.label == label; });
    };
    QVERIFY(has(rows.minor, minor));
    QVERIFY(has(rows.major, major));
}

void TestTimelineCoordinates::ticksLieOnTheirUnit()
{
    const QDate day(2023, 2, 17);
    const TickRows weeks = makeTicks({.range = dayRange(day, day.addDays(120)), .left = 0, .width = 900}, sixPixels);
    QCOMPARE(weeks.step.unit, TickStep::Unit::Week);
    for (const Tick &tick : weeks.minor)
        QCOMPARE(QDate::fromJulianDay(qint64(tick.day)).dayOfWeek(), 1);
    const TickRows months = makeTicks({.range = dayRange(day, day.addDays(400)), .left = 0, .width = 900}, sixPixels);
    QCOMPARE(months.step, (TickStep{TickStep::Unit::Month, 1}));
    QVERIFY(months.minor.size() >= 13);
    for (const Tick &tick : months.minor)
        QCOMPARE(QDate::fromJulianDay(qint64(tick.day)).day(), 1);
}

void TestTimelineCoordinates::ticksOfNothing()
{
    QVERIFY(makeTicks({}, sixPixels).minor.empty());
    const DayRange beforeTime{1000, 2000};
    QVERIFY(makeTicks({.range = beforeTime, .left = 0, .width = 500}, sixPixels).minor.empty());
    const DayRange afterTime{ZoomLimits::endDay + 10, ZoomLimits::endDay + 20};
    QVERIFY(makeTicks({.range = afterTime, .left = 0, .width = 500}, sixPixels).minor.empty());
}

QTEST_GUILESS_MAIN(TestTimelineCoordinates)
#include "tst_timelinecoordinates.moc"
