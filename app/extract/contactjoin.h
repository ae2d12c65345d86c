// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/joiner.h"

namespace dragoman {

/**
 * Accounts whose participants carry their ids to contacts. Two accounts tell one contact if kind and status are equal,
 * two participants are the same (one of them may stand in: a state for its minister), places agree and dates overlap.
 * An undated account joins the only dated contact that fits it, or another undated one whose article tells a further
 * common contact.
 */
[[nodiscard]] QList<Contact> joinContacts(const QList<ArticleAccounts> &articles);

} // namespace dragoman
