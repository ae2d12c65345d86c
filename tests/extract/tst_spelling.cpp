// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/lexicontable.h"
#include "extract/namespelling.h"
#include "extract/spelling.h"
#include "support/resulttest.h"

#include <QTest>

using namespace dragoman;
using namespace Qt::StringLiterals;

namespace {

/** "one = other" or "one / other", a pair in each line. */
void pairs(std::initializer_list<const char *> lines)
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("same");
    for (const char *line : lines) {
        const QString text = QString::fromUtf8(line);
        const bool same = text.contains(u" = "_s);
        const QString sign = same ? u" = "_s : u" / "_s;
        QTest::newRow(line) << text.section(sign, 0, 0) << text.section(sign, 1) << same;
    }
}

/** How well pairs of the table namepairs.tsv are told apart. */
struct PairScore
{
    int right = 0; ///< found the same and are
    int wrong = 0; ///< found the same and are not
    int missed = 0;

    [[nodiscard]] double f1() const { return 2.0 * right / (2.0 * right + wrong + missed); }
};

} // namespace

/** Which spellings can be one name. */
class TestSpelling : public QObject
{
    Q_OBJECT
private slots:
    void namesAgree_data();
    void namesAgree();
    void keys_data();
    void keys();
    void keyOfAKeyIsItself();
    void tablesAreRead();
    void greatTransliterations_data();
    void greatTransliterations();
};

void TestSpelling::namesAgree_data()
{
    pairs({
        "Bagheri = Baqeri",
        "Bagheri = Baghery",
        "Güler = Guler",
        "Guler = Gueler",
        "Nasirzadeh = Nasirzade",
        "Kazemi-Rad = Kazemirad",
        "Kazemi Rad = Kazemi-Rad",
        "Kazemi Rad = Kazemirad",
        "Tavakoli = Tavakkoli",
        "Mansour = Mansoor",
        "Mansour = Mansur",
        "Mohammad = Mohamad",
        "Çavuşoğlu = Cavusoglu",
        "Mehmet Şahin = Mehmet Sahin",
        "Yury = Yuri",
        "Yuriy = Yuri",
        "Rahim = Raheem",
        "Victor = Viktor",
        "Alexei = Aleksei",
        "Alexey = Aleksei",
        "Nowak = Novak",
        "Müller = Mueller",
        "Jönsson = Joensson",
        "Stepan = Stephan",
        "Filip = Philip",
        "Dzhabarov = Jabarov",
        "Djabarov = Jabarov",
        "Yerlan = Erlan",
        "Guo-liang = Guoliang",
        "Han Seung-woo = Han Seungwoo",
        "Moussa = Musa",
        "Qasim = Kasim",
        "Ghasem = Qasem",
        "Khalid = Kalid",
        "Łukasz = Lukasz",
        "Đorđe = Dorde",
        "Søren = Soren",
        "Işık = Isik",
        "Ağaoğlu = Agaoglu",
        "Étienne = Etienne",
        "Ruiz = Ruíz",
        "Saïd = Said",
        "Muñoz = Munoz",
        "SOLMAZ = Solmaz",
        "Hamadeh = Hamade",
        "Fatemeh = Fateme",
        "Bashir Nouri = Bashir Noori",
        "Erik Lindqvist = Lindqvist",
        "Erik Lindqvist = Erik Johan Lindqvist",
        "Erik Lindqvist = E. Lindqvist",
        "Erik Johan Lindqvist = Erik J. Lindqvist",
        "Lindqvist Erik = Erik Lindqvist",
        "Saad bin Ali Hajri = Saad Hajri",
        "Saad al-Hajri = Saad Hajri",
        "Ursula van der Meer = Ursula Meer",
        "Sa'ar = Sa’ar",
        "Shevchuk = Shevchuck",
        "Abdulrahman Saleh = Abdul Rahman Saleh",
        "Gholamreza Moradi = Gholam Reza Moradi",
        "Nabil Haddad / Rima Haddad",
        "Haddad / Hariri",
        "Omid Rastgar / Omid Rahimi",
        "Kim Myung-ho / Kim Dae-jung",
        "Wang Liqun / Wang Zhaohui",
        "Xu Weizhong / Wei Xuzhong",
        "Ivan Orlov / Igor Orlov",
        "Anna Orlova / Ivan Orlov",
        "Piet Vos / Piet de Boer",
        "Guler / Gulen",
        "Akar / Agar",
        "Raisi / Rasi Khan",
        "Hassan / Hussein",
        "Omar = Umar Farouk",
        "Peter Dorn / Petra Dorn",
        "Karl Braun / Carla Braun",
        "Sato / Saito",
        "Ito / Ido",
        "Park / Bark",
        "Kovač / Kováts",
        "Ben Ami / Ben Zvi",
        "Aliyev / Agayev",
        "Ahmadi / Ahmadov",
        "Novak / Novikov",
        "Demir / Demirel",
        "Yılmaz / Yıldız",
        "Kaya / Kayalar",
        "Baker / Becker",
        "Marchand / Marchais",
        "Brandt / Brandes",
        "Costa / Castro",
        "Silva / Salva",
        "Tariq = Tarek Salim",
        "Erik Lindqvist / Erik Lundgren",
        "Erik Lindqvist / Lars Lindqvist",
        "Hossein = Hosein",
        "Farrokh = Farokh",
        "Ghaani = Qaani",
        "Zhukov = Zukov",
        "Lukashenka / Lushenko",
        "Sol / Sal",
        "Ali / Eli",
        "Abbas Nouri / Abbas Nasri",
        "Peter Otieno / Moses Okello",
        "Anne Roy / Kenji Mori",
        "Amir Tal / Amit Tal",
        "Jonas Berg / Thomas Berg",
        "Ilse Kranz / Else Franz",
    });
}

void TestSpelling::namesAgree()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    QFETCH(bool, same);
    QCOMPARE(dragoman::namesAgree(one, other), same);
    QCOMPARE(dragoman::namesAgree(other, one), same);
    QVERIFY(dragoman::namesAgree(one, one));
}

void TestSpelling::keys_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("same");
    QTest::newRow("gh, q") << u"Bagheri"_s << u"Baqeri"_s << true;
    QTest::newRow("final h") << u"Nasirzadeh"_s << u"Nasirzade"_s << true;
    QTest::newRow("marks") << u"Çavuşoğlu"_s << u"Cavusoglu"_s << true;
    QTest::newRow("doubled") << u"Tavakkoli"_s << u"Tavakoli"_s << true;
    QTest::newRow("ou, oo") << u"Mansour"_s << u"Mansoor"_s << true;
    QTest::newRow("vowels") << u"Nasir"_s << u"Naser"_s << false;
    QTest::newRow("consonants") << u"Akar"_s << u"Azar"_s << false;
    QTest::newRow("h after a consonant") << u"Sabah"_s << u"Sabahi"_s << false;
}

void TestSpelling::keys()
{
    QFETCH(QString, word);
    QFETCH(QString, other);
    QFETCH(bool, same);
    QCOMPARE(spellingKey(word) == spellingKey(other), same);
}

void TestSpelling::keyOfAKeyIsItself()
{
    for (const QString &word : {u"Nasirzadeh"_s, u"Çavuşoğlu"_s, u"Dzhabarov"_s, u"Guler"_s, u"Mansoor"_s}) {
        const QString key = spellingKey(word);
        QVERIFY(!key.isEmpty());
        QCOMPARE(spellingKey(key), key);
    }
    QCOMPARE(spellingKey(QString()), QString());
}

void TestSpelling::tablesAreRead()
{
    const auto names = loadNameSpelling();
    VERIFY_RESULT(names);
    QCOMPARE(names.value().anywhere.of(u"khanzhe"), u"kanze"_s);
    QVERIFY(names.value().near.contains({u'e', u'i'}) && names.value().near.contains({u'i', u'e'}));
    QVERIFY(names.value().chains.contains(u"bin"_s));
}

void TestSpelling::greatTransliterations_data()
{
    QTest::addColumn<QString>("part");
    QTest::newRow("looked at while the tables were made") << u"tune"_s;
    QTest::newRow("put aside before") << u"held"_s;
}

void TestSpelling::greatTransliterations()
{
    QFETCH(QString, part);
    const auto rows = readTable(QStringLiteral(DRAGOMAN_NAME_PAIRS), 5);
    VERIFY_RESULT(rows);
    QVERIFY(rows.value().size() >= 300);
    PairScore score;
    for (const LexiconRow &row : rows.value()) {
        if (row.columns[4] != part)
            continue;
        const bool same = row.columns[2] == u"same"_s;
        const bool found = dragoman::namesAgree(row.columns[0], row.columns[1]);
        QCOMPARE(dragoman::namesAgree(row.columns[1], row.columns[0]), found);
        score.right += found && same ? 1 : 0;
        score.wrong += found && !same ? 1 : 0;
        score.missed += !found && same ? 1 : 0;
        if (found != same)
            qInfo("%s", qPrintable(row.where + u' ' + row.columns.join(u" | "_s)));
    }
    qInfo("F1 %.3f: %d right, %d wrong, %d missed", score.f1(), score.right, score.wrong, score.missed);
    QVERIFY(score.f1() >= 0.97);
}

QTEST_GUILESS_MAIN(TestSpelling)
#include "tst_spelling.moc"
