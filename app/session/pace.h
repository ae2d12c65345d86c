// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <deque>

namespace dragoman {

/**
 * How fast an import goes and how long it will still take, from the bytes that it read in the last seconds: the speed
 * of an hour ago says little of what is read now. Knows no clock.
 */
class Pace
{
public:
    /** Notes how far it is after so many milliseconds. */
    void note(qint64 milliseconds, int files, qint64 bytes);

    [[nodiscard]] double filesPerSecond() const;
    [[nodiscard]] double bytesPerSecond() const;
    /** Whole seconds for what is left, at the present speed; -1 while too little is known. */
    [[nodiscard]] int secondsLeft(int files, qint64 bytes) const;

private:
    struct Point
    {
        qint64 milliseconds = 0;
        int files = 0;
        qint64 bytes = 0;
    };

    [[nodiscard]] double secondsSeen() const;

    std::deque<Point> m_points;
};

} // namespace dragoman
