// SPDX-License-Identifier: GPL-3.0-or-later
#include "state/selection.h"

#include <QAction>

namespace dragoman {

Selection::Selection(QObject *parent) : QObject(parent), m_why(new QAction(tr("&Why Is This Here?"), this))
{
    m_why->setObjectName(QStringLiteral("why"));
    m_why->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_I));
    m_why->setToolTip(tr("Why is this contact here? Rule, words, what was dropped (%1)")
                          .arg(m_why->shortcut().toString(QKeySequence::NativeText)));
    m_why->setEnabled(false);
    connect(m_why, &QAction::triggered, this, &Selection::askWhy);
}

void Selection::setContact(ContactId contact)
{
    if (contact == m_contact)
        return;
    m_contact = contact;
    m_why->setEnabled(m_contact.isValid());
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

void Selection::setReading(ArticleId article)
{
    m_reading = article;
}

void Selection::askWhy()
{
    if (m_contact.isValid())
        emit whyWanted(m_contact, m_reading);
}

void Selection::clear()
{
    setContact({});
    setPerson({});
    openArticles({});
}

} // namespace dragoman
