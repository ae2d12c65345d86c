// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/timelinegeometry.h"
#include "ui/timelinesamples.h"

#include <QTest>

#include <cmath>

using namespace dragoman;
using namespace dragoman::test;

namespace {

TimeScale scaleOf(QDate first, QDate last, double width = 1000)
{
    return {.range = dayRange(first, last), .left = 200, .width = width};
}

int itemsOverlapping(const TimelineIndex &index, const LaneIndex &lane, const DayRange &days)
{
    int count = 0;
    for (const quint32 item : lane.items)
        count += index.range(item).overlaps(days) ? 1 : 0;
    return count;
}

DayRange wholeBins(const TimeScale &scale)
{
    const double bin = binDays(scale);
    return {std::floor(scale.range.start / bin) * bin, std::ceil(scale.range.end / bin) * bin};
}

const LaneIndex &laneOf(const TimelineIndex &index, ContactKind kind)
{
    for (const LaneIndex &lane : index.lanes) {
        if (lane.key == toWord(kind))
            return lane;
    }
    qFatal("no such lane");
}

TimelineGeometry geometryOf(const TimelineIndex &index, const DayRange &range, QSizeF size = {1200, 400},
                            double scroll = 0)
{
    return makeGeometry(
        index, laneTops(index),
        {.range = range, .size = size, .scroll = scroll, .axisHeight = 40, .measure = [](const QString &text) {
             return 6.0 * double(text.size());
         }});
}

} // namespace

/** Lanes, marks, counted groups and hit tests, without a window. */
class TestTimelineGeometry : public QObject
{
    Q_OBJECT

private slots:
    void indexSortsAndSplits();
    void itemsNearFindsLongOnes();
    void sumsAddUpAtEveryZoom();
    void marksNeverTouch();
    void groupsStayWhileOnePans();
    void exactDayIsAPointInItsMiddle();
    void uncertainDatesAreAsWideAsTheyAre();
    void yearIsNoFirstOfJanuary();
    void overlappingYearsAreCounted();
    void crowdedDayIsCounted();
    void crowdedDayComesApartWhenNear();
    void emptyAndDegenerate();
    void overviewCountsEachContactOnce();
    void undatedStandInTheirOwnLane();
    void undatedThatDoNotFitAreCounted();
    void onlySeenLanesAreLaidOut();
    void hitsWhatIsPainted();
    void hitsHeadsAxisAndGround();
    void groupHoldsWhatHasNoMark();
    void busyDaysLeaveOutTheFarOnes();
    void namesStandBesideNothingElse();
    void shortCounts();
};

void TestTimelineGeometry::indexSortsAndSplits()
{
    TimelineSample sample;
    const quint32 late = sample.add(FuzzyDate::day(QDate(2025, 5, 5)));
    const quint32 early = sample.add(FuzzyDate::day(QDate(2024, 5, 5)));
    const quint32 undated = sample.add({});
    sample.add({}, ContactKind::Call);
    const TimelineIndex index = makeIndex(sample.data());
    QCOMPARE(index.lanes.size(), size_t(1));
    QCOMPARE(index.lanes[0].items, (std::vector<quint32>{early, late}));
    QCOMPARE(index.lanes[0].undated, 1);
    QCOMPARE(index.undated, (std::vector<quint32>{undated, 3}));
    QCOMPARE(index.days, dayRange(QDate(2024, 5, 5), QDate(2025, 5, 5)));
    QCOMPARE(index.itemOf(index.data.contact[late]), qsizetype(late));
    QCOMPARE(index.itemOf(4711), qsizetype(-1));
}

void TestTimelineGeometry::itemsNearFindsLongOnes()
{
    TimelineSample sample;
    const quint32 year = sample.add(FuzzyDate::year(2020));
    for (int day = 2; day <= 31; ++day)
        sample.add(FuzzyDate::day(QDate(2020, 1, day)));
    const quint32 december = sample.add(FuzzyDate::day(QDate(2020, 12, 24)));
    const TimelineIndex index = makeIndex(sample.data());
    const auto near = itemsNear(index.lanes[0], index.data, dayRange(QDate(2020, 12, 20), QDate(2020, 12, 28)));
    QVERIFY(std::find(near.begin(), near.end(), year) != near.end());
    QVERIFY(std::find(near.begin(), near.end(), december) != near.end());
    QVERIFY(itemsNear(index.lanes[0], index.data, dayRange(QDate(2021, 1, 1), QDate(2021, 1, 2))).empty());
    QVERIFY(itemsNear(index.lanes[0], index.data, dayRange(QDate(2019, 1, 1), QDate(2019, 12, 31))).empty());
}

void TestTimelineGeometry::sumsAddUpAtEveryZoom()
{
    for (quint32 seed = 1; seed <= 12; ++seed) {
        const TimelineIndex index = makeIndex(TimelineSample::random(seed, 1500, 1980, 2025));
        QRandomGenerator random(seed);
        for (double length = 1; length < 40000; length *= 2.3) {
            const double start = index.days.start - 10 + random.bounded(index.days.length());
            const TimeScale scale{.range = {start, start + length}, .left = 200, .width = 300 + random.bounded(1600.0)};
            for (const LaneIndex &lane : index.lanes) {
                const LaneLayout layout = layOut(lane, index.data, scale, shapeOf(lane));
                QCOMPARE(layout.contacts(), itemsOverlapping(index, lane, wholeBins(scale)));
            }
        }
    }
}

void TestTimelineGeometry::marksNeverTouch()
{
    int marks = 0;
    for (quint32 seed = 20; seed <= 26; ++seed) {
        const TimelineIndex index = makeIndex(TimelineSample::random(seed, 300, 2020, 2025));
        for (double length = 3; length < 4000; length *= 1.7) {
            const double start = index.days.start + 300;
            const TimeScale scale{.range = {start, start + length}, .left = 200, .width = 1100};
            for (const LaneIndex &lane : index.lanes) {
                const LaneShape shape = shapeOf(lane);
                const LaneLayout layout = layOut(lane, index.data, scale, shape);
                std::vector<QRectF> rects;
                for (const TimelineMark &mark : layout.marks)
                    rects.push_back(markRect(mark, shape, 0));
                marks += int(rects.size());
                for (const TimelineGroup &group : layout.groups)
                    rects.push_back(groupRect(group, shape, 0));
                for (size_t a = 0; a < rects.size(); ++a) {
                    for (size_t b = a + 1; b < rects.size(); ++b)
                        QVERIFY(!rects[a].intersects(rects[b]));
                }
                for (const QRectF &rect : rects)
                    QVERIFY(rect.top() >= 0 && rect.bottom() <= shape.height());
            }
        }
    }
    QVERIFY(marks > 1000);
}

void TestTimelineGeometry::groupsStayWhileOnePans()
{
    const TimelineIndex index = makeIndex(TimelineSample::random(3, 4000, 2000, 2010));
    const LaneIndex &lane = index.lanes[0];
    const DayRange first = dayRange(QDate(2002, 1, 1), QDate(2006, 1, 1));
    const auto countsOf = [&](const DayRange &range) {
        QHash<qint64, int> counts;
        for (const TimelineGroup &group :
             layOut(lane, index.data, {.range = range, .left = 0, .width = 900}, shapeOf(lane)).groups) {
            if (!group.bars)
                counts.insert(qint64(group.days.start), total(group.kinds));
        }
        return counts;
    };
    const QHash<qint64, int> before = countsOf(first);
    const QHash<qint64, int> after = countsOf({first.start + 3, first.end + 3});
    int same = 0;
    for (auto group = before.begin(); group != before.end(); ++group) {
        if (group.key() > qint64(first.start) + 100 && group.key() < qint64(first.end) - 100) {
            QCOMPARE(after.value(group.key(), -1), group.value());
            ++same;
        }
    }
    QVERIFY(same > 10);
}

void TestTimelineGeometry::exactDayIsAPointInItsMiddle()
{
    TimelineSample sample;
    sample.add(FuzzyDate::day(QDate(2025, 10, 1)));
    const TimelineIndex index = makeIndex(sample.data());
    const TimeScale scale = scaleOf(QDate(2025, 9, 30), QDate(2025, 10, 2), 300);
    const LaneLayout layout = layOut(index.lanes[0], index.data, scale, shapeOf(index.lanes[0]));
    QCOMPARE(layout.marks.size(), size_t(1));
    QVERIFY(!layout.marks[0].bar);
    QCOMPARE(layout.marks[0].middle(), 200 + 150.0);
}

void TestTimelineGeometry::uncertainDatesAreAsWideAsTheyAre()
{
    TimelineSample sample;
    sample.add(FuzzyDate::interval(QDate(2025, 10, 1), QDate(2025, 10, 10)));
    const TimelineIndex index = makeIndex(sample.data());
    const TimeScale scale = scaleOf(QDate(2025, 9, 1), QDate(2025, 12, 9), 1000); // ten pixels a day
    const LaneLayout layout = layOut(index.lanes[0], index.data, scale, shapeOf(index.lanes[0]));
    QCOMPARE(layout.marks.size(), size_t(1));
    QVERIFY(layout.marks[0].bar);
    QCOMPARE(layout.marks[0].x0, scale.x(double(QDate(2025, 10, 1).toJulianDay())));
    QCOMPARE(layout.marks[0].x1 - layout.marks[0].x0, 100.0);
    const TimeScale far = scaleOf(QDate(1990, 1, 1), QDate(2030, 1, 1), 1000);
    const LaneLayout farLayout = layOut(index.lanes[0], index.data, far, shapeOf(index.lanes[0]));
    QVERIFY(!farLayout.marks[0].bar);
}

void TestTimelineGeometry::yearIsNoFirstOfJanuary()
{
    TimelineSample sample;
    sample.add(FuzzyDate::year(2016));
    const TimelineIndex index = makeIndex(sample.data());
    for (const auto &[first, last] :
         {std::pair(QDate(2016, 1, 1), QDate(2016, 3, 1)), std::pair(QDate(1900, 1, 1), QDate(2099, 1, 1)),
          std::pair(QDate(2010, 1, 1), QDate(2020, 1, 1))}) {
        const TimeScale scale = scaleOf(first, last);
        const LaneLayout layout = layOut(index.lanes[0], index.data, scale, shapeOf(index.lanes[0]));
        QCOMPARE(layout.marks.size(), size_t(1));
        const double firstOfJanuary = scale.x(double(QDate(2016, 1, 1).toJulianDay()) + 0.5);
        const double middle =
            scale.x((double(QDate(2016, 1, 1).toJulianDay()) + double(QDate(2017, 1, 1).toJulianDay())) / 2);
        if (layout.marks[0].bar)
            QVERIFY(layout.marks[0].x1 - layout.marks[0].x0 > 300 * scale.pixelsPerDay());
        else
            QVERIFY(std::abs(layout.marks[0].middle() - middle) < 1 && middle > firstOfJanuary);
    }
}

void TestTimelineGeometry::overlappingYearsAreCounted()
{
    TimelineSample sample;
    for (int i = 0; i < 9; ++i)
        sample.add(FuzzyDate::year(2016));
    const TimelineIndex index = makeIndex(sample.data());
    const LaneShape shape = shapeOf(index.lanes[0]);
    const LaneLayout layout = layOut(index.lanes[0], index.data, scaleOf(QDate(2015, 1, 1), QDate(2018, 1, 1)), shape);
    QCOMPARE(layout.marks.size(), size_t(1));
    QCOMPARE(layout.groups.size(), size_t(1));
    QVERIFY(layout.groups[0].bars);
    QCOMPARE(total(layout.groups[0].kinds), 8);
    QCOMPARE(layout.groups[0].days, dayRange(QDate(2016, 1, 1), QDate(2016, 12, 31)));
}

void TestTimelineGeometry::crowdedDayIsCounted()
{
    TimelineSample sample;
    for (int i = 0; i < 40; ++i)
        sample.add(FuzzyDate::day(QDate(2016, 6, 1)), ContactKind::Call);
    const TimelineIndex index = makeIndex(sample.data());
    const LaneIndex &lane = laneOf(index, ContactKind::Call);
    for (const int span : {15, 300, 3000}) {
        const TimeScale scale = scaleOf(QDate(2016, 6, 1).addDays(-span), QDate(2016, 6, 1).addDays(span));
        const LaneLayout layout = layOut(lane, index.data, scale, shapeOf(lane));
        QCOMPARE(layout.groups.size(), size_t(1));
        QCOMPARE(layout.groups[0].kinds[size_t(ContactKind::Call)], 40);
        const double noon = scale.x(double(QDate(2016, 6, 1).toJulianDay()) + 0.5);
        QVERIFY(layout.groups[0].x0 <= noon && layout.groups[0].x1 >= noon);
    }
}

void TestTimelineGeometry::crowdedDayComesApartWhenNear()
{
    TimelineSample sample;
    const QDate day(2016, 6, 1);
    for (int i = 0; i < 40; ++i)
        sample.add(FuzzyDate::day(day), ContactKind::Call, ContactStatus::Held, i % 3 + 1);
    const TimelineIndex index = makeIndex(sample.data());
    const TimeScale scale = scaleOf(day.addDays(-1), day.addDays(1));
    const LaneLayout layout = layOut(index.lanes[0], index.data, scale, shapeOf(index.lanes[0]));
    QCOMPARE(layout.marks.size(), size_t(40));
    for (const TimelineMark &mark : layout.marks) {
        QVERIFY(mark.x0 >= scale.x(double(day.toJulianDay())));
        QVERIFY(mark.x1 <= scale.x(double(day.toJulianDay()) + 1));
    }
}

void TestTimelineGeometry::emptyAndDegenerate()
{
    const TimelineIndex nothing = makeIndex({});
    QVERIFY(nothing.days.isEmpty());
    const TimelineGeometry empty = geometryOf(nothing, {});
    QVERIFY(empty.lanes.empty());
    QVERIFY(hitTest(empty, {600, 200}).what == TimelineHit::What::Ground);
    QVERIFY(overview(nothing, {}, 10).size() == 10);

    TimelineSample sample;
    sample.add(FuzzyDate::day(QDate(2025, 10, 1)));
    const TimelineIndex one = makeIndex(sample.data());
    QVERIFY(layOut(one.lanes[0], one.data, {.range = one.days, .left = 0, .width = 0}, shapeOf(one.lanes[0]))
                .marks.empty());
    QVERIFY(
        layOut(one.lanes[0], one.data, {.range = {}, .left = 0, .width = 800}, shapeOf(one.lanes[0])).marks.empty());
    QCOMPARE(geometryOf(one, one.days, {0, 0}).lanes.size(), size_t(0));
    QCOMPARE(geometryOf(one, one.days).lanes.size(), size_t(1));
    QCOMPARE(fitted(one.days, 14).length(), 14.0);
}

void TestTimelineGeometry::overviewCountsEachContactOnce()
{
    const TimelineIndex index = makeIndex(TimelineSample::random(9, 5000, 1990, 2020));
    for (const int columns : {1, 7, 400}) {
        int sum = 0;
        for (const KindCounts &counts : overview(index, fitted(index.days, 14), columns))
            sum += total(counts);
        QCOMPARE(sum, int(index.data.size()) - int(index.undated.size()));
    }
    QVERIFY(overview(index, index.days, 0).empty());
}

void TestTimelineGeometry::undatedStandInTheirOwnLane()
{
    TimelineSample sample;
    sample.add(FuzzyDate::day(QDate(2025, 10, 1)));
    for (int i = 0; i < 3; ++i)
        sample.add({}, ContactKind::Call);
    const TimelineIndex index = makeIndex(sample.data());
    const TimelineGeometry geometry = geometryOf(index, fitted(index.days, 14));
    QCOMPARE(geometry.undated.marks.size(), size_t(3));
    QCOMPARE(geometry.undatedGround.bottom(), 400.0);
    QCOMPARE(geometry.ground.bottom(), geometry.undatedGround.top());
    const QRectF rect = markRect(geometry.undated.marks[1], geometry.undatedShape, geometry.undatedGround.top());
    QVERIFY(geometry.undatedGround.contains(rect));
    const TimelineHit hit = hitTest(geometry, rect.center());
    QCOMPARE(hit.what, TimelineHit::What::Mark);
    QVERIFY(hit.undated);
    QCOMPARE(hit.item, index.undated[1]);
}

void TestTimelineGeometry::undatedThatDoNotFitAreCounted()
{
    TimelineSample sample;
    for (int i = 0; i < 2000; ++i)
        sample.add({}, ContactKind(i % 4));
    const TimelineIndex index = makeIndex(sample.data());
    for (const double width : {0.0, 30.0, 200.0, 1200.0}) {
        const LaneLayout layout = layOutUndated(index, 100, width, 2);
        QCOMPARE(layout.contacts(), 2000);
        QCOMPARE(layout.groups.size(), size_t(1));
        for (const TimelineMark &mark : layout.marks)
            QVERIFY(mark.x1 <= layout.groups[0].x0);
    }
}

void TestTimelineGeometry::onlySeenLanesAreLaidOut()
{
    TimelineSample sample;
    for (int i = 0; i < 50; ++i)
        sample.add(FuzzyDate::day(QDate(2025, 1, 1).addDays(i)));
    TimelineData data = sample.data();
    const TimelineLane lane = data.lanes[size_t(ContactKind::Meeting)];
    data.lanes.assign(500, lane);
    const TimelineIndex index = makeIndex(data);
    const std::vector<double> tops = laneTops(index);
    QCOMPARE(tops.size(), size_t(501));
    const TimelineGeometry geometry = geometryOf(index, index.days, {1200, 400}, tops[100] + 5);
    QCOMPARE(geometry.lanes.front().lane, 100);
    QVERIFY(geometry.lanes.size() < 20);
    QVERIFY(geometry.lanes.back().bottom() >= geometry.ground.bottom());
    QCOMPARE(geometryOf(index, index.days, {1200, 400}, tops[100]).lanes.front().lane, 100);
}

void TestTimelineGeometry::hitsWhatIsPainted()
{
    const TimelineIndex index = makeIndex(TimelineSample::random(5, 400, 2020, 2024));
    int marks = 0;
    int groups = 0;
    for (double length = 20; length < 2000; length *= 2) {
        const TimelineGeometry geometry = geometryOf(index, {index.days.start + 200, index.days.start + 200 + length});
        for (const LaneBox &box : geometry.lanes) {
            for (const TimelineMark &mark : box.layout.marks) {
                const QPointF at = markRect(mark, box.shape, box.top).center();
                if (at.x() < geometry.headWidth || at.x() >= 1200 || !geometry.ground.contains(at))
                    continue;
                const TimelineHit hit = hitTest(geometry, at);
                QCOMPARE(hit.what, TimelineHit::What::Mark);
                QCOMPARE(hit.item, mark.item);
                QCOMPARE(hit.lane, box.lane);
                ++marks;
            }
            for (const TimelineGroup &group : box.layout.groups) {
                const QPointF at = groupRect(group, box.shape, box.top).center();
                if (at.x() < geometry.headWidth || at.x() >= 1200 || !geometry.ground.contains(at))
                    continue;
                const TimelineHit hit = hitTest(geometry, at);
                QCOMPARE(hit.what, TimelineHit::What::Group);
                QCOMPARE(hit.group.kinds, group.kinds);
                ++groups;
            }
        }
    }
    QVERIFY(marks > 50);
    QVERIFY(groups > 20);
}

void TestTimelineGeometry::hitsHeadsAxisAndGround()
{
    TimelineSample sample;
    sample.add(FuzzyDate::day(QDate(2025, 10, 1)));
    const TimelineIndex index = makeIndex(sample.data());
    const TimelineGeometry geometry = geometryOf(index, fitted(index.days, 14));
    QCOMPARE(hitTest(geometry, {600, 10}).what, TimelineHit::What::Axis);
    const TimelineHit head = hitTest(geometry, {20, geometry.lanes[0].top + 4});
    QCOMPARE(head.what, TimelineHit::What::LaneHead);
    QCOMPARE(head.lane, 0);
    const TimelineHit beside = hitTest(geometry, {geometry.headWidth + 3, geometry.lanes[0].top + 4});
    QCOMPARE(beside.what, TimelineHit::What::Ground);
    QCOMPARE(beside.lane, 0);
    const TimelineHit below = hitTest(geometry, {600, 390});
    QCOMPARE(below.what, TimelineHit::What::Ground);
    QCOMPARE(below.lane, -1);
    QCOMPARE(hitTest(geometry, {600, 500}).what, TimelineHit::What::Nothing);
}

void TestTimelineGeometry::groupHoldsWhatHasNoMark()
{
    const TimelineIndex index = makeIndex(TimelineSample::random(31, 900, 2018, 2024));
    int held = 0;
    int marked = 0;
    for (const LaneIndex &lane : index.lanes) {
        const TimeScale scale{.range = fitted(index.days, 14), .left = 200, .width = 900};
        const LaneLayout layout = layOut(lane, index.data, scale, shapeOf(lane));
        for (const quint32 item : lane.items) {
            const bool mark = std::any_of(layout.marks.begin(), layout.marks.end(),
                                          [item](const TimelineMark &each) { return each.item == item; });
            const TimelineGroup *group = groupHolding(layout, lane, index.data, item);
            QVERIFY(!mark || !group);
            held += group ? 1 : 0;
            marked += mark ? 1 : 0;
        }
    }
    QVERIFY(held > 100);
    QVERIFY(marked > 10);
    const quint32 elsewhere = index.lanes[1].items.front();
    const TimeScale scale{.range = index.days, .left = 200, .width = 900};
    const LaneLayout layout = layOut(index.lanes[0], index.data, scale, shapeOf(index.lanes[0]));
    QVERIFY(!groupHolding(layout, index.lanes[0], index.data, elsewhere));
}

void TestTimelineGeometry::busyDaysLeaveOutTheFarOnes()
{
    TimelineSample sample;
    sample.add(FuzzyDate::day(QDate(1969, 4, 1)));
    for (int i = 0; i < 50; ++i)
        sample.add(FuzzyDate::day(QDate(2025, 1, 1).addDays(i * 3)));
    const TimelineIndex index = makeIndex(sample.data());
    const DayRange busy = busyDays(index);
    QVERIFY(busy.start > double(QDate(2024, 1, 1).toJulianDay()));
    QCOMPARE(busy.end, index.days.end);
    const TimelineIndex even = makeIndex(TimelineSample::random(2, 500, 1990, 2020));
    QCOMPARE(busyDays(even), even.days);
    QVERIFY(busyDays(makeIndex({})).isEmpty());
}

void TestTimelineGeometry::namesStandBesideNothingElse()
{
    int right = 0;
    int left = 0;
    for (quint32 seed = 40; seed < 60; ++seed) {
        const TimelineIndex index = makeIndex(TimelineSample::random(seed, 40, 2020, 2021));
        for (const LaneIndex &lane : index.lanes) {
            const TimeScale scale{.range = index.days, .left = 200, .width = 1000};
            const LaneShape shape = shapeOf(lane);
            const LaneLayout layout = layOut(lane, index.data, scale, shape);
            std::vector<QRectF> names;
            for (const NameBox &box : nameBoxes(layout, scale)) {
                const QRectF mark = markRect(layout.marks[box.mark], shape, 0);
                const QRectF name(box.x0, mark.center().y() - 4, box.x1 - box.x0, 8);
                QVERIFY(name.width() >= 40 && name.left() >= scale.left && name.right() <= scale.right());
                QVERIFY(box.left ? name.right() <= mark.left() : name.left() >= mark.right());
                for (const QRectF &other : names)
                    QVERIFY(!name.intersects(other));
                for (const TimelineMark &other : layout.marks)
                    QVERIFY(!name.intersects(markRect(other, shape, 0)));
                for (const TimelineGroup &other : layout.groups)
                    QVERIFY(!name.intersects(groupRect(other, shape, 0)));
                names.push_back(name);
                (box.left ? left : right) += 1;
            }
        }
    }
    QVERIFY(right > 100);
    QVERIFY(left > 3);
}

void TestTimelineGeometry::shortCounts()
{
    QCOMPARE(shortCount(7), QStringLiteral("7"));
    QCOMPARE(shortCount(9999), QStringLiteral("9999"));
    QCOMPARE(shortCount(12345), QStringLiteral("12k"));
    QCOMPARE(shortCount(3000000), QStringLiteral("3M"));
}

QTEST_GUILESS_MAIN(TestTimelineGeometry)
#include "tst_timelinegeometry.moc"
