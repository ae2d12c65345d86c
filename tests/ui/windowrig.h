// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recordmodel.h"
#include "shell/chipbar.h"
#include "shell/filterbar.h"
#include "shell/mainwindow.h"
#include "shell/settings.h"
#include "shell/statusline.h"
#include "shell/workspace.h"
#include "state/filterstate.h"
#include "state/selection.h"
#include "state/theme.h"
#include "widgets/recordlistview.h"

#include <QApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace dragoman::test {

/** The whole window in a home of its own, with the sample archive at hand. */
class WindowRig
{
public:
    WindowRig()
    {
        static const QTemporaryDir stores; // what was read once need not be read again for every test
        qputenv("XDG_DATA_HOME", stores.path().toUtf8());
        qputenv("XDG_CONFIG_HOME", m_home.filePath(QStringLiteral("config")).toUtf8());
        qputenv("XDG_STATE_HOME", m_home.filePath(QStringLiteral("state")).toUtf8());
        m_settings = std::make_unique<Settings>();
        m_theme.setChoice(Theme::Choice::Light);
        m_window = std::make_unique<MainWindow>(&m_theme, m_settings.get());
        m_window->resize(1280, 800);
        m_window->show();
    }

    /** So that keys reach it. */
    [[nodiscard]] bool activate()
    {
        m_window->activateWindow();
        return QTest::qWaitForWindowActive(m_window.get());
    }

    [[nodiscard]] MainWindow &window() { return *m_window; }
    [[nodiscard]] Settings &settings() { return *m_settings; }
    [[nodiscard]] QString home() const { return m_home.path(); }
    [[nodiscard]] Archive *archive() { return m_window->context().archive; }
    [[nodiscard]] FilterState *filter() { return m_window->context().filter; }
    [[nodiscard]] Selection *selection() { return m_window->context().selection; }
    [[nodiscard]] Theme &theme() { return m_theme; }

    [[nodiscard]] RecordListView *list(const char *name)
    {
        return m_window->findChild<RecordListView *>(QLatin1String(name));
    }
    [[nodiscard]] RecordModel *model(const char *name) { return qobject_cast<RecordModel *>(list(name)->model()); }
    [[nodiscard]] QString label(const char *name) { return m_window->findChild<QLabel *>(QLatin1String(name))->text(); }

    /** Opens a folder and waits until it is read and the lists show it. */
    [[nodiscard]] bool open(const QString &folder)
    {
        QSignalSpy finished(archive(), &Archive::importFinished);
        if (!m_window->openArchive(folder))
            return false;
        return (finished.count() > 0 || finished.wait(60000)) && isSettled();
    }

    /** Whether all lists come to show what the filter lets through. */
    [[nodiscard]] bool isSettled()
    {
        return QTest::qWaitFor(
            [this] {
                return !model("articleList")->isAsking() && !model("contactList")->isAsking() &&
                       !model("personList")->isAsking();
            },
            20000);
    }

    [[nodiscard]] std::unique_ptr<StoreReader> reader()
    {
        Result<std::unique_ptr<StoreReader>> opened = StoreReader::open(archive()->storeFile());
        return opened.ok() ? std::move(opened).value() : nullptr;
    }

private:
    QTemporaryDir m_home;
    std::unique_ptr<Settings> m_settings;
    Theme m_theme;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace dragoman::test
