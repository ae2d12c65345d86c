// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/whysource.h"

#include <QPointer>

using namespace Qt::StringLiterals;

namespace dragoman {

struct WhySource::Found
{
    Contact contact;
    QStringList titles;
    QString error;
};

namespace {

QString titleOf(const StoreReader &reader, ArticleId id)
{
    const std::vector<qint64> ids{id.value};
    const QList<ArticleRow> rows = reader.articleRows(ids, {});
    if (rows.isEmpty())
        return {};
    const ArticleRow &row = rows.first();
    const QString title = row.title.isEmpty() ? row.opening : row.title;
    const QString from = row.source.isEmpty() ? row.path : row.source;
    return title.isEmpty() ? from : from + u": "_s + title.simplified();
}

} // namespace

WhySource::WhySource(Archive *archive, QObject *parent) : QObject(parent), m_archive(archive), m_question(this) {}

void WhySource::ask(ContactId contact, ArticleId article)
{
    ++m_number;
    m_contact = {};
    m_titles.clear();
    m_account = -1;
    if (!contact.isValid() || !m_archive->isOpen()) {
        m_question.drop();
        emit failed(tr("No contact is selected."));
        return;
    }
    m_question.ask<Found>(
        m_archive,
        [contact](const StoreReader &reader) {
            Found found;
            Result<Contact> asked = reader.contact(contact);
            if (!asked.ok()) {
                found.error = asked.error().message();
                return found;
            }
            found.contact = std::move(asked).value();
            for (const Account &account : std::as_const(found.contact.accounts))
                found.titles.append(titleOf(reader, account.article));
            return found;
        },
        [this, article](const Found &found) { take(found, article); });
}

void WhySource::take(const Found &found, ArticleId article)
{
    if (!found.error.isEmpty()) {
        emit failed(found.error);
        return;
    }
    m_contact = found.contact;
    m_titles = found.titles;
    m_account = m_contact.accounts.isEmpty() ? -1 : 0;
    for (int i = 0; i < m_contact.accounts.size(); ++i) {
        if (m_contact.accounts[i].article == article) {
            m_account = i;
            break;
        }
    }
    emit arrived();
    explain();
}

void WhySource::choose(int account)
{
    if (account < 0 || account >= m_contact.accounts.size() || account == m_account)
        return;
    m_account = account;
    explain();
}

void WhySource::explain()
{
    if (m_account < 0) {
        emit failed(tr("No article tells this contact any more."));
        return;
    }
    const quint64 number = ++m_number;
    const Account stored = m_contact.accounts[m_account];
    m_archive->explain(this, stored.article, [this, number, stored](const ExplainedArticle &answer) {
        if (number != m_number)
            return;
        if (!answer.error.isEmpty()) {
            emit failed(answer.error);
            return;
        }
        const qsizetype at = accountIn(answer.explanation, stored);
        if (at < 0)
            emit failed(tr("The rules have changed since this article was read, and do not tell this contact any "
                           "more. Choose File, Read New Files."));
        else
            emit explained(answer, answer.explanation.accounts[at]);
    });
}

} // namespace dragoman
