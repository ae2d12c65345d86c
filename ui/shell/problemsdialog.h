// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/viewcontext.h"

#include <QDialog>

class QComboBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QTableView;

namespace dragoman {

class FileFilterModel;
class FileListModel;

/** The account of the archive's files: which were read, and for the others why not. */
class ProblemsDialog : public QDialog
{
    Q_OBJECT
public:
    ProblemsDialog(const ViewContext &context, FileListModel *files, QWidget *parent);

private:
    void buildLayout();
    void buildTable();
    [[nodiscard]] QDialogButtonBox *buildButtons();
    void update();
    void copy() const;
    void tryAgain();
    void fillCharsets();
    [[nodiscard]] QStringList selectedPaths() const;

    ViewContext m_context;
    FileListModel *m_files;
    FileFilterModel *m_shown = nullptr;
    QLabel *m_sum = nullptr;
    QComboBox *m_state = nullptr;
    QLineEdit *m_text = nullptr;
    QTableView *m_table = nullptr;
    QPushButton *m_again = nullptr;
    QPushButton *m_readAs = nullptr;
    QMenu *m_charsets = nullptr;
};

} // namespace dragoman
