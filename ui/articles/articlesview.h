// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/viewcontext.h"

class QWidget;

namespace dragoman {

/** The list of articles: a click or Enter opens one, Ctrl+Enter one beside the others, two to four selected are read
 * side by side. */
[[nodiscard]] QWidget *createArticlesView(const ViewContext &context, QWidget *parent);

} // namespace dragoman
