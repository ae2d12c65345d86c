// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/facetmodel.h"

namespace dragoman {

namespace {

using Values = QList<FacetValue>;

Values kinds(const StoreReader &reader, Filter filter)
{
    filter.kinds.clear();
    return reader.kindFacet(filter);
}

Values statuses(const StoreReader &reader, Filter filter)
{
    filter.statuses.clear();
    return reader.statusFacet(filter);
}

Values countries(const StoreReader &reader, Filter filter)
{
    return reader.countryFacet(filter, FacetModel::most);
}

Values sources(const StoreReader &reader, Filter filter)
{
    filter.sources.clear();
    return reader.sourceFacet(filter, FacetModel::most);
}

using Asker = Values (*)(const StoreReader &, Filter);
constexpr Asker askers[] = {&kinds, &statuses, &countries, &sources}; // in the order of FacetModel::Field

} // namespace

FacetModel::FacetModel(Field field, Archive *archive, QObject *parent)
    : QAbstractListModel(parent), m_field(field), m_archive(archive), m_question(this)
{
}

int FacetModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_values.size());
}

QVariant FacetModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const FacetValue &value = m_values.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return value.label;
    case ValueRole:
        return value.value;
    case ContactsRole:
        return value.contacts;
    default:
        return {};
    }
}

void FacetModel::ask(const Filter &filter)
{
    if (!m_archive->isOpen())
        return;
    const Asker asker = askers[static_cast<int>(m_field)];
    m_question.ask<Values>(
        m_archive, [asker, filter](const StoreReader &reader) { return asker(reader, filter); },
        [this](Values values) {
            beginResetModel();
            m_values = std::move(values);
            endResetModel();
            emit answered();
        });
}

} // namespace dragoman
