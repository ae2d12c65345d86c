// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/contents.h"

#include "ingest/readerregistry.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

constexpr qsizetype sniffedBytes = 4096;

bool isBlank(const QByteArray &bytes)
{
    return std::all_of(bytes.begin(), bytes.end(), [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); });
}

ContentsOutcome noReader(const QString &path, const QByteArray &head)
{
    const QString format = foreignFormat(path, head);
    return {FileState::Unsupported,
            format.isEmpty() ? u"The file is not text, and its format is not known."_s
                             : u"Files of the format %1 are not read; save the article as plain text."_s.arg(format),
            {},
            {}};
}

} // namespace

ContentsOutcome readContents(const FileBytes &file)
{
    if (isBlank(file.bytes))
        return {FileState::Empty, u"The file is empty."_s, {}, {}};
    const QByteArray head = file.bytes.left(sniffedBytes);
    const auto &readers = formatReaders();
    const auto reader = std::find_if(readers.begin(), readers.end(),
                                     [&](const FormatReader *candidate) { return candidate->sniff(file.path, head); });
    if (reader == readers.end())
        return noReader(file.path, head);
    Result<FileContents> contents = (*reader)->read(file);
    if (!contents.ok())
        return {FileState::Failed, contents.error().message(), (*reader)->name(), {}};
    ContentsOutcome outcome{FileState::Read, contents.value().note, (*reader)->name(),
                            std::move(contents.value().articles)};
    if (outcome.articles.isEmpty()) {
        outcome.state = FileState::Empty;
        if (outcome.reason.isEmpty())
            outcome.reason = u"The file holds no text."_s;
    }
    for (Article &article : outcome.articles) {
        if (article.provenance.format.isEmpty())
            article.provenance.format = outcome.format;
    }
    return outcome;
}

} // namespace dragoman
