// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/filter.h"
#include "domain/result.h"

class QIODevice;

namespace dragoman {

class StoreReader;

/**
 * Writes the contacts that the filter lets through, with the articles, people and bodies that belong to them, as one
 * JSON object after resources/schema/export.schema.json ("dragoman/1"). With an empty filter: everything. The same
 * store and filter give the same bytes. Offsets count Unicode code points of the article's text. Memory does not grow
 * with the text.
 */
[[nodiscard]] Result<void> writeJson(const StoreReader &reader, const Filter &filter, QIODevice &out);

} // namespace dragoman
