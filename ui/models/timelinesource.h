// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/question.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace dragoman {

/** What the timeline shows: the columns of all contacts that the filter lets through, and the rows of those looked at.
 */
class TimelineSource : public QObject
{
    Q_OBJECT
public:
    explicit TimelineSource(Archive *archive, QObject *parent = nullptr);

    void setFilter(const Filter &filter);
    void setLaneMode(LaneMode mode);
    [[nodiscard]] LaneMode laneMode() const { return m_mode; }
    [[nodiscard]] const Filter &filter() const { return m_filter; }
    void refresh();

    [[nodiscard]] const ContactRow *row(qint64 contact) const; ///< nullptr until rowsArrived()
    void askRows(const std::vector<qint64> &contacts);         ///< those that are not there yet nor asked for
    void askArticles(ContactId contact);                       ///< answered by articlesFound()

signals:
    void arrived(const dragoman::TimelineData &data);
    void rowsArrived();
    /** The articles that tell a contact, in order of its accounts. */
    void articlesFound(dragoman::ContactId contact, const QList<dragoman::ArticleId> &articles);

private:
    void forgetRows();
    void empty();

    Archive *m_archive;
    Question m_question;
    Question m_articles;
    Filter m_filter;
    LaneMode m_mode = LaneMode::CountryPair;
    QHash<qint64, ContactRow> m_rows;
    QSet<qint64> m_asked;
    quint64 m_generation = 0; ///< rows asked before the store changed are not kept
};

} // namespace dragoman
