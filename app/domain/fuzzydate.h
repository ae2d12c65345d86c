// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QMetaType>
#include <QString>

#include <optional>

namespace dragoman {

/**
 * A date as precise as it is told, in EDTF (ISO 8601-2, level 0 and the marks of level 1): a day `2025-10-01`, a month
 * `2025-10`, a year `2025`, an interval of two of these `2025-10-01/2025-10-03`, each marked approximate by a trailing
 * `~`, uncertain by `?`, both by `%`; or unknown. Years 1 to 9999.
 */
class FuzzyDate
{
public:
    enum class Precision { Unknown, Day, Month, Year };

    FuzzyDate() = default;
    [[nodiscard]] static FuzzyDate day(QDate date);
    [[nodiscard]] static FuzzyDate month(int year, int month);
    [[nodiscard]] static FuzzyDate year(int year);
    /** From the first day of `from` to the last day of `to`; a single day if both are the same day. Unknown if either
     * is or they are in the wrong order. */
    [[nodiscard]] static FuzzyDate interval(QDate from, QDate to);
    /** nullopt if the text is not EDTF as described above; the empty text is the unknown date. */
    [[nodiscard]] static std::optional<FuzzyDate> fromEdtf(const QString &text);
    [[nodiscard]] QString toEdtf() const;

    [[nodiscard]] bool isKnown() const { return m_first.isValid(); }
    [[nodiscard]] bool isApproximate() const { return m_approximate; }
    /** It rests on a reading that may be wrong, such as a numeric date whose day and month may be exchanged. */
    [[nodiscard]] bool isUncertain() const { return m_uncertain; }
    /** One day, known to the day. */
    [[nodiscard]] bool isDay() const { return isKnown() && m_first == m_last; }
    [[nodiscard]] bool isInterval() const { return m_interval; }
    [[nodiscard]] Precision precision() const { return m_precision; }

    /** First and last day the contact can have been on; invalid dates if unknown. */
    [[nodiscard]] QDate earliest() const { return m_first; }
    [[nodiscard]] QDate latest() const { return m_last; }
    /** Whether the two have a day in common; false if either is unknown. */
    [[nodiscard]] bool overlaps(const FuzzyDate &other) const;
    /** The same date, marked approximate. */
    [[nodiscard]] FuzzyDate approximated() const;
    /** The same date, marked uncertain. */
    [[nodiscard]] FuzzyDate doubted() const;

    friend bool operator==(const FuzzyDate &, const FuzzyDate &) = default;

private:
    QDate m_first;
    QDate m_last;
    Precision m_precision = Precision::Unknown;
    bool m_interval = false;
    bool m_approximate = false;
    bool m_uncertain = false;
};

} // namespace dragoman
Q_DECLARE_METATYPE(dragoman::FuzzyDate)
