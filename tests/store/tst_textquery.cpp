// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/connection.h"
#include "store/textquery.h"
#include "support/nowarnings.h"
#include "support/resulttest.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace dragoman;
using namespace dragoman::test;
using namespace Qt::StringLiterals;

class TestTextQuery : public QObject
{
    Q_OBJECT
private slots:
    void terms_data();
    void terms();
    void writesFts_data();
    void writesFts();
    void noTextBreaksTheIndex();
    void finds_data();
    void finds();
    void snippet_data();
    void snippet();
    void longSnippetIsCutAtWords();
    void firstWordsAreOneLine();
};

void TestTextQuery::terms_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected"); // words joined by '+', a prefix with '*'
    QTest::newRow("nothing") << QString() << QStringList();
    QTest::newRow("two words") << u"border  talks"_s << QStringList{u"border"_s, u"talks"_s};
    QTest::newRow("phrase") << u"\"border talks\""_s << QStringList{u"border+talks"_s};
    QTest::newRow("prefix") << u"gul*"_s << QStringList{u"gul*"_s};
    QTest::newRow("star inside the phrase") << u"\"border ta*\""_s << QStringList{u"border+ta*"_s};
    QTest::newRow("star behind the phrase") << u"\"border ta\"*"_s << QStringList{u"border+ta*"_s};
    QTest::newRow("phrase not closed") << u"\"border talks"_s << QStringList{u"border+talks"_s};
    QTest::newRow("phrase after a word") << u"a\"b c\"d"_s << QStringList{u"a"_s, u"b+c"_s, u"d"_s};
    QTest::newRow("folded") << u"Güler ARIKAN Łódź"_s << QStringList{u"guler"_s, u"arikan"_s, u"lodz"_s};
    QTest::newRow("hyphen and apostrophe") << u"Kazemi-Rad Sa'ar"_s << QStringList{u"kazemi+rad"_s, u"sa+ar"_s};
    QTest::newRow("operators are words") << u"a AND NOT b NEAR"_s
                                         << QStringList{u"a"_s, u"and"_s, u"not"_s, u"b"_s, u"near"_s};
    QTest::newRow("column filter is words") << u"title:x ^y"_s << QStringList{u"title+x"_s, u"y"_s};
    QTest::newRow("signs ask for nothing") << u"! \"\" * ( ) \" - \""_s << QStringList();
}

void TestTextQuery::terms()
{
    QFETCH(QString, text);
    QFETCH(QStringList, expected);
    QStringList found;
    for (const TextTerm &term : textTerms(text))
        found.append(term.words.join(u'+') + (term.prefix ? u"*"_s : QString()));
    QCOMPARE(found, expected);
}

void TestTextQuery::writesFts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("query");
    QTest::newRow("nothing") << u"!"_s << QString();
    QTest::newRow("word") << u"Güler"_s << u"\"guler\""_s;
    QTest::newRow("two") << u"a b*"_s << u"\"a\" AND \"b\" *"_s;
    QTest::newRow("phrase") << u"\"a b\""_s << u"\"a b\""_s;
}

void TestTextQuery::writesFts()
{
    QFETCH(QString, text);
    QFETCH(QString, query);
    QCOMPARE(ftsQuery(textTerms(text)), query);
}

/** Whatever somebody types is a question that FTS5 can answer. */
void TestTextQuery::noTextBreaksTheIndex()
{
    const NoWarnings noWarnings;
    const QTemporaryDir dir;
    const Result<std::unique_ptr<Connection>> opened =
        Connection::open(dir.filePath(u"fts.sqlite"_s), Connection::Mode::Write);
    VERIFY_RESULT(opened);
    const Connection &connection = *opened.value();
    const Result<void> made =
        connection.run(u"CREATE VIRTUAL TABLE i USING fts5(t, content='', tokenize='unicode61 remove_diacritics 2')"_s);
    VERIFY_RESULT(made);
    const Result<void> filled =
        connection.run(u"INSERT INTO i(rowid, t) VALUES(1, ?)"_s, {indexText(u"Güler spoke of the border"_s)});
    VERIFY_RESULT(filled);
    const QString letters = u"ab*\"'():^-+{}[],.\\ANDORNEAR  üığ\u0308\u00bd\u2460\u3042\u0000é"_s;
    QRandomGenerator random(5);
    int asked = 0;
    for (int i = 0; i < 3000; ++i) {
        QString text;
        for (int k = random.bounded(12); k >= 0; --k)
            text.append(letters.at(random.bounded(static_cast<int>(letters.size()))));
        const QString query = ftsQuery(textTerms(text));
        if (query.isEmpty())
            continue;
        ++asked;
        const Result<QVariant> hits = connection.value(u"SELECT count(*) FROM i WHERE i MATCH ?"_s, {query});
        QVERIFY2(hits.ok(), qPrintable(query));
    }
    QVERIFY(asked > 1000);
    const Result<QVariant> hit =
        connection.value(u"SELECT count(*) FROM i WHERE i MATCH ?"_s, {ftsQuery(textTerms(u"GULER \"the bor\"*"_s))});
    VERIFY_RESULT(hit);
    QCOMPARE(hit.value().toInt(), 1);
    VERIFY_NO_WARNINGS();
}

void TestTextQuery::finds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("query");
    QTest::addColumn<QStringList>("found");
    QTest::newRow("either spelling") << u"Güler and Guler"_s << u"guler"_s << QStringList{u"Güler"_s, u"Guler"_s};
    QTest::newRow("decomposed") << u"Gu\u0308ler"_s << u"güler"_s << QStringList{u"Gu\u0308ler"_s};
    QTest::newRow("whole words only") << u"Gulerian Guler"_s << u"guler"_s << QStringList{u"Guler"_s};
    QTest::newRow("prefix") << u"Gulerian Guler"_s << u"gul*"_s << QStringList{u"Gulerian"_s, u"Guler"_s};
    QTest::newRow("phrase over a line end")
        << u"border\nsecurity, border"_s << u"\"border security\""_s << QStringList{u"border\nsecurity"_s};
    QTest::newRow("several terms") << u"a b c"_s << u"c a"_s << QStringList{u"a"_s, u"c"_s};
    QTest::newRow("longest first") << u"a b c"_s << u"a \"a b\""_s << QStringList{u"a b"_s};
    QTest::newRow("none") << u"a b c"_s << u"d"_s << QStringList();
}

void TestTextQuery::finds()
{
    QFETCH(QString, text);
    QFETCH(QString, query);
    QFETCH(QStringList, found);
    QStringList actual;
    for (const TextSpan &span : findTerms(text, textTerms(query)))
        actual.append(text.mid(span.start, span.length()));
    QCOMPARE(actual, found);
}

void TestTextQuery::snippet_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("line");
    QTest::newRow("original letters") << u"General Güler spoke."_s << u"guler"_s
                                      << u"General \u0002Güler\u0003 spoke."_s;
    QTest::newRow("one line") << u"General\n\n  Güler\tspoke."_s << u"guler"_s << u"General \u0002Güler\u0003 spoke."_s;
    QTest::newRow("two hits") << u"a b a"_s << u"a"_s << u"\u0002a\u0003 b \u0002a\u0003"_s;
    QTest::newRow("marks in the text are none") << u"x\u0002y\u0003 z"_s << u"z"_s << u"x y \u0002z\u0003"_s;
    QTest::newRow("no hit") << u"a b"_s << u"c"_s << QString();
}

void TestTextQuery::snippet()
{
    QFETCH(QString, text);
    QFETCH(QString, query);
    QFETCH(QString, line);
    QCOMPARE(snippetOf(text, textTerms(query)), line);
}

void TestTextQuery::longSnippetIsCutAtWords()
{
    const QString before = u"before "_s.repeated(50);
    const QString after = u" behind"_s.repeated(50);
    const QString line = snippetOf(before + u"Güler"_s + after, textTerms(u"guler"_s));
    QVERIFY(line.startsWith(u"…before "_s));
    QVERIFY(line.endsWith(u" behind…"_s));
    QVERIFY(line.contains(u"\u0002Güler\u0003"_s));
    QVERIFY2(line.size() < 220, qPrintable(line));
}

void TestTextQuery::firstWordsAreOneLine()
{
    QCOMPARE(firstWords(u"  Two\n\nlines "_s), u"Two lines"_s);
    QCOMPARE(firstWords(QString()), QString());
    const QString line = firstWords(u"word "_s.repeated(100));
    QVERIFY(line.endsWith(u"word…"_s));
    QVERIFY(line.size() < 200);
}

QTEST_GUILESS_MAIN(TestTextQuery)
#include "tst_textquery.moc"
