// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/verbgroups.h"

#include <QDate>

#include <vector>

namespace dragoman {

/** How a text is cut into parts that have a day or a place of their own. */
struct Layout
{
    std::vector<QDate> headings; ///< by sentence: the day of the heading it stands under
    std::vector<int> sections;   ///< by sentence: phrase of the place of its item; empty if it is no digest
    int onlyItem = -1;           ///< phrase of the place of the only item that tells one: "MUNICH – Today"
    bool live = false;           ///< told live, post by post
};

[[nodiscard]] Layout readLayout(const Analysis &analysis, QDate published);

} // namespace dragoman
