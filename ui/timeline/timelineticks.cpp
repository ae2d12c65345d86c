// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/timelineticks.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace dragoman {

namespace {

constexpr double gap = 8;
constexpr double indent = 4;

struct Level
{
    TickStep step;
    double shortestDays; ///< of the step
    TickStep above;      ///< what the upper row shows; count 0: nothing
};

using Unit = TickStep::Unit;

constexpr std::array levels{
    Level{{Unit::Day, 1}, 1, {Unit::Month, 1}},          Level{{Unit::Week, 1}, 7, {Unit::Month, 1}},
    Level{{Unit::Month, 1}, 28, {Unit::Year, 1}},        Level{{Unit::Month, 3}, 90, {Unit::Year, 1}},
    Level{{Unit::Year, 1}, 365, {Unit::Year, 10}},       Level{{Unit::Year, 2}, 730, {Unit::Year, 10}},
    Level{{Unit::Year, 5}, 1826, {Unit::Year, 50}},      Level{{Unit::Year, 10}, 3652, {Unit::Year, 100}},
    Level{{Unit::Year, 20}, 7305, {Unit::Year, 100}},    Level{{Unit::Year, 50}, 18262, {Unit::Year, 100}},
    Level{{Unit::Year, 100}, 36524, {Unit::Year, 1000}}, Level{{Unit::Year, 200}, 73048, {Unit::Year, 1000}},
    Level{{Unit::Year, 500}, 182621, {Unit::Year, 0}},   Level{{Unit::Year, 1000}, 365242, {Unit::Year, 0}},
    Level{{Unit::Year, 2000}, 730485, {Unit::Year, 0}},
};

QDate startOf(QDate date, TickStep step)
{
    switch (step.unit) {
    case Unit::Day:
        return date;
    case Unit::Week:
        return date.addDays(1 - date.dayOfWeek());
    case Unit::Month:
        return {date.year(), (date.month() - 1) / step.count * step.count + 1, 1};
    case Unit::Year:
        break;
    }
    return {std::max(1, date.year() / step.count * step.count), 1, 1};
}

QDate nextAfter(QDate date, TickStep step)
{
    switch (step.unit) {
    case Unit::Day:
        return date.addDays(1);
    case Unit::Week:
        return date.addDays(7);
    case Unit::Month:
        return date.addMonths(step.count);
    case Unit::Year:
        break;
    }
    return {date.year() / step.count * step.count + step.count, 1, 1};
}

QString yearLabel(int year, int count, bool upper)
{
    if (!upper || count == 1)
        return QString::number(year);
    if (count == 10)
        return QCoreApplication::translate("TimelineTicks", "%1s").arg(year / 10 * 10);
    return QStringLiteral("%1–%2").arg(std::max(1, year / count * count)).arg(year / count * count + count - 1);
}

QString labelOf(QDate date, TickStep step, bool upper)
{
    const QLocale locale;
    switch (step.unit) {
    case Unit::Day:
    case Unit::Week:
        return QString::number(date.day());
    case Unit::Month:
        if (upper)
            return QStringLiteral("%1 %2").arg(locale.standaloneMonthName(date.month())).arg(date.year());
        if (step.count == 3)
            return QCoreApplication::translate("TimelineTicks", "Q%1").arg((date.month() + 2) / 3);
        return locale.standaloneMonthName(date.month(), QLocale::ShortFormat);
    case Unit::Year:
        break;
    }
    return yearLabel(date.year(), step.count, upper);
}

double widestLabel(TickStep step, const MeasureText &measure)
{
    double widest = 0;
    if (step.unit == Unit::Month) {
        for (int month = 1; month <= 12; month += step.count)
            widest = std::max(widest, measure(labelOf(QDate(2000, month, 1), step, false)));
        return widest;
    }
    return measure(step.unit == Unit::Year ? QStringLiteral("2888") : QStringLiteral("28"));
}

const Level &levelFor(const TimeScale &scale, const MeasureText &measure)
{
    for (const Level &level : levels) {
        if (level.shortestDays * scale.pixelsPerDay() >= widestLabel(level.step, measure) + gap)
            return level;
    }
    return levels.back();
}

void dropTouchingLabels(std::vector<Tick> &ticks, double rightEdge)
{
    double freeUntil = rightEdge;
    for (auto tick = ticks.rbegin(); tick != ticks.rend(); ++tick) {
        if (tick->labelX + tick->labelWidth > freeUntil) {
            tick->label.clear();
            tick->labelWidth = 0;
        } else {
            freeUntil = tick->labelX - gap / 2;
        }
    }
}

std::vector<Tick> ticksOf(TickStep step, bool upper, const TimeScale &scale, const MeasureText &measure)
{
    std::vector<Tick> ticks;
    const QDate end = QDate::fromJulianDay(qint64(std::min(std::ceil(scale.range.end), ZoomLimits::endDay - 1)));
    QDate date =
        startOf(QDate::fromJulianDay(qint64(std::max(std::floor(scale.range.start), ZoomLimits::firstDay))), step);
    for (; date.isValid() && date <= end && date.year() <= 9999; date = nextAfter(date, step)) {
        Tick tick;
        tick.day = double(date.toJulianDay());
        tick.x = scale.x(tick.day);
        if (tick.x >= scale.right())
            break;
        if (!upper && tick.x < scale.left)
            continue;
        tick.label = labelOf(date, step, upper);
        tick.labelWidth = measure(tick.label);
        tick.labelX = std::max(tick.x, scale.left) + indent;
        ticks.push_back(tick);
    }
    dropTouchingLabels(ticks, scale.right());
    return ticks;
}

} // namespace

TickRows makeTicks(const TimeScale &scale, const MeasureText &measure)
{
    TickRows rows;
    if (scale.pixelsPerDay() <= 0 || scale.range.end <= ZoomLimits::firstDay || scale.range.start >= ZoomLimits::endDay)
        return rows;
    const Level &level = levelFor(scale, measure);
    rows.step = level.step;
    rows.minor = ticksOf(level.step, false, scale, measure);
    if (level.above.count > 0)
        rows.major = ticksOf(level.above, true, scale, measure);
    return rows;
}

} // namespace dragoman
