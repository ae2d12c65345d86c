// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/recorddelegate.h"

namespace dragoman {

/** A row of the article list: title; source, date and contacts; and where the filter has text, the words around the
 * hit. */
class ArticleDelegate : public RecordDelegate
{
    Q_OBJECT
public:
    using RecordDelegate::RecordDelegate;

    void setSnippetShown(bool shown) { m_snippet = shown; }
    [[nodiscard]] int lines() const override { return m_snippet ? 3 : 2; }

protected:
    void paintRow(QPainter *painter, const RowPainter &row, const QStyleOptionViewItem &option,
                  const QModelIndex &index) const override;
    [[nodiscard]] QString toolTip(const QModelIndex &index) const override;

private:
    bool m_snippet = false;
};

} // namespace dragoman
