// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/viewcontext.h"

class QWidget;

namespace dragoman {

/** The people of the archive; the funnel of a row, or Enter, filters by that person, a click shows what is known of
 * him. */
[[nodiscard]] QWidget *createPeopleView(const ViewContext &context, QWidget *parent);

} // namespace dragoman
