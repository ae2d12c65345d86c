// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/reader.h"

#include <algorithm>
#include <cctype>

using namespace Qt::StringLiterals;

namespace dragoman {

QString toWord(FileState state)
{
    switch (state) {
    case FileState::Read:
        return u"read"_s;
    case FileState::Empty:
        return u"empty"_s;
    case FileState::Unsupported:
        return u"unsupported"_s;
    case FileState::Failed:
        return u"failed"_s;
    case FileState::Excluded:
        return u"excluded"_s;
    }
    return {};
}

bool hasSuffix(const QString &path, std::initializer_list<QLatin1StringView> suffixes)
{
    return std::any_of(suffixes.begin(), suffixes.end(),
                       [&path](QLatin1StringView suffix) { return path.endsWith(suffix, Qt::CaseInsensitive); });
}

bool beginsAsMarkup(const QByteArray &head)
{
    if (head.startsWith("\xff\xfe") || head.startsWith("\xfe\xff"))
        return true;
    qsizetype at = head.startsWith("\xef\xbb\xbf") ? 3 : 0;
    while (at < head.size() && std::isspace(static_cast<unsigned char>(head[at])))
        ++at;
    return at < head.size() && head[at] == '<';
}

Result<FileContents> CollectionReader::read(const FileBytes &file) const
{
    MemorySource source(file.bytes);
    ReadContext context;
    context.charset = file.charset;
    context.size = file.bytes.size();
    FileContents contents;
    Result<QString> note = readEach({file.path, source, context, file.depth}, [&contents](Article article) {
        contents.articles.append(std::move(article));
        return true;
    });
    if (!note.ok() && contents.articles.isEmpty())
        return note.error();
    contents.note = note.ok() ? note.value() : note.error().message();
    return contents;
}

} // namespace dragoman
