// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/headnames.h"

using namespace Qt::StringLiterals;

namespace dragoman {

bool isProperName(const QString &text, const HeadTables &tables, int most)
{
    const QStringList words = text.simplified().split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty() || words.size() > most)
        return false;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QChar first = words[i][0];
        const bool particle = i > 0 && (tables.isWord(u"particle"_s, words[i]) || words[i] == u"&"_s);
        if (!first.isUpper() && !particle)
            return false;
    }
    return true;
}

const Agency *agencyLeading(const QString &text, const HeadTables &tables)
{
    if (const Agency *agency = agencyIn(text, tables, {}))
        return agency;
    QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    for (; !words.isEmpty(); words.removeLast()) {
        const QString form = words.join(u' ');
        const Agency *agency = tables.agency(form);
        if (agency && tables.isExactForm(*agency, form))
            return agency;
    }
    return nullptr;
}

const Agency *agencyIn(const QString &text, const HeadTables &tables, const QStringList &countries)
{
    if (const Agency *whole = tables.agency(text.trimmed(), countries))
        return whole;
    static const QRegularExpression between(u"\\s*[/,;|]\\s*|\\s+[-–—]\\s+"_s);
    for (const QString &part : text.split(between, Qt::SkipEmptyParts)) {
        if (const Agency *agency = tables.agency(part.trimmed(), countries))
            return agency;
    }
    return nullptr;
}

bool isOutletName(const QString &name, const HeadTables &tables)
{
    const QStringList words = name.split(u' ', Qt::SkipEmptyParts);
    const auto outlet = [&tables](const QString &word) { return tables.isWord(u"outlet"_s, word); };
    return words.size() > 1 && std::any_of(words.begin(), words.end(), outlet);
}

bool isPlaceName(const QString &name, const HeadTables &tables)
{
    for (const QString &part : name.split(u',')) {
        if (!tables.cityCountries(part.trimmed()).isEmpty())
            return true;
        for (const QString &word : part.split(u' ', Qt::SkipEmptyParts)) {
            if (tables.isWord(u"site"_s, word))
                return true;
        }
    }
    return false;
}

QString cityOf(const QString &place, const HeadTables &tables)
{
    const QStringList parts = place.split(u',');
    for (const QString &part : parts) {
        if (!tables.cityCountries(part.trimmed()).isEmpty())
            return part.trimmed();
    }
    return parts.first().trimmed();
}

bool isShortFor(const QString &form, const QString &name)
{
    const QStringList words = name.split(u' ', Qt::SkipEmptyParts);
    if (form.isEmpty() || form == name || words.size() < 2)
        return false;
    if (words.contains(form, Qt::CaseInsensitive))
        return true;
    qsizetype at = -1;
    for (const QString &word : words) {
        at = form.indexOf(word.front(), at + 1, Qt::CaseInsensitive);
        if (at < 0)
            return false;
    }
    return form.size() <= words.size() + 2 && form == form.toUpper() &&
           form.front().toLower() == name.front().toLower();
}

QString selfNamedAgency(const QString &story, const HeadTables &tables)
{
    QString only;
    for (const LineRule &rule : tables.lineRules()) {
        if (rule.place != LineRule::Place::Body)
            continue;
        auto matches = rule.pattern.globalMatch(story);
        while (matches.hasNext()) {
            const Agency *agency = nullptr;
            QStringList words = matches.next().captured(u"text"_s).split(u' ');
            for (; !words.isEmpty() && !agency; words.removeLast())
                agency = tables.agency(words.join(u' '));
            if (!agency)
                continue;
            if (agency->country.isEmpty() || (!only.isEmpty() && only != agency->name))
                return {};
            only = agency->name;
        }
    }
    return only;
}

} // namespace dragoman
