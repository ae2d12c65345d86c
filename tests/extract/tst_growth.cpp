// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/extractor.h"
#include "extract/language.h"

#include <QTest>

#include <algorithm>
#include <ctime>

using namespace dragoman;
using namespace dragoman::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shortLength = 25'000;
constexpr int times = 4;
constexpr double mostGrowth = 2.4; ///< of the time for each character; where time goes with the square: 4
constexpr int tries = 3;

Article articleOf(const QString &piece, qsizetype length)
{
    Article article;
    article.published = QDate(2024, 5, 14);
    article.body.reserve(length + piece.size());
    for (int number = 0; article.body.size() < length; ++number)
        article.body += piece.contains(u"%1"_s) ? piece.arg(number) : piece;
    article.story = {0, article.body.size()};
    return article;
}

/** Words of letters only, each another one. */
QString namesOf(qsizetype length)
{
    QString text;
    for (int number = 0; text.size() < length; ++number) {
        QString word;
        for (int rest = number + 1000; rest > 0; rest /= 20)
            word += QStringView(u"bcdfghjklmnprstvzaeo")[rest % 20];
        word[0] = word[0].toUpper();
        text += word + (number % 2 == 0 ? u" "_s : u", "_s);
    }
    return text;
}

double processorSeconds(const Article &article)
{
    const std::clock_t begun = std::clock();
    (void)extract(article, builtIn());
    return static_cast<double>(std::clock() - begun) / CLOCKS_PER_SEC;
}

} // namespace

/** The time that extraction takes grows with the length of the text, not with its square, whatever the text is. */
class TestGrowth : public QObject
{
    Q_OBJECT
private slots:
    void timeIsLinear_data();
    void timeIsLinear();
    void longStoryIsReadInParts();
    void endlessSentenceIsCut();
};

void TestGrowth::timeIsLinear_data()
{
    QTest::addColumn<QString>("piece");
    QTest::newRow("one line")
        << u"President Ali Karimi met President Omer Aydin in Ankara on Monday, a source said. "_s;
    QTest::newRow("one sentence") << u"President Ali Karimi met the minister of Turkey in Ankara on Monday and "_s;
    QTest::newRow("names") << QString();
    QTest::newRow("commas") << u","_s;
    QTest::newRow("digits") << u"7"_s;
    QTest::newRow("numbers") << u"%1 "_s;
    QTest::newRow("brackets") << u"("_s;
    QTest::newRow("quotes") << u"\"'”"_s;
    QTest::newRow("stops") << u". "_s;
    QTest::newRow("hyphens") << u"a-"_s;
    QTest::newRow("bodies") << u"the Turkish ministry of trade and the Iranian side, "_s;
    QTest::newRow("pronouns") << u"He met them and she visited his counterpart. "_s;
}

void TestGrowth::timeIsLinear()
{
    QFETCH(QString, piece);
    const auto article = [&piece](qsizetype length) {
        return articleOf(piece.isEmpty() ? namesOf(length) : piece, length);
    };
    double growth = 0;
    for (int turn = 0; turn < tries; ++turn) {
        const double less = std::max(processorSeconds(article(shortLength)), 0.002);
        growth = processorSeconds(article(shortLength * times)) / (less * times);
        if (growth < mostGrowth)
            return;
    }
    QFAIL(qPrintable(u"time for each character grew by the factor %1"_s.arg(growth)));
}

void TestGrowth::longStoryIsReadInParts()
{
    const QString told = u"Iranian President Ali Karimi met Turkish President Omer Aydin in Ankara on Monday.\n\n"_s;
    const Article article = articleOf(told, 250'000);
    const Extraction extraction = extract(article, builtIn());
    QVERIFY(extraction.accounts.size() >= 2);
    QSet<qsizetype> starts;
    for (const Account &account : extraction.accounts) {
        const TextSpan evidence = account.evidence.first();
        QCOMPARE(article.body.mid(evidence.start, evidence.length()), told.trimmed());
        starts.insert(evidence.start);
    }
    QCOMPARE(starts.size(), extraction.accounts.size());
}

void TestGrowth::endlessSentenceIsCut()
{
    const QString body = QString(u"and then "_s).repeated(5000);
    const TokenizedText text = tokenize(body, {0, body.size()}, builtIn().lexicon());
    QVERIFY(text.sentences.size() > 1);
    for (const Sentence &sentence : text.sentences)
        QVERIFY(sentence.end - sentence.begin <= maxSentenceTokens);
    QCOMPARE(text.sentences.back().end, static_cast<int>(text.tokens.size()));
}

QTEST_GUILESS_MAIN(TestGrowth)
#include "tst_growth.moc"
