// SPDX-License-Identifier: GPL-3.0-or-later
#include "state/selection.h"

namespace dragoman {

void Selection::setContact(ContactId contact)
{
    if (contact == m_contact)
        return;
    m_contact = contact;
    emit contactChanged(m_contact);
}

void Selection::setPerson(PersonId person)
{
    if (person == m_person)
        return;
    m_person = person;
    emit personChanged(m_person);
}

void Selection::openArticle(ArticleId article)
{
    openArticles({article});
}

void Selection::openBeside(ArticleId article)
{
    if (!article.isValid() || m_articles.contains(article))
        return;
    QList<ArticleId> next = m_articles;
    if (next.size() >= mostPanes)
        next.removeLast();
    next.append(article);
    openArticles(next);
}

void Selection::openArticles(const QList<ArticleId> &articles)
{
    QList<ArticleId> next;
    for (const ArticleId article : articles) {
        if (article.isValid() && !next.contains(article) && next.size() < mostPanes)
            next.append(article);
    }
    if (next == m_articles)
        return;
    m_articles = next;
    emit articlesChanged(m_articles);
}

void Selection::closeArticle(ArticleId article)
{
    QList<ArticleId> next = m_articles;
    next.removeAll(article);
    openArticles(next);
}

void Selection::clear()
{
    setContact({});
    setPerson({});
    openArticles({});
}

} // namespace dragoman
