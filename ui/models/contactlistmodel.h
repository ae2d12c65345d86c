// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recordmodel.h"

namespace dragoman {

/** The contacts that the filter lets through. */
class ContactListModel : public RecordModelOf<ContactRow>
{
    Q_OBJECT
public:
    enum Column { Date, Kind, Who, Where, Sources, Status, ColumnCount };
    enum Role {
        RowRole = FirstOwnRole, ///< ContactRow
    };

    explicit ContactListModel(Archive *archive, QObject *parent = nullptr);

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /** Whether the store can sort by it. */
    [[nodiscard]] static bool isSortable(int column);

protected:
    [[nodiscard]] IdsQuestion idsQuestion() const override;
    [[nodiscard]] RowsQuestion rowsQuestion(const Ids &ids) const override;
    [[nodiscard]] QVariant rowData(const ContactRow &row, int column, int role) const override;
};

} // namespace dragoman
