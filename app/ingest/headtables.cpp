// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/headtables.h"

#include "ingest/tablefile.h"

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

QStringList forms(const QString &cell)
{
    return cell.split(u'|', Qt::SkipEmptyParts);
}

template <typename Value>
std::optional<Value> lookUp(std::initializer_list<std::pair<QLatin1StringView, Value>> table, const QString &word)
{
    for (const auto &[name, value] : table) {
        if (word == name)
            return value;
    }
    return std::nullopt;
}

std::optional<LineRule::Place> placeFromWord(const QString &word)
{
    using Place = LineRule::Place;
    return lookUp<Place>(
        {{"head"_L1, Place::Head}, {"tail"_L1, Place::Tail}, {"end"_L1, Place::End}, {"body"_L1, Place::Body}}, word);
}

std::optional<LineRule::Meaning> meaningFromWord(const QString &word)
{
    using Meaning = LineRule::Meaning;
    return lookUp<Meaning>({{"label"_L1, Meaning::Label},
                            {"title"_L1, Meaning::Title},
                            {"byline"_L1, Meaning::Byline},
                            {"source"_L1, Meaning::Source},
                            {"furniture"_L1, Meaning::Furniture},
                            {"signature"_L1, Meaning::Signature},
                            {"licence"_L1, Meaning::Licence},
                            {"date"_L1, Meaning::Date}},
                           word);
}

bool hasGroup(const QRegularExpression &pattern, const QString &group)
{
    return pattern.namedCaptureGroups().contains(group);
}

/** What keeps a line rule from being used, as the end of a sentence; empty if nothing does. */
QString fault(const LineRule &rule)
{
    using Meaning = LineRule::Meaning;
    if (!rule.pattern.isValid())
        return u"the expression is wrong: "_s + rule.pattern.errorString();
    if (!rule.pattern.match(rule.example).hasMatch())
        return u"the expression does not match its example"_s;
    if (rule.place == LineRule::Place::End && !hasGroup(rule.pattern, u"cut"_s))
        return u"an expression for the end of a line needs the group 'cut'"_s;
    const bool needsText = rule.meaning == Meaning::Title || rule.meaning == Meaning::Source;
    if (needsText && !hasGroup(rule.pattern, u"text"_s))
        return u"this meaning needs the group 'text'"_s;
    if (rule.meaning == Meaning::Signature && !hasGroup(rule.pattern, u"agency"_s))
        return u"a signature needs the group 'agency'"_s;
    if (rule.meaning == Meaning::Date && !hasGroup(rule.pattern, u"year"_s))
        return u"a date needs the groups year, month and day"_s;
    return {};
}

} // namespace

const HeadTables &HeadTables::builtIn()
{
    static const std::shared_ptr<const HeadTables> tables = [] {
        auto loaded = load(u":/dragoman/lexicon/head"_s);
        if (!loaded.ok())
            qFatal("%s", qPrintable(loaded.error().message()));
        return std::move(loaded).value();
    }();
    return *tables;
}

Result<std::shared_ptr<const HeadTables>> HeadTables::load(const QString &folder)
{
    auto tables = std::make_shared<HeadTables>();
    using Loader = Result<void> (HeadTables::*)(const QString &);
    const Loader loaders[] = {&HeadTables::loadMonths, &HeadTables::loadWeekdays, &HeadTables::loadZones,
                              &HeadTables::loadWords,  &HeadTables::loadCities,   &HeadTables::loadAgencies,
                              &HeadTables::loadLines};
    for (const Loader loader : loaders) {
        const Result<void> result = (tables.get()->*loader)(folder);
        if (!result.ok())
            return result.error();
    }
    return std::shared_ptr<const HeadTables>(std::move(tables));
}

Result<void> HeadTables::loadMonths(const QString &folder)
{
    const auto table = TableFile::read(folder + u"/months.tsv"_s, 3);
    if (!table.ok())
        return table.error();
    static const QStringList calendars{u"gregorian"_s, u"hijri"_s, u"persian"_s};
    for (const TableRow &row : table.value().rows()) {
        if (!calendars.contains(row.cells[0]))
            return table.value().error(row,
                                       u"'%1' is no calendar; known are %2"_s.arg(row.cells[0], calendars.join(u", ")));
        const int number = row.cells[1].toInt();
        if (number < 1 || number > 12)
            return table.value().error(row, u"'%1' is no number of a month"_s.arg(row.cells[1]));
        for (const QString &form : forms(row.cells[2])) {
            if (m_months.contains(form.toCaseFolded()))
                return table.value().error(row, u"'%1' stands here twice"_s.arg(form));
            m_months.insert(form.toCaseFolded(), {number, row.cells[0] == calendars.first()});
        }
    }
    return {};
}

Result<void> HeadTables::loadWeekdays(const QString &folder)
{
    const auto table = TableFile::read(folder + u"/weekdays.tsv"_s, 2);
    if (!table.ok())
        return table.error();
    for (const TableRow &row : table.value().rows()) {
        const int number = row.cells[0].toInt();
        if (number < 1 || number > 7)
            return table.value().error(row, u"'%1' is no number of a weekday"_s.arg(row.cells[0]));
        for (const QString &form : forms(row.cells[1]))
            m_weekdays.insert(form.toCaseFolded(), number);
    }
    return {};
}

Result<void> HeadTables::loadZones(const QString &folder)
{
    const auto table = TableFile::read(folder + u"/zones.tsv"_s, 1);
    if (!table.ok())
        return table.error();
    for (const TableRow &row : table.value().rows())
        m_zones.append(row.cells[0]);
    return {};
}

Result<void> HeadTables::loadWords(const QString &folder)
{
    static const QStringList kinds{u"published"_s, u"updated"_s, u"filler"_s, u"particle"_s,
                                   u"outlet"_s,    u"site"_s,    u"label"_s,  u"zone"_s};
    const auto table = TableFile::read(folder + u"/words.tsv"_s, 2);
    if (!table.ok())
        return table.error();
    for (const TableRow &row : table.value().rows()) {
        if (!kinds.contains(row.cells[0]))
            return table.value().error(row,
                                       u"'%1' is no kind of word; known are %2"_s.arg(row.cells[0], kinds.join(u", ")));
        for (const QString &word : forms(row.cells[1]))
            m_words[row.cells[0]].insert(word.toCaseFolded());
    }
    return {};
}

Result<void> HeadTables::loadCities(const QString &folder)
{
    const auto table = TableFile::read(folder + u"/cities.tsv"_s, 2);
    if (!table.ok())
        return table.error();
    for (const TableRow &row : table.value().rows()) {
        for (const QString &city : forms(row.cells[1]))
            m_cities[city.toCaseFolded()].append(row.cells[0]);
    }
    return {};
}

Result<void> HeadTables::loadAgencies(const QString &folder)
{
    const auto table = TableFile::read(folder + u"/agencies.tsv"_s, 3);
    if (!table.ok())
        return table.error();
    QSet<QString> names;
    for (const TableRow &row : table.value().rows()) {
        if (names.contains(row.cells[0]))
            return table.value().error(row, u"'%1' stands here twice"_s.arg(row.cells[0]));
        names.insert(row.cells[0]);
        const Agency agency{row.cells[0], row.cells[1], QStringList{row.cells[0]} + forms(row.cells[2])};
        for (const QString &form : agency.forms)
            m_agencyForms[form.toCaseFolded()].append(m_agencies.size());
        m_agencies.append(agency);
    }
    return {};
}

Result<void> HeadTables::loadLines(const QString &folder)
{
    const auto table = TableFile::read(folder + u"/lines.tsv"_s, 4);
    if (!table.ok())
        return table.error();
    for (const TableRow &row : table.value().rows()) {
        const auto place = placeFromWord(row.cells[0]);
        const auto meaning = meaningFromWord(row.cells[1]);
        if (!place || !meaning)
            return table.value().error(row,
                                       u"'%1 %2' is no place and meaning of a line"_s.arg(row.cells[0], row.cells[1]));
        LineRule rule{*place, *meaning,
                      QRegularExpression(row.cells[2], QRegularExpression::UseUnicodePropertiesOption), row.cells[3]};
        if (const QString wrong = fault(rule); !wrong.isEmpty())
            return table.value().error(row, wrong);
        rule.pattern.optimize();
        m_lineRules.append(rule);
    }
    return {};
}

bool HeadTables::isWord(const QString &kind, const QString &word) const
{
    const auto words = m_words.constFind(kind);
    return words != m_words.cend() && words->contains(word.toCaseFolded());
}

QStringList HeadTables::words(const QString &kind) const
{
    QStringList result = m_words.value(kind).values();
    result.sort();
    return result;
}

QStringList HeadTables::cityCountries(const QString &city) const
{
    return m_cities.value(city.toCaseFolded());
}

const Agency *HeadTables::agency(const QString &form, const QStringList &countries) const
{
    const auto found = m_agencyForms.constFind(form.simplified().toCaseFolded());
    if (found == m_agencyForms.cend())
        return nullptr;
    for (const qsizetype index : *found) {
        if (countries.contains(m_agencies[index].country))
            return &m_agencies[index];
    }
    return &m_agencies[found->first()];
}

bool HeadTables::isExactForm(const Agency &agency, const QString &form) const
{
    const auto same = [&form](const QString &known) { return form == known || form == known.toUpper(); };
    return std::any_of(agency.forms.begin(), agency.forms.end(), same);
}

} // namespace dragoman
