// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recordmodel.h"

namespace dragoman {

/** The people who take part in contacts that the filter lets through. */
class PersonListModel : public RecordModelOf<PersonRow>
{
    Q_OBJECT
public:
    enum Column { Name, Country, Offices, Spellings, Contacts, First, Last, ColumnCount };
    enum Role {
        RowRole = FirstOwnRole, ///< PersonRow
    };

    explicit PersonListModel(Archive *archive, QObject *parent = nullptr);

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /** Whether the store can sort by it. */
    [[nodiscard]] static bool isSortable(int column);

protected:
    [[nodiscard]] IdsQuestion idsQuestion() const override;
    [[nodiscard]] RowsQuestion rowsQuestion(const Ids &ids) const override;
    [[nodiscard]] QVariant rowData(const PersonRow &row, int column, int role) const override;
};

} // namespace dragoman
