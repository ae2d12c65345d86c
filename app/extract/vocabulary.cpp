// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/vocabulary.h"

#include <QtEndian>

#include <array>
#include <cstring>

namespace dragoman {

namespace {

/** FNV-1a over the letters. */
quint64 spelledHash(QStringView letters)
{
    quint64 hash = 14695981039346656037ULL;
    for (const QChar letter : letters)
        hash = (hash ^ letter.unicode()) * 1099511628211ULL;
    return hash;
}

} // namespace

Vocabulary::Key Vocabulary::keyOf(QLatin1String text)
{
    const qsizetype size = text.size();
    std::array<char, 2 * headLetters> letters{};
    if (size > 0)
        std::memcpy(letters.data(), text.data(), static_cast<size_t>(std::min(size, headLetters)));
    if (size > headLetters)
        std::memcpy(letters.data() + headLetters, text.data() + tailOf(size), static_cast<size_t>(size - tailOf(size)));
    return {qFromLittleEndian<quint64>(letters.data()),
            qFromLittleEndian<quint64>(letters.data() + headLetters) | quint64(std::min(size, longestTold)) << 56};
}

Vocabulary::Key Vocabulary::keyOf(QStringView text)
{
    std::array<char, 64> letters;
    char16_t all = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        all |= text[i].unicode();
        if (i < static_cast<qsizetype>(letters.size()))
            letters[static_cast<size_t>(i)] = static_cast<char>(text[i].unicode());
    }
    if (all >= 0x80)
        return {spelledHash(text), other << 56};
    return text.size() <= static_cast<qsizetype>(letters.size()) ? keyOf(QLatin1String(letters.data(), text.size()))
                                                                 : keyOf(QLatin1String(text.toLatin1()));
}

void Vocabulary::put(WordId word)
{
    const quint64 hash = hashOf(m_keys[word]);
    size_t at = placeOf(hash);
    while (m_places[at] != 0)
        at = (at + 1) & (m_places.size() - 1);
    m_places[at] = markOf(hash) << wordBits | word;
}

WordId Vocabulary::add(const QString &folded)
{
    if (const WordId known = find(folded); known != 0 || folded.isEmpty())
        return known;
    const auto word = static_cast<WordId>(m_words.size());
    Q_ASSERT(word >> wordBits == 0);
    m_words.push_back(folded);
    m_keys.push_back(keyOf(folded));
    if (m_words.size() * 2 <= m_places.size()) {
        put(word);
        return word;
    }
    m_places.assign(m_places.size() * 2, 0);
    for (WordId known = 1; known <= word; ++known)
        put(known);
    return word;
}

template <typename Text>
WordId Vocabulary::find(Text folded, const Key &key) const
{
    const bool whole = key.tail >> 56 <= keyLetters;
    const quint64 hash = hashOf(key);
    const Place mark = markOf(hash);
    for (size_t at = placeOf(hash); m_places[at] != 0; at = (at + 1) & (m_places.size() - 1)) {
        const WordId word = m_places[at] & ((WordId(1) << wordBits) - 1);
        if (m_places[at] >> wordBits == mark && m_keys[word] == key && (whole || m_words[word] == folded))
            return word;
    }
    return 0;
}

WordId Vocabulary::find(QStringView folded) const
{
    return find(folded, keyOf(folded));
}

WordId Vocabulary::find(QLatin1String folded) const
{
    return find(folded, keyOf(folded));
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
        m_begin.add(word);
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
