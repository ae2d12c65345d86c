// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QHash>
#include <QList>
#include <QPair>
#include <QSet>
#include <QString>
#include <QStringList>

namespace dragoman {

/** How names are spelled in the languages of transliteration: the tables of lexicon/names. */
struct NameSpelling
{
    using Replacement = QPair<QString, QString>;

    QList<Replacement> anywhere; ///< the longest first, as in all lists of replacements
    QList<Replacement> begin;
    QList<Replacement> end;
    QList<Replacement> also; ///< second readings of a group of letters
    QHash<QChar, QString> marked;
    QSet<QPair<QChar, QChar>> near;       ///< both ways round
    QSet<QPair<QChar, QChar>> nearInside; ///< likewise, not at the end of a word
    QSet<QChar> mute;
    QHash<QChar, QChar> blocks;          ///< of letters that may stand for one another, the first of all of them
    QHash<QString, QList<int>> variants; ///< by word, the names that it is a form of
    QSet<QString> particles;
    QSet<QString> inner; ///< particles, but not at the beginning
    QSet<QString> titles;
    QSet<QString> chains; ///< before a father's name
    QSet<QString> ranks;
    QList<Replacement> wade; ///< Wade and Giles
    QList<Replacement> pinyin;
};

[[nodiscard]] Result<NameSpelling> loadNameSpelling();

/** The tables that the program carries, read once. */
[[nodiscard]] const NameSpelling &nameSpelling();

/** The text with each group of letters that a replacement knows in its other spelling, from left to right. */
[[nodiscard]] QString respelled(const QString &text, const QList<NameSpelling::Replacement> &replacements);

} // namespace dragoman
