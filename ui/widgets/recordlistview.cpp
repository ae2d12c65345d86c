// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/recordlistview.h"

#include "models/recordmodel.h"
#include "widgets/recorddelegate.h"
#include "widgets/rowpainter.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>

#include <algorithm>

namespace dragoman {

RecordListView::RecordListView(RecordModel *model, RecordDelegate *delegate, QWidget *parent)
    : QTableView(parent), m_records(model), m_delegate(delegate)
{
    setModel(model);
    setItemDelegate(delegate);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setContextMenuPolicy(Qt::CustomContextMenu);
    horizontalHeader()->hide();
    horizontalHeader()->setStretchLastSection(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    for (int column = 1; column < model->columnCount(); ++column)
        hideColumn(column);
    horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    fitRows();
}

void RecordListView::fitRows()
{
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(RowPainter::heightOf(m_delegate->lines(), font()));
    verticalScrollBar()->setSingleStep(RowPainter::heightOf(1, font()));
}

QList<qint64> RecordListView::selectedIds() const
{
    QList<int> rows;
    const QModelIndexList indexes = selectionModel()->selectedRows();
    for (const QModelIndex &index : indexes)
        rows.append(index.row());
    std::sort(rows.begin(), rows.end());
    QList<qint64> ids;
    for (const int row : std::as_const(rows))
        ids.append(m_records->idAt(row));
    return ids;
}

void RecordListView::showId(qint64 id)
{
    const int row = m_records->rowOf(id);
    if (row < 0 || (selectionModel()->isRowSelected(row) && currentIndex().row() == row))
        return;
    const QModelIndex index = m_records->index(row, 0);
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(index);
}

void RecordListView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitRows();
}

void RecordListView::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const qint64 id = m_records->idAt(currentIndex().row());
    if (enter && id > 0) {
        if (event->modifiers().testFlag(Qt::ControlModifier))
            emit openedBeside(id);
        else
            emit opened(id);
        return;
    }
    if (event->modifiers() == Qt::NoModifier && (event->key() == Qt::Key_J || event->key() == Qt::Key_K)) {
        QKeyEvent walk(QEvent::KeyPress, event->key() == Qt::Key_J ? Qt::Key_Down : Qt::Key_Up, Qt::NoModifier);
        QTableView::keyPressEvent(&walk);
        return;
    }
    if (!event->text().isEmpty() && event->text().at(0).isPrint() && event->key() != Qt::Key_Space) {
        event->ignore(); // letters belong to the window's keys, not to a search within the rows
        return;
    }
    QTableView::keyPressEvent(event);
}

void RecordListView::mousePressEvent(QMouseEvent *event)
{
    m_pressed = indexAt(event->position().toPoint());
    if (event->button() == Qt::MiddleButton)
        return;
    QTableView::mousePressEvent(event);
}

void RecordListView::mouseReleaseEvent(QMouseEvent *event)
{
    QTableView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    const qint64 id = m_records->idAt(index.row());
    if (id <= 0 || m_pressed != index)
        return;
    if (event->button() == Qt::MiddleButton)
        emit openedBeside(id);
    else if (m_clickOpens && event->button() == Qt::LeftButton && event->modifiers() == Qt::NoModifier)
        emit opened(id);
}

QModelIndex RecordListView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    if (m_records->rowCount() == 0)
        return {};
    if (action == MoveHome)
        return m_records->index(0, 0);
    if (action == MoveEnd)
        return m_records->index(m_records->rowCount() - 1, 0);
    return QTableView::moveCursor(action, modifiers);
}

void RecordListView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    emit selectionEdited();
}

} // namespace dragoman
