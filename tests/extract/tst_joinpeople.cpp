// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/archivebuilder.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace dragoman;
using namespace dragoman::test;
using namespace Qt::StringLiterals;

namespace {

/** A name as an article tells it. */
struct Telling
{
    QString name;
    QString country;
    QString office;
};

QStringList formsOf(const Person &person)
{
    QStringList forms;
    for (const NameForm &form : person.forms)
        forms.append(u"%1:%2"_s.arg(form.text).arg(form.articles));
    return forms;
}

/** People in words that do not depend on their numbers. */
QStringList inWords(const Joined &joined)
{
    QStringList lines;
    for (const Person &person : joined.people) {
        QStringList offices;
        for (const Office &office : person.offices)
            offices.append(office.title + office.firstTold.toString(Qt::ISODate));
        lines.append(person.name + u'|' + person.country + u'|' + formsOf(person).join(u',') + u'|' +
                     offices.join(u','));
    }
    return lines;
}

} // namespace

Q_DECLARE_METATYPE(Telling)

/** Names of many articles to people. */
class TestJoinPeople : public QObject
{
    Q_OBJECT
private slots:
    void oneOrTwo_data();
    void oneOrTwo();
    void shortNameOfTwoIsNeither();
    void shortNameTakesTheOneOfItsOffice();
    void fullestNameIsTheName();
    void formsCountArticles();
    void officesHaveFirstAndLastDay();
    void bareFullNameJoinsByCompany();
    void officesInOtherWordsAgree();
    void vowelsNeedTheOffice();
    void stateToldLaterStillJoins();
    void namesakesOfOneArticleStayTwo();
    void orderOfArticlesDoesNotMatter();
    void participantsAreThePeople();
    void nobodyGivesNothing();
};

void TestJoinPeople::oneOrTwo_data()
{
    QTest::addColumn<Telling>("one");
    QTest::addColumn<Telling>("other");
    QTest::addColumn<qsizetype>("people");
    const auto row = [](const char *name, const Telling &one, const Telling &other, qsizetype people) {
        QTest::newRow(name) << one << other << people;
    };
    const QString minister = u"Foreign Minister"_s;
    row("same name and country", {u"Omid Rastgar"_s, u"IR"_s, {}}, {u"Omid Rastgar"_s, u"IR"_s, {}}, 1);
    row("gh and q", {u"Reza Baghdasar"_s, u"IR"_s, {}}, {u"Reza Baqdasar"_s, u"IR"_s, {}}, 1);
    row("with and without marks", {u"Yusuf Gümüş"_s, u"TR"_s, {}}, {u"Yusuf Gumus"_s, u"TR"_s, {}}, 1);
    row("h at the end", {u"Davoud Amirzadeh"_s, u"IR"_s, {}}, {u"Davoud Amirzade"_s, u"IR"_s, {}}, 1);
    row("hyphen and none", {u"Nader Karimi-Fard"_s, u"IR"_s, {}}, {u"Nader Karimifard"_s, u"IR"_s, {}}, 1);
    row("hyphen and space", {u"Nader Karimi-Fard"_s, u"IR"_s, {}}, {u"Nader Karimi Fard"_s, u"IR"_s, {}}, 1);
    row("double letters", {u"Musa Kassab"_s, u"LB"_s, {}}, {u"Moussa Kasab"_s, u"LB"_s, {}}, 1);
    row("with a middle name", {u"Erik Lindqvist"_s, u"SE"_s, {}}, {u"Erik Johan Lindqvist"_s, u"SE"_s, {}}, 1);
    row("surname and office", {u"Erik Lindqvist"_s, u"SE"_s, minister}, {u"Lindqvist"_s, u"SE"_s, minister}, 1);
    row("surname and country", {u"Erik Lindqvist"_s, u"SE"_s, {}}, {u"Lindqvist"_s, u"SE"_s, {}}, 1);
    row("surname before full name", {u"Lindqvist"_s, u"SE"_s, {}}, {u"Erik Lindqvist"_s, u"SE"_s, {}}, 1);
    row("country told once, same office", {u"Erik Lindqvist"_s, u"SE"_s, minister}, {u"Erik Lindqvist"_s, {}, minister},
        1);
    row("namesakes of two countries", {u"Samir Aziz"_s, u"IQ"_s, minister}, {u"Samir Aziz"_s, u"KW"_s, minister}, 2);
    row("given names differ", {u"Nabil Haddad"_s, u"LB"_s, {}}, {u"Rima Haddad"_s, u"LB"_s, {}}, 2);
    row("surnames differ", {u"Omid Rastgar"_s, u"IR"_s, {}}, {u"Omid Rahimi"_s, u"IR"_s, {}}, 2);
    row("surname of another country", {u"Erik Lindqvist"_s, u"SE"_s, {}}, {u"Lindqvist"_s, u"FI"_s, minister}, 2);
    row("marks that fold otherwise", {u"Elçin Məmmədov"_s, u"AZ"_s, {}}, {u"Elchin Mammadov"_s, u"AZ"_s, {}}, 1);
    row("three languages", {u"Oleksandr Hrynenko"_s, u"UA"_s, {}}, {u"Alexander Grinenko"_s, u"UA"_s, {}}, 1);
    row("man and woman", {u"Samir Aziz"_s, u"IQ"_s, minister}, {u"Samira Azizi"_s, u"IQ"_s, minister}, 2);
    row("father and son", {u"Heydar Aliyev"_s, u"AZ"_s, minister}, {u"Ilham Aliyev"_s, u"AZ"_s, minister}, 2);
    row("nothing told but the name", {u"Omid Rastgar"_s, u"IR"_s, {}}, {u"Omid Rastgar"_s, {}, {}}, 2);
    row("country told once, other office", {u"Samir Aziz"_s, u"IQ"_s, minister}, {u"Samir Aziz"_s, {}, u"Coach"_s}, 2);
}

void TestJoinPeople::oneOrTwo()
{
    QFETCH(Telling, one);
    QFETCH(Telling, other);
    QFETCH(qsizetype, people);
    const Joined joined = join({ArticleBuilder(1).names(one.name, one.country, one.office),
                                ArticleBuilder(2).names(other.name, other.country, other.office)});
    QVERIFY2(joined.people.size() == people, qPrintable(inWords(joined).join(u'\n')));
    for (qsizetype i = 0; i < joined.people.size(); ++i)
        QCOMPARE(joined.people[i].id.value, i + 1);
}

void TestJoinPeople::shortNameOfTwoIsNeither()
{
    const Joined joined =
        join({ArticleBuilder(1).names(u"Nabil Haddad"_s, u"LB"_s), ArticleBuilder(2).names(u"Rima Haddad"_s, u"LB"_s),
              ArticleBuilder(3).names(u"Haddad"_s, u"LB"_s)});
    QCOMPARE(joined.people.size(), 3);
    for (const Person &person : joined.people)
        QCOMPARE(person.forms.size(), 1);
}

void TestJoinPeople::shortNameTakesTheOneOfItsOffice()
{
    const Joined joined = join({ArticleBuilder(1).names(u"Nabil Haddad"_s, u"LB"_s, u"Lebanese President"_s),
                                ArticleBuilder(2).names(u"Rima Haddad"_s, u"LB"_s, u"Lebanese Ambassador"_s),
                                ArticleBuilder(3).names(u"Haddad"_s, u"LB"_s, u"Lebanese Ambassador"_s)});
    QCOMPARE(joined.people.size(), 2);
    for (const Person &person : joined.people)
        QCOMPARE(person.forms.size(), person.name == u"Rima Haddad"_s ? 2 : 1);
}

void TestJoinPeople::fullestNameIsTheName()
{
    const Joined joined = join({ArticleBuilder(1).names(u"Lindqvist"_s, u"SE"_s),
                                ArticleBuilder(2).names(u"Erik Johan Lindqvist"_s, u"SE"_s),
                                ArticleBuilder(3).names(u"Erik Lindqvist"_s, u"SE"_s)});
    QCOMPARE(joined.people.size(), 1);
    QCOMPARE(joined.people.first().name, u"Erik Johan Lindqvist"_s);
}

void TestJoinPeople::formsCountArticles()
{
    const Joined joined =
        join({ArticleBuilder(1).names(u"Yusuf Gümüş"_s, u"TR"_s, u"Minister"_s, {u"Gümüş"_s}),
              ArticleBuilder(2).names(u"Yusuf Gumus"_s, u"TR"_s), ArticleBuilder(3).names(u"Yusuf Gumus"_s, u"TR"_s)});
    QCOMPARE(joined.people.size(), 1);
    QCOMPARE(formsOf(joined.people.first()), (QStringList{u"Yusuf Gumus:2"_s, u"Gümüş:1"_s, u"Yusuf Gümüş:1"_s}));
    QCOMPARE(joined.people.first().name, u"Yusuf Gumus"_s);
}

void TestJoinPeople::officesHaveFirstAndLastDay()
{
    const QString minister = u"Swedish Foreign Minister"_s;
    const Joined joined =
        join({ArticleBuilder(1, QDate(2024, 5, 3)).names(u"Erik Lindqvist"_s, u"SE"_s, minister),
              ArticleBuilder(2, QDate(2022, 1, 9)).names(u"Erik Lindqvist"_s, u"SE"_s, minister),
              ArticleBuilder(3).names(u"Erik Lindqvist"_s, u"SE"_s, minister),
              ArticleBuilder(4, QDate(2025, 2, 1)).names(u"Erik Lindqvist"_s, u"SE"_s, u"Swedish Prime Minister"_s)});
    QCOMPARE(joined.people.size(), 1);
    const QList<Office> offices = joined.people.first().offices;
    QCOMPARE(offices.size(), 2);
    QCOMPARE(offices[0].title, minister);
    QCOMPARE(offices[0].firstTold, QDate(2022, 1, 9));
    QCOMPARE(offices[0].lastTold, QDate(2024, 5, 3));
    QVERIFY(offices[0].evidence.isValid());
    QCOMPARE(offices[1].firstTold, QDate(2025, 2, 1));
    QCOMPARE(offices[1].lastTold, QDate(2025, 2, 1));
}

void TestJoinPeople::bareFullNameJoinsByCompany()
{
    const auto first = ArticleBuilder(1).names(u"Erik Lindqvist"_s, u"SE"_s).names(u"Paavo Kallio"_s, u"FI"_s);
    const Joined together =
        join({first, ArticleBuilder(2).names(u"Erik Lindqvist"_s).names(u"Paavo Kallio"_s, u"FI"_s)});
    QCOMPARE(together.people.size(), 2);
    const Joined alone = join({first, ArticleBuilder(2).names(u"Erik Lindqvist"_s).names(u"Piet Vos"_s, u"NL"_s)});
    QCOMPARE(alone.people.size(), 4);
}

void TestJoinPeople::officesInOtherWordsAgree()
{
    const auto chief = [](int id, const QString &office, const QStringList &roles, const QString &likely = {}) {
        ArticleAccounts article = ArticleBuilder(id).names(u"Elise Brandt"_s, {}, office);
        article.people.first().roles = roles;
        article.people.first().likelyCountry = likely;
        return article;
    };
    const QStringList role{u"foreign-policy-chief"_s};
    QCOMPARE(join({chief(1, u"High Representative"_s, role), chief(2, u"foreign policy chief"_s, role)}).people.size(),
             1);
    QCOMPARE(join({chief(1, u"High Representative"_s, role), chief(2, u"coach"_s, {})}).people.size(), 2);
    const ArticleAccounts told = ArticleBuilder(1).names(u"Elise Brandt"_s, u"DK"_s, u"Danish President"_s);
    QCOMPARE(join({told, chief(2, u"coach"_s, {}, u"DK"_s)}).people.size(), 1);
    QCOMPARE(join({told, chief(2, u"coach"_s, {}, u"NO"_s)}).people.size(), 2);
}

void TestJoinPeople::vowelsNeedTheOffice()
{
    const auto people = [](const QString &office) {
        return join({ArticleBuilder(1).names(u"Behnam Karimi"_s, u"IR"_s, u"Iranian Foreign Minister"_s),
                     ArticleBuilder(2).names(u"Bahnam Korami"_s, u"IR"_s, office)})
            .people.size();
    };
    QCOMPARE(people(u"Iranian Foreign Minister"_s), 1);
    QCOMPARE(people(u"Iranian Ambassador"_s), 2);
}

void TestJoinPeople::stateToldLaterStillJoins()
{
    const QString chief = u"Chief of Staff"_s;
    const Joined joined = join({ArticleBuilder(1).names(u"Erik Lindqvist"_s, {}, chief),
                                ArticleBuilder(2).names(u"Erik Lindqvist"_s, u"SE"_s, u"Swedish Minister"_s),
                                ArticleBuilder(3).names(u"Erik Lindqvist"_s, u"SE"_s, u"Swedish Chief of Staff"_s)});
    QCOMPARE(joined.people.size(), 1);
}

void TestJoinPeople::namesakesOfOneArticleStayTwo()
{
    const Joined joined = join({ArticleBuilder(1).names(u"Samir Aziz"_s, u"IQ"_s).names(u"Samira Aziz"_s, u"KW"_s)});
    QCOMPARE(joined.people.size(), 2);
}

void TestJoinPeople::orderOfArticlesDoesNotMatter()
{
    QList<ArticleAccounts> articles;
    const QStringList names{u"Erik Lindqvist"_s, u"Lindqvist"_s,    u"Nabil Haddad"_s,      u"Rima Haddad"_s,
                            u"Haddad"_s,         u"Yusuf Gümüş"_s,  u"Yusuf Gumus"_s,       u"Samir Aziz"_s,
                            u"Samir Aziz"_s,     u"E. Lindqvist"_s, u"Nader Karimi-Fard"_s, u"Karimifard"_s};
    const QStringList countries{u"SE"_s, u"SE"_s, u"LB"_s, u"LB"_s, u"LB"_s, u"TR"_s,
                                u"TR"_s, u"IQ"_s, u"KW"_s, u"SE"_s, u"IR"_s, u"IR"_s};
    for (int i = 0; i < names.size(); ++i)
        articles.append(ArticleBuilder(i + 1, QDate(2025, 1, i + 1)).names(names[i], countries[i], u"Minister"_s));
    const QStringList expected = inWords(join(articles));
    QVERIFY(expected.size() > 5);
    std::mt19937 random(7); // NOLINT(bugprone-random-generator-seed): the same orders in every run
    for (int turn = 0; turn < 20; ++turn) {
        std::shuffle(articles.begin(), articles.end(), random);
        QCOMPARE(inWords(join(articles)), expected);
    }
}

void TestJoinPeople::participantsAreThePeople()
{
    const auto article = [](int id, const QString &name) {
        return ArticleBuilder(id, QDate(2025, 3, 4))
            .names(name, u"SE"_s)
            .names(u"Paavo Kallio"_s, u"FI"_s)
            .tells(ContactKind::Call, u"2025-03-03"_s, {}, {person(name, u"SE"_s), person(u"Paavo Kallio"_s, u"FI"_s)});
    };
    const Joined joined = join({article(1, u"Lindqvist"_s), article(2, u"Erik Lindqvist"_s)});
    QCOMPARE(joined.contacts.size(), 1);
    QCOMPARE(joined.contacts.first().participants.size(), 2);
    for (const Account &account : joined.contacts.first().accounts) {
        for (const Participant &who : account.participants) {
            QVERIFY(who.person.isValid());
            QVERIFY(!who.body.isValid());
        }
    }
    QStringList told;
    for (const Participant &who : joined.contacts.first().participants)
        told.append(who.name);
    QVERIFY2(told.contains(u"Erik Lindqvist"_s), qPrintable(told.join(u", "_s)));
    // What an article says stays what it says.
    QCOMPARE(joined.contacts.first().accounts.first().participants.first().name, u"Lindqvist"_s);
}

void TestJoinPeople::nobodyGivesNothing()
{
    const Joined joined = join({ArticleBuilder(1), ArticleBuilder(2)});
    QVERIFY(joined.people.isEmpty() && joined.bodies.isEmpty() && joined.contacts.isEmpty());
}

QTEST_GUILESS_MAIN(TestJoinPeople)
#include "tst_joinpeople.moc"
