// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/decoding.h"

#include <QStringDecoder>

#include <array>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

struct Mark
{
    QByteArray bytes;
    QStringConverter::Encoding encoding;
    QLatin1StringView name;
};

/** UTF-32 first: its mark in little endian begins with that of UTF-16. */
const std::array<Mark, 5> &marks()
{
    static const std::array<Mark, 5> table{
        Mark{QByteArray("\xff\xfe\0\0", 4), QStringConverter::Utf32LE, "UTF-32LE"_L1},
        Mark{QByteArray("\0\0\xfe\xff", 4), QStringConverter::Utf32BE, "UTF-32BE"_L1},
        Mark{QByteArray("\xef\xbb\xbf", 3), QStringConverter::Utf8, "UTF-8"_L1},
        Mark{QByteArray("\xff\xfe", 2), QStringConverter::Utf16LE, "UTF-16LE"_L1},
        Mark{QByteArray("\xfe\xff", 2), QStringConverter::Utf16BE, "UTF-16BE"_L1},
    };
    return table;
}

const Mark *markOf(const QByteArray &bytes)
{
    for (const Mark &mark : marks()) {
        if (bytes.startsWith(mark.bytes))
            return &mark;
    }
    return nullptr;
}

/** What windows-1252 has in 0x80 to 0x9f; 0 where it has nothing. */
constexpr std::array<char16_t, 32> windowsQuotes{0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                 0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

DecodedText fromWindows1252(const QByteArray &bytes)
{
    DecodedText result;
    result.charset = u"windows-1252"_s;
    result.text = QString::fromLatin1(bytes);
    for (QChar &c : result.text) {
        if (c.unicode() < 0x80 || c.unicode() > 0x9f)
            continue;
        const char16_t known = windowsQuotes[c.unicode() - 0x80];
        result.flawed = result.flawed || known == 0;
        c = known ? QChar(known) : QChar(QChar::ReplacementCharacter);
    }
    return result;
}

QString decoded(QStringConverter::Encoding encoding, const QByteArray &bytes, bool &flawed)
{
    // Without this flag the decoder would swallow the byte order mark, and every offset would be one short.
    QStringDecoder decoder(encoding, QStringConverter::Flag::ConvertInitialBom);
    QString text = decoder.decode(bytes);
    flawed = decoder.hasError();
    return text;
}

} // namespace

DecodedText decode(const QByteArray &bytes)
{
    DecodedText result;
    if (const Mark *mark = markOf(bytes)) {
        result.charset = mark->name;
        result.text = decoded(mark->encoding, bytes, result.flawed);
        return result;
    }
    result.text = decoded(QStringConverter::Utf8, bytes, result.flawed);
    if (result.flawed)
        return fromWindows1252(bytes);
    result.charset = u"UTF-8"_s;
    return result;
}

bool looksLikeText(const QByteArray &head)
{
    const Mark *mark = markOf(head);
    if (mark && mark->encoding != QStringConverter::Utf8)
        return true;
    qsizetype controls = 0;
    for (const char byte : head) {
        const auto c = static_cast<unsigned char>(byte);
        if (c == 0)
            return false;
        const bool usual = c >= 0x20 || (c >= '\t' && c <= '\r') || c == 0x1a || c == 0x1b;
        controls += usual && c != 0x7f ? 0 : 1;
    }
    return controls * 50 <= head.size();
}

} // namespace dragoman
