// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/textreader.h"

#include "ingest/decoding.h"
#include "ingest/headreader.h"
#include "ingest/readerregistry.h"

using namespace Qt::StringLiterals;

namespace dragoman {

QString TextReader::name() const
{
    return u"text"_s;
}

bool TextReader::sniff(const QString &path, const QByteArray &head) const
{
    return foreignFormat(path, head).isEmpty() && looksLikeText(head);
}

Result<FileContents> TextReader::read(const FileBytes &file) const
{
    DecodedText decoded = decode(file.bytes, {}, file.charset);
    Article article;
    article.provenance.charset = decoded.flawed ? decoded.charset + u" (with errors)"_s : decoded.charset;
    article.body = std::move(decoded.text);
    Head head = readHead(article.body);
    article.title = std::move(head.title);
    article.titleSpan = head.titleSpan;
    article.source = std::move(head.source);
    article.dateline = std::move(head.dateline);
    article.published = head.published;
    article.publishedReadings = head.publishedReadings;
    article.story = head.story;
    return FileContents{{article}, {}};
}

} // namespace dragoman
