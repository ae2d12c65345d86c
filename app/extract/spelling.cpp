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

bool wordsAgree(const QString &a, const QString &b)
{
    if (a == b)
        return true;
    if (a.size() == 1 || b.size() == 1)
        return a[0] == b[0];
    const QString keyA = spellingKey(a);
    const QString keyB = spellingKey(b);
    return keyA == keyB || (keyA.size() >= 6 && keyB.size() >= 6 && withinOneEdit(keyA, keyB));
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

/** Whether every word of `few` agrees with a word of its own in `many`, and one of them is more than an initial. */
bool isContained(const QStringList &few, QStringList many)
{
    bool real = false;
    for (const QString &word : few) {
        const auto at =
            std::find_if(many.begin(), many.end(), [&word](const QString &o) { return wordsAgree(word, o); });
        if (at == many.end())
            return false;
        real = real || (word.size() > 1 && at->size() > 1);
        many.erase(at);
    }
    return real && !few.isEmpty();
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

bool namesAgree(const QString &a, const QString &b)
{
    const QStringList wordsA = properWords(a);
    const QStringList wordsB = properWords(b);
    if (wordsA.isEmpty() || wordsB.isEmpty())
        return false;
    if (isContained(wordsA, wordsB) || isContained(wordsB, wordsA))
        return true;
    // Written together or apart: "Kazemi Rad", "Kazemirad"; "Guo-liang", "Guoliang".
    const QString joinedA = spellingKey(wordsA.join(QString()));
    const QString joinedB = spellingKey(wordsB.join(QString()));
    return joinedA == joinedB || (wordsA.size() > 1 && wordsB.size() > 1 && joinedA.size() >= 8 &&
                                  joinedB.size() >= 8 && withinOneEdit(joinedA, joinedB));
}

} // namespace dragoman
