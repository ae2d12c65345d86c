// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/decoding.h"

#include <QHash>
#include <QStringDecoder>

#include <uchardet.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

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

/** UTF-8, the character set of most files, named wrongly as often as any. */
bool isUtf8(const QByteArray &name)
{
    const QByteArray plain = name.toLower();
    return plain == "utf-8" || plain == "utf8";
}

/** Pages that say ISO-8859-1 mean windows-1252, as the Encoding Standard has it; no decoder of Qt is needed for it. */
bool isWindows1252(const QByteArray &name)
{
    const QByteArray plain = name.toLower();
    return plain == "windows-1252" || plain == "cp1252" || plain == "iso-8859-1" || plain == "latin1" ||
           plain == "us-ascii" || plain == "ascii";
}

/** The text in the named character set, if that is known and the bytes are valid in it. */
std::optional<DecodedText> decodedAs(const QByteArray &name, const QByteArray &bytes)
{
    if (isWindows1252(name)) {
        DecodedText result = fromWindows1252(bytes);
        return result.flawed ? std::nullopt : std::optional(result);
    }
    QStringDecoder decoder(name.constData());
    if (name.isEmpty() || !decoder.isValid())
        return std::nullopt;
    DecodedText result;
    result.text = decoder.decode(bytes);
    result.charset = isUtf8(name) ? u"UTF-8"_s : QString::fromLatin1(name);
    if (decoder.hasError() || result.text.contains(QChar::ReplacementCharacter))
        return std::nullopt;
    return result;
}

/** A guess put right by bytes that decide: control characters of ISO 8859 are letters and quotes of the Windows set,
 * and what frames tables in KOI8-R are the letters of Ukrainian. */
QByteArray putRight(const QByteArray &guess, const QByteArray &bytes)
{
    static const QHash<QByteArray, QByteArray> windows{
        {"ISO-8859-1", "windows-1252"},  {"ISO-8859-2", "windows-1250"}, {"ISO-8859-6", "windows-1256"},
        {"ISO-8859-7", "windows-1253"},  {"ISO-8859-8", "windows-1255"}, {"ISO-8859-9", "windows-1254"},
        {"ISO-8859-13", "windows-1257"}, {"ISO-8859-15", "windows-1252"}};
    const auto holds = [&bytes](auto wanted) {
        return std::any_of(bytes.begin(), bytes.end(), [&](char c) { return wanted(static_cast<unsigned char>(c)); });
    };
    if (windows.contains(guess) && holds([](unsigned char c) { return c >= 0x80 && c <= 0x9f; }))
        return windows.value(guess);
    static const QByteArray ukrainian("\xa4\xa6\xa7\xad\xb4\xb6\xb7\xbd");
    // Its name for what Microsoft made of EUC-KR.
    if (guess == "UHC")
        return "windows-949";
    if (guess == "KOI8-R" && holds([](unsigned char c) { return ukrainian.contains(static_cast<char>(c)); }))
        return "KOI8-U";
    return guess;
}

/** The name of the character set that the bytes look like; empty if nothing can be said: a few foreign letters in an
 * English text are no ground to tell one set from another. */
QByteArray detected(const QByteArray &bytes)
{
    constexpr qsizetype leastShare = 40;
    const auto high =
        std::count_if(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) > 0x7f; });
    if (high * leastShare < bytes.size())
        return {};
    constexpr qsizetype enough = 256L * 1024;
    const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(), &uchardet_delete);
    if (uchardet_handle_data(detector.get(), bytes.constData(), static_cast<size_t>(std::min(bytes.size(), enough))) !=
        0)
        return {};
    uchardet_data_end(detector.get());
    return putRight(uchardet_get_charset(detector.get()), bytes);
}

} // namespace

DecodedText decode(const QByteArray &bytes, const QByteArray &declared, const QByteArray &chosen)
{
    DecodedText result;
    if (!chosen.isEmpty()) {
        PieceDecoder decoder(QString::fromLatin1(chosen));
        result.text = decoder.decode(bytes);
        result.charset = QString::fromLatin1(chosen);
        result.flawed = decoder.isFlawed();
        return result;
    }
    if (const Mark *mark = markOf(bytes)) {
        result.charset = mark->name;
        result.text = decoded(mark->encoding, bytes, result.flawed);
        return result;
    }
    if (!declared.isEmpty() && !isUtf8(declared) && !isWindows1252(declared)) {
        if (const auto asDeclared = decodedAs(declared, bytes))
            return *asDeclared;
    }
    result.text = decoded(QStringConverter::Utf8, bytes, result.flawed);
    if (!result.flawed) {
        result.charset = u"UTF-8"_s;
        return result;
    }
    for (const QByteArray &name : {declared, detected(bytes)}) {
        if (const auto guessed = isUtf8(name) ? std::nullopt : decodedAs(name, bytes))
            return *guessed;
    }
    return fromWindows1252(bytes);
}

PieceDecoder::PieceDecoder(const QString &charset)
{
    if (!isWindows1252(charset.toLatin1()))
        m_decoder = QStringDecoder(charset.toLatin1().constData());
}

QString PieceDecoder::decode(const QByteArray &piece)
{
    if (!m_decoder.isValid()) {
        DecodedText decoded = fromWindows1252(piece);
        m_flawed = m_flawed || decoded.flawed;
        return decoded.text;
    }
    QString text = m_decoder.decode(piece);
    m_flawed = m_flawed || m_decoder.hasError();
    return text;
}

const QStringList &charsetNames()
{
    static const QStringList names{
        u"UTF-8"_s,        u"UTF-16LE"_s,     u"UTF-16BE"_s,     u"windows-1252"_s, u"windows-1250"_s,
        u"windows-1251"_s, u"windows-1253"_s, u"windows-1254"_s, u"windows-1255"_s, u"windows-1256"_s,
        u"windows-1257"_s, u"windows-1258"_s, u"ISO-8859-2"_s,   u"ISO-8859-3"_s,   u"ISO-8859-4"_s,
        u"ISO-8859-5"_s,   u"ISO-8859-6"_s,   u"ISO-8859-7"_s,   u"ISO-8859-8"_s,   u"ISO-8859-9"_s,
        u"ISO-8859-13"_s,  u"ISO-8859-15"_s,  u"KOI8-R"_s,       u"KOI8-U"_s,       u"IBM866"_s,
        u"macintosh"_s,    u"GB18030"_s,      u"Big5"_s,         u"Shift_JIS"_s,    u"EUC-JP"_s,
        u"ISO-2022-JP"_s,  u"EUC-KR"_s,       u"TIS-620"_s};
    return names;
}

QString charsetNamed(const QString &name)
{
    const auto &names = charsetNames();
    const auto found = std::find_if(names.begin(), names.end(), [&name](const QString &known) {
        return known.compare(name.trimmed(), Qt::CaseInsensitive) == 0;
    });
    return found == names.end() ? QString() : *found;
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
