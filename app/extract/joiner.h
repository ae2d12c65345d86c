// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/article.h"
#include "domain/contact.h"
#include "domain/person.h"
#include "extract/extractor.h"

#include <QHash>
#include <QList>

namespace dragoman {

/** What joining needs to know of one article: not its text. */
struct ArticleAccounts
{
    ArticleId article;
    QString path; ///< gives the order, so that the result does not depend on the order of reading
    QString source;
    QDate published;         ///< resolved
    QList<Account> accounts; ///< with their ids set
    QList<OfficeTold> people;
    QByteArray sketch = {};  ///< of its text, see sketchOf(); empty if not known
    ArticleId original = {}; ///< set by join(): the article that this one copies
};

/** The people, bodies and contacts of a whole archive. */
struct Joined
{
    QList<Person> people;    ///< ids 1, 2, 3 ... in order
    QList<Body> bodies;      ///< likewise
    QList<Contact> contacts; ///< likewise; accounts carry id, article, contact and their participants' person and body,
                             ///< all else as given
    QHash<ArticleId, ArticleId> copies; ///< articles that copy another, and the first that they copy
};

/**
 * Joins names to people (same or alike spelling, same country, offices that agree) and accounts to contacts (kind,
 * participants, overlapping dates, place; never shared words). Deterministic in the set of articles, whatever their
 * order.
 */
[[nodiscard]] Joined join(QList<ArticleAccounts> articles);

} // namespace dragoman
