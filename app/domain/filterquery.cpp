// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/filterquery.h"

#include "domain/filtertokens.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

/** What is gathered while reading a line; several words may speak of one field. */
struct Draft
{
    Filter filter;
    QList<ContactKind> notKinds;
    QList<ContactStatus> notStatuses;
    QStringList text;
};

using Outcome = Result<void>;

template <typename T>
void addOnce(QList<T> &list, const T &value)
{
    if (!list.contains(value))
        list.append(value);
}

template <typename E>
QString wordsOf(const QList<E> &all)
{
    QStringList words;
    for (const E value : all)
        words.append(toWord(value));
    return words.join(u", "_s);
}

template <typename E>
Outcome addTerm(const FilterToken &token, const QList<E> &all, std::optional<E> (*fromWord)(const QString &),
                QList<E> &into)
{
    for (const QString &value : token.values) {
        const std::optional<E> term = fromWord(value.toLower());
        if (!term)
            return misreadFilter(token.raw, u"“%1” is none of %2."_s.arg(value, wordsOf(all)));
        addOnce(into, *term);
    }
    return {};
}

Outcome addKind(const FilterToken &token, Draft &draft)
{
    return addTerm(token, allKinds(), kindFromWord, token.negated ? draft.notKinds : draft.filter.kinds);
}

Outcome addStatus(const FilterToken &token, Draft &draft)
{
    return addTerm(token, allStatuses(), statusFromWord, token.negated ? draft.notStatuses : draft.filter.statuses);
}

Outcome addCapacity(const FilterToken &token, Draft &draft)
{
    return addTerm(token, allCapacities(), capacityFromWord, draft.filter.capacities);
}

Outcome addCountry(const FilterToken &token, Draft &draft)
{
    for (const QString &value : token.values) {
        const auto isLatin = [](QChar c) { return c >= u'A' && c <= u'Z'; };
        const QString code = value.toUpper();
        if (code.size() != 2 || !std::all_of(code.cbegin(), code.cend(), isLatin))
            return misreadFilter(token.raw, u"give a country as its code of two letters, such as TR or IR."_s);
        addOnce(draft.filter.countries, code);
    }
    return {};
}

Outcome addNames(const FilterToken &token, QStringList &into)
{
    for (const QString &value : token.values)
        addOnce(static_cast<QList<QString> &>(into), value);
    return {};
}

Outcome addPerson(const FilterToken &token, Draft &draft)
{
    return addNames(token, draft.filter.persons);
}

Outcome addPlace(const FilterToken &token, Draft &draft)
{
    return addNames(token, draft.filter.places);
}

Outcome addSource(const FilterToken &token, Draft &draft)
{
    return addNames(token, draft.filter.sources);
}

Result<FuzzyDate> dateOf(const FilterToken &token)
{
    const auto date = token.values.size() == 1 ? FuzzyDate::fromEdtf(token.values.first()) : std::nullopt;
    if (!date || !date->isKnown() || date->isInterval() || date->isApproximate() || date->isUncertain())
        return misreadFilter(token.raw, u"give a year, month or day, such as 2022, 2022-01 or 2022-01-31."_s);
    return *date;
}

void notBefore(Filter &filter, QDate day)
{
    filter.from = filter.from.isValid() ? std::max(filter.from, day) : day;
}

void notAfter(Filter &filter, QDate day)
{
    filter.to = filter.to.isValid() ? std::min(filter.to, day) : day;
}

Outcome addAfter(const FilterToken &token, Draft &draft)
{
    const Result<FuzzyDate> date = dateOf(token);
    if (!date.ok())
        return date.error();
    notBefore(draft.filter, date.value().earliest());
    return {};
}

Outcome addBefore(const FilterToken &token, Draft &draft)
{
    const Result<FuzzyDate> date = dateOf(token);
    if (!date.ok())
        return date.error();
    notAfter(draft.filter, date.value().earliest().addDays(-1));
    return {};
}

Outcome addIn(const FilterToken &token, Draft &draft)
{
    const Result<FuzzyDate> date = dateOf(token);
    if (!date.ok())
        return date.error();
    notBefore(draft.filter, date.value().earliest());
    notAfter(draft.filter, date.value().latest());
    return {};
}

Outcome setSurely(const FilterToken &token, Draft &draft)
{
    const QString value = token.values.join(u',').toLower();
    if (value != u"yes"_s && value != u"no"_s)
        return misreadFilter(token.raw, u"say surely:yes or surely:no."_s);
    draft.filter.dateMode = value == u"yes"_s ? DateMode::SurelyLiesIn : DateMode::MayLieIn;
    return {};
}

Outcome setSources(const FilterToken &token, Draft &draft)
{
    if (token.values.join(u',').toLower() != u"several"_s)
        return misreadFilter(token.raw, u"say sources:several, or source:NAME for one of them."_s);
    draft.filter.severalSources = true;
    return {};
}

Outcome setText(const FilterToken &token, Draft &draft)
{
    draft.text.append(token.values.join(u','));
    return {};
}

struct Key
{
    QLatin1String name;
    Outcome (*add)(const FilterToken &, Draft &);
    bool canBeNegated = false;
};

const std::array<Key, 13> &keys()
{
    static const std::array<Key, 13> table{{
        {QLatin1String("person"), addPerson},
        {QLatin1String("country"), addCountry},
        {QLatin1String("kind"), addKind, true},
        {QLatin1String("status"), addStatus, true},
        {QLatin1String("capacity"), addCapacity},
        {QLatin1String("place"), addPlace},
        {QLatin1String("source"), addSource},
        {QLatin1String("sources"), setSources},
        {QLatin1String("after"), addAfter},
        {QLatin1String("before"), addBefore},
        {QLatin1String("in"), addIn},
        {QLatin1String("surely"), setSurely},
        {QLatin1String("text"), setText},
    }};
    return table;
}

Outcome addCondition(const FilterToken &token, Draft &draft)
{
    const auto key = std::find_if(keys().begin(), keys().end(), [&](const Key &k) { return k.name == token.key; });
    if (key == keys().end()) {
        QStringList names;
        for (const Key &k : keys())
            names.append(k.name + u':');
        return misreadFilter(
            token.raw,
            u"the conditions are %1; put a word with a colon in quotation marks to find it in the text."_s.arg(
                names.join(u", "_s)));
    }
    if (token.negated && !key->canBeNegated)
        return misreadFilter(token.raw, u"only -kind: and -status: can be turned round."_s);
    if (token.values.isEmpty())
        return misreadFilter(token.raw, u"a value has to follow the colon."_s);
    return key->add(token, draft);
}

/** The values asked for, or all, without those excluded; an error if none is left. */
template <typename E>
Outcome exclude(QList<E> &values, const QList<E> &excluded, const QList<E> &all, const QString &key)
{
    if (excluded.isEmpty())
        return {};
    if (values.isEmpty())
        values = all;
    values.removeIf([&excluded](E value) { return excluded.contains(value); });
    if (values.isEmpty())
        return misreadFilter(u"-%1:"_s.arg(key), u"it leaves no %1 over; take one of them away."_s.arg(key));
    return {};
}

bool isPlain(const QString &value)
{
    const auto plain = [](QChar c) {
        return c.isLetterOrNumber() || c == u'-' || c == u'.' || c == u'\'' || c == u'_';
    };
    return !value.isEmpty() && std::all_of(value.cbegin(), value.cend(), plain);
}

QString quoted(QString value)
{
    value.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
    return u'"' + value + u'"';
}

QString condition(QLatin1String key, const QString &value)
{
    return key + u':' + (isPlain(value) ? value : quoted(value));
}

template <typename E>
void writeTerms(QLatin1String key, const QList<E> &values, QStringList &line)
{
    QStringList words;
    for (const E value : values)
        words.append(toWord(value));
    if (!words.isEmpty())
        line.append(key + u':' + words.join(u','));
}

void writeNames(QLatin1String key, const QStringList &values, QStringList &line)
{
    for (const QString &value : values)
        line.append(condition(key, value));
}

void writeDates(const Filter &filter, QStringList &line)
{
    const QDate from = filter.from;
    const std::array<FuzzyDate, 3> whole{FuzzyDate::year(from.year()), FuzzyDate::month(from.year(), from.month()),
                                         FuzzyDate::day(from)};
    for (const FuzzyDate &date : whole) {
        if (from.isValid() && date.earliest() == from && date.latest() == filter.to) {
            line.append(u"in:"_s + date.toEdtf());
            return;
        }
    }
    if (from.isValid())
        line.append(u"after:"_s + from.toString(Qt::ISODate));
    if (filter.to.isValid())
        line.append(u"before:"_s + filter.to.addDays(1).toString(Qt::ISODate));
}

/** As it is where it reads back as text, else as a value. */
QString writtenText(const QString &text)
{
    const Result<QList<FilterToken>> tokens = filterTokens(text);
    QStringList words;
    if (tokens.ok()) {
        for (const FilterToken &token : tokens.value()) {
            if (token.key.isEmpty())
                words.append(token.raw);
        }
    }
    return words.join(u' ') == text ? text : u"text:"_s + quoted(text);
}

} // namespace

Result<Filter> parseFilter(const QString &query)
{
    const Result<QList<FilterToken>> tokens = filterTokens(query);
    if (!tokens.ok())
        return tokens.error();
    Draft draft;
    for (const FilterToken &token : tokens.value()) {
        if (token.key.isEmpty()) {
            draft.text.append(token.raw);
        } else if (const Outcome outcome = addCondition(token, draft); !outcome.ok()) {
            return outcome.error();
        }
    }
    Filter &filter = draft.filter;
    if (const Outcome left = exclude(filter.kinds, draft.notKinds, allKinds(), u"kind"_s); !left.ok())
        return left.error();
    if (const Outcome left = exclude(filter.statuses, draft.notStatuses, allStatuses(), u"status"_s); !left.ok())
        return left.error();
    filter.text = draft.text.join(u' ');
    return filter;
}

QString toQuery(const Filter &filter)
{
    QStringList line;
    writeNames(QLatin1String("person"), filter.persons, line);
    writeNames(QLatin1String("country"), filter.countries, line);
    writeTerms(QLatin1String("kind"), filter.kinds, line);
    writeTerms(QLatin1String("status"), filter.statuses, line);
    writeTerms(QLatin1String("capacity"), filter.capacities, line);
    writeNames(QLatin1String("place"), filter.places, line);
    writeNames(QLatin1String("source"), filter.sources, line);
    writeDates(filter, line);
    if (filter.dateMode == DateMode::SurelyLiesIn)
        line.append(u"surely:yes"_s);
    if (filter.severalSources)
        line.append(u"sources:several"_s);
    if (!filter.text.isEmpty())
        line.append(writtenText(filter.text));
    return line.join(u' ');
}

} // namespace dragoman
