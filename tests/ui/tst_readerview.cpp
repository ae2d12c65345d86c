// SPDX-License-Identifier: GPL-3.0-or-later
#include "reader/articlepane.h"
#include "reader/articletextview.h"
#include "reader/comparisontable.h"
#include "reader/findbar.h"
#include "reader/markstrip.h"
#include "reader/readerpanel.h"
#include "reader/readerview.h"
#include "support/nowarnings.h"
#include "ui/viewrig.h"
#include "widgets/emptypage.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QScrollBar>
#include <QTest>
#include <QTextBlock>
#include <QToolButton>

#include <optional>

using namespace Qt::StringLiterals;
using namespace dragoman;
using namespace dragoman::test;

namespace {

constexpr ContactId meeting{1};
constexpr ContactId call{2};
constexpr ArticleId mehr{1};
constexpr ArticleId anadolu{2};
constexpr ArticleId undated{3};

/** The talks in Ankara, with a long first article, so that there is something to scroll, and a corrected date. */
Sample longSample()
{
    Sample sample = ankaraSample();
    Article &article = sample.articles[0].article;
    article.body +=
        u"\nA sentence that tells nothing of anybody."_s.repeated(80) + u"\nGüler came back to border talk."_s;
    article.story = {0, article.body.size()};
    article.publishedCorrected = QDate(2025, 2, 10);
    article.correctionReason = u"The text speaks of February."_s;
    return sample;
}

} // namespace

/** The reader on a real store: panes follow the selection, marks stand at the words, accounts are compared. */
class TestReaderView : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void emptyTellsWhatToDo();
    void panesFollowTheSelection();
    void closingAPaneKeepsTheOther();
    void headTellsSourceDateAndCorrection();
    void namesAndEvidenceAreMarked();
    void marksAreSwitchedByKind();
    void contactOpensItsArticle();
    void contactDoesNotReopenWhatWasClosed();
    void selectedEvidenceIsScrolledIntoView();
    void evidenceIsInViewOnceAllIsLaidOut();
    void f4WalksContactsAndSelectsThem();
    void clickOnEvidenceSelects();
    void accountsAreListedBeside();
    void comparisonShowsDifferences();
    void comparisonJumpsToTheEvidence();
    void findCountsAndWalks();
    void zoomIsEqualInAllPanes();
    void spacePages();
    void menuFiltersAndCites();
    void loadsNothingFromOutside();
    void stripShowsAllEvidence();
    void textIsInReadableColours();

private:
    [[nodiscard]] ArticlePane *pane(int at) const { return m_panel->panes().value(at); }
    [[nodiscard]] QColor groundAt(int paneAt, const QString &words) const;
    void open(const QList<ArticleId> &articles);
    [[nodiscard]] QPoint pointAt(int paneAt, const QString &words) const;

    std::optional<NoWarnings> m_quiet;
    std::unique_ptr<ViewRig> m_rig;
    std::unique_ptr<QWidget> m_window;
    ReaderPanel *m_panel = nullptr;
};

void TestReaderView::init()
{
    m_quiet.emplace();
    m_rig = std::make_unique<ViewRig>(longSample());
    QCOMPARE(m_rig->error(), QString());
    m_window = std::make_unique<QWidget>();
    m_panel = qobject_cast<ReaderPanel *>(createReaderView(m_rig->context(), m_window.get()));
    QVERIFY(m_panel);
    m_panel->resize(1200, 500);
    m_window->resize(1200, 500);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestReaderView::cleanup()
{
    m_window.reset();
    m_rig.reset();
    VERIFY_NO_WARNINGS();
    m_quiet.reset();
}

void TestReaderView::open(const QList<ArticleId> &articles)
{
    m_rig->selection().openArticles(articles);
    QTRY_COMPARE(m_panel->panes().size(), articles.size());
}

QColor TestReaderView::groundAt(int paneAt, const QString &words) const
{
    const ArticleTextView *text = pane(paneAt)->text();
    return text->formatAt(text->readerText().text().indexOf(words)).background().color();
}

QPoint TestReaderView::pointAt(int paneAt, const QString &words) const
{
    const ArticleTextView *text = pane(paneAt)->text();
    QTextCursor cursor(text->document());
    cursor.setPosition(int(text->readerText().text().indexOf(words)) + 1);
    return text->cursorRect(cursor).center() + QPoint(2, 0);
}

void TestReaderView::emptyTellsWhatToDo()
{
    auto *page = m_panel->findChild<EmptyPage *>();
    QVERIFY(page->isVisible());
    QCOMPARE(page->title(), u"Choose an article or a contact"_s);
    open({mehr});
    QVERIFY(!page->isVisible());
    m_rig->selection().openArticles({});
    QTRY_VERIFY(page->isVisible());
}

void TestReaderView::panesFollowTheSelection()
{
    open({mehr});
    open({mehr, anadolu, undated});
    QCOMPARE(pane(0)->article(), mehr);
    QCOMPARE(pane(1)->article(), anadolu);
    QCOMPARE(pane(2)->article(), undated);
    for (const ArticlePane *each : m_panel->panes()) {
        QVERIFY(each->isVisible());
        QVERIFY(each->width() > 300);
        QCOMPARE(each->text()->toPlainText(), each->text()->readerText().text());
    }
    ArticlePane *kept = pane(1);
    open({anadolu});
    QCOMPARE(pane(0), kept);
}

void TestReaderView::closingAPaneKeepsTheOther()
{
    open({mehr, anadolu});
    ArticlePane *kept = pane(1);
    QTest::mouseClick(pane(0)->findChild<QToolButton *>(u"reader.close"_s), Qt::LeftButton);
    QTRY_COMPARE(m_panel->panes().size(), 1);
    QCOMPARE(pane(0), kept);
    QCOMPARE(m_rig->selection().articles(), QList<ArticleId>{anadolu});
}

void TestReaderView::headTellsSourceDateAndCorrection()
{
    open({mehr, anadolu});
    auto *note = pane(0)->findChild<QLabel *>(u"reader.note"_s);
    QVERIFY(note->isVisible());
    QVERIFY(note->text().contains(u"10 Feb 2025"_s));
    QVERIFY(note->text().contains(u"The text speaks of February."_s));
    QVERIFY(!pane(1)->findChild<QLabel *>(u"reader.note"_s)->isVisible());
    QStringList texts;
    for (const QLabel *label : pane(1)->findChildren<QLabel *>())
        texts << label->text() << label->toolTip();
    const QString all = texts.join(u'|');
    for (const QString &part : {u"Anadolu"_s, u"1 Oct 2025"_s, u"Talks in Ankara"_s, u"2.txt"_s})
        QVERIFY2(all.contains(part), qPrintable(part + u" in "_s + all));
}

void TestReaderView::namesAndEvidenceAreMarked()
{
    open({mehr});
    const Theme &theme = m_rig->theme();
    QCOMPARE(groundAt(0, u"Yaşar Güler"_s), theme.markColour(Theme::Mark::Person));
    QCOMPARE(groundAt(0, u"Ankara. They"_s), theme.markColour(Theme::Mark::Place));
    QCOMPARE(groundAt(0, u"received"_s), theme.markColour(Theme::Mark::Evidence));
    QCOMPARE(
        pane(0)->text()->formatAt(pane(0)->text()->readerText().text().indexOf(u"A sentence"_s)).background().style(),
        Qt::NoBrush);
    m_rig->selection().setContact(meeting);
    QTRY_COMPARE(groundAt(0, u"received"_s), theme.markColour(Theme::Mark::SelectedEvidence));
}

void TestReaderView::marksAreSwitchedByKind()
{
    open({mehr});
    for (QToolButton *button : m_panel->findChildren<QToolButton *>()) {
        if (button->menu()) {
            for (QAction *action : button->menu()->actions()) {
                if (action->text() == u"Places"_s)
                    action->trigger();
            }
        }
    }
    QVERIFY(groundAt(0, u"Ankara. They"_s) != m_rig->theme().markColour(Theme::Mark::Place));
    QCOMPARE(groundAt(0, u"Yaşar Güler"_s), m_rig->theme().markColour(Theme::Mark::Person));
}

void TestReaderView::contactOpensItsArticle()
{
    m_rig->selection().setContact(call);
    QTRY_COMPARE(m_rig->selection().articles(), QList<ArticleId>{undated});
    QTRY_COMPARE(m_panel->panes().size(), 1);
    QTRY_COMPARE(groundAt(0, u"called"_s), m_rig->theme().markColour(Theme::Mark::SelectedEvidence));
}

void TestReaderView::contactDoesNotReopenWhatWasClosed()
{
    m_rig->selection().setContact(call);
    QTRY_COMPARE(m_panel->panes().size(), 1);
    m_rig->selection().openArticles({});
    QTRY_COMPARE(m_panel->panes().size(), 0);
    emit m_rig->archive()->contentChanged();
    bool answered = false;
    m_rig->archive()->ask<int>(
        m_panel, [](const StoreReader &) { return 0; }, [&answered](int) { answered = true; });
    QTRY_VERIFY(answered);
    QVERIFY(m_rig->selection().articles().isEmpty());
}

void TestReaderView::selectedEvidenceIsScrolledIntoView()
{
    open({mehr});
    QScrollBar *bar = pane(0)->text()->verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 500);
    bar->setValue(bar->maximum());
    m_rig->selection().setContact(meeting);
    QTRY_VERIFY(bar->value() < 100);
}

void TestReaderView::evidenceIsInViewOnceAllIsLaidOut()
{
    m_rig->selection().setContact(meeting);
    m_rig->selection().openArticles({mehr, anadolu});
    QTRY_COMPARE(m_panel->panes().size(), 2);
    QTRY_VERIFY(m_panel->comparison()->isVisible());
    QCoreApplication::processEvents();
    for (const int at : {0, 1}) {
        const QRect words = QRect(pointAt(at, u"on Wednesday"_s), QSize(1, 1));
        const QRect other = QRect(pointAt(at, u"received"_s), QSize(1, 1));
        QVERIFY2(pane(at)->text()->viewport()->rect().contains(at == 1 ? words : other),
                 qPrintable(QString::number(words.y())));
    }
}

void TestReaderView::f4WalksContactsAndSelectsThem()
{
    open({undated});
    pane(0)->setFocus();
    QTest::keyClick(pane(0)->text(), Qt::Key_F4);
    QCOMPARE(m_rig->selection().contact(), call);
    m_rig->selection().setContact({});
    QTest::keyClick(pane(0)->text(), Qt::Key_F4, Qt::ShiftModifier);
    QCOMPARE(m_rig->selection().contact(), call);
}

void TestReaderView::clickOnEvidenceSelects()
{
    open({mehr, undated});
    QTest::mouseClick(pane(1)->text()->viewport(), Qt::LeftButton, {}, pointAt(1, u"called"_s));
    QCOMPARE(m_rig->selection().contact(), call);
    QCOMPARE(m_panel->activePane(), pane(1));
}

void TestReaderView::accountsAreListedBeside()
{
    open({mehr});
    auto *list = pane(0)->findChild<QListWidget *>(u"reader.accounts"_s);
    QTRY_VERIFY(list->isVisible());
    QCOMPARE(list->count(), 1);
    QVERIFY(list->item(0)->text().contains(u"Yaşar Güler – Aziz Nasirzadeh"_s));
    QVERIFY(list->item(0)->text().contains(u"1 Oct 2025"_s));
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(0)).center());
    QCOMPARE(m_rig->selection().contact(), meeting);
    open({mehr, anadolu});
    QTRY_VERIFY(!pane(0)->findChild<QListWidget *>(u"reader.accounts"_s)->isVisible());
    auto *menu = pane(0)->findChild<QToolButton *>(u"reader.contacts"_s);
    QVERIFY(menu->isVisible());
    QCOMPARE(menu->menu()->actions().size(), 1);
}

void TestReaderView::comparisonShowsDifferences()
{
    open({mehr, anadolu});
    QVERIFY(!m_panel->comparison()->isVisible());
    m_rig->selection().setContact(meeting);
    QTRY_VERIFY(m_panel->comparison()->isVisible());
    const ComparisonModel *model = m_panel->comparison()->comparison();
    QCOMPARE(model->columnCount(), 3);
    QCOMPARE(model->headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), u"Mehr · 10 Feb 2025"_s);
    QCOMPARE(model->rows().size(), 6);
    QCOMPARE(model->differences(), 0);
    m_rig->selection().setContact(call);
    QTRY_VERIFY(!m_panel->comparison()->isVisible());
}

void TestReaderView::comparisonJumpsToTheEvidence()
{
    open({mehr, anadolu});
    m_rig->selection().setContact(meeting);
    QTRY_VERIFY(m_panel->comparison()->isVisible());
    QScrollBar *bar = pane(0)->text()->verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 500);
    bar->setValue(bar->maximum());
    ComparisonTable *table = m_panel->comparison();
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(0, 1)).center());
    QVERIFY(bar->value() < 100);
    QCOMPARE(m_panel->activePane(), pane(0));
}

void TestReaderView::findCountsAndWalks()
{
    open({mehr});
    pane(0)->setFocus();
    QTest::keyClick(pane(0)->text(), Qt::Key_F, Qt::ControlModifier);
    auto *bar = m_panel->findChild<FindBar *>();
    QTRY_VERIFY(bar->isVisible());
    auto *needle = bar->findChild<QLineEdit *>(u"reader.find.needle"_s);
    QTest::keyClicks(needle, u"guler"_s);
    QCOMPARE(bar->countText(), u"1 of 2"_s);
    QCOMPARE(groundAt(0, u"Güler received"_s), m_rig->theme().accent());
    QTest::keyClick(needle, Qt::Key_F3);
    QCOMPARE(bar->countText(), u"2 of 2"_s);
    QCOMPARE(groundAt(0, u"Güler came"_s), m_rig->theme().accent());
    QVERIFY(pane(0)->text()->verticalScrollBar()->value() > 500);
    QTest::keyClick(needle, Qt::Key_F3, Qt::ShiftModifier);
    QCOMPARE(bar->countText(), u"1 of 2"_s);
    QTest::keyClicks(needle, u"xyz"_s);
    QCOMPARE(bar->countText(), u"not found"_s);
    QTest::keyClick(needle, Qt::Key_Escape);
    QVERIFY(!bar->isVisible());
    QCOMPARE(groundAt(0, u"Güler received"_s), m_rig->theme().markColour(Theme::Mark::Person));
}

void TestReaderView::zoomIsEqualInAllPanes()
{
    open({mehr, anadolu});
    const auto size = [this](int at) {
        return pane(at)->text()->document()->lastBlock().begin().fragment().charFormat().font().pointSizeF();
    };
    const double before = size(0);
    pane(1)->setFocus();
    QTest::keyClick(pane(1)->text(), Qt::Key_Plus, Qt::ControlModifier);
    QVERIFY(size(0) > before);
    QCOMPARE(size(0), size(1));
    QTest::keyClick(pane(0)->text(), Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(size(1), before);
    QTest::keyClick(pane(0)->text(), Qt::Key_Minus, Qt::ControlModifier);
    QVERIFY(size(1) < before);
}

void TestReaderView::spacePages()
{
    open({mehr});
    QScrollBar *bar = pane(0)->text()->verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 500);
    bar->setValue(0);
    QTest::keyClick(pane(0)->text(), Qt::Key_Space);
    QVERIFY(bar->value() > 100);
    QTest::keyClick(pane(0)->text(), Qt::Key_Space, Qt::ShiftModifier);
    QCOMPARE(bar->value(), 0);
}

void TestReaderView::menuFiltersAndCites()
{
    open({mehr});
    QMenu menu;
    pane(0)->fillMenu(&menu, pointAt(0, u"Yaşar Güler"_s));
    const auto trigger = [&menu](const QString &text) {
        for (QAction *action : menu.actions()) {
            if (action->text() == text)
                action->trigger();
        }
    };
    trigger(u"Filter by Yaşar Güler"_s);
    QCOMPARE(m_rig->filter().filter().persons, QStringList{u"Yaşar Güler"_s});
    QTextCursor cursor(pane(0)->text()->document());
    cursor.setPosition(0);
    cursor.setPosition(16, QTextCursor::KeepAnchor);
    pane(0)->text()->setTextCursor(cursor);
    trigger(u"Copy with citation"_s);
    QCOMPARE(QGuiApplication::clipboard()->text(),
             u"“Defence Minister” — Mehr, “Ministers meet”, 10 Feb 2025 (printed: 2 Oct 2025) (1.txt)"_s);
}

void TestReaderView::loadsNothingFromOutside()
{
    open({mehr});
    QVERIFY(!pane(0)->text()->loadResource(QTextDocument::ImageResource, QUrl(u"file:///etc/hostname"_s)).isValid());
    QVERIFY(pane(0)->text()->isReadOnly());
}

void TestReaderView::stripShowsAllEvidence()
{
    open({mehr});
    const QList<StripMark> &marks = pane(0)->strip()->marks();
    QCOMPARE(marks.size(), 2);
    QVERIFY(marks[0].share <= marks[1].share);
    QVERIFY(marks[1].share < 0.3);
    QTest::mouseClick(pane(0)->strip(), Qt::LeftButton, {}, QPoint(5, 5));
    QCOMPARE(m_rig->selection().contact(), meeting);
    QTRY_VERIFY(pane(0)->strip()->marks()[0].strong);
}

void TestReaderView::textIsInReadableColours()
{
    open({mehr});
    for (const Theme::Choice choice : {Theme::Choice::Dark, Theme::Choice::Light}) {
        m_rig->theme().setChoice(choice);
        QTRY_COMPARE(pane(0)->text()->palette().color(QPalette::Text), m_rig->theme().palette().color(QPalette::Text));
        const ArticleTextView *text = pane(0)->text();
        QCOMPARE(text->formatAt(text->readerText().text().indexOf(u"A sentence"_s)).foreground().color(),
                 m_rig->theme().palette().color(QPalette::Text));
        QCOMPARE(groundAt(0, u"Yaşar Güler"_s), m_rig->theme().markColour(Theme::Mark::Person));
    }
}

QTEST_MAIN(TestReaderView)
#include "tst_readerview.moc"
