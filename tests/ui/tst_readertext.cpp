// SPDX-License-Identifier: GPL-3.0-or-later
#include "reader/citation.h"
#include "reader/comparisonmodel.h"
#include "reader/findbar.h"
#include "reader/namecard.h"
#include "reader/readertext.h"
#include "reader/textmarks.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace dragoman;

namespace {

using Role = ReaderParagraph::Role;

Article articleOf(const QString &body, TextSpan story = {}, TextSpan title = {})
{
    Article article;
    article.id = ArticleId{1};
    article.body = body;
    article.story = story;
    article.titleSpan = title;
    return article;
}

QStringList textsOf(const ReaderText &text)
{
    QStringList texts;
    for (const ReaderParagraph &paragraph : text.paragraphs())
        texts << paragraph.text;
    return texts;
}

Account accountOf(ContactStatus status, const FuzzyDate &date, const QString &place,
                  const QList<Participant> &participants)
{
    Account account;
    account.status = status;
    account.date = date;
    account.place.name = place;
    account.participants = participants;
    return account;
}

Participant person(const QString &name, qint64 id, Capacity capacity, const QString &office = {})
{
    Participant participant;
    participant.name = name;
    participant.person = PersonId{id};
    participant.capacity = capacity;
    participant.office = office;
    return participant;
}

} // namespace

/** The values behind the reader: the shown text and its way back to the body, marks, comparison, citation, find. */
class TestReaderText : public QObject
{
    Q_OBJECT

private slots:
    void linesAreParagraphs();
    void wrappedLinesAreJoined();
    void oneLineArticlesBreakAtDoubleSpaces();
    void headTitleStoryAndTail();
    void nothingOfTheBodyIsHidden_data();
    void nothingOfTheBodyIsHidden();
    void offsetsGoBothWays_data() { nothingOfTheBodyIsHidden_data(); }
    void offsetsGoBothWays();
    void spansAcrossLineBreaks();
    void directionByTheFirstStrongLetter();
    void emptyBody();
    void marksStandWhereTheEvidenceIs();
    void marksAreSwitchable();
    void accountsComeInTheOrderOfTheText();
    void equalAccountsAgree();
    void accountsThatDiffer();
    void officeLeftOutIsNoDifference();
    void toldHereOnly();
    void threeAccounts();
    void comparisonModelSaysItInWords();
    void citationNamesTheSource();
    void correctedDateIsSaid();
    void findsWithoutRegardToCaseAndMarks();
    void cardsOfNames();
};

void TestReaderText::linesAreParagraphs()
{
    const ReaderText text(articleOf(u"First line.\nSecond line.\n\n  Third line.  \n"_s));
    QCOMPARE(textsOf(text), (QStringList{u"First line."_s, u"Second line."_s, u"Third line."_s}));
    QCOMPARE(text.text(), u"First line.\nSecond line.\nThird line."_s);
    QCOMPARE(text.paragraphs()[2].start, 25);
}

void TestReaderText::wrappedLinesAreJoined()
{
    const QString line = u"The two ministers spoke about the border and about trade and"_s;
    const ReaderText text(articleOf(line + u"\r\n"_s + line + u"\r\n"_s + line + u"\r\n"_s + line +
                                    u"\r\nenergy.\r\n\r\nThey will meet again."_s));
    QCOMPARE(text.paragraphs().size(), 2);
    QCOMPARE(textsOf(text)[0], QStringList({line, line, line, line, u"energy."_s}).join(u' '));
    QCOMPARE(textsOf(text)[1], u"They will meet again."_s);
}

void TestReaderText::oneLineArticlesBreakAtDoubleSpaces()
{
    const QString sentence =
        u"The general stressed the need for good relations between both neighbours in every field. "_s;
    const QString body = sentence.repeated(4) + u" He then flew home.  "_s + sentence.repeated(3).trimmed();
    const ReaderText text(articleOf(body));
    QCOMPARE(text.paragraphs().size(), 3);
    QVERIFY(textsOf(text)[1].startsWith(u"He then"_s));
    QVERIFY(!text.text().contains(u"  "_s));
    QCOMPARE(ReaderText(articleOf(u"Short.  Not broken."_s)).paragraphs().size(), 1);
}

void TestReaderText::headTitleStoryAndTail()
{
    const QString body =
        u" date 2025-10-02\nDefence Chiefs Meet\nBy A Writer\nANKARA – They met. \nThey ate.\nShare this"_s;
    const TextSpan title{body.indexOf(u"Defence"_s), body.indexOf(u"\nBy"_s)};
    const TextSpan story{body.indexOf(u"ANKARA"_s), body.indexOf(u"\nShare"_s)};
    const ReaderText text(articleOf(body, story, title));
    QList<Role> roles;
    for (const ReaderParagraph &paragraph : text.paragraphs())
        roles << paragraph.role;
    QCOMPARE(roles, (QList<Role>{Role::Head, Role::Title, Role::Head, Role::Story, Role::Story, Role::Tail}));
    QCOMPARE(textsOf(text)[1], u"Defence Chiefs Meet"_s);
    QCOMPARE(textsOf(text)[5], u"Share this"_s);

    const QString sameLine = u" date 2025-10-02 Turkish minister received his counterpart."_s;
    const ReaderText cut(articleOf(sameLine, {17, sameLine.size()}));
    QCOMPARE(textsOf(cut), (QStringList{u"date 2025-10-02"_s, u"Turkish minister received his counterpart."_s}));
}

void TestReaderText::nothingOfTheBodyIsHidden_data()
{
    QTest::addColumn<QString>("body");
    QTest::newRow("plain") << u"One.\nTwo."_s;
    QTest::newRow("windows lines") << u"One.\r\n\r\nTwo three.\r\nFour."_s;
    QTest::newRow("old mac lines") << u"One.\rTwo."_s;
    QTest::newRow("byte order mark") << u"\ufeffOne.\nTwo."_s;
    QTest::newRow("odd white space") << u"\t One.\u00a0Two \n \n\f\u2028Three\u2029Four  five"_s;
    QTest::newRow("surrogates") << u"A \U0001F54A flew.\n\U0001F54A\U0001F54A again."_s;
    QTest::newRow("persian") << u"وزیر دفاع ایران\r\nبا همتای خود دیدار کرد."_s;
    QTest::newRow("one line") << u"It was said.  "_s.repeated(60);
    QTest::newRow("wrapped") << (u"Words of a line that somebody wrapped at seventy columns or so,\r\n"_s).repeated(8);
    QTest::newRow("control characters") << u"a\u0000b\ufdd0c\ufdd1d"_s;
}

void TestReaderText::nothingOfTheBodyIsHidden()
{
    QFETCH(QString, body);
    const ReaderText text(articleOf(body, {0, body.size()}));
    const auto letters = [](const QString &of) {
        QString kept;
        for (const QChar c : of) {
            if (!c.isSpace() && c != QChar::ByteOrderMark)
                kept += c.isNull() || c.unicode() == 0xfdd0 || c.unicode() == 0xfdd1
                            ? QChar(QChar::ReplacementCharacter)
                            : c;
        }
        return kept;
    };
    QCOMPARE(letters(text.text()), letters(body));
}

void TestReaderText::offsetsGoBothWays()
{
    QFETCH(QString, body);
    const ReaderText text(articleOf(body, {0, body.size()}));
    qsizetype last = 0;
    int same = 0;
    for (qsizetype at = 0; at <= body.size(); ++at) {
        const qsizetype shown = text.toText(at);
        QVERIFY(shown >= last && shown <= text.text().size());
        last = shown;
        if (at < body.size() && !body[at].isSpace() && body[at] != QChar::ByteOrderMark) {
            QCOMPARE(text.toBody(shown), at);
            if (body[at].isLetter()) {
                QCOMPARE(text.text()[shown], body[at]);
                ++same;
            }
        }
    }
    QVERIFY(same > 2);
    for (qsizetype at = 0; at <= text.text().size(); ++at)
        QVERIFY(text.toBody(at) >= 0 && text.toBody(at) <= body.size());
}

void TestReaderText::spansAcrossLineBreaks()
{
    const QString body = u"They met.\r\n\r\nThen they  ate."_s;
    const ReaderText text(articleOf(body));
    const TextSpan met{5, 9};
    QCOMPARE(text.toText(met), (TextSpan{5, 9}));
    const TextSpan whole{0, body.size()};
    QCOMPARE(text.toText(whole), (TextSpan{0, text.text().size()}));
    QCOMPARE(text.toBody(text.toText(met)), met);
    const TextSpan withBreak{5, 13};
    QCOMPARE(text.toText(withBreak), (TextSpan{5, 9}));
    const TextSpan over{5, 17};
    QCOMPARE(text.toBody(text.toText(over)), over);
    const TextSpan onlyBreak{9, 13};
    QVERIFY(text.toText(onlyBreak).isEmpty() || text.toText(onlyBreak).length() <= 1);
}

void TestReaderText::directionByTheFirstStrongLetter()
{
    const ReaderText text(articleOf(u"1. وزیر met\nThe وزیر\n12 34"_s));
    QVERIFY(text.paragraphs()[0].rightToLeft);
    QVERIFY(!text.paragraphs()[1].rightToLeft);
    QVERIFY(!text.paragraphs()[2].rightToLeft);
}

void TestReaderText::emptyBody()
{
    const ReaderText text(articleOf({}));
    QVERIFY(text.paragraphs().isEmpty());
    QCOMPARE(text.toText(5), 0);
    QCOMPARE(text.toBody(5), 0);
    QVERIFY(text.toText(TextSpan{0, 3}).isEmpty());
}

void TestReaderText::marksStandWhereTheEvidenceIs()
{
    ArticlePage page;
    page.article = articleOf(u"Title\r\n\r\nGuler met Aziz in Ankara.\r\nThey talked."_s);
    const QString &body = page.article.body;
    const auto spanOf = [&](const QString &words) {
        return TextSpan{body.indexOf(words), body.indexOf(words) + words.size()};
    };
    page.accounts.resize(2);
    page.accounts[0].contact = ContactId{7};
    page.accounts[0].evidence = {spanOf(u"Guler met Aziz"_s)};
    page.accounts[1].contact = ContactId{8};
    page.accounts[1].evidence = {spanOf(u"They talked"_s)};
    page.mentions = {{MentionRow::Kind::Person, spanOf(u"Aziz"_s), u"Aziz Nasirzadeh"_s, u"IR"_s},
                     {MentionRow::Kind::Place, spanOf(u"Ankara"_s), u"Ankara"_s, u"TR"_s}};
    const ReaderText text(page.article);
    const MarkKinds all{Theme::Mark::Person, Theme::Mark::Place, Theme::Mark::Evidence};
    const QList<TextMark> marks = marksOf(page, text, ContactId{8}, all);
    QCOMPARE(marks.size(), 4);
    const auto words = [&](const TextMark &mark) { return text.text().mid(mark.span.start, mark.span.length()); };
    QCOMPARE(words(marks[0]), u"Guler met Aziz"_s);
    QCOMPARE(marks[0].mark, Theme::Mark::Evidence);
    QCOMPARE(words(marks[1]), u"They talked"_s);
    QCOMPARE(marks[1].mark, Theme::Mark::SelectedEvidence);
    QCOMPARE(marks[1].account, 1);
    QCOMPARE(words(marks[2]), u"Aziz"_s);
    QCOMPARE(marks[2].mention, 0);
    QCOMPARE(words(marks[3]), u"Ankara"_s);
}

void TestReaderText::marksAreSwitchable()
{
    ArticlePage page;
    page.article = articleOf(u"Guler met Aziz in Ankara."_s);
    page.accounts.resize(1);
    page.accounts[0].contact = ContactId{7};
    page.accounts[0].evidence = {{0, 14}};
    page.mentions = {{MentionRow::Kind::Role, {0, 5}, u"Minister"_s, u"TR"_s}};
    const ReaderText text(page.article);
    QVERIFY(marksOf(page, text, {}, {}).isEmpty());
    QCOMPARE(marksOf(page, text, {}, {Theme::Mark::Person}).size(), 1);
    QCOMPARE(marksOf(page, text, {}, {Theme::Mark::Evidence}).size(), 1);
    const QList<TextMark> selected = marksOf(page, text, ContactId{7}, {});
    QCOMPARE(selected.size(), 1);
    QCOMPARE(selected[0].mark, Theme::Mark::SelectedEvidence);
}

void TestReaderText::accountsComeInTheOrderOfTheText()
{
    ArticlePage page;
    page.accounts.resize(3);
    page.accounts[0].evidence = {{50, 60}, {10, 12}};
    page.accounts[1].evidence = {};
    page.accounts[2].evidence = {{5, 8}};
    QCOMPARE(accountsInOrder(page), (QList<int>{2, 0, 1}));
}

void TestReaderText::equalAccountsAgree()
{
    const QList<Participant> both{person(u"Yasar Guler"_s, 1, Capacity::Host),
                                  person(u"Aziz Nasirzadeh"_s, 2, Capacity::Guest)};
    QList<Participant> spelledOtherwise{person(u"Aziz Nasirzade"_s, 2, Capacity::Guest),
                                        person(u"Yaşar Güler"_s, 1, Capacity::Host)};
    const FuzzyDate day = FuzzyDate::day(QDate(2025, 10, 1));
    const QList<ComparisonRow> rows =
        compareAccounts({accountOf(ContactStatus::Held, day, u"Ankara"_s, both),
                         accountOf(ContactStatus::Held, day, u"ANKARA"_s, spelledOtherwise)});
    QCOMPARE(rows.size(), 6);
    for (const ComparisonRow &row : rows) {
        QCOMPARE(row.cells.size(), 2);
        for (const ComparisonCell &cell : row.cells)
            QCOMPARE(cell.state, ToldState::Equal);
    }
    QVERIFY(rows[4].cells[1].text.contains(u"Yaşar Güler"_s));
    QVERIFY(rows[4].cells[1].text.contains(u"host"_s));
}

void TestReaderText::accountsThatDiffer()
{
    const QList<ComparisonRow> rows =
        compareAccounts({accountOf(ContactStatus::Held, FuzzyDate::day(QDate(2025, 10, 1)), u"Ankara"_s,
                                   {person(u"Guler"_s, 1, Capacity::Host)}),
                         accountOf(ContactStatus::Planned, FuzzyDate::day(QDate(2025, 10, 2)), u"Tehran"_s,
                                   {person(u"Guler"_s, 1, Capacity::Guest)})});
    QCOMPARE(rows[0].field, ComparisonRow::Field::Kind);
    QCOMPARE(rows[0].cells[0].state, ToldState::Equal);
    for (int row = 1; row < rows.size(); ++row) {
        QCOMPARE(rows[row].cells[0].state, ToldState::Differs);
        QCOMPARE(rows[row].cells[1].state, ToldState::Differs);
    }
    QCOMPARE(rows[2].cells[1].text, u"2 Oct 2025"_s);
}

void TestReaderText::officeLeftOutIsNoDifference()
{
    const auto statesOf = [](const QString &a, const QString &b) {
        const QList<ComparisonRow> rows =
            compareAccounts({accountOf(ContactStatus::Held, {}, {}, {person(u"Guler"_s, 1, Capacity::Host, a)}),
                             accountOf(ContactStatus::Held, {}, {}, {person(u"Guler"_s, 1, Capacity::Host, b)})});
        return rows.last().cells[0].state;
    };
    QCOMPARE(statesOf(u"Minister"_s, {}), ToldState::Equal);
    QCOMPARE(statesOf(u"Minister"_s, u"minister"_s), ToldState::Equal);
    QCOMPARE(statesOf(u"Minister"_s, u"Chief of Staff"_s), ToldState::Differs);
}

void TestReaderText::toldHereOnly()
{
    const QList<ComparisonRow> rows =
        compareAccounts({accountOf(ContactStatus::Held, {}, {}, {person(u"Guler"_s, 1, Capacity::Party)}),
                         accountOf(ContactStatus::Held, FuzzyDate::month(2025, 10), u"Ankara"_s,
                                   {person(u"Guler"_s, 1, Capacity::Party), person(u"Fidan"_s, 3, Capacity::Party)})});
    for (const int row : {2, 3, 5}) {
        QCOMPARE(rows[row].cells[0].state, ToldState::NotTold);
        QCOMPARE(rows[row].cells[1].state, ToldState::OnlyHere);
    }
    QCOMPARE(rows[4].cells[1].state, ToldState::Equal);
    QCOMPARE(rows[5].label, u"Fidan"_s);
}

void TestReaderText::threeAccounts()
{
    const FuzzyDate first = FuzzyDate::day(QDate(2025, 10, 1));
    const QList<ComparisonRow> rows = compareAccounts({accountOf(ContactStatus::Held, first, u"Ankara"_s, {}),
                                                       accountOf(ContactStatus::Held, first, {}, {}),
                                                       accountOf(ContactStatus::Held, {}, u"Ankara"_s, {})});
    QCOMPARE(rows[2].cells[0].state, ToldState::Equal);
    QCOMPARE(rows[2].cells[2].state, ToldState::NotTold);
    QCOMPARE(rows[3].cells[1].state, ToldState::NotTold);
    QCOMPARE(compareAccounts({accountOf(ContactStatus::Held, first, {}, {})})[2].cells[0].state, ToldState::Equal);
}

void TestReaderText::comparisonModelSaysItInWords()
{
    ComparisonModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    model.setAccounts(
        {accountOf(ContactStatus::Held, {}, u"Ankara"_s, {}), accountOf(ContactStatus::Planned, {}, {}, {})},
        {u"Mehr"_s, u"Anadolu"_s});
    QCOMPARE(model.rowCount(), 3); // no date is told by either
    QCOMPARE(model.columnCount(), 3);
    QCOMPARE(model.differences(), 2);
    QCOMPARE(model.headerData(2, Qt::Horizontal, Qt::DisplayRole).toString(), u"Anadolu"_s);
    QVERIFY(model.index(1, 1).data().toString().startsWith(u'≠'));
    QVERIFY(model.index(2, 1).data(Qt::AccessibleTextRole).toString().contains(u"only"_s));
    QCOMPARE(model.index(2, 2).data().toString(), u"—"_s);
    QCOMPARE(ToldState(model.index(1, 2).data(ComparisonModel::StateRole).toInt()), ToldState::Differs);
    model.setAccounts({}, {});
    QCOMPARE(model.columnCount(), 1);
}

void TestReaderText::citationNamesTheSource()
{
    Article article = articleOf(u"x"_s);
    article.source = u"Mehr News Agency"_s;
    article.title = u"Ministers meet"_s;
    article.published = QDate(2025, 10, 2);
    article.provenance.path = u"a/b.txt"_s;
    QCOMPARE(citation(article, u"both ministers\n chaired"_s),
             u"“both ministers chaired” — Mehr News Agency, “Ministers meet”, 2 Oct 2025 (a/b.txt)"_s);
    QCOMPARE(citation(articleOf(u"x"_s), {}), QString());
}

void TestReaderText::correctedDateIsSaid()
{
    Article article = articleOf(u"x"_s);
    article.published = QDate(2017, 2, 10);
    QCOMPARE(publishedLabel(article), u"10 Feb 2017"_s);
    article.publishedCorrected = QDate(2017, 10, 2);
    QCOMPARE(publishedLabel(article), u"2 Oct 2017 (printed: 10 Feb 2017)"_s);
}

void TestReaderText::findsWithoutRegardToCaseAndMarks()
{
    const QString text = u"Yaşar Güler met GULER. İstanbul, Nasirzadeh."_s;
    QCOMPARE(findAll(text, u"guler"_s), (QList<TextSpan>{{6, 11}, {16, 21}}));
    QCOMPARE(findAll(text, u"yasar"_s).size(), 1);
    QCOMPARE(findAll(text, u"istanbul"_s).size(), 1);
    QVERIFY(findAll(text, QString()).isEmpty());
    QVERIFY(findAll(text, u"Moscow"_s).isEmpty());
    QCOMPARE(findAll(u"aaaa"_s, u"aa"_s).size(), 2);
}

void TestReaderText::cardsOfNames()
{
    const MentionRow mention{MentionRow::Kind::Person, {0, 5}, u"Yasar <Guler>"_s, u"TR"_s};
    const QString plain = nameCard(mention, {});
    QVERIFY(plain.contains(u"Yasar &lt;Guler&gt;"_s));
    QVERIFY(plain.contains(u"Türkiye"_s));
    Person guler;
    for (int i = 0; i < 7; ++i)
        guler.offices.append({u"Office %1"_s.arg(i), QDate(2023, 6, 3), QDate(2025, 10, 2), {}});
    const QString full = nameCard(mention, guler);
    QVERIFY(full.contains(u"Office 4, told 3 Jun 2023 to 2 Oct 2025"_s));
    QVERIFY(!full.contains(u"Office 5"_s));
    QVERIFY(full.contains(u"and 2 more"_s));
    const MentionRow date{MentionRow::Kind::Date, {0, 5}, u"2025-10"_s, {}};
    QVERIFY(nameCard(date, {}).contains(u"October 2025"_s));
}

QTEST_GUILESS_MAIN(TestReaderText)
#include "tst_readertext.moc"
