// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/copies.h"

#include <QtEndian>

#include <algorithm>
#include <vector>

namespace dragoman {

namespace {

constexpr std::size_t runWords = 5;
constexpr std::size_t sketchSize = 128;
constexpr std::size_t leastRuns = 12; ///< a shorter text says too little to be known again by a part
constexpr std::size_t indexed = 6;    ///< hashes of a sketch by which its like are looked for
constexpr qsizetype crowded = 32;     ///< articles that are looked at for one hash, the newest first
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

QHash<ArticleId, ArticleId> findCopies(const QList<SketchedArticle> &articles)
{
    QHash<ArticleId, ArticleId> originals;
    QHash<quint32, QList<qsizetype>> byHash;
    std::vector<Sketch> sketches;
    for (qsizetype i = 0; i < articles.size(); ++i) {
        sketches.push_back(unpacked(articles[i].sketch));
        const Sketch &sketch = sketches.back();
        qsizetype found = i;
        for (std::size_t k = 0; k < std::min(indexed, sketch.size()); ++k) {
            QList<qsizetype> &like = byHash[sketch[k]];
            for (auto at = like.crbegin(); at != like.crend() && std::distance(like.crbegin(), at) < crowded; ++at) {
                if (*at < found && isCopy(sketches[static_cast<std::size_t>(*at)], sketch))
                    found = *at;
            }
            like.append(i);
        }
        if (found != i)
            originals.insert(articles[i].article, originals.value(articles[found].article, articles[found].article));
    }
    return originals;
}

} // namespace dragoman
