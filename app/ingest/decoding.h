// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace dragoman {

/** A decoded text and the name of the character set that it was in. */
struct DecodedText
{
    QString text; ///< unchanged: with a byte order mark, if there was one, and with its line ends
    QString charset;
    bool flawed = false; ///< bytes that are no character stand as U+FFFD
};

/** By byte order mark (UTF-8, UTF-16, UTF-32), else as `declared` by the file itself if its bytes are valid as such,
 * else UTF-8 if they are valid as that, else as they look (uchardet), else windows-1252. Any bytes decode. */
[[nodiscard]] DecodedText decode(const QByteArray &bytes, const QByteArray &declared = {});

/** Whether these first bytes of a file can be text: no NUL (unless UTF-16 or UTF-32 is marked), few control characters.
 */
[[nodiscard]] bool looksLikeText(const QByteArray &head);

} // namespace dragoman
