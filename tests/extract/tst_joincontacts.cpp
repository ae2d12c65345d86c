// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/archivebuilder.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace dragoman;
using namespace dragoman::test;
using namespace Qt::StringLiterals;

namespace {

const QString lindqvist = QStringLiteral("Erik Lindqvist");
const QString kallio = QStringLiteral("Paavo Kallio");
const QString vos = QStringLiteral("Piet Vos");
const Place helsinki{QStringLiteral("Helsinki"), QStringLiteral("FI")};
const Place espoo{QStringLiteral("Espoo"), QStringLiteral("FI")};
const Place stockholm{QStringLiteral("Stockholm"), QStringLiteral("SE")};

ArticleBuilder article(int id, QDate published = QDate())
{
    ArticleBuilder builder(id, published);
    builder.names(lindqvist, u"SE"_s).names(kallio, u"FI"_s).names(vos, u"NL"_s);
    return builder;
}

QList<Participant> pair(Capacity first = Capacity::Party, Capacity second = Capacity::Party)
{
    return {person(lindqvist, u"SE"_s, first), person(kallio, u"FI"_s, second)};
}

ArticleAccounts tells(int id, ContactKind kind, const QString &edtf, const Place &place,
                      const QList<Participant> &who = pair(), ContactStatus status = ContactStatus::Held,
                      QDate published = QDate())
{
    return article(id, published).tells(kind, edtf, place, who, status);
}

ArticleAccounts from(const QString &source, ArticleAccounts told)
{
    told.source = source;
    return told;
}

/** Contacts in words that do not depend on their numbers. */
QStringList inWords(const Joined &joined)
{
    QStringList lines;
    for (const Contact &contact : joined.contacts) {
        QStringList accounts;
        for (const Account &account : contact.accounts)
            accounts.append(QString::number(account.id.value));
        QStringList who;
        for (const Participant &participant : contact.participants)
            who.append(participant.name + u' ' + toWord(participant.capacity));
        lines.append(QStringList{toWord(contact.kind), toWord(contact.status), contact.date.toEdtf(),
                                 contact.place.name, who.join(u','), accounts.join(u',')}
                         .join(u'|'));
    }
    return lines;
}

} // namespace

using Articles = QList<ArticleAccounts>;
Q_DECLARE_METATYPE(Articles)

/** Accounts of many articles to contacts. */
class TestJoinContacts : public QObject
{
    Q_OBJECT
private slots:
    void contacts_data();
    void contacts();
    void undatedTakesTheDayOfTheDated();
    void narrowestDateHolds();
    void accountsKeepWhatTheySay();
    void accountsOfOneArticleStayApart();
    void stateGivesWayToItsMinister();
    void ownSideStandsInForNobodyElse();
    void directionIsTakenFromWhoeverTellsIt();
    void cityBeatsState();
    void everyAccountIsInOneContact();
    void orderOfArticlesDoesNotMatter();

private:
    void datedRows();
    void undatedRows();
    void otherRows();
};

void TestJoinContacts::contacts_data()
{
    QTest::addColumn<Articles>("articles");
    QTest::addColumn<qsizetype>("contacts");
    datedRows();
    undatedRows();
    otherRows();
}

void TestJoinContacts::datedRows()
{
    const auto row = [](const char *name, qsizetype contacts, const Articles &articles) {
        QTest::newRow(name) << articles << contacts;
    };
    constexpr auto call = ContactKind::Call;
    constexpr auto meeting = ContactKind::Meeting;
    row("same day", 1, {tells(1, call, u"2025-03-03"_s, {}), tells(2, call, u"2025-03-03"_s, {})});
    row("next day", 2, {tells(1, call, u"2025-03-03"_s, {}), tells(2, call, u"2025-03-04"_s, {})});
    row("day in month", 1, {tells(1, meeting, u"2025-03-03"_s, {}), tells(2, meeting, u"2025-03"_s, {})});
    row("day outside month", 2, {tells(1, meeting, u"2025-03-03"_s, {}), tells(2, meeting, u"2025-04"_s, {})});
    row("day in interval", 1,
        {tells(1, meeting, u"2025-03-03"_s, {}), tells(2, meeting, u"2025-03-02/2025-03-05"_s, {})});
    row("about that day", 1, {tells(1, call, u"2025-03-03"_s, {}), tells(2, call, u"2025-03-03~"_s, {})});
    row("about the next day", 1, {tells(1, call, u"2025-03-03"_s, {}), tells(2, call, u"2025-03-04~"_s, {})});
    row("about the day after next", 2, {tells(1, call, u"2025-03-03"_s, {}), tells(2, call, u"2025-03-05~"_s, {})});
    row("between two exact days", 3,
        {tells(1, call, u"2025-03-03"_s, {}), tells(2, call, u"2025-03-05"_s, {}),
         tells(3, call, u"2025-03-04~"_s, {})});
    row("next day in another capital", 1,
        {from(u"Yle"_s, tells(1, call, u"2025-03-03"_s, {})), from(u"TT"_s, tells(2, call, u"2025-03-04"_s, {}))});
    row("next day, same outlet", 2,
        {from(u"Yle"_s, tells(1, call, u"2025-03-03"_s, {})), from(u"Yle"_s, tells(2, call, u"2025-03-04"_s, {}))});
    row("meetings on two days", 2,
        {from(u"Yle"_s, tells(1, meeting, u"2025-03-03"_s, {})),
         from(u"TT"_s, tells(2, meeting, u"2025-03-04"_s, {}))});
    row("end of the month", 1, {tells(1, call, u"2025-03-31"_s, {}), tells(2, call, u"2025-04-01~"_s, {})});
    row("day in year", 1, {tells(1, meeting, u"2025-03-03"_s, {}), tells(2, meeting, u"2025"_s, {})});
    row("three accounts", 1,
        {tells(1, call, u"2025-03-03"_s, {}), tells(2, call, u"2025-03-03"_s, {}),
         tells(3, call, u"2025-03-03"_s, {})});
    row("two days in one month", 2,
        {tells(1, meeting, u"2025-03-03"_s, {}), tells(2, meeting, u"2025-03-17"_s, {}),
         tells(3, meeting, u"2025-03"_s, {})});
    row("place told once", 1, {tells(1, meeting, u"2025-03-03"_s, helsinki), tells(2, meeting, u"2025-03-03"_s, {})});
    row("same place", 1, {tells(1, meeting, u"2025-03-03"_s, helsinki), tells(2, meeting, u"2025-03-03"_s, helsinki)});
    row("places of two states", 2,
        {tells(1, meeting, u"2025-03-03"_s, helsinki), tells(2, meeting, u"2025-03-03"_s, stockholm)});
    row("place spelled with marks", 1,
        {tells(1, meeting, u"2025-03-03"_s, {u"Malmö"_s, {}}), tells(2, meeting, u"2025-03-03"_s, {u"Malmo"_s, {}})});
}

void TestJoinContacts::undatedRows()
{
    const auto row = [](const char *name, qsizetype contacts, const Articles &articles) {
        QTest::newRow(name) << articles << contacts;
    };
    constexpr auto call = ContactKind::Call;
    constexpr auto held = ContactStatus::Held;
    row("undated joins the only dated", 1, {tells(1, call, u"2025-03-03"_s, {}), tells(2, call, {}, {})});
    row("undated before the only dated", 1, {tells(1, call, {}, {}), tells(2, call, u"2025-03-03"_s, {})});
    row("undated between two dated", 3,
        {tells(1, call, u"2025-03-03"_s, {}), tells(2, call, u"2025-05-03"_s, {}), tells(3, call, {}, {})});
    row("two undated of unrelated articles", 2, {tells(1, call, {}, {}), tells(2, call, {}, {})});
    row("two undated of the same week", 1,
        {tells(1, call, {}, {}, pair(), held, QDate(2025, 3, 4)),
         tells(2, call, {}, {}, pair(), held, QDate(2025, 3, 6))});
    row("two undated half a year apart", 2,
        {tells(1, call, {}, {}, pair(), held, QDate(2025, 3, 4)),
         tells(2, call, {}, {}, pair(), held, QDate(2025, 9, 6))});
    row("undated and dated half a year apart", 2,
        {tells(1, call, u"2025-03-03"_s, {}, pair(), held, QDate(2025, 3, 4)),
         tells(2, call, {}, {}, pair(), held, QDate(2025, 9, 6))});
    const auto sharing = [](int id, const QString &edtf) -> ArticleAccounts {
        return article(id)
            .tells(ContactKind::Meeting, u"2025-03-03"_s, helsinki, pair())
            .tells(ContactKind::Visit, edtf, stockholm, pair(Capacity::Host, Capacity::Guest), ContactStatus::Invited);
    };
    const auto undated = [](int id, const Place &place) -> ArticleAccounts {
        return article(id)
            .tells(ContactKind::Meeting, {}, helsinki, pair())
            .tells(ContactKind::Visit, {}, place, pair(Capacity::Host, Capacity::Guest), ContactStatus::Invited);
    };
    row("two alike without a date", 2, {undated(1, stockholm), undated(2, stockholm)});
    row("one of two alike without a date", 4, {undated(1, stockholm), undated(2, helsinki)});
    row("undated beside a common contact", 2, {sharing(1, {}), sharing(2, {})});
}

void TestJoinContacts::otherRows()
{
    const auto row = [](const char *name, qsizetype contacts, const Articles &articles) {
        QTest::newRow(name) << articles << contacts;
    };
    constexpr auto call = ContactKind::Call;
    constexpr auto meeting = ContactKind::Meeting;
    constexpr auto visit = ContactKind::Visit;
    const QString day = u"2025-03-03"_s;
    const QList<Participant> others{person(lindqvist, u"SE"_s), person(vos, u"NL"_s)};
    row("other kind", 2, {tells(1, call, day, {}), tells(2, meeting, day, {})});
    row("other status", 2, {tells(1, call, day, {}), tells(2, call, day, {}, pair(), ContactStatus::Planned)});
    row("one person in common", 2, {tells(1, call, day, {}), tells(2, call, day, {}, others)});
    row("a third state takes part", 2,
        {tells(1, meeting, day, {}), tells(2, meeting, day, {}, pair() + QList{person(vos, u"NL"_s)})});
    row("a third mediates", 1,
        {tells(1, meeting, day, {}),
         tells(2, meeting, day, {}, pair() + QList{person(vos, u"NL"_s, Capacity::Mediator)})});
    row("a third of one side takes part", 1,
        {tells(1, meeting, day, {}), tells(2, meeting, day, {}, pair() + QList{state(u"Swedish envoy"_s, u"SE"_s)})});
    row("a state for its minister", 1,
        {tells(1, meeting, day, {}),
         tells(2, meeting, day, {}, {person(lindqvist, u"SE"_s), state(u"Finland"_s, u"FI"_s)})});
    row("another state than his", 2,
        {tells(1, meeting, day, {}),
         tells(2, meeting, day, {}, {person(lindqvist, u"SE"_s), state(u"Norway"_s, u"NO"_s)})});
    row("states only", 1,
        {tells(1, meeting, day, {}, {state(u"Sweden"_s, u"SE"_s), state(u"Finland"_s, u"FI"_s)}),
         tells(2, meeting, day, {}, {state(u"Sweden"_s, u"SE"_s), state(u"Finland"_s, u"FI"_s)})});
    row("guest and state told, then guest alone", 1,
        {tells(1, visit, day, helsinki, pair(Capacity::Guest, Capacity::Host)),
         tells(2, visit, day, helsinki,
               {person(lindqvist, u"SE"_s, Capacity::Guest), state(u"Finland"_s, u"FI"_s, Capacity::Host)})});
    row("visits to two states", 2,
        {tells(1, visit, day, helsinki,
               {person(vos, u"NL"_s, Capacity::Guest), state(u"Finland"_s, u"FI"_s, Capacity::Host)}),
         tells(2, visit, day, stockholm,
               {person(vos, u"NL"_s, Capacity::Guest), state(u"Sweden"_s, u"SE"_s, Capacity::Host)})});
    row("visits of two guests", 2,
        {tells(1, visit, day, helsinki,
               {person(vos, u"NL"_s, Capacity::Guest), state(u"Finland"_s, u"FI"_s, Capacity::Host)}),
         tells(2, visit, day, helsinki,
               {person(lindqvist, u"SE"_s, Capacity::Guest), state(u"Finland"_s, u"FI"_s, Capacity::Host)})});
}

void TestJoinContacts::contacts()
{
    QFETCH(Articles, articles);
    QFETCH(qsizetype, contacts);
    const Joined joined = join(articles);
    QVERIFY2(joined.contacts.size() == contacts, qPrintable(inWords(joined).join(u'\n')));
}

void TestJoinContacts::undatedTakesTheDayOfTheDated()
{
    const Joined joined =
        join({tells(1, ContactKind::Meeting, {}, helsinki), tells(2, ContactKind::Meeting, u"2025-03-03"_s, helsinki)});
    QCOMPARE(joined.contacts.size(), 1);
    QCOMPARE(joined.contacts.first().date.toEdtf(), u"2025-03-03"_s);
    QCOMPARE(joined.contacts.first().accounts.size(), 2);
}

void TestJoinContacts::narrowestDateHolds()
{
    const Joined joined =
        join({tells(1, ContactKind::Meeting, u"2025"_s, {}), tells(2, ContactKind::Meeting, u"2025-03"_s, {}),
              tells(3, ContactKind::Meeting, u"2025-03-03"_s, {}),
              tells(4, ContactKind::Meeting, u"2025-03-01/2025-03-07"_s, {})});
    QCOMPARE(joined.contacts.size(), 1);
    QCOMPARE(joined.contacts.first().date.toEdtf(), u"2025-03-03"_s);
    QCOMPARE(joined.contacts.first().accounts.size(), 4);
}

void TestJoinContacts::accountsKeepWhatTheySay()
{
    const Joined joined = join(
        {tells(1, ContactKind::Meeting, u"2025-03"_s, {}), tells(2, ContactKind::Meeting, u"2025-03-03"_s, helsinki)});
    QCOMPARE(joined.contacts.size(), 1);
    const Contact contact = joined.contacts.first();
    QCOMPARE(contact.place.name, u"Helsinki"_s);
    QCOMPARE(contact.accounts[0].article, ArticleId{1});
    QCOMPARE(contact.accounts[0].date.toEdtf(), u"2025-03"_s);
    QVERIFY(!contact.accounts[0].place.isKnown());
    QCOMPARE(contact.accounts[1].article, ArticleId{2});
    for (const Account &account : contact.accounts) {
        QCOMPARE(account.contact, contact.id);
        QCOMPARE(account.evidence, (QList<TextSpan>{{0, 10}}));
    }
}

void TestJoinContacts::accountsOfOneArticleStayApart()
{
    const Joined joined = join({article(1)
                                    .tells(ContactKind::Call, u"2025-03"_s, {}, pair())
                                    .tells(ContactKind::Call, u"2025-03-03"_s, {}, pair())});
    QCOMPARE(joined.contacts.size(), 2);
}

void TestJoinContacts::stateGivesWayToItsMinister()
{
    const Joined joined = join({tells(1, ContactKind::Meeting, u"2025-03-03"_s, {},
                                      {person(lindqvist, u"SE"_s), state(u"Finland"_s, u"FI"_s)}),
                                tells(2, ContactKind::Meeting, u"2025-03-03"_s, {})});
    QCOMPARE(inWords(joined),
             (QStringList{u"meeting|held|2025-03-03||Erik Lindqvist party,Paavo Kallio party|101,201"_s}));
}

void TestJoinContacts::ownSideStandsInForNobodyElse()
{
    const Joined joined =
        join({tells(1, ContactKind::Call, u"2025-03-03"_s, {},
                    {person(lindqvist, u"SE"_s), state(u"Swedish side"_s, u"SE"_s), person(vos, u"NL"_s)}),
              tells(2, ContactKind::Call, u"2025-03-03"_s, {})});
    QCOMPARE(joined.contacts.size(), 2);
}

void TestJoinContacts::directionIsTakenFromWhoeverTellsIt()
{
    const Joined joined =
        join({tells(1, ContactKind::Call, u"2025-03-03"_s, {}),
              tells(2, ContactKind::Call, u"2025-03-03"_s, {}, pair(Capacity::Recipient, Capacity::Caller))});
    QCOMPARE(inWords(joined),
             (QStringList{u"call|held|2025-03-03||Erik Lindqvist recipient,Paavo Kallio caller|101,201"_s}));
}

void TestJoinContacts::cityBeatsState()
{
    const QList<Participant> guestAndState{person(lindqvist, u"SE"_s, Capacity::Guest),
                                           state(u"Finland"_s, u"FI"_s, Capacity::Host)};
    const Joined joined = join({tells(1, ContactKind::Visit, u"2025-03-03"_s, {u"Finland"_s, u"FI"_s}, guestAndState),
                                tells(2, ContactKind::Visit, u"2025-03-03"_s, espoo, guestAndState)});
    QCOMPARE(joined.contacts.size(), 1);
    QCOMPARE(joined.contacts.first().place, espoo);
}

void TestJoinContacts::everyAccountIsInOneContact()
{
    QList<ArticleAccounts> articles;
    for (int i = 1; i <= 60; ++i) {
        articles.append(
            article(i, QDate(2025, 1 + i % 12, 4))
                .tells(ContactKind::Call, u"2025-%1-03"_s.arg(1 + i % 12, 2, 10, QLatin1Char('0')), {}, pair())
                .tells(ContactKind::Meeting, {}, i % 2 == 0 ? helsinki : stockholm, pair()));
    }
    const Joined joined = join(articles);
    QSet<qint64> seen;
    for (qsizetype i = 0; i < joined.contacts.size(); ++i) {
        QCOMPARE(joined.contacts[i].id.value, i + 1);
        QVERIFY(!joined.contacts[i].accounts.isEmpty());
        for (const Account &account : joined.contacts[i].accounts) {
            QVERIFY2(!seen.contains(account.id.value), qPrintable(QString::number(account.id.value)));
            seen.insert(account.id.value);
        }
    }
    QCOMPARE(seen.size(), 120);
}

void TestJoinContacts::orderOfArticlesDoesNotMatter()
{
    QList<ArticleAccounts> articles{
        tells(1, ContactKind::Call, u"2025-03-03"_s, {}),
        tells(2, ContactKind::Call, u"2025-03"_s, {}),
        tells(3, ContactKind::Call, {}, {}),
        tells(4, ContactKind::Call, u"2025-06-03~"_s, {}),
        tells(5, ContactKind::Meeting, {}, helsinki, pair(), ContactStatus::Held, QDate(2025, 4, 1)),
        tells(6, ContactKind::Meeting, {}, helsinki, pair(), ContactStatus::Held, QDate(2025, 4, 2)),
        tells(7, ContactKind::Meeting, u"2025-03-31"_s, {}, {person(vos, u"NL"_s), state(u"Sweden"_s, u"SE"_s)}),
        tells(8, ContactKind::Visit, u"2025"_s, stockholm, pair(Capacity::Host, Capacity::Guest)),
        tells(9, ContactKind::Visit, u"2025-03-30/2025-03-31"_s, stockholm, pair(Capacity::Host, Capacity::Guest))};
    const QStringList expected = inWords(join(articles));
    QVERIFY(expected.size() >= 4 && expected.size() < 9);
    std::mt19937 random(11); // NOLINT(bugprone-random-generator-seed): the same orders in every run
    for (int turn = 0; turn < 20; ++turn) {
        std::shuffle(articles.begin(), articles.end(), random);
        QCOMPARE(inWords(join(articles)), expected);
    }
}

QTEST_GUILESS_MAIN(TestJoinContacts)
#include "tst_joincontacts.moc"
