// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/filterquery.h"

#include "support/resulttest.h"

#include <QRandomGenerator>
#include <QTest>

using namespace dragoman;
using namespace Qt::StringLiterals;

class TestFilterQuery : public QObject
{
    Q_OBJECT
private slots:
    void reads_data();
    void reads();
    void readsTheExampleOfTheManual();
    void refuses_data();
    void refuses();
    void writesReadably_data();
    void writesReadably();
    void roundTrip_data();
    void roundTrip();
    void randomRoundTrips();
};

namespace {

template <typename Change>
Filter made(Change change)
{
    Filter filter;
    change(filter);
    return filter;
}

} // namespace

void TestFilterQuery::reads_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<Filter>("filter");
    const auto row = [](const char *name, const QString &query, auto change) {
        QTest::newRow(name) << query << made(change);
    };
    row("nothing", QString(), [](Filter &) {});
    row("only spaces", u"  \t "_s, [](Filter &) {});
    row("words", u"border  security"_s, [](Filter &f) { f.text = u"border security"_s; });
    row("phrase", u"\"border security\""_s, [](Filter &f) { f.text = u"\"border security\""_s; });
    row("prefix", u"gul*"_s, [](Filter &f) { f.text = u"gul*"_s; });
    row("quoted colon", u"\"kind:call\""_s, [](Filter &f) { f.text = u"\"kind:call\""_s; });
    row("a clock time is text", u"10:30"_s, [](Filter &f) { f.text = u"10:30"_s; });
    row("text around conditions", u"border kind:call talks"_s, [](Filter &f) {
        f.text = u"border talks"_s;
        f.kinds = {ContactKind::Call};
    });
    row("two persons", u"person:guler person:\"aziz nasir\""_s, [](Filter &f) {
        f.persons = {u"guler"_s, u"aziz nasir"_s};
    });
    row("country in lower case", u"country:tr"_s, [](Filter &f) { f.countries = {u"TR"_s}; });
    row("a pair of countries", u"country:TR,IR"_s, [](Filter &f) { f.countries = {u"TR"_s, u"IR"_s}; });
    row("the same twice", u"country:TR country:tr"_s, [](Filter &f) { f.countries = {u"TR"_s}; });
    row("several kinds", u"kind:call,visit"_s, [](Filter &f) { f.kinds = {ContactKind::Call, ContactKind::Visit}; });
    row("kinds repeated", u"kind:visit KIND:Call"_s, [](Filter &f) {
        f.kinds = {ContactKind::Visit, ContactKind::Call};
    });
    row("all other kinds", u"-kind:call"_s, [](Filter &f) {
        f.kinds = {ContactKind::Meeting, ContactKind::Visit, ContactKind::Message};
    });
    row("kind and not", u"kind:call,visit -kind:visit"_s, [](Filter &f) { f.kinds = {ContactKind::Call}; });
    row("all other statuses", u"-status:planned,invited,proposed"_s, [](Filter &f) {
        f.statuses = {ContactStatus::Held, ContactStatus::Cancelled};
    });
    row("capacity", u"capacity:host"_s, [](Filter &f) { f.capacities = {Capacity::Host}; });
    row("place with a space", u"place:\"Tel Aviv\""_s, [](Filter &f) { f.places = {u"Tel Aviv"_s}; });
    row("sources with commas inside and between", u"source:\"Mehr, Tehran\",AA"_s, [](Filter &f) {
        f.sources = {u"Mehr, Tehran"_s, u"AA"_s};
    });
    row("after a year", u"after:2022"_s, [](Filter &f) { f.from = QDate(2022, 1, 1); });
    row("after a month", u"after:2022-03"_s, [](Filter &f) { f.from = QDate(2022, 3, 1); });
    row("before a year", u"before:2023"_s, [](Filter &f) { f.to = QDate(2022, 12, 31); });
    row("before a day", u"before:2022-03-01"_s, [](Filter &f) { f.to = QDate(2022, 2, 28); });
    row("in a month", u"in:2024-02"_s, [](Filter &f) {
        f.from = QDate(2024, 2, 1);
        f.to = QDate(2024, 2, 29);
    });
    row("the narrower of two dates", u"in:2024 after:2024-05 before:2024-09 before:2025"_s, [](Filter &f) {
        f.from = QDate(2024, 5, 1);
        f.to = QDate(2024, 8, 31);
    });
    row("surely", u"surely:yes"_s, [](Filter &f) { f.dateMode = DateMode::SurelyLiesIn; });
    row("surely not", u"surely:no"_s, [](Filter &) {});
    row("several sources", u"sources:several"_s, [](Filter &f) { f.severalSources = true; });
    row("text given as a value", u"text:\"say \\\"no\\\": a\\\\b\""_s,
        [](Filter &f) { f.text = u"say \"no\": a\\b"_s; });
}

void TestFilterQuery::reads()
{
    QFETCH(QString, query);
    QFETCH(Filter, filter);
    const Result<Filter> result = parseFilter(query);
    VERIFY_RESULT(result);
    QCOMPARE(toQuery(result.value()), toQuery(filter));
    QVERIFY(result.value() == filter);
}

void TestFilterQuery::readsTheExampleOfTheManual()
{
    const Result<Filter> result = parseFilter(
        u"person:guler country:TR kind:meeting status:held after:2022-01 before:2023 place:Ankara source:Mehr capacity:host \"border security\""_s);
    VERIFY_RESULT(result);
    const Filter expected = made([](Filter &f) {
        f.persons = {u"guler"_s};
        f.countries = {u"TR"_s};
        f.kinds = {ContactKind::Meeting};
        f.statuses = {ContactStatus::Held};
        f.from = QDate(2022, 1, 1);
        f.to = QDate(2022, 12, 31);
        f.places = {u"Ankara"_s};
        f.sources = {u"Mehr"_s};
        f.capacities = {Capacity::Host};
        f.text = u"\"border security\""_s;
    });
    QVERIFY(result.value() == expected);
}

void TestFilterQuery::refuses_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("hint");
    QTest::newRow("unknown key") << u"guler nation:TR"_s << u"nation:TR"_s << u"country:"_s;
    QTest::newRow("unknown kind") << u"kind:phone"_s << u"kind:phone"_s << u"call, meeting, visit, message"_s;
    QTest::newRow("one of two unknown") << u"kind:call,phone"_s << u"kind:call,phone"_s << u"phone"_s;
    QTest::newRow("unknown status") << u"status:done"_s << u"status:done"_s << u"held, planned"_s;
    QTest::newRow("unknown capacity") << u"capacity:boss"_s << u"capacity:boss"_s << u"host, guest"_s;
    QTest::newRow("country by name") << u"country:Turkey"_s << u"country:Turkey"_s << u"two letters"_s;
    QTest::newRow("country of digits") << u"country:12"_s << u"country:12"_s << u"two letters"_s;
    QTest::newRow("no value") << u"person:"_s << u"person:"_s << u"value"_s;
    QTest::newRow("no value but commas") << u"person:,,"_s << u"person:,,"_s << u"value"_s;
    QTest::newRow("bad date") << u"after:2022-13"_s << u"after:2022-13"_s << u"year, month or day"_s;
    QTest::newRow("word for a date") << u"before:yesterday"_s << u"before:yesterday"_s << u"year, month or day"_s;
    QTest::newRow("interval") << u"in:2022/2023"_s << u"in:2022/2023"_s << u"year, month or day"_s;
    QTest::newRow("two dates") << u"in:2022,2023"_s << u"in:2022,2023"_s << u"year, month or day"_s;
    QTest::newRow("approximate date") << u"in:2022~"_s << u"in:2022~"_s << u"year, month or day"_s;
    QTest::newRow("negated person") << u"-person:guler"_s << u"-person:guler"_s << u"-kind:"_s;
    QTest::newRow("unclosed phrase") << u"border \"security of"_s << u"\"security of"_s << u"quotation mark"_s;
    QTest::newRow("unclosed value") << u"place:\"Tel"_s << u"place:\"Tel"_s << u"quotation mark"_s;
    QTest::newRow("no kind left") << u"-kind:call,meeting,visit,message"_s << u"-kind:"_s << u"no kind"_s;
    QTest::newRow("surely perhaps") << u"surely:perhaps"_s << u"surely:perhaps"_s << u"surely:yes"_s;
    QTest::newRow("sources by number") << u"sources:2"_s << u"sources:2"_s << u"sources:several"_s;
}

void TestFilterQuery::refuses()
{
    QFETCH(QString, query);
    QFETCH(QString, word);
    QFETCH(QString, hint);
    const Result<Filter> result = parseFilter(query);
    QVERIFY(!result.ok());
    const QString message = result.error().message();
    QVERIFY2(message.contains(word), qPrintable(message));
    QVERIFY2(message.contains(hint), qPrintable(message));
}

void TestFilterQuery::writesReadably_data()
{
    QTest::addColumn<QString>("query");
    QTest::newRow("nothing") << QString();
    QTest::newRow("person") << u"person:guler"_s;
    QTest::newRow("quoted") << u"place:\"Tel Aviv\""_s;
    QTest::newRow("year") << u"in:2022"_s;
    QTest::newRow("month") << u"in:2022-02"_s;
    QTest::newRow("day") << u"in:2022-02-03"_s;
    QTest::newRow("range") << u"after:2022-02-03 before:2022-02-06"_s;
    QTest::newRow("kinds") << u"kind:call,visit"_s;
    QTest::newRow("text") << u"border \"two words\" gul*"_s;
}

void TestFilterQuery::writesReadably()
{
    QFETCH(QString, query);
    const Result<Filter> result = parseFilter(query);
    VERIFY_RESULT(result);
    QCOMPARE(toQuery(result.value()), query);
}

void TestFilterQuery::roundTrip_data()
{
    QTest::addColumn<Filter>("filter");
    const auto row = [](const char *name, auto change) { QTest::newRow(name) << made(change); };
    row("text that looks like a condition", [](Filter &f) { f.text = u"kind:call"_s; });
    row("text with spaces around", [](Filter &f) { f.text = u"  two  words "_s; });
    row("text with an open quotation mark", [](Filter &f) { f.text = u"say \"no"_s; });
    row("text that ends in a backslash", [](Filter &f) { f.text = u"foo:\\"_s; });
    row("person with quotation marks", [](Filter &f) { f.persons = {u"Ali \"the\" Great"_s, u"a,b"_s, u"-x:y"_s}; });
    row("empty person", [](Filter &f) { f.persons = {QString()}; });
    row("dates in the wrong order", [](Filter &f) {
        f.from = QDate(2022, 5, 1);
        f.to = QDate(2021, 5, 1);
    });
    row("the last day there is", [](Filter &f) {
        f.from = QDate(9999, 12, 31);
        f.to = QDate(9999, 12, 31);
    });
}

void TestFilterQuery::roundTrip()
{
    QFETCH(Filter, filter);
    const Result<Filter> result = parseFilter(toQuery(filter));
    VERIFY_RESULT(result);
    QVERIFY2(result.value() == filter, qPrintable(toQuery(filter)));
}

namespace {

template <typename T>
QList<T> some(QRandomGenerator &random, QList<T> values)
{
    QList<T> result;
    const int count = random.bounded(3);
    for (int i = 0; i < count && !values.isEmpty(); ++i)
        result.append(values.takeAt(random.bounded(static_cast<int>(values.size()))));
    return result;
}

QDate someDay(QRandomGenerator &random)
{
    return random.bounded(2) == 0 ? QDate() : QDate(2020, 1, 1).addDays(random.bounded(2000));
}

} // namespace

void TestFilterQuery::randomRoundTrips()
{
    QRandomGenerator random(20221);
    const QStringList names{u"Güler"_s, u"Aziz Nasir"_s, u"Sa'ar"_s, u"a:b"_s, u"Kazemi-Rad"_s, u"\\\""_s, u"*"_s};
    const QStringList texts{QString(), u"border"_s, u"\"a b\" c*"_s, u"after:2022"_s, u"a\"b c\"d"_s, u"\""_s, u"-x"_s};
    for (int i = 0; i < 500; ++i) {
        Filter filter;
        filter.text = texts.at(random.bounded(static_cast<int>(texts.size())));
        filter.persons = some<QString>(random, names);
        filter.places = some<QString>(random, names);
        filter.sources = some<QString>(random, names);
        filter.countries = some<QString>(random, {u"TR"_s, u"IR"_s, u"DE"_s});
        filter.kinds = some(random, allKinds());
        filter.statuses = some(random, allStatuses());
        filter.capacities = some(random, allCapacities());
        filter.from = someDay(random);
        filter.to = someDay(random);
        filter.dateMode = random.bounded(2) == 0 ? DateMode::MayLieIn : DateMode::SurelyLiesIn;
        filter.severalSources = random.bounded(2) == 0;
        const Result<Filter> result = parseFilter(toQuery(filter));
        VERIFY_RESULT(result);
        QVERIFY2(result.value() == filter, qPrintable(toQuery(filter)));
    }
}

QTEST_APPLESS_MAIN(TestFilterQuery)
#include "tst_filterquery.moc"
