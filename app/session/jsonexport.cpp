// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/jsonexport.h"

#include "session/jsonwriter.h"
#include "store/storereader.h"

#include <QCache>
#include <QIODevice>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

constexpr std::size_t rowsAtOnce = 500;
constexpr qsizetype rememberedArticles = 256;

/** Where in a text the code points lie that take two UTF-16 units. */
class CodePoints
{
public:
    explicit CodePoints(const QString &text)
    {
        for (qsizetype i = 1; i < text.size(); ++i) {
            if (text[i].isLowSurrogate() && text[i - 1].isHighSurrogate())
                m_pairs.push_back(i);
        }
    }

    [[nodiscard]] qsizetype at(qsizetype unit) const
    {
        return unit - (std::lower_bound(m_pairs.begin(), m_pairs.end(), unit) - m_pairs.begin());
    }

private:
    std::vector<qsizetype> m_pairs;
};

struct Text
{
    explicit Text(const QString &text) : body(text), points(text) {}

    QString body;
    CodePoints points;
};

/** Numbers that stand for the rows of one table, in the order in which the export lists them. */
class Numbering
{
public:
    explicit Numbering(QChar letter) : m_letter(letter) {}

    void add(qint64 row)
    {
        if (!m_numbers.contains(row)) {
            m_numbers.insert(row, m_rows.size() + 1);
            m_rows.push_back(row);
        }
    }
    [[nodiscard]] bool contains(qint64 row) const { return m_numbers.contains(row); }
    [[nodiscard]] QString name(qint64 row) const { return m_letter + QString::number(m_numbers.value(row)); }
    [[nodiscard]] const std::vector<qint64> &rows() const { return m_rows; }

private:
    QChar m_letter;
    QHash<qint64, std::size_t> m_numbers;
    std::vector<qint64> m_rows;
};

class JsonExport
{
public:
    JsonExport(const StoreReader &reader, const Filter &filter, QIODevice &out)
        : m_reader(reader), m_filter(filter), m_out(out), m_json(out)
    {
    }

    Result<void> write();

private:
    Result<void> number();
    Result<void> numberReferred(QSet<qint64> &articles, QSet<qint64> &people, QSet<qint64> &bodies) const;
    void writeArticles();
    void writePeople();
    void writeBodies();
    Result<void> writeContacts();
    Result<void> writeContact(const Contact &contact);
    Result<void> writeAccount(const Account &account);
    void writeFields(ContactKind kind, ContactStatus status, const FuzzyDate &date, const Place &place);
    Result<void> writeParticipants(const QList<Participant> &participants);
    Result<void> writeEvidence(const Account &account);
    Result<const Text *> text(ArticleId article);

    const StoreReader &m_reader;
    const Filter &m_filter;
    QIODevice &m_out;
    JsonWriter m_json;
    Numbering m_articles{u'a'};
    Numbering m_people{u'p'};
    Numbering m_bodies{u'b'};
    std::vector<qint64> m_contacts;
    QCache<qint64, Text> m_texts{rememberedArticles};
};

Error damaged(const QString &what)
{
    return Error(u"The store contradicts itself: %1. Import the folder again."_s.arg(what));
}

/** Calls `each` with no more than `rowsAtOnce` ids at a time. */
template <typename Each>
void inWindows(const std::vector<qint64> &ids, const Each &each)
{
    for (std::size_t from = 0; from < ids.size(); from += rowsAtOnce) {
        const std::size_t to = std::min<std::size_t>(ids.size(), from + rowsAtOnce);
        each(std::vector<qint64>(ids.begin() + static_cast<qsizetype>(from), ids.begin() + static_cast<qsizetype>(to)));
    }
}

Result<void> JsonExport::write()
{
    if (auto numbered = number(); !numbered.ok())
        return numbered;
    m_json.beginObject();
    m_json.key("schema"_L1).value(u"dragoman/1"_s);
    m_json.key("generator"_L1).beginObject();
    m_json.key("name"_L1).value(u"dragoman"_s).key("version"_L1).value(QStringLiteral(DRAGOMAN_VERSION));
    m_json.endObject();
    writeArticles();
    writePeople();
    writeBodies();
    if (auto contacts = writeContacts(); !contacts.ok())
        return contacts;
    m_json.endObject();
    if (!m_json.finish())
        return Error(u"The export could not be written: %1. Look whether the disk is full."_s.arg(m_out.errorString()));
    return {};
}

/** Numbers are given in the order of path and name, not of the rows' ids, so that a store made anew gives the same
 * export. */
Result<void> JsonExport::number()
{
    m_contacts = m_reader.contactIds(m_filter, ContactSort::Date, Qt::AscendingOrder);
    const bool everything = m_filter.isEmpty();
    QSet<qint64> articles;
    QSet<qint64> people;
    QSet<qint64> bodies;
    if (!everything) {
        if (auto referred = numberReferred(articles, people, bodies); !referred.ok())
            return referred;
        for (const qint64 id : m_reader.articleIds(m_filter, ArticleSort::Path, Qt::AscendingOrder))
            articles.insert(id);
    }
    for (const qint64 id : m_reader.articleIds(Filter(), ArticleSort::Path, Qt::AscendingOrder)) {
        if (everything || articles.contains(id))
            m_articles.add(id);
    }
    for (const qint64 id : m_reader.personIds(Filter(), PersonSort::Name, Qt::AscendingOrder)) {
        if (everything || people.contains(id))
            m_people.add(id);
    }
    const QList<Body> all = m_reader.bodies();
    for (const Body &body : all) {
        if (everything || bodies.contains(body.id.value))
            m_bodies.add(body.id.value);
    }
    return {};
}

Result<void> JsonExport::numberReferred(QSet<qint64> &articles, QSet<qint64> &people, QSet<qint64> &bodies) const
{
    const auto refer = [&](const QList<Participant> &participants) {
        for (const Participant &participant : participants) {
            people.insert(participant.person.value);
            bodies.insert(participant.body.value);
        }
    };
    for (const qint64 id : m_contacts) {
        const Result<Contact> contact = m_reader.contact({id});
        if (!contact.ok())
            return contact.error();
        refer(contact.value().participants);
        for (const Account &account : contact.value().accounts) {
            articles.insert(account.article.value);
            refer(account.participants);
        }
    }
    return {};
}

void JsonExport::writeArticles()
{
    m_json.key("articles"_L1).beginArray();
    inWindows(m_articles.rows(), [this](const std::vector<qint64> &ids) {
        const QList<ArticleRow> rows = m_reader.articleRows(ids, Filter());
        for (const ArticleRow &row : rows) {
            m_json.beginObject();
            m_json.key("id"_L1).value(m_articles.name(row.id.value));
            m_json.key("path"_L1).value(row.path);
            m_json.key("title"_L1).textOrNull(row.title);
            m_json.key("source"_L1).textOrNull(row.source);
            m_json.key("published"_L1).textOrNull(row.published.toString(Qt::ISODate));
            m_json.key("published_corrected"_L1).textOrNull(row.publishedCorrected.toString(Qt::ISODate));
            if (m_articles.contains(row.original.value))
                m_json.key("copy_of"_L1).value(m_articles.name(row.original.value));
            m_json.endObject();
        }
    });
    m_json.endArray();
}

void JsonExport::writePeople()
{
    m_json.key("people"_L1).beginArray();
    inWindows(m_people.rows(), [this](const std::vector<qint64> &ids) {
        const QList<PersonRow> rows = m_reader.personRows(ids, Filter());
        for (const PersonRow &row : rows) {
            m_json.beginObject();
            m_json.key("id"_L1).value(m_people.name(row.id.value));
            m_json.key("name"_L1).value(row.name);
            m_json.key("country"_L1).textOrNull(row.country);
            m_json.key("aliases"_L1).beginArray();
            for (const NameForm &form : row.forms) {
                if (form.text != row.name)
                    m_json.value(form.text);
            }
            m_json.endArray().endObject();
        }
    });
    m_json.endArray();
}

void JsonExport::writeBodies()
{
    m_json.key("bodies"_L1).beginArray();
    const QList<Body> bodies = m_reader.bodies();
    for (const Body &body : bodies) {
        if (!m_bodies.contains(body.id.value))
            continue;
        m_json.beginObject();
        m_json.key("id"_L1).value(m_bodies.name(body.id.value));
        m_json.key("name"_L1).value(body.name);
        m_json.key("country"_L1).textOrNull(body.country);
        m_json.endObject();
    }
    m_json.endArray();
}

Result<void> JsonExport::writeContacts()
{
    m_json.key("contacts"_L1).beginArray();
    qint64 number = 0;
    for (const qint64 id : m_contacts) {
        const Result<Contact> contact = m_reader.contact({id});
        if (!contact.ok())
            return contact.error();
        m_json.beginObject();
        m_json.key("id"_L1).value(u'c' + QString::number(++number));
        if (auto written = writeContact(contact.value()); !written.ok())
            return written;
        m_json.endObject();
    }
    m_json.endArray();
    return {};
}

void JsonExport::writeFields(ContactKind kind, ContactStatus status, const FuzzyDate &date, const Place &place)
{
    m_json.key("kind"_L1).value(toWord(kind));
    m_json.key("status"_L1).value(toWord(status));
    m_json.key("date"_L1).textOrNull(date.toEdtf());
    m_json.key("place"_L1);
    if (!place.isKnown()) {
        m_json.null();
        return;
    }
    m_json.beginObject();
    m_json.key("name"_L1).value(place.name).key("country"_L1).textOrNull(place.country);
    m_json.endObject();
}

Result<void> JsonExport::writeContact(const Contact &contact)
{
    writeFields(contact.kind, contact.status, contact.date, contact.place);
    m_json.key("participants"_L1);
    if (auto written = writeParticipants(contact.participants); !written.ok())
        return written;
    m_json.key("evidence"_L1).beginArray();
    for (const Account &account : contact.accounts) {
        if (auto written = writeEvidence(account); !written.ok())
            return written;
    }
    m_json.endArray();
    m_json.key("accounts"_L1).beginArray();
    for (const Account &account : contact.accounts) {
        if (auto written = writeAccount(account); !written.ok())
            return written;
    }
    m_json.endArray();
    return {};
}

Result<void> JsonExport::writeAccount(const Account &account)
{
    if (!m_articles.contains(account.article.value))
        return damaged(u"a contact is told by an article that is not there"_s);
    m_json.beginObject();
    m_json.key("article"_L1).value(m_articles.name(account.article.value));
    writeFields(account.kind, account.status, account.date, account.place);
    m_json.key("participants"_L1);
    if (auto written = writeParticipants(account.participants); !written.ok())
        return written;
    m_json.key("rule"_L1).textOrNull(account.rule);
    m_json.key("confidence"_L1).value(account.confidence);
    m_json.endObject();
    return {};
}

Result<void> JsonExport::writeParticipants(const QList<Participant> &participants)
{
    m_json.beginArray();
    for (const Participant &participant : participants) {
        const bool isPerson = participant.type == ParticipantType::Person;
        const Numbering &numbers = isPerson ? m_people : m_bodies;
        const qint64 id = isPerson ? participant.person.value : participant.body.value;
        if (!numbers.contains(id))
            return damaged(u"the participant '%1' is in no list"_s.arg(participant.name));
        m_json.beginObject();
        m_json.key(isPerson ? "person"_L1 : "body"_L1).value(numbers.name(id));
        m_json.key("capacity"_L1).value(toWord(participant.capacity));
        m_json.key("as"_L1).value(participant.toldAs.isEmpty() ? participant.name : participant.toldAs);
        if (!participant.office.isEmpty())
            m_json.key("office"_L1).value(participant.office);
        m_json.endObject();
    }
    m_json.endArray();
    return {};
}

Result<const Text *> JsonExport::text(ArticleId article)
{
    if (const Text *known = m_texts.object(article.value))
        return known;
    const Result<ArticlePage> page = m_reader.article(article);
    if (!page.ok())
        return page.error();
    auto *text = new Text(page.value().article.body);
    m_texts.insert(article.value, text);
    return text;
}

Result<void> JsonExport::writeEvidence(const Account &account)
{
    const Result<const Text *> told = text(account.article);
    if (!told.ok())
        return told.error();
    const Text &article = *told.value();
    for (const TextSpan &span : account.evidence) {
        if (span.start < 0 || span.end > article.body.size() || span.isEmpty())
            return damaged(u"an evidence lies outside its article"_s);
        m_json.beginObject();
        m_json.key("article"_L1).value(m_articles.name(account.article.value));
        m_json.key("start"_L1).value(qint64{article.points.at(span.start)});
        m_json.key("end"_L1).value(qint64{article.points.at(span.end)});
        m_json.key("text"_L1).value(article.body.mid(span.start, span.length()));
        m_json.endObject();
    }
    return {};
}

} // namespace

Result<void> writeJson(const StoreReader &reader, const Filter &filter, QIODevice &out)
{
    return JsonExport(reader, filter, out).write();
}

} // namespace dragoman
