// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/filter.h"

#include <QString>
#include <QStringList>
#include <QVariantList>

namespace dragoman {

/** A condition of a WHERE clause with the values for its question marks, in order. */
struct SqlCondition
{
    QString sql;
    QVariantList values;
};

/** What `accepts` says, for rows of `contacts AS c`; "1" if everything passes. */
[[nodiscard]] SqlCondition contactCondition(const Filter &filter);

/** Whether an article belongs to what the filter leaves, for rows of `articles AS a`. */
[[nodiscard]] SqlCondition articleCondition(const Filter &filter);

/** The people whom a person condition of the filter names, as a SELECT of their ids. */
[[nodiscard]] SqlCondition peopleNamed(const QString &term);

/** Whether the filter has nothing but text and sources, so that articles without contacts pass too. */
[[nodiscard]] bool asksOnlyForArticles(const Filter &filter);

/** Ids as one value for json_each(), which stands for a list of any length in a statement. */
[[nodiscard]] QString jsonIds(const std::vector<qint64> &ids);

} // namespace dragoman
