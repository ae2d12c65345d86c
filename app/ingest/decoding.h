// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringDecoder>
#include <QStringList>

namespace dragoman {

/** A decoded text and the name of the character set that it was in. */
struct DecodedText
{
    QString text; ///< unchanged: with a byte order mark, if there was one, and with its line ends
    QString charset;
    bool flawed = false; ///< bytes that are no character stand as U+FFFD
};

/** As `chosen` by the user, whatever becomes of it; else by byte order mark (UTF-8, UTF-16, UTF-32), else as `declared`
 * by the file itself if its bytes are valid as such, else UTF-8 if they are valid as that, else as they look
 * (uchardet), else windows-1252. Any bytes decode. */
[[nodiscard]] DecodedText decode(const QByteArray &bytes, const QByteArray &declared = {},
                                 const QByteArray &chosen = {});

/** Decodes bytes that come in pieces, which may part a character. */
class PieceDecoder
{
public:
    /** `charset`: a name that decode() gives or that charsetNames() has. */
    explicit PieceDecoder(const QString &charset);
    [[nodiscard]] QString decode(const QByteArray &piece);
    [[nodiscard]] bool isFlawed() const { return m_flawed; } ///< bytes that are no character stand as U+FFFD

private:
    QStringDecoder m_decoder; ///< of no use for windows-1252
    bool m_flawed = false;
};

/** Names of character sets that a user can choose from, the most usual first. */
[[nodiscard]] const QStringList &charsetNames();

/** The name as charsetNames() has it, whatever its capitals; empty if it is none of them. */
[[nodiscard]] QString charsetNamed(const QString &name);

/** Whether these first bytes of a file can be text: no NUL (unless UTF-16 or UTF-32 is marked), few control characters.
 */
[[nodiscard]] bool looksLikeText(const QByteArray &head);

} // namespace dragoman
