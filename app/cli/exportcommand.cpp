// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/openarchive.h"
#include "session/jsonexport.h"

#include <QFile>
#include <QSaveFile>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

using Writer = Result<void> (*)(const StoreReader &, const Filter &, QIODevice &);

struct Format
{
    QString name;
    Writer write;
};

/** A new format is one line here. */
const QList<Format> &formats()
{
    static const QList<Format> table{{u"json"_s, writeJson}};
    return table;
}

void describe(QCommandLineParser &parser)
{
    addImportOptions(parser);
    addFilterOption(parser);
    parser.addOption(
        {u"format"_s, u"json (the default): one object, after export.schema.json."_s, u"FORMAT"_s, u"json"_s});
    parser.addOption({{u"o"_s, u"output"_s}, u"Write to FILE instead of the standard output."_s, u"FILE"_s});
}

Result<void> writeFile(const QString &path, const StoreReader &reader, const Filter &filter, Writer write)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return Error(u"%1 cannot be written: %2."_s.arg(path, file.errorString()));
    if (auto written = write(reader, filter, file); !written.ok())
        return written.error().in(path);
    if (!file.commit())
        return Error(u"%1 cannot be written: %2."_s.arg(path, file.errorString()));
    return {};
}

Result<void> writeOut(const StoreReader &reader, const Filter &filter, Writer write)
{
    QFile out;
    if (!out.open(stdout, QIODevice::WriteOnly))
        return Error(u"The standard output cannot be written: %1."_s.arg(out.errorString()));
    if (auto written = write(reader, filter, out); !written.ok())
        return written;
    if (!out.flush())
        return Error(u"The standard output cannot be written: %1."_s.arg(out.errorString()));
    return {};
}

ExitCode run(const QCommandLineParser &parser)
{
    const QString name = parser.value(u"format"_s);
    const auto &known = formats();
    const auto format =
        std::find_if(known.begin(), known.end(), [&name](const Format &one) { return one.name == name; });
    if (format == known.end())
        return usageError(u"'%1' is no format of an export; known is json."_s.arg(name));
    const Result<Filter> filter = filterOf(parser);
    if (!filter.ok())
        return usageError(filter.error().message());
    const OpenedArchive archive = openArchive(parser);
    if (!archive.reader)
        return archive.code;
    const QString path = parser.value(u"output"_s);
    const Result<void> written = path.isEmpty() ? writeOut(*archive.reader, filter.value(), format->write)
                                                : writeFile(path, *archive.reader, filter.value(), format->write);
    return written.ok() ? ExitCode::Ok : failure(written.error());
}

} // namespace

Command exportCommand()
{
    return {u"export"_s, u"ARCHIVE"_s, u"Writes contacts, people and articles for other programs."_s, describe, run};
}

} // namespace dragoman
