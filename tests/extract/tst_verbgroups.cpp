// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/language.h"

#include <QTest>

using namespace dragoman;
using namespace dragoman::test;
using namespace Qt::StringLiterals;

namespace {

/** "will visit: visit future": every verb group of a text. */
QString verbsOf(const QString &text)
{
    static const QStringList moods{u"past"_s,       u"present"_s, u"future"_s, u"conditional"_s,
                                   u"infinitive"_s, u"is to"_s,   u"gerund"_s};
    const ReadText read = readText(text);
    QStringList groups;
    for (const VerbGroup &group : read.analysis.verbs) {
        QStringList words{builtIn().lexicon().vocabulary.text(group.lemma), moods.at(static_cast<int>(group.mood))};
        if (group.passive)
            words.append(u"passive"_s);
        if (group.negated)
            words.append(u"negated"_s);
        if (group.quoted)
            words.append(u"quoted"_s);
        if (group.modal != 0)
            words.append(u"by "_s + builtIn().lexicon().vocabulary.text(group.modal));
        groups.append(words.join(u' '));
    }
    return groups.join(u"; "_s);
}

} // namespace

/** Verbs with their auxiliaries, and nouns that look like verbs. */
class TestVerbGroups : public QObject
{
    Q_OBJECT
private slots:
    void finds_data();
    void finds();
    void spansTheGroup();
};

void TestVerbGroups::finds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    for (const char *line : {
             "President Ana Sol visited Oslo. | visit past",
             "President Ana Sol has visited Oslo. | visit past",
             "President Ana Sol had met Piet Vos. | meet past",
             "President Ana Sol visits Oslo. | visit present",
             "President Ana Sol is visiting Oslo. | visit present",
             "President Ana Sol was visiting Oslo. | visit past",
             "President Ana Sol will visit Oslo. | visit future",
             "President Ana Sol will not visit Oslo. | visit future negated",
             "President Ana Sol did not visit Oslo. | visit past negated",
             "President Ana Sol has never visited Oslo. | visit past negated",
             "President Ana Sol never visited Oslo. | visit past negated",
             "President Ana Sol would clandestinely visit Oslo. | visit conditional by would",
             "President Ana Sol will co-chair the session. | chair future",
             "President Ana Sol has no plans. | have present",
             "President Ana Sol would visit Oslo. | visit conditional by would",
             "President Ana Sol could visit Oslo. | visit conditional by could",
             "President Ana Sol may visit Oslo. | visit conditional by may",
             "President Ana Sol is to visit Oslo. | visit is to",
             "President Ana Sol was to visit Oslo. | visit is to",
             "President Ana Sol is expected to visit Oslo. | expect present passive; visit infinitive",
             "President Ana Sol is scheduled to meet Piet Vos. | schedule present passive; meet infinitive",
             "President Ana Sol wants to visit Oslo. | want present; visit infinitive",
             "President Ana Sol refused to meet Piet Vos. | refuse past; meet infinitive",
             "President Ana Sol was received by Piet Vos. | receive past passive",
             "President Ana Sol has been invited by Piet Vos. | invite past passive",
             "After meeting Piet Vos, President Ana Sol left. | meet gerund; leave past",
             "President Ana Sol left Oslo after meeting Piet Vos. | leave past; meet gerund",
             "Presidents Ana Sol and Piet Vos meet today. | meet present",
             "President Ana Sol and President Piet Vos meet today. | meet present",
             "President Ana Sol was not invited. | invite past passive negated",
             "President Ana Sol officially visited Oslo. | visit past",
             "President Ana Sol will soon visit Oslo. | visit future",
             "President Ana Sol will be in Oslo. | be future",
             "Visiting Oslo, President Ana Sol met Piet Vos. | visit gerund; meet past",
             "President Ana Sol will chair the session and then meet Piet Vos. | chair future; meet future",
             "President Ana Sol said \"I will visit Oslo\". | say past; visit future quoted",
             "The visit of President Ana Sol ended. | end past",
             "The meeting was long. | be past",
             "Their talks lasted two hours. | last past",
             "A phone call followed. | follow past",
             "President Ana Sol's visit to Oslo ended. | end past",
             "The scheduled visit was short. | be past",
             "His call for calm was heard. | hear past passive",
             "The table stood in the hall. | stand past",
             "President Ana Sol, on a visit to Oslo, spoke. | speak past",
             "President Ana Sol spoke by phone with Piet Vos. | speak past",
             "Nothing here of that kind. | ",
         }) {
        const QString row = QString::fromUtf8(line);
        QTest::newRow(qPrintable(row.section(u" | "_s, 0, 0)))
            << row.section(u" | "_s, 0, 0) << row.section(u" | "_s, 1);
    }
}

void TestVerbGroups::finds()
{
    QFETCH(QString, text);
    QTEST(verbsOf(text), "expected");
}

void TestVerbGroups::spansTheGroup()
{
    const ReadText read = readText(u"President Ana Sol will certainly not visit Oslo."_s);
    QCOMPARE(read.analysis.verbs.size(), 1U);
    const VerbGroup &group = read.analysis.verbs.front();
    QCOMPARE(read.words(group.begin, group.end), u"will certainly not visit"_s);
    QCOMPARE(read.words(group.main, group.main + 1), u"visit"_s);
    for (int at = group.begin; at < group.end; ++at)
        QCOMPARE(read.analysis.verbAt[static_cast<size_t>(at)], 0);
    QCOMPARE(read.analysis.verbAt[static_cast<size_t>(group.end)], -1);
}

QTEST_GUILESS_MAIN(TestVerbGroups)
#include "tst_verbgroups.moc"
