// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/openarchive.h"
#include "store/salvage.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

void describe(QCommandLineParser &parser)
{
    parser.addOption(
        {u"store"_s, u"The store of the folder, if it is not the one in the user's data directory."_s, u"FILE"_s});
    parser.addOption({u"force"_s, u"Set the store aside even if nothing is wrong with its pages."_s});
}

Result<QString> storeNamed(const QCommandLineParser &parser)
{
    const QString archive = parser.positionalArguments().constFirst();
    const bool isStoreFile = QFileInfo(archive).isFile();
    Result<QString> store = isStoreFile ? Result<QString>(archive) : storeOf(archive, parser);
    if (store.ok() && !QFileInfo::exists(store.value()))
        return Error(u"There is no store %1: use 'dragoman-cli import' first."_s.arg(store.value()));
    if (store.ok() && (isStoreFile || parser.isSet(u"store"_s)) && !isStore(store.value()))
        return Error(
            u"%1 is not a Dragoman store; name a store, or the folder that it was made from."_s.arg(store.value()));
    return store;
}

ExitCode run(const QCommandLineParser &parser)
{
    const Result<QString> store = storeNamed(parser);
    if (!store.ok())
        return failure(store.error());
    if (!parser.isSet(u"force"_s) && checkPages(store.value()).ok())
        return print(u"The store %1 is sound; nothing was changed.\n"_s.arg(store.value())) ? ExitCode::Ok
                                                                                            : ExitCode::Failure;
    const Result<SetAside> done = setAside(store.value());
    if (!done.ok())
        return failure(done.error());
    const SetAside &aside = done.value();
    QString text = u"The damaged store was renamed to %1; nothing was deleted.\n"_s.arg(aside.damaged);
    text += u"%1 articles keep their numbers; %2 rows of your own were kept%3.\n"_s.arg(aside.articles)
                .arg(aside.ownRows)
                .arg(aside.whole ? QString() : u", and some could not be read"_s);
    text += u"Now read the folder again: dragoman-cli import %1\n"_s.arg(aside.folder.isEmpty() ? u"FOLDER"_s
                                                                                                : aside.folder);
    return print(printable(text)) ? ExitCode::Ok : ExitCode::Failure;
}

} // namespace

Command repairCommand()
{
    return {u"repair"_s, u"ARCHIVE"_s,
            u"Sets a damaged store aside and keeps what only you know, so that the folder can be read again."_s,
            describe, run};
}

} // namespace dragoman
