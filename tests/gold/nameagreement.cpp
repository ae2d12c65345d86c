// SPDX-License-Identifier: GPL-3.0-or-later
#include "gold/nameagreement.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace Qt::StringLiterals;

namespace dragoman::test {

namespace {

constexpr qsizetype longWord = 6; // from this length on two words may differ in one letter

QSet<QString> wordSet(const QString &words)
{
    const QStringList list = words.split(u' ', Qt::SkipEmptyParts);
    return {list.begin(), list.end()};
}

QString unmarked(const QString &text)
{
    static const QHash<QChar, QString> letters{
        {u'ı', u"i"_s},  {u'İ', u"I"_s},  {u'ł', u"l"_s}, {u'Ł', u"L"_s}, {u'đ', u"d"_s},  {u'Đ', u"D"_s},
        {u'ð', u"d"_s},  {u'Ð', u"D"_s},  {u'ø', u"o"_s}, {u'Ø', u"O"_s}, {u'ß', u"ss"_s}, {u'æ', u"ae"_s},
        {u'þ', u"th"_s}, {u'œ', u"oe"_s}, {u'ə', u"a"_s}, {u'Ə', u"A"_s}, {u'ŋ', u"n"_s},  {u'ħ', u"h"_s}};
    QString spelled;
    for (const QChar c : text)
        spelled += letters.value(c, c);
    QString bare;
    for (const QChar c : spelled.normalized(QString::NormalizationForm_KD)) {
        if (!c.isMark())
            bare += c;
    }
    return bare;
}

/** A word in lower case as a rough common transliteration of it. */
QString fold(const QString &word)
{
    struct Fold
    {
        QRegularExpression from;
        QString to;
    };
    static const auto fold = [](const QString &from, const QString &to) { return Fold{QRegularExpression(from), to}; };
    static const std::vector<Fold> folds{
        fold(u"tsch|tch|ch"_s, u"c"_s),
        fold(u"sch|sh"_s, u"s"_s),
        fold(u"dzh|dj"_s, u"j"_s),
        fold(u"zh|dh"_s, u"z"_s),
        fold(u"kh|gh|ck|q"_s, u"k"_s),
        fold(u"c"_s, u"k"_s),
        fold(u"x"_s, u"ks"_s),
        fold(u"ph"_s, u"f"_s),
        fold(u"w"_s, u"v"_s),
        fold(u"ou|oo|ue"_s, u"u"_s),
        fold(u"oe"_s, u"o"_s),
        fold(u"ee"_s, u"i"_s),
        fold(u"y"_s, u"i"_s),
        fold(u"ij"_s, u"i"_s),
        fold(u"(.)\\1+"_s, u"\\1"_s),
        fold(u"^ie"_s, u"e"_s),
        fold(u"(?<=[aeiou])h$"_s, QString()),
    };
    static const QRegularExpression noLetter(u"[^a-z]"_s);
    QString result = unmarked(word).toLower().remove(noLetter);
    for (const Fold &step : folds)
        result.replace(step.from, step.to);
    return result;
}

QStringList withoutTitles(QStringList words)
{
    static const QSet<QString> titles = wordSet(
        u"mr mrs ms miss dr prof professor sir lady lord dame baroness his her excellency highness majesty royal hh "
        "hrh hm president vice deputy prime minister premier chancellor king queen prince princess crown emir amir "
        "sheikh shaikh sheikha sayyid seyed seyyed sayed syed ayatollah hojatoleslam hojjatoleslam imam mullah mawlawi "
        "maulana general gen major maj brigadier brig lieutenant lt colonel col admiral adm captain capt marshal datuk "
        "dato seri tun cardinal archbishop bishop pope patriarch ambassador senator secretary foreign defense defence "
        "special envoy comrade hon honourable honorable former acting"_s);
    static const QRegularExpression edges(u"^[.,()]+|[.,()]+$"_s);
    while (words.size() > 1) {
        const QString bare = QString(words.first()).remove(edges).remove(u'.');
        if (bare == u"HE"_s || titles.contains(bare.toLower()))
            words.removeFirst();
        else if (bare == u"Tan"_s && words.at(1) == u"Sri"_s && words.size() > 2)
            words.remove(0, 2);
        else
            break;
    }
    return words;
}

QStringList foldedWords(const QString &name)
{
    static const QSet<QString> particles = wordSet(u"al el bin ibn bint de da do dos di du van von der den la le"_s);
    static const QRegularExpression article(u"^(?:[Aa]l|[Ee]l|[Uu]l|[Aa]n|[Aa]s|[Aa]r)[-’'](?=\\w)"_s);
    QStringList words = withoutTitles(
        QString(name).replace(u'\u2010', u'-').replace(u'\u2011', u'-').simplified().split(u' ', Qt::SkipEmptyParts));
    QStringList kept;
    for (QString &word : words) {
        word.remove(article);
        if (!particles.contains(unmarked(word).toLower()))
            kept.append(word);
    }
    QStringList result;
    for (const QString &word : kept.isEmpty() ? words : kept) {
        const QString bare = fold(word);
        if (!bare.isEmpty())
            result.append(bare);
    }
    return result;
}

int editDistance(const QString &a, const QString &b)
{
    std::vector<int> row(static_cast<size_t>(b.size()) + 1);
    for (size_t j = 0; j < row.size(); ++j)
        row[j] = static_cast<int>(j);
    for (qsizetype i = 0; i < a.size(); ++i) {
        int diagonal = row[0];
        row[0] = static_cast<int>(i) + 1;
        for (qsizetype j = 0; j < b.size(); ++j) {
            int &cell = row[static_cast<size_t>(j) + 1];
            const int changed = diagonal + (a[i] != b[j] ? 1 : 0);
            diagonal = cell;
            cell = std::min({cell + 1, row[static_cast<size_t>(j)] + 1, changed});
        }
    }
    return row.back();
}

bool isClose(const QString &a, const QString &b)
{
    return a == b || (std::min(a.size(), b.size()) >= longWord && editDistance(a, b) <= 1);
}

/** Given names that may be one: equal initials, or a quarter of the letters changed at most. */
bool isAlike(const QString &a, const QString &b)
{
    if (std::min(a.size(), b.size()) == 1)
        return a[0] == b[0];
    return editDistance(a, b) * 4 <= std::max(a.size(), b.size());
}

/** Every word of `few` has a word of its own in `many`. */
bool isContained(QStringList few, QStringList many)
{
    const bool initials = few.size() > 1;
    std::stable_sort(few.begin(), few.end(), [](const QString &a, const QString &b) { return a.size() > b.size(); });
    return std::all_of(few.begin(), few.end(), [&](const QString &word) {
        const auto at = std::find_if(many.begin(), many.end(), [&](const QString &other) {
            return isClose(word, other) ||
                   (initials && std::min(word.size(), other.size()) == 1 && word[0] == other[0]);
        });
        if (at == many.end())
            return false;
        many.erase(at);
        return true;
    });
}

/** `few` written together is a run of `many` written together: Kazemirad, Kazemi Rad. */
bool isRunOf(const QStringList &few, const QStringList &many)
{
    const QString together = few.join(QString());
    for (qsizetype from = 0; from < many.size(); ++from) {
        for (qsizetype count = 1; from + count <= many.size(); ++count) {
            if (isClose(together, many.mid(from, count).join(QString())))
                return true;
        }
    }
    return false;
}

/** One surname, first or last, and given names of which none contradicts. */
bool isSameSurname(const QStringList &a, const QStringList &b)
{
    for (const auto &[lastOfA, lastOfB] : {std::pair{true, true}, {false, false}, {true, false}, {false, true}}) {
        if (!isClose(lastOfA ? a.last() : a.first(), lastOfB ? b.last() : b.first()))
            continue;
        QStringList fewer = lastOfA ? a.first(a.size() - 1) : a.last(a.size() - 1);
        QStringList more = lastOfB ? b.first(b.size() - 1) : b.last(b.size() - 1);
        if (fewer.size() > more.size())
            fewer.swap(more);
        const bool agree = std::all_of(fewer.begin(), fewer.end(), [&more](const QString &word) {
            return std::any_of(more.begin(), more.end(),
                               [&word](const QString &other) { return isAlike(word, other); });
        });
        if (agree)
            return true;
    }
    return false;
}

const QHash<QString, QString> &synonyms()
{
    static const QHash<QString, QString> names = [] {
        const QString groups =
            u"newyork newyorkcity|washington washingtondc|beijing peking|kyiv kiev|turkey turkiye|"
            "southkorea republicofkorea rok|northkorea dprk democraticpeoplesrepublicofkorea|iran "
            "islamicrepublicofiran|"
            "unitedstates usa us unitedstatesofamerica|unitedkingdom uk britain greatbritain|russia russianfederation|"
            "unitedarabemirates uae|mecca makkah|jeddah jiddah|eu europeanunion|un unitednations|au africanunion|"
            "iaea internationalatomicenergyagency|asean associationofsoutheastasiannations|"
            "oic organisationofislamiccooperation organizationofislamiccooperation|"
            "nato northatlantictreatyorganization northatlantictreatyorganisation"_s;
        QHash<QString, QString> of;
        for (const QString &group : groups.split(u'|')) {
            for (const QString &name : group.split(u' '))
                of.insert(name, group.section(u' ', 0, 0));
        }
        return of;
    }();
    return names;
}

/** A place or body name as one word without marks. */
QString together(const QString &text)
{
    static const QRegularExpression noWord(u"[^a-z0-9]+"_s);
    QStringList words = unmarked(text).toLower().remove(u'\'').remove(u'’').split(noWord, Qt::SkipEmptyParts);
    words.removeAll(u"the"_s);
    return words.join(QString());
}

QString plain(const QString &text)
{
    const QString word = together(text);
    return synonyms().value(word, word);
}

QSet<QString> bodyWords(const QString &name)
{
    static const QRegularExpression noLetter(u"[^a-z]+"_s);
    static const QSet<QString> light = wordSet(u"the of for and"_s);
    const QString whole = together(name);
    if (synonyms().contains(whole))
        return {synonyms().value(whole)};
    QSet<QString> result;
    for (const QString &word : unmarked(name).toLower().split(noLetter, Qt::SkipEmptyParts))
        result.insert(synonyms().value(word, word));
    return result - light;
}

} // namespace

double nameQuality(const QString &one, const QString &other)
{
    QStringList a = foldedWords(one);
    QStringList b = foldedWords(other);
    if (a.isEmpty() || b.isEmpty())
        return 0;
    if (a.size() > b.size())
        a.swap(b);
    QStringList sortedA = a;
    QStringList sortedB = b;
    sortedA.sort();
    sortedB.sort();
    if (a.join(QString()) == b.join(QString()) || sortedA == sortedB)
        return 1;
    if (isContained(a, b) || isRunOf(a, b) || (a.size() == b.size() && isRunOf(b, a)))
        return 0.9;
    return a.size() > 1 && isSameSurname(a, b) ? 0.8 : 0;
}

double personQuality(const QString &goldName, QStringList forms)
{
    if (foldedWords(goldName).size() > 1) {
        QStringList full;
        std::copy_if(forms.begin(), forms.end(), std::back_inserter(full),
                     [](const QString &form) { return foldedWords(form).size() > 1; });
        if (!full.isEmpty())
            forms = full;
    }
    double best = 0;
    for (const QString &form : forms)
        best = std::max(best, nameQuality(goldName, form));
    return best;
}

bool samePlace(const QString &gold, const QString &found)
{
    return gold.isEmpty() || found.isEmpty() ? gold.isEmpty() && found.isEmpty() : plain(gold) == plain(found);
}

bool sameBodyName(const QString &gold, const QString &found)
{
    const QSet<QString> a = bodyWords(gold);
    const QSet<QString> b = bodyWords(found);
    return !a.isEmpty() && !b.isEmpty() && (a.contains(b) || b.contains(a));
}

bool isRole(const QString &bodyName)
{
    static const QSet<QString> roles = wordSet(
        u"minister ministers president premier chancellor king queen emir amir sultan prince secretary ambassador "
        "envoy counterpart director chief commander leader official officials diplomat diplomats speaker adviser "
        "advisor chargé charge representative"_s);
    static const QRegularExpression noWord(u"\\W+"_s, QRegularExpression::UseUnicodePropertiesOption);
    return roles.intersects(wordSet(bodyName.toLower().split(noWord, Qt::SkipEmptyParts).join(u' ')));
}

} // namespace dragoman::test
