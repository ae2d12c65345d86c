// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/article.h"
#include "domain/contact.h"
#include "domain/person.h"
#include "extract/contactjoin.h"
#include "extract/copies.h"
#include "extract/extractor.h"
#include "extract/joindata.h"

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
    QByteArray sketch = {}; ///< of its text, see sketchOf(); empty if not known
};

/** What joining found out about a whole archive, without the accounts themselves. */
struct JoinedArchive
{
    QList<Person> people; ///< ids 1, 2, 3 ... in order
    QList<Body> bodies;   ///< likewise
    JoinedContacts contacts;
    std::vector<int> who;               ///< of each participant in order, the id of the person or body; 0 if not known
    QHash<ArticleId, ArticleId> copies; ///< articles that copy another, and the first that they copy
};

/**
 * Joins names to people (same or alike spelling, same country, offices that agree) and accounts to contacts (kind,
 * participants, overlapping dates, place; never shared words). What it holds of an article is a few hundred bytes.
 */
class Joiner
{
public:
    using SketchOf = std::function<QByteArray(ArticleId)>;

    /** Articles come in order of path. */
    void add(const ArticleAccounts &article);

    /** `sketchOf` is asked for sketches of articles that may be copies. Nothing is left to be added to. */
    [[nodiscard]] JoinedArchive finish(const SketchOf &sketchOf);

private:
    [[nodiscard]] QHash<ArticleId, ArticleId> markCopies(const SketchOf &sketchOf);
    void nameParticipants(const std::vector<int> &ofMention);

    JoinData m_data;
    CopyFinder m_copies;
};

/** The people, bodies and contacts of a small archive, all at once. */
struct Joined
{
    QList<Person> people;    ///< ids 1, 2, 3 ... in order
    QList<Body> bodies;      ///< likewise
    QList<Contact> contacts; ///< likewise; accounts carry id, article, contact and their participants' person and body,
                             ///< all else as given
    QHash<ArticleId, ArticleId> copies; ///< articles that copy another, and the first that they copy
};

/** Joins articles that are all in memory; deterministic in their set, whatever their order. */
[[nodiscard]] Joined join(QList<ArticleAccounts> articles);

} // namespace dragoman
