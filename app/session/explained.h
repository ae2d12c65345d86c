// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/article.h"
#include "domain/explanation.h"

namespace dragoman {

/** How an article of the archive was read, worked out anew from the text that the store keeps. */
struct ExplainedArticle
{
    Article article;
    Explanation explanation;
    QString error; ///< why there is no explanation, a sentence for the user; empty if there is one
    QString note;  ///< the file is gone or has changed since it was read; empty if it has not
};

/** The number in `explanation.accounts` of what the store keeps as `stored`, or -1 if the rules tell it no more. */
[[nodiscard]] qsizetype accountIn(const Explanation &explanation, const Account &stored);

/** What has become of an article's file in `folder` since it was read; empty if nothing has. */
[[nodiscard]] QString fileNote(const QString &folder, const Provenance &provenance);

} // namespace dragoman
