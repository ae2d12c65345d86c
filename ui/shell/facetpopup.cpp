// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/facetpopup.h"

#include "state/filterstate.h"
#include "state/theme.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QScreen>
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

constexpr int popupWidth = 270;
constexpr int mostRowsShown = 12;
constexpr int checkSize = 14;

QString title(const char *text)
{
    return QCoreApplication::translate("dragoman::facets", text);
}

template <typename E>
QList<E> toggled(QList<E> values, E value)
{
    if (values.removeAll(value) == 0)
        values.append(value);
    return values;
}

bool hasKind(const Filter &filter, const QString &value)
{
    return filter.kinds.contains(kindFromWord(value).value_or(static_cast<ContactKind>(-1)));
}

void toggleKind(FilterState *state, const QString &value)
{
    if (const auto kind = kindFromWord(value))
        state->setKinds(toggled(state->filter().kinds, *kind));
}

bool hasStatus(const Filter &filter, const QString &value)
{
    return filter.statuses.contains(statusFromWord(value).value_or(static_cast<ContactStatus>(-1)));
}

void toggleStatus(FilterState *state, const QString &value)
{
    if (const auto status = statusFromWord(value))
        state->setStatuses(toggled(state->filter().statuses, *status));
}

bool hasCountry(const Filter &filter, const QString &value)
{
    return filter.countries.contains(value);
}

void toggleCountry(FilterState *state, const QString &value)
{
    Filter next = state->filter();
    next.countries = toggled(QList<QString>(next.countries), value);
    state->setFilter(next);
}

bool hasSource(const Filter &filter, const QString &value)
{
    return filter.sources.contains(value);
}

void toggleSource(FilterState *state, const QString &value)
{
    Filter next = state->filter();
    next.sources = toggled(QList<QString>(next.sources), value);
    state->setFilter(next);
}

/** Check mark, label, number of contacts at the right. */
class FacetDelegate : public QStyledItemDelegate
{
public:
    FacetDelegate(const FacetField *field, const ViewContext &context, QObject *parent)
        : QStyledItemDelegate(parent), m_field(field), m_context(context)
    {
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {popupWidth, option.fontMetrics.height() + 10};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme *theme = m_context.theme;
        const QString value = index.data(FacetModel::ValueRole).toString();
        const bool chosen = m_field->isChosen(m_context.filter->filter(), value);
        if (option.state.testFlag(QStyle::State_Selected) || option.state.testFlag(QStyle::State_MouseOver))
            painter->fillRect(option.rect, theme->selectedRow());
        const QRect check(option.rect.left() + 10, option.rect.center().y() - checkSize / 2, checkSize, checkSize);
        painter->setPen(chosen ? theme->accent() : theme->mutedText());
        painter->drawRect(check.adjusted(0, 0, -1, -1));
        if (chosen)
            painter->fillRect(check.adjusted(3, 3, -3, -3), theme->accent());
        QRect text = option.rect.adjusted(10 + checkSize + 8, 0, -12, 0);
        const QString count = numberLabel(index.data(FacetModel::ContactsRole).toInt());
        painter->setPen(theme->mutedText());
        painter->drawText(text, Qt::AlignRight | Qt::AlignVCenter, count);
        text.setRight(text.right() - option.fontMetrics.horizontalAdvance(count) - 8);
        const auto kind = kindFromWord(value);
        if (m_field->field == FacetModel::Field::Kind && kind) {
            theme->kindIcon(*kind).paint(painter, QRect(text.left(), text.center().y() - 7, 15, 15));
            text.setLeft(text.left() + 22);
        }
        painter->setPen(option.palette.color(QPalette::Text));
        painter->drawText(text, Qt::AlignVCenter,
                          option.fontMetrics.elidedText(labelOf(index), Qt::ElideRight, text.width()));
    }

    [[nodiscard]] QString labelOf(const QModelIndex &index) const
    {
        const QString value = index.data(FacetModel::ValueRole).toString();
        if (const auto kind = kindFromWord(value); kind && m_field->field == FacetModel::Field::Kind)
            return kindLabel(*kind);
        if (const auto status = statusFromWord(value); status && m_field->field == FacetModel::Field::Status)
            return statusLabel(*status);
        return m_field->field == FacetModel::Field::Country ? countryLabel(value) : index.data().toString();
    }

private:
    const FacetField *m_field;
    ViewContext m_context;
};

} // namespace

const QList<FacetField> &facetFields()
{
    static const QList<FacetField> fields{
        {u"kind"_s, title(QT_TRANSLATE_NOOP("dragoman::facets", "Kind")), u"contacts"_s, FacetModel::Field::Kind, false,
         &hasKind, &toggleKind},
        {u"status"_s, title(QT_TRANSLATE_NOOP("dragoman::facets", "Status")), u"status"_s, FacetModel::Field::Status,
         false, &hasStatus, &toggleStatus},
        {u"country"_s, title(QT_TRANSLATE_NOOP("dragoman::facets", "Country")), u"flag"_s, FacetModel::Field::Country,
         true, &hasCountry, &toggleCountry},
        {u"source"_s, title(QT_TRANSLATE_NOOP("dragoman::facets", "Source")), u"source"_s, FacetModel::Field::Source,
         true, &hasSource, &toggleSource},
    };
    return fields;
}

FacetPopup::FacetPopup(const FacetField &field, const ViewContext &context, QWidget *parent)
    : QFrame(parent, Qt::Popup), m_field(field), m_context(context),
      m_model(new FacetModel(field.field, context.archive, this)), m_proxy(new QSortFilterProxyModel(this))
{
    setObjectName(u"popup."_s + field.id);
    setFrameShape(QFrame::StyledPanel);
    m_proxy->setSourceModel(m_model);
    m_proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);
    buildLayout();
    const auto ask = [this] {
        if (isVisible())
            m_model->ask(m_context.filter->filter());
    };
    connect(context.filter, &FilterState::changed, this, ask);
    connect(context.archive, &Archive::contentChanged, this, ask);
    connect(m_model, &FacetModel::answered, this, &FacetPopup::fit);
}

void FacetPopup::buildLayout()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    m_search = new QLineEdit(this);
    m_search->setPlaceholderText(tr("Find in the list"));
    m_search->setAccessibleName(tr("Find in the list: %1").arg(m_field.title));
    m_search->setVisible(m_field.searchable);
    m_list = new QListView(this);
    m_list->setAccessibleName(m_field.title);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setItemDelegate(new FacetDelegate(&m_field, m_context, m_list));
    m_list->setModel(m_proxy);
    m_list->installEventFilter(this);
    m_search->installEventFilter(this);
    column->addWidget(m_search);
    column->addWidget(m_list);
    connect(m_list, &QListView::clicked, this, &FacetPopup::toggle);
    connect(m_search, &QLineEdit::textChanged, m_proxy, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_search, &QLineEdit::textChanged, this, [this] { m_list->setCurrentIndex(m_proxy->index(0, 0)); });
}

void FacetPopup::popUp(const QPoint &at)
{
    m_search->clear();
    m_model->ask(m_context.filter->filter());
    fit();
    move(at);
    show();
    if (m_field.searchable)
        m_search->setFocus(Qt::PopupFocusReason);
    else
        m_list->setFocus(Qt::PopupFocusReason);
}

void FacetPopup::fit()
{
    const int current = qMax(0, m_list->currentIndex().row());
    const int rows = qBound(1, m_model->rowCount(), mostRowsShown);
    const int rowHeight = m_list->fontMetrics().height() + 10;
    m_list->setFixedHeight(rows * rowHeight + 2);
    setFixedWidth(popupWidth);
    adjustSize();
    if (m_proxy->rowCount() > 0)
        m_list->setCurrentIndex(m_proxy->index(qMin(current, m_proxy->rowCount() - 1), 0));
    if (const QScreen *display = screen()) {
        const QRect room = display->availableGeometry();
        move(qMax(room.left(), qMin(x(), room.right() - width())), y());
    }
}

void FacetPopup::toggle(const QModelIndex &index)
{
    if (index.isValid())
        m_field.toggle(m_context.filter, index.data(FacetModel::ValueRole).toString());
    m_list->viewport()->update();
}

bool FacetPopup::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (enter || (key == Qt::Key_Space && watched == m_list)) {
        toggle(m_list->currentIndex());
        return true;
    }
    if (watched == m_search && (key == Qt::Key_Down || key == Qt::Key_Up)) {
        m_list->setFocus(Qt::TabFocusReason);
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace dragoman
