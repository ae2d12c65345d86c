// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "session/importtypes.h"
#include "store/storereader.h"

namespace dragoman {

/** How the import of a folder went. */
struct ImportOutcome
{
    ImportReport report;
    QString store; ///< the file imported into
    ExitCode code = ExitCode::Ok;
};

/** --store, --rules and --jobs. */
void addImportOptions(QCommandLineParser &parser);
/** --charset. */
void addCharsetOption(QCommandLineParser &parser);

/** Imports a folder as the options say, with a progress bar if the error output is a terminal. Stops at Ctrl+C. */
[[nodiscard]] ImportOutcome importFolder(const QString &folder, const QCommandLineParser &parser);

/** The store that a folder is imported into: --store, else one in the user's data directory. An error if it lies in the
 * folder. */
[[nodiscard]] Result<QString> storeOf(const QString &folder, const QCommandLineParser &parser);

/** A store opened for reading, or the code to end with; the reason has been told by then. */
struct OpenedArchive
{
    std::unique_ptr<StoreReader> reader;
    ExitCode code = ExitCode::Ok;
};

/** Opens ARCHIVE, the first argument: a folder, which is imported on the way, or a store. */
[[nodiscard]] OpenedArchive openArchive(const QCommandLineParser &parser);

} // namespace dragoman
