// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timeline/timelinecoordinates.h"

#include <QString>

#include <functional>
#include <vector>

namespace dragoman {

/** A line of the time axis and what is written beside it; the label is empty where it would touch the next one. */
struct Tick
{
    double day = 0;
    double x = 0;      ///< of the line, pixels
    double labelX = 0; ///< where the label begins; kept inside the strip for a unit that began before it
    double labelWidth = 0;
    QString label;
};

/** The step between two lines. */
struct TickStep
{
    enum class Unit { Day, Week, Month, Year };

    Unit unit = Unit::Day;
    int count = 1;

    friend bool operator==(const TickStep &, const TickStep &) = default;
};

/** The two rows of a time axis: fine steps below, and the larger unit that they lie in above. */
struct TickRows
{
    TickStep step;
    std::vector<Tick> minor;
    std::vector<Tick> major;
};

/** Width of a text in pixels. */
using MeasureText = std::function<double(const QString &)>;

/** Ticks from days to centuries, as fine as their labels can be read; empty for an empty range or strip. */
[[nodiscard]] TickRows makeTicks(const TimeScale &scale, const MeasureText &measure);

} // namespace dragoman
