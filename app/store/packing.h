// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/storewriter.h"

namespace dragoman {

// What is only ever read together with its article or account is kept as one value instead of a row each: an import
// would otherwise spend most of its time on these rows.

[[nodiscard]] QString packSpans(const QList<TextSpan> &spans); ///< "877-942,1003-1100"
[[nodiscard]] QList<TextSpan> unpackSpans(const QString &text);
[[nodiscard]] QByteArray packMentions(const QList<MentionRow> &mentions); ///< CBOR, compressed
[[nodiscard]] QList<MentionRow> unpackMentions(const QByteArray &bytes);
[[nodiscard]] QByteArray packPeople(const QList<ToldPerson> &people); ///< CBOR, compressed
[[nodiscard]] QList<ToldPerson> unpackPeople(const QByteArray &bytes);
[[nodiscard]] QString packDays(const QList<QDate> &days); ///< "2025-03-11,2025-11-03"
[[nodiscard]] QList<QDate> unpackDays(const QString &text);
[[nodiscard]] QString packFacts(const QList<ToldFact> &facts); ///< JSON; empty if there are none
[[nodiscard]] QList<ToldFact> unpackFacts(const QString &text);

[[nodiscard]] QByteArray packBody(const QString &text); ///< UTF-8, compressed
/** The text of an article from its bytes, compressed or not; unlike QString::fromUtf8() it keeps a byte order mark, so
 * that offsets hold. */
[[nodiscard]] QString unpackBody(const QByteArray &bytes);

/** The bits of TimelineData::flags. */
[[nodiscard]] int timelineFlags(const FuzzyDate &date);
/** Months since the year 0 of a date that lies in one month, else -1. */
[[nodiscard]] int monthNumber(const FuzzyDate &date);
/** Words of a name, folded, each after a blank, for finding beginnings of words by instr(). */
[[nodiscard]] QString spacedWords(const QString &name);

} // namespace dragoman
