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
    const QList<SketchedArticle> articles{{{7}, sketchOfWords(wordsOf(8, 300))},
                                          {{5}, sketchOfWords(words)},
                                          {{9}, sketchOfWords(rewritten)},
                                          {{2}, sketchOfWords(words)},
                                          {{3}, sketchOfWords(changed)}};
    QCOMPARE(findCopies(articles), (QHash<ArticleId, ArticleId>{{{2}, {5}}, {{3}, {5}}}));
}

void TestCopies::shortTextsHaveToBeEqual()
{
    const QString text = u"The envoys met in Espoo and spoke of ferries for an hour."_s;
    const QString other = u"The envoys met in Espoo and spoke of ferries for an age."_s;
    QCOMPARE(findCopies({{{1}, sketchOf(text)}, {{2}, sketchOf(text)}, {{3}, sketchOf(other)}}),
             (QHash<ArticleId, ArticleId>{{{2}, {1}}}));
}

void TestCopies::nothingIsNoCopyOfNothing()
{
    QVERIFY(findCopies({{{1}, sketchOf(QString())}, {{2}, sketchOf(u"a b"_s)}, {{3}, QByteArray()}}).isEmpty());
}

void TestCopies::manyOfOneOpening()
{
    const QStringList opening = wordsOf(11, 60);
    QList<SketchedArticle> articles;
    for (int i = 0; i < 300; ++i)
        articles.append({{i + 1}, sketchOfWords(opening + wordsOf(100 + static_cast<quint32>(i), 200))});
    articles.append({{900}, articles.last().sketch});
    QCOMPARE(findCopies(articles), (QHash<ArticleId, ArticleId>{{{900}, {300}}}));
}

QTEST_GUILESS_MAIN(TestCopies)
#include "tst_copies.moc"
