// SPDX-License-Identifier: GPL-3.0-or-later
#include "gold/told.h"
#include "support/resulttest.h"

#include <QDir>
#include <QTest>

#include <algorithm>

using namespace dragoman;
using namespace dragoman::test;
using namespace Qt::StringLiterals;

namespace {

const QString archive = QStringLiteral(DRAGOMAN_SHARED) + u"/archive"_s;

} // namespace

/** The five articles that may lie beside the sources: what joining them has to give. */
class TestShared : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void ankaraTalksAreOneContact();
    void spellingsAreOnePerson_data();
    void spellingsAreOnePerson();
    void swappedDateIsFound();
    void othersAreNotCorrected();

private:
    [[nodiscard]] QList<Person> peopleWith(const QString &form) const;

    ReadFolder m_read;
};

void TestShared::initTestCase()
{
    if (QDir(archive).entryList({u"*.txt"_s}, QDir::Files).isEmpty())
        QSKIP("The five articles are not beside the sources.");
    const auto rules = RuleSet::load();
    VERIFY_RESULT(rules);
    const auto read = readFolder(archive, *rules.value());
    VERIFY_RESULT(read);
    m_read = read.value();
    QCOMPARE(m_read.articles.size(), 5);
}

void TestShared::ankaraTalksAreOneContact()
{
    QList<Contact> talks;
    for (const Contact &contact : m_read.joined.contacts) {
        if (contact.kind == ContactKind::Meeting && contact.status == ContactStatus::Held &&
            contact.place.name == u"Ankara"_s)
            talks.append(contact);
    }
    QCOMPARE(talks.size(), 1);
    QCOMPARE(talks.first().date.toEdtf(), u"2025-10-01"_s);
    QCOMPARE(talks.first().accounts.size(), 2);
    QVERIFY(talks.first().accounts[0].article != talks.first().accounts[1].article);
    QStringList countries;
    for (const Participant &who : talks.first().participants)
        countries.append(who.country);
    countries.sort();
    QCOMPARE(countries, (QStringList{u"IR"_s, u"TR"_s}));
}

QList<Person> TestShared::peopleWith(const QString &form) const
{
    QList<Person> found;
    for (const Person &person : m_read.joined.people) {
        const bool has = std::any_of(person.forms.begin(), person.forms.end(), [&form](const NameForm &known) {
            return known.text == form || known.text.endsWith(u' ' + form);
        });
        if (has)
            found.append(person);
    }
    return found;
}

void TestShared::spellingsAreOnePerson_data()
{
    QTest::addColumn<QStringList>("forms");
    QTest::addColumn<QString>("country");
    QTest::newRow("Bagheri") << QStringList{u"Bagheri"_s, u"Baqeri"_s} << u"IR"_s;
    QTest::newRow("Guler") << QStringList{u"Guler"_s, u"Güler"_s} << u"TR"_s;
    QTest::newRow("Nasirzadeh") << QStringList{u"Nasirzadeh"_s, u"Nasirzade"_s} << u"IR"_s;
}

void TestShared::spellingsAreOnePerson()
{
    QFETCH(QStringList, forms);
    QFETCH(QString, country);
    PersonId first;
    for (const QString &form : forms) {
        const QList<Person> people = peopleWith(form);
        QVERIFY2(people.size() == 1, qPrintable(u"%1 is %2 persons"_s.arg(form).arg(people.size())));
        QCOMPARE(people.first().country, country);
        if (first.isValid())
            QVERIFY(people.first().id == first);
        first = people.first().id;
    }
}

void TestShared::swappedDateIsFound()
{
    int swapped = 0;
    for (const Article &article : m_read.articles) {
        if (article.published != QDate(2017, 2, 10))
            continue;
        ++swapped;
        QCOMPARE(article.publishedCorrected, QDate(2017, 10, 2));
        QVERIFY(!article.correctionReason.isEmpty());
    }
    QCOMPARE(swapped, 1);
}

void TestShared::othersAreNotCorrected()
{
    for (const Article &article : m_read.articles) {
        if (article.published != QDate(2017, 2, 10))
            QVERIFY2(!article.publishedCorrected.isValid(), qPrintable(article.provenance.path));
    }
}

QTEST_GUILESS_MAIN(TestShared)
#include "tst_shared.moc"
