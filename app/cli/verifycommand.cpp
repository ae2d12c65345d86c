// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/openarchive.h"
#include "session/verify.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

void describe(QCommandLineParser &parser)
{
    parser.addOption(
        {u"store"_s, u"The store of the folder, if it is not the one in the user's data directory."_s, u"FILE"_s});
}

QString listed(const QStringList &sentences)
{
    QString text;
    for (const QString &sentence : sentences)
        text += printable(sentence) + u'\n';
    return text;
}

/** The folder and the store that ARCHIVE names. */
Result<std::pair<QString, QString>> filesOf(const QCommandLineParser &parser)
{
    const QString archive = parser.positionalArguments().constFirst();
    const QFileInfo info(archive);
    if (!info.exists())
        return Error(u"%1 does not exist; name a folder that was imported, or a store."_s.arg(archive));
    if (info.isDir()) {
        const Result<QString> store = storeOf(archive, parser);
        if (!store.ok())
            return store.error();
        if (!QFileInfo::exists(store.value()))
            return Error(
                u"%1 was not imported into %2 yet; use 'dragoman-cli import' first."_s.arg(archive, store.value()));
        return std::pair(archive, store.value());
    }
    const auto reader = StoreReader::open(archive);
    if (!reader.ok())
        return reader.error();
    return std::pair(reader.value()->folder(), archive);
}

ExitCode run(const QCommandLineParser &parser)
{
    const auto files = filesOf(parser);
    if (!files.ok())
        return failure(files.error());
    const Result<VerifyReport> checked = verifyArchive(files.value().first, files.value().second);
    if (!checked.ok())
        return failure(checked.error());
    const VerifyReport &report = checked.value();
    QString text = u"%1 files, %2 articles and %3 pieces of evidence checked in %4\n"_s.arg(report.files)
                       .arg(report.articles)
                       .arg(report.evidence)
                       .arg(files.value().second);
    text += listed(report.filesChanged) + listed(report.damages) + listed(report.evidenceOutside);
    const bool sound = report.damages.isEmpty() && report.evidenceOutside.isEmpty();
    text += sound ? u"The store is sound.\n"_s
                  : u"The store is damaged; use 'dragoman-cli repair' and import the folder again.\n"_s;
    if (!print(text))
        return ExitCode::Failure;
    return sound ? ExitCode::Ok : ExitCode::Damage;
}

} // namespace

Command verifyCommand()
{
    return {u"verify"_s, u"ARCHIVE"_s,
            u"Checks the store, its evidence against the articles, and the files it was made from."_s, describe, run};
}

} // namespace dragoman
