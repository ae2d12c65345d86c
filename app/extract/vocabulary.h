// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <algorithm>
#include <vector>

namespace dragoman {

/** Number of a folded word that some table of the lexicon or some rule knows; 0 is any other word. */
using WordId = quint32;

/** The words that the lexicon and the rules speak of, by number, so that matching compares numbers. */
class Vocabulary
{
public:
    /** The number of a folded word, given one now if it has none. */
    WordId add(const QString &folded);

    [[nodiscard]] WordId find(QStringView folded) const;
    [[nodiscard]] WordId find(QLatin1String folded) const;

    /** Whether the word is this one; a comparison of numbers where `text` is written out. */
    [[nodiscard]] Q_ALWAYS_INLINE bool is(WordId word, QLatin1String text) const
    {
        return m_keys[word] == keyOf(text) && (text.size() <= keyLetters || m_words[word] == text);
    }

    [[nodiscard]] const QString &text(WordId word) const { return m_words[word]; }
    [[nodiscard]] qsizetype size() const { return static_cast<qsizetype>(m_words.size()); }

private:
    static constexpr qsizetype keyLetters = 7;
    static constexpr qsizetype longestTold = 0x7d;           ///< length that the key of a long word tells
    static constexpr quint64 otherKey = quint64(0xfe) << 56; ///< of a word that is not ASCII, with its hash
    static constexpr quint64 longKey = quint64(0x80) << 56;  ///< of one with more letters than a key holds

    /** A place of the hash table, small to stay near: the word, and above it some bits of its hash; 0 is free. */
    using Place = quint32;
    static constexpr int wordBits = 22;

    /** A short word in ASCII whole: letters and length; of a long one the beginning, the end and the length. Written
     * out, so that the compiler works it out for literals. */
    template <typename Letter>
    [[nodiscard]] static constexpr quint64 keyOf(const Letter *letters, qsizetype size)
    {
        const auto letter = [letters, size](qsizetype from, int i) {
            return from < size ? quint64(static_cast<uchar>(letters[from])) << (8 * i) : quint64(0);
        };
        const qsizetype end = size > keyLetters ? size - keyLetters : 0;
        const quint64 length =
            size > keyLetters ? longKey | quint64(std::min(size, longestTold)) << 56 : quint64(size) << 56;
        return letter(0, 0) | letter(1, 1) | letter(2, 2) | letter(3, 3) | letter(end + 4, 4) | letter(end + 5, 5) |
               letter(end + 6, 6) | length;
    }
    [[nodiscard]] static constexpr quint64 keyOf(QLatin1String text) { return keyOf(text.data(), text.size()); }

    [[nodiscard]] static quint64 keyOf(QStringView text);
    template <typename Text>
    [[nodiscard]] WordId find(Text folded, quint64 key) const;
    [[nodiscard]] static quint64 hashOf(quint64 key) { return key * 0x9e3779b97f4a7c15ULL; }
    [[nodiscard]] size_t placeOf(quint64 hash) const { return static_cast<size_t>(hash >> 40) & (m_places.size() - 1); }
    [[nodiscard]] static Place markOf(quint64 hash) { return static_cast<Place>(hash >> 8) >> wordBits; }
    void put(WordId word);

    std::vector<Place> m_places = std::vector<Place>(64); ///< as many as a power of two
    std::vector<QString> m_words{QString()};
    std::vector<quint64> m_keys{0}; ///< by word
};

/** Values of those words that have one. */
template <typename T>
class WordMap
{
public:
    [[nodiscard]] bool contains(WordId word) const { return word < m_at.size() && m_at[word] != 0; }
    /** That of the word; an empty one if it has none. */
    [[nodiscard]] const T &value(WordId word) const { return m_values[word < m_at.size() ? m_at[word] : 0]; }
    T &operator[](WordId word)
    {
        if (m_at.size() <= word)
            m_at.resize(word + 1);
        if (m_at[word] == 0) {
            m_at[word] = static_cast<quint32>(m_values.size());
            m_values.emplace_back();
        }
        return m_values[m_at[word]];
    }

private:
    std::vector<quint32> m_at; ///< by word: where in m_values; 0: none
    std::vector<T> m_values = std::vector<T>(1);
};

/** Phrases as sequences of words, each with numbers of entries. */
class PhraseTrie
{
public:
    void add(const std::vector<WordId> &words, quint32 entry);

    /** The node reached from `node` by `word`, or 0. */
    [[nodiscard]] quint32 step(quint32 node, WordId word) const
    {
        if (node == 0) // of a text's words most begin no phrase
            return word < m_first.size() ? m_first[word] : 0;
        const auto &edges = m_edges[node];
        const auto at = std::lower_bound(edges.begin(), edges.end(), Edge{word, 0});
        return at != edges.end() && at->word == word ? at->node : 0;
    }

    [[nodiscard]] const std::vector<quint32> &entries(quint32 node) const { return m_ends[node]; }

private:
    struct Edge
    {
        WordId word = 0;
        quint32 node = 0;

        friend bool operator<(const Edge &a, const Edge &b) { return a.word < b.word; }
    };

    [[nodiscard]] quint32 stepOrAdd(quint32 node, WordId word);

    std::vector<quint32> m_first;                                               ///< by word: the node reached from 0
    std::vector<std::vector<Edge>> m_edges = std::vector<std::vector<Edge>>(1); ///< by node, in order of word
    std::vector<std::vector<quint32>> m_ends = std::vector<std::vector<quint32>>(1);
};

} // namespace dragoman
