// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QHash>
#include <QList>
#include <QRegularExpression>
#include <QSet>
#include <QStringList>

#include <memory>

namespace dragoman {

/** An agency, outlet or press office that an article may name as its source. */
struct Agency
{
    QString name;
    QString country;   ///< ISO 3166-1 alpha-2; empty for those of no one state
    QStringList forms; ///< the name and its other forms
};

/** A kind of line that is no part of the story. */
struct LineRule
{
    enum class Place { Head, Tail, End, Body };
    enum class Meaning { Label, Title, Byline, Source, Furniture, Signature, Licence, Date };

    Place place = Place::Head;
    Meaning meaning = Meaning::Label;
    QRegularExpression pattern;
    QString example;
};

/** A month's name and the calendar it belongs to. */
struct MonthName
{
    int number = 0;
    bool gregorian = true;
};

/** What the head reader knows of the world; see resources/lexicon/head. Only read after loading, by any number of
 * threads. */
class HeadTables
{
public:
    /** The tables compiled into the program; they are checked by the tests, so an error in them ends the program. */
    [[nodiscard]] static const HeadTables &builtIn();
    /** Reads the tables of a folder; an error names file and line. */
    [[nodiscard]] static Result<std::shared_ptr<const HeadTables>> load(const QString &folder);

    [[nodiscard]] const QHash<QString, MonthName> &months() const { return m_months; } ///< by case-folded form
    [[nodiscard]] const QHash<QString, int> &weekdays() const
    {
        return m_weekdays;
    } ///< by case-folded form; Monday is 1
    [[nodiscard]] const QStringList &zones() const { return m_zones; }
    [[nodiscard]] const QList<LineRule> &lineRules() const { return m_lineRules; }
    [[nodiscard]] const QList<Agency> &agencies() const { return m_agencies; }

    /** Whether `word` (case-folded) is of that kind in words.tsv. */
    [[nodiscard]] bool isWord(const QString &kind, const QString &word) const;
    [[nodiscard]] QStringList words(const QString &kind) const;
    /** The countries of a city, in any case; empty if it is not known. */
    [[nodiscard]] QStringList cityCountries(const QString &city) const;
    /** The agency of that form, regardless of case; of several the one of `countries`, else the first. nullptr: none.
     */
    [[nodiscard]] const Agency *agency(const QString &form, const QStringList &countries = {}) const;
    /** Whether `form` is written as the table has it, or all in capitals. */
    [[nodiscard]] bool isExactForm(const Agency &agency, const QString &form) const;

private:
    [[nodiscard]] Result<void> loadMonths(const QString &folder);
    [[nodiscard]] Result<void> loadWeekdays(const QString &folder);
    [[nodiscard]] Result<void> loadZones(const QString &folder);
    [[nodiscard]] Result<void> loadWords(const QString &folder);
    [[nodiscard]] Result<void> loadCities(const QString &folder);
    [[nodiscard]] Result<void> loadAgencies(const QString &folder);
    [[nodiscard]] Result<void> loadLines(const QString &folder);

    QHash<QString, MonthName> m_months;
    QHash<QString, int> m_weekdays;
    QStringList m_zones;
    QHash<QString, QSet<QString>> m_words;
    QHash<QString, QStringList> m_cities;
    QList<Agency> m_agencies;
    QHash<QString, QList<qsizetype>> m_agencyForms;
    QList<LineRule> m_lineRules;
};

} // namespace dragoman
