// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/filelistmodel.h"
#include "session/recovery.h"
#include "shell/filterbar.h"
#include "shell/keysheet.h"
#include "shell/mainwindow.h"
#include "shell/problemsdialog.h"
#include "shell/settings.h"
#include "shell/statusline.h"
#include "shell/workspace.h"
#include "state/filterstate.h"
#include "state/selection.h"
#include "state/theme.h"
#include "why/whydialog.h"

#include <QActionGroup>
#include <QApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QShortcut>
#include <QStandardPaths>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

/** What a view does by key or by a button of its own. */
QList<QAction *> ownActions(const QWidget *view)
{
    QList<QAction *> all = view->actions();
    const auto buttons = view->findChildren<QToolButton *>();
    for (const QToolButton *button : buttons) {
        QAction *action = button->defaultAction();
        if (action && !all.contains(action))
            all.append(action);
    }
    return all;
}

} // namespace

/** One action of the window: what it is called, how it is reached and the verb it means. */
struct ActionLine
{
    const char *id;
    const char *text;
    const char *icon;
    QList<QKeySequence> keys;
    void (MainWindow::*verb)();
};

struct ActionTable
{
    [[nodiscard]] static const QList<ActionLine> &lines()
    {
        using W = MainWindow;
        using K = QKeySequence;
        static const QList<ActionLine> table{
            {"open", QT_TRANSLATE_NOOP("dragoman::MainWindow", "&Open Folder…"), "folder", K::keyBindings(K::Open),
             &W::chooseFolder},
            {"sample", QT_TRANSLATE_NOOP("dragoman::MainWindow", "Open &Sample Archive"), "sample", {}, &W::openSample},
            {"reread", QT_TRANSLATE_NOOP("dragoman::MainWindow", "&Read New Files"), "refresh",
             K::keyBindings(K::Refresh), &W::reread},
            {"watch", QT_TRANSLATE_NOOP("dragoman::MainWindow", "&Watch the Folder"), nullptr, {}, &W::toggleWatch},
            {"stop",
             QT_TRANSLATE_NOOP("dragoman::MainWindow", "S&top Reading"),
             "stop",
             {K(Qt::SHIFT | Qt::Key_F5)},
             &W::stopReading},
            {"problems",
             QT_TRANSLATE_NOOP("dragoman::MainWindow", "&Files of the Archive…"),
             "problems",
             {K(Qt::CTRL | Qt::SHIFT | Qt::Key_E)},
             &W::showProblems},
            {"close",
             QT_TRANSLATE_NOOP("dragoman::MainWindow", "&Close Archive"),
             "close",
             {K(Qt::CTRL | Qt::SHIFT | Qt::Key_W)},
             &W::closeArchive},
            {"sidePane", QT_TRANSLATE_NOOP("dragoman::MainWindow", "&Lists"), nullptr, {K(Qt::Key_F9)}, &W::toggleSide},
            {"readerPane",
             QT_TRANSLATE_NOOP("dragoman::MainWindow", "&Reader"),
             nullptr,
             {K(Qt::Key_F8)},
             &W::toggleReader},
            {"nextPane",
             QT_TRANSLATE_NOOP("dragoman::MainWindow", "&Next Pane"),
             nullptr,
             {K(Qt::Key_F6)},
             &W::nextPane},
            {"previousPane",
             QT_TRANSLATE_NOOP("dragoman::MainWindow", "&Previous Pane"),
             nullptr,
             {K(Qt::SHIFT | Qt::Key_F6)},
             &W::previousPane},
            {"defaultLayout",
             QT_TRANSLATE_NOOP("dragoman::MainWindow", "&Default Layout"),
             nullptr,
             {},
             &W::defaultLayout},
            {"menuBar",
             QT_TRANSLATE_NOOP("dragoman::MainWindow", "&Menu Bar"),
             nullptr,
             {K(Qt::CTRL | Qt::Key_M)},
             &W::toggleMenuBar},
            {"fullScreen",
             QT_TRANSLATE_NOOP("dragoman::MainWindow", "&Full Screen"),
             nullptr,
             {K(Qt::Key_F11)},
             &W::toggleFullScreen},
            {"keys",
             QT_TRANSLATE_NOOP("dragoman::MainWindow", "&Keys"),
             "help",
             {K(Qt::CTRL | Qt::Key_Question), K(Qt::Key_F1)},
             &W::showKeys},
            {"about", QT_TRANSLATE_NOOP("dragoman::MainWindow", "&About Dragoman"), "info", {}, &W::showAbout},
        };
        return table;
    }
};

void MainWindow::buildActions()
{
    for (const ActionLine &line : ActionTable::lines()) {
        auto *made = new QAction(tr(line.text), this);
        made->setObjectName(QLatin1String(line.id));
        made->setData(QLatin1String(line.icon ? line.icon : ""));
        made->setShortcuts(line.keys);
        connect(made, &QAction::triggered, this, line.verb);
        m_actions.insert(QLatin1String(line.id), made);
        m_order.append(made);
        addAction(made);
    }
    for (const char *id : {"sidePane", "readerPane", "menuBar", "fullScreen", "watch"})
        action(QLatin1String(id))->setCheckable(true);
    action(u"watch"_s)->setChecked(m_context.archive->isWatching());
    action(u"menuBar"_s)->setChecked(true);
    addAction(m_context.selection->whyAction());
}

QMenu *MainWindow::addMenu(const QString &title, const QStringList &ids)
{
    QMenu *menu = menuBar()->addMenu(title);
    for (const QString &id : ids) {
        if (id.isEmpty())
            menu->addSeparator();
        else
            menu->addAction(action(id));
    }
    return menu;
}

void MainWindow::buildMenus()
{
    QMenu *file = addMenu(
        tr("&File"), {u"open"_s, u"sample"_s, {}, u"reread"_s, u"watch"_s, u"stop"_s, u"problems"_s, {}, u"close"_s});
    m_recentMenu = new QMenu(tr("Open R&ecent"), this);
    file->insertMenu(action(u"sample"_s), m_recentMenu);
    connect(m_recentMenu, &QMenu::aboutToShow, this, &MainWindow::fillRecentMenu);
    QAction *quit = file->addAction(tr("&Quit"), qApp, &QApplication::closeAllWindows);
    quit->setObjectName(u"quit"_s);
    quit->setShortcuts(QKeySequence::Quit);

    QMenu *filter = addMenu(tr("F&ilter"), {});
    QAction *line = filter->addAction(tr("&Filter Line"), this, [this] { m_filterBar->focusEdit(); });
    line->setObjectName(u"filterLine"_s);
    line->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_K), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F)});
    filter->addSeparator();
    filter->addActions(m_filterBar->fieldActions());
    filter->addSeparator();
    FilterState *state = m_context.filter;
    filter->addActions({state->backAction(), state->forwardAction(), state->removeLastAction(), state->clearAction()});

    QMenu *view = addMenu(tr("&View"),
                          {u"sidePane"_s, u"readerPane"_s, u"nextPane"_s, u"previousPane"_s, u"defaultLayout"_s, {}});
    QAction *first = view->actions().constFirst();
    for (const ViewEntry &entry : viewRegistry()) {
        auto *show = new QAction(entry.title, view);
        show->setObjectName(u"view."_s + entry.id);
        show->setShortcut(QKeySequence(Qt::CTRL | entry.key));
        connect(show, &QAction::triggered, m_workspace, [this, id = entry.id] { m_workspace->showView(id); });
        view->insertAction(first, show);
        m_order.append(show);
    }
    view->insertSeparator(first);
    fillThemeMenu(view->addMenu(tr("&Colours")));
    view->addActions({action(u"menuBar"_s), action(u"fullScreen"_s)});
    fillReadMenu(menuBar()->addMenu(tr("&Read")));
    addMenu(tr("&Help"), {u"keys"_s, u"about"_s});
    m_order.append(
        {line, quit, state->backAction(), state->forwardAction(), state->removeLastAction(), state->clearAction()});

    auto *slash = new QShortcut(QKeySequence(Qt::Key_Slash), this);
    connect(slash, &QShortcut::activated, m_filterBar, &FilterBar::focusEdit);
    connect(view, &QMenu::aboutToShow, this, &MainWindow::updateActions);
}

/** What the views can do of their own has a place in a menu too. */
void MainWindow::fillReadMenu(QMenu *menu)
{
    for (const ViewEntry &entry : viewRegistry()) {
        const QList<QAction *> own = ownActions(m_workspace->view(entry.id));
        if (own.isEmpty())
            continue;
        menu->addSection(entry.title);
        menu->addActions(own);
        m_order.append(own);
    }
    menu->menuAction()->setVisible(!menu->isEmpty());
    for (const QString &id : {u"articles"_s, u"contacts"_s, u"people"_s}) {
        auto *find =
            new QShortcut(QKeySequence::Find, m_workspace->view(id), nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        connect(find, &QShortcut::activated, m_filterBar, &FilterBar::focusEdit);
    }
}

void MainWindow::fillThemeMenu(QMenu *menu)
{
    auto *group = new QActionGroup(menu);
    const QList<std::pair<Theme::Choice, QString>> choices{{Theme::Choice::System, tr("As the &Desktop")},
                                                           {Theme::Choice::Light, tr("&Light")},
                                                           {Theme::Choice::Dark, tr("&Dark")}};
    for (const auto &[choice, text] : choices) {
        QAction *item = menu->addAction(text);
        item->setObjectName(u"theme.%1"_s.arg(static_cast<int>(choice)));
        item->setCheckable(true);
        item->setChecked(m_context.theme->choice() == choice);
        group->addAction(item);
        connect(item, &QAction::triggered, this, [this, value = choice] {
            m_context.theme->setChoice(value);
            m_settings->setTheme(value);
        });
    }
}

void MainWindow::fillRecentMenu()
{
    m_recentMenu->clear();
    const QStringList paths = m_settings->recent();
    for (const QString &path : paths) {
        QAction *item =
            m_recentMenu->addAction(QString(path).replace(u'&', u"&&"_s), this, [this, path] { openArchive(path); });
        item->setEnabled(isKnownOrThere(path));
    }
    m_recentMenu->addSeparator();
    QAction *clear = m_recentMenu->addAction(tr("&Clear List"), this, [this] { m_settings->clearRecent(); });
    clear->setEnabled(!paths.isEmpty());
}

void MainWindow::retint()
{
    for (QAction *made : std::as_const(m_actions)) {
        const QString icon = made->data().toString();
        if (!icon.isEmpty())
            made->setIcon(m_context.theme->icon(icon));
    }
    setWindowIcon(QIcon(u":/icons/dragoman.svg"_s));
}

void MainWindow::updateActions()
{
    const bool open = m_context.archive->isOpen();
    const bool importing = open && m_context.archive->isImporting();
    action(u"reread"_s)->setEnabled(open && !importing && !m_context.archive->isReadOnly());
    action(u"stop"_s)->setEnabled(importing);
    for (const char *id : {"problems", "close", "sidePane", "readerPane", "nextPane", "previousPane", "defaultLayout"})
        action(QLatin1String(id))->setEnabled(open);
    action(u"sample"_s)->setEnabled(!sampleFolder().isEmpty());
    action(u"sidePane"_s)->setChecked(m_workspace->isSideShown());
    action(u"readerPane"_s)->setChecked(m_workspace->isReaderShown());
    action(u"fullScreen"_s)->setChecked(isFullScreen());
}

void MainWindow::chooseFolder()
{
    const QStringList recent = m_settings->recent();
    const QString start = recent.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)
                                           : QFileInfo(recent.first()).absolutePath();
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Open a Folder of Articles"), start);
    if (!folder.isEmpty())
        openArchive(folder);
}

void MainWindow::openSample()
{
    openArchive(sampleFolder());
}

void MainWindow::reread()
{
    m_context.archive->startImport();
}

void MainWindow::toggleWatch()
{
    const bool on = action(u"watch"_s)->isChecked();
    m_settings->setWatching(on);
    m_context.archive->setWatching(on);
}

void MainWindow::stopReading()
{
    m_context.archive->stopImport();
}

void MainWindow::showProblems()
{
    m_files->refresh();
    ProblemsDialog dialog(m_context, m_files, this);
    dialog.exec();
}

void MainWindow::showKeys()
{
    KeySheet sheet(m_order, this);
    sheet.exec();
}

void MainWindow::showWhy(ContactId contact, ArticleId reading)
{
    if (!m_why)
        m_why = new WhyDialog(m_context, this);
    m_why->ask(contact, reading);
    m_why->show();
    m_why->raise();
    m_why->activateWindow();
}

void MainWindow::showAbout()
{
    QMessageBox::about(
        this, tr("About Dragoman"),
        tr("<h3>Dragoman %1</h3><p>A desktop browser for diplomatic contacts in news articles.</p>"
           "<p>Named after the interpreters who once carried every word between the Porte, Persia and the "
           "embassies.</p><p>Free software under the GNU General Public License, version 3 or later.</p>")
            .arg(QCoreApplication::applicationVersion()));
}

void MainWindow::toggleSide()
{
    m_workspace->setSideShown(!m_workspace->isSideShown());
    updateActions();
}

void MainWindow::toggleReader()
{
    m_workspace->setReaderShown(!m_workspace->isReaderShown());
    updateActions();
}

void MainWindow::toggleFullScreen()
{
    setWindowState(windowState() ^ Qt::WindowFullScreen);
    updateActions();
}

void MainWindow::toggleMenuBar()
{
    menuBar()->setVisible(menuBar()->isHidden());
}

void MainWindow::nextPane()
{
    walkPanes(1);
}

void MainWindow::previousPane()
{
    walkPanes(-1);
}

void MainWindow::walkPanes(int step)
{
    QList<QWidget *> panes{m_filterBar->edit()};
    panes.append(m_workspace->panes());
    qsizetype at = 0;
    for (qsizetype i = 0; i < panes.size(); ++i) {
        const QWidget *focus = QApplication::focusWidget();
        if (focus && (panes.at(i) == focus || panes.at(i)->isAncestorOf(focus)))
            at = i;
    }
    panes.at((at + step + panes.size()) % panes.size())->setFocus(Qt::ShortcutFocusReason);
}

void MainWindow::defaultLayout()
{
    m_workspace->restoreDefaults();
    updateActions();
}

} // namespace dragoman
