// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/filterquery.h"
#include "domain/names.h"
#include "store/samples.h"
#include "store/storereader.h"
#include "store/textquery.h"
#include "support/nowarnings.h"
#include "support/resulttest.h"

#include <QRandomGenerator>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace dragoman;
using namespace dragoman::test;
using namespace Qt::StringLiterals;

/** The store's SQL against the definition in accepts(): every list, count and facet for hundreds of random filters. */
class TestStoreFilter : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void cleanupTestCase();
    void contactsAreThoseAccepted();
    void factsAreWhatTheTermsStandFor();
    void articlesAreThoseOfTheContacts();
    void peopleAreThoseOfTheContacts();
    void timelineHoldsTheContacts();
    void monthsAndFacetsAddUp();
    void filtersAreNeitherAllEmptyNorAllFull();

private:
    [[nodiscard]] QSet<ArticleId> holding(const QString &text) const;
    [[nodiscard]] QSet<PersonId> named(const QString &term) const;
    [[nodiscard]] FilterFacts facts(const Filter &filter) const;
    [[nodiscard]] QSet<qint64> accepted(const Filter &filter) const;
    [[nodiscard]] QSet<qint64> acceptedArticles(const Filter &filter) const;
    [[nodiscard]] QSet<qint64> acceptedPeople(const Filter &filter) const;

    QTemporaryDir m_dir;
    std::unique_ptr<NoWarnings> m_noWarnings;
    Sample m_sample;
    QList<Filter> m_filters;
    std::unique_ptr<StoreReader> m_reader;
    mutable QHash<QString, QSet<ArticleId>> m_holding;
    mutable QHash<QString, QSet<PersonId>> m_named;
};

namespace {

QSet<qint64> setOf(const std::vector<qint64> &ids)
{
    return {ids.begin(), ids.end()};
}

template <typename T>
QList<T> some(QRandomGenerator &random, QList<T> values)
{
    QList<T> result;
    for (int count = 1 + random.bounded(2); count > 0 && !values.isEmpty(); --count)
        result.append(values.takeAt(random.bounded(static_cast<int>(values.size()))));
    return result;
}

/** Mostly one or two conditions, so that filters leave something over. */
Filter randomFilter(QRandomGenerator &random)
{
    const QStringList persons{u"guler"_s,       u"gul"_s,   u"Memmedov"_s, u"nasirzade"_s,
                              u"yasar guler"_s, u"rad"_s,   u"saar"_s,     u"tran h"_s,
                              u"nobody"_s,      u"lukas"_s, u"-"_s,        u"cavusoglou"_s};
    const QStringList places{u"ankara"_s, u"tr"_s,  u"tel"_s,     u"lodz"_s, u"IL"_s,
                             u"izmir"_s,  u"sea"_s, u"nowhere"_s, u"!"_s};
    const QStringList sources{u"mehr"_s, u"Anadolu Ajansı"_s, u"IRNA"_s, u"TASS"_s, QString()};
    const QStringList texts{u"border"_s, u"guler"_s, u"\"border security\""_s, u"sec* gas"_s, u"lodz"_s,
                            u"!"_s,      u"xyz"_s};
    Filter filter;
    for (int conditions = 1 + random.bounded(3); conditions > 0; --conditions) {
        switch (random.bounded(10)) {
        case 0:
            filter.text = texts.at(random.bounded(static_cast<int>(texts.size())));
            break;
        case 1:
            filter.persons = some<QString>(random, persons);
            break;
        case 2:
            filter.countries = some<QString>(random, {u"TR"_s, u"IR"_s, u"PL"_s, u"DE"_s});
            break;
        case 3:
            filter.kinds = some(random, allKinds());
            break;
        case 4:
            filter.statuses = some(random, allStatuses());
            break;
        case 5:
            filter.capacities = some(random, allCapacities());
            break;
        case 6:
            filter.places = some<QString>(random, places);
            break;
        case 7:
            filter.sources = some<QString>(random, sources);
            break;
        case 8:
            filter.severalSources = true;
            break;
        default:
            filter.from = random.bounded(3) == 0 ? QDate() : QDate(2021, 6, 1).addDays(random.bounded(700));
            filter.to = random.bounded(3) == 0 ? QDate() : QDate(2021, 10, 1).addDays(random.bounded(700));
            filter.dateMode = random.bounded(2) == 0 ? DateMode::MayLieIn : DateMode::SurelyLiesIn;
        }
    }
    return filter;
}

} // namespace

void TestStoreFilter::initTestCase()
{
    m_noWarnings = std::make_unique<NoWarnings>();
    m_sample = randomSample(7);
    const QString store = m_dir.filePath(u"sample.sqlite"_s);
    const Result<void> written = writeSample(store, m_sample);
    VERIFY_RESULT(written);
    Result<std::unique_ptr<StoreReader>> reader = StoreReader::open(store);
    VERIFY_RESULT(reader);
    m_reader = std::move(reader).value();
    QRandomGenerator random(42);
    m_filters.append(Filter());
    for (int i = 0; i < 300; ++i)
        m_filters.append(randomFilter(random));
}

void TestStoreFilter::cleanupTestCase()
{
    m_reader.reset();
    VERIFY_NO_WARNINGS();
}

QSet<ArticleId> TestStoreFilter::holding(const QString &text) const
{
    QSet<ArticleId> ids;
    const QList<TextTerm> terms = textTerms(text);
    for (qsizetype i = 0; i < m_sample.articles.size(); ++i) {
        const Article &article = m_sample.articles.at(i).article;
        const auto holds = [&article](const TextTerm &term) {
            return !findTerms(article.title, {term}).isEmpty() || !findTerms(article.body, {term}).isEmpty();
        };
        if (std::all_of(terms.begin(), terms.end(), holds))
            ids.insert(ArticleId{i + 1});
    }
    return ids;
}

QSet<PersonId> TestStoreFilter::named(const QString &term) const
{
    QSet<PersonId> ids;
    for (const Person &person : m_sample.joined.people) {
        const auto matches = [&term](const NameForm &form) { return nameMatches(form.text, term); };
        if (std::any_of(person.forms.begin(), person.forms.end(), matches))
            ids.insert(person.id);
    }
    return ids;
}

/** Without the store's help: from the sample itself. */
FilterFacts TestStoreFilter::facts(const Filter &filter) const
{
    FilterFacts facts;
    for (qsizetype i = 0; i < m_sample.articles.size(); ++i)
        facts.sources.insert(ArticleId{i + 1}, m_sample.articles.at(i).article.source);
    if (!filter.text.isEmpty()) {
        if (!m_holding.contains(filter.text))
            m_holding.insert(filter.text, holding(filter.text));
        facts.textHits = m_holding.value(filter.text);
    }
    for (const QString &term : filter.persons) {
        if (!m_named.contains(term))
            m_named.insert(term, named(term));
        facts.personHits.append(m_named.value(term));
    }
    return facts;
}

QSet<qint64> TestStoreFilter::accepted(const Filter &filter) const
{
    QSet<qint64> ids;
    const FilterFacts known = facts(filter);
    for (const Contact &contact : m_sample.joined.contacts) {
        if (accepts(filter, contact, known))
            ids.insert(contact.id.value);
    }
    return ids;
}

QSet<qint64> TestStoreFilter::acceptedArticles(const Filter &filter) const
{
    const FilterFacts known = facts(filter);
    const QSet<qint64> contacts = accepted(filter);
    Filter rest = filter;
    rest.text.clear();
    rest.sources.clear();
    if (!rest.from.isValid() && !rest.to.isValid())
        rest.dateMode = DateMode::MayLieIn;
    QSet<QString> sources;
    for (const QString &source : filter.sources)
        sources.insert(folded(source));
    sources.remove(QString());
    QSet<qint64> ids;
    for (qsizetype i = 0; i < m_sample.articles.size(); ++i) {
        const ArticleId id{i + 1};
        const auto tells = [id](const Account &account) { return account.article == id; };
        const bool fits = (filter.text.isEmpty() || known.textHits.contains(id)) &&
                          (filter.sources.isEmpty() || sources.contains(folded(known.sources.value(id))));
        bool told = rest.isEmpty();
        for (const qint64 contact : contacts) {
            const QList<Account> &accounts = m_sample.contact(contact).accounts;
            told = told || std::any_of(accounts.begin(), accounts.end(), tells);
        }
        if (fits && told)
            ids.insert(id.value);
    }
    return ids;
}

QSet<qint64> TestStoreFilter::acceptedPeople(const Filter &filter) const
{
    QSet<qint64> ids;
    for (const Person &person : m_sample.joined.people) {
        if (filter.isEmpty())
            ids.insert(person.id.value);
    }
    for (const qint64 contact : accepted(filter)) {
        for (const Participant &participant : m_sample.contact(contact).participants) {
            if (participant.person.isValid())
                ids.insert(participant.person.value);
        }
    }
    return ids;
}

void TestStoreFilter::contactsAreThoseAccepted()
{
    for (const Filter &filter : m_filters) {
        const std::vector<qint64> ids = m_reader->contactIds(filter, ContactSort::Date, Qt::AscendingOrder);
        QVERIFY2(setOf(ids) == accepted(filter), qPrintable(toQuery(filter)));
        QCOMPARE(ids.size(), static_cast<size_t>(setOf(ids).size()));
        QCOMPARE(m_reader->counts(filter).contacts, static_cast<int>(ids.size()));
    }
}

void TestStoreFilter::factsAreWhatTheTermsStandFor()
{
    for (const Filter &filter : m_filters) {
        const FilterFacts expected = facts(filter);
        const FilterFacts actual = m_reader->facts(filter);
        QVERIFY2(actual.textHits == expected.textHits, qPrintable(toQuery(filter)));
        QVERIFY2(actual.personHits == expected.personHits, qPrintable(toQuery(filter)));
        for (const Contact &contact : m_sample.joined.contacts)
            QCOMPARE(accepts(filter, contact, actual), accepts(filter, contact, expected));
    }
}

void TestStoreFilter::articlesAreThoseOfTheContacts()
{
    for (const Filter &filter : m_filters) {
        const std::vector<qint64> ids = m_reader->articleIds(filter, ArticleSort::Date, Qt::DescendingOrder);
        QVERIFY2(setOf(ids) == acceptedArticles(filter), qPrintable(toQuery(filter)));
        QCOMPARE(m_reader->counts(filter).articles, static_cast<int>(ids.size()));
    }
}

void TestStoreFilter::peopleAreThoseOfTheContacts()
{
    for (const Filter &filter : m_filters) {
        const std::vector<qint64> ids = m_reader->personIds(filter, PersonSort::Contacts, Qt::DescendingOrder);
        const QSet<qint64> contacts = accepted(filter);
        QVERIFY2(setOf(ids) == acceptedPeople(filter), qPrintable(toQuery(filter)));
        QCOMPARE(m_reader->counts(filter).people, static_cast<int>(ids.size()));
        int previous = std::numeric_limits<int>::max();
        for (const PersonRow &row : m_reader->personRows(ids, filter)) {
            int count = 0;
            for (const qint64 contact : contacts) {
                const QList<Participant> &all = m_sample.contact(contact).participants;
                count +=
                    std::any_of(all.begin(), all.end(), [&row](const Participant &p) { return p.person == row.id; });
            }
            QCOMPARE(row.contacts, count);
            QVERIFY(row.contacts <= previous);
            previous = row.contacts;
        }
    }
}

void TestStoreFilter::timelineHoldsTheContacts()
{
    for (const Filter &filter : m_filters) {
        const std::vector<qint64> ids = m_reader->contactIds(filter, ContactSort::Date, Qt::AscendingOrder);
        for (const LaneMode mode : {LaneMode::Kind, LaneMode::Person, LaneMode::CountryPair}) {
            const TimelineData data = m_reader->timeline(filter, mode);
            QCOMPARE(data.contact, ids);
            QSet<quint32> inLanes;
            for (const TimelineLane &lane : data.lanes) {
                QVERIFY(std::is_sorted(lane.items.begin(), lane.items.end()));
                inLanes.unite({lane.items.begin(), lane.items.end()});
            }
            QCOMPARE(inLanes.size(), data.size());
        }
    }
}

void TestStoreFilter::monthsAndFacetsAddUp()
{
    for (const Filter &filter : m_filters.first(200)) {
        const QSet<qint64> contacts = accepted(filter);
        int inMonths = 0;
        for (const MonthCount &month : m_reader->months(filter))
            inMonths += month.count;
        const auto inOneMonth = [this](qint64 id) {
            const FuzzyDate &date = m_sample.contact(id).date;
            return date.isKnown() && date.earliest().toString(u"yyyy-MM"_s) == date.latest().toString(u"yyyy-MM"_s);
        };
        QCOMPARE(inMonths, static_cast<int>(std::count_if(contacts.begin(), contacts.end(), inOneMonth)));
        Filter anyKind = filter;
        anyKind.kinds.clear();
        for (const FacetValue &value : m_reader->kindFacet(filter)) {
            anyKind.kinds = {kindFromWord(value.value).value()};
            QCOMPARE(value.contacts, static_cast<int>(accepted(anyKind).size()));
        }
        for (const FacetValue &value : m_reader->countryFacet(filter, 3)) {
            Filter narrower = filter;
            if (!narrower.countries.contains(value.value))
                narrower.countries.append(value.value);
            QCOMPARE(value.contacts, static_cast<int>(accepted(narrower).size()));
        }
        Filter anySource = filter;
        for (const FacetValue &value : m_reader->sourceFacet(filter, 3)) {
            anySource.sources = {value.value};
            QCOMPARE(value.contacts, static_cast<int>(accepted(anySource).size()));
        }
    }
}

void TestStoreFilter::filtersAreNeitherAllEmptyNorAllFull()
{
    const auto all = static_cast<qsizetype>(m_sample.joined.contacts.size());
    int between = 0;
    for (const Filter &filter : m_filters) {
        const qsizetype count = accepted(filter).size();
        between += count > 0 && count < all ? 1 : 0;
    }
    QVERIFY2(between > 120, qPrintable(QString::number(between)));
}

QTEST_GUILESS_MAIN(TestStoreFilter)
#include "tst_storefilter.moc"
