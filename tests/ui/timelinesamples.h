// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/storetypes.h"

#include <QRandomGenerator>

namespace dragoman::test {

/** Fills a TimelineData by hand; the lanes are by kind. */
class TimelineSample
{
public:
    TimelineSample()
    {
        for (const ContactKind kind : allKinds())
            m_data.lanes.push_back({.name = toWord(kind), .key = toWord(kind), .items = {}});
    }

    quint32 add(const FuzzyDate &date, ContactKind kind = ContactKind::Meeting,
                ContactStatus status = ContactStatus::Held, int accounts = 1)
    {
        const auto item = quint32(m_data.contact.size());
        m_data.contact.push_back(qint64(item) + 1);
        m_data.firstDay.push_back(date.isKnown() ? qint32(date.earliest().toJulianDay()) : 0);
        m_data.lastDay.push_back(date.isKnown() ? qint32(date.latest().toJulianDay()) : 0);
        m_data.kind.push_back(quint8(kind));
        m_data.status.push_back(quint8(status));
        m_data.flags.push_back(quint8((date.isApproximate() ? TimelineData::approximate : 0) |
                                      (date.isKnown() && !date.isDay() ? TimelineData::interval : 0)));
        m_data.accounts.push_back(quint8(accounts));
        m_data.lanes[size_t(kind)].items.push_back(item);
        return item;
    }

    /** `count` contacts of all sorts between two years; some undated, some known to the month or year, some that last.
     */
    static TimelineData random(quint32 seed, int count, int firstYear, int lastYear)
    {
        QRandomGenerator random(seed);
        TimelineSample sample;
        const QDate begin(firstYear, 1, 1);
        const auto days = int(begin.daysTo(QDate(lastYear, 12, 31)));
        for (int i = 0; i < count; ++i) {
            const QDate day = begin.addDays(random.bounded(days));
            FuzzyDate date = FuzzyDate::day(day);
            switch (random.bounded(10)) {
            case 0:
                date = {};
                break;
            case 1:
                date = FuzzyDate::month(day.year(), day.month());
                break;
            case 2:
                date = FuzzyDate::year(day.year());
                break;
            case 3:
                date = FuzzyDate::interval(day, day.addDays(random.bounded(1, 20)));
                break;
            default:
                break;
            }
            sample.add(date, ContactKind(random.bounded(4)), ContactStatus(random.bounded(5)), random.bounded(1, 4));
        }
        return sample.data();
    }

    [[nodiscard]] const TimelineData &data() const { return m_data; }

private:
    TimelineData m_data;
};

} // namespace dragoman::test
