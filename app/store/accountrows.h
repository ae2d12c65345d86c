// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/contact.h"
#include "store/filtersql.h"

#include <functional>

namespace dragoman {

class Connection;
class Rows;

/** Reads name, told_as, country, office, type, capacity, person and body from eight columns, from `column` on. */
[[nodiscard]] Participant participantAt(const Rows &rows, int column);

/** Hands the accounts `t` of articles `a` that a condition picks to `visit`, whole, in order of article path and
 * number. */
void forEachAccount(const Connection &connection, const SqlCondition &condition,
                    const std::function<void(const Account &)> &visit);

} // namespace dragoman
