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
        {u"begin"_s, &names.begin}, {u"end"_s, &names.end}, {u"also"_s, &names.also}};
    const QString &use = row.columns.at(0);
    const QString &letters = row.columns.at(1);
    const QString &other = row.columns.at(2);
    if (use == u"any"_s) {
        names.anywhere.add({letters, other});
    } else if (Replacements *list = lists.value(use)) {
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
    (wade ? names.wade : names.pinyin).add({row.columns.at(1), row.columns.at(2)});
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

void Respelling::add(const Group &group)
{
    std::vector<Group> &groups = m_groups[placeOf(group.first.front())];
    const auto shorter = [&group](const Group &other) { return other.first.size() < group.first.size(); };
    groups.insert(std::find_if(groups.begin(), groups.end(), shorter), group);
}

QString Respelling::of(QStringView text) const
{
    QString result;
    result.reserve(text.size());
    for (qsizetype i = 0; i < text.size();) {
        const QStringView rest = text.mid(i);
        const std::vector<Group> &groups = m_groups[placeOf(rest.front())];
        const auto found = std::find_if(groups.begin(), groups.end(),
                                        [rest](const Group &group) { return rest.startsWith(group.first); });
        if (found == groups.end())
            result.append(rest.front());
        else
            result.append(found->second);
        i += found == groups.end() ? 1 : found->first.size();
    }
    return result;
}

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
    for (Replacements *list : {&names.begin, &names.end, &names.also})
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

} // namespace dragoman
