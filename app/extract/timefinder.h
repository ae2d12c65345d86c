// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/numericdates.h"
#include "extract/timeexpressions.h"
#include "extract/timewords.h"

namespace dragoman {

/** Goes over a text once and reads at each place whether an expression of time begins there. */
class TimeFinder
{
public:
    TimeFinder(const TokenizedText &text, const Lexicon &lexicon);
    std::vector<TimeExpression> run();

private:
    // The codes of units in dates.tsv.
    enum UnitCode {
        unitDay = 1,
        unitWeek,
        unitWeekend,
        unitMonth,
        unitQuarter,
        unitHalf,
        unitYear,
        unitDecade,
        pluralUnits = 10
    };

    // Each reads from m_at on, moves it behind what was read, and says whether there was anything.
    bool read(TimeExpression &time);
    bool readPhrase(TimeExpression &time);
    bool readWeekday(TimeExpression &time);
    bool readWeekdaysWithDays(TimeExpression &time);
    bool readDateBeside(TimeExpression &time);
    bool readNumeric(TimeExpression &time);
    bool readDayMonth(TimeExpression &time);
    bool readSecondDayMonth(TimeExpression &time, int at);
    bool readMonthDay(TimeExpression &time);
    bool readSecondMonthDay(TimeExpression &time, int at);
    bool finishRange(TimeExpression &time, int day, int month, int told, int at);
    bool readPart(TimeExpression &time);
    bool readPartOfMonth(TimeExpression &time, TimeExpression::Part part);
    bool readPartOfPeriod(TimeExpression &time, TimeExpression::Part part);
    bool readPartOfYear(TimeExpression &time, int ordinal, int months);
    bool readSeason(TimeExpression &time);
    bool readMonth(TimeExpression &time);
    bool readCount(TimeExpression &time);
    bool readDayOfMonth(TimeExpression &time);
    bool readPeriod(TimeExpression &time);
    bool readYear(TimeExpression &time);

    void takeYear(TimeExpression &time, int at);
    void takeYearStep(TimeExpression &time, int at);
    void takeYearOfMonths(TimeExpression &time, int at);
    void takeDayPart();
    void takeWeek(TimeExpression &time);
    TimeExpression::Direction takeDirection();
    int rangeEnd(int *at) const;
    [[nodiscard]] bool opens(int at) const;
    [[nodiscard]] bool standsAlone(int at) const;
    [[nodiscard]] bool isAnyWeekday(int at) const;
    static void chooseByWeekday(TimeExpression &time);
    [[nodiscard]] bool afterTimeWord(int at) const;
    [[nodiscard]] bool isMonthName(int at) const;
    [[nodiscard]] bool isDecade(int at) const;
    void finish(TimeExpression &time);
    void takeLastDate(TimeExpression &time);
    [[nodiscard]] bool isAside(const TimeExpression &time) const;

    const TokenizedText &m_text;
    const Lexicon &m_lexicon;
    TimeWords m_words;
    NumericDates m_numeric;
    std::vector<WordId> m_small; ///< words so frequent that the one behind them is looked at first
    std::vector<TimeExpression> m_times;
    int m_at = 0;
};

} // namespace dragoman
