// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/namespelling.h"

#include "extract/lexicontable.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

using Replacements = QList<NameSpelling::Replacement>;

bool isVowel(QChar c)
{
    return QStringView(u"aeiou").contains(c);
}

Error unknownUse(const LexiconRow &row)
{
    return Error(
        u"%1: “%2” is no use of this table. Its head says which there are."_s.arg(row.where, row.columns.at(0)));
}

void sortLongestFirst(Replacements &replacements)
{
    std::stable_sort(replacements.begin(), replacements.end(),
                     [](const auto &left, const auto &right) { return left.first.size() > right.first.size(); });
}

Result<void> addLetters(NameSpelling &names, const LexiconRow &row)
{
    const QHash<QString, Replacements *> lists{
        {u"any"_s, &names.anywhere}, {u"begin"_s, &names.begin}, {u"end"_s, &names.end}, {u"also"_s, &names.also}};
    const QString &use = row.columns.at(0);
    const QString &letters = row.columns.at(1);
    const QString &other = row.columns.at(2);
    if (Replacements *list = lists.value(use)) {
        list->append({letters, other});
    } else if (use == u"marked"_s && letters.size() == 1) {
        names.marked.insert(letters.front(), other);
    } else if ((use == u"near"_s || use == u"inside"_s) && letters.size() == 1 && other.size() == 1) {
        QSet<QPair<QChar, QChar>> &pairs = use == u"near"_s ? names.near : names.nearInside;
        pairs.insert({letters.front(), other.front()});
        pairs.insert({other.front(), letters.front()});
    } else if (use == u"mute"_s && letters.size() == 1) {
        names.mute.insert(letters.front());
    } else {
        return unknownUse(row);
    }
    return {};
}

Result<void> addSmallWords(NameSpelling &names, const LexiconRow &row)
{
    const QHash<QString, QSet<QString> *> sets{{u"particle"_s, &names.particles},
                                               {u"inner"_s, &names.inner},
                                               {u"chain"_s, &names.chains},
                                               {u"title"_s, &names.titles},
                                               {u"rank"_s, &names.ranks}};
    QSet<QString> *set = sets.value(row.columns.at(0));
    if (set == nullptr)
        return unknownUse(row);
    const QStringList words = row.columns.at(1).split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words)
        set->insert(word);
    return {};
}

Result<void> addVariants(NameSpelling &names, const LexiconRow &row)
{
    const int name = static_cast<int>(names.variants.size()) + 1;
    const QStringList forms = row.columns.at(0).split(u' ', Qt::SkipEmptyParts);
    for (const QString &form : forms)
        names.variants[form].append(name);
    return {};
}

Result<void> addChinese(NameSpelling &names, const LexiconRow &row)
{
    const bool wade = row.columns.at(0) == u"wade"_s;
    if (!wade && row.columns.at(0) != u"pinyin"_s)
        return unknownUse(row);
    (wade ? names.wade : names.pinyin).append({row.columns.at(1), row.columns.at(2)});
    return {};
}

/** Letters that lead to one another by any number of near pairs are one block; a vowel belongs to none. */
void gatherBlocks(NameSpelling &names)
{
    for (qsizetype turn = 0; turn < names.near.size(); ++turn) {
        for (const auto &[one, other] : std::as_const(names.near)) {
            if (isVowel(one) || isVowel(other))
                continue;
            const QChar first = std::min(names.blocks.value(one, one), names.blocks.value(other, other));
            names.blocks.insert(one, first);
            names.blocks.insert(other, first);
        }
    }
}

} // namespace

Result<NameSpelling> loadNameSpelling()
{
    struct Table
    {
        QString file;
        int columns;
        Result<void> (*add)(NameSpelling &, const LexiconRow &);
    };
    const QList<Table> tables{{u"spelling.tsv"_s, 3, addLetters},
                              {u"smallwords.tsv"_s, 2, addSmallWords},
                              {u"variants.tsv"_s, 1, addVariants},
                              {u"chinese.tsv"_s, 3, addChinese}};
    NameSpelling names;
    for (const Table &table : tables) {
        const Result<QList<LexiconRow>> rows = readTable(u":/dragoman/lexicon/names/"_s + table.file, table.columns);
        if (!rows.ok())
            return rows.error();
        for (const LexiconRow &row : rows.value()) {
            if (Result<void> added = table.add(names, row); !added.ok())
                return added.error();
        }
    }
    gatherBlocks(names);
    for (Replacements *list : {&names.anywhere, &names.begin, &names.end, &names.also, &names.wade, &names.pinyin})
        sortLongestFirst(*list);
    return names;
}

const NameSpelling &nameSpelling()
{
    static const NameSpelling names = [] {
        Result<NameSpelling> loaded = loadNameSpelling();
        if (!loaded.ok())
            qFatal("%s", qPrintable(loaded.error().message()));
        return std::move(loaded).value();
    }();
    return names;
}

QString respelled(const QString &text, const QList<NameSpelling::Replacement> &replacements)
{
    QString result;
    for (qsizetype i = 0; i < text.size();) {
        const QStringView rest = QStringView(text).mid(i);
        const auto found = std::find_if(replacements.begin(), replacements.end(),
                                        [rest](const auto &group) { return rest.startsWith(group.first); });
        result += found == replacements.end() ? QString(text[i]) : found->second;
        i += found == replacements.end() ? 1 : found->first.size();
    }
    return result;
}

} // namespace dragoman
