// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/fuzzydate.h"
#include "domain/ids.h"

#include <QList>
#include <QString>

namespace dragoman {

/** A spelling of a name, with the number of articles that use it. */
struct NameForm
{
    QString text;
    int articles = 0;

    friend bool operator==(const NameForm &, const NameForm &) = default;
};

/** A post that somebody is told to hold, with the days of the first and last article that say so (either may be
 * invalid). */
struct Office
{
    QString title;
    QDate firstTold;
    QDate lastTold;
    ArticleId evidence; ///< one article that tells it

    friend bool operator==(const Office &, const Office &) = default;
};

/** One human across all articles and spellings. */
struct Person
{
    PersonId id;
    QString name;    ///< the fullest, then most used form
    QString country; ///< ISO 3166-1 alpha-2, or empty
    QList<NameForm> forms;
    QList<Office> offices;
};

/** One state, ministry or organisation, or a role whose holder no article names. */
struct Body
{
    BodyId id;
    QString name;
    QString country;
};

} // namespace dragoman
