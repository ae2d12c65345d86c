// SPDX-License-Identifier: GPL-3.0-or-later
#include "state/filterstate.h"

#include "domain/names.h"
#include "state/labels.h"

#include <QAction>
#include <QKeySequence>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

constexpr qsizetype mostSteps = 200;

/** Qt compares an emptied list with one never filled by a memcmp() on a null pointer, which sanitizers rightly refuse.
 */
template <typename E>
void forgetRoom(QList<E> *values)
{
    if (values->isEmpty())
        *values = QList<E>();
}

/** "call or visit" for people; "call,visit" for files. */
template <typename E>
FilterChip choiceChip(const QString &field, const QString &title, const QList<E> &values, QString (*label)(E))
{
    QStringList words;
    QStringList labels;
    for (const E value : values) {
        words.append(toWord(value));
        labels.append(label(value));
    }
    return {field, words.join(u','), title + u": "_s + labels.join(FilterState::tr(" or "))};
}

void appendDates(QList<FilterChip> *chips, const Filter &filter)
{
    const QDate from = filter.from;
    const QDate to = filter.to;
    if (from.isValid() && to.isValid()) {
        const FuzzyDate range = FuzzyDate::interval(from, to);
        const QString label = range.isKnown() ? dateLabel(range) : dayLabel(from) + u" – "_s + dayLabel(to);
        chips->append({u"dates"_s, from.toString(Qt::ISODate) + u'/' + to.toString(Qt::ISODate),
                       FilterState::tr("Dates: %1").arg(label)});
    } else if (from.isValid()) {
        chips->append({u"after"_s, from.toString(Qt::ISODate), FilterState::tr("From: %1").arg(dayLabel(from))});
    } else if (to.isValid()) {
        chips->append(
            {u"before"_s, to.addDays(1).toString(Qt::ISODate), FilterState::tr("Until: %1").arg(dayLabel(to))});
    }
    if (filter.dateMode == DateMode::SurelyLiesIn)
        chips->append({u"surely"_s, u"yes"_s, FilterState::tr("Surely within the dates")});
}

bool addFolded(QStringList *values, const QString &value)
{
    const QString wanted = folded(value.trimmed());
    const auto same = [&wanted](const QString &other) { return folded(other) == wanted; };
    if (wanted.isEmpty() || std::any_of(values->cbegin(), values->cend(), same))
        return false;
    values->append(value.trimmed());
    return true;
}

/** How a chip's condition is taken out of a filter, one line a field. */
struct Remover
{
    QLatin1String field;
    void (*remove)(Filter *filter, const QString &value);
};

constexpr Remover removers[] = {
    {QLatin1String("text"), [](Filter *f, const QString &) { f->text.clear(); }},
    {QLatin1String("person"), [](Filter *f, const QString &value) { f->persons.removeAll(value); }},
    {QLatin1String("country"), [](Filter *f, const QString &value) { f->countries.removeAll(value); }},
    {QLatin1String("place"), [](Filter *f, const QString &value) { f->places.removeAll(value); }},
    {QLatin1String("kind"), [](Filter *f, const QString &) { f->kinds.clear(); }},
    {QLatin1String("status"), [](Filter *f, const QString &) { f->statuses.clear(); }},
    {QLatin1String("capacity"), [](Filter *f, const QString &) { f->capacities.clear(); }},
    {QLatin1String("source"), [](Filter *f, const QString &) { f->sources.clear(); }},
    {QLatin1String("sources"), [](Filter *f, const QString &) { f->severalSources = false; }},
    {QLatin1String("surely"), [](Filter *f, const QString &) { f->dateMode = DateMode::MayLieIn; }},
    {QLatin1String("after"), [](Filter *f, const QString &) { f->from = QDate(); }},
    {QLatin1String("before"), [](Filter *f, const QString &) { f->to = QDate(); }},
    {QLatin1String("dates"),
     [](Filter *f, const QString &) {
         f->from = QDate();
         f->to = QDate();
     }},
};

} // namespace

FilterState::FilterState(QObject *parent) : QObject(parent)
{
    m_clear = new QAction(tr("Clear All Conditions"), this);
    m_clear->setObjectName(u"filter.clear"_s);
    m_clear->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Backspace));
    connect(m_clear, &QAction::triggered, this, &FilterState::clear);

    m_back = new QAction(tr("Back"), this);
    m_back->setObjectName(u"filter.back"_s);
    m_back->setShortcuts(QKeySequence::Back);
    m_back->setToolTip(tr("Back to the filter before"));
    connect(m_back, &QAction::triggered, this, &FilterState::goBack);

    m_forward = new QAction(tr("Forward"), this);
    m_forward->setObjectName(u"filter.forward"_s);
    m_forward->setShortcuts(QKeySequence::Forward);
    m_forward->setToolTip(tr("Forward to the filter after"));
    connect(m_forward, &QAction::triggered, this, &FilterState::goForward);

    m_removeLast = new QAction(tr("Remove Last Condition"), this);
    m_removeLast->setObjectName(u"filter.removeLast"_s);
    m_removeLast->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Backspace));
    connect(m_removeLast, &QAction::triggered, this, &FilterState::removeLast);
    updateActions();
}

QList<FilterChip> FilterState::chips() const
{
    QList<FilterChip> chips;
    if (!m_filter.text.isEmpty())
        chips.append({u"text"_s, m_filter.text, tr("Text: %1").arg(m_filter.text)});
    for (const QString &person : m_filter.persons)
        chips.append({u"person"_s, person, tr("Person: %1").arg(person)});
    for (const QString &country : m_filter.countries)
        chips.append({u"country"_s, country, tr("Country: %1").arg(countryLabel(country))});
    if (!m_filter.kinds.isEmpty())
        chips.append(choiceChip(u"kind"_s, tr("Kind"), m_filter.kinds, &kindLabel));
    if (!m_filter.statuses.isEmpty())
        chips.append(choiceChip(u"status"_s, tr("Status"), m_filter.statuses, &statusLabel));
    if (!m_filter.capacities.isEmpty())
        chips.append(choiceChip(u"capacity"_s, tr("Capacity"), m_filter.capacities, &capacityLabel));
    for (const QString &place : m_filter.places)
        chips.append({u"place"_s, place, tr("Place: %1").arg(place)});
    if (!m_filter.sources.isEmpty())
        chips.append(
            {u"source"_s, m_filter.sources.join(u','), tr("Source: %1").arg(m_filter.sources.join(tr(" or ")))});
    appendDates(&chips, m_filter);
    if (m_filter.severalSources)
        chips.append({u"sources"_s, u"several"_s, tr("Told by several sources")});
    return chips;
}

void FilterState::setFilter(const Filter &wanted)
{
    Filter filter = wanted;
    forgetRoom(&filter.kinds);
    forgetRoom(&filter.statuses);
    forgetRoom(&filter.capacities);
    if (filter == m_filter)
        return;
    m_past.append(m_filter);
    if (m_past.size() > mostSteps)
        m_past.removeFirst();
    apply(filter);
}

void FilterState::apply(const Filter &filter)
{
    m_future.clear();
    m_filter = filter;
    m_typing = false;
    updateActions();
    emit changed(m_filter);
}

void FilterState::setText(const QString &text)
{
    Filter next = m_filter;
    next.text = text.trimmed();
    if (next == m_filter)
        return;
    if (m_typing)
        apply(next); // one word typed is one step back, not one a letter
    else
        setFilter(next);
    m_typing = true;
}

void FilterState::addPerson(const QString &name)
{
    Filter next = m_filter;
    if (addFolded(&next.persons, name))
        setFilter(next);
}

void FilterState::addCountry(const QString &code)
{
    Filter next = m_filter;
    if (addFolded(&next.countries, code.toUpper()))
        setFilter(next);
}

void FilterState::addPlace(const QString &name)
{
    Filter next = m_filter;
    if (addFolded(&next.places, name))
        setFilter(next);
}

void FilterState::addSource(const QString &name)
{
    Filter next = m_filter;
    if (addFolded(&next.sources, name))
        setFilter(next);
}

void FilterState::addFilter(const Filter &more)
{
    Filter next = m_filter;
    for (const QString &person : more.persons)
        addFolded(&next.persons, person);
    for (const QString &country : more.countries)
        addFolded(&next.countries, country);
    for (const QString &place : more.places)
        addFolded(&next.places, place);
    for (const QString &source : more.sources)
        addFolded(&next.sources, source);
    if (!more.kinds.isEmpty())
        next.kinds = more.kinds;
    if (!more.statuses.isEmpty())
        next.statuses = more.statuses;
    if (!more.capacities.isEmpty())
        next.capacities = more.capacities;
    if (more.from.isValid())
        next.from = more.from;
    if (more.to.isValid())
        next.to = more.to;
    if (more.dateMode == DateMode::SurelyLiesIn)
        next.dateMode = more.dateMode;
    next.severalSources = next.severalSources || more.severalSources;
    next.text = more.text;
    setFilter(next);
}

void FilterState::setKinds(const QList<ContactKind> &kinds)
{
    Filter next = m_filter;
    next.kinds = kinds;
    setFilter(next);
}

void FilterState::setStatuses(const QList<ContactStatus> &statuses)
{
    Filter next = m_filter;
    next.statuses = statuses;
    setFilter(next);
}

void FilterState::setDates(QDate from, QDate to)
{
    Filter next = m_filter;
    next.from = from;
    next.to = to;
    setFilter(next);
}

void FilterState::removeChip(const FilterChip &chip)
{
    Filter next = m_filter;
    for (const Remover &remover : removers) {
        if (chip.field == remover.field)
            remover.remove(&next, chip.value);
    }
    setFilter(next);
}

void FilterState::removeLast()
{
    const QList<FilterChip> all = chips();
    if (!all.isEmpty())
        removeChip(all.last());
}

void FilterState::clear()
{
    setFilter(Filter());
}

void FilterState::reset()
{
    m_past.clear();
    m_future.clear();
    m_typing = false;
    const bool same = m_filter.isEmpty();
    m_filter = Filter();
    updateActions();
    if (!same)
        emit changed(m_filter);
}

void FilterState::goBack()
{
    if (m_past.isEmpty())
        return;
    m_future.append(m_filter);
    m_filter = m_past.takeLast();
    m_typing = false;
    updateActions();
    emit changed(m_filter);
}

void FilterState::goForward()
{
    if (m_future.isEmpty())
        return;
    m_past.append(m_filter);
    m_filter = m_future.takeLast();
    m_typing = false;
    updateActions();
    emit changed(m_filter);
}

void FilterState::updateActions()
{
    m_clear->setEnabled(!m_filter.isEmpty());
    m_removeLast->setEnabled(!m_filter.isEmpty());
    m_back->setEnabled(!m_past.isEmpty());
    m_forward->setEnabled(!m_future.isEmpty());
}

} // namespace dragoman
