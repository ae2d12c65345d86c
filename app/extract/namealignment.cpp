// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/namealignment.h"

#include "extract/namespelling.h"

#include <algorithm>
#include <array>

namespace dragoman {

namespace {

constexpr qsizetype shortKey = 5;  ///< letters of a key that may differ in one place if another word is equal
constexpr qsizetype longKey = 6;   ///< that may differ in one place
constexpr qsizetype longerKey = 8; ///< that may differ in two
constexpr qsizetype shortVariant = 3;
constexpr qsizetype together = 3;      ///< words that are looked at as written together
constexpr qsizetype togetherApart = 3; ///< letters by which that may be longer or shorter

enum class Likeness { None, Initial, Weak, Near, Equal };

/** The places in which two keys differ, if at each the letters can stand for one another; else more than `most`. */
int differences(QStringView a, QStringView b, int most)
{
    const NameSpelling &names = nameSpelling();
    if (a.isEmpty() || b.isEmpty())
        return a.isEmpty() && b.isEmpty() ? 0 : most + 1;
    if (a.front() == b.front())
        return differences(a.sliced(1), b.sliced(1), most);
    if (most == 0)
        return 1;
    int best = most + 1;
    const bool last = a.size() == 1 && b.size() == 1;
    const QPair<QChar, QChar> letters(a.front(), b.front());
    if (names.near.contains(letters) || (!last && names.nearInside.contains(letters)))
        best = std::min(best, 1 + differences(a.sliced(1), b.sliced(1), most - 1));
    if (names.mute.contains(a.front()) && a.size() > 1)
        best = std::min(best, 1 + differences(a.sliced(1), b, most - 1));
    if (names.mute.contains(b.front()) && b.size() > 1)
        best = std::min(best, 1 + differences(a, b.sliced(1), most - 1));
    return best;
}

Likeness keyLikeness(const QString &a, const QString &b)
{
    if (a == b)
        return Likeness::Equal;
    const qsizetype size = std::min(a.size(), b.size());
    if (size < shortKey || std::abs(a.size() - b.size()) > 2)
        return Likeness::None;
    const int allowed = size >= longerKey ? 2 : 1;
    // A letter too many at the beginning is another name; a short word keeps its first letter.
    if (a.front() != b.front() && (size < longKey || !nameSpelling().near.contains({a.front(), b.front()})))
        return Likeness::None;
    if (differences(a, b, allowed) > allowed)
        return Likeness::None;
    return size < longKey ? Likeness::Weak : Likeness::Near;
}

Likeness likeness(const SpelledWord &a, const SpelledWord &b)
{
    if (a.text.size() == 1 || b.text.size() == 1)
        return a.text.front() == b.text.front() ? Likeness::Initial : Likeness::None;
    Likeness best = Likeness::None;
    for (const QString &one : a.keys) {
        for (const QString &other : b.keys)
            best = std::max(best, keyLikeness(one, other));
    }
    if (best == Likeness::Equal)
        return best;
    const bool variant =
        std::any_of(a.variants.begin(), a.variants.end(), [&b](int name) { return b.variants.contains(name); });
    if (!variant)
        return best;
    return std::min(a.text.size(), b.text.size()) <= shortVariant ? Likeness::Weak : Likeness::Equal;
}

/** A word against `count` words from `from` on as if they were written together. */
Likeness likenessTogether(const SpelledWord &one, const QList<SpelledWord> &words, qsizetype from, qsizetype count)
{
    if (from + count > words.size())
        return Likeness::None;
    qsizetype size = 0;
    for (qsizetype i = from; i < from + count; ++i)
        size += words[i].text.size();
    if (std::abs(size - one.text.size()) > togetherApart)
        return Likeness::None;
    SpelledWord joined;
    for (qsizetype i = from; i < from + count; ++i)
        joined.text += words[i].text;
    joined.keys = {spellingKey(joined.text)};
    return likeness(one, joined);
}

/** Walks two lists of words, the first of which has to be used up. */
class Alignment
{
public:
    Alignment(const QList<SpelledWord> &few, const QList<SpelledWord> &many) : m_few(few), m_many(many) {}

    [[nodiscard]] bool exists() { return walk(0, 0, {}); }

private:
    struct Found
    {
        int equal = 0;
        int near = 0;
        int weak = 0;

        [[nodiscard]] bool isEnough() const { return equal > 0 || (near > 0 && weak == 0); }
        [[nodiscard]] Found with(Likeness likeness) const
        {
            Found more = *this;
            more.equal += likeness == Likeness::Equal ? 1 : 0;
            more.near += likeness == Likeness::Near ? 1 : 0;
            more.weak += likeness == Likeness::Weak ? 1 : 0;
            return more;
        }
    };

    bool walk(qsizetype i, qsizetype j, const Found &found)
    {
        if (i == m_few.size())
            return found.isEnough();
        if (j == m_many.size())
            return false;
        const Likeness here = likeness(m_few[i], m_many[j]);
        if (here != Likeness::None && walk(i + 1, j + 1, found.with(here)))
            return true;
        return walkTogether(i, j, found) || walk(i, j + 1, found);
    }

    bool walkTogether(qsizetype i, qsizetype j, const Found &found)
    {
        for (qsizetype count = 2; count <= together; ++count) {
            const Likeness inMany = likenessTogether(m_few[i], m_many, j, count);
            if (inMany >= Likeness::Near && walk(i + 1, j + count, found.with(inMany)))
                return true;
            const Likeness inFew = likenessTogether(m_many[j], m_few, i, count);
            if (inFew >= Likeness::Near && walk(i + count, j + 1, found.with(inFew)))
                return true;
        }
        return false;
    }

    const QList<SpelledWord> &m_few;
    const QList<SpelledWord> &m_many;
};

QList<SpelledWord> turned(QList<SpelledWord> words, bool firstLast)
{
    if (firstLast)
        words.append(words.takeFirst());
    else
        words.prepend(words.takeLast());
    return words;
}

} // namespace

bool wordsAgree(const SpelledWord &a, const SpelledWord &b)
{
    return likeness(a, b) != Likeness::None;
}

bool areAligned(const QList<SpelledWord> &a, const QList<SpelledWord> &b, bool mayTurn)
{
    const auto stands = [](const QList<SpelledWord> &few, const QList<SpelledWord> &many) {
        return Alignment(few, many).exists();
    };
    const auto either = [&](const QList<SpelledWord> &one) { return stands(one, b) || stands(b, one); };
    if (either(a))
        return true;
    return mayTurn && std::min(a.size(), b.size()) > 1 && (either(turned(a, true)) || either(turned(a, false)));
}

} // namespace dragoman
