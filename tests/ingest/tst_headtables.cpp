// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/headtables.h"
#include "support/resulttest.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace dragoman;
using namespace Qt::StringLiterals;

namespace {

/** A copy of the built-in tables, so that one of them can be spoilt. */
void copyTables(const QString &folder)
{
    const QDir builtIn(u":/dragoman/lexicon/head"_s);
    const QStringList names = builtIn.entryList(QDir::Files);
    for (const QString &name : names) {
        QVERIFY(QFile::copy(builtIn.filePath(name), folder + u'/' + name));
        QVERIFY(QFile::setPermissions(folder + u'/' + name, QFileDevice::ReadOwner | QFileDevice::WriteOwner));
    }
}

} // namespace

/** The word lists of the head reader, and that a mistake in them is told with its place. */
class TestHeadTables : public QObject
{
    Q_OBJECT
private slots:
    void builtIn();
    void everyAgencyIsFound();
    void mistakes_data();
    void mistakes();
};

void TestHeadTables::builtIn()
{
    const auto loaded = HeadTables::load(u":/dragoman/lexicon/head"_s);
    VERIFY_RESULT(loaded);
    const HeadTables &tables = *loaded.value();
    QCOMPARE(tables.months().value(u"sept"_s).number, 9);
    QVERIFY(!tables.months().value(u"ramadan"_s).gregorian);
    QCOMPARE(tables.weekdays().value(u"sunday"_s), 7);
    QCOMPARE(tables.cityCountries(u"BAKU"_s), QStringList{u"AZ"_s});
    QVERIFY(tables.agencies().size() >= 120);
    QVERIFY(!tables.agency(u"no such agency"_s));
    QVERIFY(tables.isWord(u"outlet"_s, u"courier"_s));
}

void TestHeadTables::everyAgencyIsFound()
{
    const HeadTables &tables = HeadTables::builtIn();
    for (const Agency &agency : tables.agencies()) {
        for (const QString &form : agency.forms) {
            const Agency *found = tables.agency(form, {agency.country});
            QVERIFY2(found, qPrintable(form));
            QVERIFY2(agency.country.isEmpty() || found->country == agency.country, qPrintable(form));
        }
        QVERIFY2(agency.country.isEmpty() || agency.country.size() == 2, qPrintable(agency.name));
    }
}

void TestHeadTables::mistakes_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("told");
    QTest::newRow("columns") << u"agencies.tsv"_s << u"Only a name"_s << u"3 columns are expected, 1 found"_s;
    QTest::newRow("empty name") << u"agencies.tsv"_s << u"\tCH\tX"_s << u"the first column is empty"_s;
    QTest::newRow("twice") << u"agencies.tsv"_s << u"Xinhua\tCN\t"_s << u"'Xinhua' stands here twice"_s;
    QTest::newRow("calendar") << u"months.tsv"_s << u"julian\t1\tIanuarius"_s << u"'julian' is no calendar"_s;
    QTest::newRow("month") << u"months.tsv"_s << u"gregorian\t13\tUndecember"_s << u"'13' is no number of a month"_s;
    QTest::newRow("weekday") << u"weekdays.tsv"_s << u"8\tOctoday"_s << u"'8' is no number of a weekday"_s;
    QTest::newRow("kind of word") << u"words.tsv"_s << u"colour\tred"_s << u"'colour' is no kind of word"_s;
    QTest::newRow("meaning") << u"lines.tsv"_s << u"head\tnonsense\t^x$\tx"_s
                             << u"'head nonsense' is no place and meaning"_s;
    QTest::newRow("expression") << u"lines.tsv"_s << u"head\tlabel\t^(x$\tx"_s << u"the expression is wrong"_s;
    QTest::newRow("example") << u"lines.tsv"_s << u"head\tlabel\t^x$\ty"_s << u"does not match its example"_s;
    QTest::newRow("group") << u"lines.tsv"_s << u"end\tfurniture\tx$\tx"_s << u"needs the group 'cut'"_s;
}

void TestHeadTables::mistakes()
{
    QFETCH(QString, file);
    QFETCH(QString, line);
    QFETCH(QString, told);
    const QTemporaryDir folder;
    copyTables(folder.path());
    QFile table(folder.filePath(file));
    QVERIFY(table.open(QIODevice::ReadWrite));
    const qsizetype number = table.readAll().count('\n') + 1;
    table.write(line.toUtf8() + '\n');
    table.close();
    const auto loaded = HeadTables::load(folder.path());
    QVERIFY(!loaded.ok());
    const QString message = loaded.error().message();
    QVERIFY2(message.contains(told), qPrintable(message));
    QVERIFY2(message.contains(u"%1:%2:"_s.arg(file).arg(number)), qPrintable(message));
}

QTEST_GUILESS_MAIN(TestHeadTables)
#include "tst_headtables.moc"
