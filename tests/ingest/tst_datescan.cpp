// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/datedline.h"
#include "ingest/dateline.h"
#include "ingest/datescan.h"

#include <QTest>

using namespace dragoman;
using namespace Qt::StringLiterals;

namespace {

const HeadTables &tables()
{
    return HeadTables::builtIn();
}

const DateScanner &scanner()
{
    static const DateScanner instance(tables());
    return instance;
}

QString words(const FoundDate &date)
{
    if (!date.gregorian)
        return u"other"_s;
    if (date.readings.isEmpty())
        return u"--%1-%2"_s.arg(date.month, 2, 10, QChar(u'0')).arg(date.day, 2, 10, QChar(u'0'));
    QStringList readings;
    for (const QDate &day : date.readings)
        readings.append(day.toString(Qt::ISODate));
    return readings.join(u'|');
}

} // namespace

/** Dates in lines, datelines, and lines that hold little more than a date. */
class TestDateScan : public QObject
{
    Q_OBJECT
private slots:
    void dates_data();
    void dates();
    void datelines_data();
    void datelines();
    void datedLines_data();
    void datedLines();
    void manyDatesInOneLine();
};

void TestDateScan::dates_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("found");
    QTest::newRow("iso") << u"2031-04-05"_s << u"2031-04-05"_s;
    QTest::newRow("year first, dots") << u"2031.4.5"_s << u"2031-04-05"_s;
    QTest::newRow("day month year") << u"5 April 2031"_s << u"2031-04-05"_s;
    QTest::newRow("ordinal") << u"the 5th of April, 2031"_s << u"2031-04-05"_s;
    QTest::newRow("month day year") << u"April 5, 2031"_s << u"2031-04-05"_s;
    QTest::newRow("abbreviated") << u"Sept. 7, 2031"_s << u"2031-09-07"_s;
    QTest::newRow("capitals") << u"07 SEP 2031"_s << u"2031-09-07"_s;
    QTest::newRow("hyphens") << u"07-Sep-2031"_s << u"2031-09-07"_s;
    QTest::newRow("dots are day first") << u"07.03.2031"_s << u"2031-03-07"_s;
    QTest::newRow("dots, day first impossible") << u"03.27.2031"_s << u"2031-03-27"_s;
    QTest::newRow("slashes of unknown order") << u"07/03/2031"_s << u"2031-03-07|2031-07-03"_s;
    QTest::newRow("slashes, weekday says day first") << u"Friday 07/03/2031"_s << u"2031-03-07|2031-07-03"_s;
    QTest::newRow("slashes, weekday says month first") << u"Thursday 07/03/2031"_s << u"2031-07-03|2031-03-07"_s;
    QTest::newRow("slashes, weekday after") << u"07/03/2031 (Thursday)"_s << u"2031-07-03|2031-03-07"_s;
    QTest::newRow("slashes, one reading") << u"27/03/2031"_s << u"2031-03-27"_s;
    QTest::newRow("slashes, same both ways") << u"03/03/2031"_s << u"2031-03-03"_s;
    QTest::newRow("no year") << u"Oct. 2"_s << u"--10-02"_s;
    QTest::newRow("no year, then a clock time") << u"Oct 2 14:30"_s << u"--10-02"_s;
    QTest::newRow("other calendar beside ours")
        << u"Rabi' al-Awwal 12, 1446, September 15, 2031"_s << u"other 2031-09-15"_s;
    QTest::newRow("curly apostrophe") << u"Rabi’ al-Awwal 12, 1446"_s << u"other"_s;
    QTest::newRow("no such day") << u"31 April 2031"_s << QString();
    QTest::newRow("no month 13") << u"13.13.2031"_s << QString();
    QTest::newRow("month and year only") << u"March 2031"_s << QString();
    QTest::newRow("a number is no date") << u"He bought 12 marches in 2031"_s << QString();
    QTest::newRow("february 29") << u"29/02/2032"_s << u"2032-02-29"_s;
}

void TestDateScan::dates()
{
    QFETCH(QString, line);
    QFETCH(QString, found);
    QStringList told;
    const QList<FoundDate> dates = scanner().dates(line);
    for (const FoundDate &date : dates)
        told.append(words(date));
    QCOMPARE(told.join(u' '), found);
}

void TestDateScan::datelines_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("city");
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("date");
    const QString none;
    QTest::newRow("capitals, dash") << u"SYLVANIATOWN – "_s << u"SYLVANIATOWN"_s << none << none;
    QTest::newRow("known city, dash") << u"Paris – "_s << u"Paris"_s << none << none;
    QTest::newRow("known city, colon") << u"NEW DELHI: "_s << u"NEW DELHI"_s << none << none;
    QTest::newRow("agency in brackets") << u"TEHRAN (Tasnim) – "_s << u"TEHRAN"_s << u"Tasnim News Agency"_s << none;
    QTest::newRow("brackets after the dash")
        << u"TEHRAN – (IRNA) "_s << u"TEHRAN"_s << u"Islamic Republic News Agency"_s << none;
    QTest::newRow("date and agency") << u"ANKARA, Oct. 2 (AA) — "_s << u"ANKARA"_s << u"Anadolu Agency"_s
                                     << u"--10-02"_s;
    QTest::newRow("date with year") << u"Doha, October 19, 2031 (QNA) - "_s << u"Doha"_s << u"Qatar News Agency"_s
                                    << u"2031-10-19"_s;
    QTest::newRow("slashes and stops") << u"MOSCOW, January 15. /TASS/. "_s << u"MOSCOW"_s << u"TASS"_s << u"--01-15"_s;
    QTest::newRow("double hyphen") << u"QINGDAO, Sept. 17, 2031 (Xinhua) -- "_s << u"QINGDAO"_s << u"Xinhua"_s
                                   << u"2031-09-17"_s;
    QTest::newRow("two calendars, bare agency") << u"Tehran, Rabi' al-Awwal 12, 1446, September 15, 2031, SPA -- "_s
                                                << u"Tehran"_s << u"Saudi Press Agency"_s << u"2031-09-15"_s;
    QTest::newRow("bare agency") << u"Tehran, IRNA – "_s << u"Tehran"_s << u"Islamic Republic News Agency"_s << none;
    QTest::newRow("agency glued to the dash")
        << u"Damascus, SANA- "_s << u"Damascus"_s << u"Syrian Arab News Agency"_s << none;
    QTest::newRow("agency then stop") << u"YEREVAN, JULY 14, ARMENPRESS. "_s << u"YEREVAN"_s << u"Armenpress"_s
                                      << u"--07-14"_s;
    QTest::newRow("agency first") << u"(ANSA) - ROME, 12 MAY - "_s << u"ROME"_s << u"ANSA"_s << u"--05-12"_s;
    QTest::newRow("agency and numeric date")
        << u"NNA - Monday 03/11/2031 - "_s << none << u"National News Agency"_s << u"2031-11-03|2031-03-11"_s;
    QTest::newRow("weekday") << u"CANBERRA, Sunday 22 December 2031 — "_s << u"CANBERRA"_s << none << u"2031-12-22"_s;
    QTest::newRow("city, state") << u"WASHINGTON, D.C. – "_s << u"WASHINGTON"_s << none << none;
    QTest::newRow("stop inside the name")
        << u"ST. PETERSBURG, June 5. /TASS/. "_s << u"ST. PETERSBURG"_s << u"TASS"_s << u"--06-05"_s;
    QTest::newRow("date in brackets") << u"GENEVA / NEW YORK (5 May 2031) – "_s << u"GENEVA"_s << none
                                      << u"2031-05-05"_s;
    QTest::newRow("colon after brackets")
        << u"DUSHANBE, Apr 24 (APP): "_s << u"DUSHANBE"_s << u"Associated Press of Pakistan"_s << u"--04-24"_s;
    QTest::newRow("no dash at all") << u"Dubai, Aug 3 (IANS) "_s << u"Dubai"_s << u"Indo-Asian News Service"_s
                                    << u"--08-03"_s;
    QTest::newRow("unknown agency") << u"SYLVANIATOWN (Freedonia Wire) – "_s << u"SYLVANIATOWN"_s << u"Freedonia Wire"_s
                                    << none;
    QTest::newRow("initials by city, Lebanon")
        << u"BEIRUT (NNA) – "_s << u"BEIRUT"_s << u"National News Agency"_s << none;
    QTest::newRow("initials by city, Japan") << u"TOKYO (NNA) – "_s << u"TOKYO"_s << u"NNA Business News"_s << none;
    QTest::newRow("initials by city, Myanmar")
        << u"NAY PYI TAW (MNA) – "_s << u"NAY PYI TAW"_s << u"Myanmar News Agency"_s << none;
    QTest::newRow("ordinal day") << u"ABU DHABI, 19th March, 2031 (WAM) -- "_s << u"ABU DHABI"_s
                                 << u"Emirates News Agency"_s << u"2031-03-19"_s;
    const QStringList sentences{u"President Rufus Firefly met "_s,     u"COMMENT: The trouble with "_s,
                                u"On Monday – a grey day – "_s,        u"Firefly – the president – "_s,
                                u"THE PRESIDENT: Thank you, "_s,       u"RUFUS FIREFLY: Thank you, "_s,
                                u"1. SYLVANIATOWN, 23 September – "_s, u"May 5 – a day to remember – "_s,
                                u"Firefly (Freedonia) arrived – "_s,   u"The Freedonian minister (FM) said: "_s};
    for (const QString &sentence : sentences)
        QTest::newRow(qPrintable(u"none: "_s + sentence)) << sentence << none << none << u"no dateline"_s;
}

void TestDateScan::datelines()
{
    QFETCH(QString, line);
    QFETCH(QString, city);
    QFETCH(QString, source);
    QFETCH(QString, date);
    const auto dateline = parseDateline(line + u"The foreign minister left for Bern on Monday."_s, tables(), scanner());
    if (date == u"no dateline"_s) {
        QVERIFY(!dateline);
        return;
    }
    QVERIFY(dateline);
    QCOMPARE(dateline->city, city);
    QCOMPARE(dateline->source, source);
    QCOMPARE(dateline->date.month ? words(dateline->date) : QString(), date);
    QCOMPARE(dateline->end, line.size());
}

void TestDateScan::datedLines_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("date");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("source");
    const QString none;
    QTest::newRow("date") << u"2031-03-05"_s << u"full"_s << u"2031-03-05"_s << none << none;
    QTest::newRow("weekday") << u"Thursday, April 24, 2031"_s << u"full"_s << u"2031-04-24"_s << none << none;
    QTest::newRow("time and zone") << u"January 15, 2031 9:12 AM GMT+1"_s << u"full"_s << u"2031-01-15"_s << none
                                   << none;
    QTest::newRow("first is publication")
        << u"Ada Example |09.09.2031 - Update : 10.09.2031"_s << u"full"_s << u"2031-09-09"_s << none << none;
    QTest::newRow("marked as publication")
        << u"Updated: 10 May 2031 | Published: 9 May 2031"_s << u"full"_s << u"2031-05-09"_s << none << none;
    QTest::newRow("update alone") << u"PTI | Updated: September 23, 2031 08:14 IST"_s << u"full"_s << u"2031-09-23"_s
                                  << none << u"Press Trust of India"_s;
    QTest::newRow("published, time first")
        << u"Published 9:15 PM EST, March 7, 2031"_s << u"full"_s << u"2031-03-07"_s << none << none;
    QTest::newRow("posted on") << u"Posted on Monday, November 24, 2031"_s << u"full"_s << u"2031-11-24"_s << none
                               << none;
    QTest::newRow("city") << u"Athens, 14 August 2031"_s << u"full"_s << u"2031-08-14"_s << u"Athens"_s << none;
    QTest::newRow("city and weekday") << u"Jakarta, Tuesday, July 8, 2031"_s << u"full"_s << u"2031-07-08"_s
                                      << u"Jakarta"_s << none;
    QTest::newRow("newspaper") << u"The Freedonia Courier, Wednesday 12 February 2031"_s << u"full"_s << u"2031-02-12"_s
                               << none << u"The Freedonia Courier"_s;
    QTest::newRow("masthead") << u"SYLVANIA EVENING POST      SATURDAY, MARCH 15, 2031      Page 3"_s << u"full"_s
                              << u"2031-03-15"_s << none << u"SYLVANIA EVENING POST"_s;
    QTest::newRow("remark") << u"Tuesday, 19 August 2031. Newest posts first."_s << u"full"_s << u"2031-08-19"_s << none
                            << none;
    QTest::newRow("who compiled it") << u"Friday 13 June 2031 | Compiled by our Bern desk"_s << u"full"_s
                                     << u"2031-06-13"_s << none << none;
    QTest::newRow("no year") << u"15 JAN, 10:27"_s << u"yearless"_s << u"--01-15"_s << none << none;
    QTest::newRow("day heading") << u"MONDAY 16 JUNE"_s << u"heading"_s << u"--06-16"_s << none << none;
    QTest::newRow("clock") << u"18:42 CEST"_s << u"time"_s << none << none << none;
    const QStringList others{u"On 5 May 2031, President Firefly met the ambassador"_s,
                             u"Joint statement of 5 May 2031 on fisheries"_s,
                             u"Firefly arrived 5 May 2031 - He left on the next day."_s,
                             u"Freedonia 3, Sylvania 1"_s,
                             u"Firefly visits Bern"_s,
                             u"G20"_s,
                             u"Minister Teasdale calls for 5 more talks by 10:30"_s};
    for (const QString &other : others)
        QTest::newRow(qPrintable(u"none: "_s + other)) << other << u"none"_s << none << none << none;
}

void TestDateScan::datedLines()
{
    QFETCH(QString, line);
    QFETCH(QString, kind);
    QFETCH(QString, date);
    QFETCH(QString, place);
    QFETCH(QString, source);
    static const QStringList kinds{u"full"_s, u"yearless"_s, u"heading"_s, u"time"_s};
    const auto dated = parseDatedLine(line, tables(), scanner());
    QCOMPARE(dated ? kinds[static_cast<int>(dated->kind)] : u"none"_s, kind);
    if (!dated)
        return;
    QCOMPARE(dated->date.month ? words(dated->date) : QString(), date);
    QCOMPARE(dated->place, place);
    QCOMPARE(dated->source, source);
}

void TestDateScan::manyDatesInOneLine()
{
    const QList<FoundDate> dates = scanner().dates(u"1 May 2031, 2031-05-02 and May 3, then 4/5/2031"_s);
    QCOMPARE(dates.size(), 4);
    for (qsizetype i = 1; i < dates.size(); ++i)
        QVERIFY(dates[i - 1].span.end <= dates[i].span.start);
    QCOMPARE(dates.last().readings, (QList<QDate>{QDate(2031, 5, 4), QDate(2031, 4, 5)}));
}

QTEST_GUILESS_MAIN(TestDateScan)
#include "tst_datescan.moc"
