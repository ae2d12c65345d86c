// SPDX-License-Identifier: GPL-3.0-or-later
#include "language.h"

#include "domain/names.h"
#include "extract/lexicontable.h"
#include "support/resulttest.h"

#include <QDir>
#include <QFile>
#include <QMap>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace dragoman;
using namespace dragoman::test;
using namespace Qt::StringLiterals;

namespace {

const QString world = u":/dragoman/lexicon/world/"_s;

/** What the tables say of a phrase, as a reader of text would find it: the first entry of the whole phrase. */
const PhraseEntry *entryOf(const QString &phrase)
{
    const Lexicon &lexicon = builtIn().lexicon();
    const TokenizedText text = tokenize(phrase, {0, phrase.size()}, lexicon);
    quint32 node = 0;
    for (const Token &token : text.tokens) {
        node = token.word == 0 ? 0 : lexicon.phrases.step(node, token.word);
        if (node == 0)
            return nullptr;
    }
    const std::vector<quint32> &found = lexicon.phrases.entries(node);
    return found.empty() ? nullptr : &lexicon.entries[found.front()];
}

QString stateOf(const QString &phrase)
{
    const PhraseEntry *entry = entryOf(phrase);
    return entry ? entry->country : u"unknown"_s;
}

QList<LexiconRow> table(const QString &name, int columns)
{
    const Result<QList<LexiconRow>> rows = readTable(world + name, columns);
    return rows.ok() ? rows.value() : QList<LexiconRow>();
}

/** Land without inhabitants of its own, and what has no word for them in English. */
const QSet<QString> withoutPeople{u"AQ"_s, u"BV"_s, u"GS"_s, u"HM"_s, u"TF"_s, u"UM"_s};
const QSet<QString> withoutCapital{u"AQ"_s, u"BV"_s, u"HM"_s, u"NF"_s, u"UM"_s};

/** Spellings that two states share, and whose they are in a text that does not say more. */
const QMap<QString, QString> shared{
    {u"congo"_s, u"CD"_s},    // the larger one; the other is called by its capital
    {u"korea"_s, u"KR"_s},    // the North is never called so
    {u"moscow"_s, u"RU"_s},   // of the Soviet Union too
    {u"prague"_s, u"CZ"_s},   // of Czechoslovakia too
    {u"belgrade"_s, u"RS"_s}, // of Yugoslavia too
    {u"hanoi"_s, u"VN"_s},    // of North Vietnam too
};

} // namespace

/** The tables of the world: complete where they can be, and never of two minds. */
class TestWorld : public QObject
{
    Q_OBJECT
private slots:
    void everyStateIsKnown_data();
    void everyStateIsKnown();
    void spellings_data();
    void spellings();
    void formerStates();
    void georgiaIsTheState();
    void noSpellingOfTwoStates();
    void organisations();
    void usBodiesAreOfTheUs_data();
    void usBodiesAreOfTheUs();
    void loaderIsStrict_data();
    void loaderIsStrict();
    void ownPlacesAndTitles();
};

void TestWorld::everyStateIsKnown_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("names");
    int states = 0;
    for (const LexiconRow &row : table(u"countrynames.tsv"_s, 3)) {
        if (!row.columns[1].isEmpty() || row.columns[0].isEmpty())
            continue;
        QTest::newRow(qPrintable(row.columns[0])) << row.columns[0] << row.columns[2];
        ++states;
    }
    QVERIFY(states >= 249);
}

void TestWorld::everyStateIsKnown()
{
    QFETCH(QString, code);
    QFETCH(QString, names);
    const Lexicon &lexicon = builtIn().lexicon();
    for (const QString &name : names.split(u'|')) {
        const QString expected = shared.value(folded(name), code);
        QVERIFY2(stateOf(name) == expected, qPrintable(name + u" is "_s + stateOf(name)));
    }
    QCOMPARE(stateOf(lexicon.countryNames.value(code)), code);
    if (code == u"AN"_s || code == u"FQ"_s)
        return; // dissolved lands that no text speaks of by adjective
    if (!withoutPeople.contains(code)) {
        const QString adjective = lexicon.adjectives.value(code);
        QVERIFY2(!adjective.isEmpty(), "no adjective");
        QCOMPARE(stateOf(adjective), code);
    }
    if (!withoutCapital.contains(code)) {
        const QString capital = lexicon.capitals.value(code);
        QVERIFY2(!capital.isEmpty(), "no capital");
        QCOMPARE(stateOf(capital), shared.value(folded(capital), code));
    }
}

void TestWorld::spellings_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QStringList>("names");
    const auto row = [](const char *code, const QStringList &names) {
        QTest::newRow(code) << QString::fromLatin1(code) << names;
    };
    row("TR", {u"Türkiye"_s, u"Turkiye"_s, u"Turkey"_s, u"Republic of Türkiye"_s, u"Republic of Turkey"_s});
    row("CZ", {u"Czechia"_s, u"Czech Republic"_s});
    row("KR", {u"South Korea"_s, u"Republic of Korea"_s, u"ROK"_s, u"Korea"_s});
    row("KP", {u"North Korea"_s, u"DPRK"_s, u"Democratic People's Republic of Korea"_s, u"North Korean"_s});
    row("CN", {u"China"_s, u"PRC"_s, u"People's Republic of China"_s});
    row("TW", {u"Taiwan"_s, u"Republic of China"_s});
    row("GB", {u"UK"_s, u"U.K."_s, u"Britain"_s, u"United Kingdom"_s, u"British"_s});
    row("US", {u"U.S."_s, u"US"_s, u"USA"_s, u"United States of America"_s, u"American"_s});
    row("RU", {u"Russia"_s, u"Russian Federation"_s});
    row("SA", {u"Kingdom of Saudi Arabia"_s, u"KSA"_s, u"Saudi"_s});
    row("BH", {u"Kingdom of Bahrain"_s});
    row("IR", {u"Islamic Republic of Iran"_s, u"Islamic Republic"_s, u"Persian"_s});
    row("LA", {u"Laos"_s, u"Lao PDR"_s, u"Lao"_s});
    row("CI", {u"Ivory Coast"_s, u"Côte d'Ivoire"_s, u"Cote d'Ivoire"_s, u"Côte d’Ivoire"_s});
    row("CD", {u"DRC"_s, u"DR Congo"_s, u"Democratic Republic of the Congo"_s, u"Democratic Republic of Congo"_s});
    row("CG", {u"Republic of the Congo"_s, u"Congo-Brazzaville"_s});
    row("KG", {u"Kyrgyz Republic"_s, u"Kyrgyz"_s});
    row("VN", {u"Vietnam"_s, u"Viet Nam"_s, u"Socialist Republic of Vietnam"_s, u"Ha Noi"_s});
    row("MM", {u"Burma"_s, u"Myanmar"_s, u"Burmese"_s});
    row("SZ", {u"Eswatini"_s, u"Swaziland"_s});
    row("PS", {u"Palestine"_s, u"State of Palestine"_s, u"Palestinian"_s});
    row("VA", {u"Holy See"_s, u"Vatican"_s});
    row("XK", {u"Kosovo"_s, u"Kosovar"_s});
    row("UA", {u"Kyiv"_s, u"Kiev"_s});
    row("KZ", {u"Astana"_s, u"Nur-Sultan"_s});
}

void TestWorld::spellings()
{
    QFETCH(QString, code);
    QFETCH(QStringList, names);
    for (const QString &name : names)
        QVERIFY2(stateOf(name) == code, qPrintable(name + u" is "_s + stateOf(name)));
}

void TestWorld::formerStates()
{
    const QMap<QString, QString> states{
        {u"Soviet Union"_s, u"SU"_s},
        {u"USSR"_s, u"SU"_s},
        {u"Soviet"_s, u"SU"_s},
        {u"Yugoslavia"_s, u"YU"_s},
        {u"Yugoslav"_s, u"YU"_s},
        {u"Czechoslovakia"_s, u"CS"_s},
        {u"East Germany"_s, u"DD"_s},
        {u"GDR"_s, u"DD"_s},
        {u"German Democratic Republic"_s, u"DD"_s},
        {u"East German"_s, u"DD"_s},
        {u"West German"_s, u"DE"_s},
        {u"Zaire"_s, u"CD"_s},
        {u"Burma"_s, u"MM"_s},
        {u"Upper Volta"_s, u"BF"_s},
        {u"Dahomey"_s, u"BJ"_s},
        {u"Southern Rhodesia"_s, u"ZW"_s},
        {u"North Vietnam"_s, u"VD"_s},
        {u"East Timor"_s, u"TL"_s},
    };
    for (auto at = states.cbegin(); at != states.cend(); ++at)
        QVERIFY2(stateOf(at.key()) == at.value(), qPrintable(at.key() + u" is "_s + stateOf(at.key())));
    QCOMPARE(entryOf(u"Serbia and Montenegro"_s), nullptr);
}

void TestWorld::georgiaIsTheState()
{
    QCOMPARE(stateOf(u"Georgia"_s), u"GE"_s);
    QCOMPARE(stateOf(u"Atlanta, Georgia"_s), u"US"_s);
    QCOMPARE(stateOf(u"New Mexico"_s), u"US"_s);
    QCOMPARE(stateOf(u"Mexico"_s), u"MX"_s);
}

void TestWorld::noSpellingOfTwoStates()
{
    QMap<QString, QSet<QString>> states;
    const auto add = [&states](const QString &names, const QString &code) {
        for (const QString &name : names.split(u'|', Qt::SkipEmptyParts))
            states[folded(name)].insert(code);
    };
    for (const LexiconRow &row : table(u"countries.tsv"_s, 5)) {
        for (const int column : {1, 2, 3, 4})
            add(row.columns[column], row.columns[0]);
    }
    for (const LexiconRow &row : table(u"cities.tsv"_s, 2))
        add(row.columns[0], row.columns[1]);
    for (const LexiconRow &row : table(u"metonyms.tsv"_s, 4))
        add(row.columns[0], row.columns[1]);
    for (const LexiconRow &row : table(u"nationalbodies.tsv"_s, 2))
        add(row.columns[0], row.columns[1]);
    for (const LexiconRow &row : table(u"regions.tsv"_s, 2))
        add(row.columns[0], row.columns[1]);
    for (const LexiconRow &row : table(u"organisations.tsv"_s, 3))
        add(row.columns[0], row.columns[0].section(u'|', 0, 0));
    QVERIFY(states.size() > 5000);
    for (auto at = states.cbegin(); at != states.cend(); ++at) {
        const bool known = at->size() == 1 || shared.contains(at.key());
        QVERIFY2(known, qPrintable(at.key() + u": "_s + QStringList(at->begin(), at->end()).join(u", "_s)));
    }
}

void TestWorld::organisations()
{
    QSet<QString> names;
    for (const LexiconRow &row : table(u"organisations.tsv"_s, 3)) {
        const QString name = row.columns[0].section(u'|', 0, 0);
        QVERIFY2(!names.contains(name), qPrintable(name));
        names.insert(name);
        const PhraseEntry *entry = entryOf(name);
        QVERIFY2(entry && entry->name == name, qPrintable(name));
    }
    QVERIFY(names.size() >= 250);
    for (const QString &known : {u"UN"_s,
                                 u"EU"_s,
                                 u"NATO"_s,
                                 u"OSCE"_s,
                                 u"SCO"_s,
                                 u"BRICS"_s,
                                 u"OIC"_s,
                                 u"GCC"_s,
                                 u"Arab League"_s,
                                 u"ASEAN"_s,
                                 u"CSTO"_s,
                                 u"CIS"_s,
                                 u"EAEU"_s,
                                 u"OTS"_s,
                                 u"ECO"_s,
                                 u"AU"_s,
                                 u"ECOWAS"_s,
                                 u"IGAD"_s,
                                 u"Mercosur"_s,
                                 u"OAS"_s,
                                 u"CARICOM"_s,
                                 u"IMF"_s,
                                 u"World Bank"_s,
                                 u"OPEC"_s,
                                 u"IAEA"_s,
                                 u"OPCW"_s,
                                 u"ICRC"_s,
                                 u"Warsaw Pact"_s,
                                 u"UNRWA"_s,
                                 u"EEAS"_s,
                                 u"Organization of Turkic States"_s}) {
        const PhraseEntry *entry = entryOf(known);
        QVERIFY2(entry && (entry->kind == PhraseKind::Organisation || entry->kind == PhraseKind::Forum),
                 qPrintable(known));
    }
}

void TestWorld::usBodiesAreOfTheUs_data()
{
    QTest::addColumn<QString>("body");
    for (const char *body : {"State Department", "Pentagon", "CENTCOM", "CIA", "FBI", "U.S. Congress", "U.S. Senate",
                             "U.S. House of Representatives", "USAID", "White House", "Department of Homeland Security",
                             "Treasury Department", "U.S. Treasury", "Federal Reserve", "California", "Texas",
                             "Virginia", "Florida", "Puerto Rico"})
        QTest::newRow(body) << QString::fromLatin1(body);
}

void TestWorld::usBodiesAreOfTheUs()
{
    QFETCH(QString, body);
    QCOMPARE(stateOf(body), body == u"Puerto Rico"_s ? u"PR"_s : u"US"_s);
}

void TestWorld::loaderIsStrict_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("message");
    QTest::newRow("state") << u"countries.tsv"_s << u"ZZ\t\tZembla\tZemblan\tOnhava"_s << u"countries.tsv:2"_s;
    QTest::newRow("city") << u"cities.tsv"_s << u"Onhava\tZZ"_s << u"cities.tsv:2"_s;
    QTest::newRow("columns") << u"cities.tsv"_s << u"Onhava"_s << u"2 columns"_s;
    QTest::newRow("metonym") << u"metonyms.tsv"_s << u"Onhava Palace\tAT\tVienna\tpalace"_s << u"“palace”"_s;
    QTest::newRow("body") << u"organisations.tsv"_s << u"Zemblan Union\tOnhava\tclub"_s << u"“club”"_s;
    QTest::newRow("region") << u"regions.tsv"_s << u"Zemblan Highlands\tZZ"_s << u"regions.tsv:2"_s;
    QTest::newRow("national body") << u"nationalbodies.tsv"_s << u"Bank of Zembla\tZZ"_s << u"nationalbodies.tsv:2"_s;
}

void TestWorld::loaderIsStrict()
{
    QFETCH(QString, file);
    QFETCH(QString, line);
    QFETCH(QString, message);
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkpath(u"lexicon/world"_s));
    QFile out(folder.filePath(u"lexicon/world/"_s + file));
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write("# of our own\n" + line.toUtf8() + '\n');
    out.close();
    const auto rules = RuleSet::load({folder.path()});
    QVERIFY(!rules.ok());
    QVERIFY2(rules.error().message().contains(message), qPrintable(rules.error().message()));
}

void TestWorld::ownPlacesAndTitles()
{
    const QTemporaryDir folder;
    const auto write = [&folder](const QString &file, const QByteArray &bytes) {
        QDir(folder.path()).mkpath(QFileInfo(folder.filePath(file)).path());
        QFile out(folder.filePath(file));
        return out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size();
    };
    QVERIFY(write(u"lexicon/world/countries.tsv"_s, "ZZ\tZembla\t\tZemblan\tOnhava\nTR\t\tErewhon\t\t\n"));
    QVERIFY(write(u"lexicon/world/cities.tsv"_s, "Blawick\tZZ\n"));
    QVERIFY(write(u"lexicon/english/words.tsv"_s, "honorific\thetman\n"));
    const auto rules = RuleSet::load({folder.path()});
    VERIFY_RESULT(rules);
    const Lexicon &lexicon = rules.value()->lexicon();
    QCOMPARE(lexicon.countryNames.value(u"ZZ"_s), u"Zembla"_s);
    QCOMPARE(lexicon.countryNames.value(u"TR"_s), u"Türkiye"_s);
    QCOMPARE(lexicon.capitals.value(u"TR"_s), u"Ankara"_s);
    QVERIFY(lexicon.is(lexicon.vocabulary.find(u"hetman"_s), WordClass::Honorific));
    QVERIFY(lexicon.vocabulary.find(u"blawick"_s) != 0);
}

QTEST_APPLESS_MAIN(TestWorld)
#include "tst_world.moc"
