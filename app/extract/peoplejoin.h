// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/joiner.h"

#include <QHash>
#include <QPair>

namespace dragoman {

/** The people of an archive, and which of them an article's name is. */
struct JoinedPeople
{
    QList<Person> people;
    QHash<QPair<ArticleId, QString>, PersonId> byMention; ///< article and fullest name in it
};

/**
 * Names of all articles to people: full names first, then short ones. Two names are one person if they can be spellings
 * of one name and country or office agree; a short name alone only where one person fits.
 */
[[nodiscard]] JoinedPeople joinPeople(const QList<ArticleAccounts> &articles);

} // namespace dragoman
