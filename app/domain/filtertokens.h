// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace dragoman {

/** One word of the line: `-key:value,value`, or text as it stands there. */
struct FilterToken
{
    QString raw; ///< as typed
    QString key; ///< lower case; empty for text
    bool negated = false;
    QStringList values; ///< unquoted; empty for text
};

/** Cuts a filter line into words, keeping what stands in quotation marks together; an error names an unclosed mark. */
[[nodiscard]] Result<QList<FilterToken>> filterTokens(const QString &line);

/** The sentence for a word of a filter line that cannot be read, with what can. */
[[nodiscard]] Error misreadFilter(const QString &word, const QString &hint);

} // namespace dragoman
