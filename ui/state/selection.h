// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"

#include <QList>
#include <QObject>

namespace dragoman {

/** What is selected and what is being read, the same for all views. */
class Selection : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    static constexpr int mostPanes = 4;

    [[nodiscard]] ContactId contact() const { return m_contact; }
    [[nodiscard]] PersonId person() const { return m_person; }
    [[nodiscard]] const QList<ArticleId> &articles() const { return m_articles; } ///< in the reader, one a pane

    void setContact(ContactId contact);
    void setPerson(PersonId person);
    void openArticle(ArticleId article);                 ///< alone in the reader
    void openBeside(ArticleId article);                  ///< in one more pane; the last pane is reused at mostPanes
    void openArticles(const QList<ArticleId> &articles); ///< the first mostPanes of them, side by side
    void closeArticle(ArticleId article);
    void clear();

signals:
    void contactChanged(dragoman::ContactId contact);
    void personChanged(dragoman::PersonId person);
    void articlesChanged(const QList<dragoman::ArticleId> &articles);

private:
    ContactId m_contact;
    PersonId m_person;
    QList<ArticleId> m_articles;
};

} // namespace dragoman
