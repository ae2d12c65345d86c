// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

const QList<Command> &commands()
{
    static const QList<Command> table{importCommand(),   exportCommand(),  contactsCommand(), peopleCommand(),
                                      articlesCommand(), explainCommand(), verifyCommand(),   repairCommand()};
    return table;
}

QString overview()
{
    QString text =
        u"Usage: dragoman-cli COMMAND ARGUMENTS [OPTIONS]\n\n"
        "Finds in news articles who called, met, visited or wrote to whom. FOLDER holds articles; ARCHIVE is such a\n"
        "folder, which is imported on the way, or a store. Nothing is ever written into the folder.\n\nCommands:\n"_s;
    for (const Command &command : commands())
        text += u"  %1 %2\n"_s.arg(command.name + u' ' + command.arguments, -22).arg(command.summary);
    return text +
           u"\n'dragoman-cli COMMAND --help' tells the options of a command.\n\n"
           "Exit status: 0 done; 1 failed; 2 the command was not understood; 3 import: some files could not be read;\n"
           "4 verify: damage was found; 130 stopped by Ctrl+C, what was stored by then stays.\n"_s;
}

ExitCode runCommand(const Command &command, const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(command.summary);
    parser.addPositionalArgument(command.arguments, {}, command.name + u' ' + command.arguments);
    const QCommandLineOption help({u"h"_s, u"help"_s}, u"Show this and end."_s);
    parser.addOption(help);
    command.describe(parser);
    if (!parser.parse(arguments))
        return usageError(parser.errorText() + u'.');
    if (parser.isSet(help))
        return print(parser.helpText()) ? ExitCode::Ok : ExitCode::Failure;
    if (parser.positionalArguments().size() != command.positional)
        return usageError(u"%1 takes one argument: %2."_s.arg(command.name, command.arguments));
    return command.run(parser);
}

ExitCode dispatch(QStringList arguments)
{
    const QString word = arguments.value(1);
    if (word == u"--help"_s || word == u"-h"_s || word == u"help"_s)
        return print(overview()) ? ExitCode::Ok : ExitCode::Failure;
    if (word == u"--version"_s || word == u"-v"_s)
        return print(u"dragoman-cli %1\n"_s.arg(QCoreApplication::applicationVersion())) ? ExitCode::Ok
                                                                                         : ExitCode::Failure;
    if (word.isEmpty())
        return usageError(u"A command is missing."_s);
    for (const Command &command : commands()) {
        if (command.name == word) {
            arguments.removeAt(1);
            return runCommand(command, arguments);
        }
    }
    return usageError(u"'%1' is no command."_s.arg(word));
}

} // namespace

} // namespace dragoman

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"dragoman"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(DRAGOMAN_VERSION));
    return static_cast<int>(dragoman::dispatch(QCoreApplication::arguments()));
}
