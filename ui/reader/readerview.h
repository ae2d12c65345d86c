// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/viewcontext.h"

class QWidget;

namespace dragoman {

/** One to four articles side by side with all that was found in them, and the comparison of a contact's accounts. */
[[nodiscard]] QWidget *createReaderView(const ViewContext &context, QWidget *parent);

} // namespace dragoman
