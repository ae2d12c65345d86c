// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/nowarnings.h"
#include "support/resulttest.h"
#include "timeline/timelineoverview.h"
#include "timeline/timelinepanel.h"
#include "timeline/timelinetext.h"
#include "timeline/timelineview.h"
#include "ui/viewrig.h"
#include "widgets/emptypage.h"

#include <QAction>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <cmath>

#include <optional>

using namespace Qt::StringLiterals;
using namespace dragoman;
using namespace dragoman::test;

/** The timeline on a real store: it follows filter and selection, and is driven by mouse and keys. */
class TestTimelineView : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void showsTheStoresContacts();
    void lanesFollowTheKeys();
    void followsTheFilter();
    void keepsTheRangeWhileContactsLieInIt();
    void tellsWhyItIsEmpty();
    void clickSelects();
    void doubleClickOpensAllAccounts();
    void wheelZoomsAtTheCursor();
    void wheelPansWithShift();
    void keysZoomAndPan();
    void middleDragPans();
    void dragSelectsDaysAndFilters();
    void escapeDropsTheSelection();
    void keysWalkTheLane();
    void selectionElsewhereIsShown();
    void overviewMovesTheRange();
    void menuOfALaneFilters();
    void cardSaysWhoWhatWhen();
    void laneFilters();

private:
    [[nodiscard]] TimelineCanvas *canvas() const { return m_panel->canvas(); }
    [[nodiscard]] QPoint middleOf(qint64 contact) const;
    [[nodiscard]] qint64 someDrawnContact() const;
    void wheel(QPoint at, QPoint angle, Qt::KeyboardModifiers modifiers);
    void settle() const;

    std::optional<NoWarnings> m_quiet; ///< made in init(): before that the test's own handler is not yet there
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<ViewRig> m_rig;
    TimelinePanel *m_panel = nullptr;
};

void TestTimelineView::init()
{
    m_quiet.emplace();
    m_window = std::make_unique<QWidget>();
    m_rig = std::make_unique<ViewRig>(randomSample(5));
    QCOMPARE(m_rig->error(), QString());
    m_panel = qobject_cast<TimelinePanel *>(createTimelineView(m_rig->context(), m_window.get()));
    QVERIFY(m_panel);
    m_panel->resize(1200, 500);
    m_window->resize(m_panel->size());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    QTRY_VERIFY(canvas()->index().data.size() > 0);
}

void TestTimelineView::cleanup()
{
    m_window.reset();
    m_rig.reset();
    VERIFY_NO_WARNINGS();
    m_quiet.reset();
}

/** Questions are answered in order: once this one is, all asked before are. */
void TestTimelineView::settle() const
{
    bool answered = false;
    m_rig->archive()->ask<int>(
        m_panel, [](const StoreReader &) { return 0; }, [&answered](int) { answered = true; });
    QTRY_VERIFY(answered);
}

QPoint TestTimelineView::middleOf(qint64 contact) const
{
    for (const LaneBox &box : canvas()->geometry().lanes) {
        for (const TimelineMark &mark : box.layout.marks) {
            if (canvas()->index().data.contact[mark.item] == contact)
                return markRect(mark, box.shape, box.top).center().toPoint();
        }
    }
    return {};
}

qint64 TestTimelineView::someDrawnContact() const
{
    const QRectF ground = canvas()->geometry().ground;
    for (const LaneBox &box : canvas()->geometry().lanes) {
        for (const TimelineMark &mark : box.layout.marks) {
            const QPointF at = markRect(mark, box.shape, box.top).center();
            if (!mark.bar && ground.contains(at) && at.x() > canvas()->geometry().headWidth + 20 && at.x() < 1150)
                return canvas()->index().data.contact[mark.item];
        }
    }
    return 0;
}

void TestTimelineView::wheel(QPoint at, QPoint angle, Qt::KeyboardModifiers modifiers)
{
    QWheelEvent event(at, canvas()->viewport()->mapToGlobal(at), {}, angle, Qt::NoButton, modifiers, Qt::NoScrollPhase,
                      false);
    QCoreApplication::sendEvent(canvas()->viewport(), &event);
}

void TestTimelineView::showsTheStoresContacts()
{
    const TimelineData told = m_rig->reader().timeline({}, LaneMode::CountryPair);
    QCOMPARE(canvas()->index().data.contact, told.contact);
    QVERIFY(canvas()->range().start <= canvas()->index().days.start);
    QVERIFY(canvas()->range().end >= canvas()->index().days.end);
    QVERIFY(
        m_panel->findChild<QLabel *>(u"timeline.summary"_s)->text().startsWith(QString::number(told.contact.size())));
}

void TestTimelineView::lanesFollowTheKeys()
{
    const auto names = [this] {
        QStringList all;
        for (const LaneIndex &lane : canvas()->index().lanes)
            all << lane.key;
        return all;
    };
    canvas()->setFocus();
    QTest::keyClick(canvas(), Qt::Key_3);
    QTRY_VERIFY(names().contains(u"call"_s));
    QCOMPARE(canvas()->index().lanes.size(), size_t(4));
    QTest::keyClick(canvas(), Qt::Key_2);
    QTRY_VERIFY(!names().isEmpty() && names().first().startsWith(u"person:"_s));
    QTest::keyClick(canvas(), Qt::Key_1);
    QTRY_VERIFY(!names().isEmpty() && names().first().size() == 5 && names().first()[2] == u'-');
}

void TestTimelineView::followsTheFilter()
{
    m_rig->filter().setKinds({ContactKind::Visit});
    QTRY_COMPARE(canvas()->index().data.contact,
                 m_rig->reader().timeline(m_rig->filter().filter(), LaneMode::CountryPair).contact);
    for (const quint8 kind : canvas()->index().data.kind)
        QCOMPARE(ContactKind(kind), ContactKind::Visit);
    const qsizetype visits = canvas()->index().data.size();
    m_rig->filter().clear();
    QTRY_VERIFY(canvas()->index().data.size() > visits);
}

void TestTimelineView::keepsTheRangeWhileContactsLieInIt()
{
    const DayRange seen = dayRange(QDate(2022, 3, 1), QDate(2022, 6, 1));
    canvas()->setRange(seen);
    m_rig->filter().setKinds({ContactKind::Visit});
    settle();
    QCOMPARE(canvas()->range(), seen);
    m_rig->filter().setDates(QDate(2023, 1, 1), QDate(2023, 2, 1));
    QTRY_VERIFY(canvas()->range() != seen);
    QVERIFY(canvas()->range().overlaps(canvas()->index().days));
}

void TestTimelineView::tellsWhyItIsEmpty()
{
    auto *page = m_panel->findChild<EmptyPage *>();
    QVERIFY(!page->isVisible());
    m_rig->filter().addPlace(u"Nowhere at all"_s);
    QTRY_VERIFY(page->isVisible());
    QVERIFY(page->title().contains(u"filter"_s));
    auto *button = page->findChild<QPushButton *>();
    QVERIFY(button);
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY(!page->isVisible());
    QVERIFY(m_rig->filter().filter().isEmpty());
    m_rig->archive()->close();
    QTRY_VERIFY(page->isVisible());
    QVERIFY(page->title().contains(u"No archive"_s));
}

void TestTimelineView::clickSelects()
{
    const qint64 contact = someDrawnContact();
    QVERIFY(contact > 0);
    QTest::mouseClick(canvas()->viewport(), Qt::LeftButton, {}, middleOf(contact));
    QCOMPARE(m_rig->selection().contact(), ContactId{contact});
    QCOMPARE(canvas()->contact(), contact);
}

void TestTimelineView::doubleClickOpensAllAccounts()
{
    const qint64 contact = someDrawnContact();
    QTest::mouseDClick(canvas()->viewport(), Qt::LeftButton, {}, middleOf(contact));
    QTRY_VERIFY(!m_rig->selection().articles().isEmpty());
    QCOMPARE(m_rig->selection().contact(), ContactId{contact});
    const Result<Contact> told = m_rig->reader().contact(ContactId{contact});
    VERIFY_RESULT(told);
    for (const ArticleId article : m_rig->selection().articles())
        QVERIFY(std::any_of(told.value().accounts.begin(), told.value().accounts.end(),
                            [&](const Account &account) { return account.article == article; }));
}

void TestTimelineView::wheelZoomsAtTheCursor()
{
    const QPoint at(700, 150);
    const double moment = canvas()->geometry().scale.day(at.x());
    const double length = canvas()->range().length();
    for (int i = 0; i < 12; ++i)
        wheel(at, {0, 120}, Qt::ControlModifier);
    QVERIFY(canvas()->range().length() < length / 10);
    QVERIFY(std::abs(canvas()->geometry().scale.x(moment) - at.x()) < 1);
    for (int i = 0; i < 12; ++i)
        wheel(at, {0, -120}, Qt::ControlModifier);
    QVERIFY(std::abs(canvas()->range().length() - length) < 1e-3);
}

void TestTimelineView::wheelPansWithShift()
{
    canvas()->setRange(dayRange(QDate(2022, 3, 1), QDate(2022, 6, 1)));
    const DayRange before = canvas()->range();
    wheel({700, 150}, {0, -120}, Qt::ShiftModifier);
    QVERIFY(canvas()->range().start > before.start);
    wheel({700, 150}, {120, 0}, Qt::NoModifier);
    QVERIFY(std::abs(canvas()->range().start - before.start) < 1e-6);
    wheel({700, 150}, {0, -120}, Qt::NoModifier);
    QVERIFY(std::abs(canvas()->range().start - before.start) < 1e-6);
}

void TestTimelineView::keysZoomAndPan()
{
    canvas()->setFocus();
    const DayRange all = canvas()->range();
    QTest::keyClick(canvas(), Qt::Key_W);
    QTest::keyClick(canvas(), Qt::Key_Plus);
    QVERIFY(canvas()->range().length() < all.length() * 0.6);
    const DayRange near = canvas()->range();
    QTest::keyClick(canvas(), Qt::Key_D);
    QVERIFY(canvas()->range().start > near.start);
    QTest::keyClick(canvas(), Qt::Key_A);
    QTest::keyClick(canvas(), Qt::Key_Left);
    QVERIFY(canvas()->range().start < near.start);
    QTest::keyClick(canvas(), Qt::Key_S);
    QVERIFY(canvas()->range().length() > near.length());
    QTest::keyClick(canvas(), Qt::Key_0);
    QCOMPARE(canvas()->range(), all);
    canvas()->setRange(near);
    QTest::keyClick(canvas(), Qt::Key_Home);
    QVERIFY(canvas()->range().start <= canvas()->index().days.start);
    QTest::keyClick(canvas(), Qt::Key_End);
    QVERIFY(canvas()->range().end >= canvas()->index().days.end);
}

void TestTimelineView::middleDragPans()
{
    canvas()->setRange(dayRange(QDate(2022, 3, 1), QDate(2022, 6, 1)));
    const DayRange before = canvas()->range();
    const double perPixel = before.length() / canvas()->geometry().scale.width;
    QTest::mousePress(canvas()->viewport(), Qt::MiddleButton, {}, QPoint(700, 200));
    QTest::mouseMove(canvas()->viewport(), QPoint(650, 200));
    QTest::mouseMove(canvas()->viewport(), QPoint(600, 200));
    QTest::mouseRelease(canvas()->viewport(), Qt::MiddleButton, {}, QPoint(600, 200));
    QVERIFY(std::abs(canvas()->range().start - (before.start + 100 * perPixel)) < perPixel);
    QVERIFY(canvas()->selection().isEmpty());
}

void TestTimelineView::dragSelectsDaysAndFilters()
{
    canvas()->setRange(dayRange(QDate(2022, 3, 1), QDate(2022, 3, 31)));
    const TimeScale scale = canvas()->geometry().scale;
    const auto at = [&](QDate day) { return QPoint(int(scale.x(double(day.toJulianDay()) + 0.5)), 10); };
    QTest::mousePress(canvas()->viewport(), Qt::LeftButton, {}, at(QDate(2022, 3, 12)));
    QTest::mouseMove(canvas()->viewport(), at(QDate(2022, 3, 10)));
    QTest::mouseMove(canvas()->viewport(), at(QDate(2022, 3, 5)));
    QTest::mouseRelease(canvas()->viewport(), Qt::LeftButton, {}, at(QDate(2022, 3, 5)));
    QCOMPARE(canvas()->selection(), dayRange(QDate(2022, 3, 5), QDate(2022, 3, 12)));
    QVERIFY(canvas()->filterButton()->isVisible());
    QVERIFY(canvas()->viewport()->rect().contains(canvas()->filterButton()->geometry()));
    QVERIFY(m_rig->filter().filter().isEmpty());
    QTest::mouseClick(canvas()->filterButton(), Qt::LeftButton);
    QCOMPARE(m_rig->filter().filter().from, QDate(2022, 3, 5));
    QCOMPARE(m_rig->filter().filter().to, QDate(2022, 3, 12));
    QVERIFY(canvas()->selection().isEmpty());
    QVERIFY(!canvas()->filterButton()->isVisible());

    canvas()->select(dayRange(QDate(2022, 3, 8), QDate(2022, 3, 8)));
    QTest::keyClick(canvas(), Qt::Key_Return);
    QCOMPARE(m_rig->filter().filter().from, QDate(2022, 3, 8));
    QCOMPARE(m_rig->filter().filter().to, QDate(2022, 3, 8));
}

void TestTimelineView::escapeDropsTheSelection()
{
    canvas()->select(dayRange(QDate(2022, 3, 8), QDate(2022, 3, 18)));
    QTest::keyClick(canvas(), Qt::Key_Escape);
    QVERIFY(canvas()->selection().isEmpty());
    QVERIFY(m_rig->filter().filter().isEmpty());
}

void TestTimelineView::keysWalkTheLane()
{
    QTest::keyClick(canvas(), Qt::Key_3);
    QTRY_COMPARE(canvas()->index().lanes.size(), size_t(4));
    const LaneIndex lane = canvas()->index().lanes[0];
    const auto contact = [&](size_t at) { return canvas()->index().data.contact[lane.items[at]]; };
    m_rig->selection().setContact(ContactId{contact(3)});
    QCOMPARE(canvas()->contact(), contact(3));
    QTest::keyClick(canvas(), Qt::Key_Period);
    QCOMPARE(m_rig->selection().contact().value, contact(4));
    QTest::keyClick(canvas(), Qt::Key_Right);
    QCOMPARE(m_rig->selection().contact().value, contact(5));
    QTest::keyClick(canvas(), Qt::Key_Comma);
    QTest::keyClick(canvas(), Qt::Key_Comma);
    QTest::keyClick(canvas(), Qt::Key_Left);
    QCOMPARE(m_rig->selection().contact().value, contact(2));
    QTest::keyClick(canvas(), Qt::Key_Down);
    const qsizetype item = canvas()->index().itemOf(m_rig->selection().contact().value);
    const std::vector<quint32> &below = canvas()->index().lanes[1].items;
    QVERIFY(std::find(below.begin(), below.end(), quint32(item)) != below.end());
    QTest::keyClick(canvas(), Qt::Key_F);
    QVERIFY(canvas()->range().overlaps(canvas()->index().range(quint32(item))));
}

void TestTimelineView::selectionElsewhereIsShown()
{
    canvas()->setRange(dayRange(QDate(2021, 6, 1), QDate(2021, 6, 20)));
    const TimelineData &data = canvas()->index().data;
    qsizetype last = data.size() - 1;
    while (data.firstDay[size_t(last)] == 0)
        --last;
    m_rig->selection().setContact(ContactId{data.contact[size_t(last)]});
    QCOMPARE(canvas()->contact(), data.contact[size_t(last)]);
    QVERIFY(canvas()->range().overlaps(canvas()->index().range(quint32(last))));
}

void TestTimelineView::overviewMovesTheRange()
{
    canvas()->setRange(dayRange(QDate(2021, 7, 1), QDate(2021, 7, 20)));
    auto *overview = m_panel->findChild<TimelineOverview *>();
    const QRectF before = overview->frame();
    QTest::mouseClick(overview, Qt::LeftButton, {}, QPoint(900, 20));
    QVERIFY(overview->frame().center().x() > before.center().x() + 100);
    QVERIFY(std::abs(overview->frame().center().x() - 900) < 2);
    QVERIFY(std::abs(canvas()->range().length() - 20) < 1e-6);
}

void TestTimelineView::menuOfALaneFilters()
{
    const LaneIndex lane = canvas()->index().lanes[0];
    TimelineHit head;
    head.what = TimelineHit::What::LaneHead;
    head.lane = 0;
    QMenu menu;
    m_panel->fillMenu(&menu, head);
    QAction *filter = menu.actions().value(0);
    QVERIFY(filter && filter->text().contains(lane.name));
    filter->trigger();
    QCOMPARE(m_rig->filter().filter().countries, lane.key.split(u'-'));
}

void TestTimelineView::cardSaysWhoWhatWhen()
{
    ContactRow row;
    row.kind = ContactKind::Visit;
    row.status = ContactStatus::Planned;
    row.date = FuzzyDate::month(2025, 10);
    row.place = {u"Ankara"_s, u"TR"_s};
    Participant guest;
    guest.name = u"Aziz <Nasirzadeh>"_s;
    guest.country = u"IR"_s;
    guest.office = u"Defence Minister"_s;
    guest.capacity = Capacity::Guest;
    row.participants = {guest};
    row.accounts = 2;
    row.sources = {u"Mehr"_s, u"Anadolu"_s};
    row.evidence = u"is due in Ankara"_s;
    const QString card = contactCard(row);
    for (const QString &part :
         {u"Visit"_s, u"planned"_s, u"Aziz &lt;Nasirzadeh&gt;"_s, u"Defence Minister"_s, u"October 2025"_s,
          u"day not told"_s, u"Ankara"_s, u"2 accounts"_s, u"Anadolu"_s, u"is due in Ankara"_s})
        QVERIFY2(card.contains(part), qPrintable(part + u" in "_s + card));
    QVERIFY(dateInWords({}).contains(u"no date"_s));
    QCOMPARE(dateInWords(FuzzyDate::day(QDate(2025, 10, 1))), u"1 Oct 2025"_s);
}

void TestTimelineView::laneFilters()
{
    QCOMPARE(laneFilter(LaneMode::CountryPair, u"IR-TR"_s).countries, (QStringList{u"IR"_s, u"TR"_s}));
    QCOMPARE(laneFilter(LaneMode::Person, u"person:Yaşar Güler"_s).persons, (QStringList{u"Yaşar Güler"_s}));
    QCOMPARE(laneFilter(LaneMode::Kind, u"call"_s).kinds, (QList<ContactKind>{ContactKind::Call}));
    QVERIFY(laneFilter(LaneMode::Kind, u"nonsense"_s).isEmpty());
}

QTEST_MAIN(TestTimelineView)
#include "tst_timelineview.moc"
