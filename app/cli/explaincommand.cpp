// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"

#include "domain/explanationtext.h"
#include "extract/extractor.h"
#include "ingest/folder.h"
#include "session/archivefiles.h"

#include <QDateTime>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

void describe(QCommandLineParser &parser)
{
    parser.addOption({u"rules"_s,
                      u"Lay the rules and word lists of DIR over the built-in ones; may be given several times."_s,
                      u"DIR"_s});
}

QString line(const QString &name, const QString &value)
{
    return u"%1 %2\n"_s.arg(name, -10).arg(value.isEmpty() ? u"not told"_s : value);
}

/** What the head of the article tells. */
QString headOf(const Article &article)
{
    QStringList readings;
    for (const QDate &day : article.publishedReadings)
        readings.append(day.toString(Qt::ISODate));
    QString text = line(u"file"_s, article.provenance.member.isEmpty()
                                       ? article.provenance.path
                                       : article.provenance.path + u'/' + article.provenance.member) +
                   line(u"charset"_s, article.provenance.charset);
    text += line(u"title"_s, article.title) + line(u"source"_s, article.source) + line(u"city"_s, article.dateline);
    text += line(u"published"_s, article.published.toString(Qt::ISODate));
    for (const ToldFact &fact : article.facts)
        text += line(u"told"_s, u"%1 (%2)"_s.arg(fact.value, fact.where));
    if (!readings.isEmpty())
        text += line(u"readings"_s, readings.join(u" or "_s));
    text +=
        line(u"story"_s,
             u"characters %1 to %2 of %3"_s.arg(article.story.start).arg(article.story.end).arg(article.body.size()));
    return text + u'\n';
}

ExitCode run(const QCommandLineParser &parser)
{
    const QFileInfo info(parser.positionalArguments().constFirst());
    if (!info.isFile())
        return failure(Error(u"%1 is not a file; name the file of one article."_s.arg(info.filePath())));
    const auto rules = RuleSet::load(rulesFolders(parser.values(u"rules"_s)));
    if (!rules.ok())
        return failure(rules.error());
    const QFileInfo real(info.canonicalFilePath());
    const FoundFile file{real.fileName(), real.size(), real.lastModified().toMSecsSinceEpoch()};
    const ReadOutcome outcome = readFile(real.path(), file);
    if (outcome.articles.isEmpty())
        return failure(Error(u"%1: %2"_s.arg(info.filePath(), outcome.entry.reason)));
    for (const Article &article : outcome.articles) {
        if (!print(printable(headOf(article) + inWords(explain(article, *rules.value()))) + u'\n'))
            return ExitCode::Failure;
    }
    return ExitCode::Ok;
}

} // namespace

Command explainCommand()
{
    return {u"explain"_s, u"ARTICLE-FILE"_s,
            u"Shows how one article is read: tokens, mentions, rules that fired, what was dropped and why."_s, describe,
            run};
}

} // namespace dragoman
