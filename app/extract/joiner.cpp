// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/joiner.h"

#include "domain/names.h"
#include "extract/contactjoin.h"
#include "extract/copies.h"
#include "extract/peoplejoin.h"

#include <algorithm>

namespace dragoman {

namespace {

/** Numbers for states, ministries and roles: the same name of the same country is one body. */
class Bodies
{
public:
    BodyId of(const Participant &who)
    {
        const QPair<QString, QString> key(folded(who.name), who.country);
        const auto known = m_ids.constFind(key);
        if (known != m_ids.cend())
            return *known;
        const BodyId id{m_bodies.size() + 1};
        m_ids.insert(key, id);
        m_bodies.append({id, who.name, who.country});
        return id;
    }

    [[nodiscard]] QList<Body> take() { return std::move(m_bodies); }

private:
    QHash<QPair<QString, QString>, BodyId> m_ids;
    QList<Body> m_bodies;
};

QHash<ArticleId, ArticleId> markCopies(QList<ArticleAccounts> &articles)
{
    QList<SketchedArticle> sketched;
    for (const ArticleAccounts &article : std::as_const(articles)) {
        if (!article.sketch.isEmpty())
            sketched.append({article.article, article.sketch});
    }
    QHash<ArticleId, ArticleId> originals = findCopies(sketched);
    for (ArticleAccounts &article : articles)
        article.original = originals.value(article.article);
    return originals;
}

} // namespace

Joined join(QList<ArticleAccounts> articles)
{
    std::sort(articles.begin(), articles.end(), [](const ArticleAccounts &a, const ArticleAccounts &b) {
        return a.path != b.path ? a.path < b.path : a.article < b.article;
    });
    JoinedPeople people = joinPeople(articles);
    Bodies bodies;
    for (ArticleAccounts &article : articles) {
        for (Account &account : article.accounts) {
            account.article = article.article;
            for (Participant &who : account.participants) {
                if (who.type == ParticipantType::Person)
                    who.person = people.byMention.value({article.article, who.name});
                else
                    who.body = bodies.of(who);
            }
        }
    }
    Joined joined;
    joined.copies = markCopies(articles);
    joined.contacts = joinContacts(articles);
    for (Contact &contact : joined.contacts) {
        for (Participant &who : contact.participants) {
            if (who.person.isValid())
                who.name = people.people.at(who.person.value - 1).name;
        }
    }
    joined.people = std::move(people.people);
    joined.bodies = bodies.take();
    return joined;
}

} // namespace dragoman
