// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/mainwindow.h"

#include "models/filelistmodel.h"
#include "session/recovery.h"
#include "shell/banner.h"
#include "shell/filterbar.h"
#include "shell/settings.h"
#include "shell/statusline.h"
#include "shell/welcomepage.h"
#include "shell/workspace.h"
#include "state/filterstate.h"
#include "state/selection.h"
#include "state/theme.h"
#include "why/whydialog.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QLabel>
#include <QMimeData>
#include <QMouseEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

const QString s_geometry = u"geometry"_s;
const QString s_layout = u"layout"_s;

/** The folder or store that a drop brings, or nothing. */
QString pathIn(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    if (urls.size() != 1 || !urls.first().isLocalFile())
        return {};
    const QFileInfo info(urls.first().toLocalFile());
    return info.isDir() || info.suffix() == u"sqlite"_s ? info.absoluteFilePath() : QString();
}

QString nameOf(const QString &path)
{
    const QString name = QDir(path).dirName();
    return name.isEmpty() ? path : name;
}

} // namespace

MainWindow::MainWindow(Theme *theme, Settings *settings, QWidget *parent) : QMainWindow(parent), m_settings(settings)
{
    m_context.archive = new Archive(this);
    m_context.archive->setWatching(settings->watching());
    m_context.filter = new FilterState(this);
    m_context.selection = new Selection(this);
    m_context.theme = theme;
    m_files = new FileListModel(m_context.archive, this);
    setObjectName(u"mainWindow"_s);
    setWindowTitle(tr("Dragoman"));
    setAcceptDrops(true);
    resize(1280, 800);
    buildActions();
    buildLayout();
    buildMenus();
    connectState();
    retint();
    updateActions();
    restoreGeometry(settings->state(s_geometry));
    m_workspace->restoreState(settings->state(s_layout));
}

/** The views go first: they ask the archive and follow the state that would otherwise die before them. */
MainWindow::~MainWindow()
{
    delete m_why;
    delete takeCentralWidget();
}

void MainWindow::buildLayout()
{
    auto *centre = new QWidget(this);
    m_banner = new Banner(m_context.theme, centre);
    m_pages = new QStackedWidget(centre);
    m_welcome = new WelcomePage(m_context.theme, action(u"open"_s), action(u"sample"_s), m_pages);
    m_work = new QWidget(m_pages);
    m_filterBar = new FilterBar(m_context, m_work);
    m_workspace = new Workspace(m_context, m_work);
    auto *work = new QVBoxLayout(m_work);
    work->setContentsMargins(0, 0, 0, 0);
    work->setSpacing(0);
    work->addWidget(m_filterBar);
    work->addWidget(m_workspace, 1);
    m_pages->addWidget(m_welcome);
    m_pages->addWidget(m_work);
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addWidget(m_pages, 1);
    setCentralWidget(centre);
    m_status = new StatusLine(m_context, m_files, action(u"stop"_s), action(u"problems"_s), this);
    setStatusBar(m_status);
    m_dropSign = new QLabel(tr("Drop the folder to open it"), this);
    m_dropSign->setAlignment(Qt::AlignCenter);
    m_dropSign->setAutoFillBackground(true);
    m_dropSign->hide();
    m_welcome->setRecent(m_settings->recent());
}

void MainWindow::connectState()
{
    qApp->installEventFilter(this);
    Archive *archive = m_context.archive;
    connect(m_context.theme, &Theme::changed, this, &MainWindow::retint);
    connect(m_context.selection, &Selection::whyWanted, this, &MainWindow::showWhy);
    connect(m_welcome, &WelcomePage::chosen, this, &MainWindow::openArchive);
    connect(m_filterBar, &FilterBar::left, m_workspace, &Workspace::focusList);
    connect(archive, &Archive::opened, this, &MainWindow::updateActions);
    connect(archive, &Archive::closed, this, &MainWindow::updateActions);
    connect(archive, &Archive::importStarted, this, &MainWindow::updateActions);
    connect(archive, &Archive::importFinished, this, &MainWindow::importFinished);
    connect(archive, &Archive::opened, m_files, &FileListModel::refresh);
    connect(archive, &Archive::questionFailed, this, [this](const QString &sentence) { showFailure(sentence); });
    connect(archive, &Archive::watchFailed, this,
            [this](const QString &sentence) { m_banner->showMessage(Banner::Tone::Information, sentence); });
}

bool MainWindow::openArchive(const QString &path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    closeArchive();
    const Result<void> opened = m_context.archive->open(absolute);
    if (!opened.ok()) {
        showFailure(opened.error().message());
        if (const QString damaged = damagedStoreOf(absolute); !damaged.isEmpty())
            offerRepair(damaged, absolute);
        return false;
    }
    m_banner->hide();
    m_settings->addRecent(absolute);
    m_welcome->setRecent(m_settings->recent());
    const QString folder = m_context.archive->folder();
    setWindowTitle(nameOf(folder.isEmpty() ? absolute : folder)); // Qt adds the name of the program
    m_pages->setCurrentWidget(m_work);
    m_workspace->focusList();
    if (QFileInfo(folder).isDir())
        m_context.archive->startImport();
    showNotice();
    updateActions();
    return true;
}

void MainWindow::closeArchive()
{
    if (m_context.archive->isOpen())
        m_context.archive->close();
    m_context.selection->clear();
    m_context.filter->reset();
    m_pages->setCurrentWidget(m_welcome);
    setWindowTitle(tr("Dragoman"));
    updateActions();
}

void MainWindow::showFailure(const QString &sentence, const QString &details)
{
    m_banner->showMessage(Banner::Tone::Error, sentence, details);
}

QString MainWindow::sampleFolder()
{
    const QStringList places{QCoreApplication::applicationDirPath() + u"/../share/dragoman/sample"_s,
                             QStringLiteral(DRAGOMAN_SOURCE_SAMPLE)};
    for (const QString &place : places) {
        if (QFileInfo(place).isDir())
            return QDir::cleanPath(place);
    }
    return {};
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_settings->setState(s_geometry, saveGeometry());
    m_settings->setState(s_layout, m_workspace->saveState());
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (pathIn(event->mimeData()).isEmpty())
        return;
    event->acceptProposedAction();
    m_dropSign->raise();
    m_dropSign->show();
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent *event)
{
    m_dropSign->hide();
    QMainWindow::dragLeaveEvent(event);
}

void MainWindow::dropEvent(QDropEvent *event)
{
    m_dropSign->hide();
    event->acceptProposedAction();
    openArchive(pathIn(event->mimeData()));
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    m_dropSign->setGeometry(rect().adjusted(24, 24, -24, -24));
}

/** The side buttons of a mouse walk through the filter's history wherever the pointer is. */
bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonPress && isActiveWindow()) {
        const Qt::MouseButton button = static_cast<QMouseEvent *>(event)->button();
        if (button == Qt::BackButton || button == Qt::ForwardButton) {
            if (button == Qt::BackButton)
                m_context.filter->goBack();
            else
                m_context.filter->goForward();
            return true;
        }
    }
    return QMainWindow::eventFilter(watched, event);
}

} // namespace dragoman
