// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/article.h"

namespace dragoman {

/** What a structured file tells of one article: its text, and facts beside it with the place where each stands. */
struct ToldArticle
{
    QString text;          ///< paragraphs parted by blank lines; without the title
    QList<ToldFact> facts; ///< several of a kind: the first counts
    QString member;        ///< inside its file; empty if the file is one article

    void tell(ToldFact::Kind kind, const QString &value, const QString &where);
    [[nodiscard]] QString value(ToldFact::Kind kind) const; ///< the first of its kind; empty if there is none
};

/**
 * The article: its body is the title, a blank line and the text. Facts told beside the text win over what its head
 * tells, which is noted as a further fact where it differs.
 */
[[nodiscard]] Article composed(const ToldArticle &told);

/** The days that a date as files have it can mean: ISO 8601, RFC 5322, seconds or milliseconds since 1970, or in
 * words; the day as written, whatever its zone. Empty if it is none; two for figures of unknown order. */
[[nodiscard]] QList<QDate> daysOf(const QString &date);

} // namespace dragoman
