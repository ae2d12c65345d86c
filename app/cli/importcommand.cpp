// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/openarchive.h"
#include "ingest/contents.h"

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

/** "40 read, 1 empty, 1 failed". */
QString countsByState(const QList<FileRow> &files)
{
    QStringList parts;
    for (const FileState state :
         {FileState::Read, FileState::Empty, FileState::Unsupported, FileState::Failed, FileState::Excluded}) {
        const QString word = toWord(state);
        const auto count =
            std::count_if(files.begin(), files.end(), [&word](const FileRow &file) { return file.state == word; });
        if (count > 0)
            parts.append(u"%1 %2"_s.arg(count).arg(word));
    }
    return parts.join(u", "_s);
}

QString accountOf(const ImportOutcome &outcome)
{
    const ImportReport &report = outcome.report;
    QString text = u"%1 files"_s.arg(report.files.size());
    if (!report.files.isEmpty())
        text += u": "_s + countsByState(report.files);
    text += u"\n%1 read now, %2 unchanged since the last import, %3 gone%4%5\n"_s.arg(report.read)
                .arg(report.unchanged)
                .arg(report.removed)
                .arg(report.renamed.isEmpty() ? QString() : u", %1 renamed"_s.arg(report.renamed.size()),
                     report.hidden == 0 ? QString() : u", %1 out of reach"_s.arg(report.hidden));
    text += u"%1 articles and %2 contacts in %3\n"_s.arg(report.articles).arg(report.contacts).arg(outcome.store);
    text += limitsInWords() + u'\n';
    for (const RenamedFile &file : report.renamed)
        text += printable(u"%1: renamed from %2"_s.arg(file.to, file.from)) + u'\n';
    for (const FileRow &file : report.files) {
        if (file.state != toWord(FileState::Read) || !file.reason.isEmpty())
            text += printable(u"%1: %2: %3"_s.arg(file.path.isEmpty() ? u"."_s : file.path, file.state, file.reason)) +
                    u'\n';
    }
    return text;
}

ExitCode run(const QCommandLineParser &parser)
{
    const ImportOutcome outcome = importFolder(parser.positionalArguments().constFirst(), parser);
    if (outcome.store.isEmpty() || outcome.code == ExitCode::Failure)
        return outcome.code;
    if (outcome.code == ExitCode::Stopped)
        complain(u"Stopped; what was read so far is stored, and the next import goes on from there."_s);
    return print(accountOf(outcome)) ? outcome.code : ExitCode::Failure;
}

void describe(QCommandLineParser &parser)
{
    addImportOptions(parser);
    addCharsetOption(parser);
    parser.addOption({u"forget"_s, u"If no file is left in FOLDER, forget all that were read from it; without this an "
                                   "empty folder counts as a drive that is not connected."_s});
}

} // namespace

Command importCommand()
{
    return {u"import"_s, u"FOLDER"_s,
            u"Reads the new and changed articles of a folder, and says how each file ended."_s, describe, run};
}

} // namespace dragoman
