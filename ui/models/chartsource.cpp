// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chartsource.h"

#include <utility>

namespace dragoman {

ChartSource::ChartSource(Archive *archive, QObject *parent) : QObject(parent), m_archive(archive), m_question(this)
{
    connect(archive, &Archive::opened, this, &ChartSource::refresh);
    connect(archive, &Archive::contentChanged, this, &ChartSource::refresh);
    connect(archive, &Archive::closed, this, &ChartSource::empty);
}

void ChartSource::setFilter(const Filter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    refresh();
}

void ChartSource::refresh()
{
    if (!m_archive->isOpen())
        return;
    using Answer = std::pair<QList<MonthCount>, int>;
    m_question.ask<Answer>(
        m_archive,
        [filter = m_filter](const StoreReader &reader) {
            return Answer(reader.months(filter), reader.counts(filter).contacts);
        },
        [this](const Answer &answer) { emit arrived(answer.first, answer.second); });
}

void ChartSource::empty()
{
    m_question.drop();
    emit arrived({}, 0);
}

} // namespace dragoman
