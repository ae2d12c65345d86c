// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/banner.h"
#include "shell/datespopup.h"
#include "shell/facetpopup.h"
#include "shell/keysheet.h"
#include "shell/rehearsal.h"
#include "shell/viewregistry.h"
#include "support/nowarnings.h"
#include "ui/windowrig.h"
#include "widgets/windowstyle.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAccessible>
#include <QAction>
#include <QDir>
#include <QDropEvent>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QScrollBar>
#include <QTest>
#include <QTextBrowser>

using namespace Qt::StringLiterals;
using namespace dragoman;

namespace {

const QString s_sample = QStringLiteral(DRAGOMAN_SAMPLE);

/** Those in menus, however deep. */
void collect(const QMenu *menu, QSet<const QAction *> *found)
{
    for (const QAction *action : menu->actions()) {
        found->insert(action);
        if (action->menu())
            collect(action->menu(), found);
    }
}

QString nameOf(QWidget *widget)
{
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
    return interface ? interface->text(QAccessible::Name) : QString();
}

/** Parts of Qt's own widgets, named by the widget that they belong to. */
bool isPartOfAnother(const QWidget *widget)
{
    const auto *area = qobject_cast<const QAbstractScrollArea *>(widget->parentWidget());
    return (area && area->viewport() == widget) || widget->objectName().startsWith(u"qt_"_s) ||
           qobject_cast<const QScrollBar *>(widget) ||
           widget->metaObject()->className() == QByteArray("QComboBoxPrivateContainer") ||
           widget->metaObject()->className() == QByteArray("QComboBoxListView") ||
           (widget->parentWidget() && widget->parentWidget()->focusProxy() == widget);
}

void drop(QWidget *window, const QString &path)
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    QDragEnterEvent enter(QPoint(200, 200), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(window, &enter);
    if (!enter.isAccepted())
        return;
    QDropEvent dropped(QPointF(200, 200), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(window, &dropped);
}

} // namespace

class TestWindow : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void welcomesWithoutAnArchive();
    void everyViewOfTheRegistryIsThere();
    void everyActionHasTextAndAWayToIt();
    void noTwoActionsOfTheWindowShareAKey();
    void everythingThatTakesTheFocusHasAName();
    void whatCannotBeOpenedIsToldAndTheRestGoesOn();
    void aDroppedFolderIsOpened();
    void aDroppedPictureIsNot();
    void recentArchivesAreRemembered();
    void closingShowsTheWelcomePageAgain();
    void keysReachEveryPane();
    void panesAreShutAndOpened();
    void datesAreUnderstoodOrToldToBeWrong();
    void kindsAreChosenFromTheirList();
    void aLineThatIsNotUnderstoodIsTold();
    void sizesAndViewsAreRemembered();
    void anotherArchiveBeginsWithAnEmptyFilter();
    void coloursAreChangedEverywhere();
    void aPictureIsTakenOnceAllIsShown();

private:
    std::unique_ptr<test::NoWarnings> m_quiet;
    std::unique_ptr<test::WindowRig> m_rig;
};

void TestWindow::init()
{
    m_quiet = std::make_unique<test::NoWarnings>();
    QApplication::setStyle(new WindowStyle);
    m_rig = std::make_unique<test::WindowRig>();
    QVERIFY(m_rig->activate());
}

void TestWindow::cleanup()
{
    m_rig.reset();
    VERIFY_NO_WARNINGS();
    m_quiet.reset();
}

void TestWindow::welcomesWithoutAnArchive()
{
    MainWindow &window = m_rig->window();
    QVERIFY(window.findChild<QWidget *>(u"welcome"_s)->isVisible());
    QVERIFY(!window.filterBar()->isVisible());
    QVERIFY(!window.action(u"close"_s)->isEnabled());
    QVERIFY(!window.action(u"reread"_s)->isEnabled());
    QCOMPARE(window.statusLine()->sums(), QString());
    auto *sample = window.findChild<QAbstractButton *>(u"sample.welcome"_s);
    QVERIFY(sample->isEnabled());
    QTest::mouseClick(sample, Qt::LeftButton);
    QVERIFY(m_rig->archive()->isOpen());
    QCOMPARE(QDir(m_rig->archive()->folder()).canonicalPath(), QDir(s_sample).canonicalPath());
    QVERIFY(window.filterBar()->isVisible());
}

void TestWindow::everyViewOfTheRegistryIsThere()
{
    QVERIFY(m_rig->open(s_sample));
    QSet<QString> ids;
    QSet<int> keys;
    for (const ViewEntry &entry : viewRegistry()) {
        ids.insert(entry.id);
        keys.insert(entry.key);
        m_rig->window().workspace()->showView(entry.id);
        QWidget *view = m_rig->window().workspace()->view(entry.id);
        QVERIFY2(view->isVisible(), qPrintable(entry.id));
        QVERIFY2(view->width() > 200 && view->height() > 80, qPrintable(entry.id));
        const QWidget *focus = QApplication::focusWidget();
        QVERIFY2(focus && (focus == view || view->isAncestorOf(focus)), qPrintable(entry.id));
    }
    QCOMPARE(ids.size(), viewRegistry().size());
    QCOMPARE(keys.size(), viewRegistry().size());
}

void TestWindow::everyActionHasTextAndAWayToIt()
{
    QSet<const QAction *> inMenus;
    for (const QAction *top : m_rig->window().menuBar()->actions()) {
        QVERIFY(!top->text().isEmpty());
        inMenus.insert(top);
        if (top->menu())
            collect(top->menu(), &inMenus);
    }
    QVERIFY(inMenus.size() > 30);
    const auto actions = m_rig->window().findChildren<QAction *>();
    for (const QAction *action : actions) {
        const bool opensButtonMenu = action->menu() && !inMenus.contains(action);
        if (action->isSeparator() || opensButtonMenu || action->objectName().startsWith(u"_q_qlineedit"_s))
            continue;
        QVERIFY2(
            !action->text().isEmpty(),
            qPrintable(action->objectName() + u' ' + QString::fromLatin1(action->parent()->metaObject()->className())));
        const bool inOwnMenu =
            std::any_of(action->associatedObjects().cbegin(), action->associatedObjects().cend(), [](QObject *object) {
                return qobject_cast<QMenu *>(object) || qobject_cast<QLineEdit *>(object);
            });
        QVERIFY2(inMenus.contains(action) || inOwnMenu || !action->shortcuts().isEmpty() || action->menu() ||
                     qobject_cast<QMenu *>(action->parent()),
                 qPrintable(action->objectName() + u": "_s + action->text()));
    }
}

void TestWindow::noTwoActionsOfTheWindowShareAKey()
{
    QHash<QKeySequence, QString> taken;
    const auto actions = m_rig->window().findChildren<QAction *>();
    for (const QAction *action : actions) {
        if (action->shortcutContext() != Qt::WindowShortcut)
            continue;
        for (const QKeySequence &key : action->shortcuts()) {
            QVERIFY2(!taken.contains(key),
                     qPrintable(u"%1: %2 and %3"_s.arg(key.toString(), taken.value(key), action->text())));
            taken.insert(key, action->text());
        }
    }
    QVERIFY(taken.size() > 20);
}

void TestWindow::everythingThatTakesTheFocusHasAName()
{
    QVERIFY(m_rig->open(s_sample));
    m_rig->selection()->openArticles({{1}, {2}});
    m_rig->filter()->addCountry(u"TR"_s);
    m_rig->window().workspace()->showView(u"people"_s);
    QVERIFY(m_rig->isSettled());
    int named = 0;
    const auto widgets = m_rig->window().findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        if (widget->focusPolicy() == Qt::NoFocus || isPartOfAnother(widget))
            continue;
        ++named;
        const QString place =
            widget->parentWidget() ? QString::fromLatin1(widget->parentWidget()->metaObject()->className()) : QString();
        QVERIFY2(!nameOf(widget).isEmpty(),
                 qPrintable(u"%1 %2 in %3"_s.arg(QString::fromLatin1(widget->metaObject()->className()),
                                                 widget->objectName(), place)));
    }
    QVERIFY(named > 30);
}

void TestWindow::whatCannotBeOpenedIsToldAndTheRestGoesOn()
{
    QVERIFY(m_rig->open(s_sample));
    const QString wrong = m_rig->home() + u"/wrong.sqlite"_s;
    QFile file(wrong);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("this is no store");
    file.close();
    QVERIFY(!m_rig->window().openArchive(wrong));
    QVERIFY(m_rig->window().banner()->isVisible());
    QVERIFY2(m_rig->window().banner()->text().contains(u"wrong.sqlite"_s),
             qPrintable(m_rig->window().banner()->text()));
    QVERIFY(!m_rig->settings().recent().contains(wrong));
    QVERIFY(m_rig->open(s_sample));
    QVERIFY(!m_rig->window().banner()->isVisible());
}

void TestWindow::aDroppedFolderIsOpened()
{
    QSignalSpy finished(m_rig->archive(), &Archive::importFinished);
    drop(&m_rig->window(), s_sample);
    QVERIFY(m_rig->archive()->isOpen());
    QVERIFY(finished.count() > 0 || finished.wait(60000));
    QVERIFY(m_rig->isSettled());
    QCOMPARE(m_rig->model("articleList")->rowCount(), 42);
}

void TestWindow::aDroppedPictureIsNot()
{
    const QString picture = m_rig->home() + u"/picture.png"_s;
    QVERIFY(QPixmap(4, 4).save(picture));
    drop(&m_rig->window(), picture);
    QVERIFY(!m_rig->archive()->isOpen());
    QVERIFY(m_rig->window().findChild<QWidget *>(u"welcome"_s)->isVisible());
}

void TestWindow::recentArchivesAreRemembered()
{
    QStringList wanted;
    for (int i = 0; i < Settings::mostRecent + 3; ++i) {
        const QString path = u"/nowhere/%1"_s.arg(i);
        m_rig->settings().addRecent(path);
        wanted.prepend(path);
    }
    m_rig->settings().addRecent(u"/nowhere/7"_s);
    wanted.removeAll(u"/nowhere/7"_s);
    wanted.prepend(u"/nowhere/7"_s);
    QCOMPARE(m_rig->settings().recent(), QStringList(wanted.mid(0, Settings::mostRecent)));
    QVERIFY(m_rig->open(s_sample));
    QCOMPARE(m_rig->settings().recent().first(), QFileInfo(s_sample).absoluteFilePath());

    QMenu *recent = nullptr;
    for (QMenu *menu : m_rig->window().findChildren<QMenu *>())
        recent = menu->title() == u"Open R&ecent"_s ? menu : recent;
    QVERIFY(recent);
    emit recent->aboutToShow();
    QVERIFY(recent->actions().at(0)->isEnabled());
    QVERIFY(!recent->actions().at(1)->isEnabled());
    QCOMPARE(recent->actions().at(1)->text(), u"/nowhere/7"_s);
    recent->actions().last()->trigger();
    QVERIFY(m_rig->settings().recent().isEmpty());
}

void TestWindow::closingShowsTheWelcomePageAgain()
{
    QVERIFY(m_rig->open(s_sample));
    m_rig->selection()->openArticle({1});
    m_rig->window().action(u"close"_s)->trigger();
    QVERIFY(!m_rig->archive()->isOpen());
    QVERIFY(m_rig->window().findChild<QWidget *>(u"welcome"_s)->isVisible());
    QVERIFY(m_rig->selection()->articles().isEmpty());
    QCOMPARE(m_rig->model("articleList")->rowCount(), 0);
    QCOMPARE(m_rig->window().statusLine()->sums(), QString());
}

void TestWindow::keysReachEveryPane()
{
    QVERIFY(m_rig->open(s_sample));
    QVERIFY(m_rig->activate());
    MainWindow &window = m_rig->window();
    QLineEdit *line = window.filterBar()->edit();
    const auto inside = [](const QWidget *pane) {
        const QWidget *focus = QApplication::focusWidget();
        return focus && (focus == pane || pane->isAncestorOf(focus));
    };
    QVERIFY(inside(window.workspace()->view(u"articles"_s)));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Slash);
    QCOMPARE(QApplication::focusWidget(), line);
    QTest::keyClicks(line, u"a/b"_s);
    QCOMPARE(line->text(), u"a/b"_s);
    QTest::keyClick(line, Qt::Key_Escape);
    QCOMPARE(line->text(), QString());
    QTest::keyClick(line, Qt::Key_Escape);
    QVERIFY(inside(window.workspace()->view(u"articles"_s)));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_K, Qt::ControlModifier);
    QCOMPARE(QApplication::focusWidget(), line);
    QTest::keyClick(line, Qt::Key_2, Qt::ControlModifier);
    QVERIFY(inside(window.workspace()->view(u"contacts"_s)));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(QApplication::focusWidget(), line);

    const QList<QWidget *> panes = window.workspace()->panes();
    QCOMPARE(panes.size(), 3);
    for (QWidget *pane : panes) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
        QVERIFY2(inside(pane), qPrintable(pane->objectName()));
    }
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
    QCOMPARE(QApplication::focusWidget(), line);
    QTest::keyClick(line, Qt::Key_F6, Qt::ShiftModifier);
    QVERIFY(inside(panes.last()));
}

void TestWindow::panesAreShutAndOpened()
{
    QVERIFY(m_rig->open(s_sample));
    QVERIFY(m_rig->activate());
    Workspace *workspace = m_rig->window().workspace();
    QTest::keyClick(&m_rig->window(), Qt::Key_F9);
    QVERIFY(!workspace->view(u"articles"_s)->isVisible());
    QVERIFY(!m_rig->window().action(u"sidePane"_s)->isChecked());
    QTest::keyClick(&m_rig->window(), Qt::Key_F8);
    QVERIFY(!workspace->view(u"reader"_s)->isVisible());
    QCOMPARE(workspace->panes().size(), 1);
    QTest::keyClick(&m_rig->window(), Qt::Key_3, Qt::ControlModifier);
    QVERIFY(workspace->view(u"people"_s)->isVisible());
    m_rig->window().action(u"defaultLayout"_s)->trigger();
    QVERIFY(workspace->view(u"reader"_s)->isVisible());
    QVERIFY(m_rig->window().action(u"readerPane"_s)->isChecked());
}

void TestWindow::datesAreUnderstoodOrToldToBeWrong()
{
    DatesPopup popup(m_rig->filter(), &m_rig->theme(), &m_rig->window());
    popup.fromEdit()->setText(u"2025-02"_s);
    popup.toEdit()->setText(u"2025"_s);
    QVERIFY(popup.apply());
    QCOMPARE(m_rig->filter()->filter().from, QDate(2025, 2, 1));
    QCOMPARE(m_rig->filter()->filter().to, QDate(2025, 12, 31));
    popup.toEdit()->setText(u"soon"_s);
    QVERIFY(!popup.apply());
    popup.toEdit()->setText(u"2024"_s);
    QVERIFY(!popup.apply());
    QCOMPARE(m_rig->filter()->filter().to, QDate(2025, 12, 31));
    popup.fromEdit()->clear();
    popup.toEdit()->clear();
    QVERIFY(popup.apply());
    QVERIFY(m_rig->filter()->filter().isEmpty());
}

void TestWindow::kindsAreChosenFromTheirList()
{
    QVERIFY(m_rig->open(s_sample));
    auto *popup = m_rig->window().findChild<FacetPopup *>(u"popup.kind"_s);
    QVERIFY(popup);
    popup->popUp(QPoint(10, 10));
    QTRY_VERIFY(popup->list()->model()->rowCount() > 1);
    const QString first = popup->list()->model()->index(0, 0).data(FacetModel::ValueRole).toString();
    popup->list()->setCurrentIndex(popup->list()->model()->index(0, 0));
    QTest::keyClick(popup->list(), Qt::Key_Space);
    QCOMPARE(m_rig->filter()->filter().kinds, QList<ContactKind>{*kindFromWord(first)});
    QVERIFY(popup->isVisible());
    QTest::keyClick(popup->list(), Qt::Key_Return);
    QVERIFY(m_rig->filter()->filter().isEmpty());
    popup->close();
}

void TestWindow::aLineThatIsNotUnderstoodIsTold()
{
    QVERIFY(m_rig->open(s_sample));
    FilterBar *bar = m_rig->window().filterBar();
    auto *told = m_rig->window().findChild<QLabel *>(u"filterError"_s);
    bar->edit()->setText(u"kind:dinner"_s);
    bar->submit();
    QVERIFY(told->isVisible());
    QVERIFY2(told->text().contains(u"dinner"_s), qPrintable(told->text()));
    QVERIFY(m_rig->filter()->filter().isEmpty());
    bar->edit()->setText(u"kind:visit"_s);
    QVERIFY(!told->isVisible());
    bar->submit();
    QCOMPARE(m_rig->filter()->filter().kinds, QList<ContactKind>{ContactKind::Visit});
}

void TestWindow::sizesAndViewsAreRemembered()
{
    QVERIFY(m_rig->open(s_sample));
    m_rig->window().workspace()->raiseView(u"people"_s);
    m_rig->window().workspace()->raiseView(u"charts"_s);
    m_rig->window().workspace()->setReaderShown(false);
    m_rig->window().resize(1100, 700);
    m_rig->window().close();
    MainWindow next(&m_rig->theme(), &m_rig->settings());
    QCOMPARE(next.size(), QSize(1100, 700));
    QVERIFY(!next.workspace()->isReaderShown());
    QCOMPARE(next.workspace()->panes(),
             (QList<QWidget *>{next.workspace()->view(u"people"_s), next.workspace()->view(u"charts"_s)}));
}

void TestWindow::anotherArchiveBeginsWithAnEmptyFilter()
{
    QVERIFY(m_rig->open(s_sample));
    m_rig->filter()->addCountry(u"TR"_s);
    const QString folder = m_rig->home() + u"/press"_s;
    QVERIFY(QDir().mkpath(folder));
    QFile article(folder + u"/one.txt"_s);
    QVERIFY(article.open(QIODevice::WriteOnly));
    article.write("Ministers talk by telephone\nANKARA, Oct. 2 (AA) - Foreign Minister Kemal Demir spoke by phone with "
                  "his Iranian "
                  "counterpart Reza Karimi on Thursday.\n");
    article.close();
    QVERIFY(m_rig->open(folder));
    QVERIFY(m_rig->filter()->filter().isEmpty());
    QVERIFY(!m_rig->filter()->backAction()->isEnabled());
    QTRY_COMPARE(m_rig->model("articleList")->rowCount(), 1);
}

void TestWindow::coloursAreChangedEverywhere()
{
    QVERIFY(m_rig->open(s_sample));
    const auto ground = [this] {
        return m_rig->list("articleList")->grab().toImage().pixelColor(2, m_rig->list("articleList")->height() - 2);
    };
    const QColor light = ground();
    auto *dark = m_rig->window().findChild<QAction *>(u"theme.2"_s);
    QVERIFY(dark && dark->text() == u"&Dark"_s);
    dark->trigger();
    QTRY_COMPARE(ground(), m_rig->theme().palette().color(QPalette::Base));
    QVERIFY(ground().lightness() < light.lightness());
    QCOMPARE(m_rig->settings().theme(), Theme::Choice::Dark);
    QCOMPARE(Settings().theme(), Theme::Choice::Dark);
}

void TestWindow::aPictureIsTakenOnceAllIsShown()
{
    m_rig->window().openArchive(s_sample);
    Rehearsal rehearsal(&m_rig->window(),
                        {u"kind:call"_s, u"contacts"_s, true, m_rig->home() + u"/nowhere/window.png"_s});
    QSignalSpy failed(&rehearsal, &Rehearsal::failed);
    rehearsal.start();
    QVERIFY(failed.wait(60000));
    QVERIFY(failed.at(0).at(0).toString().contains(u"window.png"_s));
    QCOMPARE(m_rig->filter()->filter().kinds, QList<ContactKind>{ContactKind::Call});
    QVERIFY(m_rig->window().workspace()->view(u"contacts"_s)->isVisible());
    QVERIFY(!m_rig->selection()->articles().isEmpty());
    QTRY_VERIFY(m_rig->model("contactList")->rowCount() > 0);
}

QTEST_MAIN(TestWindow)
#include "tst_window.moc"
