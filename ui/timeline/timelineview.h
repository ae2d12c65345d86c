// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/viewcontext.h"

class QWidget;

namespace dragoman {

/** The timeline of all contacts that the filter lets through, with its lanes, overview and legend. */
[[nodiscard]] QWidget *createTimelineView(const ViewContext &context, QWidget *parent);

} // namespace dragoman
