// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/article.h"

namespace dragoman {

/** "“quoted words” — Mehr News Agency, “Title”, 2 Oct 2025 (articles/a.txt)"; what the article does not tell is left
 * out. */
[[nodiscard]] QString citation(const Article &article, const QString &quoted);

/** The day of publication for a header: "2 Oct 2017 (printed: 10 Feb 2017)"; empty if not told. */
[[nodiscard]] QString publishedLabel(const Article &article);

} // namespace dragoman
