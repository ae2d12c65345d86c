// SPDX-License-Identifier: GPL-3.0-or-later
#include "gold/told.h"

#include "extract/extractor.h"
#include "ingest/folder.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace dragoman::test {

namespace {

ToldParticipant toldBy(const Participant &who, const Joined &joined)
{
    ToldParticipant told;
    told.type = who.type;
    told.capacity = who.capacity;
    if (who.type == ParticipantType::Person && who.person.isValid()) {
        const Person &person = joined.people.at(who.person.value - 1);
        told.country = person.country;
        told.forms.append(person.name);
        for (const NameForm &form : person.forms)
            told.forms.append(form.text);
    } else if (who.body.isValid()) {
        const Body &body = joined.bodies.at(who.body.value - 1);
        told.country = body.country;
        told.forms.append(body.name);
    }
    if (!who.toldAs.isEmpty())
        told.forms.append(who.toldAs);
    told.forms.removeDuplicates();
    return told;
}

ToldContact toldBy(const Account &account, const Article &article, const Joined &joined)
{
    ToldContact told;
    told.joined = account.contact;
    told.kind = account.kind;
    told.status = account.status;
    told.date = account.date;
    told.place = account.place.name;
    told.evidence = account.evidence;
    told.account = account.id;
    told.confidence = account.confidence;
    for (const Participant &who : account.participants)
        told.participants.append(toldBy(who, joined));
    QStringList quotes;
    for (const TextSpan &span : account.evidence)
        quotes.append(article.body.mid(span.start, span.length()).simplified());
    told.quote = quotes.join(u" / "_s);
    return told;
}

Result<Article> readGoldArticle(const QString &folder, const QString &name)
{
    const ReadOutcome outcome = readFile(folder, {name, QFileInfo(folder + u'/' + name).size(), 0});
    if (outcome.articles.size() != 1)
        return Error(u"%1/%2 gives no article: %3"_s.arg(folder, name, outcome.entry.reason));
    return outcome.articles.first();
}

Result<ToldContact> goldContact(const QJsonObject &json, const QString &body)
{
    const auto kind = kindFromWord(json[u"kind"_s].toString());
    const auto status = statusFromWord(json[u"status"_s].toString());
    const auto date = FuzzyDate::fromEdtf(json[u"date"_s].toString());
    if (!kind || !status || !date)
        return Error(u"kind, status or date is not known"_s);
    ToldContact contact;
    contact.kind = *kind;
    contact.status = *status;
    contact.date = *date;
    contact.place = json[u"place"_s].toString();
    contact.quote = json[u"evidence"_s].toString();
    for (const QJsonValue &value : json[u"participants"_s].toArray()) {
        const auto capacity = capacityFromWord(value[u"capacity"_s].toString());
        if (!capacity)
            return Error(u"a capacity is not known"_s);
        const bool person = value[u"type"_s].toString() == u"person"_s;
        contact.participants.append({person ? ParticipantType::Person : ParticipantType::Body,
                                     {value[u"name"_s].toString()},
                                     value[u"country"_s].toString(),
                                     *capacity});
    }
    for (qsizetype at = body.indexOf(contact.quote); at >= 0; at = body.indexOf(contact.quote, at + 1))
        contact.evidence.append({at, at + contact.quote.size()});
    if (contact.evidence.isEmpty() || contact.participants.isEmpty())
        return Error(u"evidence that stands nowhere, or no participants: %1"_s.arg(contact.quote));
    contact.quote = contact.quote.simplified();
    return contact;
}

QDate dateOf(const QJsonValue &value)
{
    return QDate::fromString(value.toString(), Qt::ISODate);
}

} // namespace

Result<ReadFolder> readFolder(const QString &folder, const RuleSet &rules)
{
    const Result<Walk> walk = walkFolder(folder);
    if (!walk.ok())
        return walk.error();
    ReadFolder result;
    QList<ArticleAccounts> told;
    for (const FoundFile &file : walk.value().files) {
        ReadOutcome outcome = readFile(folder, file);
        if (outcome.articles.isEmpty())
            return Error(u"%1 gives no article: %2"_s.arg(file.path, outcome.entry.reason));
        for (Article &article : outcome.articles) {
            Extraction extraction = extract(article, rules);
            article.id = ArticleId{result.articles.size() + 1};
            article.publishedCorrected = extraction.publishedCorrected;
            article.correctionReason = extraction.correctionReason;
            told.append({article.id, article.provenance.path, article.source, article.resolvedPublished(),
                         std::move(extraction.accounts), std::move(extraction.people)});
            qint64 number = 1000 * article.id.value;
            for (Account &account : told.last().accounts) {
                account.article = article.id;
                account.id = AccountId{number++};
            }
            result.articles.append(std::move(article));
        }
    }
    result.joined = join(std::move(told));
    return result;
}

ToldArticles foundIn(const ReadFolder &folder)
{
    ToldArticles found;
    const auto nameOf = [](const Article &article) { return article.provenance.path.section(u'/', -1); };
    for (const Article &article : folder.articles)
        found.insert(nameOf(article), {article.published, article.resolvedPublished(), {}});
    for (const Contact &contact : folder.joined.contacts) {
        for (const Account &account : contact.accounts) {
            const Article &article = folder.articles.at(account.article.value - 1);
            if (!account.evidence.isEmpty())
                found[nameOf(article)].contacts.append(toldBy(account, article, folder.joined));
        }
    }
    return found;
}

Result<ToldArticles> loadGold(const QString &contacts, const QString &articles)
{
    ToldArticles gold;
    for (const QFileInfo &info : QDir(contacts).entryInfoList({u"*.json"_s}, QDir::Files, QDir::Name)) {
        QFile file(info.filePath());
        if (!file.open(QIODevice::ReadOnly))
            return Error(u"%1: %2"_s.arg(info.filePath(), file.errorString()));
        const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
        const QString name = json[u"article"_s].toString();
        const Result<Article> article = readGoldArticle(articles, name);
        if (!article.ok())
            return article.error().in(info.fileName());
        ToldArticle told;
        told.published = dateOf(json[u"published"_s]);
        const QDate corrected = dateOf(json[u"published_corrected"_s]);
        told.resolved = corrected.isValid() ? corrected : told.published;
        for (const QJsonValue &value : json[u"contacts"_s].toArray()) {
            const Result<ToldContact> contact = goldContact(value.toObject(), article.value().body);
            if (!contact.ok())
                return contact.error().in(info.fileName());
            told.contacts.append(contact.value());
        }
        gold.insert(name, told);
    }
    return gold;
}

QString describe(const ToldContact &contact)
{
    QStringList who;
    for (const ToldParticipant &participant : contact.participants)
        who.append(u"%1 (%2)"_s.arg(participant.forms.value(0), toWord(participant.capacity)));
    return u"%1 %2, %3, %4: %5"_s.arg(toWord(contact.kind), toWord(contact.status),
                                      contact.date.isKnown() ? contact.date.toEdtf() : u"no date"_s,
                                      contact.place.isEmpty() ? u"no place"_s : contact.place, who.join(u", "_s));
}

} // namespace dragoman::test
