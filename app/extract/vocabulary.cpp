// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/vocabulary.h"

namespace dragoman {

quint64 Vocabulary::keyOf(const QString &text)
{
    for (const QChar c : text) {
        if (c.unicode() >= 0x80)
            return ~quint64(0); // no literal in ASCII has it
    }
    const QByteArray letters = text.toLatin1();
    return keyOf(QLatin1String(letters.constData(), letters.size()));
}

/** FNV-1a over the letters. */
quint32 Vocabulary::hashOf(QStringView text)
{
    quint32 hash = 2166136261U;
    for (const QChar c : text)
        hash = (hash ^ c.unicode()) * 16777619U;
    return hash ^ (hash >> 15);
}

void Vocabulary::grow()
{
    std::vector<Place> places(m_places.size() * 2);
    const size_t mask = places.size() - 1;
    for (const Place &place : m_places) {
        if (place.word == 0)
            continue;
        size_t at = place.hash & mask;
        while (places[at].word != 0)
            at = (at + 1) & mask;
        places[at] = place;
    }
    m_places = std::move(places);
}

WordId Vocabulary::add(const QString &folded)
{
    if (const WordId known = find(folded); known != 0 || folded.isEmpty())
        return known;
    if (m_words.size() * 2 > m_places.size())
        grow();
    const auto word = static_cast<WordId>(m_words.size());
    const quint32 hash = hashOf(folded);
    const size_t mask = m_places.size() - 1;
    size_t at = hash & mask;
    while (m_places[at].word != 0)
        at = (at + 1) & mask;
    m_places[at] = {hash, word};
    m_words.push_back(folded);
    m_keys.push_back(keyOf(folded));
    return word;
}

WordId Vocabulary::find(QStringView folded) const
{
    const quint32 hash = hashOf(folded);
    const size_t mask = m_places.size() - 1;
    for (size_t at = hash & mask; m_places[at].word != 0; at = (at + 1) & mask) {
        if (m_places[at].hash == hash && m_words[m_places[at].word] == folded)
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
