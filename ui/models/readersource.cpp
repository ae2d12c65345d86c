// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readersource.h"

#include <optional>
#include <utility>

namespace dragoman {

ReaderSource::ReaderSource(Archive *archive, QObject *parent)
    : QObject(parent), m_archive(archive), m_pages(this), m_contactQuestion(this), m_person(this)
{
    connect(archive, &Archive::contentChanged, this, [this] {
        refresh();
        refreshContact();
    });
    connect(archive, &Archive::closed, this, &ReaderSource::empty);
}

void ReaderSource::setArticles(const QList<ArticleId> &articles)
{
    m_articles = articles;
    refresh();
}

void ReaderSource::setContact(ContactId contact)
{
    m_contact = contact;
    refreshContact();
}

void ReaderSource::refresh()
{
    if (m_articles.isEmpty() || !m_archive->isOpen()) {
        m_pages.drop();
        emit arrived({}, {});
        return;
    }
    using Answer = std::pair<QList<ArticlePage>, QStringList>;
    m_pages.ask<Answer>(
        m_archive,
        [articles = m_articles](const StoreReader &reader) {
            Answer answer;
            for (const ArticleId article : articles) {
                Result<ArticlePage> page = reader.article(article);
                if (page.ok())
                    answer.first.append(std::move(page).value());
                else
                    answer.second.append(page.error().message());
            }
            return answer;
        },
        [this](const Answer &answer) { emit arrived(answer.first, answer.second); });
}

void ReaderSource::refreshContact()
{
    if (!m_contact.isValid() || !m_archive->isOpen()) {
        m_contactQuestion.drop();
        emit contactArrived({});
        return;
    }
    m_contactQuestion.ask<Contact>(
        m_archive,
        [contact = m_contact](const StoreReader &reader) {
            Result<Contact> found = reader.contact(contact);
            return found.ok() ? std::move(found).value() : Contact();
        },
        [this](const Contact &contact) { emit contactArrived(contact); });
}

void ReaderSource::askPerson(PersonId person)
{
    if (!person.isValid() || !m_archive->isOpen())
        return;
    using Answer = std::optional<Person>;
    m_person.ask<Answer>(
        m_archive,
        [person](const StoreReader &reader) {
            Result<Person> found = reader.person(person);
            return found.ok() ? Answer(std::move(found).value()) : Answer();
        },
        [this](const Answer &found) {
            if (found)
                emit personArrived(*found);
        });
}

void ReaderSource::empty()
{
    m_articles.clear();
    m_contact = {};
    m_person.drop();
    refresh();
    refreshContact();
}

} // namespace dragoman
