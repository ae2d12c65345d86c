// SPDX-License-Identifier: GPL-3.0-or-later
#include "language.h"

#include "extract/homestate.h"

#include <QTest>

using namespace dragoman;
using namespace dragoman::test;
using namespace Qt::StringLiterals;

/** Whose officials an article calls by office alone, where no outlet and no dateline tell. */
class TestHomeState : public QObject
{
    Q_OBJECT
private slots:
    void issuer_data();
    void issuer();
};

void TestHomeState::issuer_data()
{
    QTest::addColumn<QString>("headline");
    QTest::addColumn<QString>("story");
    QTest::addColumn<QString>("state");
    const auto row = [](const char *what, const QString &headline, const QString &story, const QString &state) {
        QTest::newRow(what) << headline << story << state;
    };
    row("the other of a pair", QString(),
        u"President Walker spoke with King Talal of Jordan. They praised the ties of the United States and Jordan. "
        "Aid for Gaza, Rafah, Khan Younis and the Palestinian people was discussed."_s,
        u"US"_s);
    row("an institution", QString(),
        u"The vice president received Prime Minister Leon Brown of Jamaica at the White House. Unrest in Haiti "
        "was discussed."_s,
        u"US"_s);
    row("named in the headline", u"Readout of a Meeting with President Omar Sabry of Egypt"_s,
        u"President Walker met President Sabry in Egypt. Egypt has asked for it."_s, QString());
    row("named often", QString(),
        u"Cuban Foreign Minister Jorge Ramos arrived. Angola is glad. Angola has long asked for it."_s, u"AO"_s);
    row("nothing", QString(), u"Cuban Foreign Minister Jorge Ramos arrived."_s, QString());
}

void TestHomeState::issuer()
{
    QFETCH(QString, headline);
    QFETCH(QString, story);
    QFETCH(QString, state);
    const ReadText head = readText(headline);
    const ReadText read = readText(story);
    const QString found = homeState(Article(), read.analysis.text, read.analysis.phrases, {head.analysis.phrases, {}},
                                    builtIn().lexicon());
    QCOMPARE(found, state);
}

QTEST_APPLESS_MAIN(TestHomeState)
#include "tst_homestate.moc"
