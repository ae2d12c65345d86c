// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/copies.h"

#include <QStringList>
#include <QTest>

#include <random>

using namespace dragoman;
using namespace Qt::StringLiterals;

namespace {

/** A text of invented words, the same for the same seed. */
QStringList wordsOf(quint32 seed, int count)
{
    std::mt19937 random(seed);
    QStringList words;
    for (int i = 0; i < count; ++i)
        words.append(u"w%1"_s.arg(random() % 5000));
    return words;
}

QByteArray sketchOfWords(const QStringList &words)
{
    return sketchOf(words.join(u' '));
}

std::vector<int> originalsOf(const QByteArrayList &sketches)
{
    CopyFinder finder;
    for (const QByteArray &sketch : sketches)
        finder.add(sketch);
    return finder.originals([&sketches](int number) { return sketches.at(number); });
}

} // namespace

/** Copies and near-copies among articles. */
class TestCopies : public QObject
{
    Q_OBJECT
private slots:
    void layoutMakesNoDifference();
    void overlapIsThatOfRuns_data();
    void overlapIsThatOfRuns();
    void copiesAreFound();
    void shortTextsHaveToBeEqual();
    void nothingIsNoCopyOfNothing();
    void manyOfOneOpening();
};

void TestCopies::layoutMakesNoDifference()
{
    QCOMPARE(sketchOf(u"The envoys met in Espoo,\nand spoke of ferries."_s),
             sketchOf(u"the envoys  met in ESPOO and spoke of ferries"_s));
    QVERIFY(sketchOf(u"The envoys met in Espoo and spoke of ferries."_s) !=
            sketchOf(u"The envoys met in Turku and spoke of ferries."_s));
}

void TestCopies::overlapIsThatOfRuns_data()
{
    QTest::addColumn<int>("cut");
    QTest::addColumn<double>("overlap");
    QTest::newRow("whole") << 0 << 1.0;
    QTest::newRow("one in twenty") << 50 << 0.95;
    QTest::newRow("one in ten") << 100 << 0.9;
    QTest::newRow("half") << 500 << 0.5;
    QTest::newRow("all") << 1000 << 0.0;
}

void TestCopies::overlapIsThatOfRuns()
{
    QFETCH(int, cut);
    QFETCH(double, overlap);
    const QStringList words = wordsOf(3, 1000);
    const double found = overlapOf(sketchOfWords(words), sketchOfWords(words.mid(0, 1000 - cut)));
    QVERIFY2(std::abs(found - overlap) < 0.1, qPrintable(QString::number(found)));
}

void TestCopies::copiesAreFound()
{
    const QStringList words = wordsOf(5, 400);
    QStringList changed = words;
    changed[200] = u"otherwise"_s;
    QStringList rewritten = words.mid(0, 200) + wordsOf(6, 200);
    const QByteArrayList sketches{sketchOfWords(wordsOf(8, 300)), sketchOfWords(words), sketchOfWords(rewritten),
                                  sketchOfWords(words), sketchOfWords(changed)};
    QCOMPARE(originalsOf(sketches), (std::vector<int>{-1, -1, -1, 1, 1}));
}

void TestCopies::shortTextsHaveToBeEqual()
{
    const QString text = u"The envoys met in Espoo and spoke of ferries for an hour."_s;
    const QString other = u"The envoys met in Espoo and spoke of ferries for an age."_s;
    QCOMPARE(originalsOf({sketchOf(text), sketchOf(text), sketchOf(other)}), (std::vector<int>{-1, 0, -1}));
}

void TestCopies::nothingIsNoCopyOfNothing()
{
    QCOMPARE(originalsOf({sketchOf(QString()), sketchOf(u"a b"_s), QByteArray()}), (std::vector<int>{-1, -1, -1}));
}

void TestCopies::manyOfOneOpening()
{
    const QStringList opening = wordsOf(11, 60);
    QByteArrayList sketches;
    for (int i = 0; i < 300; ++i)
        sketches.append(sketchOfWords(opening + wordsOf(100 + static_cast<quint32>(i), 200)));
    sketches.append(sketches.last());
    std::vector<int> expected(301, -1);
    expected[300] = 299;
    QCOMPARE(originalsOf(sketches), expected);
}

QTEST_GUILESS_MAIN(TestCopies)
#include "tst_copies.moc"
