// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/readahead.h"

#include <QTest>

#include <atomic>

using namespace dragoman;
using namespace Qt::StringLiterals;

class TestReadAhead : public QObject
{
    Q_OBJECT
private slots:
    void handsOutInOrder_data();
    void handsOutInOrder();
    void staysWithinBounds();
    void endsEarly();
    void emptyList();
};

namespace {

QList<FoundFile> someFiles(int count)
{
    QList<FoundFile> files;
    for (int i = 0; i < count; ++i)
        files.append({QString::number(i), i, 0});
    return files;
}

FileResult resultOf(const FoundFile &file)
{
    FileResult result;
    result.row.path = file.path;
    return result;
}

} // namespace

void TestReadAhead::handsOutInOrder_data()
{
    QTest::addColumn<int>("threads");
    QTest::newRow("one") << 1;
    QTest::newRow("several") << 5;
}

void TestReadAhead::handsOutInOrder()
{
    QFETCH(int, threads);
    // Every third file takes longer, so that later ones are ready first.
    ReadAhead ahead(
        someFiles(200),
        [](const FoundFile &file) {
            if (file.size % 3 == 0)
                std::this_thread::sleep_for(std::chrono::microseconds(300));
            return resultOf(file);
        },
        threads, 8);
    for (int i = 0; i < 200; ++i) {
        const std::optional<FileResult> result = ahead.next();
        QVERIFY(result);
        QCOMPARE(result->row.path, QString::number(i));
    }
    QVERIFY(!ahead.next());
    QVERIFY(!ahead.next());
}

void TestReadAhead::staysWithinBounds()
{
    std::atomic<int> begun = 0;
    ReadAhead ahead(
        someFiles(100),
        [&begun](const FoundFile &file) {
            ++begun;
            return resultOf(file);
        },
        3, 4);
    for (int taken = 0; taken < 100; ++taken) {
        QVERIFY2(begun <= taken + 4, qPrintable(QString::number(begun)));
        QVERIFY(ahead.next());
    }
    QCOMPARE(begun.load(), 100);
}

void TestReadAhead::endsEarly()
{
    std::atomic<int> begun = 0;
    {
        ReadAhead ahead(
            someFiles(1000),
            [&begun](const FoundFile &file) {
                ++begun;
                return resultOf(file);
            },
            2, 10);
        QVERIFY(ahead.next());
    }
    QVERIFY2(begun <= 11, qPrintable(QString::number(begun)));
}

void TestReadAhead::emptyList()
{
    ReadAhead ahead({}, resultOf, 2, 10);
    QVERIFY(!ahead.next());
}

QTEST_APPLESS_MAIN(TestReadAhead)
#include "tst_readahead.moc"
