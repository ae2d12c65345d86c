// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/storereader.h"

#include "store/connection.h"
#include "store/filtersql.h"
#include "store/schema.h"

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

std::vector<qint64> idsOf(Rows &&rows)
{
    std::vector<qint64> ids;
    while (rows.next())
        ids.push_back(rows.integer(0));
    return ids;
}

int countOf(const Connection &connection, const QString &sql, const QVariantList &values)
{
    Rows rows(connection, sql, values);
    return rows.next() ? rows.number(0) : 0;
}

QString direction(Qt::SortOrder order)
{
    return order == Qt::AscendingOrder ? u" ASC"_s : u" DESC"_s;
}

/** ORDER BY with every `%1` as the direction. */
QString orderBy(const QString &columns, Qt::SortOrder order)
{
    return u" ORDER BY "_s + QString(columns).replace(u"%1"_s, direction(order));
}

QString articleOrder(ArticleSort sort)
{
    switch (sort) {
    case ArticleSort::Date:
        return u"a.day IS NULL, a.day%1, a.id%1"_s;
    case ArticleSort::Title:
        return u"a.title_key = '', a.title_key%1, a.path%1, a.id%1"_s;
    case ArticleSort::Source:
        return u"a.source_key = '', a.source_key%1, a.day IS NULL, a.day, a.id"_s;
    case ArticleSort::Contacts:
        return u"a.accounts%1, a.day IS NULL, a.day DESC, a.id"_s;
    case ArticleSort::Path:
        return u"a.path%1, a.member%1"_s;
    }
    return u"a.id"_s;
}

QString contactOrder(ContactSort sort)
{
    switch (sort) {
    case ContactSort::Date:
        return u"c.first IS NULL, c.first%1, c.last%1, c.id%1"_s;
    case ContactSort::Kind:
        return u"c.kind%1, c.first IS NULL, c.first, c.id"_s;
    case ContactSort::Status:
        return u"c.status%1, c.first IS NULL, c.first, c.id"_s;
    case ContactSort::Place:
        return u"l.words = '', l.words%1, c.first IS NULL, c.first, c.id"_s;
    }
    return u"c.id"_s;
}

QString personOrder(PersonSort sort)
{
    switch (sort) {
    case PersonSort::Contacts:
        return u"count(DISTINCT c.id)%1, p.name_key, p.id"_s;
    case PersonSort::Name:
        return u"p.name_key%1, p.id%1"_s;
    case PersonSort::Country:
        return u"p.country = '', p.country%1, p.name_key, p.id"_s;
    case PersonSort::Last:
        return u"max(c.last) IS NULL, max(c.last)%1, p.name_key, p.id"_s;
    }
    return u"p.id"_s;
}

QList<FileRow> filesOf(Rows rows)
{
    QList<FileRow> files;
    while (rows.next())
        files.append({rows.text(0), rows.text(1), rows.text(2), rows.integer(3), rows.integer(4), rows.bytes(5),
                      rows.text(6), rows.text(7)});
    return files;
}

} // namespace

StoreReader::StoreReader(std::unique_ptr<Connection> connection) : m_connection(std::move(connection)) {}

StoreReader::~StoreReader() = default;

Result<std::unique_ptr<StoreReader>> StoreReader::open(const QString &file)
{
    Result<std::unique_ptr<Connection>> connection = Connection::open(file, Connection::Mode::Read);
    if (!connection.ok())
        return connection.error();
    if (Result<void> readable = checkReadable(*connection.value()); !readable.ok())
        return readable.error();
    return std::unique_ptr<StoreReader>(new StoreReader(std::move(connection).value()));
}

StoreCounts StoreReader::counts(const Filter &filter) const
{
    StoreCounts counts;
    const Result<Transaction> snapshot = Transaction::begin(*m_connection, Transaction::Kind::Read);
    const SqlCondition articles = articleCondition(filter);
    const SqlCondition contacts = contactCondition(filter);
    counts.articles =
        countOf(*m_connection, u"SELECT count(*) FROM articles a WHERE "_s + articles.sql, articles.values);
    counts.contacts =
        countOf(*m_connection, u"SELECT count(*) FROM contacts c WHERE "_s + contacts.sql, contacts.values);
    if (filter.isEmpty())
        counts.people = countOf(*m_connection, u"SELECT count(*) FROM people"_s, {});
    else
        counts.people = countOf(*m_connection,
                                u"SELECT count(DISTINCT cp.person) FROM contacts c JOIN contact_participants cp "
                                "ON cp.contact = c.id WHERE "_s +
                                    contacts.sql,
                                contacts.values);
    return counts;
}

std::vector<qint64> StoreReader::articleIds(const Filter &filter, ArticleSort sort, Qt::SortOrder order) const
{
    const SqlCondition condition = articleCondition(filter);
    return idsOf(Rows(*m_connection,
                      u"SELECT a.id FROM articles a WHERE "_s + condition.sql + orderBy(articleOrder(sort), order),
                      condition.values));
}

std::vector<qint64> StoreReader::contactIds(const Filter &filter, ContactSort sort, Qt::SortOrder order) const
{
    const SqlCondition condition = contactCondition(filter);
    const QString places = sort == ContactSort::Place ? u"JOIN places l ON l.id = c.place "_s : QString();
    return idsOf(Rows(*m_connection,
                      u"SELECT c.id FROM contacts c "_s + places + u"WHERE "_s + condition.sql +
                          orderBy(contactOrder(sort), order),
                      condition.values));
}

std::vector<qint64> StoreReader::personIds(const Filter &filter, PersonSort sort, Qt::SortOrder order) const
{
    const QString ordered = u" GROUP BY p.id"_s + orderBy(personOrder(sort), order);
    if (filter.isEmpty())
        return idsOf(
            Rows(*m_connection, u"SELECT p.id FROM people p LEFT JOIN contact_participants cp ON cp.person = p.id "
                                "LEFT JOIN contacts c ON c.id = cp.contact"_s +
                                    ordered));
    const SqlCondition condition = contactCondition(filter);
    return idsOf(Rows(*m_connection,
                      u"SELECT p.id FROM contacts c JOIN contact_participants cp ON cp.contact = c.id "
                      "JOIN people p ON p.id = cp.person WHERE "_s +
                          condition.sql + ordered,
                      condition.values));
}

QString StoreReader::folder() const
{
    Rows rows(*m_connection, u"SELECT value FROM meta WHERE key = 'folder'"_s);
    return rows.next() ? rows.text(0) : QString();
}

QList<FileRow> StoreReader::files() const
{
    return filesOf(Rows(
        *m_connection, u"SELECT f.path, f.state, f.reason, f.size, f.modified, f.hash, (SELECT a.charset FROM articles "
                       "a WHERE a.path = f.path LIMIT 1), c.charset FROM files f LEFT JOIN file_charsets c "
                       "ON c.path = f.path ORDER BY f.path"_s));
}

QList<FileRow> StoreReader::sampleOfFiles(int most) const
{
    return filesOf(Rows(*m_connection,
                        u"SELECT path, state, reason, size, modified, hash, '', '' FROM files WHERE state = 'read' "
                        "ORDER BY hash, path LIMIT ?"_s,
                        {most}));
}

QList<Body> StoreReader::bodies() const
{
    QList<Body> bodies;
    Rows rows(*m_connection, u"SELECT id, name, country FROM bodies ORDER BY id"_s);
    while (rows.next())
        bodies.append({BodyId{rows.integer(0)}, rows.text(1), rows.text(2)});
    return bodies;
}

bool StoreReader::isNewer() const
{
    return isNewerStore(*m_connection);
}

QString StoreReader::takeProblem() const
{
    return m_connection->takeProblem();
}

QStringList StoreReader::damages() const
{
    QStringList found;
    Rows pages(*m_connection, u"PRAGMA integrity_check(100)"_s);
    if (pages.failed())
        found.append(
            u"The store %1 cannot be checked: set it aside and read its folder again."_s.arg(m_connection->file()));
    while (pages.next()) {
        if (pages.text(0) != u"ok"_s)
            found.append(pages.text(0));
    }
    Rows references(*m_connection, u"PRAGMA foreign_key_check"_s);
    while (references.next())
        found.append(
            u"A row of %1 refers to one of %2 that is not there."_s.arg(references.text(0), references.text(2)));
    return found;
}

QString StoreReader::countryName(const QString &code) const
{
    Rows rows(*m_connection, u"SELECT name FROM countries WHERE code = ?"_s, {code});
    return rows.next() ? rows.text(0) : code;
}

} // namespace dragoman
