// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/fuzzydate.h"

#include <QTest>

using namespace dragoman;
using namespace Qt::StringLiterals;

class TestFuzzyDate : public QObject
{
    Q_OBJECT
private slots:
    void readsEdtf_data();
    void readsEdtf();
    void refusesOtherText_data();
    void refusesOtherText();
    void writesShortest_data();
    void writesShortest();
    void unknownHasNoDays();
    void badPartsAreUnknown();
    void precision();
    void overlaps_data();
    void overlaps();
    void approximated();
    void doubted();
};

void TestFuzzyDate::readsEdtf_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QDate>("earliest");
    QTest::addColumn<QDate>("latest");
    QTest::addColumn<bool>("approximate");
    const auto row = [](const char *name, const QString &text, QDate earliest, QDate latest, bool approximate) {
        QTest::newRow(name) << text << earliest << latest << approximate;
    };
    row("day", u"2025-10-01"_s, {2025, 10, 1}, {2025, 10, 1}, false);
    row("month", u"2025-09"_s, {2025, 9, 1}, {2025, 9, 30}, false);
    row("February of a leap year", u"2024-02"_s, {2024, 2, 1}, {2024, 2, 29}, false);
    row("year", u"2016"_s, {2016, 1, 1}, {2016, 12, 31}, false);
    row("interval", u"2022-01-19/2022-01-20"_s, {2022, 1, 19}, {2022, 1, 20}, false);
    row("interval of months", u"2022-01/2022-03"_s, {2022, 1, 1}, {2022, 3, 31}, false);
    row("interval over the new year", u"2021-12-30/2022-01-02"_s, {2021, 12, 30}, {2022, 1, 2}, false);
    row("about a day", u"2022-03-08~"_s, {2022, 3, 8}, {2022, 3, 8}, true);
    row("about a month", u"2022-03~"_s, {2022, 3, 1}, {2022, 3, 31}, true);
    row("first year", u"0001"_s, {1, 1, 1}, {1, 12, 31}, false);
    row("last day", u"9999-12-31"_s, {9999, 12, 31}, {9999, 12, 31}, false);
}

void TestFuzzyDate::readsEdtf()
{
    QFETCH(QString, text);
    QFETCH(QDate, earliest);
    QFETCH(QDate, latest);
    QFETCH(bool, approximate);
    const std::optional<FuzzyDate> date = FuzzyDate::fromEdtf(text);
    QVERIFY(date);
    QVERIFY(date->isKnown());
    QCOMPARE(date->earliest(), earliest);
    QCOMPARE(date->latest(), latest);
    QCOMPARE(date->isApproximate(), approximate);
    QCOMPARE(FuzzyDate::fromEdtf(date->toEdtf()), date);
}

void TestFuzzyDate::refusesOtherText_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("month 13") << u"2025-13"_s;
    QTest::newRow("month 0") << u"2025-00"_s;
    QTest::newRow("30 February") << u"2025-02-30"_s;
    QTest::newRow("29 February of no leap year") << u"2023-02-29"_s;
    QTest::newRow("backwards") << u"2025-10-03/2025-10-01"_s;
    QTest::newRow("open end") << u"2025-10-03/"_s;
    QTest::newRow("slashes") << u"2025/10/03"_s;
    QTest::newRow("word") << u"soon"_s;
    QTest::newRow("short year") << u"25"_s;
    QTest::newRow("year nought") << u"0000"_s;
    QTest::newRow("letters for digits") << u"2O25"_s;
    QTest::newRow("only the mark") << u"~"_s;
    QTest::newRow("wrong separators") << u"2025.10.01"_s;
    QTest::newRow("space before") << u" 2025"_s;
}

void TestFuzzyDate::refusesOtherText()
{
    QFETCH(QString, text);
    QVERIFY(!FuzzyDate::fromEdtf(text));
}

void TestFuzzyDate::writesShortest_data()
{
    QTest::addColumn<FuzzyDate>("date");
    QTest::addColumn<QString>("text");
    QTest::newRow("day") << FuzzyDate::day({2025, 10, 1}) << u"2025-10-01"_s;
    QTest::newRow("month") << FuzzyDate::month(2025, 10) << u"2025-10"_s;
    QTest::newRow("year") << FuzzyDate::year(2025) << u"2025"_s;
    QTest::newRow("interval") << FuzzyDate::interval({2025, 10, 1}, {2025, 10, 3}) << u"2025-10-01/2025-10-03"_s;
    QTest::newRow("interval of one day") << FuzzyDate::interval({2025, 10, 1}, {2025, 10, 1}) << u"2025-10-01"_s;
    QTest::newRow("about") << FuzzyDate::day({2025, 10, 1}).approximated() << u"2025-10-01~"_s;
    QTest::newRow("unknown") << FuzzyDate() << QString();
}

void TestFuzzyDate::writesShortest()
{
    QFETCH(FuzzyDate, date);
    QFETCH(QString, text);
    QCOMPARE(date.toEdtf(), text);
}

void TestFuzzyDate::unknownHasNoDays()
{
    const std::optional<FuzzyDate> date = FuzzyDate::fromEdtf(QString());
    QCOMPARE(date, std::optional(FuzzyDate()));
    QVERIFY(!date->isKnown());
    QVERIFY(!date->earliest().isValid());
    QVERIFY(!date->latest().isValid());
    QVERIFY(!date->isDay());
}

void TestFuzzyDate::badPartsAreUnknown()
{
    QVERIFY(!FuzzyDate::day(QDate()).isKnown());
    QVERIFY(!FuzzyDate::month(2025, 13).isKnown());
    QVERIFY(!FuzzyDate::year(0).isKnown());
    QVERIFY(!FuzzyDate::interval({2025, 10, 3}, {2025, 10, 1}).isKnown());
    QVERIFY(!FuzzyDate::interval({2025, 10, 3}, QDate()).isKnown());
}

void TestFuzzyDate::precision()
{
    QCOMPARE(FuzzyDate().precision(), FuzzyDate::Precision::Unknown);
    QCOMPARE(FuzzyDate::day({2025, 10, 1}).precision(), FuzzyDate::Precision::Day);
    QCOMPARE(FuzzyDate::month(2025, 10).precision(), FuzzyDate::Precision::Month);
    QCOMPARE(FuzzyDate::year(2025).precision(), FuzzyDate::Precision::Year);
    QVERIFY(FuzzyDate::interval({2025, 10, 1}, {2025, 10, 3}).isInterval());
    QVERIFY(!FuzzyDate::interval({2025, 10, 1}, {2025, 10, 1}).isInterval());
    QVERIFY(FuzzyDate::day({2025, 10, 1}).isDay());
    QVERIFY(!FuzzyDate::month(2025, 10).isDay());
}

void TestFuzzyDate::overlaps_data()
{
    QTest::addColumn<QString>("left");
    QTest::addColumn<QString>("right");
    QTest::addColumn<bool>("common");
    QTest::newRow("day in month") << u"2025-10-01"_s << u"2025-10"_s << true;
    QTest::newRow("day before month") << u"2025-09-30"_s << u"2025-10"_s << false;
    QTest::newRow("touching") << u"2025-10-01/2025-10-03"_s << u"2025-10-03/2025-10-05"_s << true;
    QTest::newRow("apart") << u"2025-10-01/2025-10-03"_s << u"2025-10-04/2025-10-05"_s << false;
    QTest::newRow("one unknown") << u"2025"_s << QString() << false;
    QTest::newRow("both unknown") << QString() << QString() << false;
}

void TestFuzzyDate::overlaps()
{
    QFETCH(QString, left);
    QFETCH(QString, right);
    QFETCH(bool, common);
    const FuzzyDate one = FuzzyDate::fromEdtf(left).value();
    const FuzzyDate other = FuzzyDate::fromEdtf(right).value();
    QCOMPARE(one.overlaps(other), common);
    QCOMPARE(other.overlaps(one), common);
}

void TestFuzzyDate::approximated()
{
    QVERIFY(FuzzyDate::day({2025, 10, 1}).approximated().isApproximate());
    QVERIFY(!FuzzyDate().approximated().isApproximate());
    QVERIFY(FuzzyDate::day({2025, 10, 1}).approximated() != FuzzyDate::day({2025, 10, 1}));
}

/** Both marks are kept apart, written and read again. */
void TestFuzzyDate::doubted()
{
    const FuzzyDate day = FuzzyDate::day({2025, 10, 1});
    QVERIFY(!day.isUncertain());
    QCOMPARE(day.doubted().toEdtf(), u"2025-10-01?"_s);
    QCOMPARE(day.doubted().approximated().toEdtf(), u"2025-10-01%"_s);
    QVERIFY(day.doubted() != day);
    QVERIFY(!FuzzyDate().doubted().isUncertain());
    for (const QString &text : {u"2025-10-01?"_s, u"2025-10%"_s, u"2025-10-01/2025-10-03?"_s, u"2025~"_s}) {
        const std::optional<FuzzyDate> date = FuzzyDate::fromEdtf(text);
        QVERIFY(date);
        QCOMPARE(date->toEdtf(), text);
        QCOMPARE(date->isUncertain(), !text.endsWith(u'~'));
        QCOMPARE(date->isApproximate(), !text.endsWith(u'?'));
    }
}

QTEST_APPLESS_MAIN(TestFuzzyDate)
#include "tst_fuzzydate.moc"
