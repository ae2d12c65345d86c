// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/spelling.h"

#include "domain/names.h"
#include "extract/namealignment.h"
#include "extract/namespelling.h"

#include <QHash>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

constexpr qsizetype leastForEnds = 4;   ///< letters of a word whose beginning or end has another spelling
constexpr qsizetype leastForAlso = 6;   ///< letters of a word that can be read in a second way
constexpr qsizetype leastServant = 6;   ///< letters of a name that begins with "Abd"
constexpr qsizetype leastVowelless = 6; ///< consonants of a name that are a trace of it

/** The words of a name in lower case with their marks, cut as nameWords() does. */
QStringList markedWords(const QString &name)
{
    QStringList words{QString()};
    for (const QChar c : name.normalized(QString::NormalizationForm_C).toLower()) {
        if (c.isLetterOrNumber() || c.isMark())
            words.last().append(c);
        else if (!QStringView(u"'’‘`ʼʻ.").contains(c))
            words.append(QString());
    }
    words.removeIf([](const QString &word) { return folded(word).isEmpty(); });
    return words;
}

QString withoutRepeats(QString text)
{
    text.erase(std::unique(text.begin(), text.end()), text.end());
    return text;
}

/** "Abdul Rahman", "Abdelrahman", "Abd ar-Rahman", "Abderrahman": what follows "Abd" without the article. */
QString withoutServantsArticle(const QString &word)
{
    if (word.size() < leastServant || !word.startsWith("abd"_L1))
        return word;
    const bool vowel = QStringView(u"aeiou").contains(word[3]);
    qsizetype from = vowel ? 4 : 3;
    if (vowel && (word[from] == u'l' || word[from] == word[from + 1]))
        ++from;
    return u"abd"_s + word.mid(from);
}

QString keyOf(QString word)
{
    const NameSpelling &names = nameSpelling();
    word = withoutServantsArticle(word);
    const auto ends = [&word](const auto &group) {
        return word.size() >= leastForEnds && word.size() > group.first.size() && word.endsWith(group.first);
    };
    const auto end = std::find_if(names.end.begin(), names.end.end(), ends);
    if (end != names.end.end())
        word = word.first(word.size() - end->first.size()) + end->second;
    const auto begins = [&word](const auto &group) {
        return word.size() >= leastForEnds && word.startsWith(group.first);
    };
    const auto begin = std::find_if(names.begin.begin(), names.begin.end(), begins);
    if (begin != names.begin.end())
        word = begin->second + word.mid(begin->first.size());
    return withoutRepeats(names.anywhere.of(word));
}

QString unmarked(const QString &word)
{
    const NameSpelling &names = nameSpelling();
    QString result;
    for (const QChar c : word) {
        const auto letters = names.marked.constFind(c);
        if (letters == names.marked.cend())
            result.append(c);
        else
            result.append(*letters);
    }
    return folded(result);
}

void addKeys(QStringList &keys, const QString &word)
{
    const auto add = [&keys](const QString &key) {
        if (!key.isEmpty() && !keys.contains(key))
            keys.append(key);
    };
    add(keyOf(word));
    if (word.size() < leastForAlso)
        return;
    for (const auto &group : nameSpelling().also) {
        if (word.contains(group.first))
            add(keyOf(QString(word).replace(group.first, group.second)));
    }
}

SpelledWord spelled(const QString &marked)
{
    SpelledWord word;
    word.text = folded(marked);
    word.variants = nameSpelling().variants.value(word.text);
    addKeys(word.keys, word.text);
    if (const QString other = unmarked(marked); other != word.text)
        addKeys(word.keys, other);
    return word;
}

/** Joins "Abd", "al" and what follows to one word, so that it is written as most write it. */
QStringList withServantsJoined(const QStringList &words)
{
    static const QSet<QString> servants{u"abd"_s, u"abdul"_s, u"abdel"_s, u"abdur"_s, u"abdoul"_s, u"abdol"_s};
    const NameSpelling &names = nameSpelling();
    QStringList result;
    for (qsizetype i = 0; i < words.size(); ++i) {
        QString word = words[i];
        if (servants.contains(word) && i + 1 < words.size()) {
            const bool article =
                (names.particles.contains(words[i + 1]) || names.inner.contains(words[i + 1])) && i + 2 < words.size();
            i += article ? 2 : 1;
            word = u"abdul"_s + words[i];
        }
        result.append(word);
    }
    return result;
}

} // namespace

QString spellingKey(const QString &word)
{
    return keyOf(folded(word));
}

QString consonantKey(const QString &word)
{
    const QString key = spellingKey(word);
    QString result;
    for (const QChar c : key) {
        if (!QStringView(u"aeiou").contains(c))
            result.append(c);
    }
    return result.size() >= 2 ? result : key;
}

QString blockKey(const QString &word)
{
    const NameSpelling &names = nameSpelling();
    const QString key = spellingKey(word);
    QString result;
    for (const QChar c : key) {
        if (result.isEmpty())
            result.append(names.blocks.value(c, names.mute.contains(c) ? u'-' : c));
        else if (!names.mute.contains(c))
            result.append(names.blocks.value(c, c));
    }
    return withoutRepeats(result);
}

SpelledName::SpelledName(const QString &name) : m_hyphened(name.contains(u'-') || name.contains(u'‐'))
{
    const NameSpelling &names = nameSpelling();
    m_all = withServantsJoined(markedWords(name));
    bool father = false;
    for (const QString &word : std::as_const(m_all)) {
        if (names.ranks.contains(word)) {
            m_rank = word;
        } else if (names.particles.contains(word) || names.titles.contains(word) ||
                   (!m_words.isEmpty() && names.inner.contains(word))) {
            father = names.chains.contains(word);
            m_chain = m_chain || father;
        } else {
            m_words.append(spelled(word));
            m_words.last().father = father;
            father = false;
        }
    }
    if (m_words.isEmpty()) {
        for (const QString &word : std::as_const(m_all))
            m_words.append(spelled(word));
    }
}

/** What sets two alike names apart: junior and senior, another father, other initials in the middle. */
bool SpelledName::contradicts(const SpelledName &other) const
{
    if (!m_rank.isEmpty() && !other.m_rank.isEmpty() && m_rank != other.m_rank)
        return true;
    if (m_words.size() < 3 || other.m_words.size() < 3) {
        return m_words.size() >= 2 && other.m_words.size() >= 2 && m_words[1].father && other.m_words[1].father &&
               !wordsAgree(m_words[1], other.m_words[1]);
    }
    const SpelledWord &mine = m_words[1];
    const SpelledWord &theirs = other.m_words[1];
    const bool initials = mine.text.size() == 1 && theirs.text.size() == 1;
    const bool fathers = mine.father && theirs.father;
    return (initials && mine.text != theirs.text) || (fathers && !wordsAgree(mine, theirs));
}

/** Wade and Giles's "Tse-tung" and the "Zedong" of pinyin, both with one surname before them. */
bool SpelledName::isChineseOf(const SpelledName &other) const
{
    if (!m_hyphened || m_all.size() != 3 || other.m_all.size() != 2)
        return false;
    const auto wade = [](const QString &word) { return withoutRepeats(nameSpelling().wade.of(word)); };
    const auto pinyin = [](const QString &word) { return withoutRepeats(nameSpelling().pinyin.of(word)); };
    return wade(m_all[0]) == pinyin(other.m_all[0]) && wade(m_all[1]) + wade(m_all[2]) == pinyin(other.m_all[1]);
}

bool SpelledName::agrees(const SpelledName &other) const
{
    if (m_words.isEmpty() || other.m_words.isEmpty() || contradicts(other))
        return false;
    if (isChineseOf(other) || other.isChineseOf(*this))
        return true;
    const bool mayTurn = !m_chain && !other.m_chain;
    return areAligned(m_words, other.m_words, mayTurn);
}

bool SpelledName::isVowellessLike(const SpelledName &other) const
{
    if (m_words.size() < 2 || m_words.size() != other.m_words.size() || contradicts(other))
        return false;
    qsizetype consonants = 0;
    for (qsizetype i = 0; i < m_words.size(); ++i) {
        const QString mine = consonantKey(m_words[i].text);
        if (mine != consonantKey(other.m_words[i].text))
            return false;
        consonants += mine.size();
    }
    return consonants >= leastVowelless;
}

namespace {

/** What namesAgree() has answered: an article, and an archive, asks it of the same people again and again. */
class Agreements
{
public:
    bool of(const QString &a, const QString &b)
    {
        const QPair<QString, QString> names(a, b);
        if (const auto known = m_answers.constFind(names); known != m_answers.cend())
            return *known;
        if (m_answers.size() >= mostAnswers)
            m_answers.clear();
        return *m_answers.insert(names, spelled(a).agrees(spelled(b)));
    }

private:
    static constexpr qsizetype mostAnswers = 20'000;
    static constexpr qsizetype mostNames = 4'000;

    SpelledName spelled(const QString &name)
    {
        if (const auto known = m_names.constFind(name); known != m_names.cend())
            return *known;
        if (m_names.size() >= mostNames)
            m_names.clear();
        return *m_names.insert(name, SpelledName(name));
    }

    QHash<QPair<QString, QString>, bool> m_answers;
    QHash<QString, SpelledName> m_names;
};

} // namespace

bool namesAgree(const QString &a, const QString &b)
{
    thread_local Agreements agreements;
    return agreements.of(a, b);
}

} // namespace dragoman
