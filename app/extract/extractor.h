// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/article.h"
#include "domain/contact.h"
#include "domain/explanation.h"
#include "extract/ruleset.h"

#include <QList>
#include <QString>

namespace dragoman {

/** A stretch of an article that names something, for marking it in the reader. */
struct Mention
{
    enum class Kind { Person, Body, Place, Role, Date };

    Kind kind = Kind::Person;
    TextSpan span;
    QString name;    ///< what it stands for: the fullest name in the article, the state, the city, the EDTF date
    QString country; ///< ISO 3166-1 alpha-2, or empty

    friend bool operator==(const Mention &, const Mention &) = default;
};

/** A rule match that did not become an account, and why; shown by `explain`. */
struct Dropped
{
    QString rule;
    TextSpan span;
    QString reason;
};

/** An office that the article tells of a person named in it. */
struct OfficeTold
{
    QString person; ///< the fullest name in the article
    QString country;
    QString title;              ///< "Foreign Minister"
    QStringList forms;          ///< every spelling the article uses for the person
    QStringList roles = {};     ///< keys of what the offices are, whatever the words: foreign-minister
    QString likelyCountry = {}; ///< where no state is told, that of the outlet or the dateline
};

/** All that one article tells. */
struct Extraction
{
    QList<Account> accounts;
    QList<Mention> mentions;  ///< in order of position
    QList<OfficeTold> people; ///< every person named, with or without office (title empty)
    QList<Dropped> dropped;
    QDate publishedCorrected; ///< set where the text contradicts Article::published
    QString correctionReason;
};

/** Reads one article. Pure: the same article and rules give the same result, and articles may be read in parallel. */
[[nodiscard]] Extraction extract(const Article &article, const RuleSet &rules);

/** How extract() comes to its result: the words as read, the rules that fired, what each account rests on, what was
 * dropped and why. Pure like it. */
[[nodiscard]] Explanation explain(const Article &article, const RuleSet &rules);

} // namespace dragoman
