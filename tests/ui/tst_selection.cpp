// SPDX-License-Identifier: GPL-3.0-or-later
#include "state/selection.h"

#include "support/nowarnings.h"

#include <QSignalSpy>
#include <QTest>

using namespace dragoman;

namespace {

QList<ArticleId> articles(const QList<qint64> &numbers)
{
    QList<ArticleId> ids;
    for (const qint64 number : numbers)
        ids.append(ArticleId{number});
    return ids;
}

} // namespace

class TestSelection : public QObject
{
    Q_OBJECT

private slots:
    void tellsEachChangeOnce();
    void opensOneAlone();
    void opensBesideUntilTheReaderIsFull();
    void opensTheFirstFour();
    void closesOne();
    void clearTellsAll();
};

void TestSelection::tellsEachChangeOnce()
{
    const test::NoWarnings quiet;
    Selection selection;
    const QSignalSpy contact(&selection, &Selection::contactChanged);
    const QSignalSpy person(&selection, &Selection::personChanged);
    selection.setContact({7});
    selection.setContact({7});
    selection.setPerson({3});
    selection.setPerson({3});
    QCOMPARE(contact.count(), 1);
    QCOMPARE(contact.at(0).at(0).value<ContactId>(), ContactId{7});
    QCOMPARE(person.count(), 1);
    VERIFY_NO_WARNINGS();
}

void TestSelection::opensOneAlone()
{
    Selection selection;
    selection.openArticles(articles({1, 2}));
    const QSignalSpy changed(&selection, &Selection::articlesChanged);
    selection.openArticle({3});
    selection.openArticle({3});
    QCOMPARE(selection.articles(), articles({3}));
    QCOMPARE(changed.count(), 1);
}

void TestSelection::opensBesideUntilTheReaderIsFull()
{
    Selection selection;
    for (const qint64 number : {1, 2, 3, 3, 4})
        selection.openBeside({number});
    QCOMPARE(selection.articles(), articles({1, 2, 3, 4}));
    selection.openBeside({5});
    QCOMPARE(selection.articles(), articles({1, 2, 3, 5}));
    selection.openBeside({});
    QCOMPARE(selection.articles(), articles({1, 2, 3, 5}));
}

void TestSelection::opensTheFirstFour()
{
    Selection selection;
    selection.openArticles(articles({5, 4, 5, 0, 3, 2, 1}));
    QCOMPARE(selection.articles(), articles({5, 4, 3, 2}));
}

void TestSelection::closesOne()
{
    Selection selection;
    selection.openArticles(articles({1, 2, 3}));
    selection.closeArticle({2});
    QCOMPARE(selection.articles(), articles({1, 3}));
    selection.closeArticle({9});
    QCOMPARE(selection.articles(), articles({1, 3}));
}

void TestSelection::clearTellsAll()
{
    Selection selection;
    selection.setContact({1});
    selection.setPerson({1});
    selection.openArticle({1});
    const QSignalSpy contact(&selection, &Selection::contactChanged);
    const QSignalSpy person(&selection, &Selection::personChanged);
    const QSignalSpy read(&selection, &Selection::articlesChanged);
    selection.clear();
    QVERIFY(!selection.contact().isValid());
    QVERIFY(!selection.person().isValid());
    QVERIFY(selection.articles().isEmpty());
    QCOMPARE(contact.count() + person.count() + read.count(), 3);
}

QTEST_MAIN(TestSelection)
#include "tst_selection.moc"
