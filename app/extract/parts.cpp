// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/parts.h"

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

constexpr qsizetype longestPart = 100'000;

/** Where the part that begins at `start` ends: behind a paragraph, else a line, a sentence, a word. */
qsizetype partEnd(const QString &body, qsizetype start, qsizetype end)
{
    const qsizetype limit = start + longestPart;
    if (limit >= end)
        return end;
    const qsizetype least = start + longestPart / 2;
    const QStringView tail = QStringView(body).mid(least, limit - least);
    for (const QLatin1String mark : {"\n\n"_L1, "\n"_L1, ". "_L1, " "_L1}) {
        if (const qsizetype at = tail.lastIndexOf(mark); at >= 0)
            return least + at + mark.size();
    }
    return body[limit].isLowSurrogate() ? limit - 1 : limit;
}

} // namespace

TextSpan storyOf(const Article &article)
{
    return article.story.isEmpty() ? TextSpan{0, article.body.size()} : article.story;
}

QList<Article> partsOf(const Article &article)
{
    QList<Article> parts;
    const TextSpan story = storyOf(article);
    for (qsizetype start = story.start; start < story.end || parts.isEmpty(); start = parts.last().story.end) {
        parts.append(article);
        parts.last().story = {start, partEnd(article.body, start, story.end)};
    }
    return parts;
}

} // namespace dragoman
