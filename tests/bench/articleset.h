// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/article.h"
#include "domain/result.h"

#include <QList>

namespace dragoman::bench {

/** Articles in memory, and how much text they hold. */
struct ArticleSet
{
    QString origin;
    QList<Article> articles;
    qint64 bytes = 0; ///< of the articles' text in UTF-8
};

/** The articles of a folder; without one those that the archive maker writes, else the sample archive repeated. */
[[nodiscard]] Result<ArticleSet> readArticles(const QString &folder, int count);

/** Their stories one after another, `bytes` characters long: each a paragraph, or all on one line. */
[[nodiscard]] Article longArticle(const QList<Article> &articles, qsizetype length, bool oneLine);

} // namespace dragoman::bench
