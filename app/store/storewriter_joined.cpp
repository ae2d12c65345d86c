// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/storewriter_p.h"

#include "domain/names.h"
#include "store/packing.h"

using namespace Qt::StringLiterals;

namespace dragoman {

StoreWriter::Private::Private(std::unique_ptr<Connection> c)
    : connection(std::move(c)), findArticles(*connection, u"SELECT member, id FROM articles WHERE path = ?"_s),
      putFile(*connection, u"INSERT OR REPLACE INTO files(path, state, reason, size, modified, hash) "
                           "VALUES(?, ?, ?, ?, ?, ?)"_s),
      putArticle(*connection,
                 u"INSERT INTO articles(id, path, member, title, title_key, source, source_key, dateline, day, "
                 "published, corrected, correction, readings, title_start, title_end, story_start, story_end, format, "
                 "charset, hash, size, modified, opening, facts, accounts) "
                 "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s),
      putText(*connection, u"INSERT INTO article_text(article, body) VALUES(?, ?)"_s),
      index(*connection, u"INSERT INTO article_index(rowid, title, body) VALUES(?, ?, ?)"_s),
      unindex(*connection, u"INSERT INTO article_index(article_index, rowid, title, body) VALUES('delete', ?, ?, ?)"_s),
      putNotes(*connection, u"INSERT INTO article_notes(article, mentions, people, sketch) VALUES(?, ?, ?, ?)"_s),
      putAccount(*connection,
                 u"INSERT INTO accounts(article, kind, status, date, place, place_country, evidence, rule, "
                 "confidence) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)"_s),
      putParticipant(*connection, u"INSERT INTO participants(account, ordinal, name, told_as, country, office, type, "
                                  "capacity) VALUES(?, ?, ?, ?, ?, ?, ?, ?)"_s),
      putPerson(*connection, u"INSERT INTO people(id, name, name_key, country) VALUES(?, ?, ?, ?)"_s),
      putForm(*connection, u"INSERT INTO person_forms(person, text, articles) VALUES(?, ?, ?)"_s),
      putWord(*connection, u"INSERT OR IGNORE INTO person_words(word, form) VALUES(?, ?)"_s),
      putOffice(*connection, u"INSERT INTO offices(person, title, first, last, article) VALUES(?, ?, ?, ?, ?)"_s),
      putBody(*connection, u"INSERT INTO bodies(id, name, country) VALUES(?, ?, ?)"_s),
      putPlace(*connection, u"INSERT INTO places(name, country, words) VALUES(?, ?, ?)"_s),
      putContact(*connection,
                 u"INSERT INTO contacts(id, kind, status, date, first, last, month, flags, place, accounts, "
                 "sources) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)"_s),
      putContactParticipant(*connection,
                            u"INSERT INTO contact_participants(contact, ordinal, name, told_as, country, "
                            "office, type, capacity, person, body) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s),
      link(*connection, u"UPDATE accounts SET contact = ? WHERE id = ? AND contact IS NOT ?"_s),
      identify(*connection, u"UPDATE participants SET person = ?, body = ? WHERE account = ? AND ordinal = ? "
                            "AND (person IS NOT ? OR body IS NOT ?)"_s)
{
}

Result<void> StoreWriter::Private::markUnjoined()
{
    if (markedUnjoined)
        return {};
    Result<void> done = setMeta(u"joined"_s, 0);
    // A transaction undone takes the mark with it, but then nothing was changed either.
    markedUnjoined = done.ok();
    return done;
}

Result<qint64> StoreWriter::Private::count(const QString &table) const
{
    const Result<QVariant> value = connection->value(u"SELECT count(*) FROM "_s + table);
    if (!value.ok())
        return value.error();
    return value.value().toLongLong();
}

Result<qint64> StoreWriter::articleCount() const
{
    return d->count(u"articles"_s);
}

Result<qint64> StoreWriter::accountCount() const
{
    return d->count(u"accounts"_s);
}

Result<qint64> StoreWriter::contactCount() const
{
    return d->count(u"contacts"_s);
}

Result<bool> StoreWriter::isJoined() const
{
    const Result<QVariant> value = d->meta(u"joined"_s);
    if (!value.ok())
        return value.error();
    return value.value().toInt() == 1;
}

Result<void> StoreWriter::Private::clearJoined()
{
    // Children first, so that no row has to look for its own.
    const QStringList tables{u"copies"_s,       u"contact_participants"_s,
                             u"contacts"_s,     u"places"_s,
                             u"person_words"_s, u"person_forms"_s,
                             u"offices"_s,      u"people"_s,
                             u"bodies"_s,       u"countries"_s};
    for (const QString &table : tables) {
        if (Result<void> done = connection->run(u"DELETE FROM "_s + table); !done.ok())
            return done;
    }
    places.clear();
    return {};
}

Result<void> StoreWriter::Private::insertForm(const Person &person, const NameForm &form)
{
    Result<void> done = putForm.run({person.id.value, textValue(form.text), form.articles});
    if (!done.ok())
        return done;
    const qint64 id = putForm.insertedId();
    for (const QString &word : nameWords(form.text)) {
        if (done = putWord.run({word, id}); !done.ok())
            return done;
    }
    return {};
}

Result<void> StoreWriter::Private::insertPerson(const Person &person)
{
    Result<void> done = putPerson.run(
        {person.id.value, textValue(person.name), textValue(folded(person.name)), textValue(person.country)});
    if (!done.ok())
        return done;
    QList<NameForm> forms = person.forms;
    const auto isName = [&person](const NameForm &form) { return form.text == person.name; };
    if (std::none_of(forms.cbegin(), forms.cend(), isName))
        forms.prepend({person.name, 0});
    for (const NameForm &form : std::as_const(forms)) {
        if (done = insertForm(person, form); !done.ok())
            return done;
    }
    for (const Office &office : person.offices) {
        if (done = putOffice.run({person.id.value, textValue(office.title), dayValue(office.firstTold),
                                  dayValue(office.lastTold), idValue(office.evidence.value)});
            !done.ok())
            return done;
    }
    return {};
}

Result<qint64> StoreWriter::Private::placeId(const Place &place)
{
    const QString key = place.country + u'\n' + place.name;
    if (const auto known = places.constFind(key); known != places.cend())
        return *known;
    if (Result<void> done =
            putPlace.run({textValue(place.name), textValue(place.country), textValue(spacedWords(place.name))});
        !done.ok())
        return done.error();
    return *places.insert(key, putPlace.insertedId());
}

Result<void> StoreWriter::Private::linkAccount(const Account &account)
{
    const QVariant contact = idValue(account.contact.value);
    Result<void> done = link.run({contact, account.id.value, contact});
    int ordinal = 0;
    for (const Participant &p : account.participants) {
        if (!done.ok())
            return done;
        const QVariant person = idValue(p.person.value);
        const QVariant body = idValue(p.body.value);
        done = identify.run({person, body, account.id.value, ordinal++, person, body});
    }
    return done;
}

/** Articles that copy one text tell a contact once. */
static qsizetype tellings(const Contact &contact, const QHash<ArticleId, ArticleId> &originals)
{
    QSet<ArticleId> texts;
    for (const Account &account : contact.accounts)
        texts.insert(originals.value(account.article, account.article));
    return texts.size();
}

Result<void> StoreWriter::Private::insertContact(const Contact &contact, const QHash<ArticleId, ArticleId> &originals)
{
    const Result<qint64> place = placeId(contact.place);
    if (!place.ok())
        return place.error();
    const int month = monthNumber(contact.date);
    Result<void> done = putContact.run(
        {contact.id.value, static_cast<int>(contact.kind), static_cast<int>(contact.status),
         textValue(contact.date.toEdtf()), dayValue(contact.date.earliest()), dayValue(contact.date.latest()),
         month < 0 ? QVariant() : month, timelineFlags(contact.date), place.value(), tellings(contact, originals)});
    int ordinal = 0;
    for (const Participant &p : contact.participants) {
        if (!done.ok())
            return done;
        done =
            putContactParticipant.run({contact.id.value, ordinal++, textValue(p.name), textValue(p.toldAs),
                                       textValue(p.country), textValue(p.office), static_cast<int>(p.type),
                                       static_cast<int>(p.capacity), idValue(p.person.value), idValue(p.body.value)});
    }
    for (Account account : contact.accounts) {
        if (!done.ok())
            return done;
        account.contact = contact.id;
        done = linkAccount(account);
    }
    return done;
}

Result<void> StoreWriter::Private::unlinkOthers(const std::vector<bool> &linked)
{
    std::vector<qint64> others;
    {
        Rows rows(*connection, u"SELECT id FROM accounts WHERE contact IS NOT NULL"_s);
        while (rows.next()) {
            const auto id = static_cast<size_t>(rows.integer(0));
            if (id >= linked.size() || !linked[id])
                others.push_back(rows.integer(0));
        }
    }
    for (const qint64 id : others) {
        for (const QString &sql : {u"UPDATE accounts SET contact = NULL WHERE id = ?"_s,
                                   u"UPDATE participants SET person = NULL, body = NULL WHERE account = ?"_s}) {
            if (Result<void> done = connection->run(sql, {id}); !done.ok())
                return done;
        }
    }
    return {};
}

Result<void> StoreWriter::Private::insertCountries(const QHash<QString, QString> &names)
{
    for (auto name = names.cbegin(); name != names.cend(); ++name) {
        if (Result<void> done = connection->run(u"INSERT INTO countries(code, name) VALUES(?, ?)"_s,
                                                {textValue(name.key()), textValue(name.value())});
            !done.ok())
            return done;
    }
    return {};
}

Result<void> StoreWriter::Private::insertCopies(const QHash<ArticleId, ArticleId> &originals)
{
    for (auto copy = originals.cbegin(); copy != originals.cend(); ++copy) {
        if (Result<void> done = connection->run(u"INSERT INTO copies(article, original) VALUES(?, ?)"_s,
                                                {copy.key().value, copy.value().value});
            !done.ok())
            return done;
    }
    return {};
}

Result<void> StoreWriter::Private::insertPeopleAndBodies(const JoinedContents &joined)
{
    for (const Person &person : joined.people) {
        if (Result<void> done = insertPerson(person); !done.ok())
            return done;
    }
    for (const Body &body : joined.bodies) {
        if (Result<void> done = putBody.run({body.id.value, textValue(body.name), textValue(body.country)}); !done.ok())
            return done;
    }
    return {};
}

Result<void> StoreWriter::Private::insertContacts(const JoinedContents &joined, const ContactStream &contacts)
{
    std::vector<bool> linked;
    const auto put = [&](const Contact &contact) {
        for (const Account &account : contact.accounts) {
            const auto id = static_cast<size_t>(account.id.value);
            linked.resize(std::max(linked.size(), id + 1));
            linked[id] = true;
        }
        return insertContact(contact, joined.copies);
    };
    for (const Contact &contact : joined.contacts) {
        if (Result<void> done = put(contact); !done.ok())
            return done;
    }
    Result<void> done = contacts(put);
    return done.ok() ? unlinkOthers(linked) : done;
}

Result<void> StoreWriter::replaceJoined(const JoinedContents &joined)
{
    return replaceJoined(joined, [](const auto &) { return Result<void>(); });
}

Result<void> StoreWriter::replaceJoined(const JoinedContents &joined, const ContactStream &contacts)
{
    if (Result<void> done = commit(); !done.ok())
        return done;
    Result<Transaction> transaction = Transaction::begin(*d->connection, Transaction::Kind::Write);
    if (!transaction.ok())
        return transaction.error();
    Result<void> done = d->clearJoined();
    if (done.ok())
        done = d->insertPeopleAndBodies(joined);
    if (done.ok())
        done = d->insertContacts(joined, contacts);
    if (done.ok())
        done = d->insertCountries(joined.countryNames);
    if (done.ok())
        done = d->insertCopies(joined.copies);
    if (done.ok())
        done = d->connection->run(
            u"UPDATE contacts SET sources = (SELECT count(DISTINCT a.source_key) FROM accounts t "
            "JOIN articles a ON a.id = t.article WHERE t.contact = contacts.id AND a.source_key <> '') "
            "WHERE id IN (SELECT contact FROM accounts GROUP BY contact HAVING count(*) > 1)"_s);
    if (done.ok())
        done = d->setMeta(u"joined"_s, 1);
    if (!done.ok())
        return done;
    d->markedUnjoined = false;
    return transaction.value().commit();
}

} // namespace dragoman
