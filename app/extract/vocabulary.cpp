// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/vocabulary.h"

#include <array>

namespace dragoman {

namespace {

/** FNV-1a over the letters. */
quint64 hashOf(QStringView letters)
{
    quint64 hash = 14695981039346656037ULL;
    for (const QChar letter : letters)
        hash = (hash ^ letter.unicode()) * 1099511628211ULL;
    return hash;
}

} // namespace

quint64 Vocabulary::keyOf(QStringView text)
{
    char16_t all = 0;
    for (const QChar letter : text)
        all |= letter.unicode();
    return all >= 0x80 ? otherKey | hashOf(text) >> 8 : keyOf(text.utf16(), text.size());
}

size_t Vocabulary::placeOf(quint64 key) const
{
    return static_cast<size_t>((key * 0x9e3779b97f4a7c15ULL) >> 32) & (m_places.size() - 1);
}

void Vocabulary::put(Place place)
{
    size_t at = placeOf(place.key);
    while (m_places[at].word != 0)
        at = (at + 1) & (m_places.size() - 1);
    m_places[at] = place;
}

WordId Vocabulary::add(const QString &folded)
{
    if (const WordId known = find(folded); known != 0 || folded.isEmpty())
        return known;
    if (m_words.size() * 2 > m_places.size()) {
        const std::vector<Place> before = std::exchange(m_places, std::vector<Place>(m_places.size() * 2));
        for (const Place &place : before) {
            if (place.word != 0)
                put(place);
        }
    }
    const auto word = static_cast<WordId>(m_words.size());
    m_words.push_back(folded);
    m_keys.push_back(keyOf(folded));
    put({m_keys.back(), word});
    return word;
}

WordId Vocabulary::find(QStringView folded) const
{
    const quint64 key = keyOf(folded);
    const bool whole = key < longKey;
    for (size_t at = placeOf(key); m_places[at].word != 0; at = (at + 1) & (m_places.size() - 1)) {
        if (m_places[at].key == key && (whole || m_words[m_places[at].word] == folded))
            return m_places[at].word;
    }
    return 0;
}

quint32 PhraseTrie::stepOrAdd(quint32 node, WordId word)
{
    if (const quint32 known = step(node, word); known != 0)
        return known;
    const auto added = static_cast<quint32>(m_ends.size());
    m_ends.emplace_back();
    m_edges.emplace_back();
    if (node == 0) {
        if (m_first.size() <= word)
            m_first.resize(word + 1);
        m_first[word] = added;
    } else {
        auto &edges = m_edges[node];
        edges.insert(std::lower_bound(edges.begin(), edges.end(), Edge{word, 0}), Edge{word, added});
    }
    return added;
}

void PhraseTrie::add(const std::vector<WordId> &words, quint32 entry)
{
    quint32 node = 0;
    for (const WordId word : words)
        node = stepOrAdd(node, word);
    m_ends[node].push_back(entry);
}

} // namespace dragoman
