// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/viewcontext.h"

class QWidget;

namespace dragoman {

/** Contacts per month by kind, within the filter; a click on a bar filters to it. */
[[nodiscard]] QWidget *createChartsView(const ViewContext &context, QWidget *parent);

} // namespace dragoman
