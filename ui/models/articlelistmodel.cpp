// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/articlelistmodel.h"

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

struct Head
{
    const char *text;
    ArticleSort sort;
};

constexpr Head heads[ArticleListModel::ColumnCount] = {
    {QT_TRANSLATE_NOOP("dragoman::ArticleListModel", "Title"), ArticleSort::Title},
    {QT_TRANSLATE_NOOP("dragoman::ArticleListModel", "Source"), ArticleSort::Source},
    {QT_TRANSLATE_NOOP("dragoman::ArticleListModel", "Date"), ArticleSort::Date},
    {QT_TRANSLATE_NOOP("dragoman::ArticleListModel", "Contacts"), ArticleSort::Contacts},
    {QT_TRANSLATE_NOOP("dragoman::ArticleListModel", "File"), ArticleSort::Path},
};

QString titleOf(const ArticleRow &row)
{
    if (!row.title.isEmpty())
        return row.title;
    return row.opening.isEmpty() ? row.path : row.opening;
}

QVariant displayOf(const ArticleRow &row, int column)
{
    switch (column) {
    case ArticleListModel::Title:
        return titleOf(row);
    case ArticleListModel::Source:
        return row.source;
    case ArticleListModel::Published:
        return row.publishedCorrected.isValid() ? row.publishedCorrected : row.published;
    case ArticleListModel::Contacts:
        return row.contacts;
    default:
        return row.path;
    }
}

} // namespace

ArticleListModel::ArticleListModel(Archive *archive, QObject *parent)
    : RecordModelOf(archive, Published, Qt::DescendingOrder, parent)
{
}

int ArticleListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ArticleListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    return tr(heads[section].text);
}

RecordModel::IdsQuestion ArticleListModel::idsQuestion() const
{
    const ArticleSort by = heads[sortColumn()].sort;
    return [filter = filter(), by, order = sortOrder()](const StoreReader &reader) {
        return reader.articleIds(filter, by, order);
    };
}

ArticleListModel::RowsQuestion ArticleListModel::rowsQuestion(const Ids &ids) const
{
    return [filter = filter(), ids](const StoreReader &reader) { return reader.articleRows(ids, filter); };
}

QVariant ArticleListModel::rowData(const ArticleRow &row, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return displayOf(row, column);
    case TitleRole:
        return titleOf(row);
    case SourceRole:
        return row.source;
    case PublishedRole:
        return row.published;
    case CorrectedRole:
        return row.publishedCorrected;
    case CorrectionReasonRole:
        return row.correctionReason;
    case ContactsRole:
        return row.contacts;
    case SnippetRole:
        return row.snippet;
    case PathRole:
        return row.path;
    default:
        return {};
    }
}

} // namespace dragoman
