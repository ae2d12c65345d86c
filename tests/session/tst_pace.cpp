// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/pace.h"

#include <QTest>

using namespace dragoman;

/** The speed and the rest of an import, without a clock. */
class TestPace : public QObject
{
    Q_OBJECT
private slots:
    void nothingIsKnownAtFirst();
    void steady();
    void goesByBytes();
    void forgetsTheSpeedOfLongAgo();
};

void TestPace::nothingIsKnownAtFirst()
{
    Pace pace;
    QCOMPARE(pace.filesPerSecond(), 0.0);
    QCOMPARE(pace.secondsLeft(10, 1000), -1);
    pace.note(0, 0, 0);
    pace.note(500, 100, 100'000);
    QCOMPARE(pace.filesPerSecond(), 200.0);
    QCOMPARE(pace.secondsLeft(10, 1000), -1);
}

void TestPace::steady()
{
    Pace pace;
    for (int i = 0; i <= 200; ++i)
        pace.note(100 * i, 10 * i, 30'000 * i);
    QCOMPARE(pace.filesPerSecond(), 100.0);
    QCOMPARE(pace.bytesPerSecond(), 300'000.0);
    QCOMPARE(pace.secondsLeft(1000, 3'000'000), 10);
    QCOMPARE(pace.secondsLeft(0, 0), 0);
}

/** Many small files behind and one large ahead: the share of files would say that it is nearly done. */
void TestPace::goesByBytes()
{
    Pace pace;
    for (int i = 0; i <= 50; ++i)
        pace.note(100 * i, 100 * i, 100'000 * i);
    const int left = pace.secondsLeft(1, 60'000'000);
    QVERIFY2(left >= 28 && left <= 31, qPrintable(QString::number(left)));
}

void TestPace::forgetsTheSpeedOfLongAgo()
{
    Pace pace;
    for (int i = 0; i <= 100; ++i)
        pace.note(100 * i, 100 * i, 1'000'000 * i);
    for (int i = 1; i <= 150; ++i)
        pace.note(10'000 + 100 * i, 10'000 + i, 100'000'000 + 10'000 * i);
    QVERIFY(pace.filesPerSecond() < 11);
    QVERIFY(pace.filesPerSecond() > 9);
}

QTEST_GUILESS_MAIN(TestPace)
#include "tst_pace.moc"
