// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/filterquery.h"
#include "store/samples.h"
#include "store/storereader.h"
#include "support/nowarnings.h"
#include "support/resulttest.h"

#include <QTemporaryDir>
#include <QTest>

using namespace dragoman;
using namespace dragoman::test;
using namespace Qt::StringLiterals;

/** The answers on a store of three articles, by value. */
class TestStoreReader : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void cleanupTestCase();
    void counts();
    void articleRows();
    void articleRowsKeepTheOrderAsked();
    void snippetsShowTheOriginalText();
    void articlesSort_data();
    void articlesSort();
    void undatedContactsComeLast();
    void contactsSort_data();
    void contactsSort();
    void contactRows();
    void peopleWithoutContactsAreListed();
    void personRows();
    void personRowsCountWithinTheFilter();
    void contactWithItsAccounts();
    void spellingsFindEachOther_data();
    void spellingsFindEachOther();
    void timelineColumns();
    void lanesOfCountryPairs();
    void lanesOfPersons();
    void lanesOfKinds();
    void lanesOfManySides();
    void months();
    void facets();
    void completions_data();
    void completions();
    void filesAndFolder();
    void goneIdsAreErrors();

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<NoWarnings> m_noWarnings;
    std::unique_ptr<StoreReader> m_reader;
};

namespace {

using Ids = std::vector<qint64>;

Filter filterOf(const QString &query)
{
    const Result<Filter> filter = parseFilter(query);
    if (!filter.ok())
        qFatal("%s", qPrintable(filter.error().message()));
    return filter.value();
}

QStringList namesOf(const std::vector<TimelineLane> &lanes)
{
    QStringList names;
    for (const TimelineLane &lane : lanes)
        names.append(u"%1=%2 (%3)"_s.arg(lane.key, lane.name).arg(lane.items.size()));
    return names;
}

QStringList valuesOf(const QList<FacetValue> &facet)
{
    QStringList values;
    for (const FacetValue &value : facet)
        values.append(u"%1/%2 %3"_s.arg(value.value, value.label).arg(value.contacts));
    return values;
}

} // namespace

void TestStoreReader::initTestCase()
{
    m_noWarnings = std::make_unique<NoWarnings>();
    m_dir = std::make_unique<QTemporaryDir>();
    const QString store = m_dir->filePath(u"store.sqlite"_s);
    const Result<void> written = writeSample(store, ankaraSample());
    VERIFY_RESULT(written);
    Result<std::unique_ptr<StoreReader>> reader = StoreReader::open(store);
    VERIFY_RESULT(reader);
    m_reader = std::move(reader).value();
}

void TestStoreReader::cleanupTestCase()
{
    m_reader.reset();
    m_dir.reset();
    VERIFY_NO_WARNINGS();
}

void TestStoreReader::counts()
{
    const StoreCounts all = m_reader->counts({});
    QCOMPARE(all.articles, 3);
    QCOMPARE(all.contacts, 2);
    QCOMPARE(all.people, 4);
    const StoreCounts some = m_reader->counts(filterOf(u"kind:meeting border"_s));
    QCOMPARE(some.articles, 2);
    QCOMPARE(some.contacts, 1);
    QCOMPARE(some.people, 2);
}

void TestStoreReader::articleRows()
{
    const QList<ArticleRow> rows = m_reader->articleRows({1}, {});
    QCOMPARE(rows.size(), 1);
    const ArticleRow &row = rows.first();
    QCOMPARE(row.id.value, 1);
    QCOMPARE(row.title, u"Ministers meet"_s);
    QCOMPARE(row.source, u"Mehr"_s);
    QCOMPARE(row.path, u"1.txt"_s);
    QCOMPARE(row.published, QDate(2025, 10, 2));
    QVERIFY(!row.publishedCorrected.isValid());
    QCOMPARE(row.contacts, 1);
    QVERIFY2(row.snippet.startsWith(u"Defence Minister"_s), qPrintable(row.snippet));
}

void TestStoreReader::articleRowsKeepTheOrderAsked()
{
    const Ids asked{3, 99, 1, 2};
    Ids answered;
    for (const ArticleRow &row : m_reader->articleRows(asked, {}))
        answered.push_back(row.id.value);
    QCOMPARE(answered, (Ids{3, 1, 2}));
    QVERIFY(m_reader->articleRows({}, {}).isEmpty());
}

void TestStoreReader::snippetsShowTheOriginalText()
{
    const Filter filter = filterOf(u"guler \"the border\""_s);
    const QList<ArticleRow> rows = m_reader->articleRows({1, 2}, filter);
    QCOMPARE(rows.size(), 2);
    QVERIFY2(rows.at(0).snippet.contains(u"Yaşar \u0002Güler\u0003"_s), qPrintable(rows.at(0).snippet));
    QVERIFY2(rows.at(1).snippet.contains(u"\u0002The border\u0003"_s), qPrintable(rows.at(1).snippet));
}

void TestStoreReader::articlesSort_data()
{
    QTest::addColumn<ArticleSort>("sort");
    QTest::addColumn<Qt::SortOrder>("order");
    QTest::addColumn<Ids>("ids");
    QTest::newRow("date") << ArticleSort::Date << Qt::AscendingOrder << Ids{2, 1, 3};
    QTest::newRow("newest, undated last") << ArticleSort::Date << Qt::DescendingOrder << Ids{1, 2, 3};
    QTest::newRow("title by folded letters") << ArticleSort::Title << Qt::AscendingOrder << Ids{3, 1, 2};
    QTest::newRow("title backwards") << ArticleSort::Title << Qt::DescendingOrder << Ids{2, 1, 3};
    QTest::newRow("source, without one last") << ArticleSort::Source << Qt::AscendingOrder << Ids{2, 1, 3};
    QTest::newRow("source backwards") << ArticleSort::Source << Qt::DescendingOrder << Ids{1, 2, 3};
    QTest::newRow("path") << ArticleSort::Path << Qt::DescendingOrder << Ids{3, 2, 1};
    QTest::newRow("contacts, then newest") << ArticleSort::Contacts << Qt::DescendingOrder << Ids{1, 2, 3};
}

void TestStoreReader::articlesSort()
{
    QFETCH(ArticleSort, sort);
    QFETCH(Qt::SortOrder, order);
    QFETCH(Ids, ids);
    QCOMPARE(m_reader->articleIds({}, sort, order), ids);
}

void TestStoreReader::undatedContactsComeLast()
{
    QCOMPARE(m_reader->contactIds({}, ContactSort::Date, Qt::AscendingOrder), (Ids{1, 2}));
    QCOMPARE(m_reader->contactIds({}, ContactSort::Date, Qt::DescendingOrder), (Ids{1, 2}));
}

void TestStoreReader::contactsSort_data()
{
    QTest::addColumn<ContactSort>("sort");
    QTest::addColumn<Ids>("upwards");
    QTest::addColumn<Ids>("downwards");
    QTest::newRow("kind") << ContactSort::Kind << Ids{2, 1} << Ids{1, 2};
    QTest::newRow("status, then date") << ContactSort::Status << Ids{1, 2} << Ids{1, 2};
    QTest::newRow("place, without one last") << ContactSort::Place << Ids{1, 2} << Ids{1, 2};
}

void TestStoreReader::contactsSort()
{
    QFETCH(ContactSort, sort);
    QFETCH(Ids, upwards);
    QFETCH(Ids, downwards);
    QCOMPARE(m_reader->contactIds({}, sort, Qt::AscendingOrder), upwards);
    QCOMPARE(m_reader->contactIds({}, sort, Qt::DescendingOrder), downwards);
}

void TestStoreReader::contactRows()
{
    const QList<ContactRow> rows = m_reader->contactRows({2, 1});
    QCOMPARE(rows.size(), 2);
    const ContactRow &call = rows.at(0);
    QCOMPARE(call.id.value, 2);
    QCOMPARE(call.kind, ContactKind::Call);
    QVERIFY(!call.date.isKnown());
    QVERIFY(!call.place.isKnown());
    QCOMPARE(call.participants.at(1).type, ParticipantType::Body);
    QCOMPARE(call.participants.at(1).body.value, 1);
    QVERIFY(call.sources.isEmpty());
    const ContactRow &meeting = rows.at(1);
    QCOMPARE(meeting.date.toEdtf(), u"2025-10-01"_s);
    QCOMPARE(meeting.place.name, u"Ankara"_s);
    QCOMPARE(meeting.place.country, u"TR"_s);
    QCOMPARE(meeting.accounts, 2);
    QCOMPARE(meeting.sources, (QStringList{u"Mehr"_s, u"Anadolu"_s}));
    QCOMPARE(meeting.article.value, 1);
    QCOMPARE(meeting.evidence, u"Yaşar Güler received Aziz Nasirzadeh"_s);
    QCOMPARE(meeting.participants.size(), 2);
    QCOMPARE(meeting.participants.at(0).name, u"Yaşar Güler"_s);
    QCOMPARE(meeting.participants.at(0).capacity, Capacity::Host);
    QCOMPARE(meeting.participants.at(0).person.value, 1);
}

void TestStoreReader::peopleWithoutContactsAreListed()
{
    QCOMPARE(m_reader->personIds({}, PersonSort::Name, Qt::AscendingOrder), (Ids{2, 4, 3, 1}));
    QCOMPARE(m_reader->personIds(filterOf(u"country:TR"_s), PersonSort::Name, Qt::AscendingOrder), (Ids{2, 3, 1}));
    QCOMPARE(m_reader->personIds({}, PersonSort::Contacts, Qt::DescendingOrder), (Ids{2, 3, 1, 4}));
    QCOMPARE(m_reader->personIds({}, PersonSort::Country, Qt::AscendingOrder), (Ids{2, 4, 3, 1}));
    QCOMPARE(m_reader->personIds({}, PersonSort::Last, Qt::DescendingOrder), (Ids{2, 1, 4, 3}));
}

void TestStoreReader::personRows()
{
    const QList<PersonRow> rows = m_reader->personRows({1, 4}, {});
    QCOMPARE(rows.size(), 2);
    const PersonRow &guler = rows.at(0);
    QCOMPARE(guler.name, u"Yaşar Güler"_s);
    QCOMPARE(guler.country, u"TR"_s);
    QVERIFY((guler.forms == QList<NameForm>{{u"Yaşar Güler"_s, 2}, {u"Guler"_s, 1}}));
    QCOMPARE(guler.offices.size(), 1);
    QCOMPARE(guler.offices.first().title, u"Defence Minister"_s);
    QCOMPARE(guler.offices.first().firstTold, QDate(2025, 10, 2));
    QCOMPARE(guler.offices.first().evidence.value, 1);
    QCOMPARE(guler.contacts, 1);
    QCOMPARE(guler.articles, 2);
    QCOMPARE(guler.first.toEdtf(), u"2025-10-01"_s);
    QCOMPARE(guler.last.toEdtf(), u"2025-10-01"_s);
    QCOMPARE(rows.at(1).contacts, 0);
    QVERIFY(!rows.at(1).first.isKnown());
}

void TestStoreReader::personRowsCountWithinTheFilter()
{
    const QList<PersonRow> rows = m_reader->personRows({1}, filterOf(u"kind:call"_s));
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first().contacts, 0);
    QCOMPARE(rows.first().articles, 0);
    QVERIFY(!rows.first().last.isKnown());
}

void TestStoreReader::contactWithItsAccounts()
{
    const Result<Contact> contact = m_reader->contact(ContactId{1});
    VERIFY_RESULT(contact);
    const QList<Account> &accounts = contact.value().accounts;
    QCOMPARE(accounts.size(), 2);
    QCOMPARE(accounts.at(0).article.value, 1);
    QCOMPARE(accounts.at(1).article.value, 2);
    QVERIFY((accounts.at(0).evidence == QList<TextSpan>{{17, 53}, {65, 96}}));
    QCOMPARE(accounts.at(1).contact.value, 1);
    QCOMPARE(accounts.at(1).participants.at(1).person.value, 2);
    QCOMPARE(contact.value().participants.size(), 2);
}

void TestStoreReader::spellingsFindEachOther_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<Ids>("ids");
    QTest::newRow("plain for diacritics") << u"guler"_s << Ids{1, 2, 3};
    QTest::newRow("diacritics for plain") << u"Güler"_s << Ids{1, 2, 3};
    QTest::newRow("dotless i") << u"Arikan"_s << Ids{3};
    QTest::newRow("with dotless i") << u"ARIKAN"_s << Ids{3};
    QTest::newRow("phrase") << u"\"selim arikan\""_s << Ids{3};
    QTest::newRow("phrase in another order") << u"\"arikan selim\""_s << Ids{};
    QTest::newRow("prefix") << u"nasirzade*"_s << Ids{1, 2};
    QTest::newRow("whole word") << u"nasirzade"_s << Ids{2};
    QTest::newRow("two words") << u"border guler"_s << Ids{1, 2};
    QTest::newRow("title") << u"calls"_s << Ids{3};
    QTest::newRow("nothing asked") << u"!"_s << Ids{1, 2, 3};
    QTest::newRow("nothing found") << u"fishing"_s << Ids{};
}

void TestStoreReader::spellingsFindEachOther()
{
    QFETCH(QString, query);
    QFETCH(Ids, ids);
    QCOMPARE(m_reader->articleIds(filterOf(query), ArticleSort::Path, Qt::AscendingOrder), ids);
}

void TestStoreReader::timelineColumns()
{
    const TimelineData data = m_reader->timeline({}, LaneMode::Kind);
    const auto day = static_cast<qint32>(QDate(2025, 10, 1).toJulianDay());
    QCOMPARE(data.contact, (Ids{1, 2}));
    QCOMPARE(data.firstDay, (std::vector<qint32>{day, 0}));
    QCOMPARE(data.lastDay, (std::vector<qint32>{day, 0}));
    QCOMPARE(data.kind, (std::vector<quint8>{1, 0}));
    QCOMPARE(data.status, (std::vector<quint8>{0, 0}));
    QCOMPARE(data.flags, (std::vector<quint8>{0, 0}));
    QCOMPARE(data.accounts, (std::vector<quint8>{2, 1}));
}

void TestStoreReader::lanesOfCountryPairs()
{
    QCOMPARE(namesOf(m_reader->timeline({}, LaneMode::CountryPair).lanes), QStringList{u"IR-TR=Iran – Türkiye (2)"_s});
}

void TestStoreReader::lanesOfPersons()
{
    QCOMPARE(namesOf(m_reader->timeline({}, LaneMode::Person).lanes),
             (QStringList{u"person:Aziz Nasirzadeh=Aziz Nasirzadeh (1)"_s, u"person:Selim Arıkan=Selim Arıkan (1)"_s,
                          u"person:Yaşar Güler=Yaşar Güler (1)"_s}));
}

void TestStoreReader::lanesOfKinds()
{
    const TimelineData data = m_reader->timeline({}, LaneMode::Kind);
    QCOMPARE(namesOf(data.lanes), (QStringList{u"call=call (1)"_s, u"meeting=meeting (1)"_s}));
    QCOMPARE(data.lanes.at(0).items, std::vector<quint32>{1});
}

void TestStoreReader::lanesOfManySides()
{
    Sample sample = ankaraSample();
    Participant alone = sample.joined.contacts[1].participants.at(0);
    sample.joined.contacts[1].participants = {alone};
    for (const QString &code : {u"DE"_s, u"FR"_s, u"RU"_s}) {
        alone.country = code;
        sample.joined.contacts[0].participants.append(alone);
    }
    const QString store = m_dir->filePath(u"many.sqlite"_s);
    const Result<void> written = writeSample(store, sample);
    VERIFY_RESULT(written);
    const Result<std::unique_ptr<StoreReader>> reader = StoreReader::open(store);
    VERIFY_RESULT(reader);
    QCOMPARE(namesOf(reader.value()->timeline({}, LaneMode::CountryPair).lanes),
             (QStringList{u"several=Several countries (1)"_s, u"TR=Türkiye (1)"_s}));
}

void TestStoreReader::months()
{
    const QList<MonthCount> months = m_reader->months({});
    QCOMPARE(months.size(), 1);
    QCOMPARE(months.first().year, 2025);
    QCOMPARE(months.first().month, 10);
    QCOMPARE(months.first().kind, ContactKind::Meeting);
    QCOMPARE(months.first().count, 1);
}

void TestStoreReader::facets()
{
    QCOMPARE(valuesOf(m_reader->countryFacet({}, 10)), (QStringList{u"IR/Iran 2"_s, u"TR/Türkiye 2"_s}));
    QCOMPARE(valuesOf(m_reader->countryFacet({}, 1)), QStringList{u"IR/Iran 2"_s});
    QCOMPARE(valuesOf(m_reader->kindFacet({})), (QStringList{u"call/call 1"_s, u"meeting/meeting 1"_s}));
    QCOMPARE(valuesOf(m_reader->kindFacet(filterOf(u"kind:call"_s))),
             (QStringList{u"call/call 1"_s, u"meeting/meeting 1"_s}));
    QCOMPARE(valuesOf(m_reader->statusFacet(filterOf(u"kind:call"_s))), QStringList{u"held/held 1"_s});
    QCOMPARE(valuesOf(m_reader->sourceFacet({}, 10)), (QStringList{u"Anadolu/Anadolu 1"_s, u"Mehr/Mehr 1"_s}));
}

void TestStoreReader::completions_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("prefix");
    QTest::addColumn<QStringList>("values");
    QTest::newRow("person by surname") << u"person"_s << u"gul"_s << QStringList{u"Yaşar Güler"_s};
    QTest::newRow("person by another spelling") << u"person"_s << u"Nasirzade"_s << QStringList{u"Aziz Nasirzadeh"_s};
    QTest::newRow("person, nothing typed")
        << u"person"_s << QString() << QStringList{u"Aziz Nasirzadeh"_s, u"Selim Arıkan"_s, u"Yaşar Güler"_s};
    QTest::newRow("place") << u"place"_s << u"ank"_s << QStringList{u"Ankara"_s};
    QTest::newRow("no place") << u"place"_s << u"teh"_s << QStringList();
    QTest::newRow("source") << u"source"_s << u"me"_s << QStringList{u"Mehr"_s};
    QTest::newRow("source, nothing typed") << u"source"_s << QString() << QStringList{u"Anadolu"_s, u"Mehr"_s};
    QTest::newRow("country by name") << u"country"_s << u"turk"_s << QStringList{u"TR"_s};
    QTest::newRow("country by code") << u"country"_s << u"ir"_s << QStringList{u"IR"_s};
    QTest::newRow("another key") << u"kind"_s << QString() << QStringList();
}

void TestStoreReader::completions()
{
    QFETCH(QString, key);
    QFETCH(QString, prefix);
    QFETCH(QStringList, values);
    QCOMPARE(m_reader->completions(key, prefix, 3), values);
}

void TestStoreReader::filesAndFolder()
{
    QCOMPARE(m_reader->folder(), u"/archive"_s);
    QCOMPARE(m_reader->countryName(u"TR"_s), u"Türkiye"_s);
    QCOMPARE(m_reader->countryName(u"XX"_s), u"XX"_s);
    QCOMPARE(m_reader->bodies().size(), 1);
    const QList<FileRow> files = m_reader->files();
    QCOMPARE(files.size(), 3);
    const FileRow expected = fileOf(ankaraSample().articles.at(0));
    QCOMPARE(files.first().path, expected.path);
    QCOMPARE(files.first().state, u"read"_s);
    QCOMPARE(files.first().hash, expected.hash);
    QCOMPARE(files.first().modified, expected.modified);
}

void TestStoreReader::goneIdsAreErrors()
{
    QVERIFY(!m_reader->article(ArticleId{99}).ok());
    QVERIFY(!m_reader->contact(ContactId{99}).ok());
    const Result<Person> person = m_reader->person(PersonId{99});
    QVERIFY(!person.ok());
    QVERIFY2(person.error().message().contains(u"person"_s), qPrintable(person.error().message()));
    const Result<Person> fidan = m_reader->person(PersonId{4});
    VERIFY_RESULT(fidan);
    QCOMPARE(fidan.value().name, u"Hakan Fidan"_s);
}

QTEST_GUILESS_MAIN(TestStoreReader)
#include "tst_storereader.moc"
