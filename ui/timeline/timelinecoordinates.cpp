// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/timelinecoordinates.h"

#include <algorithm>
#include <cmath>

namespace dragoman {

namespace {

DayRange movedInside(DayRange range, const ZoomLimits &limits)
{
    const double length = std::min(range.length(), limits.endDay - limits.firstDay);
    range.start = std::clamp(range.start, limits.firstDay, limits.endDay - length);
    range.end = range.start + length;
    return range;
}

} // namespace

double TimeScale::pixelsPerDay() const
{
    return range.isEmpty() || width <= 0 ? 0 : width / range.length();
}

double TimeScale::day(double x) const
{
    return width <= 0 ? range.start : range.start + (x - left) / width * range.length();
}

DayRange dayRange(QDate first, QDate last)
{
    if (!first.isValid() || !last.isValid() || last < first)
        return {};
    return {double(first.toJulianDay()), double(last.toJulianDay() + 1)};
}

QDate firstDate(const DayRange &range)
{
    return QDate::fromJulianDay(qint64(std::floor(range.start)));
}

QDate lastDate(const DayRange &range)
{
    return QDate::fromJulianDay(qint64(std::ceil(range.end)) - 1);
}

DayRange zoomed(const DayRange &range, double day, double factor, const ZoomLimits &limits)
{
    if (range.isEmpty() || !std::isfinite(factor) || factor <= 0 || !std::isfinite(day))
        return range;
    const double length =
        std::clamp(range.length() * factor, limits.shortest, std::max(limits.shortest, limits.longest));
    const double share = (day - range.start) / range.length();
    const double start = day - share * length;
    return movedInside({start, start + length}, limits);
}

DayRange panned(const DayRange &range, double days, const DayRange &data)
{
    if (range.isEmpty() || data.isEmpty() || !std::isfinite(days))
        return range;
    const double middle = std::clamp(range.middle() + days, data.start, data.end);
    const double start = middle - range.length() / 2;
    return {start, start + range.length()};
}

DayRange fitted(const DayRange &data, double shortest)
{
    if (data.isEmpty())
        return data;
    const double length = std::max(data.length() * 1.08, shortest);
    const double start = data.middle() - length / 2;
    return movedInside({start, start + length}, {});
}

DayRange revealed(const DayRange &range, const DayRange &wanted)
{
    if (wanted.isEmpty() || range.isEmpty())
        return range;
    if (wanted.length() > range.length())
        return fitted(wanted, wanted.length());
    const double air = std::min(range.length() - wanted.length(), range.length() * 0.1);
    if (wanted.start < range.start)
        return {wanted.start - air, wanted.start - air + range.length()};
    if (wanted.end > range.end)
        return {wanted.end + air - range.length(), wanted.end + air};
    return range;
}

} // namespace dragoman
