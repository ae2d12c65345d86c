// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/explanationtext.h"
#include "extract/accountwords.h"

#include <QTest>

#include <future>
#include <vector>

using namespace dragoman;
using namespace dragoman::test;
using namespace Qt::StringLiterals;

/** What extraction tells besides the accounts, and how it behaves. */
class TestExtractor : public QObject
{
    Q_OBJECT
private slots:
    void evidenceIsTheSentence();
    void onlyTheStoryIsRead();
    void mentionsStandInTheText();
    void peopleAndOfficesAreTold();
    void droppedMatchesSayWhy();
    void exchangedDateMovesTheContacts();
    void withoutPublicationNoWeekday();
    void sameResultAlwaysAndInThreads();
    void explainNamesTheStages();
    void oddTextsAreRead_data();
    void oddTextsAreRead();
};

void TestExtractor::evidenceIsTheSentence()
{
    const QString body =
        u"It rained.\n\nKenyan President Peter Otieno telephoned Dutch Prime Minister Piet Vos on Monday. "
        "It rained on."_s;
    const Extraction extraction = extract(articleOf(body), builtIn());
    QCOMPARE(extraction.accounts.size(), 1);
    const Account &account = extraction.accounts.first();
    QCOMPARE(account.evidence.size(), 1);
    QCOMPARE(body.mid(account.evidence.first().start, account.evidence.first().length()),
             u"Kenyan President Peter Otieno telephoned Dutch Prime Minister Piet Vos on Monday."_s);
    QCOMPARE(account.rule, u"call.ring"_s);
    QVERIFY(account.confidence > 0 && account.confidence <= 1);
    QCOMPARE(account.participants.first().toldAs, u"Peter Otieno"_s);
}

void TestExtractor::onlyTheStoryIsRead()
{
    const QString outside = u"Kenyan President Peter Otieno telephoned Dutch Prime Minister Piet Vos.\n\n"_s;
    const QString story = u"Ugandan President Moses Okello met Portuguese President Ana Sol in Oslo on Monday."_s;
    Article article = articleOf(outside + story + u"\n\n"_s + outside);
    article.story = {outside.size(), outside.size() + story.size()};
    const Extraction extraction = extract(article, builtIn());
    QCOMPARE(extraction.accounts.size(), 1);
    QCOMPARE(inWords(extraction.accounts.first()),
             u"meeting held 2025-10-06 Oslo | Ana Sol PT party; Moses Okello UG party"_s);
    for (const Mention &mention : extraction.mentions)
        QVERIFY(mention.span.start >= article.story.start && mention.span.end <= article.story.end);
}

void TestExtractor::mentionsStandInTheText()
{
    const QString body =
        u"Kenyan President Peter Otieno met the Ugandan defense minister in Nairobi on Monday. Otieno left."_s;
    const Extraction extraction = extract(articleOf(body), builtIn());
    QStringList found;
    static const QStringList kinds{u"person"_s, u"body"_s, u"place"_s, u"role"_s, u"date"_s};
    for (const Mention &mention : extraction.mentions)
        found.append(kinds.at(static_cast<int>(mention.kind)) + u' ' +
                     body.mid(mention.span.start, mention.span.length()) + u" = "_s + mention.name);
    QCOMPARE(found, (QStringList{u"person Peter Otieno = Peter Otieno"_s,
                                 u"role the Ugandan defense minister = Ugandan defense minister"_s,
                                 u"place Nairobi = Nairobi"_s, u"date Monday = 2025-10-06"_s,
                                 u"person Otieno = Peter Otieno"_s}));
}

void TestExtractor::peopleAndOfficesAreTold()
{
    const Extraction extraction =
        extract(articleOf(u"Turkish Defense Minister Yusuf Gümüş met Ana Sol in Oslo. Gumus left."_s), builtIn());
    QCOMPARE(extraction.people.size(), 2);
    QCOMPARE(extraction.people[0].person, u"Yusuf Gümüş"_s);
    QCOMPARE(extraction.people[0].country, u"TR"_s);
    QCOMPARE(extraction.people[0].title, u"Turkish Defense Minister"_s);
    QCOMPARE(extraction.people[0].forms, (QStringList{u"Yusuf Gümüş"_s, u"Gumus"_s}));
    QCOMPARE(extraction.people[1].person, u"Ana Sol"_s);
    QCOMPARE(extraction.people[1].title, QString());
}

void TestExtractor::droppedMatchesSayWhy()
{
    const Extraction extraction = extract(
        articleOf(u"Kenyan President Peter Otieno met Kenyan Foreign Minister Grace Njeri in Nairobi on Monday."_s),
        builtIn());
    QVERIFY(extraction.accounts.isEmpty());
    QVERIFY(!extraction.dropped.isEmpty());
    for (const Dropped &dropped : extraction.dropped) {
        QVERIFY(!dropped.reason.isEmpty());
        QVERIFY(dropped.rule.contains(u'.'));
        QVERIFY(!dropped.span.isEmpty());
    }
}

void TestExtractor::exchangedDateMovesTheContacts()
{
    // 2019-11-04 was a Monday; 2019-04-11 is printed.
    const QString body =
        u"Dutch Prime Minister Piet Vos met Kenyan President Peter Otieno in Oslo on Sunday, November 3. "
        "He had flown there on Friday, November 1."_s;
    const Extraction extraction = extract(articleOf(body, {}, QDate(2019, 4, 11)), builtIn());
    QCOMPARE(extraction.publishedCorrected, QDate(2019, 11, 4));
    QVERIFY(!extraction.correctionReason.isEmpty());
    QVERIFY(!extraction.accounts.isEmpty());
    QCOMPARE(extraction.accounts.first().date.toEdtf(), u"2019-11-03"_s);
}

void TestExtractor::withoutPublicationNoWeekday()
{
    const QString body = u"Kenyan President Peter Otieno telephoned Dutch Prime Minister Piet Vos on %1."_s;
    QCOMPARE(accountsOf(articleOf(body.arg(u"Monday"_s), {}, QDate())),
             (QStringList{u"call held undated | Peter Otieno KE caller; Piet Vos NL recipient"_s}));
    QCOMPARE(accountsOf(articleOf(body.arg(u"3 April 2024"_s), {}, QDate())),
             (QStringList{u"call held 2024-04-03 | Peter Otieno KE caller; Piet Vos NL recipient"_s}));
}

void TestExtractor::sameResultAlwaysAndInThreads()
{
    const Article article = articleOf(u"Dutch Prime Minister Piet Vos spoke by phone with Kenyan President Peter "
                                      u"Otieno on Tuesday. On Monday, Vos met "
                                      "Ugandan President Moses Okello in The Hague. Okello invited Vos to Kampala."_s);
    const auto told = [&article] {
        const Extraction extraction = extract(article, builtIn());
        QStringList lines;
        for (const Account &account : extraction.accounts)
            lines.append(inWords(account) + account.rule);
        for (const Mention &mention : extraction.mentions)
            lines.append(mention.name + QString::number(mention.span.start));
        return lines.join(u'\n');
    };
    const QString expected = told();
    QVERIFY(expected.contains(u"call held"_s));
    QCOMPARE(told(), expected);
    std::vector<std::future<QString>> others;
    for (int i = 0; i < 8; ++i)
        others.push_back(std::async(std::launch::async, told));
    for (std::future<QString> &other : others)
        QCOMPARE(other.get(), expected);
}

void TestExtractor::explainNamesTheStages()
{
    const QString text = dragoman::inWords(explain(
        articleOf(
            u"Kenyan President Peter Otieno telephoned Dutch Prime Minister Piet Vos on Monday. Kenyan President Peter "
            "Otieno met Kenyan Foreign Minister Grace Njeri."_s),
        builtIn()));
    for (const QString &part : {u"Peter Otieno"_s, u"verb “telephoned”"_s, u"time “Monday”"_s, u"call.ring"_s,
                                u"kept"_s, u"dropped"_s, u"call held 2025-10-06"_s})
        QVERIFY2(text.contains(part), qPrintable(part + u" in "_s + text));
}

void TestExtractor::oddTextsAreRead_data()
{
    QTest::addColumn<QString>("body");
    const QString call = u"Kenyan President Peter Otieno telephoned Dutch Prime Minister Piet Vos on Monday."_s;
    QTest::newRow("CRLF")
        << QString(call)
               .replace(u" telephoned"_s, u"\r\ntelephoned"_s)
               .prepend(
                   u"A short line, and then another\r\nline of the text that goes on for a while and\r\nis broken to a width that is about fifty letters\r\nwide as an agency sends it, so that lines end\r\nanywhere. "_s);
    QTest::newRow("byte order mark") << u"\ufeff"_s + call;
    QTest::newRow("outside the first plane") << u"🤝 🇰🇪 "_s + call + u" 🤝"_s;
    QTest::newRow("non-breaking spaces") << QString(call).replace(u' ', QChar(0xa0));
    QTest::newRow("inside much else") << u"It rained. "_s.repeated(300) + call + u" It rained."_s.repeated(300);
}

void TestExtractor::oddTextsAreRead()
{
    QFETCH(QString, body);
    const Extraction extraction = extract(articleOf(body), builtIn());
    QCOMPARE(extraction.accounts.size(), 1);
    QCOMPARE(inWords(extraction.accounts.first()),
             u"call held 2025-10-06 | Peter Otieno KE caller; Piet Vos NL recipient"_s);
    const TextSpan span = extraction.accounts.first().evidence.first();
    QVERIFY(body.mid(span.start, span.length()).contains(u"telephoned"_s));
}

QTEST_GUILESS_MAIN(TestExtractor)
#include "tst_extractor.moc"
