// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/question.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

namespace dragoman {

/** How each file of the archive ended at the last import. */
class FileListModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Path, State, Reason, Charset, Size, ColumnCount };
    enum Role {
        StateRole = Qt::UserRole + 1, ///< QString, as in FileRow
        SizeRole,                     ///< qint64, bytes
        ChosenCharsetRole             ///< QString; empty if it was found out
    };

    explicit FileListModel(Archive *archive, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] const QList<FileRow> &files() const { return m_files; }
    [[nodiscard]] int problems() const; ///< files that gave no article, or of which something was left out
    void refresh();

signals:
    void answered();

private:
    void setFiles(const QList<FileRow> &files);

    Archive *m_archive;
    Question m_question;
    QList<FileRow> m_files;
};

/** The files of one state, or all that gave no article, or all; and of these those whose path or reason holds a text.
 */
class FileFilterModel : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    static const QString problemsOnly;   ///< in place of a state: all but those read
    void setState(const QString &state); ///< empty: all
    void setText(const QString &text);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QString m_state;
    QString m_text;
};

} // namespace dragoman
