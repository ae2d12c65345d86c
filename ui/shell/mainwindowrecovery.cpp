// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/filelistmodel.h"
#include "session/recovery.h"
#include "shell/banner.h"
#include "shell/mainwindow.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace dragoman {

/** What is not as usual with the archive just opened, and what can be done about it. */
void MainWindow::showNotice()
{
    const Archive *archive = m_context.archive;
    if (archive->notice().isEmpty())
        return;
    m_banner->showMessage(Banner::Tone::Information, archive->notice());
    if (!QFileInfo(archive->folder()).isDir() && !archive->isReadOnly())
        m_banner->offer(tr("Locate the Folder…"), [this] { locate(); });
}

void MainWindow::importFinished(const ImportReport &report)
{
    m_files->refresh();
    updateActions();
    if (report.error.isEmpty())
        return;
    showFailure(report.error);
    offerWayOn(report);
}

void MainWindow::offerWayOn(const ImportReport &report)
{
    using Fault = ImportReport::Fault;
    const Archive *archive = m_context.archive;
    if (report.fault == Fault::Damaged)
        offerRepair(archive->storeFile(), archive->folder());
    if (report.fault != Fault::Missing && report.fault != Fault::Emptied)
        return;
    m_banner->offer(tr("Read Again"), [this] { m_context.archive->startImport(); });
    m_banner->offer(tr("Locate the Folder…"), [this] { locate(); });
    if (report.fault == Fault::Emptied)
        m_banner->offer(tr("Forget the Files"), [this] { m_context.archive->forgetMissing(); });
}

void MainWindow::offerRepair(const QString &store, const QString &path)
{
    m_banner->offer(tr("Set the Store Aside and Read Again"), [this, store, path] { repair(store, path); });
}

/** The damaged store is only renamed; what the user added himself goes over into the new one. */
void MainWindow::repair(const QString &store, const QString &path)
{
    closeArchive();
    const Result<SetAside> done = setAside(store);
    if (!done.ok()) {
        showFailure(done.error().message());
        return;
    }
    if (!openArchive(path))
        return;
    const QString kept =
        done.value().whole ? QString() : u' ' + tr("Some of what you added yourself could not be read from it.");
    m_banner->showMessage(Banner::Tone::Information,
                          tr("The damaged store was renamed to %1, and the folder is read again.")
                                  .arg(QDir::toNativeSeparators(done.value().damaged)) +
                              kept);
}

/** Asks where the folder of the open archive went, and goes on there. */
void MainWindow::locate()
{
    const QString store = m_context.archive->storeFile();
    const QString before = m_context.archive->folder();
    const QString folder = QFileDialog::getExistingDirectory(
        this, tr("Where Is %1 Now?").arg(QDir::toNativeSeparators(before)), QFileInfo(before).absolutePath());
    if (folder.isEmpty()) {
        showNotice();
        return;
    }
    closeArchive();
    const Result<void> located = relocate(store, folder);
    openArchive(located.ok() ? folder : before);
    if (!located.ok()) {
        showFailure(located.error().message());
        m_banner->offer(tr("Locate the Folder…"), [this] { locate(); });
    }
}

} // namespace dragoman
