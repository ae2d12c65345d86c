// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/ruleset.h"
#include "ingest/folder.h"
#include "session/readahead.h"

namespace dragoman {

/**
 * Reads a file and extracts from its articles. What a file of many articles holds is handed on in parts of some hundred
 * thousand characters, which other threads extract from while this one reads on.
 */
[[nodiscard]] FileResult readAndExtract(const QString &folder, const FoundFile &file, const ReadOptions &options,
                                        const RuleSet &rules, const ReadAhead::HandOn &handOn);

} // namespace dragoman
