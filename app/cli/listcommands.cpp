// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/openarchive.h"
#include "cli/rowwriter.h"

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

constexpr std::size_t rowsAtOnce = 500;

/** What is listed: in which columns, which rows in which order, and a window of them. */
struct Listing
{
    QList<Column> columns;
    std::vector<qint64> (*ids)(const StoreReader &, const Filter &);
    QList<QStringList> (*rows)(const StoreReader &, const std::vector<qint64> &, const Filter &);
};

void describe(QCommandLineParser &parser)
{
    addImportOptions(parser);
    addFilterOption(parser);
    parser.addOption({u"format"_s, u"table (for people, the default), tsv or json."_s, u"FORMAT"_s, u"table"_s});
}

ExitCode list(const QCommandLineParser &parser, const Listing &listing)
{
    const auto format = rowFormatFromWord(parser.value(u"format"_s));
    if (!format)
        return usageError(
            u"'%1' is no format of a list; known are table, tsv and json."_s.arg(parser.value(u"format"_s)));
    const Result<Filter> filter = filterOf(parser);
    if (!filter.ok())
        return usageError(filter.error().message());
    const OpenedArchive archive = openArchive(parser);
    if (!archive.reader)
        return archive.code;
    const std::vector<qint64> ids = listing.ids(*archive.reader, filter.value());
    RowWriter writer(*format, listing.columns);
    std::size_t from = 0;
    do {
        const std::size_t to = std::min(ids.size(), from + rowsAtOnce);
        const std::vector<qint64> window(ids.begin() + static_cast<qsizetype>(from),
                                         ids.begin() + static_cast<qsizetype>(to));
        writer.add(listing.rows(*archive.reader, window, filter.value()));
        from = to;
    } while (from < ids.size());
    return writer.finish() ? ExitCode::Ok : ExitCode::Failure;
}

QString capacityMark(const Participant &participant)
{
    return participant.capacity == Capacity::Party ? QString() : u" ("_s + toWord(participant.capacity) + u")"_s;
}

QList<QStringList> contactRows(const StoreReader &reader, const std::vector<qint64> &ids, const Filter &)
{
    QList<QStringList> cells;
    const QList<ContactRow> rows = reader.contactRows(ids);
    for (const ContactRow &row : rows) {
        QStringList names;
        for (const Participant &participant : row.participants)
            names.append(participant.name + capacityMark(participant));
        cells.append({row.date.toEdtf(), toWord(row.kind), toWord(row.status), row.place.name, names.join(u", "_s),
                      row.sources.join(u", "_s), QString::number(row.accounts), row.evidence});
    }
    return cells;
}

ExitCode listContacts(const QCommandLineParser &parser)
{
    const Listing listing{{{u"date"_s},
                           {u"kind"_s},
                           {u"status"_s},
                           {u"place"_s},
                           {u"participants"_s},
                           {u"sources"_s},
                           {u"accounts"_s, true},
                           {u"evidence"_s}},
                          [](const StoreReader &reader, const Filter &filter) {
                              return reader.contactIds(filter, ContactSort::Date, Qt::AscendingOrder);
                          },
                          contactRows};
    return list(parser, listing);
}

QList<QStringList> personRows(const StoreReader &reader, const std::vector<qint64> &ids, const Filter &filter)
{
    QList<QStringList> cells;
    const QList<PersonRow> rows = reader.personRows(ids, filter);
    for (const PersonRow &row : rows) {
        QStringList forms;
        for (const NameForm &form : row.forms) {
            if (form.text != row.name)
                forms.append(form.text);
        }
        QStringList offices;
        for (const Office &office : row.offices)
            offices.append(office.title);
        cells.append({row.name, row.country, QString::number(row.contacts), QString::number(row.articles),
                      row.first.toEdtf(), row.last.toEdtf(), offices.join(u", "_s), forms.join(u", "_s)});
    }
    return cells;
}

ExitCode listPeople(const QCommandLineParser &parser)
{
    const Listing listing{{{u"name"_s},
                           {u"country"_s},
                           {u"contacts"_s, true},
                           {u"articles"_s, true},
                           {u"first"_s},
                           {u"last"_s},
                           {u"offices"_s},
                           {u"spellings"_s}},
                          [](const StoreReader &reader, const Filter &filter) {
                              return reader.personIds(filter, PersonSort::Name, Qt::AscendingOrder);
                          },
                          personRows};
    return list(parser, listing);
}

QList<QStringList> articleRows(const StoreReader &reader, const std::vector<qint64> &ids, const Filter &)
{
    QList<QStringList> cells;
    const QList<ArticleRow> rows = reader.articleRows(ids, Filter());
    for (const ArticleRow &row : rows)
        cells.append({row.published.toString(Qt::ISODate), row.publishedCorrected.toString(Qt::ISODate), row.title,
                      row.source, QString::number(row.contacts), row.path, QString::number(row.copies),
                      row.originalPath});
    return cells;
}

ExitCode listArticles(const QCommandLineParser &parser)
{
    const Listing listing{{{u"published"_s},
                           {u"corrected"_s},
                           {u"title"_s},
                           {u"source"_s},
                           {u"contacts"_s, true},
                           {u"path"_s},
                           {u"copies"_s, true},
                           {u"copy of"_s}},
                          [](const StoreReader &reader, const Filter &filter) {
                              return reader.articleIds(filter, ArticleSort::Path, Qt::AscendingOrder);
                          },
                          articleRows};
    return list(parser, listing);
}

} // namespace

Command contactsCommand()
{
    return {u"contacts"_s, u"ARCHIVE"_s, u"Lists who was in touch with whom, in order of time."_s, describe,
            listContacts};
}

Command peopleCommand()
{
    return {u"people"_s, u"ARCHIVE"_s, u"Lists the people with their countries, offices and spellings."_s, describe,
            listPeople};
}

Command articlesCommand()
{
    return {u"articles"_s, u"ARCHIVE"_s, u"Lists the articles with their dates and outlets."_s, describe, listArticles};
}

} // namespace dragoman
