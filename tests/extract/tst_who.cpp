// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/language.h"

#include <QFile>
#include <QTest>

using namespace dragoman;
using namespace dragoman::test;
using namespace Qt::StringLiterals;

namespace {

/** The rows of a table in this folder: a text, " => ", what is expected. */
void rowsOf(const QString &name)
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QFile file(QStringLiteral(DRAGOMAN_WHO_TABLES) + u'/' + name);
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (lines[i].startsWith(u'#') || !lines[i].contains(u" =>"_s))
            continue;
        const QString text = lines[i].section(u" =>"_s, 0, 0);
        QTest::newRow(qPrintable(QString::number(i + 1) + u' ' + text))
            << text << lines[i].section(u" =>"_s, 1).trimmed();
    }
}

QString inWords(const Entity &who)
{
    QStringList parts{who.name};
    if (!who.country.isEmpty())
        parts.append(who.country);
    else if (!who.organisation.isEmpty())
        parts.append(u"of "_s + who.organisation);
    if (!who.roleKeys.isEmpty())
        parts.append(who.roleKeys.first());
    return parts.join(u' ');
}

} // namespace

/** Persons and mentions in the manners of many sources; the tables are who.txt and mentions.txt. */
class TestWho : public QObject
{
    Q_OBJECT
private slots:
    void persons_data() { rowsOf(u"who.txt"_s); }
    void persons();
    void mentions_data() { rowsOf(u"mentions.txt"_s); }
    void mentions();
    void speechIsMarked();
};

void TestWho::persons()
{
    QFETCH(QString, text);
    QStringList persons;
    for (const Entity &who : readText(text).entities) {
        if (who.type == ParticipantType::Person)
            persons.append(inWords(who));
    }
    QTEST(persons.join(u"; "_s), "expected");
}

void TestWho::mentions()
{
    QFETCH(QString, text);
    const ReadText read = readText(text);
    QStringList mentions;
    for (const NounPhrase &phrase : read.analysis.phrases) {
        if (phrase.mergedInto >= 0 || phrase.actors.empty() ||
            phrase.sentence + 1 != static_cast<int>(read.analysis.text.sentences.size()))
            continue;
        const Entity &who = read.entities[static_cast<size_t>(phrase.actors.front())];
        if (who.type == ParticipantType::Person)
            mentions.append(read.words(phrase.begin, phrase.end) + u" = "_s + who.name);
    }
    QTEST(mentions.join(u"; "_s), "expected");
}

void TestWho::speechIsMarked()
{
    const ReadText read =
        readText(u"They met in Baku. President Ana Sol: I thank Omer Aydin. Omer Aydin: Welcome, you."_s);
    for (const NounPhrase &phrase : read.analysis.phrases) {
        const QString words = read.words(phrase.begin, phrase.end);
        QCOMPARE(phrase.inSpeech,
                 words == u"I"_s || words == u"you"_s || (words == u"Omer Aydin"_s && phrase.sentence == 1));
    }
}

QTEST_GUILESS_MAIN(TestWho)
#include "tst_who.moc"
