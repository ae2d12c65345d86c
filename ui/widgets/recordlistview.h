// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace dragoman {

class RecordDelegate;
class RecordModel;

/**
 * A list of rows of one height, however many there are. Enter or a click opens, Ctrl+Enter or a middle click opens
 * beside, J and K walk, Ctrl and Shift select several.
 */
class RecordListView : public QTableView
{
    Q_OBJECT
public:
    RecordListView(RecordModel *model, RecordDelegate *delegate, QWidget *parent);

    [[nodiscard]] QList<qint64> selectedIds() const;         ///< in the order of the list
    void showId(qint64 id);                                  ///< makes it the only selected one, if it is in the list
    void setClickOpens(bool opens) { m_clickOpens = opens; } ///< true unless told otherwise
    void fitRows(); ///< after the delegate's number of lines or the font has changed

signals:
    void opened(qint64 id);
    void openedBeside(qint64 id);
    void selectionEdited();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;

private:
    RecordModel *m_records;
    RecordDelegate *m_delegate;
    QPersistentModelIndex m_pressed;
    bool m_clickOpens = true;
};

} // namespace dragoman
