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

const FormatReader *readerOf(const QString &path, const QByteArray &head)
{
    const auto &readers = formatReaders();
    const auto reader = std::find_if(readers.begin(), readers.end(),
                                     [&](const FormatReader *candidate) { return candidate->sniff(path, head); });
    return reader == readers.end() ? nullptr : *reader;
}

/** A file that is one article, or few: it is read at once. */
Result<QString> readWhole(const FormatReader &reader, const FileStream &file, const ArticleSink &sink)
{
    const ReadLimits &limits = file.context.limits;
    const QByteArray bytes = file.bytes.take(limits.maxBytes + 1);
    if (!file.bytes.fault().isEmpty())
        return Error(file.bytes.fault());
    if (bytes.size() > limits.maxBytes)
        return Error(u"It is larger than %1; split it to have it read."_s.arg(sizeInWords(limits.maxBytes)));
    Result<FileContents> contents = reader.read({file.path, bytes, file.depth, file.context.charset});
    if (!contents.ok())
        return contents.error();
    for (Article &article : contents.value().articles) {
        if (!sink(std::move(article)))
            break;
    }
    return contents.value().note;
}

/** What the reader gave, and what became of the bytes beneath it. */
ContentsOutcome outcomeOf(const Result<QString> &note, const QString &fault, bool found)
{
    QString reason = note.ok() ? note.value() : note.error().message();
    if (!fault.isEmpty() && reason != fault)
        reason = (reason + u' ' + fault).trimmed();
    if (found)
        return {FileState::Read, reason, {}, {}};
    if (!note.ok() || !fault.isEmpty())
        return {FileState::Failed, reason, {}, {}};
    return {FileState::Empty, reason.isEmpty() ? u"The file holds no text."_s : reason, {}, {}};
}

} // namespace

ContentsOutcome readStream(const FileStream &file, const ArticleSink &sink)
{
    const QByteArray head = file.bytes.peek(sniffedBytes);
    if (isBlank(head) && isBlank(file.bytes.peek(file.context.limits.maxBytes)))
        return file.bytes.fault().isEmpty() ? ContentsOutcome{FileState::Empty, u"The file is empty."_s, {}, {}}
                                            : ContentsOutcome{FileState::Failed, file.bytes.fault(), {}, {}};
    const FormatReader *reader = readerOf(file.path, head);
    if (!reader)
        return noReader(file.path, head);
    bool found = false;
    const QString name = reader->name();
    const ArticleSink named = [&](Article article) {
        found = true;
        if (article.provenance.format.isEmpty())
            article.provenance.format = name;
        return sink(std::move(article));
    };
    const auto *collection = dynamic_cast<const CollectionReader *>(reader);
    const Result<QString> note = collection ? collection->readEach(file, named) : readWhole(*reader, file, named);
    ContentsOutcome outcome = outcomeOf(note, file.bytes.fault(), found);
    outcome.format = name;
    return outcome;
}

ContentsOutcome readContents(const FileBytes &file, const ReadLimits &limits)
{
    MemorySource source(file.bytes);
    ReadContext context{limits, file.charset, file.bytes.size()};
    QList<Article> articles;
    ContentsOutcome outcome = readStream({file.path, source, context, file.depth}, [&articles](Article article) {
        articles.append(std::move(article));
        return true;
    });
    outcome.articles = std::move(articles);
    return outcome;
}

bool isFormatKnown(const QString &path, const QByteArray &head)
{
    return readerOf(path, head) != nullptr;
}

QString limitsInWords(const ReadLimits &limits)
{
    return u"Limits: an article up to %1, a collection of any size; of a compressed file or container up to %2, %3 for "
           u"each member, %4 times its own size, %5 containers in one another, and %6 members. Hidden files, links and "
           u"what is no file are left out."_s
               .arg(sizeInWords(limits.maxBytes), sizeInWords(limits.maxUnpacked), sizeInWords(limits.maxMember))
               .arg(limits.maxRatio)
               .arg(limits.maxDepth)
               .arg(limits.maxMembers);
}

QString sizeInWords(qint64 bytes)
{
    constexpr double kilo = 1024;
    const double megabytes = static_cast<double>(bytes) / (kilo * kilo);
    const double amount = megabytes < kilo ? megabytes : megabytes / kilo;
    const int places = amount < 10 && amount != static_cast<int>(amount) ? 1 : 0;
    return u"%1 %2"_s.arg(amount, 0, 'f', places).arg(megabytes < kilo ? u"MB"_s : u"GB"_s);
}

} // namespace dragoman
