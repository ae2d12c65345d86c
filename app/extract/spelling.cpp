// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/entities.h"

#include "domain/names.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

/** Letter groups that languages of transliteration write differently, longest first; applied from left to right. */
const QList<QPair<QString, QString>> &letterGroups()
{
    static const QList<QPair<QString, QString>> groups{
        {u"dzh"_s, u"j"_s}, {u"tch"_s, u"c"_s}, {u"sch"_s, u"s"_s}, {u"kh"_s, u"k"_s}, {u"gh"_s, u"k"_s},
        {u"sh"_s, u"s"_s},  {u"ch"_s, u"c"_s},  {u"zh"_s, u"z"_s},  {u"dh"_s, u"d"_s}, {u"dj"_s, u"j"_s},
        {u"ck"_s, u"k"_s},  {u"ph"_s, u"f"_s},  {u"ou"_s, u"u"_s},  {u"oo"_s, u"u"_s}, {u"oe"_s, u"o"_s},
        {u"ue"_s, u"u"_s},  {u"ee"_s, u"i"_s},  {u"ij"_s, u"i"_s},  {u"iy"_s, u"i"_s}, {u"q"_s, u"k"_s},
        {u"w"_s, u"v"_s},   {u"x"_s, u"ks"_s},  {u"y"_s, u"i"_s},
    };
    return groups;
}

bool isVowel(QChar c)
{
    return QStringView(u"aeiou").contains(c);
}

bool withinOneEdit(const QString &a, const QString &b)
{
    if (std::abs(a.size() - b.size()) > 1)
        return false;
    qsizetype i = 0;
    const qsizetype common = std::min(a.size(), b.size());
    while (i < common && a[i] == b[i])
        ++i;
    qsizetype k = 0;
    while (k < common - i && a[a.size() - 1 - k] == b[b.size() - 1 - k])
        ++k;
    return std::max(a.size(), b.size()) - i - k <= 1;
}

bool isParticle(const QString &word)
{
    static const QSet<QString> particles{u"al"_s,  u"el"_s,  u"bin"_s, u"ibn"_s, u"bint"_s, u"van"_s, u"von"_s,
                                         u"der"_s, u"den"_s, u"de"_s,  u"da"_s,  u"do"_s,   u"dos"_s, u"di"_s,
                                         u"ul"_s,  u"la"_s,  u"jr"_s,  u"sr"_s,  u"y"_s,    u"e"_s};
    return particles.contains(word);
}

QStringList properWords(const QString &name)
{
    QStringList words;
    for (const QString &word : nameWords(name)) {
        if (!isParticle(word))
            words.append(word);
    }
    return words;
}

} // namespace

QString spellingKey(const QString &word)
{
    const QString text = folded(word);
    QString key;
    for (qsizetype i = 0; i < text.size();) {
        QString replaced(text[i]);
        qsizetype length = 1;
        for (const auto &[from, to] : letterGroups()) {
            if (QStringView(text).mid(i).startsWith(from)) {
                replaced = to;
                length = from.size();
                break;
            }
        }
        if (key.isEmpty() || !key.endsWith(replaced))
            key += replaced;
        i += length;
    }
    if (key.size() > 2 && key.startsWith(u"ie"_s))
        key.remove(0, 1);
    if (key.size() > 2 && key.endsWith(u'h') && isVowel(key[key.size() - 2]))
        key.chop(1);
    return key;
}

SpelledName::SpelledName(const QString &name)
    : m_words(properWords(name)), m_joined(spellingKey(m_words.join(QString())))
{
    for (const QString &word : m_words)
        m_keys.append(spellingKey(word));
}

bool SpelledName::wordsAgree(qsizetype own, const SpelledName &other, qsizetype theirs) const
{
    const QString &a = m_words[own];
    const QString &b = other.m_words[theirs];
    if (a.size() == 1 || b.size() == 1)
        return a[0] == b[0];
    const QString &keyA = m_keys[own];
    const QString &keyB = other.m_keys[theirs];
    return keyA == keyB || (keyA.size() >= 6 && keyB.size() >= 6 && withinOneEdit(keyA, keyB));
}

/** Whether every word agrees with a word of its own in `other`, and one of them is more than an initial. */
bool SpelledName::isContainedIn(const SpelledName &other) const
{
    if (m_words.isEmpty() || m_words.size() > other.m_words.size())
        return false;
    QList<bool> taken(other.m_words.size(), false);
    bool real = false;
    for (qsizetype i = 0; i < m_words.size(); ++i) {
        qsizetype found = 0;
        while (found < other.m_words.size() && (taken[found] || !wordsAgree(i, other, found)))
            ++found;
        if (found == other.m_words.size())
            return false;
        taken[found] = true;
        real = real || (m_words[i].size() > 1 && other.m_words[found].size() > 1);
    }
    return real;
}

bool SpelledName::agrees(const SpelledName &other) const
{
    if (m_words.isEmpty() || other.m_words.isEmpty())
        return false;
    if (isContainedIn(other) || other.isContainedIn(*this))
        return true;
    // Written together or apart: "Kazemi Rad", "Kazemirad"; "Guo-liang", "Guoliang".
    return m_joined == other.m_joined || (m_words.size() > 1 && other.m_words.size() > 1 && m_joined.size() >= 8 &&
                                          other.m_joined.size() >= 8 && withinOneEdit(m_joined, other.m_joined));
}

bool namesAgree(const QString &a, const QString &b)
{
    return SpelledName(a).agrees(SpelledName(b));
}

} // namespace dragoman
