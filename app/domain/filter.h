// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/contact.h"

#include <QDate>
#include <QSet>
#include <QStringList>

namespace dragoman {

/** Whether a contact of uncertain date passes when some of its days, or only when all of them, lie in the range. */
enum class DateMode { MayLieIn, SurelyLiesIn };

/**
 * Everything that narrows a view. Conditions of different fields all have to hold; of `kinds`, `statuses`, `capacities`
 * and `sources` one of the values has to; of `persons`, `countries` and `places` every one has to (two countries: that
 * pair).
 */
struct Filter
{
    QString text;          ///< words, "phrases" and prefix* that an article which tells the contact has to hold
    QStringList persons;   ///< see nameMatches(); tested against every form of each participating person's name
    QStringList countries; ///< ISO 3166-1 alpha-2 of a participant
    QList<ContactKind> kinds;
    QList<ContactStatus> statuses;
    QList<Capacity> capacities;
    QStringList places;  ///< see nameMatches(); a place's name, or its country's code
    QStringList sources; ///< outlets, by equality after folding
    QDate from;          ///< inclusive; invalid: no bound
    QDate to;            ///< inclusive; invalid: no bound
    DateMode dateMode =
        DateMode::MayLieIn;      ///< a contact without a date passes only where neither `from` nor `to` is set
    bool severalSources = false; ///< told by articles of two outlets or more

    [[nodiscard]] bool isEmpty() const { return *this == Filter(); }
    friend bool operator==(const Filter &, const Filter &) = default;
};

/** What a filter's terms stand for in one store: the parts of `accepts` that need more than the contact itself. */
struct FilterFacts
{
    QSet<ArticleId> textHits;          ///< articles that hold Filter::text; unused if that is empty
    QList<QSet<PersonId>> personHits;  ///< for each of Filter::persons those whom it names
    QHash<ArticleId, QString> sources; ///< of the accounts' articles; needed by `sources` and `severalSources`
};

/** The definition of what a filter lets through; the store's SQL is only a faster way to the same answer. */
[[nodiscard]] bool accepts(const Filter &filter, const Contact &contact, const FilterFacts &facts);

} // namespace dragoman
Q_DECLARE_METATYPE(dragoman::Filter)
