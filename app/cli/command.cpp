// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"

#include "domain/filterquery.h"

#include <QFile>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

bool put(FILE *stream, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    return std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stream) ==
           static_cast<std::size_t>(bytes.size());
}

} // namespace

void complain(const QString &sentence)
{
    put(stderr, u"dragoman-cli: "_s + printable(sentence) + u'\n');
}

ExitCode failure(const Error &error)
{
    complain(error.message());
    return ExitCode::Failure;
}

ExitCode usageError(const QString &sentence)
{
    complain(sentence);
    put(stderr, u"Try 'dragoman-cli --help'.\n"_s);
    return ExitCode::Usage;
}

bool print(const QString &text)
{
    static bool failed = false;
    if (!failed && !put(stdout, text)) {
        failed = true;
        complain(u"The standard output cannot be written; look whether the disk is full."_s);
    }
    return !failed;
}

QString printable(QString text)
{
    for (QChar &c : text) {
        if (c.category() == QChar::Other_Control && c != u'\n')
            c = QChar(QChar::ReplacementCharacter);
    }
    return text;
}

void addFilterOption(QCommandLineParser &parser)
{
    parser.addOption(
        {u"filter"_s,
         u"Only what passes QUERY, for instance: person:guler country:TR kind:meeting after:2022-01 \"border\"."_s,
         u"QUERY"_s});
}

Result<Filter> filterOf(const QCommandLineParser &parser)
{
    return parseFilter(parser.value(u"filter"_s));
}

} // namespace dragoman
