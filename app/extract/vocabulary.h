// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QString>
#include <QStringView>

#include <functional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace dragoman {

/** Number of a folded word that some table of the lexicon or some rule knows; 0 is any other word. */
using WordId = quint32;

/** The words that the lexicon and the rules speak of, by number, so that matching compares numbers. */
class Vocabulary
{
public:
    /** The number of a folded word, given one now if it has none. */
    WordId add(const QString &folded)
    {
        const auto [at, isNew] = m_ids.try_emplace(folded, static_cast<WordId>(m_words.size()));
        if (isNew)
            m_words.push_back(folded);
        return at->second;
    }

    [[nodiscard]] WordId find(QStringView folded) const
    {
        const auto at = m_ids.find(folded);
        return at == m_ids.end() ? 0 : at->second;
    }

    [[nodiscard]] const QString &text(WordId word) const { return m_words[word]; }
    [[nodiscard]] qsizetype size() const { return static_cast<qsizetype>(m_words.size()); }

private:
    struct Hash
    {
        using is_transparent = void;
        size_t operator()(QStringView text) const { return ::qHash(text); }
        size_t operator()(const QString &text) const { return ::qHash(QStringView(text)); }
    };
    struct Equal
    {
        using is_transparent = void;
        bool operator()(QStringView a, QStringView b) const { return a == b; }
    };

    std::unordered_map<QString, WordId, Hash, Equal> m_ids{{QString(), 0}};
    std::vector<QString> m_words{QString()};
};

/** Phrases as sequences of words, each with numbers of entries. */
class PhraseTrie
{
public:
    void add(const std::vector<WordId> &words, quint32 entry)
    {
        quint32 node = 0;
        for (const WordId word : words) {
            const auto [at, isNew] = m_edges.try_emplace(key(node, word), static_cast<quint32>(m_ends.size()));
            if (isNew)
                m_ends.emplace_back();
            node = at->second;
        }
        m_ends[node].push_back(entry);
    }

    /** The node reached from `node` by `word`, or 0. */
    [[nodiscard]] quint32 step(quint32 node, WordId word) const
    {
        const auto at = m_edges.find(key(node, word));
        return at == m_edges.end() ? 0 : at->second;
    }

    [[nodiscard]] const std::vector<quint32> &entries(quint32 node) const { return m_ends[node]; }

private:
    [[nodiscard]] static quint64 key(quint32 node, WordId word) { return (quint64(node) << 32) | word; }

    std::unordered_map<quint64, quint32> m_edges;
    std::vector<std::vector<quint32>> m_ends{1};
};

} // namespace dragoman
