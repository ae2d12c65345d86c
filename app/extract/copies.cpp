// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/copies.h"

#include "extract/chains.h"

#include <QtEndian>

#include <algorithm>
#include <optional>
#include <vector>

namespace dragoman {

namespace {

constexpr std::size_t runWords = 5;
constexpr std::size_t sketchSize = 128;
constexpr std::size_t leastRuns = 12; ///< a shorter text says too little to be known again by a part
constexpr int crowded = 32;           ///< texts that are looked at for one hash, the newest first
constexpr std::size_t leastMarks = 9; ///< of the hashes kept, that two copies have in common
constexpr std::size_t indexed = 6;    ///< of the hashes kept, by which its like are looked for
constexpr double copyOverlap = 0.9;

quint64 mixed(quint64 hash)
{
    hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccdULL;
    hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53ULL;
    return hash ^ (hash >> 33);
}

std::vector<quint64> wordHashes(QStringView text)
{
    constexpr quint64 seed = 0xcbf29ce484222325ULL;
    std::vector<quint64> words;
    quint64 hash = seed;
    for (const QChar c : text) {
        if (c.isLetterOrNumber())
            hash = (hash ^ c.toLower().unicode()) * 0x100000001b3ULL;
        else if (hash != seed)
            words.push_back(std::exchange(hash, seed));
    }
    if (hash != seed)
        words.push_back(hash);
    return words;
}

using Sketch = std::vector<quint32>;

Sketch unpacked(const QByteArray &bytes)
{
    Sketch sketch(static_cast<std::size_t>(bytes.size()) / sizeof(quint32));
    for (std::size_t i = 0; i < sketch.size(); ++i)
        sketch[i] = qFromLittleEndian<quint32>(bytes.constData() + i * sizeof(quint32));
    return sketch;
}

/** Of the least hashes of both together, the share that both have. */
double overlap(const Sketch &a, const Sketch &b)
{
    std::size_t i = 0;
    std::size_t k = 0;
    std::size_t common = 0;
    std::size_t all = 0;
    for (; all < sketchSize && (i < a.size() || k < b.size()); ++all) {
        if (k == b.size() || (i < a.size() && a[i] < b[k])) {
            ++i;
        } else if (i == a.size() || b[k] < a[i]) {
            ++k;
        } else {
            ++common;
            ++i;
            ++k;
        }
    }
    return all == 0 ? 0 : static_cast<double>(common) / static_cast<double>(all);
}

bool isCopy(const Sketch &a, const Sketch &b)
{
    if (std::min(a.size(), b.size()) < leastRuns)
        return a == b;
    return overlap(a, b) >= copyOverlap;
}

} // namespace

QByteArray sketchOf(QStringView text)
{
    const std::vector<quint64> words = wordHashes(text);
    Sketch hashes;
    for (std::size_t i = 0; i + runWords <= words.size(); ++i) {
        quint64 run = 0;
        for (std::size_t k = i; k < i + runWords; ++k)
            run = run * 0x9e3779b97f4a7c15ULL + words[k];
        hashes.push_back(static_cast<quint32>(mixed(run) >> 32));
    }
    std::sort(hashes.begin(), hashes.end());
    hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
    hashes.resize(std::min(hashes.size(), sketchSize));
    QByteArray bytes(static_cast<qsizetype>(hashes.size() * sizeof(quint32)), Qt::Uninitialized);
    for (std::size_t i = 0; i < hashes.size(); ++i)
        qToLittleEndian(hashes[i], bytes.data() + i * sizeof(quint32));
    return bytes;
}

double overlapOf(const QByteArray &a, const QByteArray &b)
{
    return overlap(unpacked(a), unpacked(b));
}

void CopyFinder::add(const QByteArray &sketch)
{
    const Sketch hashes = unpacked(sketch);
    Marks marks;
    marks.count = std::min(kept, hashes.size());
    std::copy_n(hashes.begin(), marks.count, marks.hashes.begin());
    m_texts.push_back(marks);
}

/** Of two texts that have nine runs in ten in common, the least sixteen have fewer than nine in common once in ten
 * thousand. */
bool CopyFinder::mayBeCopies(const Marks &a, const Marks &b)
{
    const auto [fewer, more] = std::minmax(a.count, b.count);
    if (fewer < leastRuns && fewer != more)
        return false;
    Marks common;
    const auto end = [](const Marks &marks) { return marks.hashes.begin() + static_cast<std::ptrdiff_t>(marks.count); };
    const auto last = std::set_intersection(a.hashes.begin(), end(a), b.hashes.begin(), end(b), common.hashes.begin());
    const auto shared = static_cast<std::size_t>(last - common.hashes.begin());
    return fewer < leastRuns ? shared == fewer : shared * kept >= fewer * leastMarks;
}

std::vector<int> CopyFinder::originals(const SketchOf &sketchOf) const
{
    std::vector<int> result(m_texts.size(), -1);
    Chains byHash;
    const auto first = [&result](int text) {
        const int original = result[static_cast<std::size_t>(text)];
        return original < 0 ? text : original;
    };
    for (int i = 0; i < static_cast<int>(m_texts.size()); ++i) {
        const Marks &marks = m_texts[static_cast<std::size_t>(i)];
        int found = i;
        std::optional<Sketch> sketch;
        for (std::size_t k = 0; k < std::min(indexed, marks.count); ++k) {
            int looked = 0;
            byHash.visit(marks.hashes[k], [&](int other) {
                // A thousand copies of one text all lead to the same first one.
                const bool known = found != i && first(other) == first(found);
                if (!known && other < found && mayBeCopies(m_texts[static_cast<std::size_t>(other)], marks)) {
                    if (!sketch)
                        sketch = unpacked(sketchOf(i));
                    if (isCopy(unpacked(sketchOf(other)), *sketch))
                        found = other;
                }
                return ++looked < crowded;
            });
            byHash.add(marks.hashes[k], i);
        }
        if (found != i)
            result[static_cast<std::size_t>(i)] = first(found);
    }
    return result;
}

} // namespace dragoman
