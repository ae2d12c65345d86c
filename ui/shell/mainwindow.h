// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "models/viewcontext.h"
#include "session/archive.h"

#include <QHash>
#include <QMainWindow>

class QAction;
class QLabel;
class QMenu;
class QStackedWidget;

namespace dragoman {

class Banner;
class FileListModel;
class FilterBar;
class Settings;
class StatusLine;
class WelcomePage;
class WhyDialog;
class Workspace;

/** The window: opens archives, and puts menus, filter, views and status line together. */
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    MainWindow(Theme *theme, Settings *settings, QWidget *parent = nullptr);
    ~MainWindow() override;

    /** Opens a folder or a store, and begins to read what is new in the folder; shows a sentence if that fails. */
    bool openArchive(const QString &path);
    void closeArchive();
    [[nodiscard]] const ViewContext &context() const { return m_context; }
    [[nodiscard]] Workspace *workspace() const { return m_workspace; }
    [[nodiscard]] FilterBar *filterBar() const { return m_filterBar; }
    [[nodiscard]] StatusLine *statusLine() const { return m_status; }
    [[nodiscard]] Banner *banner() const { return m_banner; }
    [[nodiscard]] QAction *action(const QString &id) const { return m_actions.value(id, nullptr); }

    /** Where the sample archive lies; empty if it is not installed. */
    [[nodiscard]] static QString sampleFolder();

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    friend struct ActionTable;

    void buildActions();
    void buildMenus();
    void buildLayout();
    void connectState();
    QMenu *addMenu(const QString &title, const QStringList &ids);
    void fillReadMenu(QMenu *menu);
    void fillThemeMenu(QMenu *menu);
    void fillRecentMenu();
    void retint();
    void updateActions();

    void chooseFolder();
    void openSample();
    void reread();
    void toggleWatch();
    void stopReading();
    void showProblems();
    void showKeys();
    void showWhy(ContactId contact, ArticleId reading);
    void showAbout();
    void toggleSide();
    void toggleReader();
    void toggleFullScreen();
    void toggleMenuBar();
    void nextPane();
    void previousPane();
    void defaultLayout();
    void walkPanes(int step);
    void showFailure(const QString &sentence, const QString &details = {});
    void showNotice();
    void importFinished(const ImportReport &report);
    void offerWayOn(const ImportReport &report);
    void offerRepair(const QString &store, const QString &path);
    void repair(const QString &store, const QString &path);
    void locate();

    ViewContext m_context;
    Settings *m_settings;
    QHash<QString, QAction *> m_actions;
    QList<QAction *> m_order; ///< of m_actions, as in the menus
    FileListModel *m_files = nullptr;
    QStackedWidget *m_pages = nullptr;
    WelcomePage *m_welcome = nullptr;
    QWidget *m_work = nullptr;
    FilterBar *m_filterBar = nullptr;
    Workspace *m_workspace = nullptr;
    Banner *m_banner = nullptr;
    StatusLine *m_status = nullptr;
    QLabel *m_dropSign = nullptr;
    QMenu *m_recentMenu = nullptr;
    WhyDialog *m_why = nullptr; ///< once it was asked for
};

} // namespace dragoman
