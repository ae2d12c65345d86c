// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace dragoman {

/** A key under which spellings of one word of a name in Latin letters fall together: Bagheri, Baqeri; Nasirzadeh,
 * Nasirzade; Çavuşoğlu, Cavusoglu. */
[[nodiscard]] QString spellingKey(const QString &word);

/** A word of a name prepared for comparing, or several of them written together. */
struct SpelledWord
{
    QString text;        ///< folded
    QStringList keys;    ///< of each way to read it; the first is spellingKey()
    QList<int> variants; ///< names that it is a form of
    bool father = false; ///< behind "bin"
};

/** A name prepared for comparing: its words without particles and titles. */
class SpelledName
{
public:
    SpelledName() = default;
    explicit SpelledName(const QString &name);

    /** See namesAgree(). */
    [[nodiscard]] bool agrees(const SpelledName &other) const;
    /** As many words alike in all but their vowels, as when both were written without them; proves nothing alone. */
    [[nodiscard]] bool isVowellessLike(const SpelledName &other) const;
    [[nodiscard]] const QList<SpelledWord> &words() const { return m_words; }

private:
    [[nodiscard]] bool contradicts(const SpelledName &other) const;
    [[nodiscard]] bool isChineseOf(const SpelledName &other) const;

    QList<SpelledWord> m_words;
    QStringList m_all; ///< all words, particles too
    QString m_rank;
    bool m_hyphened = false;
    bool m_chain = false;
};

/** Whether two names can be two spellings or a shorter and a longer form of one person's name. */
[[nodiscard]] bool namesAgree(const QString &a, const QString &b);

/** The consonants of a word's key: what stays when vowels are written this way or that. */
[[nodiscard]] QString consonantKey(const QString &word);

/** A coarser key, under which all words meet that can agree by their letters. */
[[nodiscard]] QString blockKey(const QString &word);

} // namespace dragoman
