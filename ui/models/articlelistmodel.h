// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recordmodel.h"

namespace dragoman {

/** The articles that the filter lets through. */
class ArticleListModel : public RecordModelOf<ArticleRow>
{
    Q_OBJECT
public:
    enum Column { Title, Source, Published, Contacts, Path, ColumnCount };
    enum Role {
        TitleRole = FirstOwnRole, ///< QString; the path where the article has no title
        SourceRole,               ///< QString
        PublishedRole,            ///< QDate, as printed
        CorrectedRole,            ///< QDate; invalid unless the article's text contradicts the printed one
        CorrectionReasonRole,     ///< QString: why, as a sentence
        ContactsRole,             ///< int
        SnippetRole,              ///< QString; hits between U+0002 and U+0003
        PathRole                  ///< QString
    };

    explicit ArticleListModel(Archive *archive, QObject *parent = nullptr);

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    [[nodiscard]] IdsQuestion idsQuestion() const override;
    [[nodiscard]] RowsQuestion rowsQuestion(const Ids &ids) const override;
    [[nodiscard]] QVariant rowData(const ArticleRow &row, int column, int role) const override;
};

} // namespace dragoman
