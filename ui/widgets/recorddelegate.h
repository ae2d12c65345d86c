// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace dragoman {

class RowPainter;
class Theme;

/** Paints the rows of a RecordModel: one cell of several lines a row. */
class RecordDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    RecordDelegate(const Theme *theme, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;
    [[nodiscard]] virtual int lines() const { return 2; }

protected:
    virtual void paintRow(QPainter *painter, const RowPainter &row, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const = 0;
    [[nodiscard]] virtual QString toolTip(const QModelIndex &index) const = 0; ///< plain text
    [[nodiscard]] const Theme *theme() const { return m_theme; }

private:
    const Theme *m_theme;
};

} // namespace dragoman
