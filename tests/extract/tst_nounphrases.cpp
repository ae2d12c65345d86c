// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/language.h"

#include <QTest>

using namespace dragoman;
using namespace dragoman::test;
using namespace Qt::StringLiterals;

namespace {

/** "person Ana Sol PT (Foreign Minister)": a phrase with its name, country and office. */
QString inWords(const NounPhrase &phrase, const ReadText &read)
{
    static const QStringList kinds{u"person"_s, u"role"_s, u"body"_s, u"place"_s, u"pronoun"_s, u"group"_s};
    QStringList parts{kinds.at(static_cast<int>(phrase.kind))};
    if (phrase.kind == NounPhrase::Kind::Group)
        parts.append(read.words(phrase.begin, phrase.end));
    if (!phrase.name.isEmpty())
        parts.append(phrase.name);
    if (!phrase.country.isEmpty())
        parts.append(phrase.country);
    if (!phrase.organisation.isEmpty() && phrase.country.isEmpty())
        parts.append(u"of "_s + phrase.organisation);
    if (!phrase.countries.isEmpty())
        parts.append(phrase.countries.join(u'+'));
    if (!phrase.office.isEmpty())
        parts.append(u"("_s + phrase.office + u")"_s);
    if (phrase.counterpart)
        parts.append(u"counterpart"_s);
    return parts.join(u' ');
}

/** All phrases of a text but those that an apposition has taken in. */
QString phrasesOf(const QString &text)
{
    const ReadText read = readText(text);
    QStringList phrases;
    for (const NounPhrase &phrase : read.analysis.phrases) {
        if (phrase.mergedInto < 0)
            phrases.append(inWords(phrase, read));
    }
    return phrases.join(u"; "_s);
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

/** Who and what a sentence names, and words that name nobody. */
class TestNounPhrases : public QObject
{
    Q_OBJECT
private slots:
    void finds_data();
    void finds();
    void roleKeys_data();
    void roleKeys();
    void genderOfATitle();
    void appositionIsTakenIn();
};

void TestNounPhrases::finds_data()
{
    rows({
        "Ana Sol met them. | person Ana Sol; group them",
        "Portuguese Foreign Minister Ana Sol spoke. | person Ana Sol PT (Foreign Minister)",
        "The Foreign Minister of Portugal, Ana Sol, spoke. | person Ana Sol PT (Foreign Minister)",
        "Ana Sol, the Foreign Minister of Portugal, spoke. | person Ana Sol PT (Foreign Minister)",
        "Ana Sol, Portugal's foreign minister, spoke. | person Ana Sol PT (foreign minister)",
        "Portugal's Foreign Minister Ana Sol spoke. | person Ana Sol PT (Foreign Minister)",
        "Foreign Minister Ana Sol of Portugal spoke. | person Ana Sol PT (Foreign Minister)",
        "General Tomas Vidal spoke. | person Tomas Vidal",
        "H.E. Dr. Ana Sol spoke. | person Ana Sol",
        "Mr. Vidal spoke. | person Vidal",
        "President Vidal spoke. | person Vidal (President)",
        "Sheikh Hamad bin Salem Al Nouri spoke. | person Hamad bin Salem Al Nouri",
        "Kim Seo-jun spoke. | person Kim Seo-jun",
        "King Felix IV of Norway spoke. | person Felix IV NO (King)",
        "Dutch Prime Minister Piet de Vries spoke. | person Piet de Vries NL (Prime Minister)",
        "Deputy Prime Minister and Minister of Foreign Affairs Ana Sol spoke. | person Ana Sol (Deputy Prime Minister "
        "and Minister of Foreign Affairs)",
        "his Turkish counterpart Omer Aydin spoke. | person Omer Aydin TR counterpart",
        "his Turkish counterpart spoke. | role TR counterpart",
        "the Turkish defense minister spoke. | role TR (defense minister)",
        "the ambassador of Kenya to Brazil spoke. | role KE (ambassador)",
        "the Kenyan ambassador spoke. | role KE (ambassador)",
        "the foreign ministers of Kenya, Uganda and Rwanda spoke. | role KE KE+UG+RW (foreign ministers)",
        "the Kenyan and Ugandan presidents spoke. | role KE+UG (presidents)",
        "UN Secretary-General Paulo Neves spoke. | person Paulo Neves of United Nations (Secretary-General)",
        "the European Union spoke. | body European Union of European Union",
        "the Kenyan government spoke. | body KE",
        "the Kremlin spoke. | body Kremlin RU",
        "the White House spoke. | body White House US",
        "They met in Nairobi. | group They; place Nairobi KE",
        "They met in the Kenyan capital. | group They; place Nairobi KE",
        "They met in the capital of Kenya. | group They; place Nairobi KE",
        "They met at the Presidential Palace in Nairobi. | group They; place Nairobi KE",
        "The two ministers spoke. | group The two ministers",
        "Both sides spoke. | group Both sides",
        "the former's visit, and the latter spoke. | pronoun former; pronoun latter",
        "former President Ana Sol spoke. | person Ana Sol (President)",
        "President Ana Sol and his wife Maria Sol spoke. | person Ana Sol (President); person Maria Sol",
        "The Iran nuclear deal was signed. | body Iran IR",
        "The Islamic Republic of Iran spoke. | body Iran IR",
        "The US delegation spoke. | role US (delegation)",
        "Please call us. | ",
        "The talks were long. | ",
        "On Monday the Border Treaty was signed. | ",
        "The table stood in the hall. | ",
        "Ana Sol's visit ended. | person Ana Sol",
        "Georgia spoke; Jordan spoke; Chad spoke. | body Georgia GE; body Jordan JO; body Chad TD",
        "Turkey and Iran spoke. | body Türkiye TR; body Iran IR",
    });
}

void TestNounPhrases::finds()
{
    QFETCH(QString, text);
    QTEST(phrasesOf(text), "expected");
}

void TestNounPhrases::roleKeys_data()
{
    QTest::addColumn<QString>("office");
    QTest::addColumn<QString>("key");
    const auto row = [](const QString &office, const QString &key) {
        QTest::newRow(qPrintable(office)) << office << key;
    };
    row(u"Foreign Minister"_s, u"foreign-minister"_s);
    row(u"Minister of Foreign Affairs"_s, u"foreign-minister"_s);
    row(u"Secretary of State"_s, u"foreign-minister"_s);
    row(u"Deputy Foreign Minister"_s, u"deputy-foreign-minister"_s);
    row(u"Defence Minister"_s, u"defence-minister"_s);
    row(u"Minister of Defense"_s, u"defence-minister"_s);
    row(u"Chief of General Staff"_s, u"chief-of-staff"_s);
    row(u"Prime Minister"_s, u"prime-minister"_s);
    row(u"Deputy Prime Minister"_s, u"deputy-prime-minister"_s);
    row(u"President"_s, u"president"_s);
    row(u"Vice President"_s, u"vice-president"_s);
    row(u"Crown Prince"_s, u"crown-prince"_s);
    row(u"gardener"_s, QString());
}

void TestNounPhrases::roleKeys()
{
    QFETCH(QString, office);
    const Lexicon &lexicon = builtIn().lexicon();
    const TokenizedText text = tokenize(office, {0, office.size()}, lexicon);
    QTEST(roleKeyOf(text, 0, static_cast<int>(text.tokens.size()), lexicon), "key");
}

void TestNounPhrases::genderOfATitle()
{
    const ReadText read = readText(u"Mr. Vidal met Mrs. Sol and President Dorn."_s);
    QCOMPARE(read.analysis.phrases.size(), 3U);
    QCOMPARE(read.analysis.phrases[0].gender, NounPhrase::Gender::Male);
    QCOMPARE(read.analysis.phrases[1].gender, NounPhrase::Gender::Female);
    QCOMPARE(read.analysis.phrases[2].gender, NounPhrase::Gender::Unknown);
}

void TestNounPhrases::appositionIsTakenIn()
{
    const ReadText read = readText(u"Ana Sol, the Foreign Minister of Portugal, spoke."_s);
    QCOMPARE(read.analysis.phrases.size(), 2U);
    QCOMPARE(read.analysis.phrases[1].mergedInto, 0);
    const NounPhrase &whole = read.analysis.phrases[0];
    QCOMPARE(read.words(whole.nameBegin, whole.nameEnd), u"Ana Sol"_s);
    QCOMPARE(whole.roleKey, u"foreign-minister"_s);
    QCOMPARE(whole.country, u"PT"_s);
}

QTEST_GUILESS_MAIN(TestNounPhrases)
#include "tst_nounphrases.moc"
