// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/filterquery.h"
#include "models/contactlistmodel.h"
#include "support/nowarnings.h"
#include "ui/windowrig.h"
#include "widgets/emptypage.h"

#include <QAction>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace dragoman;

namespace {

Filter filterOf(const QString &query)
{
    const Result<Filter> parsed = parseFilter(query);
    return parsed.ok() ? parsed.value() : Filter();
}

} // namespace

/** What a user comes for: open a folder, filter, read side by side; by mouse and keys, with a look at what is shown. */
class TestUserTasks : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { QVERIFY(m_rig->activate()); } // the offscreen platform does not do so when a popup has closed
    void cleanup();
    void cleanupTestCase();
    void anOpenedFolderIsShownInEveryView();
    void aConditionNarrowsEveryViewAndItsChipWidensThem();
    void typedTextSearchesAndShowsSnippets();
    void aFilterThatMatchesNothingSaysWhatToDo();
    void aContactOpensAllItsAccountsSideBySide();
    void selectedArticlesAreReadSideBySide();
    void aPersonIsFilteredByTheFunnel();

private:
    void compareWithStore(const QString &query);
    [[nodiscard]] int panes();

    std::unique_ptr<test::NoWarnings> m_quiet; ///< made once the test's own handler is there
    std::unique_ptr<test::WindowRig> m_rig;
    StoreCounts m_all;
};

void TestUserTasks::initTestCase()
{
    m_quiet = std::make_unique<test::NoWarnings>();
    m_rig = std::make_unique<test::WindowRig>();
    QVERIFY(m_rig->open(QStringLiteral(DRAGOMAN_SAMPLE)));
    m_all = m_rig->reader()->counts({});
    QCOMPARE(m_all.articles, 42);
    QVERIFY(m_all.contacts > 40);
    QVERIFY(m_all.people > 40);
}

void TestUserTasks::cleanup()
{
    m_rig->filter()->reset();
    m_rig->selection()->clear();
    m_rig->window().filterBar()->edit()->clear();
    m_rig->window().workspace()->raiseView(u"articles"_s);
    QVERIFY(m_rig->isSettled());
    VERIFY_NO_WARNINGS();
}

void TestUserTasks::cleanupTestCase()
{
    m_rig.reset();
    VERIFY_NO_WARNINGS();
    m_quiet.reset();
}

/** Every list, the timeline and the status line against the store's own answer. */
void TestUserTasks::compareWithStore(const QString &query)
{
    const Filter filter = filterOf(query);
    const auto reader = m_rig->reader();
    QCOMPARE(m_rig->filter()->filter(), filter);
    QVERIFY(m_rig->isSettled());
    QCOMPARE(m_rig->model("articleList")->rowCount(),
             int(reader->articleIds(filter, ArticleSort::Date, Qt::DescendingOrder).size()));
    QCOMPARE(m_rig->model("contactList")->rowCount(),
             int(reader->contactIds(filter, ContactSort::Date, Qt::DescendingOrder).size()));
    QCOMPARE(m_rig->model("personList")->rowCount(),
             int(reader->personIds(filter, PersonSort::Contacts, Qt::DescendingOrder).size()));
    const StoreCounts counts = reader->counts(filter);
    const QString contacts = counts.contacts == m_all.contacts
                                 ? counted(u"1 contact"_s, u"%1 contacts"_s, m_all.contacts)
                                 : u"%1 of %2 contacts"_s.arg(counts.contacts).arg(m_all.contacts);
    QTRY_VERIFY2(m_rig->window().statusLine()->sums().startsWith(contacts),
                 qPrintable(m_rig->window().statusLine()->sums()));
    const QString onTimeline = counted(u"1 contact"_s, u"%1 contacts"_s, counts.contacts);
    QTRY_VERIFY2(m_rig->label("timeline.summary").startsWith(onTimeline), qPrintable(m_rig->label("timeline.summary")));
}

int TestUserTasks::panes()
{
    int shown = 0;
    const auto all = m_rig->window().findChildren<QWidget *>(u"reader.pane"_s);
    for (const QWidget *pane : all)
        shown += pane->isVisible() ? 1 : 0;
    return shown;
}

void TestUserTasks::anOpenedFolderIsShownInEveryView()
{
    compareWithStore({});
    RecordListView *list = m_rig->list("articleList");
    QVERIFY(list->isVisible());
    QTRY_VERIFY(list->model()->index(0, 0).data(RecordModel::LoadedRole).toBool());
    QCOMPARE(m_rig->window().statusLine()->sums(),
             u"%1 contacts, 42 articles, %2 people"_s.arg(m_all.contacts).arg(m_all.people));
    QVERIFY(m_rig->window().windowTitle().startsWith(u"sample"_s));
}

void TestUserTasks::aConditionNarrowsEveryViewAndItsChipWidensThem()
{
    QLineEdit *line = m_rig->window().filterBar()->edit();
    line->setFocus();
    QTest::keyClicks(line, u"country:TR kind:meeting,call"_s);
    QTest::keyClick(line, Qt::Key_Return);
    compareWithStore(u"country:TR kind:meeting,call"_s);
    QVERIFY(m_rig->model("contactList")->rowCount() < m_all.contacts);
    QVERIFY(m_rig->model("contactList")->rowCount() > 0);
    QVERIFY(line->text().isEmpty());

    ChipBar *bar = m_rig->window().filterBar()->chips();
    QVERIFY(bar->isVisible());
    QCOMPARE(bar->chips().size(), 2);
    QCOMPARE(bar->chips().at(0)->text(), u"Country: Türkiye"_s);
    const ChipButton *kind = bar->chips().at(1);
    QCOMPARE(kind->text(), u"Kind: Meeting or Call"_s);
    QTest::mouseClick(bar->chips().at(1), Qt::LeftButton, {}, QPoint(kind->width() - 14, kind->height() / 2));
    compareWithStore(u"country:TR"_s);
    bar->chips().at(0)->setFocus();
    QTest::keyClick(bar->chips().at(0), Qt::Key_Delete);
    compareWithStore({});
    QVERIFY(!bar->isVisible());

    m_rig->filter()->backAction()->trigger();
    compareWithStore(u"country:TR"_s);
}

void TestUserTasks::typedTextSearchesAndShowsSnippets()
{
    QLineEdit *line = m_rig->window().filterBar()->edit();
    RecordListView *list = m_rig->list("articleList");
    const int twoLines = list->rowHeight(0);
    QTest::keyClicks(line, u"telephone"_s);
    QTRY_COMPARE(m_rig->filter()->filter().text, u"telephone"_s);
    compareWithStore(u"telephone"_s);
    QVERIFY(list->model()->rowCount() > 0);
    QVERIFY(list->model()->rowCount() < m_all.articles);
    QVERIFY(list->rowHeight(0) > twoLines);
    QTest::keyClick(line, Qt::Key_Escape);
    compareWithStore({});
    QCOMPARE(list->rowHeight(0), twoLines);
}

void TestUserTasks::aFilterThatMatchesNothingSaysWhatToDo()
{
    m_rig->filter()->addCountry(u"TR"_s);
    m_rig->filter()->addPlace(u"Atlantis"_s);
    QTRY_COMPARE(m_rig->model("articleList")->rowCount(), 0);
    QVERIFY(m_rig->isSettled());
    const auto pages = m_rig->window().workspace()->view(u"articles"_s)->findChildren<EmptyPage *>();
    QCOMPARE(pages.size(), 1);
    QVERIFY(pages.first()->isVisible());
    QCOMPARE(pages.first()->title(), u"No article matches the filter"_s);
    auto *remove = pages.first()->findChild<QPushButton *>(u"filter.removeLast.button"_s);
    QVERIFY(remove);
    QTest::mouseClick(remove, Qt::LeftButton);
    compareWithStore(u"country:TR"_s);
    QVERIFY(!pages.first()->isVisible());
}

void TestUserTasks::aContactOpensAllItsAccountsSideBySide()
{
    const auto reader = m_rig->reader();
    qint64 told = 0;
    QList<ArticleId> articles;
    for (const qint64 id : reader->contactIds({}, ContactSort::Date, Qt::DescendingOrder)) {
        articles.clear();
        const Result<Contact> contact = reader->contact({id});
        for (const Account &account : contact.value().accounts) {
            if (!articles.contains(account.article))
                articles.append(account.article);
        }
        told = id;
        if (articles.size() >= 2)
            break;
    }
    QVERIFY(articles.size() >= 2);

    m_rig->window().workspace()->showView(u"contacts"_s);
    RecordListView *list = m_rig->list("contactList");
    const QModelIndex index = list->model()->index(m_rig->model("contactList")->rowOf(told), 0);
    list->scrollTo(index);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(index).center());
    QTRY_COMPARE(m_rig->selection()->articles(), articles);
    QCOMPARE(m_rig->selection()->contact().value, told);
    QTRY_COMPARE(panes(), int(articles.size()));
    QVERIFY(m_rig->window().findChild<QWidget *>(u"reader.comparison"_s)->isVisible());

    m_rig->selection()->closeArticle(articles.last());
    QTRY_COMPARE(panes(), int(articles.size()) - 1);
}

void TestUserTasks::selectedArticlesAreReadSideBySide()
{
    RecordListView *list = m_rig->list("articleList");
    const auto click = [list](int row, Qt::KeyboardModifiers keys) {
        QTest::mouseClick(list->viewport(), Qt::LeftButton, keys,
                          list->visualRect(list->model()->index(row, 0)).center());
    };
    auto *together = m_rig->window().findChild<QAction *>(u"articles.sideBySide"_s);
    click(0, {});
    QVERIFY(!together->isEnabled());
    QTRY_COMPARE(panes(), 1);
    click(2, Qt::ControlModifier);
    click(4, Qt::ControlModifier);
    QVERIFY(together->isEnabled());
    QCOMPARE(m_rig->selection()->articles().size(), 1);
    QTest::keyClick(list, Qt::Key_B, Qt::ControlModifier);
    RecordModel *model = m_rig->model("articleList");
    QCOMPARE(m_rig->selection()->articles(), (QList<ArticleId>{{model->idAt(0)}, {model->idAt(2)}, {model->idAt(4)}}));
    QTRY_COMPARE(panes(), 3);

    QTest::mouseClick(list->viewport(), Qt::MiddleButton, {}, list->visualRect(model->index(1, 0)).center());
    QTRY_COMPARE(panes(), 4);
    list->setCurrentIndex(model->index(5, 0));
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(m_rig->selection()->articles(), (QList<ArticleId>{{model->idAt(5)}}));
    QTest::keyClick(list, Qt::Key_J);
    QCOMPARE(list->currentIndex().row(), 6);
    QTest::keyClick(list, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m_rig->selection()->articles().size(), 2);
}

void TestUserTasks::aPersonIsFilteredByTheFunnel()
{
    m_rig->window().workspace()->showView(u"people"_s);
    RecordListView *list = m_rig->list("personList");
    QTRY_VERIFY(list->model()->index(0, 0).data(RecordModel::LoadedRole).toBool());
    const QString name = list->model()->index(0, 0).data().toString();
    const QRect row = list->visualRect(list->model()->index(0, 0));
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, row.center());
    QVERIFY(m_rig->filter()->filter().isEmpty());
    QCOMPARE(m_rig->selection()->person().value, m_rig->model("personList")->idAt(0));
    auto *page = m_rig->window().findChild<QWidget *>(u"personPage"_s);
    QTRY_VERIFY(page->isVisible());
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, QPoint(row.right() - 20, row.center().y()));
    QCOMPARE(m_rig->filter()->filter().persons, QStringList{name});
    compareWithStore(u"person:\"%1\""_s.arg(name));
}

QTEST_MAIN(TestUserTasks)
#include "tst_usertasks.moc"
