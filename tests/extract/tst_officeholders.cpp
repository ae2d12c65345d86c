// SPDX-License-Identifier: GPL-3.0-or-later
#include "language.h"

#include "extract/extractor.h"
#include "support/resulttest.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace dragoman;
using namespace Qt::StringLiterals;

namespace {

const QByteArray people = "# spellings\tstate\toffice\tfrom\tto\n"
                          "Selim Deniz|Salim Deniz\tTR\tDefence Minister\t2018-07\t2023-06-03\n"
                          "Orhan Aksoy\tTR\tMinister of National Defence\t2023-06-04\t\n"
                          "Cem Aydin\tTR\tMinister of Culture and Tourism\t\t\n"
                          "Luis Prado\tES\tKing\t2010\t2020\nJuan Ruiz\tES\tKing\t2015\t\n";

/** Built-in rules with a table people.tsv laid over. */
Result<std::shared_ptr<const RuleSet>> rulesWith(const QByteArray &table)
{
    const QTemporaryDir folder;
    QDir(folder.path()).mkpath(u"lexicon/world"_s);
    QFile file(folder.filePath(u"lexicon/world/people.tsv"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(table) != table.size())
        return Error(u"The table could not be written."_s);
    file.close();
    return RuleSet::load({folder.path()});
}

} // namespace

/** The user's own table of who held which office when. */
class TestOfficeHolders : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void holders_data();
    void holders();
    void theArticleGoesFirst();
    void spellingsAreToldToTheJoiner();
    void fingerprintChanges();
    void loaderIsStrict_data();
    void loaderIsStrict();

private:
    [[nodiscard]] Extraction read(const QString &sentence, const QString &day) const;
    std::shared_ptr<const RuleSet> m_rules;
};

void TestOfficeHolders::initTestCase()
{
    const auto rules = rulesWith(people);
    VERIFY_RESULT(rules);
    m_rules = rules.value();
    QVERIFY(test::builtIn().lexicon().terms.empty());
}

Extraction TestOfficeHolders::read(const QString &sentence, const QString &day) const
{
    Article article;
    article.body = sentence;
    article.published = QDate::fromString(day, Qt::ISODate);
    return extract(article, *m_rules);
}

void TestOfficeHolders::holders_data()
{
    QTest::addColumn<QString>("who");
    QTest::addColumn<QString>("day");
    QTest::addColumn<QString>("name");
    const auto row = [](const char *what, const QString &who, const QString &day, const QString &name) {
        QTest::newRow(what) << who << day << name;
    };
    row("the first", u"The Turkish defence minister"_s, u"2022-05-03"_s, u"Selim Deniz"_s);
    row("the second", u"The Turkish defense minister"_s, u"2024-05-03"_s, u"Orhan Aksoy"_s);
    row("other words", u"Türkiye's minister of national defense"_s, u"2024-05-03"_s, u"Orhan Aksoy"_s);
    row("last day", u"The Turkish defence minister"_s, u"2023-06-03"_s, u"Selim Deniz"_s);
    row("first day", u"The Turkish defence minister"_s, u"2023-06-04"_s, u"Orhan Aksoy"_s);
    row("a month of which the day is open", u"The Turkish defence minister"_s, u"2018-07-09"_s,
        u"Turkish defence minister"_s);
    row("before anybody", u"The Turkish defence minister"_s, u"2017-05-03"_s, u"Turkish defence minister"_s);
    row("no day of publication", u"The Turkish defence minister"_s, QString(), u"Turkish defence minister"_s);
    row("another year told", u"In 2017, the Turkish defence minister"_s, u"2022-05-03"_s,
        u"Turkish defence minister"_s);
    row("former", u"The former Turkish defence minister"_s, u"2024-05-03"_s, u"former Turkish defence minister"_s);
    row("deputy", u"The Turkish deputy defence minister"_s, u"2024-05-03"_s, u"Turkish deputy defence minister"_s);
    row("another state", u"The Cuban defence minister"_s, u"2024-05-03"_s, u"Cuban defence minister"_s);
    row("one of many ministers", u"The Turkish minister of trade"_s, u"2024-05-03"_s, u"Turkish minister of trade"_s);
    row("two at a time", u"The Spanish king"_s, u"2016-05-03"_s, u"Spanish king"_s);
    row("one of the two", u"The Spanish king"_s, u"2022-05-03"_s, u"Juan Ruiz"_s);
}

void TestOfficeHolders::holders()
{
    QFETCH(QString, who);
    QFETCH(QString, day);
    QFETCH(QString, name);
    const Extraction read = this->read(who + u" met Iranian Foreign Minister Aziz Karimi in Doha."_s, day);
    QCOMPARE(read.accounts.size(), 1);
    QStringList names;
    for (const Participant &participant : read.accounts.first().participants)
        names.append(participant.name);
    QVERIFY2(names.contains(name), qPrintable(names.join(u"; "_s)));
}

void TestOfficeHolders::theArticleGoesFirst()
{
    const Extraction read = this->read(u"Turkish Defence Minister Kemal Tas arrived in Baku. The Turkish defence "
                                       "minister met Iranian Foreign Minister Aziz Karimi in Baku."_s,
                                       u"2024-05-03"_s);
    for (const OfficeTold &told : read.people)
        QVERIFY2(told.person != u"Orhan Aksoy"_s, qPrintable(told.person));
}

void TestOfficeHolders::spellingsAreToldToTheJoiner()
{
    const Extraction read =
        this->read(u"The Turkish defence minister met Iranian Foreign Minister Aziz Karimi."_s, u"2022-05-03"_s);
    const auto he = std::find_if(read.people.begin(), read.people.end(),
                                 [](const OfficeTold &told) { return told.person == u"Selim Deniz"_s; });
    QVERIFY(he != read.people.end());
    QCOMPARE(he->country, u"TR"_s);
    QCOMPARE(he->forms, (QStringList{u"Selim Deniz"_s, u"Salim Deniz"_s}));
}

void TestOfficeHolders::fingerprintChanges()
{
    const auto other = rulesWith(QByteArray(people).replace("2018-07", "2018-08"));
    VERIFY_RESULT(other);
    QVERIFY(other.value()->fingerprint() != m_rules->fingerprint());
    const auto same = rulesWith(people);
    VERIFY_RESULT(same);
    QCOMPARE(same.value()->fingerprint(), m_rules->fingerprint());
}

void TestOfficeHolders::loaderIsStrict_data()
{
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<QString>("message");
    QTest::newRow("columns") << QByteArray("A B\tTR\tDefence Minister\n") << u"people.tsv:1"_s;
    QTest::newRow("state") << QByteArray("# x\nA B\tZZ\tDefence Minister\t\t\n") << u"people.tsv:2"_s;
    QTest::newRow("no name") << QByteArray("\tTR\tDefence Minister\t\t\n") << u"people.tsv:1"_s;
    QTest::newRow("office") << QByteArray("A B\tTR\tJuggler\t\t\n") << u"“Juggler”"_s;
    QTest::newRow("date") << QByteArray("A B\tTR\tDefence Minister\t3 May 2018\t\n") << u"“3 May 2018”"_s;
    QTest::newRow("order") << QByteArray("A B\tTR\tDefence Minister\t2020\t2018\n") << u"ends before it begins"_s;
}

void TestOfficeHolders::loaderIsStrict()
{
    QFETCH(QByteArray, table);
    QFETCH(QString, message);
    const auto rules = rulesWith(table);
    QVERIFY(!rules.ok());
    QVERIFY2(rules.error().message().contains(message), qPrintable(rules.error().message()));
}

QTEST_APPLESS_MAIN(TestOfficeHolders)
#include "tst_officeholders.moc"
