// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/problemsdialog.h"

#include "models/filelistmodel.h"
#include "session/archive.h"
#include "state/labels.h"

#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

struct StateChoice
{
    QString state;
    const char *text;
};

const QList<StateChoice> &choices()
{
    static const QList<StateChoice> all{
        {FileFilterModel::problemsOnly, QT_TRANSLATE_NOOP("dragoman::ProblemsDialog", "Not read, or not wholly")},
        {u"failed"_s, QT_TRANSLATE_NOOP("dragoman::ProblemsDialog", "Failed")},
        {u"unsupported"_s, QT_TRANSLATE_NOOP("dragoman::ProblemsDialog", "Of no known format")},
        {u"empty"_s, QT_TRANSLATE_NOOP("dragoman::ProblemsDialog", "Empty")},
        {u"excluded"_s, QT_TRANSLATE_NOOP("dragoman::ProblemsDialog", "Excluded")},
        {u"read"_s, QT_TRANSLATE_NOOP("dragoman::ProblemsDialog", "Read")},
        {QString(), QT_TRANSLATE_NOOP("dragoman::ProblemsDialog", "All files")},
    };
    return all;
}

} // namespace

ProblemsDialog::ProblemsDialog(const ViewContext &context, FileListModel *files, QWidget *parent)
    : QDialog(parent), m_context(context), m_files(files), m_shown(new FileFilterModel(this))
{
    setObjectName(u"problems"_s);
    setWindowTitle(tr("Files of the Archive"));
    m_shown->setSourceModel(files);
    m_shown->setState(FileFilterModel::problemsOnly);
    buildLayout();
    connect(files, &FileListModel::answered, this, &ProblemsDialog::update);
    connect(context.archive, &Archive::importStarted, this, &ProblemsDialog::update);
    connect(m_state, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_shown->setState(choices().at(index).state);
        update();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ProblemsDialog::update);
    connect(m_text, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_shown->setText(text);
        update();
    });
    resize(820, 460);
    update();
}

void ProblemsDialog::buildLayout()
{
    m_sum = new QLabel(this);
    m_state = new QComboBox(this);
    m_state->setAccessibleName(tr("Outcome"));
    for (const StateChoice &choice : choices())
        m_state->addItem(tr(choice.text));
    m_text = new QLineEdit(this);
    m_text->setPlaceholderText(tr("File or reason"));
    m_text->setAccessibleName(m_text->placeholderText());
    m_text->setClearButtonEnabled(true);
    buildTable();
    auto *head = new QHBoxLayout;
    head->addWidget(m_state);
    head->addWidget(m_text, 1);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_sum);
    column->addLayout(head);
    column->addWidget(m_table, 1);
    auto *limits = new QLabel(Archive::limits(), this);
    limits->setObjectName(u"limits"_s);
    limits->setWordWrap(true);
    column->addWidget(limits);
    column->addWidget(buildButtons());
}

void ProblemsDialog::buildTable()
{
    m_table = new QTableView(this);
    m_table->setAccessibleName(tr("Files"));
    m_table->setModel(m_shown);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(FileListModel::Path, Qt::AscendingOrder);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(FileListModel::Reason, QHeaderView::Stretch);
    m_table->setColumnWidth(FileListModel::Path, 280);
}

QDialogButtonBox *ProblemsDialog::buildButtons()
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setIcon({}); // the style's is black in the dark theme too
    QPushButton *copyButton = buttons->addButton(tr("Copy List"), QDialogButtonBox::ActionRole);
    copyButton->setAccessibleName(copyButton->text());
    connect(copyButton, &QPushButton::clicked, this, &ProblemsDialog::copy);
    m_again = buttons->addButton(tr("Read Again"), QDialogButtonBox::ActionRole);
    m_again->setAccessibleName(m_again->text());
    m_again->setToolTip(tr("Reads the selected files once more, or all that are shown if none is selected"));
    connect(m_again, &QPushButton::clicked, this, &ProblemsDialog::tryAgain);
    m_readAs = buttons->addButton(tr("Read As"), QDialogButtonBox::ActionRole);
    m_readAs->setAccessibleName(m_readAs->text());
    m_readAs->setToolTip(tr("Reads the selected files in a character set of your choice, now and later"));
    m_charsets = new QMenu(this);
    m_charsets->setObjectName(u"charsets"_s);
    m_readAs->setMenu(m_charsets);
    connect(m_charsets, &QMenu::aboutToShow, this, &ProblemsDialog::fillCharsets);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return buttons;
}

void ProblemsDialog::update()
{
    const bool ready = m_context.archive->isOpen() && !m_context.archive->isImporting();
    m_again->setEnabled(m_shown->rowCount() > 0 && ready);
    m_readAs->setEnabled(m_table->selectionModel()->hasSelection() && ready);
    m_sum->setText(
        tr("%1 files, of which %2 were not read, or not wholly. Shown: %3.")
            .arg(numberLabel(m_files->rowCount()), numberLabel(m_files->problems()), numberLabel(m_shown->rowCount())));
}

QStringList ProblemsDialog::selectedPaths() const
{
    QStringList paths;
    for (const QModelIndex &row : m_table->selectionModel()->selectedRows())
        paths.append(row.siblingAtColumn(FileListModel::Path).data().toString());
    return paths;
}

/** The set chosen for the selected files is checked; "Automatic" where none is. */
void ProblemsDialog::fillCharsets()
{
    m_charsets->clear();
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    const QString chosen = rows.isEmpty() ? QString() : rows.first().data(FileListModel::ChosenCharsetRole).toString();
    const auto add = [&](const QString &text, const QString &charset) {
        QAction *action = m_charsets->addAction(text);
        action->setCheckable(true);
        action->setChecked(charset == chosen);
        connect(action, &QAction::triggered, this,
                [this, charset] { m_context.archive->readAs(selectedPaths(), charset); });
    };
    add(tr("Automatic"), {});
    m_charsets->addSeparator();
    for (const QString &charset : Archive::charsets())
        add(charset, charset);
}

void ProblemsDialog::tryAgain()
{
    QStringList paths = selectedPaths();
    const bool all = paths.isEmpty();
    for (int row = 0; all && row < m_shown->rowCount(); ++row)
        paths.append(m_shown->index(row, FileListModel::Path).data().toString());
    m_context.archive->startImport(paths);
}

void ProblemsDialog::copy() const
{
    QStringList lines;
    for (int row = 0; row < m_shown->rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < m_shown->columnCount(); ++column)
            cells.append(m_shown->index(row, column).data().toString());
        lines.append(cells.join(u'\t'));
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

} // namespace dragoman
