// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/joiner.h"

#include "extract/contactassembly.h"
#include "extract/peoplejoin.h"

#include <algorithm>
#include <tuple>

namespace dragoman {

void Joiner::add(const ArticleAccounts &article)
{
    m_data.add(article);
    m_copies.add(article.sketch);
}

QHash<ArticleId, ArticleId> Joiner::markCopies(const SketchOf &sketchOf)
{
    const std::vector<int> originals =
        m_copies.originals([&](int number) { return sketchOf(m_data.articles[static_cast<size_t>(number)].id); });
    QHash<ArticleId, ArticleId> result;
    for (size_t i = 0; i < originals.size(); ++i) {
        if (originals[i] < 0)
            continue;
        JoinArticle &original = m_data.articles[static_cast<size_t>(originals[i])];
        original.isCopied = true;
        m_data.articles[i].original = originals[i];
        result.insert(m_data.articles[i].id, original.id);
    }
    return result;
}

void Joiner::nameParticipants(const std::vector<int> &ofMention)
{
    for (JoinParticipant &who : m_data.participants) {
        if (who.type == ParticipantType::Person && who.who != 0)
            who.who = ofMention.at(static_cast<size_t>(who.who) - 1) + 1;
    }
}

JoinedArchive Joiner::finish(const SketchOf &sketchOf)
{
    JoinedArchive joined;
    JoinedPeople people = joinPeople(m_data);
    nameParticipants(people.ofMention);
    joined.people = std::move(people.people);
    joined.copies = markCopies(sketchOf);
    joined.contacts = joinContacts(m_data);
    for (const JoinParticipant &who : m_data.participants)
        joined.who.push_back(who.who);
    joined.bodies = std::move(m_data.bodies);
    m_data = {};
    m_copies = {};
    return joined;
}

Joined join(QList<ArticleAccounts> articles)
{
    std::sort(articles.begin(), articles.end(), [](const ArticleAccounts &a, const ArticleAccounts &b) {
        return a.path != b.path ? a.path < b.path : a.article < b.article;
    });
    Joiner joiner;
    QHash<ArticleId, QByteArray> sketches;
    for (const ArticleAccounts &article : std::as_const(articles)) {
        joiner.add(article);
        sketches.insert(article.article, article.sketch);
    }
    JoinedArchive archive = joiner.finish([&sketches](ArticleId article) { return sketches.value(article); });
    Joined joined;
    ContactAssembly assembly(archive, [&joined](const Contact &contact) {
        joined.contacts.append(contact);
        return Result<void>();
    });
    for (const ArticleAccounts &article : std::as_const(articles)) {
        for (Account account : article.accounts) {
            account.article = article.article;
            // What is put in memory cannot fail.
            std::ignore = assembly.add(std::move(account));
        }
    }
    std::sort(joined.contacts.begin(), joined.contacts.end(),
              [](const Contact &a, const Contact &b) { return a.id < b.id; });
    joined.people = std::move(archive.people);
    joined.bodies = std::move(archive.bodies);
    joined.copies = std::move(archive.copies);
    return joined;
}

} // namespace dragoman
