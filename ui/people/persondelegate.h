// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/recorddelegate.h"

namespace dragoman {

/** A row of the people list: name and number of contacts; country, latest office, spellings, first and last contact. */
class PersonDelegate : public RecordDelegate
{
    Q_OBJECT
public:
    using RecordDelegate::RecordDelegate;

    /** Where the row's funnel lies, in the coordinates of `row`. */
    [[nodiscard]] static QRect funnelRect(const QRect &row);

protected:
    void paintRow(QPainter *painter, const RowPainter &row, const QStyleOptionViewItem &option,
                  const QModelIndex &index) const override;
    [[nodiscard]] QString toolTip(const QModelIndex &index) const override;
};

} // namespace dragoman
