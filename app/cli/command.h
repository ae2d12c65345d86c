// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/filter.h"
#include "domain/result.h"

#include <QCommandLineParser>
#include <QString>
#include <QStringList>

namespace dragoman {

/** What the program tells whoever called it; the manual page lists them. */
enum class ExitCode {
    Ok = 0,
    Failure = 1,      ///< it could not be done; a sentence on the error output says why
    Usage = 2,        ///< the command was not understood
    FilesNotRead = 3, ///< import: done, but some files could not be read
    Damage = 4,       ///< verify: the store contradicts itself or its articles
    Stopped = 130     ///< by Ctrl+C; what was stored by then stays
};

/** One command of the program. */
struct Command
{
    QString name;
    QString arguments; ///< as in the synopsis
    QString summary;
    void (*describe)(QCommandLineParser &parser);      ///< adds the options
    ExitCode (*run)(const QCommandLineParser &parser); ///< does it
    int positional = 1;                                ///< arguments that have to be given
};

[[nodiscard]] Command importCommand();
[[nodiscard]] Command exportCommand();
[[nodiscard]] Command contactsCommand();
[[nodiscard]] Command peopleCommand();
[[nodiscard]] Command articlesCommand();
[[nodiscard]] Command explainCommand();
[[nodiscard]] Command verifyCommand();
[[nodiscard]] Command repairCommand();

/** A line on the error output, with the program's name before it. */
void complain(const QString &sentence);
/** Says what is wrong and answers ExitCode::Failure. */
[[nodiscard]] ExitCode failure(const Error &error);
/** Says what is wrong with the command line and answers ExitCode::Usage. */
[[nodiscard]] ExitCode usageError(const QString &sentence);
/** Writes to the standard output, in UTF-8; complains once if that fails. */
[[nodiscard]] bool print(const QString &text);
/** The text without control characters, which a terminal might obey. */
[[nodiscard]] QString printable(QString text);

/** The filter given by --filter, or the empty one. */
[[nodiscard]] Result<Filter> filterOf(const QCommandLineParser &parser);
void addFilterOption(QCommandLineParser &parser);

} // namespace dragoman
