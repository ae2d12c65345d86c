// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/reader.h"

namespace dragoman {

/** The readers of all formats, the exact ones first; a new format is one line here. */
[[nodiscard]] const QList<const FormatReader *> &formatReaders();

/** The name of a format that no reader knows, by the file's first bytes or, failing that, its suffix; empty if it is
 * not known. */
[[nodiscard]] QString foreignFormat(const QString &path, const QByteArray &head);

} // namespace dragoman
