// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timelinesource.h"

namespace dragoman {

namespace {

constexpr int mostRows = 5000;

}

TimelineSource::TimelineSource(Archive *archive, QObject *parent)
    : QObject(parent), m_archive(archive), m_question(this), m_articles(this)
{
    connect(archive, &Archive::opened, this, &TimelineSource::refresh);
    connect(archive, &Archive::contentChanged, this, &TimelineSource::refresh);
    connect(archive, &Archive::closed, this, &TimelineSource::empty);
}

void TimelineSource::setFilter(const Filter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    refresh();
}

void TimelineSource::setLaneMode(LaneMode mode)
{
    if (mode == m_mode)
        return;
    m_mode = mode;
    refresh();
}

void TimelineSource::refresh()
{
    if (!m_archive->isOpen())
        return;
    forgetRows();
    m_question.ask<TimelineData>(
        m_archive,
        [filter = m_filter, mode = m_mode](const StoreReader &reader) { return reader.timeline(filter, mode); },
        [this](const TimelineData &data) { emit arrived(data); });
}

const ContactRow *TimelineSource::row(qint64 contact) const
{
    const auto found = m_rows.constFind(contact);
    return found == m_rows.cend() ? nullptr : &*found;
}

void TimelineSource::askRows(const std::vector<qint64> &contacts)
{
    if (!m_archive->isOpen())
        return;
    if (m_rows.size() > mostRows)
        forgetRows();
    std::vector<qint64> wanted;
    for (const qint64 contact : contacts) {
        if (!m_asked.contains(contact))
            wanted.push_back(contact);
    }
    if (wanted.empty())
        return;
    for (const qint64 contact : wanted)
        m_asked.insert(contact);
    m_archive->ask<QList<ContactRow>>(
        this, [wanted](const StoreReader &reader) { return reader.contactRows(wanted); },
        [this, generation = m_generation](const QList<ContactRow> &rows) {
            if (generation != m_generation)
                return;
            for (const ContactRow &row : rows)
                m_rows.insert(row.id.value, row);
            emit rowsArrived();
        });
}

void TimelineSource::askArticles(ContactId contact)
{
    if (!m_archive->isOpen())
        return;
    using Articles = QList<ArticleId>;
    m_articles.ask<Articles>(
        m_archive,
        [contact](const StoreReader &reader) {
            Articles articles;
            const Result<Contact> found = reader.contact(contact);
            if (found.ok()) {
                for (const Account &account : found.value().accounts) {
                    if (!articles.contains(account.article))
                        articles.append(account.article);
                }
            }
            return articles;
        },
        [this, contact](const Articles &articles) { emit articlesFound(contact, articles); });
}

void TimelineSource::forgetRows()
{
    ++m_generation;
    m_rows.clear();
    m_asked.clear();
}

void TimelineSource::empty()
{
    m_question.drop();
    m_articles.drop();
    forgetRows();
    emit arrived({});
}

} // namespace dragoman
