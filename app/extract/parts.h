// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/article.h"

namespace dragoman {

/** The running text of an article: all of it where nothing tells its story apart. */
[[nodiscard]] TextSpan storyOf(const Article &article);

/** The article; where its story is very long, several with a part of it each, read as articles of their own, so that
 * time stays in proportion to the text. */
[[nodiscard]] QList<Article> partsOf(const Article &article);

} // namespace dragoman
