// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/storereader.h"

#include "domain/names.h"
#include "store/accountrows.h"
#include "store/connection.h"
#include "store/packing.h"
#include "store/textquery.h"

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

Error gone(const QString &what)
{
    return Error(
        u"This %1 is no longer in the store: it was read again or removed. Look for it anew in the list."_s.arg(what));
}

Article articleAt(const Rows &rows)
{
    Article article;
    article.id = ArticleId{rows.integer(0)};
    article.provenance = {rows.text(1),   rows.text(2),     rows.text(16),   rows.text(17),
                          rows.bytes(18), rows.integer(19), rows.integer(20)};
    article.title = rows.text(3);
    article.source = rows.text(4);
    article.dateline = rows.text(5);
    article.published = rows.day(6);
    article.publishedCorrected = rows.day(7);
    article.correctionReason = rows.text(8);
    article.publishedReadings = unpackDays(rows.text(9));
    article.titleSpan = {rows.integer(10), rows.integer(11)};
    article.story = {rows.integer(12), rows.integer(13)};
    article.body = unpackBody(rows.bytes(14));
    article.facts = unpackFacts(rows.text(21));
    return article;
}

QSet<PersonId> peopleOf(const Connection &connection, const QString &term)
{
    QSet<PersonId> people;
    const SqlCondition named = peopleNamed(term);
    Rows rows(connection, named.sql, named.values);
    while (rows.next())
        people.insert(PersonId{rows.integer(0)});
    return people;
}

QSet<ArticleId> articlesHolding(const Connection &connection, const QString &text)
{
    QSet<ArticleId> articles;
    const QString query = ftsQuery(textTerms(text));
    Rows rows = query.isEmpty()
                    ? Rows(connection, u"SELECT id FROM articles"_s)
                    : Rows(connection, u"SELECT rowid FROM article_index WHERE article_index MATCH ?"_s, {query});
    while (rows.next())
        articles.insert(ArticleId{rows.integer(0)});
    return articles;
}

} // namespace

Result<Contact> StoreReader::contact(ContactId id) const
{
    const Result<Transaction> snapshot = Transaction::begin(*m_connection, Transaction::Kind::Read);
    Contact contact;
    {
        Rows rows(*m_connection,
                  u"SELECT c.kind, c.status, c.date, l.name, l.country FROM contacts c JOIN places l ON l.id = c.place "
                  "WHERE c.id = ?"_s,
                  {id.value});
        if (!rows.next())
            return gone(u"contact"_s);
        contact.id = id;
        contact.kind = static_cast<ContactKind>(rows.number(0));
        contact.status = static_cast<ContactStatus>(rows.number(1));
        contact.date = FuzzyDate::fromEdtf(rows.text(2)).value_or(FuzzyDate());
        contact.place = {rows.text(3), rows.text(4)};
    }
    Rows rows(*m_connection,
              u"SELECT name, told_as, country, office, type, capacity, person, body FROM contact_participants "
              "WHERE contact = ? ORDER BY ordinal"_s,
              {id.value});
    while (rows.next())
        contact.participants.append(participantAt(rows, 0));
    forEachAccount(*m_connection, {u"t.contact = ?"_s, {id.value}},
                   [&contact](const Account &account) { contact.accounts.append(account); });
    return contact;
}

Result<ArticlePage> StoreReader::article(ArticleId id) const
{
    const Result<Transaction> snapshot = Transaction::begin(*m_connection, Transaction::Kind::Read);
    ArticlePage page;
    Rows rows(*m_connection,
              u"SELECT a.id, a.path, a.member, a.title, a.source, a.dateline, a.published, a.corrected, a.correction, "
              "a.readings, a.title_start, a.title_end, a.story_start, a.story_end, t.body, n.mentions, a.format, "
              "a.charset, a.hash, a.size, a.modified, a.facts FROM articles a JOIN article_text t ON t.article = a.id "
              "LEFT JOIN article_notes n ON n.article = a.id WHERE a.id = ?"_s,
              {id.value});
    if (!rows.next())
        return gone(u"article"_s);
    page.article = articleAt(rows);
    page.mentions = unpackMentions(rows.bytes(15));
    forEachAccount(*m_connection, {u"t.article = ?"_s, {id.value}},
                   [&page](const Account &account) { page.accounts.append(account); });
    return page;
}

Result<Person> StoreReader::person(PersonId id) const
{
    const QList<PersonRow> rows = personRows({id.value}, {});
    if (rows.isEmpty())
        return gone(u"person"_s);
    const PersonRow &row = rows.first();
    return Person{row.id, row.name, row.country, row.forms, row.offices};
}

FilterFacts StoreReader::facts(const Filter &filter) const
{
    const Result<Transaction> snapshot = Transaction::begin(*m_connection, Transaction::Kind::Read);
    FilterFacts facts;
    if (!filter.text.isEmpty())
        facts.textHits = articlesHolding(*m_connection, filter.text);
    for (const QString &term : filter.persons)
        facts.personHits.append(peopleOf(*m_connection, term));
    if (filter.sources.isEmpty() && !filter.severalSources)
        return facts;
    Rows rows(*m_connection, u"SELECT id, source FROM articles WHERE source_key <> ''"_s);
    while (rows.next())
        facts.sources.insert(ArticleId{rows.integer(0)}, rows.text(1));
    return facts;
}

} // namespace dragoman
