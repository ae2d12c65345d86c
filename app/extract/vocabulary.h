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
        return m_keys[word] == keyOfLiteral(text) && (text.size() <= keyLetters || m_words[word] == text);
    }

    [[nodiscard]] const QString &text(WordId word) const { return m_words[word]; }
    [[nodiscard]] qsizetype size() const { return static_cast<qsizetype>(m_words.size()); }

private:
    /** A short word in ASCII whole: letters and length; of a long one the beginning, the end and the length. */
    struct Key
    {
        quint64 head = 0;
        quint64 tail = 0; ///< its highest byte is the length

        friend constexpr bool operator==(const Key &, const Key &) = default;
    };
    static constexpr qsizetype headLetters = 8;
    static constexpr qsizetype keyLetters = 15;
    static constexpr qsizetype longestTold = 0x7f; ///< length that the key of a long word tells
    static constexpr quint64 other = 0xff; ///< length in the key of a word that is not ASCII, whose head is a hash

    /** A place of the hash table, small to stay near: the word, and above it some bits of its hash; 0 is free. */
    using Place = quint32;
    static constexpr int wordBits = 22;

    /** Written out, so that the compiler works it out for literals. */
    [[nodiscard]] static constexpr Key keyOfLiteral(QLatin1String text)
    {
        const char *letters = text.data();
        const qsizetype size = text.size();
        const auto letter = [letters, size](qsizetype from, int i) {
            return from < size ? quint64(static_cast<uchar>(letters[from])) << (8 * i) : quint64(0);
        };
        const qsizetype rest = tailOf(size);
        return {letter(0, 0) | letter(1, 1) | letter(2, 2) | letter(3, 3) | letter(4, 4) | letter(5, 5) | letter(6, 6) |
                    letter(7, 7),
                letter(rest, 0) | letter(rest + 1, 1) | letter(rest + 2, 2) | letter(rest + 3, 3) |
                    letter(rest + 4, 4) | letter(rest + 5, 5) | letter(rest + 6, 6) |
                    quint64(std::min(size, longestTold)) << 56};
    }
    /** Where the letters begin that the tail of a key tells. */
    [[nodiscard]] static constexpr qsizetype tailOf(qsizetype size)
    {
        return std::max(headLetters, size - (keyLetters - headLetters));
    }

    [[nodiscard]] static Key keyOf(QLatin1String text);
    [[nodiscard]] static Key keyOf(QStringView text);
    template <typename Text>
    [[nodiscard]] WordId find(Text folded, const Key &key) const;
    [[nodiscard]] static quint64 hashOf(const Key &key)
    {
        const quint64 mixed = key.head * 0x9e3779b97f4a7c15ULL ^ key.tail * 0xc2b2ae3d27d4eb4fULL;
        return (mixed ^ mixed >> 32) * 0x9e3779b97f4a7c15ULL;
    }
    [[nodiscard]] size_t placeOf(quint64 hash) const { return static_cast<size_t>(hash >> 40) & (m_places.size() - 1); }
    [[nodiscard]] static Place markOf(quint64 hash) { return static_cast<Place>(hash >> 8) >> wordBits; }
    void put(WordId word);

    std::vector<Place> m_places = std::vector<Place>(64); ///< as many as a power of two
    std::vector<QString> m_words{QString()};
    std::vector<Key> m_keys{Key()}; ///< by word
};

/** Some words; a bit for each, so that asking whether a word is one of them stays near. */
class WordSet
{
public:
    [[nodiscard]] bool contains(WordId word) const
    {
        return word / 64 < m_bits.size() && (m_bits[word / 64] >> word % 64 & 1) != 0;
    }
    void add(WordId word)
    {
        if (m_bits.size() <= word / 64)
            m_bits.resize(word / 64 + 1);
        m_bits[word / 64] |= quint64(1) << word % 64;
    }

private:
    std::vector<quint64> m_bits;
};

/** Values of those words that have one. */
template <typename T>
class WordMap
{
public:
    [[nodiscard]] bool contains(WordId word) const { return m_has.contains(word); }
    /** That of the word; an empty one if it has none. */
    [[nodiscard]] const T &value(WordId word) const { return m_values[contains(word) ? m_at[word] : 0]; }
    T &operator[](WordId word)
    {
        if (m_at.size() <= word)
            m_at.resize(word + 1);
        if (m_at[word] == 0) {
            m_has.add(word);
            m_at[word] = static_cast<quint32>(m_values.size());
            m_values.emplace_back();
        }
        return m_values[m_at[word]];
    }

private:
    WordSet m_has;
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
            return m_begin.contains(word) ? m_first[word] : 0;
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

    WordSet m_begin;
    std::vector<quint32> m_first;                                               ///< by word: the node reached from 0
    std::vector<std::vector<Edge>> m_edges = std::vector<std::vector<Edge>>(1); ///< by node, in order of word
    std::vector<std::vector<quint32>> m_ends = std::vector<std::vector<quint32>>(1);
};

} // namespace dragoman
