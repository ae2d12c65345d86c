// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/openarchive.h"

#include "cli/consolehost.h"
#include "extract/ruleset.h"
#include "ingest/decoding.h"
#include "session/archive.h"
#include "session/archivefiles.h"
#include "session/importer.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

bool couldNotBeRead(const FileRow &file)
{
    return file.state == toWord(FileState::Failed) || file.state == toWord(FileState::Unsupported);
}

/** What --charset says, by path; an error if it is not understood. */
Result<QHash<QString, QString>> charsetsOf(const QString &folder, const QStringList &choices)
{
    QHash<QString, QString> charsets;
    for (const QString &choice : choices) {
        const QString path = QDir::cleanPath(choice.section(u'=', 0, -2));
        const QString name = choice.section(u'=', -1);
        const QString charset = charsetNamed(name);
        if (charset.isEmpty() && name.compare(u"auto"_s, Qt::CaseInsensitive) != 0)
            return Error(u"'%1' is no character set that --charset takes; known are auto, %2."_s.arg(
                name, charsetNames().join(u", "_s)));
        if (!QFileInfo(folder + u'/' + path).isFile())
            return Error(
                u"--charset names '%1', which is no file in %2; give its path in that folder."_s.arg(path, folder));
        charsets.insert(path, charset);
    }
    return charsets;
}

/** The path with its links resolved, also of a file that is still to be made. */
QString canonical(const QString &file)
{
    const QFileInfo info(file);
    return info.exists() ? info.canonicalFilePath()
                         : QFileInfo(info.absolutePath()).canonicalFilePath() + u'/' + info.fileName();
}

std::optional<int> jobsOf(const QCommandLineParser &parser)
{
    if (!parser.isSet(u"jobs"_s))
        return 0;
    bool ok = false;
    const int jobs = parser.value(u"jobs"_s).toInt(&ok);
    return ok && jobs >= 1 && jobs <= 256 ? std::optional(jobs) : std::nullopt;
}

/** A folder that is not there may have been read before. */
Error notThere(const QString &archive, const QCommandLineParser &parser)
{
    const Result<QString> store = storeOf(archive, parser);
    if (store.ok() && QFileInfo::exists(store.value()))
        return Error(
            u"%1 is not there now: connect its drive, or name the store %2, which holds what was read from it."_s.arg(
                archive, store.value()));
    return Error(u"%1 does not exist; name a folder of articles or a store."_s.arg(archive));
}

} // namespace

void addImportOptions(QCommandLineParser &parser)
{
    parser.addOption({u"store"_s, u"Keep the archive in FILE instead of the user's data directory."_s, u"FILE"_s});
    parser.addOption({u"rules"_s,
                      u"Lay the rules and word lists of DIR over the built-in ones; may be given several times."_s,
                      u"DIR"_s});
    parser.addOption({u"jobs"_s, u"Read with N threads; by default as many as there are cores."_s, u"N"_s});
}

void addCharsetOption(QCommandLineParser &parser)
{
    parser.addOption(
        {u"charset"_s,
         u"Read a file of FOLDER in the character set NAME, now and later; auto finds it out again. May be "
         "given several times."_s,
         u"FILE=NAME"_s});
}

Result<QString> storeOf(const QString &folder, const QCommandLineParser &parser)
{
    if (!parser.isSet(u"store"_s))
        return Archive::defaultStore(folder);
    const QString store = QFileInfo(parser.value(u"store"_s)).absoluteFilePath();
    const QString root = QFileInfo(folder).canonicalFilePath();
    if (!root.isEmpty() && canonical(store).startsWith(root + u'/'))
        return Error(
            u"The store %1 would lie in the archive folder, which is never written to; name a file elsewhere."_s.arg(
                store));
    return store;
}

ImportOutcome importFolder(const QString &folder, const QCommandLineParser &parser)
{
    ImportOutcome outcome;
    const Result<QString> store = storeOf(folder, parser);
    const std::optional<int> jobs = jobsOf(parser);
    const bool hasCharsets = parser.optionNames().contains(u"charset"_s);
    const auto charsets = charsetsOf(folder, hasCharsets ? parser.values(u"charset"_s) : QStringList());
    if (!charsets.ok()) {
        outcome.code = usageError(charsets.error().message());
        return outcome;
    }
    if (!store.ok() || !jobs) {
        outcome.code = usageError(!store.ok() ? store.error().message() : u"--jobs takes a number from 1 to 256."_s);
        return outcome;
    }
    const auto rules = RuleSet::load(rulesFolders(parser.values(u"rules"_s)));
    if (!rules.ok()) {
        outcome.code = failure(rules.error());
        return outcome;
    }
    outcome.store = store.value();
    QDir().mkpath(QFileInfo(outcome.store).absolutePath());
    ConsoleHost host;
    ImportJob job{QFileInfo(folder).absoluteFilePath(), outcome.store, rules.value(), *jobs};
    job.charsets = charsets.value();
    job.forgetAll = parser.optionNames().contains(u"forget"_s);
    Importer importer(std::move(job), host);
    outcome.report = importer.run();
    host.clear();
    if (!outcome.report.error.isEmpty())
        outcome.code = failure(Error(outcome.report.error));
    else if (outcome.report.stopped)
        outcome.code = ExitCode::Stopped;
    else if (std::any_of(outcome.report.files.begin(), outcome.report.files.end(), couldNotBeRead))
        outcome.code = ExitCode::FilesNotRead;
    return outcome;
}

OpenedArchive openArchive(const QCommandLineParser &parser)
{
    const QString archive = parser.positionalArguments().constFirst();
    const QFileInfo info(archive);
    QString file = archive;
    if (!info.exists())
        return {nullptr, failure(notThere(archive, parser))};
    if (info.isDir()) {
        const ImportOutcome outcome = importFolder(archive, parser);
        if (outcome.code == ExitCode::Stopped)
            complain(u"Stopped before all files were read."_s);
        if (outcome.code == ExitCode::FilesNotRead)
            complain(u"Some files could not be read; 'dragoman-cli import' lists them."_s);
        else if (outcome.code != ExitCode::Ok)
            return {nullptr, outcome.code};
        file = outcome.store;
    } else if (parser.isSet(u"store"_s)) {
        return {nullptr, usageError(u"--store goes with a folder; %1 is a file."_s.arg(archive))};
    }
    auto reader = StoreReader::open(file);
    if (!reader.ok())
        return {nullptr, failure(reader.error())};
    return {std::move(reader).value(), ExitCode::Ok};
}

} // namespace dragoman
