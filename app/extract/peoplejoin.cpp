// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/peoplejoin.h"

#include "domain/names.h"
#include "extract/nameblocks.h"
#include "extract/spelling.h"

#include <QSet>

#include <algorithm>
#include <iterator>
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
    QStringList roles;
    QString likelyCountry; ///< where no state is told
    bool full = false;     ///< more than one word
};

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
        // What is told best comes first, so that what is told less finds it: full names, states, offices.
        for (const bool full : {true, false}) {
            for (const Told told : {Told::State, Told::Office, Told::Nothing}) {
                for (const Named &named : m_named) {
                    if (named.full == full && toldOf(named) == told)
                        place(named);
                }
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
        QString likelyCountry;
        QSet<QString> roles;
        QList<Office> offices;
        QSet<QString> company; ///< full names beside it
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
                const bool full = nameWords(told.person).size() > 1;
                if (full)
                    m_fullNames[article.article].insert(folded(told.person));
                m_named.append({article.article,
                                told.person,
                                told.country,
                                told.forms,
                                {},
                                article.published,
                                told.roles,
                                told.likelyCountry,
                                full});
            }
            Named &named = m_named[local.value(told.person)];
            if (!told.title.isEmpty())
                named.offices.append(told.title);
        }
    }

    enum class Told { State, Office, Nothing };

    [[nodiscard]] static Told toldOf(const Named &named)
    {
        if (!named.country.isEmpty())
            return Told::State;
        return named.offices.isEmpty() ? Told::Nothing : Told::Office;
    }

    [[nodiscard]] static bool isBare(const Named &named) { return toldOf(named) == Told::Nothing; }

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
            m_clusters.push_back({named.name, named.country, {}, {}, {}, {}, {}, {}, SpelledName(named.name), {}});
        if (!key.isEmpty())
            m_placed.insert(key, number);
        learn(number, named);
        m_byMention.insert({named.article, named.name}, number);
    }

    [[nodiscard]] const QSet<QString> &officeWords(const QString &title) const
    {
        const auto known = m_officeWords.constFind(title);
        if (known != m_officeWords.cend())
            return *known;
        const QStringList words = nameWords(title);
        return *m_officeWords.insert(title, {words.begin(), words.end()});
    }

    /** One title holds all words of another: "Minister", "Turkish Minister". */
    [[nodiscard]] bool officesAgree(const QStringList &a, const QStringList &b) const
    {
        for (const QString &one : a) {
            const QSet<QString> words = officeWords(one);
            for (const QString &other : b) {
                const QSet<QString> others = officeWords(other);
                if (!words.isEmpty() && !others.isEmpty() && (words.contains(others) || others.contains(words)))
                    return true;
            }
        }
        return false;
    }

    [[nodiscard]] bool sameOffice(const Cluster &cluster, const Named &named) const
    {
        return officesAgree(cluster.officeTitles, named.offices) ||
               std::any_of(named.roles.begin(), named.roles.end(),
                           [&cluster](const QString &role) { return cluster.roles.contains(role); });
    }

    [[nodiscard]] bool fits(const Cluster &cluster, const Named &named, const SpelledName &spelled) const
    {
        const bool told = !cluster.country.isEmpty() && !named.country.isEmpty();
        if (told && cluster.country != named.country)
            return false;
        return cluster.spelled.agrees(spelled) &&
               (told || sameOffice(cluster, named) || likelyThere(cluster, named) || sharesContext(cluster, named));
    }

    /** A full name is the person who is named beside the same others elsewhere: one of them is enough where nothing
     * else is told of it, else two. */
    [[nodiscard]] bool sharesContext(const Cluster &cluster, const Named &named) const
    {
        if (!sameFullName(cluster, named))
            return false;
        int shared = 0;
        const QSet<QString> others = m_fullNames.value(named.article);
        for (const QString &other : others) {
            if (other != folded(named.name) && cluster.company.contains(other))
                ++shared;
        }
        return shared >= (isBare(named) ? 1 : 2);
    }

    [[nodiscard]] static bool sameFullName(const Cluster &cluster, const Named &named)
    {
        return named.full && folded(cluster.name) == folded(named.name);
    }

    /** A full name without a state, in an outlet of that person's state. */
    [[nodiscard]] static bool likelyThere(const Cluster &cluster, const Named &named)
    {
        const bool there =
            named.country.isEmpty() ? cluster.country == named.likelyCountry : cluster.likelyCountry == named.country;
        return there && !(named.country.isEmpty() && named.likelyCountry.isEmpty()) && sameFullName(cluster, named);
    }

    [[nodiscard]] int find(const Named &named) const
    {
        const SpelledName spelled(named.name);
        std::vector<int> fitting;
        std::vector<int> likely;
        QSet<int> seen;
        for (const QString &block : spelled.words().size() > 1 ? pairBlocks(spelled) : wordBlocks(spelled)) {
            for (const int number : m_blocks.value(block)) {
                if (seen.contains(number))
                    continue;
                seen.insert(number);
                const Cluster &one = cluster(number);
                if (fits(one, named, spelled))
                    fitting.push_back(number);
                else if (mayBe(one, named, spelled))
                    likely.push_back(number);
            }
        }
        if (fitting.empty())
            return likely.size() == 1 ? likely.front() : -1;
        return fitting.size() == 1 ? fitting.front() : choose(fitting, named, spelled);
    }

    /** Several could be meant: whoever is written so, else the one of that office, else the first; a short name alone
     * is nobody of them. */
    [[nodiscard]] int choose(std::vector<int> fitting, const Named &named, const SpelledName &spelled) const
    {
        std::sort(fitting.begin(), fitting.end());
        const auto only = [&](const auto &is) {
            std::vector<int> found;
            std::copy_if(fitting.begin(), fitting.end(), std::back_inserter(found),
                         [&](int number) { return is(cluster(number)); });
            return found.size() == 1 ? found.front() : -1;
        };
        const int ofOffice = only([&](const Cluster &one) { return sameOffice(one, named); });
        if (spelled.words().size() == 1)
            return ofOffice;
        const int written = only([&](const Cluster &one) { return one.forms.contains(named.name); });
        if (written >= 0)
            return written;
        return ofOffice >= 0 ? ofOffice : fitting.front();
    }

    /** A name that only its vowels tell from another, as of Arabic and Persian ones: country and office have to agree.
     */
    [[nodiscard]] bool mayBe(const Cluster &cluster, const Named &named, const SpelledName &spelled) const
    {
        return !named.country.isEmpty() && cluster.country == named.country && sameOffice(cluster, named) &&
               cluster.spelled.isVowellessLike(spelled);
    }

    [[nodiscard]] const Cluster &cluster(int number) const { return m_clusters[static_cast<size_t>(number)]; }

    void learn(int number, const Named &named)
    {
        Cluster &cluster = m_clusters[static_cast<size_t>(number)];
        cluster.company.unite(m_fullNames.value(named.article));
        if (cluster.likelyCountry.isEmpty())
            cluster.likelyCountry = named.likelyCountry;
        for (const QString &form : named.forms)
            ++cluster.forms[form];
        if (cluster.country.isEmpty())
            cluster.country = named.country;
        if (nameWords(named.name).size() > nameWords(cluster.name).size())
            setName(cluster, named.name);
        cluster.roles.unite({named.roles.begin(), named.roles.end()});
        for (const QString &title : named.offices)
            learnOffice(cluster, title, named);
        if (cluster.blocked.contains(named.name))
            return;
        cluster.blocked.insert(named.name);
        const SpelledName spelled(named.name);
        for (const QString &block : pairBlocks(spelled) + wordBlocks(spelled)) {
            QList<int> &members = m_blocks[block];
            if (members.isEmpty() || members.last() != number)
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
    mutable QHash<QString, QSet<QString>> m_officeWords;
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
