// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/facetmodel.h"
#include "models/viewcontext.h"

#include <QFrame>

class QLineEdit;
class QListView;
class QSortFilterProxyModel;

namespace dragoman {

class FilterState;

/** A field of the filter whose values are picked from a list. */
struct FacetField
{
    QString id;
    QString title;
    QString icon;
    FacetModel::Field field = FacetModel::Field::Kind;
    bool searchable = false; ///< too many values to look through
    bool (*isChosen)(const Filter &filter, const QString &value) = nullptr;
    void (*toggle)(FilterState *filter, const QString &value) = nullptr;
};

[[nodiscard]] const QList<FacetField> &facetFields();

/** The values of one field with the number of contacts each would leave; Space or a click chooses, Esc closes. */
class FacetPopup : public QFrame
{
    Q_OBJECT
public:
    FacetPopup(const FacetField &field, const ViewContext &context, QWidget *parent);

    void popUp(const QPoint &at); ///< `at` is the top left corner, on the screen
    [[nodiscard]] QListView *list() const { return m_list; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildLayout();
    void toggle(const QModelIndex &index);
    void fit();

    FacetField m_field;
    ViewContext m_context;
    FacetModel *m_model = nullptr;
    QSortFilterProxyModel *m_proxy = nullptr;
    QLineEdit *m_search = nullptr;
    QListView *m_list = nullptr;
};

} // namespace dragoman
