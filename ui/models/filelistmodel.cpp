// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/filelistmodel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

const QString s_read = u"read"_s;

constexpr const char *heads[FileListModel::ColumnCount] = {
    QT_TRANSLATE_NOOP("dragoman::FileListModel", "File"),
    QT_TRANSLATE_NOOP("dragoman::FileListModel", "Outcome"),
    QT_TRANSLATE_NOOP("dragoman::FileListModel", "Reason"),
    QT_TRANSLATE_NOOP("dragoman::FileListModel", "Character Set"),
    QT_TRANSLATE_NOOP("dragoman::FileListModel", "Bytes"),
};

QString charsetText(const FileRow &file)
{
    if (file.chosenCharset.isEmpty())
        return file.charset;
    return FileListModel::tr("%1, chosen by you").arg(file.charset.isEmpty() ? file.chosenCharset : file.charset);
}

} // namespace

const QString FileFilterModel::problemsOnly = u"problems"_s;

FileListModel::FileListModel(Archive *archive, QObject *parent)
    : QAbstractTableModel(parent), m_archive(archive), m_question(this)
{
    connect(archive, &Archive::closed, this, [this] {
        m_question.drop();
        setFiles({});
    });
}

int FileListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_files.size());
}

int FileListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant FileListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const FileRow &file = m_files.at(index.row());
    if (role == StateRole)
        return file.state;
    if (role == SizeRole)
        return file.size;
    if (role == ChosenCharsetRole)
        return file.chosenCharset;
    if (role == Qt::ToolTipRole && index.column() != State)
        return index.column() == Reason ? file.reason : file.path;
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Path:
        return file.path;
    case State:
        return file.state;
    case Reason:
        return file.reason;
    case Charset:
        return charsetText(file);
    default:
        return file.size;
    }
}

QVariant FileListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    return tr(heads[section]);
}

int FileListModel::problems() const
{
    return static_cast<int>(std::count_if(m_files.cbegin(), m_files.cend(), [](const FileRow &file) {
        return file.state != s_read || !file.reason.isEmpty();
    }));
}

void FileListModel::refresh()
{
    if (!m_archive->isOpen())
        return;
    m_question.ask<QList<FileRow>>(
        m_archive, [](const StoreReader &reader) { return reader.files(); },
        [this](const QList<FileRow> &files) { setFiles(files); });
}

void FileListModel::setFiles(const QList<FileRow> &files)
{
    beginResetModel();
    m_files = files;
    endResetModel();
    emit answered();
}

void FileFilterModel::setState(const QString &state)
{
    m_state = state;
    invalidateFilter();
}

void FileFilterModel::setText(const QString &text)
{
    m_text = text;
    invalidateFilter();
}

bool FileFilterModel::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QAbstractItemModel *source = sourceModel();
    const auto text = [&](int column) { return source->index(row, column, parent).data().toString(); };
    const QString state = text(FileListModel::State);
    const bool problem = state != s_read || !text(FileListModel::Reason).isEmpty();
    const bool rightState = m_state.isEmpty() || (m_state == problemsOnly ? problem : state == m_state);
    return rightState && (m_text.isEmpty() || text(FileListModel::Path).contains(m_text, Qt::CaseInsensitive) ||
                          text(FileListModel::Reason).contains(m_text, Qt::CaseInsensitive));
}

} // namespace dragoman
