// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>

namespace dragoman {

/** A stretch of time in Julian days as real numbers, [start, end): day d lasts from d to d + 1. */
struct DayRange
{
    double start = 0;
    double end = 0;

    [[nodiscard]] double length() const { return end - start; }
    [[nodiscard]] bool isEmpty() const { return !(end > start); }
    [[nodiscard]] double middle() const { return start + (end - start) / 2; }
    [[nodiscard]] bool overlaps(const DayRange &other) const { return start < other.end && other.start < end; }
    friend bool operator==(const DayRange &, const DayRange &) = default;
};

/** How far one can zoom, in days, and the days that exist: years 1 to 9999. */
struct ZoomLimits
{
    double shortest = 1;
    double longest = 200 * 365.2425;
    static constexpr double firstDay = 1721426; ///< 0001-01-01
    static constexpr double endDay = 5373485;   ///< the day after 9999-12-31
};

/** Maps days to pixels of a strip that begins at `left` and is `width` pixels wide; never divides by zero. */
struct TimeScale
{
    DayRange range;
    double left = 0;
    double width = 0;

    [[nodiscard]] double pixelsPerDay() const;
    [[nodiscard]] double x(double day) const { return left + (day - range.start) * pixelsPerDay(); }
    [[nodiscard]] double day(double x) const;
    [[nodiscard]] double right() const { return left + width; }
};

/** All days from `first` to `last`, both included; empty if either is invalid or they are in the wrong order. */
[[nodiscard]] DayRange dayRange(QDate first, QDate last);
[[nodiscard]] QDate firstDate(const DayRange &range); ///< of the first day that is at least partly in it
[[nodiscard]] QDate lastDate(const DayRange &range);

/**
 * `range` made `factor` times as long (below 1: nearer) with `day` staying where it is. At a limit it becomes as long
 * as the limit allows, `day` still staying. A factor that is no positive number changes nothing.
 */
[[nodiscard]] DayRange zoomed(const DayRange &range, double day, double factor, const ZoomLimits &limits);

/** `range` moved by `days`, at most so far that the middle of what is seen leaves neither end of `data`. */
[[nodiscard]] DayRange panned(const DayRange &range, double days, const DayRange &data);

/** All of `data` with a little air on both sides, at least `shortest` days long. */
[[nodiscard]] DayRange fitted(const DayRange &data, double shortest);

/** `range` moved, and only if need be made longer, so that all of `wanted` lies in it. */
[[nodiscard]] DayRange revealed(const DayRange &range, const DayRange &wanted);

} // namespace dragoman
