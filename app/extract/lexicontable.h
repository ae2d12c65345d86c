// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QList>
#include <QStringList>

namespace dragoman {

/** One line of a table of the lexicon, cut at tabs. */
struct LexiconRow
{
    QStringList columns;
    QString where; ///< "countries.tsv:12", for messages
};

/** Reads a tab-separated table of `columns` columns; '#' begins a comment line. An error names file and line. */
[[nodiscard]] Result<QList<LexiconRow>> readTable(const QString &file, int columns);

/** Where a resource lies: the built-in file, then that of each overlay folder which has one. */
[[nodiscard]] QStringList resourceFiles(const QString &relative, const QStringList &overlays);

/** The text of a resource. */
[[nodiscard]] Result<QString> readResource(const QString &file);

} // namespace dragoman
