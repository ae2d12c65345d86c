// SPDX-License-Identifier: GPL-3.0-or-later
#include "articles/articledelegate.h"

#include "models/articlelistmodel.h"
#include "state/theme.h"
#include "widgets/rowpainter.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

const QString s_dot = u"  ·  "_s;

QDate dateOf(const QModelIndex &index, ArticleListModel::Role role)
{
    return index.data(role).toDate();
}

} // namespace

void ArticleDelegate::paintRow(QPainter *, const RowPainter &row, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    const QColor text = option.palette.color(QPalette::Text);
    const QColor muted = theme()->mutedText();
    row.text(row.line(0), index.data(ArticleListModel::TitleRole).toString(), row.strong(), text);

    QRect second = row.line(1);
    const int contacts = index.data(ArticleListModel::ContactsRole).toInt();
    const QString count = contacts > 0 ? counted(tr("1 contact"), tr("%1 contacts"), contacts) : tr("no contacts");
    second = row.textAtEnd(second, count, row.small(), contacts > 0 ? text : muted);
    const QDate corrected = dateOf(index, ArticleListModel::CorrectedRole);
    if (corrected.isValid())
        second = row.pillAtEnd(second, tr("date corrected"), theme()->warning());
    const QDate shown = corrected.isValid() ? corrected : dateOf(index, ArticleListModel::PublishedRole);
    const QString source = index.data(ArticleListModel::SourceRole).toString();
    QStringList parts{source.isEmpty() ? tr("unknown source") : source,
                      shown.isValid() ? dayLabel(shown) : tr("undated")};
    row.text(second, parts.join(s_dot), row.small(), muted);
    if (m_snippet)
        row.snippet(row.line(2), index.data(ArticleListModel::SnippetRole).toString());
}

QString ArticleDelegate::toolTip(const QModelIndex &index) const
{
    QStringList lines{index.data(ArticleListModel::TitleRole).toString()};
    const QDate printed = dateOf(index, ArticleListModel::PublishedRole);
    const QDate corrected = dateOf(index, ArticleListModel::CorrectedRole);
    if (corrected.isValid()) {
        lines.append(tr("Printed as %1, which the article's own text contradicts: read as %2.")
                         .arg(printed.toString(Qt::ISODate), corrected.toString(Qt::ISODate)));
        const QString reason = index.data(ArticleListModel::CorrectionReasonRole).toString();
        if (!reason.isEmpty())
            lines.append(reason);
    }
    lines.append(index.data(ArticleListModel::PathRole).toString());
    return lines.join(u'\n');
}

} // namespace dragoman
