// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/personlistmodel.h"

#include <optional>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

struct Head
{
    const char *text;
    std::optional<PersonSort> sort;
};

constexpr Head heads[PersonListModel::ColumnCount] = {
    {QT_TRANSLATE_NOOP("dragoman::PersonListModel", "Name"), PersonSort::Name},
    {QT_TRANSLATE_NOOP("dragoman::PersonListModel", "Country"), PersonSort::Country},
    {QT_TRANSLATE_NOOP("dragoman::PersonListModel", "Offices"), std::nullopt},
    {QT_TRANSLATE_NOOP("dragoman::PersonListModel", "Spellings"), std::nullopt},
    {QT_TRANSLATE_NOOP("dragoman::PersonListModel", "Contacts"), PersonSort::Contacts},
    {QT_TRANSLATE_NOOP("dragoman::PersonListModel", "First contact"), std::nullopt},
    {QT_TRANSLATE_NOOP("dragoman::PersonListModel", "Last contact"), PersonSort::Last},
};

template <typename Value, typename Text>
QString joined(const QList<Value> &values, Text text)
{
    QStringList texts;
    for (const Value &value : values)
        texts.append(text(value));
    return texts.join(u", "_s);
}

QVariant displayOf(const PersonRow &row, int column)
{
    switch (column) {
    case PersonListModel::Name:
        return row.name;
    case PersonListModel::Country:
        return row.country;
    case PersonListModel::Offices:
        return joined(row.offices, [](const Office &office) { return office.title; });
    case PersonListModel::Spellings:
        return joined(row.forms, [](const NameForm &form) { return form.text; });
    case PersonListModel::Contacts:
        return row.contacts;
    case PersonListModel::First:
        return row.first.toEdtf();
    default:
        return row.last.toEdtf();
    }
}

} // namespace

PersonListModel::PersonListModel(Archive *archive, QObject *parent)
    : RecordModelOf(archive, Contacts, Qt::DescendingOrder, parent)
{
}

int PersonListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PersonListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    return tr(heads[section].text);
}

bool PersonListModel::isSortable(int column)
{
    return column >= 0 && column < ColumnCount && heads[column].sort.has_value();
}

RecordModel::IdsQuestion PersonListModel::idsQuestion() const
{
    const PersonSort by = heads[sortColumn()].sort.value_or(PersonSort::Contacts);
    return [filter = filter(), by, order = sortOrder()](const StoreReader &reader) {
        return reader.personIds(filter, by, order);
    };
}

PersonListModel::RowsQuestion PersonListModel::rowsQuestion(const Ids &ids) const
{
    return [filter = filter(), ids](const StoreReader &reader) { return reader.personRows(ids, filter); };
}

QVariant PersonListModel::rowData(const PersonRow &row, int column, int role) const
{
    if (role == Qt::DisplayRole)
        return displayOf(row, column);
    return role == RowRole ? QVariant::fromValue(row) : QVariant();
}

} // namespace dragoman
