// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/contactterms.h"

#include <QSet>
#include <QTest>

using namespace dragoman;
using namespace Qt::StringLiterals;

/** The words of the export and of the filter language, which files and other programs rely on. */
class TestContactTerms : public QObject
{
    Q_OBJECT
private slots:
    void wordsAreThoseOfTheExport();
    void eachWordReadsBack();
    void otherWordsAreNone_data();
    void otherWordsAreNone();
};

namespace {

template <typename E>
QStringList words(const QList<E> &values)
{
    QStringList result;
    for (const E value : values)
        result.append(toWord(value));
    return result;
}

} // namespace

void TestContactTerms::wordsAreThoseOfTheExport()
{
    QCOMPARE(words(allKinds()), (QStringList{u"call"_s, u"meeting"_s, u"visit"_s, u"message"_s}));
    QCOMPARE(words(allStatuses()), (QStringList{u"held"_s, u"planned"_s, u"invited"_s, u"proposed"_s, u"cancelled"_s}));
    QCOMPARE(words(allCapacities()),
             (QStringList{u"host"_s, u"guest"_s, u"caller"_s, u"recipient"_s, u"sender"_s, u"mediator"_s, u"party"_s}));
    QCOMPARE(toWord(ParticipantType::Person), u"person"_s);
    QCOMPARE(toWord(ParticipantType::Body), u"body"_s);
}

void TestContactTerms::eachWordReadsBack()
{
    for (const ContactKind kind : allKinds())
        QCOMPARE(kindFromWord(toWord(kind)), std::optional(kind));
    for (const ContactStatus status : allStatuses())
        QCOMPARE(statusFromWord(toWord(status)), std::optional(status));
    for (const Capacity capacity : allCapacities())
        QCOMPARE(capacityFromWord(toWord(capacity)), std::optional(capacity));
}

void TestContactTerms::otherWordsAreNone_data()
{
    QTest::addColumn<QString>("word");
    QTest::newRow("empty") << QString();
    QTest::newRow("capital") << u"Meeting"_s;
    QTest::newRow("plural") << u"calls"_s;
    QTest::newRow("unknown") << u"phone"_s;
}

void TestContactTerms::otherWordsAreNone()
{
    QFETCH(QString, word);
    QVERIFY(!kindFromWord(word));
    QVERIFY(!statusFromWord(word));
    QVERIFY(!capacityFromWord(word));
}

QTEST_APPLESS_MAIN(TestContactTerms)
#include "tst_contactterms.moc"
