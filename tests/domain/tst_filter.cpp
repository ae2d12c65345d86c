// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/filter.h"

#include "domain/filterquery.h"
#include "domain/names.h"
#include "support/resulttest.h"

#include <QTest>

using namespace dragoman;
using namespace Qt::StringLiterals;

/** accepts() over one contact: Guler receives Nasirzadeh in Ankara on 1 October 2025, told by Mehr and Anadolu. */
class TestFilter : public QObject
{
    Q_OBJECT
private slots:
    void accepts_data();
    void accepts();
    void undated_data();
    void undated();
    void wideDate_data();
    void wideDate();
    void oneOutletTwiceIsNotSeveral();
    void withoutOutletIsNotSeveral();
    void bodiesAreNoPersons();
};

namespace {

Participant person(const QString &name, const QString &country, Capacity capacity, qint64 id)
{
    Participant result;
    result.name = name;
    result.country = country;
    result.capacity = capacity;
    result.person = PersonId{id};
    return result;
}

Contact ankara()
{
    Contact contact;
    contact.id = ContactId{1};
    contact.date = FuzzyDate::day({2025, 10, 1});
    contact.place = {u"Ankara"_s, u"TR"_s};
    contact.participants = {person(u"Yaşar Güler"_s, u"TR"_s, Capacity::Host, 1),
                            person(u"Aziz Nasirzadeh"_s, u"IR"_s, Capacity::Guest, 2)};
    contact.accounts.resize(2);
    contact.accounts[0].article = ArticleId{1};
    contact.accounts[1].article = ArticleId{2};
    return contact;
}

/** What a store would say of the filter's terms: article 1 holds "border". */
FilterFacts factsFor(const Filter &filter, const Contact &contact)
{
    FilterFacts facts;
    facts.sources = {{ArticleId{1}, u"Mehr"_s}, {ArticleId{2}, u"Anadolu"_s}};
    if (filter.text == u"border"_s)
        facts.textHits = {ArticleId{1}};
    for (const QString &term : filter.persons) {
        QSet<PersonId> named;
        for (const Participant &participant : contact.participants) {
            if (participant.person.isValid() && nameMatches(participant.name, term))
                named.insert(participant.person);
        }
        facts.personHits.append(named);
    }
    return facts;
}

bool acceptsQuery(const QString &query, const Contact &contact)
{
    const Result<Filter> filter = parseFilter(query);
    if (!filter.ok())
        qFatal("%s", qPrintable(filter.error().message()));
    return dragoman::accepts(filter.value(), contact, factsFor(filter.value(), contact));
}

} // namespace

void TestFilter::accepts_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<bool>("passes");
    const QList<QPair<QString, bool>> rows{
        {QString(), true},
        {u"border"_s, true},
        {u"fishing"_s, false},
        {u"person:guler"_s, true},
        {u"person:guler person:nasir"_s, true},
        {u"person:guler person:akar"_s, false},
        {u"country:TR"_s, true},
        {u"country:TR country:IR"_s, true},
        {u"country:TR country:RU"_s, false},
        {u"kind:meeting"_s, true},
        {u"kind:call,meeting"_s, true},
        {u"-kind:meeting"_s, false},
        {u"status:held"_s, true},
        {u"status:planned,cancelled"_s, false},
        {u"capacity:host"_s, true},
        {u"capacity:caller,guest"_s, true},
        {u"capacity:caller"_s, false},
        {u"place:ankara"_s, true},
        {u"place:tr"_s, true},
        {u"place:TR place:ank"_s, true},
        {u"place:tehran"_s, false},
        {u"place:IR"_s, false},
        {u"source:mehr"_s, true},
        {u"source:MEHR,IRNA"_s, true},
        {u"source:IRNA"_s, false},
        {u"source:meh"_s, false},
        {u"sources:several"_s, true},
        {u"after:2025-10-01"_s, true},
        {u"after:2025-10-02"_s, false},
        {u"before:2025-10-02"_s, true},
        {u"before:2025-10-01"_s, false},
        {u"in:2025 surely:yes"_s, true},
        {u"after:2026 before:2025"_s, false},
        {u"kind:meeting country:TR border"_s, true},
        {u"kind:meeting country:TR fishing"_s, false},
    };
    for (const auto &[query, passes] : rows)
        QTest::newRow(qPrintable(query.isEmpty() ? u"(nothing)"_s : query)) << query << passes;
}

void TestFilter::accepts()
{
    QFETCH(QString, query);
    QFETCH(bool, passes);
    QCOMPARE(acceptsQuery(query, ankara()), passes);
}

void TestFilter::undated_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<bool>("passes");
    QTest::newRow("no bound") << u"surely:yes"_s << true;
    QTest::newRow("after") << u"after:1900"_s << false;
    QTest::newRow("before") << u"before:2100"_s << false;
}

void TestFilter::undated()
{
    QFETCH(QString, query);
    QFETCH(bool, passes);
    Contact contact = ankara();
    contact.date = {};
    QCOMPARE(acceptsQuery(query, contact), passes);
}

void TestFilter::wideDate_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<bool>("passes");
    QTest::newRow("may lie in its first day") << u"in:2025-10-01"_s << true;
    QTest::newRow("surely not in one day") << u"in:2025-10-01 surely:yes"_s << false;
    QTest::newRow("surely in its month") << u"in:2025-10 surely:yes"_s << true;
    QTest::newRow("may lie after its middle") << u"after:2025-10-15"_s << true;
    QTest::newRow("not surely after its middle") << u"after:2025-10-15 surely:yes"_s << false;
    QTest::newRow("not after its end") << u"after:2025-11"_s << false;
    QTest::newRow("surely before the next month") << u"before:2025-11 surely:yes"_s << true;
    QTest::newRow("no day in a range turned round") << u"after:2025-10-20 before:2025-10-10"_s << false;
}

void TestFilter::wideDate()
{
    QFETCH(QString, query);
    QFETCH(bool, passes);
    Contact contact = ankara();
    contact.date = FuzzyDate::month(2025, 10);
    QCOMPARE(acceptsQuery(query, contact), passes);
}

void TestFilter::oneOutletTwiceIsNotSeveral()
{
    Filter filter;
    filter.severalSources = true;
    FilterFacts facts;
    facts.sources = {{ArticleId{1}, u"Anadolu Ajansı"_s}, {ArticleId{2}, u"anadolu ajansi"_s}};
    QVERIFY(!dragoman::accepts(filter, ankara(), facts));
}

void TestFilter::withoutOutletIsNotSeveral()
{
    Filter filter;
    filter.severalSources = true;
    FilterFacts facts;
    facts.sources = {{ArticleId{1}, u"Mehr"_s}};
    QVERIFY(!dragoman::accepts(filter, ankara(), facts));
}

void TestFilter::bodiesAreNoPersons()
{
    Contact contact = ankara();
    contact.participants[0].person = {};
    QVERIFY(!acceptsQuery(u"person:guler"_s, contact));
}

QTEST_APPLESS_MAIN(TestFilter)
#include "tst_filter.moc"
