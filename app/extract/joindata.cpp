// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/joindata.h"

#include "domain/names.h"
#include "extract/joiner.h"

#include <algorithm>

namespace dragoman {

namespace {

void append(QByteArray &bytes, int number)
{
    bytes.append(reinterpret_cast<const char *>(&number), sizeof number);
}

void append(QByteArray &bytes, const std::vector<int> &numbers)
{
    append(bytes, static_cast<int>(numbers.size()));
    for (const int number : numbers)
        append(bytes, number);
}

std::vector<int> numbersOf(const QStringList &texts, WordPool &words)
{
    std::vector<int> numbers;
    for (const QString &text : texts)
        numbers.push_back(words.of(text));
    return numbers;
}

} // namespace

void JoinData::add(const ArticleAccounts &article)
{
    JoinArticle one;
    one.id = article.article;
    one.published = article.published;
    one.source = words.of(article.source);
    one.firstMention = static_cast<int>(mentions.size());
    articles.push_back(one);
    addPeople(article);
    articles.back().mentions = static_cast<int>(mentions.size()) - one.firstMention;
    articles.back().firstAccount = static_cast<int>(accounts.size());
    articles.back().accounts = static_cast<int>(article.accounts.size());
    for (const Account &account : article.accounts)
        addAccount(account);
}

void JoinData::addPeople(const ArticleAccounts &article)
{
    std::vector<NamedPerson> people;
    for (const OfficeTold &told : article.people) {
        const int name = words.of(told.person);
        auto known = std::find_if(people.begin(), people.end(),
                                  [name](const NamedPerson &person) { return person.name == name; });
        if (known == people.end()) {
            NamedPerson person;
            person.name = name;
            person.key = words.of(folded(told.person));
            person.country = words.of(told.country);
            person.likelyCountry = words.of(told.likelyCountry);
            person.forms = numbersOf(told.forms, words);
            person.roles = numbersOf(told.roles, words);
            person.full = nameWords(told.person).size() > 1;
            people.push_back(std::move(person));
            known = std::prev(people.end());
        }
        if (!told.title.isEmpty())
            known->offices.push_back(words.of(told.title));
    }
    for (NamedPerson &person : people)
        mentions.push_back(namedLike(std::move(person)));
}

int JoinData::namedLike(NamedPerson person)
{
    QByteArray key;
    for (const int number : {person.name, person.country, person.likelyCountry})
        append(key, number);
    append(key, person.forms);
    append(key, person.offices);
    append(key, person.roles);
    const auto known = m_named.constFind(key);
    if (known != m_named.cend())
        return *known;
    person.same = sameAs(person);
    const int number = static_cast<int>(named.size());
    named.push_back(std::move(person));
    m_named.insert(key, number);
    return number;
}

int JoinData::sameAs(const NamedPerson &person)
{
    if (person.country == 0 && person.offices.empty())
        return -1;
    std::vector<int> offices = person.offices;
    std::sort(offices.begin(), offices.end());
    QByteArray key;
    append(key, person.key);
    append(key, person.country);
    append(key, offices);
    const auto known = m_same.constFind(key);
    return known != m_same.cend() ? *known : *m_same.insert(key, static_cast<int>(m_same.size()));
}

/** The same name of the same country is one body. */
int JoinData::bodyOf(const Participant &who)
{
    int &number = m_bodies[{words.of(folded(who.name)), words.of(who.country)}];
    if (number == 0) {
        number = static_cast<int>(bodies.size()) + 1;
        bodies.append({{number}, who.name, who.country});
    }
    return number;
}

int JoinData::mentionOf(const Participant &who, const JoinArticle &article)
{
    const int name = words.of(who.name);
    const std::span<const int> told = mentionsOf(article);
    const auto at = std::find_if(told.begin(), told.end(),
                                 [&](int number) { return named[static_cast<size_t>(number)].name == name; });
    return at == told.end() ? 0 : article.firstMention + static_cast<int>(at - told.begin()) + 1;
}

void JoinData::addAccount(const Account &account)
{
    JoinAccount one;
    one.date = account.date;
    one.article = static_cast<int>(articles.size()) - 1;
    one.place = words.of(account.place.name);
    one.placeKey = words.of(folded(account.place.name));
    one.placeCountry = words.of(account.place.country);
    one.firstParticipant = static_cast<int>(participants.size());
    one.participants = static_cast<int>(account.participants.size());
    one.kind = account.kind;
    one.status = account.status;
    accounts.push_back(one);
    for (const Participant &who : account.participants) {
        const bool person = who.type == ParticipantType::Person;
        participants.push_back(
            {person ? mentionOf(who, articles.back()) : bodyOf(who), words.of(who.country), who.type, who.capacity});
    }
}

} // namespace dragoman
