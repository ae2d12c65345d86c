// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QStringView>

namespace dragoman {

/**
 * A text's runs of words in a few hundred bytes, by which copies of it are found again: the least hashes of all runs,
 * sorted. Letter case, punctuation and line breaks make no difference.
 */
[[nodiscard]] QByteArray sketchOf(QStringView text);

/** How much of their runs of words two texts have in common, from 0 to 1, as far as their sketches tell. */
[[nodiscard]] double overlapOf(const QByteArray &a, const QByteArray &b);

/** An article by its sketch. */
struct SketchedArticle
{
    ArticleId article;
    QByteArray sketch;
};

/** The articles that copy an earlier one of the list, whole or nearly so, and the first of those that it copies. */
[[nodiscard]] QHash<ArticleId, ArticleId> findCopies(const QList<SketchedArticle> &articles);

} // namespace dragoman
