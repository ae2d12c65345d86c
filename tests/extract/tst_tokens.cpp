// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/language.h"

#include <QElapsedTimer>
#include <QTest>

using namespace dragoman;
using namespace dragoman::test;
using namespace Qt::StringLiterals;

namespace {

TokenizedText cut(const QString &body)
{
    return tokenize(body, {0, body.size()}, builtIn().lexicon());
}

/** Tokens parted by spaces, each as it is read. */
QString tokensOf(const QString &body)
{
    const TokenizedText text = cut(body);
    QStringList tokens;
    for (const Token &token : text.tokens)
        tokens.append(text.text(token));
    return tokens.join(u' ');
}

/** Sentences parted by a bar. */
QString sentencesOf(const QString &body)
{
    const TokenizedText text = cut(body);
    QStringList sentences;
    for (const Sentence &sentence : text.sentences)
        sentences.append(text.text(sentence.begin, sentence.end));
    return sentences.join(u" | "_s);
}

/** The words that carry a flag. */
QString wordsWith(const QString &body, Token::Flag flag)
{
    const TokenizedText text = cut(body);
    QStringList words;
    for (const Token &token : text.tokens) {
        if (token.isWord() && token.has(flag))
            words.append(text.text(token));
    }
    return words.join(u' ');
}

void row(const QString &name, const QString &body, const QString &expected)
{
    QTest::newRow(qPrintable(name)) << body << expected;
}

void columns()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("expected");
}

/** A long paragraph in one line. */
QString longLine(int times)
{
    return u"Foreign Minister Ana Sol's aide said on 3 May that \"the U.S. side\" had left. "_s.repeated(times);
}

qint64 nanosecondsFor(const QString &body)
{
    qint64 best = std::numeric_limits<qint64>::max();
    for (int turn = 0; turn < 5; ++turn) {
        QElapsedTimer timer;
        timer.start();
        const TokenizedText text = cut(body);
        best = std::min(best, timer.nsecsElapsed());
        if (text.tokens.empty())
            return 0;
    }
    return best;
}

} // namespace

/** Text to words, numbers, marks and sentences. */
class TestTokens : public QObject
{
    Q_OBJECT
private slots:
    void tokens_data();
    void tokens();
    void sentences_data();
    void sentences();
    void flags_data();
    void flags();
    void kinds();
    void spansCutTheText_data();
    void spansCutTheText();
    void onlyTheSpanIsCut();
    void paragraphs();
    void brokenWordIsMended();
    void knownWordsHaveTheirNumber();
    void wordsAlikeInTheirKeysAreTwo();
    void longLineTakesLinearTime();
};

void TestTokens::tokens_data()
{
    columns();
    row(u"words"_s, u"They met."_s, u"They met ."_s);
    row(u"contractions"_s, u"I'll go and he’d met O'Dea."_s, u"I 'll go and he ’d met O'Dea ."_s);
    row(u"initialism"_s, u"the U.S. envoy"_s, u"the U.S. envoy"_s);
    row(u"initialism of three"_s, u"the U.A.E. envoy"_s, u"the U.A.E. envoy"_s);
    row(u"excellency"_s, u"H.E. Ana Sol"_s, u"H.E. Ana Sol"_s);
    row(u"initial"_s, u"John F. Dorn"_s, u"John F Dorn"_s);
    row(u"abbreviated month"_s, u"on Sept. 3 there"_s, u"on Sept 3 there"_s);
    row(u"abbreviated rank"_s, u"with Gen. Dorn today"_s, u"with Gen Dorn today"_s);
    row(u"possessive"_s, u"Dorn's aide"_s, u"Dorn 's aide"_s);
    row(u"curly possessive"_s, u"Dorn’s aide"_s, u"Dorn ’s aide"_s);
    row(u"plural possessive"_s, u"ministers' talks"_s, u"ministers ' talks"_s);
    row(u"possessive of an initialism"_s, u"the U.S.'s envoy"_s, u"the U.S. 's envoy"_s);
    row(u"inner apostrophe"_s, u"in Sana'a and Côte d'Ivoire"_s, u"in Sana'a and Côte d'Ivoire"_s);
    row(u"surname with apostrophe"_s, u"Gideon Sa’ar and O'Brien"_s, u"Gideon Sa’ar and O'Brien"_s);
    row(u"contraction"_s, u"he didn't go"_s, u"he didn't go"_s);
    row(u"hyphen"_s, u"Kazemi-Rad met"_s, u"Kazemi Rad met"_s);
    row(u"hyphens"_s, u"vice-prime-minister"_s, u"vice prime minister"_s);
    row(u"dash"_s, u"Oslo – Dorn"_s, u"Oslo – Dorn"_s);
    row(u"dashes without space"_s, u"Oslo—Dorn"_s, u"Oslo — Dorn"_s);
    row(u"number with separators"_s, u"1,500.75 tons"_s, u"1,500.75 tons"_s);
    row(u"numeric date"_s, u"on 03/11/2025."_s, u"on 03/11/2025 ."_s);
    row(u"dotted date"_s, u"on 07.03.2025."_s, u"on 07.03.2025 ."_s);
    row(u"hour"_s, u"at 10:30 there"_s, u"at 10:30 there"_s);
    row(u"ordinal"_s, u"the 21st"_s, u"the 21st"_s);
    row(u"number and unit"_s, u"20km"_s, u"20 km"_s);
    row(u"quotes"_s, u"\"We met,\" he said"_s, u"\" We met , \" he said"_s);
    row(u"brackets"_s, u"(Mehr) said"_s, u"( Mehr ) said"_s);
    row(u"dots"_s, u"well… no"_s, u"well … no"_s);
    row(u"marks on letters"_s, u"Çavuşoğlu, Məmmədov"_s, u"Çavuşoğlu , Məmmədov"_s);
    row(u"letters with combining marks"_s, u"Gu\u0308ler met"_s, u"Gu\u0308ler met"_s);
    row(u"other scripts"_s, u"Путин met"_s, u"Путин met"_s);
    row(u"byte order mark"_s, u"\ufeffThey met"_s, u"They met"_s);
    row(u"non-breaking space"_s, u"They\u00a0met"_s, u"They met"_s);
    row(u"nothing"_s, QString(), QString());
    row(u"blank"_s, u" \n\t "_s, QString());
}

void TestTokens::tokens()
{
    QFETCH(QString, body);
    QTEST(tokensOf(body), "expected");
}

void TestTokens::sentences_data()
{
    columns();
    row(u"two"_s, u"They met. They left."_s, u"They met. | They left."_s);
    row(u"question and exclamation"_s, u"Met? Yes! So."_s, u"Met? | Yes! | So."_s);
    row(u"initialism inside"_s, u"The U.S. envoy met Dorn."_s, u"The U.S. envoy met Dorn."_s);
    row(u"initial inside"_s, u"John F. Dorn met them."_s, u"John F. Dorn met them."_s);
    row(u"abbreviation inside"_s, u"Gen. Dorn and Mr. Sol met."_s, u"Gen. Dorn and Mr. Sol met."_s);
    row(u"small letter after"_s, u"At 5 p.m. they met."_s, u"At 5 p.m. they met."_s);
    row(u"decimal"_s, u"It grew by 7.5 percent."_s, u"It grew by 7.5 percent."_s);
    row(u"end inside quotes"_s, u"\"We met.\" They left."_s, u"\"We met.\" | They left."_s);
    row(u"end inside brackets"_s, u"(They met.) They left."_s, u"(They met.) | They left."_s);
    row(u"opening quote after"_s, u"They met. \"Good,\" he said."_s, u"They met. | \"Good,\" he said."_s);
    row(u"no space"_s, u"See example.org now."_s, u"See example.org now."_s);
    row(u"paragraphs"_s, u"They met\n\nThey left"_s, u"They met | They left"_s);
    row(u"paragraphs with CRLF"_s, u"They met\r\n\r\nThey left"_s, u"They met | They left"_s);
    row(u"lines that are not wrapped"_s, u"They met\nThey left"_s, u"They met | They left"_s);
    row(u"no stop at the end"_s, u"They met"_s, u"They met"_s);
    row(u"nothing"_s, QString(), QString());
}

void TestTokens::sentences()
{
    QFETCH(QString, body);
    QTEST(sentencesOf(body), "expected");
}

void TestTokens::flags_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<int>("flag");
    QTest::addColumn<QString>("expected");
    const auto flag = [](const char *name, const QString &body, Token::Flag which, const QString &expected) {
        QTest::newRow(name) << body << static_cast<int>(which) << expected;
    };
    flag("capitals", u"Dorn met Émile in oslo"_s, Token::Capital, u"Dorn Émile"_s);
    flag("all capitals", u"OSLO (AA) A man met WHO staff"_s, Token::AllCapitals, u"OSLO AA WHO"_s);
    flag("glued", u"Kazemi-Rad met twice - Dorn"_s, Token::Glued, u"Rad"_s);
    flag("glued by other hyphens", u"Kazemi\u2010Rad and Guo\u2011liang"_s, Token::Glued, u"Rad liang"_s);
    flag("straight quotes", u"He said \"we met\" then left"_s, Token::Quoted, u"we met"_s);
    flag("curly quotes", u"He said “we met” then left"_s, Token::Quoted, u"we met"_s);
    flag("angle quotes", u"He said «we met» then left"_s, Token::Quoted, u"we met"_s);
    flag("two quotes", u"\"Yes\" and \"no\" he said"_s, Token::Quoted, u"Yes no"_s);
    flag("no quote over paragraphs", u"He said “we met\n\nThen left"_s, Token::Quoted, u"we met"_s);
    flag("inner apostrophe is no quote", u"In Sana'a they met"_s, Token::Quoted, QString());
    flag("abbreviated", u"the U.S. and Gen. Dorn on Oct. 2 met"_s, Token::Abbreviated, u"U.S. Gen Oct"_s);
    flag("line start", u"Dorn met\n\nSol left"_s, Token::LineStart, u"Dorn Sol"_s);
}

void TestTokens::flags()
{
    QFETCH(QString, body);
    QFETCH(int, flag);
    QTEST(wordsWith(body, static_cast<Token::Flag>(flag)), "expected");
}

void TestTokens::kinds()
{
    const TokenizedText text = cut(u"Dorn's 3 men, met"_s);
    QList<Token::Kind> kinds;
    for (const Token &token : text.tokens)
        kinds.append(token.kind);
    using Kind = Token::Kind;
    QCOMPARE(kinds,
             (QList<Kind>{Kind::Word, Kind::PossessiveMark, Kind::Number, Kind::Word, Kind::Punctuation, Kind::Word}));
    QVERIFY(text.tokens[4].isMark(u','));
    QVERIFY(!text.tokens[4].isMark(u'.'));
}

void TestTokens::spansCutTheText_data()
{
    QTest::addColumn<QString>("body");
    QTest::newRow("plain") << u"The U.S. envoy, Gen. John F. Dorn, met \"Sana'a's\" men on 03/11/2025."_s;
    QTest::newRow("CRLF") << u"Oslo\r\n\r\nThey met.\r\nThey left.\r\n"_s;
    QTest::newRow("byte order mark") << u"\ufeffThey met."_s;
    QTest::newRow("outside the first plane") << u"They 🤝 met 𝔻orn in Oslo 🇸🇪 today."_s;
    QTest::newRow("combining marks") << u"Gu\u0308ler and A\u0301lvarez met."_s;
    QTest::newRow("lone surrogate") << QString(u"They "_s + QChar(0xd83e) + u" met."_s);
    QTest::newRow("nul") << QString(u"They"_s + QChar(0) + u"met."_s);
}

void TestTokens::spansCutTheText()
{
    QFETCH(QString, body);
    const TokenizedText text = cut(body);
    QVERIFY(!text.tokens.empty());
    qsizetype last = 0;
    for (const Token &token : text.tokens) {
        QVERIFY(!token.span.isEmpty());
        QVERIFY(token.span.start >= last && token.span.end <= body.size());
        // Between tokens stand spaces, the hyphens that glue them and the stops of abbreviations.
        for (const QChar c : QStringView(body).mid(last, token.span.start - last))
            QVERIFY2(c.isSpace() || u"-.\ufeff"_s.contains(c), qPrintable(QString::number(c.unicode(), 16)));
        for (const QChar c : QStringView(body).mid(token.span.start, token.span.length()))
            QVERIFY(!c.isSpace());
        last = token.span.end;
    }
    QStringList cutOut;
    for (const Token &token : text.tokens) {
        if (token.isWord())
            cutOut.append(body.mid(token.span.start, token.span.length()));
    }
    QVERIFY2(cutOut.contains(u"met"_s), qPrintable(cutOut.join(u' ')));
    int next = 0;
    for (const Sentence &sentence : text.sentences) {
        QCOMPARE(sentence.begin, next);
        QVERIFY(sentence.end > sentence.begin);
        next = sentence.end;
    }
    QCOMPARE(next, static_cast<int>(text.tokens.size()));
}

void TestTokens::onlyTheSpanIsCut()
{
    const QString body = u"HEADLINE\n\nThey met.\n\nLicence"_s;
    const TokenizedText text = tokenize(body, {10, 19}, builtIn().lexicon());
    QCOMPARE(text.text(0, static_cast<int>(text.tokens.size())), u"They met."_s);
    QCOMPARE(text.tokens.front().span, (TextSpan{10, 14}));
    QVERIFY(tokenize(body, {10, 10}, builtIn().lexicon()).tokens.empty());
}

void TestTokens::paragraphs()
{
    const TokenizedText text = cut(u"They met. They left.\n\nThey came."_s);
    QCOMPARE(text.sentences.size(), 3U);
    QCOMPARE(text.sentences[0].paragraph, text.sentences[1].paragraph);
    QVERIFY(text.sentences[2].paragraph > text.sentences[1].paragraph);
}

void TestTokens::brokenWordIsMended()
{
    const QString body = u"The two foreign ministers of the region met at the palace and dis-\n"
                         "cussed the border for more than three hours that evening before\n"
                         "they went to dine at the residence of the host, where General Ab-\n"
                         "dulla waited for them with officers of the guard and the mayor of\n"
                         "Port\nSol in the hall."_s;
    const TokenizedText text = cut(body);
    QCOMPARE(text.sentences.size(), 1U);
    QStringList words;
    for (const Token &token : text.tokens)
        words.append(text.text(token));
    QVERIFY2(words.contains(u"discussed"_s), qPrintable(words.join(u' ')));
    QVERIFY2(words.contains(u"Abdulla"_s), qPrintable(words.join(u' ')));
    QVERIFY(text.text(0, static_cast<int>(text.tokens.size())).contains(u"mayor of Port Sol"_s));
}

void TestTokens::knownWordsHaveTheirNumber()
{
    const Lexicon &lexicon = builtIn().lexicon();
    const TokenizedText text = cut(u"MINISTER minister Minístér qwxyz"_s);
    QCOMPARE(text.tokens.size(), 4U);
    QVERIFY(text.tokens[0].word != 0);
    QCOMPARE(lexicon.vocabulary.text(text.tokens[0].word), u"minister"_s);
    QCOMPARE(text.tokens[1].word, text.tokens[0].word);
    QCOMPARE(text.tokens[2].word, text.tokens[0].word);
    QCOMPARE(text.tokens[3].word, 0U);
}

/** The key of a long word tells its beginning, its end and its length. */
void TestTokens::wordsAlikeInTheirKeysAreTwo()
{
    Vocabulary vocabulary;
    const QStringList alike{u"counterarrangement"_s, u"countera-rangement"_s, u"visit"_s, u"visits"_s, u"visité"_s};
    for (const QString &word : alike)
        QVERIFY(vocabulary.add(word) != 0);
    QCOMPARE(vocabulary.size(), alike.size() + 1);
    for (const QString &word : alike)
        QCOMPARE(vocabulary.text(vocabulary.find(word)), word);
    QVERIFY(vocabulary.is(vocabulary.find(u"counterarrangement"), "counterarrangement"_L1));
    QVERIFY(!vocabulary.is(vocabulary.find(u"countera-rangement"), "counterarrangement"_L1));
    QCOMPARE(vocabulary.find(u"counterarr"), 0U);
}

/** Eight times the text in one line takes about eight times as long: squared it would be sixty-four. */
void TestTokens::longLineTakesLinearTime()
{
    const QString small = longLine(400);
    const QString large = longLine(3200);
    QCOMPARE(cut(large).tokens.size(), 8 * cut(small).tokens.size());
    const double ratio = static_cast<double>(nanosecondsFor(large)) / static_cast<double>(nanosecondsFor(small));
    QVERIFY2(ratio < 24, qPrintable(QString::number(ratio)));
}

QTEST_GUILESS_MAIN(TestTokens)
#include "tst_tokens.moc"
