// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/headreader.h"

#include <QTest>

using namespace dragoman;
using namespace Qt::StringLiterals;

namespace {

const QString firstSentence =
    u"President Rufus Firefly of Freedonia received Ambassador Trentino of Sylvania on Monday."_s;
const QString secondSentence = u"They spoke of the harvest and of the border, his office said."_s;
const QString story = firstSentence + u"\n\n"_s + secondSentence;

/** One manner in which an article begins or ends, and what is to be read from it. */
struct Example
{
    const char *name;
    QString text;
    QString title;
    QString published;
    QString source;
    QString dateline;
    QString story;
};

QList<Example> heads()
{
    const QString none;
    return {
        {"story alone", story, none, none, none, none, story},
        {"one line", firstSentence, none, none, none, none, firstSentence},
        {"headline alone", u"Firefly receives Trentino"_s, none, none, none, none, u"Firefly receives Trentino"_s},
        {"headline", u"Firefly receives Trentino\n"_s + story, u"Firefly receives Trentino"_s, none, none, none, story},
        {"question as headline", u"Will Firefly receive Trentino this week?\n\n"_s + story,
         u"Will Firefly receive Trentino this week?"_s, none, none, none, story},
        {"headline that ends with an abbreviation", u"Firefly flies to the U.S.\n\n"_s + story,
         u"Firefly flies to the U.S."_s, none, none, none, story},
        {"broken headline", u"Firefly receives Trentino for talks on the\nharvest and the border\n\n"_s + story,
         u"Firefly receives Trentino for talks on the harvest and the border"_s, none, none, none, story},
        {"date header and story", u" date 2031-04-05 "_s + story, none, u"2031-04-05"_s, none, none, story},
        {"date header and headline", u" date 2031-04-05 Firefly receives Trentino\n\n"_s + story,
         u"Firefly receives Trentino"_s, u"2031-04-05"_s, none, none, story},
        {"date header alone on its line", u" date 2031-04-05 \nFirefly receives Trentino\n\n"_s + story,
         u"Firefly receives Trentino"_s, u"2031-04-05"_s, none, none, story},
        {"date header and dateline", u" date 2031-04-05 BERN – "_s + story, none, u"2031-04-05"_s, none, u"BERN"_s,
         story},
        {"byte order mark",
         QString(QChar::ByteOrderMark) + u" date 2031-04-05 Firefly receives Trentino\r\n\r\n"_s + story,
         u"Firefly receives Trentino"_s, u"2031-04-05"_s, none, none, story},
        {"line ends of another system", u"Firefly receives Trentino\r\nBern, 5 April 2031\r\n\r\n"_s + story,
         u"Firefly receives Trentino"_s, u"2031-04-05"_s, none, u"Bern"_s, story},
        {"dateline with agency and year", u"Firefly receives Trentino\nBERN, April 5, 2031 (Xinhua) -- "_s + story,
         u"Firefly receives Trentino"_s, u"2031-04-05"_s, u"Xinhua"_s, u"BERN"_s, story},
        {"dateline without year", u"Firefly receives Trentino\n\nBERN, April 5 (ONA) — "_s + story,
         u"Firefly receives Trentino"_s, none, u"Oman News Agency"_s, u"BERN"_s, story},
        {"year in the masthead",
         u"Freedonia Gazette, volume 3, 2031\nFirefly receives Trentino\n\nBERN, April 5 (ONA) — "_s + story,
         u"Freedonia Gazette, volume 3, 2031"_s, none, u"Oman News Agency"_s, u"BERN"_s, story},
        {"year in a line of the head",
         u"Firefly receives Trentino\nVolume 3 of 2031\n\nBERN, April 5 (ONA) — "_s + story,
         u"Firefly receives Trentino"_s, u"2031-04-05"_s, u"Oman News Agency"_s, u"BERN"_s, story},
        {"byline, update, city",
         u"Firefly receives Trentino\n\nHarvest on the table at the palace\n\nAda Example |05.04.2031 - Update : 06.04.2031\n\nBERN\n\n"_s +
             story,
         u"Firefly receives Trentino"_s, u"2031-04-05"_s, none, u"BERN"_s, story},
        {"date before the headline",
         u"April 5, 2031 9:12 AM GMT+1\n\nFirefly receives Trentino\n\nBERN, Apr 5 (Reuters) - "_s + story,
         u"Firefly receives Trentino"_s, u"2031-04-05"_s, u"Reuters"_s, u"BERN"_s, story},
        {"time line",
         u" date 2031-04-05 Firefly receives Trentino\n\n5 APR, 10:27\n\nMOSCOW, April 5. /TASS/. "_s + story,
         u"Firefly receives Trentino"_s, u"2031-04-05"_s, u"TASS"_s, u"MOSCOW"_s, story},
        {"byline below", u"Firefly receives Trentino\nBy Ada Example\n\n"_s + story, u"Firefly receives Trentino"_s,
         none, none, none, story},
        {"byline with agency", u"Firefly receives Trentino\nBy Ada Example, Reuters\n\n"_s + story,
         u"Firefly receives Trentino"_s, none, u"Reuters"_s, none, story},
        {"release",
         u"U.S. DEPARTMENT OF STATE\nOffice of the Spokesperson\nFor Immediate Release\nApril 5, "
         u"2031\n\nREADOUT\n\nThe Secretary's Meeting with Ambassador Trentino\n\n"
         "The below is attributable to Spokesperson Ada Example:\n\n"_s +
             story + u"\n\n# # #\n"_s,
         u"The Secretary's Meeting with Ambassador Trentino"_s, u"2031-04-05"_s, u"U.S. Department of State"_s, none,
         story},
        {"masthead and broken lines",
         u"FREEDONIA EVENING POST      SATURDAY, APRIL 5, 2031      Page 3\n\nFIREFLY RECEIVES TRENTINO\nBy a Staff "
         u"Reporter\n\n"
         "THE President, Mr Rufus Firefly, yester-\nday received Ambassador Trentino of\nSylvania.\n"_s,
         u"FIREFLY RECEIVES TRENTINO"_s, u"2031-04-05"_s, u"FREEDONIA EVENING POST"_s, none,
         u"THE President, Mr Rufus Firefly, yester-\nday received Ambassador Trentino of\nSylvania."_s},
        {"press service",
         u"Head of State receives ambassador\nAstana, 5 April 2031\nPress service of the President of Freedonia\n\n"_s +
             story,
         u"Head of State receives ambassador"_s, u"2031-04-05"_s, u"Press service of the President of Freedonia"_s,
         u"Astana"_s, story},
        {"date and place lines", u"Meeting with Ambassador Trentino\n2031-04-05\nThe Kremlin, Moscow\n"_s + story,
         u"Meeting with Ambassador Trentino"_s, u"2031-04-05"_s, none, u"Moscow"_s, story},
        {"standfirst that is a sentence",
         u"Firefly receives Trentino\nThe two had not met since the harvest.\nBy Ada Example\n5 April 2031\n\n"_s +
             story,
         u"Firefly receives Trentino"_s, u"2031-04-05"_s, none, none, story},
        {"named fields",
         u"Title: Firefly receives Trentino\nSource: IRNA\nDate: 5 April 2031\nAuthor: Ada Example\n\n"_s + story,
         u"Firefly receives Trentino"_s, u"2031-04-05"_s, u"Islamic Republic News Agency"_s, none, story},
        {"outlet below the date", u"Firefly receives Trentino\n2031-04-05 06:58\nFreedonia Daily\n\n"_s + story,
         u"Firefly receives Trentino"_s, u"2031-04-05"_s, u"Freedonia Daily"_s, none, story},
        {"short form above, full name below",
         u"Firefly receives Trentino\nBERN (VIS) \u2013 "_s + story +
             u"\n\n(c) Volga Information Service. All rights reserved."_s,
         u"Firefly receives Trentino"_s, none, u"Volga Information Service"_s, u"BERN"_s, story},
        {"agency, numeric date with weekday", u"NNA - Thursday 03/04/2031 - "_s + story, none, u"2031-04-03"_s,
         u"National News Agency"_s, none, story},
        {"diary",
         u"THE DIARY\nFriday 4 April 2031 | Compiled by our Bern desk\n\nThe week ahead, in brief, as far as it is known.\n\nMONDAY 7 APRIL\n"_s +
             firstSentence + u"\n\nTUESDAY 8 APRIL\n"_s + secondSentence,
         u"THE DIARY"_s, u"2031-04-04"_s, none, none,
         u"The week ahead, in brief, as far as it is known.\n\nMONDAY 7 APRIL\n"_s + firstSentence +
             u"\n\nTUESDAY 8 APRIL\n"_s + secondSentence},
        {"diary without a word before its first day",
         u"THE DIARY\nFriday 4 April 2031\n\nMONDAY 7 APRIL\n"_s + firstSentence + u"\n\nTUESDAY 8 APRIL\n"_s +
             secondSentence,
         u"THE DIARY"_s, u"2031-04-04"_s, none, none,
         u"MONDAY 7 APRIL\n"_s + firstSentence + u"\n\nTUESDAY 8 APRIL\n"_s + secondSentence},
        {"live page",
         u"LIVE: talks in Geneva – latest\nSaturday, 5 April 2031. Newest posts first.\n\n18:42 CEST\nAt the table\n"_s +
             story,
         u"LIVE: talks in Geneva – latest"_s, u"2031-04-05"_s, none, none, u"18:42 CEST\nAt the table\n"_s + story},
        {"digest of datelines",
         u"THE DAY\n5 April 2031\n\nBERN – "_s + firstSentence + u"\nPARIS – "_s + firstSentence + u"\nROME – "_s +
             firstSentence,
         u"THE DAY"_s, u"2031-04-05"_s, none, none,
         u"BERN – "_s + firstSentence + u"\nPARIS – "_s + firstSentence + u"\nROME – "_s + firstSentence},
        {"date in a headline is no publication", u"On April 5, 2031, Firefly will receive Trentino\n\n"_s + story,
         u"On April 5, 2031, Firefly will receive Trentino"_s, none, none, none, story},
    };
}

QList<Example> tails()
{
    const QString none;
    const auto tail = [&none](const char *name, const QString &below, const QString &source = {},
                              const QString &date = {}) {
        return Example{name, story + below, none, date, source, none, story};
    };
    return {
        tail("licence on the last line",
             u" All Content by Mehr News Agency is licensed under a Creative Commons Licence."_s,
             u"Mehr News Agency"_s),
        tail("licence after no-break spaces",
             u"\u00A0\u00A0All content by Freedonia Gazette may be used with attribution."_s, u"Freedonia Gazette"_s),
        tail("rights on the last line", u"  (c) Freedonia Gazette. All rights reserved."_s, u"Freedonia Gazette"_s),
        tail("rights below, with a year", u"\n\n\u00A9 2031 Freedonia Gazette. All rights reserved."_s,
             u"Freedonia Gazette"_s),
        tail("where it was published first", u"\n\nThis report was first published by Freedonia Gazette."_s,
             u"Freedonia Gazette"_s),
        tail("reproduction", u"\n\nFreedonia Gazette - reproduction permitted if the source is named."_s,
             u"Freedonia Gazette"_s),
        tail("licence below", u"\n\nAll content by this agency may be used under a licence.\n"_s),
        tail("(END)", u"\n\nada@example.org\n(END)\n"_s),
        tail("Enditem", u" Enditem"_s),
        tail("agency in brackets", u" (QNA)"_s, u"Qatar News Agency"_s),
        tail("agency after a dash", u"- VNA"_s, u"Vietnam News Agency"_s),
        tail("agency below, with clock times", u"\n\n--SPA\n18:20 Local Time 15:20 GMT\n"_s, u"Saudi Press Agency"_s),
        tail("agency and initials", u"\n\nWAM/Jane E./John S.\n"_s, u"Emirates News Agency"_s),
        tail("initials", u"\n\nab/cde/fg"_s),
        tail("numbers", u"\n\n1234**5678"_s),
        tail("row of signs with initials", u"\n\n=============A.B"_s),
        tail("three crosses", u"\n\n###\n\n###"_s),
        tail("sharing", u"\n\nShare this: Facebook  X  WhatsApp"_s),
        tail("printing", u"\n\nPrint this page"_s),
        tail("filed under", u"\n\nFiled under: Notes. If you like this, share it: Email | Print. 3 comments"_s),
        tail("page foot", u"\n\n               (CONTINUED ON PACE 5)"_s),
        tail("who wrote it", u"\n\n(Reporting by the Bern bureau; editing by A. Example)"_s),
        tail("who helped", u"\n\n___\n\nWriters in London contributed to this report.\n"_s),
        tail("rights", u"\n\n(c) The photographers. Not to be reproduced."_s),
        tail("opinions", u"\n\nThe views expressed are the author's own."_s),
        tail("juche", u"\n\n(Juche 120 (2031).4.5.)"_s, none, u"2031-04-05"_s),
        tail("house and date", u"\n\nTHE WHITE HOUSE, April 5, 2031."_s, u"White House"_s, u"2031-04-05"_s),
        tail("house above date", u"\n\nTHE WHITE HOUSE,\n\nApril 5, 2031.\n"_s, u"White House"_s, u"2031-04-05"_s),
        tail("several", u" (QNA)\n\nTags: Freedonia\nShare this article\n5 comments\n"_s, u"Qatar News Agency"_s),
    };
}

} // namespace

/** What the head and tail of an article tell, for every manner of writing them. */
class TestHeadReader : public QObject
{
    Q_OBJECT
private slots:
    void shapes_data();
    void shapes();
    void notTail_data();
    void notTail();
    void readings();
    void sourceFromStory_data();
    void sourceFromStory();
    void blank();
    void spansLieInTheText();
    void longLine();
    void manyShortLines();
};

void TestHeadReader::shapes_data()
{
    QTest::addColumn<int>("index");
    const QList<Example> all = heads() + tails();
    for (int i = 0; i < all.size(); ++i)
        QTest::newRow(all[i].name) << i;
}

void TestHeadReader::shapes()
{
    QFETCH(int, index);
    const Example example = (heads() + tails()).at(index);
    const Head head = readHead(example.text);
    QCOMPARE(head.title, example.title);
    QCOMPARE(example.text.mid(head.titleSpan.start, head.titleSpan.length()).simplified(), example.title);
    QCOMPARE(head.published.toString(Qt::ISODate), example.published);
    QCOMPARE(head.source, example.source);
    QCOMPARE(head.dateline, example.dateline);
    QCOMPARE(example.text.mid(head.story.start, head.story.length()), example.story);
}

void TestHeadReader::notTail_data()
{
    QTest::addColumn<QString>("end");
    QTest::newRow("brackets that are no agency") << u" He left for Bern (Switzerland)."_s;
    QTest::newRow("brackets at the very end") << u" He left. (He had been ill.)"_s;
    QTest::newRow("sentence with share")
        << u"\n\nBoth sides share this view, the minister told the press after the talks."_s;
    QTest::newRow("sentence with end") << u" They hope for an end."_s;
    QTest::newRow("dash and a name") << u"\n\n\"We will meet again\" – Firefly"_s;
    QTest::newRow("slash in a sentence") << u" It rained and/or snowed."_s;
    QTest::newRow("sentence with a date") << u"\n\nThey will meet on 5 April 2031."_s;
    QTest::newRow("contact as a verb") << u"\n\nOfficials contact each other weekly, he said."_s;
}

void TestHeadReader::notTail()
{
    QFETCH(QString, end);
    const Head head = readHead(story + end);
    QCOMPARE(head.story.end, story.size() + end.size());
    QVERIFY(!head.published.isValid());
}

void TestHeadReader::readings()
{
    const Head plain = readHead(u"Firefly receives Trentino\n03/11/2031\n\n"_s + story);
    QCOMPARE(plain.published, QDate(2031, 11, 3));
    QCOMPARE(plain.publishedReadings, (QList<QDate>{QDate(2031, 11, 3), QDate(2031, 3, 11)}));
    const Head american = readHead(u"Firefly receives Trentino\nTuesday 03/11/2031\n\n"_s + story);
    QCOMPARE(american.published, QDate(2031, 3, 11));
    QCOMPARE(american.publishedReadings, (QList<QDate>{QDate(2031, 3, 11), QDate(2031, 11, 3)}));
    const Head sure = readHead(u"Firefly receives Trentino\n23/11/2031\n\n"_s + story);
    QCOMPARE(sure.published, QDate(2031, 11, 23));
    QVERIFY(sure.publishedReadings.isEmpty());
}

void TestHeadReader::sourceFromStory_data()
{
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<QString>("source");
    QTest::newRow("according to") << u" According to Mehr, they also ate."_s << u"Mehr News Agency"_s;
    QTest::newRow("told") << u" He told the Vietnam News Agency that they also ate."_s << u"Vietnam News Agency"_s;
    QTest::newRow("an agency that all cite") << u" According to Reuters, they also ate."_s << QString();
    QTest::newRow("two agencies") << u" According to Mehr, they ate. According to Xinhua, they did not."_s << QString();
    QTest::newRow("no agency") << u" According to Firefly, they also ate."_s << QString();
}

void TestHeadReader::sourceFromStory()
{
    QFETCH(QString, sentence);
    QFETCH(QString, source);
    QCOMPARE(readHead(story + sentence).source, source);
}

void TestHeadReader::blank()
{
    const QStringList texts{QString(), u" \n\r\n "_s, QString(QChar::ByteOrderMark), u" date 2031-04-05 "_s, u"###"_s};
    for (const QString &text : texts) {
        const Head head = readHead(text);
        QVERIFY(head.title.isEmpty());
        QVERIFY(head.story.start >= 0 && head.story.start <= head.story.end && head.story.end <= text.size());
    }
    QCOMPARE(readHead(u" date 2031-04-05 "_s).published, QDate(2031, 4, 5));
}

void TestHeadReader::spansLieInTheText()
{
    const QList<Example> all = heads() + tails();
    for (const Example &example : all) {
        // Every cut of an article is an article too.
        for (qsizetype length = 0; length <= example.text.size(); length += 7) {
            const QString text = example.text.left(length);
            const Head head = readHead(text);
            QVERIFY2(head.titleSpan.start >= 0 && head.titleSpan.end <= text.size(), example.name);
            QVERIFY2(head.story.start >= 0 && head.story.end <= text.size() && head.story.start <= head.story.end,
                     example.name);
            QVERIFY2(head.titleSpan.isEmpty() || !head.titleSpan.overlaps(head.story), example.name);
        }
    }
}

void TestHeadReader::longLine()
{
    QString text;
    while (text.size() < 20'000'000)
        text += firstSentence + u' ';
    const Head head = readHead(text);
    QCOMPARE(head.story.start, 0);
    QCOMPARE(head.story.end, text.size() - 1);
}

void TestHeadReader::manyShortLines()
{
    const Head head = readHead(u"List of guests\n"_s + u"Mr Firefly and Mrs Teasdale\n"_s.repeated(500'000));
    QCOMPARE(head.title, u"List of guests"_s);
    QCOMPARE(head.story.start, 15);
}

QTEST_GUILESS_MAIN(TestHeadReader)
#include "tst_headreader.moc"
