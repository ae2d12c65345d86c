// SPDX-License-Identifier: GPL-3.0-or-later
#include "state/filterstate.h"

#include "domain/filterquery.h"
#include "support/nowarnings.h"
#include "support/resulttest.h"

#include <QAction>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace dragoman;

class TestFilterState : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_quiet = std::make_unique<test::NoWarnings>(); }
    void cleanup()
    {
        VERIFY_NO_WARNINGS();
        m_quiet.reset();
    }

    void changesAreToldOnce();
    void equalFiltersAreNoStep();
    void historyWalksBothWays();
    void aNewStepForgetsTheWayForward();
    void typingIsOneStep();
    void namesAreAddedOnce();
    void chipsSayWhatTheFilterSays_data();
    void chipsSayWhatTheFilterSays();
    void removingEveryChipEmptiesTheFilter();
    void removingOneChipKeepsTheOthers();
    void removeLastTakesTheLastChip();
    void moreIsLaidOver();
    void actionsFollow();
    void resetForgetsTheHistory();

private:
    std::unique_ptr<test::NoWarnings> m_quiet;
};

namespace {

/** A filter that uses every field, from the line that the command line would take. */
Filter fullFilter()
{
    const Result<Filter> parsed =
        parseFilter(u"person:guler person:nasirzadeh country:TR country:IR kind:call,visit status:held "
                    "capacity:host place:Ankara source:Mehr after:2022-01 before:2023 surely:yes "
                    "sources:several \"border security\""_s);
    return parsed.ok() ? parsed.value() : Filter();
}

} // namespace

void TestFilterState::changesAreToldOnce()
{
    FilterState state;
    const QSignalSpy changed(&state, &FilterState::changed);
    state.addCountry(u"tr"_s);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(state.filter().countries, QStringList{u"TR"_s});
    QCOMPARE(changed.at(0).at(0).value<Filter>(), state.filter());
}

void TestFilterState::equalFiltersAreNoStep()
{
    FilterState state;
    state.setKinds({ContactKind::Call});
    const QSignalSpy changed(&state, &FilterState::changed);
    state.setKinds({ContactKind::Call});
    state.setFilter(state.filter());
    QCOMPARE(changed.count(), 0);
    state.goBack();
    QVERIFY(state.filter().isEmpty());
    QVERIFY(!state.backAction()->isEnabled());
}

void TestFilterState::historyWalksBothWays()
{
    FilterState state;
    QList<Filter> steps{state.filter()};
    const auto step = [&] { steps.append(state.filter()); };
    state.addPerson(u"Guler"_s);
    step();
    state.setDates(QDate(2022, 1, 1), QDate(2022, 12, 31));
    step();
    state.addPlace(u"Ankara"_s);
    step();
    for (qsizetype i = steps.size() - 2; i >= 0; --i) {
        state.backAction()->trigger();
        QCOMPARE(state.filter(), steps.at(i));
    }
    for (qsizetype i = 1; i < steps.size(); ++i) {
        state.forwardAction()->trigger();
        QCOMPARE(state.filter(), steps.at(i));
    }
    const QSignalSpy changed(&state, &FilterState::changed);
    state.goForward();
    QCOMPARE(changed.count(), 0);
}

void TestFilterState::aNewStepForgetsTheWayForward()
{
    FilterState state;
    state.addPlace(u"Ankara"_s);
    state.goBack();
    state.addPlace(u"Tehran"_s);
    QVERIFY(!state.forwardAction()->isEnabled());
    state.goForward();
    QCOMPARE(state.filter().places, QStringList{u"Tehran"_s});
}

void TestFilterState::typingIsOneStep()
{
    FilterState state;
    state.addPlace(u"Ankara"_s);
    for (const QString &text : {u"b"_s, u"bo"_s, u"bor"_s, u"border "_s})
        state.setText(text);
    QCOMPARE(state.filter().text, u"border"_s);
    state.goBack();
    QCOMPARE(state.filter().text, QString());
    QCOMPARE(state.filter().places, QStringList{u"Ankara"_s});
}

void TestFilterState::namesAreAddedOnce()
{
    FilterState state;
    state.addPerson(u"Yaşar Güler"_s);
    state.addPerson(u"yasar guler "_s);
    state.addPerson(u"  "_s);
    state.addSource(u"Mehr"_s);
    state.addSource(u"MEHR"_s);
    QCOMPARE(state.filter().persons, QStringList{u"Yaşar Güler"_s});
    QCOMPARE(state.filter().sources, QStringList{u"Mehr"_s});
}

void TestFilterState::chipsSayWhatTheFilterSays_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QStringList>("labels");
    QTest::newRow("nothing") << QString() << QStringList();
    QTest::newRow("text") << u"border"_s << QStringList{u"Text: border"_s};
    QTest::newRow("country by name") << u"country:IR"_s << QStringList{u"Country: Iran"_s};
    QTest::newRow("two countries, a chip each")
        << u"country:TR country:IR"_s << QStringList{u"Country: Türkiye"_s, u"Country: Iran"_s};
    QTest::newRow("kinds, one chip") << u"kind:call,visit"_s << QStringList{u"Kind: Call or Visit"_s};
    QTest::newRow("open to the future") << u"after:2022-03"_s << QStringList{u"From: 1 Mar 2022"_s};
    QTest::newRow("open to the past") << u"before:2023"_s << QStringList{u"Until: 31 Dec 2022"_s};
    QTest::newRow("both ends") << u"in:2022-03"_s << QStringList{u"Dates: 1–31 Mar 2022"_s};
    QTest::newRow("several sources") << u"sources:several"_s << QStringList{u"Told by several sources"_s};
}

void TestFilterState::chipsSayWhatTheFilterSays()
{
    QFETCH(const QString, query);
    QFETCH(const QStringList, labels);
    const Result<Filter> filter = parseFilter(query);
    VERIFY_RESULT(filter);
    FilterState state;
    state.setFilter(filter.value());
    QStringList told;
    for (const FilterChip &chip : state.chips())
        told.append(chip.label);
    QCOMPARE(told, labels);
}

void TestFilterState::removingEveryChipEmptiesTheFilter()
{
    FilterState state;
    state.setFilter(fullFilter());
    QCOMPARE(state.chips().size(), 13);
    while (!state.chips().isEmpty()) {
        const qsizetype before = state.chips().size();
        state.removeChip(state.chips().first());
        QCOMPARE(state.chips().size(), before - 1);
    }
    QVERIFY(state.filter().isEmpty());
}

void TestFilterState::removingOneChipKeepsTheOthers()
{
    FilterState full;
    full.setFilter(fullFilter());
    const QList<FilterChip> all = full.chips();
    for (const FilterChip &chip : all) {
        FilterState state;
        state.setFilter(fullFilter());
        state.removeChip(chip);
        QList<FilterChip> rest = all;
        rest.removeOne(chip);
        QCOMPARE(state.chips(), rest);
    }
}

void TestFilterState::removeLastTakesTheLastChip()
{
    FilterState state;
    state.setFilter(fullFilter());
    QList<FilterChip> rest = state.chips();
    rest.removeLast();
    state.removeLastAction()->trigger();
    QCOMPARE(state.chips(), rest);
    state.clear();
    const QSignalSpy changed(&state, &FilterState::changed);
    state.removeLast();
    QCOMPARE(changed.count(), 0);
}

void TestFilterState::moreIsLaidOver()
{
    FilterState state;
    state.addPerson(u"Guler"_s);
    state.setKinds({ContactKind::Call});
    const Result<Filter> more = parseFilter(u"person:guler country:TR kind:visit border"_s);
    VERIFY_RESULT(more);
    state.addFilter(more.value());
    QCOMPARE(toQuery(state.filter()), toQuery(parseFilter(u"person:Guler country:TR kind:visit border"_s).value()));
    state.goBack();
    QCOMPARE(state.filter().kinds, QList<ContactKind>{ContactKind::Call});
}

void TestFilterState::actionsFollow()
{
    FilterState state;
    for (const QAction *action :
         {state.clearAction(), state.removeLastAction(), state.backAction(), state.forwardAction()}) {
        QVERIFY(!action->text().isEmpty());
        QVERIFY(!action->shortcut().isEmpty());
        QVERIFY(!action->isEnabled());
    }
    state.addPlace(u"Ankara"_s);
    QVERIFY(state.clearAction()->isEnabled());
    QVERIFY(state.removeLastAction()->isEnabled());
    QVERIFY(state.backAction()->isEnabled());
    state.clearAction()->trigger();
    QVERIFY(state.filter().isEmpty());
    QVERIFY(!state.clearAction()->isEnabled());
}

void TestFilterState::resetForgetsTheHistory()
{
    FilterState state;
    state.addPlace(u"Ankara"_s);
    state.addPlace(u"Tehran"_s);
    state.goBack();
    const QSignalSpy changed(&state, &FilterState::changed);
    state.reset();
    QCOMPARE(changed.count(), 1);
    QVERIFY(state.filter().isEmpty());
    QVERIFY(!state.backAction()->isEnabled());
    QVERIFY(!state.forwardAction()->isEnabled());
}

QTEST_MAIN(TestFilterState)
#include "tst_filterstate.moc"
