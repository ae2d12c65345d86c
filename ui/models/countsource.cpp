// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/countsource.h"

#include <utility>

namespace dragoman {

CountSource::CountSource(Archive *archive, QObject *parent) : QObject(parent), m_archive(archive), m_question(this)
{
    connect(archive, &Archive::opened, this, &CountSource::refresh);
    connect(archive, &Archive::contentChanged, this, &CountSource::refresh);
    connect(archive, &Archive::closed, this, &CountSource::empty);
}

void CountSource::setFilter(const Filter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    refresh();
}

void CountSource::refresh()
{
    if (!m_archive->isOpen())
        return;
    using Both = std::pair<StoreCounts, StoreCounts>;
    m_asking = true;
    m_question.ask<Both>(
        m_archive,
        [filter = m_filter](const StoreReader &reader) {
            const StoreCounts all = reader.counts({});
            return Both(filter.isEmpty() ? all : reader.counts(filter), all);
        },
        [this](const Both &both) {
            m_asking = false;
            m_shown = both.first;
            m_all = both.second;
            emit changed();
        });
}

void CountSource::empty()
{
    m_question.drop();
    m_asking = false;
    m_shown = {};
    m_all = {};
    emit changed();
}

} // namespace dragoman
