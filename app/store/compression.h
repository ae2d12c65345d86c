// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace dragoman {

/** Bytes in the format of Zstandard. */
[[nodiscard]] QByteArray compressed(const QByteArray &bytes);

/** What was compressed; bytes that never were come back as they are, damaged ones as none. UTF-8 cannot be taken for
 * compressed bytes, whose second byte continues nothing. */
[[nodiscard]] QByteArray uncompressed(const QByteArray &bytes);

} // namespace dragoman
