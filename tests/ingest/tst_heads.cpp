// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/headreader.h"

#include <QFile>
#include <QTest>

using namespace dragoman;
using namespace Qt::StringLiterals;

namespace {

const QString story =
    u"President Rufus Firefly of Freedonia received Ambassador Trentino of Sylvania on Monday.\n\n"
    "They spoke of the harvest and of the border, his office said. He had arrived on 2 January 1999."_s;

} // namespace

/** The day of publication and the city, as agencies and ministries write them over their stories: a table. */
class TestHeads : public QObject
{
    Q_OBJECT
private slots:
    void table_data();
    void table();
    void foot_data();
    void foot();
};

void TestHeads::table_data()
{
    QTest::addColumn<QString>("head");
    QTest::addColumn<QString>("published");
    QTest::addColumn<QString>("city");
    QFile file(QStringLiteral(DRAGOMAN_HEADS));
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
    int rows = 0;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)) {
        if (line.startsWith(u'#'))
            continue;
        QStringList columns = line.split(u'\t');
        QVERIFY2(columns.size() == 3, qPrintable(line));
        QTest::newRow(qPrintable(columns[0])) << columns[0].replace(u"\\n"_s, u"\n"_s) << columns[1] << columns[2];
        ++rows;
    }
    QVERIFY(rows >= 60);
}

void TestHeads::table()
{
    QFETCH(QString, head);
    const Head read = readHead(head + story);
    const QString published = read.published.isValid() ? read.published.toString(Qt::ISODate) : u"-"_s;
    const QString city = read.dateline.isEmpty() ? u"-"_s : read.dateline;
    QTEST(published, "published");
    QTEST(city, "city");
}

/** Where the head tells no day, the foot may; a day told in the story is none of publication. */
void TestHeads::foot_data()
{
    QTest::addColumn<QString>("foot");
    QTest::addColumn<QString>("published");
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("date alone") << u"\n\n3 April 2025"_s << u"2025-04-03"_s;
    QTest::newRow("city and date") << u"\n\nBern, 3 April 2025"_s << u"2025-04-03"_s;
    QTest::newRow("press service and date") << u"\n\nPress Office\n3 April 2025\n"_s << u"2025-04-03"_s;
    QTest::newRow("published") << u"\n\nPublished: 3 April 2025"_s << u"2025-04-03"_s;
    QTest::newRow("sentence") << u"\n\nThey will meet again on 3 April 2025."_s << QString();
}

void TestHeads::foot()
{
    QFETCH(QString, foot);
    const QString published =
        readHead(u"Firefly receives Trentino\n\n"_s + story + foot).published.toString(Qt::ISODate);
    QTEST(published, "published");
}

QTEST_APPLESS_MAIN(TestHeads)
#include "tst_heads.moc"
