// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/question.h"

#include <QObject>

namespace dragoman {

/** The sums of the status bar: what the filter lets through, and all there is. */
class CountSource : public QObject
{
    Q_OBJECT
public:
    explicit CountSource(Archive *archive, QObject *parent = nullptr);

    void setFilter(const Filter &filter);
    void refresh();
    [[nodiscard]] const StoreCounts &shown() const { return m_shown; }
    [[nodiscard]] const StoreCounts &all() const { return m_all; }
    [[nodiscard]] bool isAsking() const { return m_asking; }

signals:
    void changed();

private:
    void empty();

    Archive *m_archive;
    Question m_question;
    Filter m_filter;
    StoreCounts m_shown;
    StoreCounts m_all;
    bool m_asking = false;
};

} // namespace dragoman
