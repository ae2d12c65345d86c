// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/peoplejoin.h"

#include "domain/names.h"
#include "extract/entities.h"

#include <QSet>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

/** One person as one article names him. */
struct Named
{
    ArticleId article;
    QString name;
    QString country;
    QStringList forms;
    QStringList offices;
    QDate published;
};

/** The consonants of a word's spelling key: what stays when vowels are written this way or that. */
QString skeleton(const QString &word)
{
    QString result;
    for (const QChar c : spellingKey(word)) {
        if (!QStringView(u"aeiou").contains(c))
            result.append(c);
    }
    return result.size() >= 2 ? result : spellingKey(word);
}

bool officesAgree(const QStringList &a, const QStringList &b)
{
    for (const QString &one : a) {
        const QStringList words = nameWords(one);
        const QSet<QString> set(words.begin(), words.end());
        for (const QString &other : b) {
            const QStringList otherWords = nameWords(other);
            const QSet<QString> otherSet(otherWords.begin(), otherWords.end());
            if (!set.isEmpty() && !otherSet.isEmpty() && (set.contains(otherSet) || otherSet.contains(set)))
                return true;
        }
    }
    return false;
}

class PeopleJoiner
{
public:
    explicit PeopleJoiner(const QList<ArticleAccounts> &articles)
    {
        for (const ArticleAccounts &article : articles)
            gather(article);
    }

    JoinedPeople run()
    {
        for (const bool full : {true, false}) {
            for (const Named &named : m_named) {
                if ((nameWords(named.name).size() > 1) == full && !isBare(named))
                    place(named);
            }
            for (const Named &named : m_named) {
                if ((nameWords(named.name).size() > 1) == full && isBare(named))
                    place(named);
            }
        }
        return finish();
    }

private:
    /** A person in the making. */
    struct Cluster
    {
        QString name;
        QString country;
        QHash<QString, int> forms;
        QStringList officeTitles;
        QList<Office> offices;
        QList<ArticleId> articles;
        SpelledName spelled;   ///< of `name`
        QSet<QString> blocked; ///< names under whose blocks it stands
    };

    void gather(const ArticleAccounts &article)
    {
        QHash<QString, qsizetype> local;
        for (const OfficeTold &told : article.people) {
            const auto known = local.constFind(told.person);
            if (known == local.cend()) {
                local.insert(told.person, m_named.size());
                if (nameWords(told.person).size() > 1)
                    m_fullNames[article.article].insert(folded(told.person));
                m_named.append({article.article, told.person, told.country, told.forms, {}, article.published});
            }
            Named &named = m_named[local.value(told.person)];
            if (!told.title.isEmpty())
                named.offices.append(told.title);
        }
    }

    [[nodiscard]] static bool isBare(const Named &named) { return named.country.isEmpty() && named.offices.isEmpty(); }

    static void setName(Cluster &cluster, const QString &name)
    {
        cluster.name = name;
        cluster.spelled = SpelledName(name);
    }

    /** The same name of the same state and offices as one placed before is the same person: most mentions are. */
    [[nodiscard]] static QString sameKey(const Named &named)
    {
        QStringList offices = named.offices;
        offices.sort();
        return folded(named.name) + u'\t' + named.country + u'\t' + offices.join(u'\t');
    }

    void place(const Named &named)
    {
        const QString key = isBare(named) ? QString() : sameKey(named);
        const int known = key.isEmpty() ? -1 : m_placed.value(key, -1);
        const int found = known >= 0 ? known : find(named);
        const int number = found >= 0 ? found : static_cast<int>(m_clusters.size());
        if (found < 0)
            m_clusters.push_back({named.name, named.country, {}, {}, {}, {}, SpelledName(named.name), {}});
        if (!key.isEmpty())
            m_placed.insert(key, number);
        learn(number, named);
        m_byMention.insert({named.article, named.name}, number);
    }

    [[nodiscard]] bool fits(const Cluster &cluster, const Named &named, const SpelledName &spelled) const
    {
        if (!cluster.spelled.agrees(spelled))
            return false;
        if (!cluster.country.isEmpty() && cluster.country == named.country)
            return true;
        const bool clash = !cluster.country.isEmpty() && !named.country.isEmpty();
        return !clash && (officesAgree(cluster.officeTitles, named.offices) || sharesContext(cluster, named));
    }

    /** A full name of which nothing else is told is the person who is named beside the same others elsewhere. */
    [[nodiscard]] bool sharesContext(const Cluster &cluster, const Named &named) const
    {
        const bool bare = named.country.isEmpty() && named.offices.isEmpty();
        if (!bare || nameWords(named.name).size() < 2 || folded(cluster.name) != folded(named.name))
            return false;
        const QSet<QString> others = m_fullNames.value(named.article);
        return std::any_of(cluster.articles.begin(), cluster.articles.end(), [&](ArticleId article) {
            QSet<QString> shared = m_fullNames.value(article);
            shared.intersect(others);
            shared.remove(folded(named.name));
            return !shared.isEmpty();
        });
    }

    [[nodiscard]] int find(const Named &named) const
    {
        const SpelledName spelled(named.name);
        std::vector<int> fitting;
        QSet<int> seen;
        for (const QString &block : blocks(named.name)) {
            for (const int number : m_blocks.value(block)) {
                if (seen.contains(number))
                    continue;
                seen.insert(number);
                if (fits(m_clusters[static_cast<size_t>(number)], named, spelled))
                    fitting.push_back(number);
            }
        }
        if (fitting.size() <= 1)
            return fitting.empty() ? -1 : fitting.front();
        std::sort(fitting.begin(), fitting.end());
        std::vector<int> sameOffice;
        for (const int number : fitting) {
            if (officesAgree(m_clusters[static_cast<size_t>(number)].officeTitles, named.offices))
                sameOffice.push_back(number);
        }
        if (sameOffice.size() == 1)
            return sameOffice.front();
        // Several could be meant: a full name is the one of equal length, a short name alone is nobody of them.
        return nameWords(named.name).size() > 1 ? fitting.front() : -1;
    }

    /** Keys under which a name and its other spellings meet: its first and last word, and all but the first together.
     */
    [[nodiscard]] static QStringList blocks(const QString &name)
    {
        const QStringList words = nameWords(name);
        if (words.isEmpty())
            return {};
        QStringList keys{skeleton(words.last())};
        if (words.size() > 1) {
            keys.append(skeleton(words.first()));
            keys.append(skeleton(words.mid(1).join(QString())));
            keys.append(skeleton(words.at(1)));
        }
        keys.removeDuplicates();
        return keys;
    }

    void learn(int number, const Named &named)
    {
        Cluster &cluster = m_clusters[static_cast<size_t>(number)];
        cluster.articles.append(named.article);
        for (const QString &form : named.forms)
            ++cluster.forms[form];
        if (cluster.country.isEmpty())
            cluster.country = named.country;
        if (nameWords(named.name).size() > nameWords(cluster.name).size())
            setName(cluster, named.name);
        for (const QString &title : named.offices)
            learnOffice(cluster, title, named);
        if (cluster.blocked.contains(named.name))
            return;
        cluster.blocked.insert(named.name);
        for (const QString &block : blocks(named.name)) {
            QList<int> &members = m_blocks[block];
            if (!members.contains(number))
                members.append(number);
        }
    }

    static void learnOffice(Cluster &cluster, const QString &title, const Named &named)
    {
        if (!cluster.officeTitles.contains(title))
            cluster.officeTitles.append(title);
        for (Office &office : cluster.offices) {
            if (office.title != title)
                continue;
            if (named.published.isValid()) {
                if (!office.firstTold.isValid() || named.published < office.firstTold)
                    office.firstTold = named.published;
                if (!office.lastTold.isValid() || named.published > office.lastTold)
                    office.lastTold = named.published;
            }
            return;
        }
        cluster.offices.append({title, named.published, named.published, named.article});
    }

    JoinedPeople finish()
    {
        JoinedPeople result;
        for (size_t i = 0; i < m_clusters.size(); ++i) {
            Cluster &cluster = m_clusters[i];
            Person person;
            person.id = {static_cast<qint64>(i) + 1};
            person.country = cluster.country;
            person.offices = cluster.offices;
            for (auto at = cluster.forms.cbegin(); at != cluster.forms.cend(); ++at)
                person.forms.append({at.key(), at.value()});
            std::sort(person.forms.begin(), person.forms.end(), [](const NameForm &a, const NameForm &b) {
                return a.articles != b.articles ? a.articles > b.articles : a.text < b.text;
            });
            person.name = fullest(person.forms, cluster.name);
            result.people.append(person);
        }
        for (auto at = m_byMention.cbegin(); at != m_byMention.cend(); ++at)
            result.byMention.insert(at.key(), {at.value() + 1LL});
        return result;
    }

    /** The form with most words; among those the one most used. */
    [[nodiscard]] static QString fullest(const QList<NameForm> &forms, const QString &fallback)
    {
        QString best = fallback;
        qsizetype words = 0;
        for (const NameForm &form : forms) {
            const qsizetype count = nameWords(form.text).size();
            if (count > words) {
                words = count;
                best = form.text;
            }
        }
        return best;
    }

    QList<Named> m_named;
    QHash<ArticleId, QSet<QString>> m_fullNames;
    std::vector<Cluster> m_clusters;
    QHash<QString, int> m_placed; ///< by sameKey()
    QHash<QString, QList<int>> m_blocks;
    QHash<QPair<ArticleId, QString>, int> m_byMention;
};

} // namespace

JoinedPeople joinPeople(const QList<ArticleAccounts> &articles)
{
    return PeopleJoiner(articles).run();
}

} // namespace dragoman
