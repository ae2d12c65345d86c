// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/articleset.h"

#include "ingest/folder.h"

#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace dragoman::bench {

namespace {

Result<ArticleSet> readFolder(const QString &folder)
{
    const Result<Walk> walk = walkFolder(folder);
    if (!walk.ok())
        return walk.error();
    ArticleSet set;
    set.origin = folder;
    for (const FoundFile &file : walk.value().files)
        set.articles.append(readFile(folder, file).articles);
    return set;
}

/** Runs the archive maker; false where it or Python is missing. */
bool makeArchive(const QString &folder, int count)
{
    const QString maker = QStringLiteral(DRAGOMAN_SHARED) + u"/tools/make-archive"_s;
    if (!QFileInfo::exists(maker))
        return false;
    QProcess process;
    process.start(u"python3"_s, {maker, u"--articles"_s, QString::number(count), u"--jobs"_s, u"1"_s, folder});
    return process.waitForFinished(-1) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

Result<ArticleSet> generatedOrSample(int count)
{
    QTemporaryDir folder;
    if (makeArchive(folder.path(), count)) {
        Result<ArticleSet> made = readFolder(folder.path());
        if (!made.ok())
            return made;
        ArticleSet set = std::move(made).value();
        set.origin = u"generated archive"_s;
        return set;
    }
    const Result<ArticleSet> sample = readFolder(QStringLiteral(DRAGOMAN_SAMPLE));
    if (!sample.ok() || sample.value().articles.isEmpty())
        return sample;
    ArticleSet set;
    set.origin = u"sample archive, repeated"_s;
    while (set.articles.size() < count)
        set.articles.append(sample.value().articles);
    return set;
}

} // namespace

Result<ArticleSet> readArticles(const QString &folder, int count)
{
    Result<ArticleSet> read = folder.isEmpty() ? generatedOrSample(count) : readFolder(folder);
    if (!read.ok())
        return read;
    ArticleSet set = std::move(read).value();
    for (const Article &article : set.articles)
        set.bytes += article.body.toUtf8().size();
    return set;
}

Article longArticle(const QList<Article> &articles, qsizetype length, bool oneLine)
{
    Article whole;
    whole.published = QDate(2024, 5, 14);
    whole.body.reserve(length + 65536);
    for (qsizetype i = 0; whole.body.size() < length && !articles.isEmpty(); i = (i + 1) % articles.size()) {
        const Article &article = articles[i];
        QString story = article.body.mid(article.story.start, article.story.length());
        if (oneLine)
            story.replace(u'\n', u' ');
        whole.body += story + (oneLine ? u" "_s : u"\n\n"_s);
    }
    whole.story = {0, whole.body.size()};
    return whole;
}

} // namespace dragoman::bench
