// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/extractor.h"
#include "extract/frames.h"
#include "extract/ruleset.h"
#include "support/resulttest.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace dragoman;
using namespace Qt::StringLiterals;

namespace {

Article articleOf(const QString &text)
{
    Article article;
    article.body = text;
    article.story = {0, text.size()};
    article.published = QDate(2025, 6, 18);
    return article;
}

/** "visit held | Laszlo Kiss guest; Vietnam host", as the examples of the rule files are written. */
QString inWords(const Account &account)
{
    QStringList who;
    for (const Participant &participant : account.participants)
        who.append(participant.name + u' ' + toWord(participant.capacity));
    who.sort();
    return toWord(account.kind) + u' ' + toWord(account.status) + u" | "_s + who.join(u"; "_s);
}

QString sorted(const QString &expected)
{
    QStringList who = expected.section(u" | "_s, 1).split(u"; "_s);
    who.sort();
    return expected.section(u" | "_s, 0, 0) + u" | "_s + who.join(u"; "_s);
}

} // namespace

/** Every rule is held to its own examples, and the loader to its strictness. */
class TestRules : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        const auto rules = RuleSet::load();
        VERIFY_RESULT(rules);
        m_rules = rules.value();
    }

    void matches_data() { examples(true); }
    void matches()
    {
        QFETCH(QString, sentence);
        QFETCH(QString, expected);
        const Extraction extraction = extract(articleOf(sentence), *m_rules);
        QStringList found;
        for (const Account &account : extraction.accounts)
            found.append(inWords(account));
        QVERIFY2(found.contains(sorted(expected)),
                 qPrintable(u"expected %1, found %2"_s.arg(expected, found.join(u" / "_s))));
    }

    void leavesAlone_data() { examples(false); }
    void leavesAlone()
    {
        QFETCH(QString, rule);
        QFETCH(QString, sentence);
        const Extraction extraction = extract(articleOf(sentence), *m_rules);
        for (const Frame &frame : m_rules->frames().frames)
            QVERIFY2(frame.id != rule || !fires(frame, extraction), qPrintable(sentence));
    }

    void everyRuleIsReached()
    {
        for (const Frame &frame : m_rules->frames().frames) {
            const bool reached = std::any_of(frame.yes.begin(), frame.yes.end(), [&](const RuleExample &example) {
                const Extraction extraction = extract(articleOf(example.sentence), *m_rules);
                return fires(frame, extraction);
            });
            QVERIFY2(reached, qPrintable(u"%1: no example reaches the rule %2"_s.arg(frame.where, frame.id)));
        }
    }

    void loaderIsStrict_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("message");
        const QString good = u"kind call\nverb phone\nyes A => call held | B party\nno C\n"_s;
        QTest::newRow("unknown key") << u"rule own.a\ncolour red\n"_s + good << u"own.rules:2"_s;
        QTest::newRow("unknown verb")
            << u"rule own.a\nkind call\nverb frobnicate\nyes A => call held | B party\nno C\n"_s << u"frobnicate"_s;
        QTest::newRow("unknown kind") << u"rule own.a\nkind party\nverb phone\nyes A => x\nno C\n"_s
                                      << u"own.rules:2"_s;
        QTest::newRow("duplicate id") << u"rule own.a\n"_s + good + u"\nrule own.a\n"_s + good << u"stands twice"_s;
        QTest::newRow("no counterexample")
            << u"rule own.a\nkind call\nverb phone\nyes A => call held | B party\n"_s << u"needs an example"_s;
        QTest::newRow("neither verb nor noun")
            << u"rule own.a\nkind call\nyes A => call held | B party\nno C\n"_s << u"needs either"_s;
        QTest::newRow("outside a rule") << u"kind call\n"_s << u"own.rules:1"_s;
    }
    void loaderIsStrict()
    {
        QFETCH(QString, rule);
        QFETCH(QString, message);
        const QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath(u"rules"_s));
        QFile file(folder.filePath(u"rules/own.rules"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(rule.toUtf8());
        file.close();
        const auto rules = RuleSet::load({folder.path()});
        QVERIFY(!rules.ok());
        QVERIFY2(rules.error().message().contains(message), qPrintable(rules.error().message()));
    }

    void overlayAddsARule()
    {
        const QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath(u"rules"_s));
        QFile file(folder.filePath(u"rules/own.rules"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(
            "rule own.lunch\nkind meeting\nverb dine\nsubject party\nwith party\n"
            "yes Cuban Foreign Minister Jorge Ramos dined with Spanish Foreign Minister Luis Prado. => meeting held | "
            "Jorge Ramos party; Luis Prado party\nno Cuban Foreign Minister Jorge Ramos dined alone.\n");
        file.close();
        const auto rules = RuleSet::load({folder.path()});
        VERIFY_RESULT(rules);
        QVERIFY(rules.value()->fingerprint() != m_rules->fingerprint());
        const Article article =
            articleOf(u"Cuban Foreign Minister Jorge Ramos dined with Spanish Foreign Minister Luis Prado."_s);
        QCOMPARE(extract(article, *rules.value()).accounts.size(), 1);
        QCOMPARE(extract(article, *m_rules).accounts.size(), 0);
    }

private:
    /** Whether an account rests on the rule, or the rule added to one. */
    static bool fires(const Frame &frame, const Extraction &extraction)
    {
        if (frame.joins)
            return std::any_of(extraction.dropped.begin(), extraction.dropped.end(), [&frame](const Dropped &dropped) {
                return dropped.rule == frame.id && dropped.reason.startsWith(u"joins");
            });
        return std::any_of(extraction.accounts.begin(), extraction.accounts.end(),
                           [&frame](const Account &account) { return account.rule == frame.id; });
    }

    void examples(bool matching)
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<QString>("expected");
        for (const Frame &frame : m_rules->frames().frames) {
            for (const RuleExample &example : matching ? frame.yes : frame.no)
                QTest::addRow("%s", qPrintable(example.where)) << frame.id << example.sentence << example.expected;
        }
    }

    std::shared_ptr<const RuleSet> m_rules;
};

QTEST_GUILESS_MAIN(TestRules)
#include "tst_rules.moc"
