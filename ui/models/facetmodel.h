// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/question.h"

#include <QAbstractListModel>

namespace dragoman {

/** The values that one field of the filter could take, each with the number of contacts it would leave. */
class FacetModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum class Field { Kind, Status, Country, Source };
    enum Role {
        ValueRole = Qt::UserRole + 1, ///< QString, as in the filter language
        ContactsRole                  ///< int
    };
    static constexpr int most = 300; ///< values listed, the most frequent

    FacetModel(Field field, Archive *archive, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

    void ask(const Filter &filter); ///< the field's own conditions, of which one has to hold, are left out of the count
    [[nodiscard]] const QList<FacetValue> &values() const { return m_values; }

signals:
    void answered();

private:
    Field m_field;
    Archive *m_archive;
    Question m_question;
    QList<FacetValue> m_values;
};

} // namespace dragoman
