// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/question.h"

#include <QObject>

namespace dragoman {

/** Contacts per month and kind within the filter; only sums are asked for, never single contacts. */
class ChartSource : public QObject
{
    Q_OBJECT
public:
    explicit ChartSource(Archive *archive, QObject *parent = nullptr);

    void setFilter(const Filter &filter);
    [[nodiscard]] const Filter &filter() const { return m_filter; }
    void refresh();

signals:
    /** `contacts` are all within the filter, also those whose date is not known to the month. */
    void arrived(const QList<dragoman::MonthCount> &months, int contacts);

private:
    void empty();

    Archive *m_archive;
    Question m_question;
    Filter m_filter;
};

} // namespace dragoman
