// SPDX-License-Identifier: GPL-3.0-or-later
#include "state/theme.h"
#include "support/nowarnings.h"
#include "timeline/timelinecanvas.h"
#include "timeline/timelinelegend.h"
#include "timeline/timelineoverview.h"
#include "ui/timelinesamples.h"

#include <QImage>
#include <QPainter>
#include <QTest>

#include <cmath>
#include <optional>

using namespace dragoman;
using namespace dragoman::test;

namespace {

bool near(const QColor &a, const QColor &b, int tolerance = 12)
{
    return std::abs(a.red() - b.red()) <= tolerance && std::abs(a.green() - b.green()) <= tolerance &&
           std::abs(a.blue() - b.blue()) <= tolerance;
}

} // namespace

/** What stands on the canvas, pixel by pixel, in both themes. */
class TestTimelinePainting : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void kindsHaveTheirColours_data() { themes(); }
    void kindsHaveTheirColours();
    void statusShowsInTheFill_data() { themes(); }
    void statusShowsInTheFill();
    void kindsDifferInShape();
    void approximateDatesFade_data() { themes(); }
    void approximateDatesFade();
    void monthIsSofterThanADurationOfDays();
    void undatedGroundIsHatched_data() { themes(); }
    void undatedGroundIsHatched();
    void groupsStackTheKinds();
    void todayIsDrawn();
    void selectedContactHasAHalo();
    void rangeSelectionTintsItsDays();
    void legendAndOverviewPaint_data() { themes(); }
    void legendAndOverviewPaint();

private:
    static void themes();
    void applyTheme();
    void show(const TimelineSample &sample, QDate first, QDate last);
    [[nodiscard]] QRectF rectOf(quint32 item) const;
    [[nodiscard]] QColor pixel(QPointF at) const { return m_image.pixelColor(at.toPoint()); }
    void paint() { m_image = m_canvas->viewport()->grab().toImage(); }

    std::optional<NoWarnings> m_quiet;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<TimelineCanvas> m_canvas;
    QImage m_image;
};

void TestTimelinePainting::themes()
{
    QTest::addColumn<Theme::Choice>("choice");
    QTest::newRow("light") << Theme::Choice::Light;
    QTest::newRow("dark") << Theme::Choice::Dark;
}

void TestTimelinePainting::init()
{
    m_quiet.emplace();
    m_canvas.reset();
    m_theme = std::make_unique<Theme>();
    m_theme->setChoice(Theme::Choice::Light);
    m_canvas = std::make_unique<TimelineCanvas>(*m_theme);
    m_canvas->setToday({});
    m_canvas->resize(1200, 400);
}

void TestTimelinePainting::cleanup()
{
    m_canvas.reset();
    VERIFY_NO_WARNINGS();
    m_quiet.reset();
}

void TestTimelinePainting::applyTheme()
{
    QFETCH(Theme::Choice, choice);
    m_theme->setChoice(choice);
}

void TestTimelinePainting::show(const TimelineSample &sample, QDate first, QDate last)
{
    m_canvas->setIndex(makeIndex(sample.data()));
    m_canvas->setRange(dayRange(first, last));
    paint();
}

QRectF TestTimelinePainting::rectOf(quint32 item) const
{
    const TimelineGeometry &geometry = m_canvas->geometry();
    for (const LaneBox &box : geometry.lanes) {
        for (const TimelineMark &mark : box.layout.marks) {
            if (mark.item == item)
                return markRect(mark, box.shape, box.top);
        }
    }
    for (const TimelineMark &mark : geometry.undated.marks) {
        if (mark.item == item)
            return markRect(mark, geometry.undatedShape, geometry.undatedGround.top());
    }
    return {};
}

void TestTimelinePainting::kindsHaveTheirColours()
{
    applyTheme();
    TimelineSample sample;
    for (const ContactKind kind : allKinds())
        sample.add(FuzzyDate::day(QDate(2025, 10, 10)), kind);
    show(sample, QDate(2025, 10, 1), QDate(2025, 10, 20));
    for (const ContactKind kind : allKinds())
        QVERIFY(near(pixel(rectOf(quint32(kind)).center()), m_theme->kindColour(kind)));
    QVERIFY(near(pixel({800, 390}), m_theme->palette().color(QPalette::Base)));
}

void TestTimelinePainting::statusShowsInTheFill()
{
    applyTheme();
    TimelineSample sample;
    QHash<ContactStatus, quint32> items;
    for (const ContactStatus status : allStatuses())
        items[status] = sample.add(FuzzyDate::day(QDate(2025, 10, 2 + int(status) * 3)), ContactKind::Message, status);
    show(sample, QDate(2025, 10, 1), QDate(2025, 10, 20));
    const QColor colour = m_theme->kindColour(ContactKind::Message);
    const QColor base = m_theme->palette().color(QPalette::Base);
    QHash<ContactStatus, int> outline;
    for (const ContactStatus status : allStatuses()) {
        const QRectF rect = rectOf(items[status]);
        int inside = 0;
        for (const QPointF &at : {QPointF(0, 0), QPointF(-2, -2), QPointF(2, 2), QPointF(-2, 2), QPointF(2, -2)})
            inside += near(pixel(rect.center() + at), colour, 40) ? 1 : 0;
        QCOMPARE(inside == 5, status == ContactStatus::Held);
        int struck = 0;
        for (int along = -2; along <= 2; ++along)
            struck += near(pixel(rect.center() + QPointF(along, -along)), base, 60) ? 0 : 1;
        QCOMPARE(struck >= 3, status == ContactStatus::Held || status == ContactStatus::Cancelled);
        if (status != ContactStatus::Held)
            QVERIFY(near(pixel(rect.center() + QPointF(2, 2)), base, 40));
        for (int x = 0; x < 12; ++x) {
            for (int y = 0; y < 12; ++y)
                outline[status] += near(pixel(rect.topLeft() + QPointF(x, y)), base, 20) ? 0 : 1;
        }
    }
    QVERIFY(outline[ContactStatus::Planned] > outline[ContactStatus::Invited]);
    QVERIFY(outline[ContactStatus::Invited] != outline[ContactStatus::Proposed]);
}

void TestTimelinePainting::kindsDifferInShape()
{
    QStringList shapes;
    for (const ContactKind kind : allKinds()) {
        QImage image(16, 16, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.fillPath(kindShape(kind, {2, 2, 12, 12}), Qt::black);
        painter.end();
        QString shape;
        for (const QPoint at : {QPoint(3, 3), QPoint(4, 4), QPoint(8, 8), QPoint(12, 3), QPoint(3, 8), QPoint(8, 3)})
            shape += image.pixelColor(at).lightness() < 128 ? u'x' : u'.';
        QVERIFY2(!shapes.contains(shape), qPrintable(toWord(kind) + u' ' + shape));
        shapes.append(shape);
    }
}

void TestTimelinePainting::approximateDatesFade()
{
    applyTheme();
    TimelineSample sample;
    const quint32 exact = sample.add(FuzzyDate::interval(QDate(2025, 10, 2), QDate(2025, 10, 6)));
    const auto about = FuzzyDate::fromEdtf(QStringLiteral("2025-10-10/2025-10-14")).value().approximated();
    const quint32 faded = sample.add(about);
    show(sample, QDate(2025, 10, 1), QDate(2025, 10, 20));
    const QColor base = m_theme->palette().color(QPalette::Base);
    const auto atLeftEnd = [&](quint32 item) { return pixel(rectOf(item).topLeft() + QPointF(1, 4)); };
    QVERIFY(!near(atLeftEnd(exact), base, 40));
    QVERIFY(near(atLeftEnd(faded), base, 40));
    QVERIFY(!near(pixel(rectOf(faded).center()), base, 40));
}

void TestTimelinePainting::monthIsSofterThanADurationOfDays()
{
    TimelineSample sample;
    const quint32 lasted = sample.add(FuzzyDate::interval(QDate(2025, 9, 2), QDate(2025, 9, 20)));
    const quint32 month = sample.add(FuzzyDate::month(2025, 10));
    show(sample, QDate(2025, 9, 1), QDate(2025, 11, 10));
    const QColor colour = m_theme->kindColour(ContactKind::Meeting);
    QVERIFY(near(pixel(rectOf(lasted).center()), colour, 40));
    const QColor soft = pixel(rectOf(month).center());
    QVERIFY(!near(soft, colour, 40));
    QVERIFY(!near(soft, m_theme->palette().color(QPalette::Base), 20));
}

void TestTimelinePainting::undatedGroundIsHatched()
{
    applyTheme();
    TimelineSample sample;
    sample.add(FuzzyDate::day(QDate(2025, 10, 10)));
    const quint32 undated = sample.add({}, ContactKind::Call);
    show(sample, QDate(2025, 10, 1), QDate(2025, 10, 20));
    const QRectF ground = m_canvas->geometry().undatedGround;
    QVERIFY(!ground.isEmpty());
    QVERIFY(near(pixel(rectOf(undated).center()), m_theme->kindColour(ContactKind::Call)));
    const QColor base = m_theme->palette().color(QPalette::Base);
    int plain = 0;
    int lines = 0;
    for (int x = 800; x < 880; ++x)
        (near(pixel({double(x), ground.center().y()}), base, 2) ? plain : lines) += 1;
    QVERIFY(plain > 30);
    QVERIFY(lines >= 8);
}

void TestTimelinePainting::groupsStackTheKinds()
{
    TimelineSample sample;
    TimelineData data;
    for (int i = 0; i < 60; ++i)
        sample.add(FuzzyDate::day(QDate(2025, 10, 10)), i % 2 == 0 ? ContactKind::Call : ContactKind::Visit);
    data = sample.data();
    TimelineLane all{.name = QStringLiteral("all"), .key = QStringLiteral("all"), .items = {}};
    for (quint32 item = 0; item < 60; ++item)
        all.items.push_back(item);
    data.lanes = {all};
    m_canvas->setIndex(makeIndex(data));
    m_canvas->setRange(dayRange(QDate(2025, 1, 1), QDate(2025, 12, 31)));
    paint();
    const LaneBox &box = m_canvas->geometry().lanes.front();
    QCOMPARE(box.layout.groups.size(), size_t(1));
    const QRectF rect = groupRect(box.layout.groups.front(), box.shape, box.top);
    QVERIFY(near(pixel({rect.center().x(), rect.bottom() - 3}), m_theme->kindColour(ContactKind::Call)));
    QVERIFY(near(pixel({rect.center().x(), rect.bottom() - 0.7 * (rect.height() - 12)}),
                 m_theme->kindColour(ContactKind::Visit)));
}

void TestTimelinePainting::todayIsDrawn()
{
    TimelineSample sample;
    sample.add(FuzzyDate::day(QDate(2025, 10, 3)));
    m_canvas->setToday(QDate(2025, 10, 15));
    show(sample, QDate(2025, 10, 1), QDate(2025, 10, 20));
    const double x = m_canvas->geometry().scale.x(double(QDate(2025, 10, 15).toJulianDay()) + 0.5);
    int drawn = 0;
    for (int y = 100; y < 380; ++y) {
        for (const double beside : {-1.0, 0.0, 1.0})
            drawn += near(pixel({x + beside, double(y)}), m_theme->accent(), 60) ? 1 : 0;
    }
    QVERIFY(drawn > 80);
}

void TestTimelinePainting::selectedContactHasAHalo()
{
    TimelineSample sample;
    const quint32 item = sample.add(FuzzyDate::day(QDate(2025, 10, 10)));
    show(sample, QDate(2025, 10, 1), QDate(2025, 10, 20));
    const QPointF beside = rectOf(item).topLeft() + QPointF(-2, -2);
    QVERIFY(near(pixel(beside), m_theme->palette().color(QPalette::Base), 4));
    m_canvas->setContact(qint64(item) + 1);
    paint();
    QVERIFY(!near(pixel(beside), m_theme->palette().color(QPalette::Base), 8));
}

void TestTimelinePainting::rangeSelectionTintsItsDays()
{
    TimelineSample sample;
    sample.add(FuzzyDate::day(QDate(2025, 10, 10)));
    show(sample, QDate(2025, 10, 1), QDate(2025, 10, 20));
    m_canvas->select(dayRange(QDate(2025, 10, 4), QDate(2025, 10, 6)));
    paint();
    const TimeScale scale = m_canvas->geometry().scale;
    const auto ground = [&](QDate day) { return pixel({scale.x(double(day.toJulianDay()) + 0.3), 350}); };
    const QColor base = m_theme->palette().color(QPalette::Base);
    QVERIFY(near(ground(QDate(2025, 10, 3)), base, 3));
    QVERIFY(!near(ground(QDate(2025, 10, 4)), base, 8));
    QVERIFY(!near(ground(QDate(2025, 10, 6)), base, 8));
    QVERIFY(near(ground(QDate(2025, 10, 7)), base, 3));
}

void TestTimelinePainting::legendAndOverviewPaint()
{
    applyTheme();
    TimelineLegend legend(*m_theme);
    legend.resize(1000, legend.heightForWidth(1000));
    const QImage legendImage = legend.grab().toImage();
    const TimelineIndex index = makeIndex(TimelineSample::random(4, 500, 2000, 2020));
    TimelineOverview overview(*m_theme);
    overview.resize(1000, 40);
    overview.setIndex(&index);
    overview.setRange(dayRange(QDate(2005, 1, 1), QDate(2006, 1, 1)));
    const QImage overviewImage = overview.grab().toImage();
    for (const ContactKind kind : allKinds()) {
        for (const QImage *image : {&legendImage, &overviewImage}) {
            int found = 0;
            for (int x = 0; x < image->width(); ++x) {
                for (int y = 0; y < image->height(); ++y)
                    found += near(image->pixelColor(x, y), m_theme->kindColour(kind), 6) ? 1 : 0;
            }
            QVERIFY2(found > 20, qPrintable(toWord(kind)));
        }
    }
    QVERIFY(legend.heightForWidth(300) > legend.heightForWidth(1400));
    QVERIFY(overview.frame().width() > 20 && overview.frame().width() < 200);
}

QTEST_MAIN(TestTimelinePainting)
#include "tst_timelinepainting.moc"
