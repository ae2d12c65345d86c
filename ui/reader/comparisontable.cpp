// SPDX-License-Identifier: GPL-3.0-or-later
#include "reader/comparisontable.h"

#include "state/theme.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace dragoman {

namespace {

constexpr int cellHeight = 22;
constexpr int indent = 9;
constexpr int labelWidth = 150;

class CellDelegate : public QStyledItemDelegate
{
public:
    CellDelegate(const Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const auto state =
            index.column() == 0 ? ToldState::Equal : ToldState(index.data(ComparisonModel::StateRole).toInt());
        QStyleOptionViewItem cell = option;
        if (state == ToldState::Differs)
            painter->fillRect(option.rect, m_theme.markColour(Theme::Mark::SelectedEvidence));
        else if (state == ToldState::OnlyHere)
            painter->fillRect(option.rect, m_theme.markColour(Theme::Mark::Person));
        if (index.column() == 0 || state == ToldState::NotTold)
            cell.palette.setColor(QPalette::Text, m_theme.mutedText());
        cell.palette.setColor(QPalette::Highlight, m_theme.selectedRow());
        cell.palette.setColor(QPalette::HighlightedText, cell.palette.color(QPalette::Text));
        cell.rect.setLeft(cell.rect.left() + (index.column() == 0 ? indent : indent / 2));
        QStyledItemDelegate::paint(painter, cell, index);
        painter->save();
        if (state == ToldState::Differs) {
            painter->setPen(QPen(m_theme.warning(), 1.5, Qt::DotLine));
            painter->drawLine(option.rect.bottomLeft() + QPoint(3, -1), option.rect.bottomRight() + QPoint(-3, -1));
        } else if (state == ToldState::OnlyHere) {
            painter->fillRect(QRect(option.rect.left(), option.rect.top() + 2, 3, option.rect.height() - 4),
                              m_theme.accent());
        }
        painter->restore();
    }

private:
    const Theme &m_theme;
};

} // namespace

ComparisonTable::ComparisonTable(const Theme &theme, QWidget *parent)
    : QTableView(parent), m_model(new ComparisonModel(this))
{
    setObjectName(QStringLiteral("reader.comparison"));
    setAccessibleName(tr("What the accounts of this contact tell"));
    setModel(m_model);
    setItemDelegate(new CellDelegate(theme, this));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(cellHeight);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
    const auto want = [this](const QModelIndex &index) { emit evidenceWanted(index.column() - 1); };
    connect(this, &QTableView::clicked, this, want);
    connect(this, &QTableView::activated, this, want);
}

void ComparisonTable::setAccounts(const QList<Account> &accounts, const QStringList &titles)
{
    m_model->setAccounts(accounts, titles);
    fitColumns();
    updateGeometry();
}

QSize ComparisonTable::sizeHint() const
{
    return {400, horizontalHeader()->sizeHint().height() + m_model->rowCount() * cellHeight + 2};
}

QSize ComparisonTable::minimumSizeHint() const
{
    return {200, horizontalHeader()->sizeHint().height() + 2 * cellHeight};
}

void ComparisonTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void ComparisonTable::fitColumns()
{
    const int columns = m_model->columnCount();
    if (columns < 2)
        return;
    const int label = std::min(labelWidth, viewport()->width() / (columns + 1));
    setColumnWidth(0, label);
    for (int column = 1; column < columns; ++column)
        setColumnWidth(column, (viewport()->width() - label) / (columns - 1));
}

} // namespace dragoman
