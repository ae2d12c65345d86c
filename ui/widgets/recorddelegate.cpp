// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/recorddelegate.h"

#include "models/recordmodel.h"
#include "widgets/rowpainter.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace dragoman {

RecordDelegate::RecordDelegate(const Theme *theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) {}

void RecordDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    painter->save();
    RowPainter rowPainter(painter, row, m_theme);
    rowPainter.ground();
    if (index.data(RecordModel::LoadedRole).toBool())
        paintRow(painter, rowPainter, row, index);
    else
        rowPainter.placeholder();
    painter->restore();
}

bool RecordDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                               const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const QString text = toolTip(index);
    // As rich text the tip wraps its lines; what comes from an article is escaped.
    const QString html = QStringLiteral("<p>") + text.toHtmlEscaped().replace(u'\n', QStringLiteral("<br>"));
    QToolTip::showText(event->globalPos(), text.isEmpty() ? QString() : html, view->viewport(), option.rect);
    return true;
}

} // namespace dragoman
