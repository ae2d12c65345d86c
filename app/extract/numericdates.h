// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/timeexpressions.h"
#include "extract/timewords.h"

namespace dragoman {

/** Reads dates in figures, and learns from those that leave no doubt whether their text puts the day or the month
 * first.
 */
class NumericDates
{
public:
    NumericDates(const TokenizedText &text, const TimeWords &words) : m_text(text), m_words(words) {}

    /** Reads "07.03.2025", "3/11/2025", "2025-03-07", "on 31/10" at a token; returns the token behind it, or 0. */
    int read(int at, TimeExpression &time);

private:
    enum class Order { Unasked, Unknown, DayFirst, MonthFirst };
    struct Figures
    {
        int first = 0;
        int second = 0;
        int third = 0;
        bool dots = false;
        bool yearFirst = false;
        int end = 0; ///< the token behind; 0: these are none
    };

    [[nodiscard]] Figures figures(int at, int limit) const;
    [[nodiscard]] Figures joined(int at) const;
    [[nodiscard]] Figures apart(int at, int limit) const;
    int readDayMonth(int at, TimeExpression &time);
    [[nodiscard]] Order order();
    void setDate(const Figures &figures, TimeExpression &time);

    const TokenizedText &m_text;
    const TimeWords &m_words;
    Order m_order = Order::Unasked;
};

} // namespace dragoman
