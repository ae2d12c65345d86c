// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/storereader.h"

#include "store/accountrows.h"
#include "store/connection.h"
#include "store/packing.h"
#include "store/textquery.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

constexpr qsizetype evidenceLength = 200;

QString bodyOf(const Connection &connection, qint64 article)
{
    Rows rows(connection, u"SELECT body FROM article_text WHERE article = ?"_s, {article});
    return rows.next() ? unpackBody(rows.bytes(0)) : QString();
}

/** The position of each row in a list by its id. */
template <typename Row>
QHash<qint64, Row *> byId(QList<Row> &rows)
{
    QHash<qint64, Row *> result;
    for (Row &row : rows)
        result.insert(row.id.value, &row);
    return result;
}

ContactRow contactRowAt(const Rows &rows)
{
    ContactRow row;
    row.id = ContactId{rows.integer(0)};
    row.kind = static_cast<ContactKind>(rows.number(1));
    row.status = static_cast<ContactStatus>(rows.number(2));
    row.date = FuzzyDate::fromEdtf(rows.text(3)).value_or(FuzzyDate());
    row.place = {rows.text(4), rows.text(5)};
    row.accounts = rows.number(6);
    return row;
}

void addParticipants(const Connection &connection, const QString &ids, const QHash<qint64, ContactRow *> &rows)
{
    Rows found(connection,
               u"SELECT p.contact, p.name, p.told_as, p.country, p.office, p.type, p.capacity, p.person, p.body "
               "FROM contact_participants p WHERE p.contact IN (SELECT value FROM json_each(?)) "
               "ORDER BY p.contact, p.ordinal"_s,
               {ids});
    while (found.next()) {
        if (ContactRow *row = rows.value(found.integer(0)))
            row->participants.append(participantAt(found, 1));
    }
}

void addAccounts(const Connection &connection, const QString &ids, const QHash<qint64, ContactRow *> &rows)
{
    Rows found(connection,
               u"SELECT t.contact, t.article, t.evidence, a.source FROM accounts t JOIN articles a ON a.id = t.article "
               "WHERE t.contact IN (SELECT value FROM json_each(?)) ORDER BY a.path, a.member, t.id"_s,
               {ids});
    while (found.next()) {
        ContactRow *row = rows.value(found.integer(0));
        if (!row)
            continue;
        if (const QString source = found.text(3); !source.isEmpty() && !row->sources.contains(source))
            row->sources.append(source);
        if (row->article.isValid())
            continue;
        row->article = ArticleId{found.integer(1)};
        const QList<TextSpan> evidence = unpackSpans(found.text(2));
        if (!evidence.isEmpty())
            row->evidence = bodyOf(connection, row->article.value)
                                .mid(evidence.first().start, std::min(evidence.first().length(), evidenceLength))
                                .simplified();
    }
}

void addForms(const Connection &connection, const QString &ids, const QHash<qint64, PersonRow *> &rows)
{
    Rows forms(connection,
               u"SELECT person, text, articles FROM person_forms WHERE person IN (SELECT value FROM json_each(?)) "
               "ORDER BY id"_s,
               {ids});
    while (forms.next()) {
        if (PersonRow *row = rows.value(forms.integer(0)))
            row->forms.append({forms.text(1), forms.number(2)});
    }
    Rows offices(connection,
                 u"SELECT person, title, first, last, article FROM offices WHERE person IN "
                 "(SELECT value FROM json_each(?)) ORDER BY id"_s,
                 {ids});
    while (offices.next()) {
        if (PersonRow *row = rows.value(offices.integer(0)))
            row->offices.append({offices.text(1), offices.day(2), offices.day(3), ArticleId{offices.integer(4)}});
    }
}

/** `min` or `max` takes the other columns of its row along, which is SQLite's own promise. */
void addExtreme(const Connection &connection, const QString &extreme, const QString &ids, const SqlCondition &condition,
                const QHash<qint64, PersonRow *> &rows, FuzzyDate PersonRow::*field)
{
    Rows found(
        connection,
        u"SELECT cp.person, c.date, %1 FROM contact_participants cp JOIN contacts c ON c.id = cp.contact "
        "WHERE cp.person IN (SELECT value FROM json_each(?)) AND c.first IS NOT NULL AND %2 GROUP BY cp.person"_s.arg(
            extreme, condition.sql),
        QVariantList{ids} + condition.values);
    while (found.next()) {
        if (PersonRow *row = rows.value(found.integer(0)))
            row->*field = FuzzyDate::fromEdtf(found.text(1)).value_or(FuzzyDate());
    }
}

void addPersonCounts(const Connection &connection, const QString &ids, const SqlCondition &condition,
                     const QHash<qint64, PersonRow *> &rows)
{
    const QVariantList values = QVariantList{ids} + condition.values;
    Rows contacts(
        connection,
        u"SELECT cp.person, count(DISTINCT c.id) FROM contact_participants cp JOIN contacts c ON c.id = cp.contact "
        "WHERE cp.person IN (SELECT value FROM json_each(?)) AND %1 GROUP BY cp.person"_s.arg(condition.sql),
        values);
    while (contacts.next()) {
        if (PersonRow *row = rows.value(contacts.integer(0)))
            row->contacts = contacts.number(1);
    }
    Rows articles(
        connection,
        u"SELECT pt.person, count(DISTINCT t.article) FROM participants pt JOIN accounts t ON t.id = pt.account "
        "JOIN contacts c ON c.id = t.contact "
        "WHERE pt.person IN (SELECT value FROM json_each(?)) AND %1 GROUP BY pt.person"_s.arg(condition.sql),
        values);
    while (articles.next()) {
        if (PersonRow *row = rows.value(articles.integer(0)))
            row->articles = articles.number(1);
    }
}

} // namespace

QList<ArticleRow> StoreReader::articleRows(const std::vector<qint64> &ids, const Filter &filter) const
{
    const Result<Transaction> snapshot = Transaction::begin(*m_connection, Transaction::Kind::Read);
    QList<ArticleRow> result;
    const QList<TextTerm> terms = textTerms(filter.text);
    Rows rows(*m_connection,
              u"SELECT a.id, a.title, a.source, a.path, a.published, a.corrected, a.accounts, a.opening, a.correction, "
              "o.id, o.path, (SELECT count(*) FROM copies t WHERE t.original = a.id) "
              "FROM json_each(?) j JOIN articles a ON a.id = j.value LEFT JOIN copies c ON c.article = a.id "
              "LEFT JOIN articles o ON o.id = c.original ORDER BY j.key"_s,
              {jsonIds(ids)});
    while (rows.next()) {
        ArticleRow row;
        row.id = ArticleId{rows.integer(0)};
        row.title = rows.text(1);
        row.source = rows.text(2);
        row.path = rows.text(3);
        row.published = rows.day(4);
        row.publishedCorrected = rows.day(5);
        row.correctionReason = rows.text(8);
        row.contacts = rows.number(6);
        row.opening = rows.text(7);
        row.original = ArticleId{rows.integer(9)};
        row.originalPath = rows.text(10);
        row.copies = rows.number(11);
        if (!terms.isEmpty())
            row.snippet = snippetOf(bodyOf(*m_connection, row.id.value), terms);
        if (row.snippet.isEmpty())
            row.snippet = row.opening;
        result.append(row);
    }
    return result;
}

QList<ContactRow> StoreReader::contactRows(const std::vector<qint64> &ids) const
{
    const Result<Transaction> snapshot = Transaction::begin(*m_connection, Transaction::Kind::Read);
    QList<ContactRow> result;
    const QString json = jsonIds(ids);
    Rows rows(*m_connection,
              u"SELECT c.id, c.kind, c.status, c.date, l.name, l.country, c.accounts FROM json_each(?) j "
              "JOIN contacts c ON c.id = j.value JOIN places l ON l.id = c.place ORDER BY j.key"_s,
              {json});
    while (rows.next())
        result.append(contactRowAt(rows));
    const QHash<qint64, ContactRow *> positions = byId(result);
    addParticipants(*m_connection, json, positions);
    addAccounts(*m_connection, json, positions);
    return result;
}

QList<PersonRow> StoreReader::personRows(const std::vector<qint64> &ids, const Filter &filter) const
{
    const Result<Transaction> snapshot = Transaction::begin(*m_connection, Transaction::Kind::Read);
    QList<PersonRow> result;
    const QString json = jsonIds(ids);
    Rows rows(*m_connection,
              u"SELECT p.id, p.name, p.country FROM json_each(?) j JOIN people p ON p.id = j.value ORDER BY j.key"_s,
              {json});
    while (rows.next()) {
        PersonRow row;
        row.id = PersonId{rows.integer(0)};
        row.name = rows.text(1);
        row.country = rows.text(2);
        result.append(row);
    }
    const QHash<qint64, PersonRow *> positions = byId(result);
    const SqlCondition condition = contactCondition(filter);
    addForms(*m_connection, json, positions);
    addPersonCounts(*m_connection, json, condition, positions);
    addExtreme(*m_connection, u"min(c.first)"_s, json, condition, positions, &PersonRow::first);
    addExtreme(*m_connection, u"max(c.last)"_s, json, condition, positions, &PersonRow::last);
    return result;
}

} // namespace dragoman
