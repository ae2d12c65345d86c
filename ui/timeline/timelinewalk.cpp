// SPDX-License-Identifier: GPL-3.0-or-later
// How TimelineCanvas is walked from contact to contact.
#include "timeline/timelinecanvas.h"

#include <algorithm>
#include <cmath>

namespace dragoman {

namespace {

qsizetype placeIn(const std::vector<quint32> &items, quint32 item)
{
    const auto found = std::find(items.begin(), items.end(), item);
    return found == items.end() ? -1 : found - items.begin();
}

quint32 nearestIn(const LaneIndex &lane, const TimelineData &data, qint32 day)
{
    return *std::min_element(lane.items.begin(), lane.items.end(), [&](quint32 a, quint32 b) {
        return std::abs(data.firstDay[a] - day) < std::abs(data.firstDay[b] - day);
    });
}

} // namespace

int TimelineCanvas::laneOfContact(quint32 item) const
{
    const auto holds = [&](int lane) { return placeIn(m_index.lanes[size_t(lane)].items, item) >= 0; };
    if (m_emphasis.currentLane >= 0 && m_emphasis.currentLane < int(m_index.lanes.size()) &&
        holds(m_emphasis.currentLane))
        return m_emphasis.currentLane;
    for (int lane = 0; lane < int(m_index.lanes.size()); ++lane) {
        if (holds(lane))
            return lane;
    }
    return -1;
}

void TimelineCanvas::choose(int lane, quint32 item)
{
    m_emphasis.currentLane = lane;
    const qint64 chosen = m_index.data.contact[item];
    setContact(chosen);
    reveal(chosen);
    emit contactChosen(chosen);
}

void TimelineCanvas::step(int by)
{
    const qsizetype item = m_index.itemOf(m_emphasis.contact);
    if (item >= 0 && !m_index.isDated(quint32(item))) {
        const qsizetype next = placeIn(m_index.undated, quint32(item)) + by;
        if (next >= 0 && next < qsizetype(m_index.undated.size()))
            choose(-1, m_index.undated[size_t(next)]);
        return;
    }
    if (m_index.lanes.empty())
        return;
    const int lane = item < 0 ? -1 : laneOfContact(quint32(item));
    if (lane < 0) {
        const int first = std::clamp(m_emphasis.currentLane, 0, int(m_index.lanes.size()) - 1);
        choose(first, nearestIn(m_index.lanes[size_t(first)], m_index.data, qint32(m_range.middle())));
        return;
    }
    const LaneIndex &items = m_index.lanes[size_t(lane)];
    const qsizetype next = placeIn(items.items, quint32(item)) + by;
    if (next >= 0 && next < qsizetype(items.items.size()))
        choose(lane, items.items[size_t(next)]);
}

void TimelineCanvas::stepLane(int by)
{
    const qsizetype item = m_index.itemOf(m_emphasis.contact);
    const int lane = item < 0 ? -1 : laneOfContact(quint32(item));
    const int next = lane + by;
    if (lane < 0 || next < 0 || next >= int(m_index.lanes.size()))
        return;
    choose(next, nearestIn(m_index.lanes[size_t(next)], m_index.data, m_index.data.firstDay[size_t(item)]));
}

void TimelineCanvas::stepNext()
{
    step(1);
}

void TimelineCanvas::stepPrevious()
{
    step(-1);
}

void TimelineCanvas::stepUp()
{
    stepLane(-1);
}

void TimelineCanvas::stepDown()
{
    stepLane(1);
}

void TimelineCanvas::focusContact()
{
    if (!m_emphasis.selection.isEmpty()) {
        setRange(fitted(m_emphasis.selection, limits().shortest));
        return;
    }
    const qsizetype item = m_index.itemOf(m_emphasis.contact);
    if (item < 0 || !m_index.isDated(quint32(item)))
        return;
    const DayRange days = m_index.range(quint32(item));
    if (m_fitNext)
        setRange(fitted({days.start - days.length(), days.end + days.length()}, 14));
    else
        panByDays(days.middle() - m_range.middle());
    m_fitNext = !m_fitNext;
}

} // namespace dragoman
