// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/timelinetext.h"

#include "state/labels.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

struct Timeline
{
    Q_DECLARE_TR_FUNCTIONS(Timeline)
};

QString precisionInWords(const FuzzyDate &date)
{
    if (!date.isKnown())
        return Timeline::tr("no date");
    if (date.isDay())
        return {};
    if (date.isInterval()) {
        const qint64 days = date.earliest().daysTo(date.latest()) + 1;
        return Timeline::tr("some time in, or through, %1 days").arg(days);
    }
    return date.precision() == FuzzyDate::Precision::Year ? Timeline::tr("month not told")
                                                          : Timeline::tr("day not told");
}

QString placeInWords(const Place &place)
{
    if (place.country.isEmpty() || countryLabel(place.country) == place.name)
        return place.name;
    return place.name + u", "_s + countryLabel(place.country);
}

QString participantInWords(const Participant &participant)
{
    QString text = participant.name.toHtmlEscaped();
    QStringList more;
    if (!participant.office.isEmpty() && participant.office != participant.name)
        more.append(participant.office);
    if (!participant.country.isEmpty() && countryLabel(participant.country) != participant.name)
        more.append(countryLabel(participant.country));
    if (participant.capacity != Capacity::Party)
        more.append(capacityLabel(participant.capacity).toLower());
    if (!more.isEmpty())
        text += u" <small>("_s + more.join(u", "_s).toHtmlEscaped() + u")</small>"_s;
    return text;
}

} // namespace

QString dateInWords(const FuzzyDate &date)
{
    const QString more = precisionInWords(date);
    if (!date.isKnown() || more.isEmpty())
        return dateLabel(date);
    return dateLabel(date) + u" ("_s + more + u')';
}

QString contactCard(const ContactRow &row)
{
    QStringList lines;
    lines << u"<b>%1</b> · %2"_s.arg(kindLabel(row.kind).toHtmlEscaped(),
                                     statusLabel(row.status).toLower().toHtmlEscaped());
    for (const Participant &participant : row.participants)
        lines << participantInWords(participant);
    lines << dateInWords(row.date).toHtmlEscaped();
    if (row.place.isKnown())
        lines << placeInWords(row.place).toHtmlEscaped();
    if (row.accounts > 1)
        lines
            << Timeline::tr("told by %1 accounts: %2").arg(row.accounts).arg(row.sources.join(u", "_s)).toHtmlEscaped();
    else if (!row.sources.isEmpty())
        lines << Timeline::tr("told by %1").arg(row.sources.join(u", "_s)).toHtmlEscaped();
    if (!row.evidence.isEmpty())
        lines << u"<i>“%1”</i>"_s.arg(row.evidence.simplified().left(220).toHtmlEscaped());
    return u"<div style='white-space:normal'>"_s + lines.join(u"<br>"_s) + u"</div>"_s;
}

QString contactLine(const ContactRow &row)
{
    QStringList parts{kindLabel(row.kind), statusLabel(row.status).toLower(), participantsLabel(row.participants),
                      dateInWords(row.date)};
    if (row.place.isKnown())
        parts.append(placeInWords(row.place));
    return parts.join(u", "_s);
}

QString groupCard(const TimelineGroup &group, bool undated)
{
    QStringList lines;
    lines << u"<b>"_s + Timeline::tr("%1 contacts").arg(total(group.kinds)) + u"</b>"_s;
    for (size_t kind = 0; kind < group.kinds.size(); ++kind) {
        if (group.kinds[kind] > 0)
            lines << u"%1: %2"_s.arg(kindLabel(ContactKind(kind)).toHtmlEscaped()).arg(group.kinds[kind]);
    }
    lines << (undated ? Timeline::tr("no date") : rangeInWords(group.days).toHtmlEscaped());
    if (!undated)
        lines << u"<small>"_s + Timeline::tr("double click to look nearer") + u"</small>"_s;
    return lines.join(u"<br>"_s);
}

QString rangeInWords(const DayRange &days)
{
    const QDate first = firstDate(days);
    const QDate last = lastDate(days);
    const qint64 count = first.daysTo(last) + 1;
    if (count == 1)
        return dayLabel(first);
    return Timeline::tr("%1 · %2 days").arg(dateLabel(FuzzyDate::interval(first, last))).arg(count);
}

QString spanInWords(const DayRange &days)
{
    constexpr int monthsFrom = 150;
    constexpr int yearsFrom = 1200;
    const QDate first = firstDate(days);
    const QDate last = lastDate(days);
    if (days.length() >= yearsFrom)
        return u"%1 – %2"_s.arg(first.year()).arg(last.year());
    if (days.length() >= monthsFrom)
        return dateLabel(FuzzyDate::month(first.year(), first.month())) + u" – "_s +
               dateLabel(FuzzyDate::month(last.year(), last.month()));
    return dateLabel(FuzzyDate::interval(first, last));
}

} // namespace dragoman
