// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/names.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

/** Letters that Unicode decomposition leaves whole. */
const QHash<QChar, QString> &wholeLetters()
{
    static const QHash<QChar, QString> table{
        {u'ı', u"i"_s},  {u'ə', u"e"_s},  {u'ł', u"l"_s},  {u'ø', u"o"_s},  {u'đ', u"d"_s}, {u'ð', u"d"_s},
        {u'þ', u"th"_s}, {u'ß', u"ss"_s}, {u'æ', u"ae"_s}, {u'œ', u"oe"_s}, {u'ħ', u"h"_s}, {u'ŧ', u"t"_s},
    };
    return table;
}

bool isMark(QChar c)
{
    return c.category() == QChar::Mark_NonSpacing;
}

} // namespace

namespace {

bool isAscii(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
}

bool isLeftOut(QChar c)
{
    return c == u'\'' || c == u'’' || c == u'‘' || c == u'`' || c == u'.';
}

} // namespace

QString folded(const QString &text)
{
    if (isAscii(text))
        return text.toLower();
    QString result;
    result.reserve(text.size());
    const QString decomposed = text.normalized(QString::NormalizationForm_KD).toLower();
    for (const QChar c : decomposed) {
        if (isMark(c))
            continue;
        if (c.unicode() < 0x80) {
            result.append(c);
            continue;
        }
        const auto whole = wholeLetters().constFind(c);
        if (whole != wholeLetters().cend())
            result.append(*whole);
        else
            result.append(c);
    }
    return result;
}

QStringList nameWords(const QString &name)
{
    QStringList words;
    QString word;
    const QString text = folded(name);
    for (const QChar c : text) {
        if (c.isLetterOrNumber()) {
            word.append(c);
        } else if (isLeftOut(c)) {
            continue;
        } else if (!word.isEmpty()) {
            words.append(word);
            word.clear();
        }
    }
    if (!word.isEmpty())
        words.append(word);
    return words;
}

qsizetype nameWordCount(const QString &name)
{
    if (!isAscii(name))
        return nameWords(name).size();
    qsizetype count = 0;
    bool inside = false;
    for (const QChar c : name) {
        if (isLeftOut(c))
            continue;
        const bool belongs = c.isLetterOrNumber();
        count += belongs && !inside ? 1 : 0;
        inside = belongs;
    }
    return count;
}

bool nameMatches(const QString &name, const QString &term)
{
    const QStringList words = nameWords(name);
    const QStringList wanted = nameWords(term);
    for (const QString &want : wanted) {
        const auto begins = [&want](const QString &word) { return word.startsWith(want); };
        if (std::none_of(words.begin(), words.end(), begins))
            return false;
    }
    return !wanted.isEmpty();
}

} // namespace dragoman
