// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"

#include <QList>
#include <QObject>

class QAction;

namespace dragoman {

/** What is selected and what is being read, the same for all views. */
class Selection : public QObject
{
    Q_OBJECT
public:
    explicit Selection(QObject *parent = nullptr);

    static constexpr int mostPanes = 4;

    [[nodiscard]] ContactId contact() const { return m_contact; }
    [[nodiscard]] PersonId person() const { return m_person; }
    [[nodiscard]] const QList<ArticleId> &articles() const { return m_articles; } ///< in the reader, one a pane

    [[nodiscard]] ArticleId reading() const { return m_reading; } ///< of those in the reader, the one in use
    [[nodiscard]] QAction *whyAction() const { return m_why; }    ///< asks why the selected contact is here

    void setContact(ContactId contact);
    void setPerson(PersonId person);
    void openArticle(ArticleId article);                 ///< alone in the reader
    void openBeside(ArticleId article);                  ///< in one more pane; the last pane is reused at mostPanes
    void openArticles(const QList<ArticleId> &articles); ///< the first mostPanes of them, side by side
    void closeArticle(ArticleId article);
    void setReading(ArticleId article);
    void askWhy(); ///< as whyAction() does
    void clear();

signals:
    void contactChanged(dragoman::ContactId contact);
    void personChanged(dragoman::PersonId person);
    void whyWanted(dragoman::ContactId contact, dragoman::ArticleId reading);
    void articlesChanged(const QList<dragoman::ArticleId> &articles);

private:
    ContactId m_contact;
    PersonId m_person;
    QList<ArticleId> m_articles;
    ArticleId m_reading;
    QAction *m_why;
};

} // namespace dragoman
