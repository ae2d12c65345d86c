// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/language.h"

#include <QFile>
#include <QTest>

using namespace dragoman;
using namespace dragoman::test;
using namespace Qt::StringLiterals;

namespace {

const QDate wednesday(2025, 10, 8); // the day of publication, unless a row says otherwise

/** "on Monday = 2025-10-06; ...": every time expression of a sentence. */
QString timesIn(const QString &sentence, QDate published, Tense tense)
{
    const ReadText read = readText(sentence);
    QStringList found;
    for (const TimeExpression &time : read.analysis.times) {
        const FuzzyDate date = resolveTime(time, published, tense);
        found.append(read.words(time.begin, time.end) + u" = "_s + (date.isKnown() ? date.toEdtf() : u"unknown"_s));
    }
    return found.join(u"; "_s);
}

/** Rows of "sentence | times"; the sentence names the row. */
void rows(Tense tense, std::initializer_list<const char *> lines)
{
    for (const char *line : lines) {
        const QString text = QString::fromUtf8(line);
        QTest::newRow(qPrintable(text.section(u" | "_s, 0, 0)))
            << text.section(u" | "_s, 0, 0) << tense << text.section(u" | "_s, 1);
    }
}

} // namespace

Q_DECLARE_METATYPE(Tense)

/** Dates told in words, and what they mean in an article of a known day. */
class TestTimes : public QObject
{
    Q_OBJECT
private slots:
    void means_data();
    void means();
    void isNoDate_data();
    void isNoDate();
    void withoutPublication_data();
    void withoutPublication();
    void otherDays_data();
    void otherDays();
    void corpus_data();
    void corpus();
    void partsOfMonths();
    void oneExpression();
    void strangeNumbers();
    void weekdayOfADate();
    void neverBackwards();

private:
    static void columns();
    static void weekdays();
    static void fullDates();
    static void monthsAndYears();
    static void periods();
};

void TestTimes::columns()
{
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<Tense>("tense");
    QTest::addColumn<QString>("expected");
}

void TestTimes::means_data()
{
    columns();
    weekdays();
    fullDates();
    monthsAndYears();
    periods();
}

void TestTimes::weekdays()
{
    rows(Tense::Past, {
                          "They met on Monday. | Monday = 2025-10-06",
                          "They met on Wednesday. | Wednesday = 2025-10-08",
                          "They met on Thursday. | Thursday = 2025-10-02",
                          "They met on Sunday evening. | Sunday evening = 2025-10-05",
                          "They met late on Tuesday night. | Tuesday night = 2025-10-07",
                          "They met last Wednesday. | last Wednesday = 2025-10-01",
                          "They met last Friday. | last Friday = 2025-10-03",
                          "They talked from Monday to Tuesday. | Monday to Tuesday = 2025-10-06/2025-10-07",
                          "They talked on Saturday and Sunday. | Saturday and Sunday = 2025-10-04/2025-10-05",
                          "They met today. | today = 2025-10-08",
                          "They met yesterday. | yesterday = 2025-10-07",
                          "They met this morning. | this morning = 2025-10-08",
                          "They met last night. | last night = 2025-10-07",
                          "They had spoken a day earlier. | a day earlier = 2025-10-07",
                          "They met on Tuesday, October 7. | Tuesday, October 7 = 2025-10-07",
                          "They met on Tuesday, 7 October 2025. | Tuesday, 7 October 2025 = 2025-10-07",
                      });
    rows(Tense::Future, {
                            "They will meet on Monday. | Monday = 2025-10-13",
                            "They will meet on Wednesday. | Wednesday = 2025-10-08",
                            "They will meet on Friday morning. | Friday morning = 2025-10-10",
                            "They will meet next Tuesday. | next Tuesday = 2025-10-14",
                            "They will talk from Thursday to Saturday. | Thursday to Saturday = 2025-10-09/2025-10-11",
                            "They will meet tomorrow. | tomorrow = 2025-10-09",
                            "They will meet tonight. | tonight = 2025-10-08",
                            "They will meet this evening. | this evening = 2025-10-08",
                        });
}

void TestTimes::fullDates()
{
    rows(Tense::Past, {
                          "They met on 3 April 2024. | 3 April 2024 = 2024-04-03",
                          "They met on April 3, 2024. | April 3, 2024 = 2024-04-03",
                          "They met on April 3 2024. | April 3 2024 = 2024-04-03",
                          "They met on Sept. 17, 2019. | Sept. 17, 2019 = 2019-09-17",
                          "They met on 12th May 2023. | 12th May 2023 = 2023-05-12",
                          "They met on May 1st, 2023. | May 1st, 2023 = 2023-05-01",
                          "They talked on January 18-20, 2023. | January 18-20, 2023 = 2023-01-18/2023-01-20",
                          "They talked from 4 to 6 November 2022. | 4 to 6 November 2022 = 2022-11-04/2022-11-06",
                          "They talked on 3 and 4 April 2025. | 3 and 4 April 2025 = 2025-04-03/2025-04-04",
                          "They met on 2024-02-29. | 2024-02-29 = 2024-02-29",
                          "They met on 07.03.2025 in Oslo. | 07.03.2025 = 2025-03-07",
                          "They met on 25/12/2021. | 25/12/2021 = 2021-12-25",
                          "They met on 12/25/2021. | 12/25/2021 = 2021-12-25",
                          "They met on October 7. | October 7 = 2025-10-07",
                          "They met on 7 October. | 7 October = 2025-10-07",
                          "They met on 9 December. | 9 December = 2024-12-09",
                          "They met on March 4 last year. | March 4 last year = 2024-03-04",
                      });
    rows(Tense::Future, {
                            "They will meet on October 20. | October 20 = 2025-10-20",
                            "They will meet on 3 February. | 3 February = 2026-02-03",
                            "They will talk on November 4-6. | November 4-6 = 2025-11-04/2025-11-06",
                            "They will meet on the 12th of next month. | the 12th of next month = 2025-11-12",
                            "They will meet on the 21st. | the 21st = 2025-10-21",
                        });
}

void TestTimes::monthsAndYears()
{
    rows(Tense::Past,
         {
             "They met in September. | September = 2025-09",
             "They met in November. | November = 2024-11",
             "They met last November. | last November = 2024-11",
             "They met in May. | May = 2025-05",
             "They met in March 2016. | March 2016 = 2016-03",
             "They met in March of 2016. | March of 2016 = 2016-03",
             "They met in August last year. | August last year = 2024-08",
             "They met in February of last year. | February of last year = 2024-02",
             "They met in early June. | early June = 2025-06-01/2025-06-10",
             "They met in mid-August. | mid-August = 2025-08-11/2025-08-20",
             "They met in late February 2024. | late February 2024 = 2024-02-21/2024-02-29",
             "They met in the first week of July 2022. | the first week of July 2022 = 2022-07-01/2022-07-07",
             "They met in 2016. | 2016 = 2016",
             "They have not met since 1979. | 1979 = 1979",
         });
    rows(Tense::Future, {
                            "They will meet in December. | December = 2025-12",
                            "They will meet in January. | January = 2026-01",
                            "They will meet next March. | next March = 2026-03",
                            "They will meet in late October. | late October = 2025-10-21/2025-10-31",
                            "They will meet in mid-January. | mid-January = 2026-01-11/2026-01-20",
                        });
}

void TestTimes::periods()
{
    rows(Tense::Past, {
                          "They met last week. | last week = 2025-09-29/2025-10-05",
                          "They met this week. | this week = 2025-10-06/2025-10-12",
                          "They met over the weekend. | the weekend = 2025-10-04/2025-10-05",
                          "They met last month. | last month = 2025-09",
                          "They met earlier this month. | this month = 2025-10",
                          "They met last year. | last year = 2024",
                          "They met earlier this year. | this year = 2025",
                      });
    rows(Tense::Future, {
                            "They will meet next week. | next week = 2025-10-13/2025-10-19",
                            "They will meet later this week. | this week = 2025-10-06/2025-10-12",
                            "They will meet next month. | next month = 2025-11",
                            "They will meet next year. | next year = 2026",
                            "They will meet later this year. | this year = 2025",
                        });
}

void TestTimes::means()
{
    QFETCH(QString, sentence);
    QFETCH(Tense, tense);
    QTEST(timesIn(sentence, wednesday, tense), "expected");
}

void TestTimes::isNoDate_data()
{
    QTest::addColumn<QString>("sentence");
    for (const char *sentence : {
             "The two sides may meet again.",
             "May they meet again.",
             "Troops march on the capital.",
             "The march went through the city.",
             "The second round was held in Oslo.",
             "They spoke about 31 projects and 2000 jobs.",
             "The pact has 12 articles.",
             "Trade grew by 7.5 percent.",
             "Flight 2016 was delayed.",
             "The 5+1 group met.",
             "The army of the March region marched.",
             "The first week was hard.",
             "He sat on the second bench.",
             "They met soon.",
             "The sun rose over the sea.",
             "He spoke for the second time.",
             "Some 1,500 people came.",
         })
        QTest::newRow(sentence) << QString::fromUtf8(sentence);
}

void TestTimes::isNoDate()
{
    QFETCH(QString, sentence);
    QCOMPARE(timesIn(sentence, wednesday, Tense::Past), QString());
}

void TestTimes::withoutPublication_data()
{
    columns();
    rows(Tense::Past, {
                          "They met on Monday. | Monday = unknown",
                          "They met on May 28. | May 28 = unknown",
                          "They met yesterday. | yesterday = unknown",
                          "They met last week. | last week = unknown",
                          "They met in late November. | late November = unknown",
                          "They met on 3 April 2024. | 3 April 2024 = 2024-04-03",
                          "They met in March 2016. | March 2016 = 2016-03",
                          "They met in 2016. | 2016 = 2016",
                      });
}

void TestTimes::withoutPublication()
{
    QFETCH(QString, sentence);
    QFETCH(Tense, tense);
    QTEST(timesIn(sentence, QDate(), tense), "expected");
}

void TestTimes::otherDays_data()
{
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<QDate>("published");
    QTest::addColumn<Tense>("tense");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *sentence, QDate published, Tense tense, const QString &expected) {
        QTest::newRow(sentence) << QString::fromUtf8(sentence) << published << tense << expected;
    };
    row("They met on Friday.", {2025, 1, 1}, Tense::Past, u"Friday = 2024-12-27"_s);
    row("They met on December 30.", {2025, 1, 2}, Tense::Past, u"December 30 = 2024-12-30"_s);
    row("They will meet on January 3.", {2024, 12, 30}, Tense::Future, u"January 3 = 2025-01-03"_s);
    row("They met last month.", {2025, 1, 31}, Tense::Past, u"last month = 2024-12"_s);
    row("They will meet next month.", {2025, 1, 31}, Tense::Future, u"next month = 2025-02"_s);
    row("They met last week.", {2025, 1, 5}, Tense::Past, u"last week = 2024-12-23/2024-12-29"_s);
    row("They met over the weekend.", {2025, 10, 6}, Tense::Past, u"the weekend = 2025-10-04/2025-10-05"_s);
    row("They met in late February.", {2024, 3, 4}, Tense::Past, u"late February = 2024-02-21/2024-02-29"_s);
    row("They met yesterday.", {2024, 3, 1}, Tense::Past, u"yesterday = 2024-02-29"_s);
    row("They met last March.", {2025, 3, 20}, Tense::Past, u"last March = 2024-03"_s);
}

void TestTimes::otherDays()
{
    QFETCH(QString, sentence);
    QFETCH(QDate, published);
    QFETCH(Tense, tense);
    QTEST(timesIn(sentence, published, tense), "expected");
}

/** Some hundred phrasings as a table: sentence, publication, tense, what each time in it means. */
void TestTimes::corpus_data()
{
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<QDate>("published");
    QTest::addColumn<Tense>("tense");
    QTest::addColumn<QString>("expected");
    QFile file(QStringLiteral(DRAGOMAN_DATES));
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
    int rows = 0;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)) {
        if (line.startsWith(u'#'))
            continue;
        const QStringList columns = line.split(u'\t');
        QVERIFY2(columns.size() == 4, qPrintable(line));
        QTest::newRow(qPrintable(columns[0] + u' ' + columns[2] + u' ' + columns[1]))
            << columns[0] << QDate::fromString(columns[1], Qt::ISODate)
            << (columns[2] == u"future"_s ? Tense::Future : Tense::Past) << columns[3];
        ++rows;
    }
    QVERIFY(rows >= 250);
}

void TestTimes::corpus()
{
    QFETCH(QString, sentence);
    QFETCH(QDate, published);
    QFETCH(Tense, tense);
    const ReadText read = readText(sentence);
    QStringList found;
    for (size_t i = 0; i < read.analysis.times.size(); ++i) {
        const FuzzyDate date = resolveTime(read.analysis.times, i, published, tense);
        found.append(date.isKnown() ? date.toEdtf() : u"unknown"_s);
    }
    const QString means = found.isEmpty() ? u"-"_s : found.join(u"; "_s);
    QTEST(means, "expected");
}

/** One date is one expression, from its first word to its last. */
void TestTimes::oneExpression()
{
    const QStringList whole{u"the 12th of May 2023"_s,  u"Monday (October 6)"_s,     u"28 September to 2 October"_s,
                            u"October 30-November 1"_s, u"the first week of July"_s, u"Friday of last week"_s};
    for (const QString &date : whole) {
        const ReadText read = readText(u"They met on "_s + date + u"."_s);
        QCOMPARE(read.analysis.times.size(), 1U);
        QCOMPARE(read.words(read.analysis.times[0].begin, read.analysis.times[0].end).remove(u"the "_s),
                 QString(date).remove(u"the "_s));
    }
}

/** Whatever numbers a text holds, what is found lies in the years that a date can have. */
void TestTimes::strangeNumbers()
{
    const QString digits = u"9"_s.repeated(5000);
    const ReadText read = readText(u"They met 999 years ago, 999 decades ago, in 999 years, on May "_s + digits +
                                   u", on 0 May 0000, on 31/12/9999, on 99.99.9999, "_s + digits + u"/"_s + digits +
                                   u" days ago, 99999999999 weeks later, in 2200, on 31 February 2024, "_s + digits +
                                   u" May, the "_s + digits + u"th of May."_s);
    for (size_t i = 0; i < read.analysis.times.size(); ++i) {
        for (const QDate day : {QDate(1, 1, 1), QDate(2025, 10, 8), QDate(9999, 12, 31)}) {
            for (const Tense tense : {Tense::Past, Tense::Future}) {
                const FuzzyDate date = resolveTime(read.analysis.times, i, day, tense);
                QVERIFY(!date.isKnown() || (date.earliest().year() >= 1 && date.latest().year() <= 9999));
                QCOMPARE(FuzzyDate::fromEdtf(date.toEdtf()), std::optional(date));
            }
        }
    }
}

void TestTimes::partsOfMonths()
{
    using Part = TimeExpression::Part;
    QCOMPARE(partOfMonth(2024, 2, Part::Early).toEdtf(), u"2024-02-01/2024-02-10"_s);
    QCOMPARE(partOfMonth(2024, 2, Part::Middle).toEdtf(), u"2024-02-11/2024-02-20"_s);
    QCOMPARE(partOfMonth(2024, 2, Part::Late).toEdtf(), u"2024-02-21/2024-02-29"_s);
    QCOMPARE(partOfMonth(2025, 2, Part::Late).toEdtf(), u"2025-02-21/2025-02-28"_s);
    QCOMPARE(partOfMonth(2024, 2, Part::FirstWeek).toEdtf(), u"2024-02-01/2024-02-07"_s);
    QCOMPARE(partOfMonth(2024, 2, Part::Whole).toEdtf(), u"2024-02"_s);
}

void TestTimes::weekdayOfADate()
{
    const ReadText read = readText(u"They met on Thursday, October 31, and on Friday."_s);
    QCOMPARE(read.analysis.times.size(), 2U);
    QCOMPARE(read.analysis.times[0].kind, TimeExpression::Kind::DayMonth);
    QCOMPARE(read.analysis.times[0].weekday, 4);
    QCOMPARE(read.analysis.times[1].kind, TimeExpression::Kind::Weekday);
    QCOMPARE(read.analysis.times[1].weekday, 5);
}

/** Past days do not lie after the publication, nor future ones before it, on any day of three years. */
void TestTimes::neverBackwards()
{
    const ReadText read =
        readText(u"On March 3, on 29 February, on 30 December, on Monday, on Sunday, last week, next week."_s);
    QCOMPARE(read.analysis.times.size(), 7U);
    for (QDate day(2023, 1, 1); day < QDate(2026, 1, 1); day = day.addDays(1)) {
        for (size_t i = 0; i < 5; ++i) {
            const FuzzyDate past = resolveTime(read.analysis.times[i], day, Tense::Past);
            const FuzzyDate future = resolveTime(read.analysis.times[i], day, Tense::Future);
            // A day of tolerance: news is dated by the clock of another time zone.
            if (past.isKnown())
                QVERIFY2(past.earliest() <= day.addDays(1), qPrintable(day.toString(Qt::ISODate)));
            if (future.isKnown())
                QVERIFY2(future.latest() >= day.addDays(-1), qPrintable(day.toString(Qt::ISODate)));
        }
        QVERIFY(resolveTime(read.analysis.times[5], day, Tense::Past).latest() < day);
        QVERIFY(resolveTime(read.analysis.times[6], day, Tense::Future).earliest() > day);
    }
}

QTEST_GUILESS_MAIN(TestTimes)
#include "tst_times.moc"
