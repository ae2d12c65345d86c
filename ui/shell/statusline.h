// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/viewcontext.h"

#include <QStatusBar>

class QAction;
class QLabel;
class QProgressBar;
class QToolButton;

namespace dragoman {

class CountSource;
class FileListModel;
struct ImportProgress;

/** The window's lowest line: what the filter shows of all there is, the running import, files that were not read. */
class StatusLine : public QStatusBar
{
    Q_OBJECT
public:
    StatusLine(const ViewContext &context, FileListModel *files, QAction *stop, QAction *problems, QWidget *parent);

    [[nodiscard]] QString sums() const;
    [[nodiscard]] CountSource *counts() const { return m_counts; }

private:
    void buildLayout(QAction *stop, QAction *problems);
    void connectState();
    void updateSums();
    void updateProgress(const ImportProgress &progress);
    void setImportShown(bool shown);

    ViewContext m_context;
    CountSource *m_counts = nullptr;
    FileListModel *m_files;
    QLabel *m_sums = nullptr;
    QWidget *m_import = nullptr;
    QProgressBar *m_bar = nullptr;
    QLabel *m_rate = nullptr;
    QToolButton *m_problems = nullptr;
};

} // namespace dragoman
