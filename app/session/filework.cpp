// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/filework.h"

#include "extract/extractor.h"
#include "session/conversion.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

constexpr qsizetype partArticles = 128;
constexpr qsizetype partCharacters = 400'000;

QList<StoredArticle> extracted(QList<Article> articles, const RuleSet &rules)
{
    QList<StoredArticle> stored;
    for (Article &article : articles) {
        const Extraction extraction = extract(article, rules);
        stored.append(toStored(std::move(article), extraction));
    }
    return stored;
}

/** A file of which a part is stored counts as not read, so that the next import reads it anew if this one ends early.
 */
FileRow unfinished(const FoundFile &file)
{
    return toFileRow({file.path, FileState::Failed,
                      u"Its reading was not finished, and only some of its articles are here; import again."_s,
                      file.size, file.modified});
}

} // namespace

FileResult readAndExtract(const QString &folder, const FoundFile &file, const ReadOptions &options,
                          const RuleSet &rules, const ReadAhead::HandOn &handOn)
{
    QList<Article> articles;
    qsizetype characters = 0;
    ReadOutcome outcome = readFile(folder, file, options, [&](Article article) {
        characters += article.body.size();
        articles.append(std::move(article));
        if (articles.size() < partArticles && characters < partCharacters)
            return true;
        characters = 0;
        return handOn([part = std::exchange(articles, {}), row = unfinished(file), &rules]() mutable {
            return FileResult{row, false, true, extracted(std::exchange(part, {}), rules)};
        });
    });
    return {toFileRow(outcome.entry, outcome.hash), outcome.isKnown, false, extracted(std::move(articles), rules)};
}

} // namespace dragoman
