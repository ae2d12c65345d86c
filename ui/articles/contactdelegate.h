// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/recorddelegate.h"

namespace dragoman {

/** A row of the contact list: kind, who with whom and when; countries, place, sources and whether it took place. */
class ContactDelegate : public RecordDelegate
{
    Q_OBJECT
public:
    ContactDelegate(const Theme *theme, QObject *parent);

protected:
    void paintRow(QPainter *painter, const RowPainter &row, const QStyleOptionViewItem &option,
                  const QModelIndex &index) const override;
    [[nodiscard]] QString toolTip(const QModelIndex &index) const override;
};

} // namespace dragoman
