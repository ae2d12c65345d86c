// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/readerregistry.h"

#include "ingest/htmlreader.h"
#include "ingest/textreader.h"

#include <array>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

struct Magic
{
    QByteArrayView bytes;
    QLatin1StringView format;
};

constexpr std::array<Magic, 17> magics{{
    {"%PDF-", "PDF"_L1},
    {"PK\x03\x04", "ZIP (or an office document)"_L1},
    {"\x1f\x8b", "gzip"_L1},
    {"BZh", "bzip2"_L1},
    {"\xfd"
     "7zXZ",
     "xz"_L1},
    {"7z\xbc\xaf\x27\x1c", "7-Zip"_L1},
    {"Rar!", "RAR"_L1},
    {"\x89PNG", "PNG image"_L1},
    {"\xff\xd8\xff", "JPEG image"_L1},
    {"GIF8", "GIF image"_L1},
    {"SQLite format 3", "SQLite"_L1},
    {"\x7f"
     "ELF",
     "program"_L1},
    {"MZ", "Windows program"_L1},
    {"\xd0\xcf\x11\xe0", "old office document"_L1},
    {"{\\rtf", "RTF"_L1},
    {"ID3", "MP3 sound"_L1},
    {"RIFF", "sound or film"_L1},
}};

/** Text by its bytes, but in a form that would be read as if its marks were words. */
struct Suffix
{
    QLatin1StringView suffix;
    QLatin1StringView format;
};

constexpr std::array<Suffix, 24> suffixes{{
    {".xml"_L1, "XML"_L1},         {".rss"_L1, "RSS"_L1},          {".atom"_L1, "Atom"_L1},
    {".json"_L1, "JSON"_L1},       {".jsonl"_L1, "JSON lines"_L1}, {".ndjson"_L1, "JSON lines"_L1},
    {".csv"_L1, "CSV"_L1},         {".tsv"_L1, "TSV"_L1},          {".eml"_L1, "e-mail"_L1},
    {".mbox"_L1, "mailbox"_L1},    {".warc"_L1, "WARC"_L1},        {".mht"_L1, "MHTML"_L1},
    {".mhtml"_L1, "MHTML"_L1},     {".rtf"_L1, "RTF"_L1},          {".tex"_L1, "TeX"_L1},
    {".ris"_L1, "RIS"_L1},         {".bib"_L1, "BibTeX"_L1},       {".svg"_L1, "SVG image"_L1},
    {".css"_L1, "style sheet"_L1}, {".js"_L1, "JavaScript"_L1},    {".py"_L1, "Python"_L1},
    {".sh"_L1, "shell script"_L1}, {".sql"_L1, "SQL"_L1},          {".log"_L1, "log"_L1},
}};

} // namespace

const QList<const FormatReader *> &formatReaders()
{
    static const HtmlReader html;
    static const TextReader text;
    static const QList<const FormatReader *> readers{&html, &text};
    return readers;
}

QString foreignFormat(const QString &path, const QByteArray &head)
{
    for (const Magic &magic : magics) {
        if (head.startsWith(magic.bytes))
            return magic.format;
    }
    for (const Suffix &known : suffixes) {
        if (path.endsWith(known.suffix, Qt::CaseInsensitive))
            return known.format;
    }
    return {};
}

} // namespace dragoman
