// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/explanationtext.h"
#include "extract/accountwords.h"
#include "extract/confidencetable.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace dragoman;
using namespace dragoman::test;
using namespace Qt::StringLiterals;

namespace {

const QString call = u"Kenyan President Peter Otieno telephoned Dutch Prime Minister Piet Vos on Monday."_s;

Explanation explained(const QString &body)
{
    return explain(articleOf(body), builtIn());
}

double confidenceIn(const QString &body)
{
    const Extraction extraction = extract(articleOf(body), builtIn());
    return extraction.accounts.size() == 1 ? extraction.accounts.first().confidence : -1;
}

bool has(const QList<ReasonTold> &reasons, const QString &words, bool against)
{
    return std::any_of(reasons.begin(), reasons.end(), [&](const ReasonTold &reason) {
        return reason.words.contains(words) && (reason.weight < 0) == against;
    });
}

} // namespace

/** How a reading is explained, and what its confidence rests on. */
class TestExplain : public QObject
{
    Q_OBJECT
private slots:
    void accountsAreThoseExtracted();
    void wordsStandWhereTheyAreRead();
    void participantsTellTheirPlace();
    void datesAndPlacesTellTheirSource();
    void theRuleSpeaksForItself();
    void droppedMatchesKeepTheirSentence();
    void severalSentencesAreTold();
    void reasonsAddUp();
    void doubtLowersConfidence_data();
    void doubtLowersConfidence();
    void tableIsStrict_data();
    void tableIsStrict();
    void tableOfOnesOwnIsUsed();
    void wordsHoldEverything();
};

void TestExplain::accountsAreThoseExtracted()
{
    const QString body = call + u" Otieno will visit The Hague on Friday. Vos met Ana Sol."_s;
    const Extraction extraction = extract(articleOf(body), builtIn());
    const Explanation explanation = explained(body);
    QVERIFY(extraction.accounts.size() >= 2);
    QCOMPARE(explanation.accounts.size(), extraction.accounts.size());
    for (qsizetype i = 0; i < extraction.accounts.size(); ++i) {
        const AccountTold &told = explanation.accounts[i];
        QCOMPARE(test::inWords(told.account), test::inWords(extraction.accounts[i]));
        QCOMPARE(told.account.confidence, extraction.accounts[i].confidence);
        QCOMPARE(told.filled.size(), told.account.participants.size());
        QCOMPARE(told.rule.id, told.account.rule);
        QVERIFY(!told.sentences.isEmpty());
    }
}

void TestExplain::wordsStandWhereTheyAreRead()
{
    const QString body = u"It rained.\n\nKenyan President Peter Otieno\nwill not receive him in Nairobi on Friday."_s;
    const Explanation explanation = explained(body);
    QCOMPARE(explanation.sentences.size(), 2);
    QStringList read;
    for (const WordsRead &words : explanation.sentences[1].words) {
        QCOMPARE(body.mid(words.span.start, words.span.length()).simplified(), words.text);
        read.append(toWord(words.as) + u' ' + words.text);
    }
    QVERIFY(read.contains(u"person Kenyan President Peter Otieno"_s));
    QVERIFY(read.contains(u"place Nairobi"_s));
    QVERIFY(read.contains(u"time Friday"_s));
    QVERIFY(read.contains(u"trigger receive"_s));
    const auto &words = explanation.sentences[1].words;
    const auto verb =
        std::find_if(words.begin(), words.end(), [](const WordsRead &each) { return each.as == WordsRead::As::Verb; });
    QVERIFY(verb != words.end());
    QCOMPARE(verb->meaning, u"future, negated"_s);
    QCOMPARE(explanation.sentences[1].original,
             body.mid(explanation.sentences[1].span.start, explanation.sentences[1].span.length()));
}

void TestExplain::participantsTellTheirPlace()
{
    const Explanation explanation =
        explained(u"Dutch Prime Minister Piet Vos met with Kenyan President Peter Otieno in Oslo. "
                  "Portuguese President Ana Sol will visit Kenya."_s);
    QCOMPARE(explanation.accounts.size(), 2);
    QStringList places;
    for (const AccountTold &told : explanation.accounts) {
        for (qsizetype i = 0; i < told.filled.size(); ++i)
            places.append(
                u"%1 %2 %3"_s.arg(told.account.participants[i].name, told.filled[i].place, told.filled[i].text));
    }
    places.sort();
    QCOMPARE(places,
             (QStringList{u"Ana Sol subject Portuguese President Ana Sol"_s, u"Kenya the state of the destination "_s,
                          u"Peter Otieno with Kenyan President Peter Otieno"_s,
                          u"Piet Vos subject Dutch Prime Minister Piet Vos"_s}));
}

void TestExplain::datesAndPlacesTellTheirSource()
{
    const AccountTold met =
        explained(u"Dutch Prime Minister Piet Vos met Kenyan President Peter Otieno in Oslo on Monday."_s)
            .accounts.value(0);
    QCOMPARE(met.date.text, u"Monday"_s);
    QCOMPARE(met.date.how, u"in an article of 2025-10-08"_s);
    QCOMPARE(met.place.text, u"Oslo"_s);
    QCOMPARE(met.status.text, u"met"_s);
    const AccountTold fresh =
        explained(u"Dutch Prime Minister Piet Vos telephoned Kenyan President Peter Otieno."_s).accounts.value(0);
    QCOMPARE(fresh.date.text, QString());
    QVERIFY2(fresh.date.how.contains(u"publication"_s), qPrintable(fresh.date.how));
    QCOMPARE(fresh.place.text, QString());
    QVERIFY(!fresh.place.how.isEmpty());
}

void TestExplain::theRuleSpeaksForItself()
{
    const AccountTold told = explained(call).accounts.value(0);
    QCOMPARE(told.rule.id, u"call.ring"_s);
    QVERIFY(told.rule.verbs.contains(u"telephone"_s));
    QVERIFY(told.rule.nouns.isEmpty());
    QVERIFY(told.rule.places.contains(u"subject: caller"_s));
    QVERIFY(!told.rule.example.isEmpty() && told.rule.exampleTells.startsWith(u"call"_s));
    QVERIFY(told.rule.where.startsWith(u"calls.rules:"_s));
}

void TestExplain::droppedMatchesKeepTheirSentence()
{
    const QString own =
        u"Kenyan President Peter Otieno met Kenyan Foreign Minister Grace Njeri in Nairobi on Monday."_s;
    const Explanation explanation = explained(call + u' ' + own);
    QCOMPARE(explanation.accounts.size(), 1);
    QVERIFY(!explanation.dropped.isEmpty());
    const MatchTold &match = explanation.dropped.first();
    QCOMPARE(match.sentence, 2);
    QCOMPARE(match.sentenceText, own);
    QCOMPARE(match.triggerText, u"met"_s);
    QVERIFY(!match.dropped.isEmpty());
}

void TestExplain::severalSentencesAreTold()
{
    const Explanation explanation = explained(call + u" It rained. Otieno telephoned Vos on Monday from Nairobi."_s);
    QCOMPARE(explanation.accounts.size(), 1);
    QCOMPARE(explanation.accounts.first().sentences, (QList<int>{1, 3}));
}

void TestExplain::reasonsAddUp()
{
    const Explanation explanation = explained(call);
    const AccountTold told = explanation.accounts.value(0);
    QVERIFY(!told.reasons.isEmpty());
    for (qsizetype i = 1; i < told.reasons.size(); ++i)
        QVERIFY(std::abs(told.reasons[i - 1].weight) >= std::abs(told.reasons[i].weight));
    const AccountTold pointed =
        explained(call + u" On Tuesday, he met Portuguese President Ana Sol in Oslo."_s).accounts.value(1);
    QVERIFY(has(pointed.reasons, u"only pointed to"_s, true));
    QVERIFY(!has(told.reasons, u"only pointed to"_s, true));
}

void TestExplain::doubtLowersConfidence_data()
{
    QTest::addColumn<QString>("sure");
    QTest::addColumn<QString>("doubtful");
    QTest::newRow("pronoun")
        << u"Kenyan President Peter Otieno is old. It rained. Otieno met Portuguese President Ana Sol in Oslo."_s
        << u"Kenyan President Peter Otieno is old. It rained. He met Portuguese President Ana Sol in Oslo."_s;
    QTest::newRow("state guessed") << u"Portuguese President Ana Sol met Kenyan Foreign Minister Grace Njeri in Oslo."_s
                                   << u"Portuguese President Ana Sol met Foreign Minister Grace Njeri in Kenya."_s;
    QTest::newRow("told by an infinitive")
        << u"Portuguese President Ana Sol will meet Kenyan Foreign Minister Grace Njeri in Oslo."_s
        << u"Portuguese President Ana Sol travelled far to meet Kenyan Foreign Minister Grace Njeri in Oslo."_s;
}

void TestExplain::doubtLowersConfidence()
{
    QFETCH(QString, sure);
    QFETCH(QString, doubtful);
    const double high = confidenceIn(sure);
    const double low = confidenceIn(doubtful);
    QVERIFY(high > 0);
    QVERIFY(low > 0);
    QVERIFY2(low < high, qPrintable(u"%1, %2"_s.arg(low).arg(high)));
}

void TestExplain::tableIsStrict_data()
{
    QTest::addColumn<QString>("line");
    QTest::newRow("unknown sign") << u"weather\t0.1\tit rained"_s;
    QTest::newRow("no number") << u"lead\tmuch\tthe first sentences tell it"_s;
    QTest::newRow("no words") << u"lead\t0.1\t"_s;
    QTest::newRow("two columns") << u"lead\t0.1"_s;
}

void TestExplain::tableIsStrict()
{
    QFETCH(QString, line);
    const QTemporaryDir folder;
    QDir(folder.path()).mkdir(u"rules"_s);
    QFile file(folder.filePath(u"rules/confidence.tsv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("# a remark\n" + line.toUtf8() + '\n');
    file.close();
    const auto rules = RuleSet::load({folder.path()});
    QVERIFY(!rules.ok());
    QVERIFY2(rules.error().message().contains(u"confidence.tsv:2"_s), qPrintable(rules.error().message()));
}

void TestExplain::tableOfOnesOwnIsUsed()
{
    const QTemporaryDir folder;
    QDir(folder.path()).mkdir(u"rules"_s);
    QFile file(folder.filePath(u"rules/confidence.tsv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("always\t-9\twhere every account begins\n");
    file.close();
    const auto rules = RuleSet::load({folder.path()});
    QVERIFY(rules.ok());
    QVERIFY(extract(articleOf(call), *rules.value()).accounts.first().confidence < 0.1);
    QVERIFY(rules.value()->fingerprint() != builtIn().fingerprint());
}

void TestExplain::wordsHoldEverything()
{
    const Explanation explanation =
        explained(call + u" Kenyan President Peter Otieno met Kenyan Foreign Minister Grace Njeri."_s);
    const QString text = dragoman::inWords(explanation);
    for (const QString &part :
         {u"call held 2025-10-06"_s, u"subject: “Kenyan President Peter Otieno”"_s, u"“Monday”"_s, u"Dropped"_s,
          u"verb “telephoned”: past"_s, u"rule call.ring"_s, u"confidence "_s, u"example: "_s})
        QVERIFY2(text.contains(part), qPrintable(part + u" in "_s + text));
    const QString one = dragoman::inWords(explanation.accounts.first(), explanation);
    QVERIFY(one.contains(call));
    QVERIFY(!one.contains(u"Njeri"_s));
    QVERIFY(droppedInWords(explanation).contains(u"“met”"_s));
}

QTEST_GUILESS_MAIN(TestExplain)
#include "tst_explain.moc"
