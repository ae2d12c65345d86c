// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/language.h"
#include "extract/publication.h"

#include <QTest>

using namespace dragoman;
using namespace dragoman::test;
using namespace Qt::StringLiterals;

namespace {

Correction correctionOf(const QString &body, QDate published)
{
    Article article;
    article.body = body;
    article.published = published;
    return correctPublication(article, readText(body).analysis);
}

} // namespace

/** A printed date whose day and month the article's own words exchange. */
class TestPublication : public QObject
{
    Q_OBJECT
private slots:
    void exchanged_data();
    void exchanged();
    void leftAlone_data();
    void leftAlone();
};

void TestPublication::exchanged_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QDate>("printed");
    QTest::addColumn<QDate>("meant");
    // 2019-11-04 was a Monday, 2019-04-11 a Thursday.
    QTest::newRow("weekday with its date")
        << u"Ana Sol met Piet Vos on Sunday, November 3. They had met on Friday, November 1."_s << QDate(2019, 4, 11)
        << QDate(2019, 11, 4);
    QTest::newRow("days of the month before")
        << u"Ana Sol met Piet Vos on Sunday. She had left on October 30, and was in "
           "Oslo on October 28. They last met on Thursday, October 24."_s
        << QDate(2019, 4, 11) << QDate(2019, 11, 4);
}

void TestPublication::exchanged()
{
    QFETCH(QString, body);
    QFETCH(QDate, printed);
    const Correction correction = correctionOf(body, printed);
    QTEST(correction.date, "meant");
    QVERIFY(correction.reason.contains(printed.toString(Qt::ISODate)));
    QVERIFY(correction.reason.contains(correction.date.toString(Qt::ISODate)));
}

void TestPublication::leftAlone_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QDate>("printed");
    const QDate printed(2019, 11, 4); // a Monday
    const QString plain = u"Ana Sol met Piet Vos on Sunday, November 3. They had met on Friday, November 1."_s;
    QTest::newRow("text and print agree") << plain << printed;
    QTest::newRow("no dates in the text") << u"Ana Sol met Piet Vos in Oslo."_s << printed;
    QTest::newRow("weekday alone") << u"Ana Sol met Piet Vos on Thursday."_s << printed;
    QTest::newRow("one far date") << u"Ana Sol will meet Piet Vos on April 11."_s << printed;
    QTest::newRow("full dates prove nothing") << u"They met on 11 April 2019 and on 9 April 2019."_s << printed;
    QTest::newRow("the thirteenth cannot be a month") << plain << QDate(2019, 4, 13);
    QTest::newRow("the same exchanged") << plain << QDate(2019, 4, 4);
    QTest::newRow("nothing printed") << plain << QDate();
    QTest::newRow("no text") << QString() << printed;
}

void TestPublication::leftAlone()
{
    QFETCH(QString, body);
    QFETCH(QDate, printed);
    const Correction correction = correctionOf(body, printed);
    QVERIFY2(!correction.date.isValid(), qPrintable(correction.reason));
    QVERIFY(correction.reason.isEmpty());
}

QTEST_GUILESS_MAIN(TestPublication)
#include "tst_publication.moc"
