// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/viewcontext.h"

class QWidget;

namespace dragoman {

/** The list of contacts: a click or Enter selects one and opens the articles that tell it side by side. */
[[nodiscard]] QWidget *createContactsView(const ViewContext &context, QWidget *parent);

} // namespace dragoman
