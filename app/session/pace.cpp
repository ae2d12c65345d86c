// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/pace.h"

#include <cmath>

namespace dragoman {

namespace {

constexpr qint64 remembered = 10'000; ///< milliseconds
constexpr qint64 least = 200;         ///< milliseconds between two points
constexpr double leastSeconds = 2;    ///< before a time is told
constexpr double fileCost = 1'000;    ///< what opening and storing a file takes besides reading it, in bytes

} // namespace

void Pace::note(qint64 milliseconds, int files, qint64 bytes)
{
    // The last point is the present; it becomes a lasting one when the next comes late enough.
    if (m_points.size() > 1 && milliseconds - m_points[m_points.size() - 2].milliseconds < least)
        m_points.back() = {milliseconds, files, bytes};
    else
        m_points.push_back({milliseconds, files, bytes});
    while (m_points.size() > 2 && milliseconds - m_points.front().milliseconds > remembered)
        m_points.pop_front();
}

double Pace::secondsSeen() const
{
    return m_points.empty() ? 0
                            : static_cast<double>(m_points.back().milliseconds - m_points.front().milliseconds) / 1000;
}

double Pace::filesPerSecond() const
{
    const double seconds = secondsSeen();
    return seconds > 0 ? (m_points.back().files - m_points.front().files) / seconds : 0;
}

double Pace::bytesPerSecond() const
{
    const double seconds = secondsSeen();
    return seconds > 0 ? static_cast<double>(m_points.back().bytes - m_points.front().bytes) / seconds : 0;
}

int Pace::secondsLeft(int files, qint64 bytes) const
{
    const double speed = bytesPerSecond() + fileCost * filesPerSecond();
    if (secondsSeen() < leastSeconds || speed <= 0)
        return -1;
    return static_cast<int>(std::ceil((static_cast<double>(bytes) + fileCost * files) / speed));
}

} // namespace dragoman
