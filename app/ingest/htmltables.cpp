// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/htmltables.h"

#include "ingest/tablefile.h"

#include <optional>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

template <typename Value>
std::optional<Value> byWord(const QHash<QString, Value> &words, const QString &word)
{
    const auto found = words.constFind(word);
    return found == words.cend() ? std::nullopt : std::optional<Value>(*found);
}

std::optional<ToldFact::Kind> factKind(const QString &word)
{
    using Kind = ToldFact::Kind;
    static const QHash<QString, Kind> words{{u"title"_s, Kind::Title},   {u"source"_s, Kind::Source},
                                            {u"author"_s, Kind::Author}, {u"published"_s, Kind::Published},
                                            {u"url"_s, Kind::Url},       {u"language"_s, Kind::Language}};
    return byWord(words, word);
}

std::optional<FactPlace::Where> factWhere(const QString &word)
{
    using Where = FactPlace::Where;
    static const QHash<QString, Where> words{{u"jsonld"_s, Where::JsonLd},
                                             {u"meta"_s, Where::Meta},
                                             {u"itemprop"_s, Where::ItemProp},
                                             {u"element"_s, Where::Element}};
    return byWord(words, word);
}

std::optional<HtmlTables::Mark> markOf(const QString &word)
{
    using Mark = HtmlTables::Mark;
    static const QHash<QString, Mark> words{
        {u"tag"_s, Mark::Tag}, {u"role"_s, Mark::Role}, {u"word"_s, Mark::Word}, {u"itemprop"_s, Mark::ItemProp}};
    return byWord(words, word);
}

} // namespace

const HtmlTables &HtmlTables::builtIn()
{
    static const HtmlTables tables = [] {
        const Result<HtmlTables> loaded = load(u":/dragoman/formats/page.tsv"_s);
        if (!loaded.ok())
            qFatal("%s", qUtf8Printable(loaded.error().message()));
        return loaded.value();
    }();
    return tables;
}

Result<HtmlTables> HtmlTables::load(const QString &file)
{
    const Result<TableFile> table = TableFile::read(file, 3);
    if (!table.ok())
        return table.error();
    HtmlTables tables;
    for (const TableRow &row : table.value().rows()) {
        const QString &kind = row.cells[0];
        const QString &name = row.cells[2];
        const auto fact = factKind(kind);
        const auto where = factWhere(row.cells[1]);
        const auto mark = markOf(row.cells[1]);
        if (fact && where)
            tables.m_facts.append({*fact, *where, name});
        else if (kind == u"skip" && mark)
            tables.m_skipped[*mark].insert(name);
        else if (kind == u"body" && mark)
            tables.m_bodies.append({*mark, name});
        else
            return table.value().error(row, u"“%1” and “%2” do not go together."_s.arg(kind, row.cells[1]));
    }
    return tables;
}

} // namespace dragoman
