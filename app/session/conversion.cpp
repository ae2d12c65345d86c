// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/conversion.h"

#include "extract/copies.h"

namespace dragoman {

namespace {

static_assert(static_cast<int>(Mention::Kind::Person) == static_cast<int>(MentionRow::Kind::Person));
static_assert(static_cast<int>(Mention::Kind::Body) == static_cast<int>(MentionRow::Kind::Body));
static_assert(static_cast<int>(Mention::Kind::Place) == static_cast<int>(MentionRow::Kind::Place));
static_assert(static_cast<int>(Mention::Kind::Role) == static_cast<int>(MentionRow::Kind::Role));
static_assert(static_cast<int>(Mention::Kind::Date) == static_cast<int>(MentionRow::Kind::Date));

void nameCountry(const QString &code, const RuleSet &rules, QHash<QString, QString> &names)
{
    if (!code.isEmpty() && !names.contains(code))
        names.insert(code, rules.countryName(code));
}

} // namespace

StoredArticle toStored(Article article, const Extraction &extraction)
{
    StoredArticle stored;
    stored.article = std::move(article);
    const TextSpan story = stored.article.story;
    stored.sketch = sketchOf(story.isEmpty() ? QStringView(stored.article.body)
                                             : QStringView(stored.article.body).mid(story.start, story.length()));
    stored.article.publishedCorrected = extraction.publishedCorrected;
    stored.article.correctionReason = extraction.correctionReason;
    stored.accounts = extraction.accounts;
    for (const Mention &mention : extraction.mentions)
        stored.mentions.append(
            {static_cast<MentionRow::Kind>(mention.kind), mention.span, mention.name, mention.country});
    for (const OfficeTold &told : extraction.people)
        stored.people.append({told.person, told.country, told.title, told.forms, told.roles, told.likelyCountry});
    stored.packed = packed(stored);
    return stored;
}

ArticleAccounts toJoining(ArticleForJoining article)
{
    ArticleAccounts result;
    result.article = article.article;
    result.path = std::move(article.path);
    result.source = std::move(article.source);
    result.published = article.published;
    result.accounts = std::move(article.accounts);
    result.sketch = article.sketch;
    for (const ToldPerson &told : std::as_const(article.people)) {
        OfficeTold office;
        office.person = told.person;
        office.country = told.country;
        office.title = told.title;
        office.forms = told.forms;
        office.roles = told.roles;
        office.likelyCountry = told.likelyCountry;
        result.people.append(office);
    }
    return result;
}

JoinedContents toContents(JoinedArchive &joined, const RuleSet &rules)
{
    JoinedContents contents;
    contents.people = joined.people;
    contents.bodies = std::move(joined.bodies);
    contents.copies = std::move(joined.copies);
    for (const Person &person : std::as_const(contents.people))
        nameCountry(person.country, rules, contents.countryNames);
    return contents;
}

void nameCountries(const Contact &contact, const RuleSet &rules, QHash<QString, QString> &names)
{
    nameCountry(contact.place.country, rules, names);
    for (const Participant &participant : contact.participants)
        nameCountry(participant.country, rules, names);
}

FileRow toFileRow(const FileEntry &entry, const QByteArray &hash)
{
    return {entry.path, toWord(entry.state), entry.reason, entry.size, entry.modified, hash};
}

} // namespace dragoman
