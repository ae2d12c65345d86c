// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/names.h"

#include <QTest>

using namespace dragoman;
using namespace Qt::StringLiterals;

class TestNames : public QObject
{
    Q_OBJECT
private slots:
    void folds_data();
    void folds();
    void foldingTwiceChangesNothing();
    void parts_data();
    void parts();
    void matches_data();
    void matches();
};

void TestNames::folds_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("plain");
    QTest::newRow("Turkish u") << u"Güler"_s << u"guler"_s;
    QTest::newRow("already plain") << u"Guler"_s << u"guler"_s;
    QTest::newRow("Turkish c, s, g") << u"Çavuşoğlu"_s << u"cavusoglu"_s;
    QTest::newRow("dotless i") << u"Arıkan"_s << u"arikan"_s;
    QTest::newRow("dotted capital I") << u"İbrahim"_s << u"ibrahim"_s;
    QTest::newRow("capital dotless") << u"ILGIN"_s << u"ilgin"_s;
    QTest::newRow("Vietnamese") << u"Trần Quốc Hưng"_s << u"tran quoc hung"_s;
    QTest::newRow("Vietnamese d") << u"Đặng Hoàng"_s << u"dang hoang"_s;
    QTest::newRow("Azeri schwa") << u"Elçin Məmmədov"_s << u"elcin memmedov"_s;
    QTest::newRow("Azeri capital schwa") << u"Əliyev"_s << u"eliyev"_s;
    QTest::newRow("Polish") << u"Wiśniewski"_s << u"wisniewski"_s;
    QTest::newRow("Polish l") << u"Michał Łukasz"_s << u"michal lukasz"_s;
    QTest::newRow("Danish") << u"Søren Kjær"_s << u"soren kjaer"_s;
    QTest::newRow("German") << u"Groß"_s << u"gross"_s;
    QTest::newRow("Icelandic") << u"Þórður Sigurðsson"_s << u"thordur sigurdsson"_s;
    QTest::newRow("decomposed") << u"Gu\u0308ler"_s << u"guler"_s;
    QTest::newRow("ligature") << u"e\uFB03cient"_s << u"efficient"_s;
    QTest::newRow("Cyrillic short i") << u"Сергей"_s << u"сергеи"_s;
    QTest::newRow("empty") << QString() << QString();
}

void TestNames::folds()
{
    QFETCH(QString, name);
    QFETCH(QString, plain);
    QCOMPARE(folded(name), plain);
}

void TestNames::foldingTwiceChangesNothing()
{
    const QStringList names{u"Çavuşoğlu"_s, u"Elçin Məmmədov"_s, u"İIıi"_s, u"Þórður"_s, u"Łódź"_s};
    for (const QString &name : names)
        QCOMPARE(folded(folded(name)), folded(name));
}

void TestNames::parts_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("two") << u"Yaşar Güler"_s << QStringList{u"yasar"_s, u"guler"_s};
    QTest::newRow("hyphen") << u"Kazemi-Rad"_s << QStringList{u"kazemi"_s, u"rad"_s};
    QTest::newRow("apostrophe") << u"Gideon Sa'ar"_s << QStringList{u"gideon"_s, u"saar"_s};
    QTest::newRow("curly apostrophe") << u"O’Brien"_s << QStringList{u"obrien"_s};
    QTest::newRow("initial") << u"J. D. Vance"_s << QStringList{u"j"_s, u"d"_s, u"vance"_s};
    QTest::newRow("spaces") << u"  Hakan   Fidan "_s << QStringList{u"hakan"_s, u"fidan"_s};
    QTest::newRow("nothing") << u" - "_s << QStringList();
}

void TestNames::parts()
{
    QFETCH(QString, name);
    QFETCH(QStringList, words);
    QCOMPARE(nameWords(name), words);
}

void TestNames::matches_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("term");
    QTest::addColumn<bool>("matching");
    QTest::newRow("surname") << u"Yaşar Güler"_s << u"guler"_s << true;
    QTest::newRow("with diacritics") << u"Yasar Guler"_s << u"Güler"_s << true;
    QTest::newRow("beginning of a word") << u"Yaşar Güler"_s << u"gul"_s << true;
    QTest::newRow("inside a word") << u"Yaşar Güler"_s << u"uler"_s << false;
    QTest::newRow("both words, any order") << u"Yaşar Güler"_s << u"guler yasar"_s << true;
    QTest::newRow("one word too many") << u"Yaşar Güler"_s << u"hulusi guler"_s << false;
    QTest::newRow("part of a hyphenated name") << u"Reza Kazemi-Rad"_s << u"rad"_s << true;
    QTest::newRow("apostrophe left out") << u"Gideon Sa'ar"_s << u"saar"_s << true;
    QTest::newRow("empty term") << u"Yaşar Güler"_s << QString() << false;
    QTest::newRow("term without letters") << u"Yaşar Güler"_s << u"-"_s << false;
    QTest::newRow("empty name") << QString() << u"guler"_s << false;
}

void TestNames::matches()
{
    QFETCH(QString, name);
    QFETCH(QString, term);
    QFETCH(bool, matching);
    QCOMPARE(nameMatches(name, term), matching);
}

QTEST_APPLESS_MAIN(TestNames)
#include "tst_names.moc"
