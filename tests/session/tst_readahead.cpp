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
    void parts_data();
    void parts();
    void endsAmongParts();
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
        [](const FoundFile &file, const ReadAhead::HandOn & /*handOn*/) {
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
        [&begun](const FoundFile &file, const ReadAhead::HandOn & /*handOn*/) {
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
            [&begun](const FoundFile &file, const ReadAhead::HandOn & /*handOn*/) {
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
    ReadAhead ahead(
        {}, [](const FoundFile &file, const ReadAhead::HandOn & /*handOn*/) { return resultOf(file); }, 2, 10);
    QVERIFY(!ahead.next());
}

void TestReadAhead::parts_data()
{
    handsOutInOrder_data();
}

/** Parts come in their order before the end of their file, and never many at once, though all files have many. */
void TestReadAhead::parts()
{
    QFETCH(int, threads);
    constexpr int files = 12;
    constexpr int parts = 40;
    std::atomic<int> made = 0;
    ReadAhead ahead(
        someFiles(files),
        [&made](const FoundFile &file, const ReadAhead::HandOn &handOn) {
            for (int part = 0; part < parts; ++part) {
                const bool wanted = handOn([path = file.path, part, &made] {
                    ++made;
                    if (part % 3 == 0)
                        std::this_thread::sleep_for(std::chrono::microseconds(200));
                    FileResult result;
                    result.row.path = path + u'.' + QString::number(part);
                    result.isPart = true;
                    return result;
                });
                if (!wanted)
                    break;
            }
            return resultOf(file);
        },
        threads, 8);
    const int bound = 2 * (2 * threads + 2) + threads;
    int taken = 0;
    for (int file = 0; file < files; ++file) {
        for (int part = 0; part < parts; ++part) {
            const std::optional<FileResult> result = ahead.next();
            QVERIFY(result && result->isPart);
            QCOMPARE(result->row.path, u"%1.%2"_s.arg(file).arg(part));
            QVERIFY2(made <= ++taken + bound, qPrintable(QString::number(made)));
        }
        const std::optional<FileResult> end = ahead.next();
        QVERIFY(end && !end->isPart);
        QCOMPARE(end->row.path, QString::number(file));
    }
    QVERIFY(!ahead.next());
}

/** Who no longer takes is not waited for, however many parts are left. */
void TestReadAhead::endsAmongParts()
{
    std::atomic<bool> wanted = true;
    {
        ReadAhead ahead(
            someFiles(3),
            [&wanted](const FoundFile &file, const ReadAhead::HandOn &handOn) {
                while (handOn([] { return FileResult{{}, false, true, {}}; })) {
                }
                wanted = false;
                return resultOf(file);
            },
            2, 10);
        QVERIFY(ahead.next());
        QVERIFY(wanted);
    }
    QVERIFY(!wanted);
}

QTEST_APPLESS_MAIN(TestReadAhead)
#include "tst_readahead.moc"
