// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/language.h"

#include <QTest>

using namespace dragoman;
using namespace dragoman::test;
using namespace Qt::StringLiterals;

namespace {

/** "Ana Sol PT (Portuguese Foreign Minister)": an entity with country and offices. */
QString inWords(const Entity &who)
{
    QStringList parts{who.name};
    if (!who.country.isEmpty())
        parts.append(who.country);
    if (!who.organisation.isEmpty() && who.country.isEmpty())
        parts.append(u"of "_s + who.organisation);
    if (!who.offices.isEmpty())
        parts.append(u'(' + who.offices.join(u", "_s) + u')');
    if (who.type == ParticipantType::Body)
        parts.append(who.isState ? u"state"_s : u"body"_s);
    return parts.join(u' ');
}

QString entitiesOf(const QString &text, const QString &home)
{
    const ReadText read = readText(text, home);
    QStringList entities;
    for (const Entity &who : read.entities)
        entities.append(inWords(who));
    return entities.join(u"; "_s);
}

/** Whom each phrase of the last sentence stands for: "he = Ana Sol". */
QString lastMentions(const QString &text, const QString &home)
{
    const ReadText read = readText(text, home);
    QStringList mentions;
    for (const NounPhrase &phrase : read.analysis.phrases) {
        if (phrase.mergedInto >= 0 || phrase.sentence + 1 != static_cast<int>(read.analysis.text.sentences.size()))
            continue;
        QStringList who;
        for (const int actor : phrase.actors)
            who.append(read.entities[static_cast<size_t>(actor)].name);
        mentions.append(read.words(phrase.begin, phrase.end) + u" = "_s + who.join(u" + "_s));
    }
    return mentions.join(u"; "_s);
}

void rows(std::initializer_list<const char *> lines)
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    for (const char *line : lines) {
        const QString text = QString::fromUtf8(line);
        QTest::newRow(qPrintable(text.section(u" | "_s, 0, 0)))
            << text.section(u" | "_s, 0, 0) << text.section(u" | "_s, 1);
    }
}

} // namespace

/** Who is who within one article. */
class TestEntities : public QObject
{
    Q_OBJECT
private slots:
    void entities_data();
    void entities();
    void mentions_data();
    void mentions();
    void homeGivesCountry();
    void formsAreKept();
};

void TestEntities::entities_data()
{
    rows({
        "Portuguese Foreign Minister Ana Sol met Dutch Prime Minister Piet Vos. Sol and Vos spoke. | Ana Sol PT "
        "(Portuguese Foreign Minister); Piet Vos NL (Dutch Prime Minister)",
        "Sol spoke. Portuguese Foreign Minister Ana Sol left. | Ana Sol PT (Portuguese Foreign Minister)",
        "The Foreign Minister of Portugal, Ana Sol, spoke. | Ana Sol PT (Portuguese Foreign Minister)",
        "Ana Sol, Portugal's foreign minister, spoke. Foreign Minister Sol left. | Ana Sol PT (Portuguese foreign "
        "minister, Foreign Minister)",
        "Lebanese President Nabil Haddad met Lebanese Ambassador Rima Haddad. | Nabil Haddad LB (Lebanese President); "
        "Rima Haddad LB (Lebanese Ambassador)",
        "Turkish Defense Minister Yusuf Gümüş spoke. General Gumus left. | Yusuf Gümüş TR (Turkish Defense Minister)",
        "Iranian President Reza Baghdasar spoke. Baqdasar left. | Reza Baghdasar IR (Iranian President)",
        "UN Secretary-General Paulo Neves met Kenyan President Peter Otieno. | Paulo Neves of United Nations "
        "(Secretary-General); Peter Otieno KE (Kenyan President)",
        "Kenya and the European Union spoke. | Kenya KE state; European Union of European Union body",
        "Kenyan President Peter Otieno met the Ugandan foreign minister. | Peter Otieno KE (Kenyan President); Ugandan "
        "foreign minister UG body",
        "Kenyan President Peter Otieno met his Ugandan counterpart. | Peter Otieno KE (Kenyan President); Ugandan "
        "president UG body",
        "Kenyan President Peter Otieno met his Ugandan counterpart Moses Okello. | Peter Otieno KE (Kenyan President); "
        "Moses Okello UG (Ugandan President)",
        "The table stood in the hall of Ana Sol. | Ana Sol",
        "The Kremlin spoke. | Kremlin RU body",
        "Foreign Minister Ana Sol spoke. | Ana Sol (Foreign Minister)",
        "Iraqi Foreign Minister Samir Aziz met Kuwaiti Foreign Minister Samir Aziz. | Samir Aziz IQ (Iraqi Foreign "
        "Minister); Samir Aziz KW (Kuwaiti Foreign Minister)",
    });
}

void TestEntities::entities()
{
    QFETCH(QString, text);
    QTEST(entitiesOf(text, QString()), "expected");
}

void TestEntities::mentions_data()
{
    rows({
        "Portuguese Foreign Minister Ana Sol met Dutch Prime Minister Piet Vos. The Portuguese minister left. | The "
        "Portuguese minister = Ana Sol",
        "Portuguese Foreign Minister Ana Sol met Dutch Prime Minister Piet Vos. The Dutch prime minister left. | The "
        "Dutch prime minister = Piet Vos",
        "Portuguese Foreign Minister Ana Sol met Dutch Prime Minister Piet Vos. The foreign minister left. | The "
        "foreign minister = Ana Sol",
        "Portuguese Foreign Minister Ana Sol met Dutch Prime Minister Piet Vos. Sol thanked Vos. | Sol = Ana Sol; Vos "
        "= "
        "Piet Vos",
        "Mr. Ana Sol, Portuguese Foreign Minister, met Mrs. Petra Vos. He thanked her. | He = Ana Sol; her = Petra Vos",
        "Kenyan President Peter Otieno arrived. His Ugandan counterpart received him. | His Ugandan counterpart = "
        "Ugandan president; him = Peter Otieno",
        "Kenyan President Peter Otieno and Ugandan President Moses Okello met. The Ugandan president left. | The "
        "Ugandan president = Moses Okello",
        "Kenyan Foreign Minister Peter Otieno met them. The foreign ministers of Kenya and Uganda left. | The foreign "
        "ministers of Kenya and Uganda = Peter Otieno + Ugandan foreign minister",
        "Lebanese President Nabil Haddad and Ambassador Rima Haddad met. Ambassador Haddad left. | Ambassador Haddad = "
        "Rima Haddad",
        "Kenyan President Peter Otieno arrived. The Tanzanian president received him. | The Tanzanian president = "
        "Tanzanian president; him = Peter Otieno",
    });
}

void TestEntities::mentions()
{
    QFETCH(QString, text);
    QTEST(lastMentions(text, QString()), "expected");
}

void TestEntities::homeGivesCountry()
{
    const QString text = u"Foreign Minister Ana Sol met Dutch Prime Minister Piet Vos. Tomas Vidal spoke."_s;
    QCOMPARE(entitiesOf(text, u"PT"_s),
             u"Ana Sol PT (Foreign Minister); Piet Vos NL (Dutch Prime Minister); Tomas Vidal"_s);
    const ReadText read = readText(text, u"PT"_s);
    QVERIFY(read.entities[0].countryGuessed);
    QVERIFY(!read.entities[1].countryGuessed);
    QCOMPARE(read.entities[0].side(), u"PT"_s);
}

void TestEntities::formsAreKept()
{
    const ReadText read =
        readText(u"Turkish Defense Minister Yusuf Gümüş spoke. General Gumus left. Gümüş returned."_s);
    QCOMPARE(read.entities.size(), 1U);
    QCOMPARE(read.entities[0].forms, (QStringList{u"Yusuf Gümüş"_s, u"Gumus"_s, u"Gümüş"_s}));
    QCOMPARE(read.entities[0].roleKeys, (QStringList{u"defence-minister"_s}));
    QVERIFY(read.entities[0].official);
}

QTEST_GUILESS_MAIN(TestEntities)
#include "tst_entities.moc"
