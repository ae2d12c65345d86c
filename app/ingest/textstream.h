// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/decoding.h"
#include "ingest/reader.h"

#include <optional>

namespace dragoman {

/** The text of a stream, decoded piece by piece in the character set that its first bytes tell or the user chose. */
class TextStream
{
public:
    explicit TextStream(const FileStream &file);

    /** The next piece; empty at the end. A byte order mark is no part of it. */
    [[nodiscard]] QString read();
    /** The character set, with a remark if bytes were no character by now. */
    [[nodiscard]] QString charset() const;

private:
    ByteSource &m_bytes;
    const QString m_charset;
    PieceDecoder m_decoder;
    bool m_begun = false;
};

/** A part of a text: a line, an item of a list. */
struct TextPart
{
    QString text;
    bool tooLong = false; ///< it was passed over
};

/** The lines of a stream, with blank ones. */
class LineStream
{
public:
    /** Lines of more than `longest` characters are passed over. */
    LineStream(TextStream &text, qsizetype longest) : m_text(text), m_longest(longest) {}
    [[nodiscard]] std::optional<TextPart> next();

private:
    TextStream &m_text;
    const qsizetype m_longest;
    QString m_held;
    qsizetype m_at = 0; ///< of what is held, the beginning of the next line
};

} // namespace dragoman
