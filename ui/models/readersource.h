// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/question.h"

#include <QObject>

namespace dragoman {

/** What the reader shows: the open articles with all that was found in them, the selected contact, and people asked
 * about. */
class ReaderSource : public QObject
{
    Q_OBJECT
public:
    explicit ReaderSource(Archive *archive, QObject *parent = nullptr);

    void setArticles(const QList<ArticleId> &articles); ///< answered by arrived(), in the same order
    void setContact(ContactId contact);                 ///< answered by contactArrived()
    void askPerson(PersonId person);                    ///< answered by personArrived()

signals:
    /** An article that could not be read is told in `problems` and left out of `pages`. */
    void arrived(const QList<dragoman::ArticlePage> &pages, const QStringList &problems);
    /** Without accounts if no contact is selected or it is gone. */
    void contactArrived(const dragoman::Contact &contact);
    void personArrived(const dragoman::Person &person);

private:
    void refresh();
    void refreshContact();
    void empty();

    Archive *m_archive;
    Question m_pages;
    Question m_contactQuestion;
    Question m_person;
    QList<ArticleId> m_articles;
    ContactId m_contact;
};

} // namespace dragoman
