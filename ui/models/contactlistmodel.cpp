// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/contactlistmodel.h"

#include <optional>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

struct Head
{
    const char *text;
    std::optional<ContactSort> sort;
};

constexpr Head heads[ContactListModel::ColumnCount] = {
    {QT_TRANSLATE_NOOP("dragoman::ContactListModel", "Date"), ContactSort::Date},
    {QT_TRANSLATE_NOOP("dragoman::ContactListModel", "Kind"), ContactSort::Kind},
    {QT_TRANSLATE_NOOP("dragoman::ContactListModel", "Participants"), std::nullopt},
    {QT_TRANSLATE_NOOP("dragoman::ContactListModel", "Place"), ContactSort::Place},
    {QT_TRANSLATE_NOOP("dragoman::ContactListModel", "Sources"), std::nullopt},
    {QT_TRANSLATE_NOOP("dragoman::ContactListModel", "Status"), ContactSort::Status},
};

QVariant displayOf(const ContactRow &row, int column)
{
    switch (column) {
    case ContactListModel::Date:
        return row.date.toEdtf();
    case ContactListModel::Kind:
        return toWord(row.kind);
    case ContactListModel::Who: {
        QStringList names;
        for (const Participant &participant : row.participants)
            names.append(participant.name);
        return names.join(u" – "_s);
    }
    case ContactListModel::Where:
        return row.place.name;
    case ContactListModel::Sources:
        return row.sources.join(u", "_s);
    default:
        return toWord(row.status);
    }
}

} // namespace

ContactListModel::ContactListModel(Archive *archive, QObject *parent)
    : RecordModelOf(archive, Date, Qt::DescendingOrder, parent)
{
}

int ContactListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ContactListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    return tr(heads[section].text);
}

bool ContactListModel::isSortable(int column)
{
    return column >= 0 && column < ColumnCount && heads[column].sort.has_value();
}

RecordModel::IdsQuestion ContactListModel::idsQuestion() const
{
    const ContactSort by = heads[sortColumn()].sort.value_or(ContactSort::Date);
    return [filter = filter(), by, order = sortOrder()](const StoreReader &reader) {
        return reader.contactIds(filter, by, order);
    };
}

ContactListModel::RowsQuestion ContactListModel::rowsQuestion(const Ids &ids) const
{
    return [ids](const StoreReader &reader) { return reader.contactRows(ids); };
}

QVariant ContactListModel::rowData(const ContactRow &row, int column, int role) const
{
    if (role == Qt::DisplayRole)
        return displayOf(row, column);
    return role == RowRole ? QVariant::fromValue(row) : QVariant();
}

} // namespace dragoman
