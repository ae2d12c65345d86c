// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/nameblocks.h"

namespace dragoman {

namespace {

/** A word's consonants, and the names that it is a form of. */
QStringList nameBlocks(const SpelledWord &word)
{
    QStringList keys{blockKey(word.text)};
    for (const int variant : word.variants)
        keys.append(u'#' + QString::number(variant));
    return keys;
}

} // namespace

QStringList wordBlocks(const SpelledName &name)
{
    QStringList keys;
    const QList<SpelledWord> &words = name.words();
    for (qsizetype i = 0; i < words.size(); ++i) {
        keys.append(nameBlocks(words[i]));
        if (i + 1 < words.size())
            keys.append(blockKey(words[i].text + words[i + 1].text));
    }
    keys.removeDuplicates();
    return keys;
}

QStringList pairBlocks(const SpelledName &name)
{
    QStringList keys;
    const QList<SpelledWord> &words = name.words();
    for (qsizetype i = 0; i < words.size(); ++i) {
        QStringList mine = nameBlocks(words[i]);
        if (i + 1 < words.size())
            mine.append(blockKey(words[i].text + words[i + 1].text));
        for (qsizetype k = 0; k < words.size(); ++k) {
            if (k == i)
                continue;
            for (const QString &key : std::as_const(mine))
                keys.append(key + u'/' + blockKey(words[k].text).front());
        }
    }
    keys.removeDuplicates();
    return keys;
}

} // namespace dragoman
