// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/readerregistry.h"

#include "ingest/containerreader.h"
#include "ingest/csvreader.h"
#include "ingest/feedreader.h"
#include "ingest/htmlreader.h"
#include "ingest/jsonreader.h"
#include "ingest/mailreader.h"
#include "ingest/markdownreader.h"
#include "ingest/officereader.h"
#include "ingest/pdfreader.h"
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

constexpr std::array<Magic, 9> magics{{
    {"\x89PNG", "PNG image"_L1},
    {"\xff\xd8\xff", "JPEG image"_L1},
    {"GIF8", "GIF image"_L1},
    {"SQLite format 3", "SQLite"_L1},
    {"\x7f"
     "ELF",
     "program"_L1},
    {"MZ", "Windows program"_L1},
    {"\xd0\xcf\x11\xe0", "old office document"_L1},
    {"ID3", "MP3 sound"_L1},
    {"RIFF", "sound or film"_L1},
}};

/** Text by its bytes, but in a form that would be read as if its marks were words. */
struct Suffix
{
    QLatin1StringView suffix;
    QLatin1StringView format;
};

constexpr std::array<Suffix, 11> suffixes{{
    {".xml"_L1, "XML"_L1},
    {".tex"_L1, "TeX"_L1},
    {".ris"_L1, "RIS"_L1},
    {".bib"_L1, "BibTeX"_L1},
    {".svg"_L1, "SVG image"_L1},
    {".css"_L1, "style sheet"_L1},
    {".js"_L1, "JavaScript"_L1},
    {".py"_L1, "Python"_L1},
    {".sh"_L1, "shell script"_L1},
    {".sql"_L1, "SQL"_L1},
    {".log"_L1, "log"_L1},
}};

} // namespace

const QList<const FormatReader *> &formatReaders()
{
    static const PdfReader pdf;
    static const OfficeReader office;
    static const EpubReader epub;
    static const ContainerReader container;
    static const RtfReader rtf;
    static const FeedReader feed;
    static const TeiReader tei;
    static const HtmlReader html;
    static const JsonReader json;
    static const CsvReader csv;
    static const MarkdownReader markdown;
    static const MailReader mail;
    static const TextReader text;
    static const QList<const FormatReader *> readers{&pdf,  &office, &epub, &container, &rtf,  &feed, &tei,
                                                     &html, &json,   &csv,  &markdown,  &mail, &text};
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
