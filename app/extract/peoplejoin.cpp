// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/peoplejoin.h"

#include "domain/names.h"
#include "extract/chains.h"
#include "extract/nameblocks.h"
#include "extract/spelling.h"

#include <QCache>
#include <QSet>

#include <algorithm>
#include <iterator>
#include <vector>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

constexpr int keptSpellings = 8192; ///< names are told again soon or seldom

class PeopleJoiner
{
public:
    explicit PeopleJoiner(const JoinData &data) : m_data(data), m_spelled(keptSpellings)
    {
        m_clusterOf.resize(data.mentions.size(), -1);
    }

    JoinedPeople run()
    {
        // What is told best comes first, so that what is told less finds it: full names, states, offices.
        for (const bool full : {true, false}) {
            for (const Told told : {Told::State, Told::Office, Told::Nothing})
                placeAll(full, told);
        }
        return finish();
    }

private:
    struct HeldOffice
    {
        int title = 0;
        QDate first;
        QDate last;
        ArticleId evidence;
    };

    /** A person in the making. */
    struct Cluster
    {
        int name = 0;
        int key = 0; ///< the name folded
        int country = 0;
        int likelyCountry = 0;
        QHash<int, int> forms;
        QSet<int> roles;
        std::vector<HeldOffice> offices;
        QSet<int> company;   ///< full names beside it, folded
        SpelledName spelled; ///< of `name`
        QSet<int> blocked;   ///< names under whose blocks it stands
    };

    enum class Told { State, Office, Nothing };

    void placeAll(bool full, Told told)
    {
        for (size_t article = 0; article < m_data.articles.size(); ++article) {
            const JoinArticle &one = m_data.articles[article];
            for (int mention = one.firstMention; mention < one.firstMention + one.mentions; ++mention) {
                const NamedPerson &named = namedAt(mention);
                if (named.full == full && toldOf(named) == told)
                    place(mention, one);
            }
        }
    }

    [[nodiscard]] const NamedPerson &namedAt(int mention) const
    {
        return m_data.named[static_cast<size_t>(m_data.mentions[static_cast<size_t>(mention)])];
    }

    [[nodiscard]] static Told toldOf(const NamedPerson &named)
    {
        if (named.country != 0)
            return Told::State;
        return named.offices.empty() ? Told::Nothing : Told::Office;
    }

    [[nodiscard]] static bool isBare(const NamedPerson &named) { return toldOf(named) == Told::Nothing; }

    [[nodiscard]] const SpelledName &spelled(int name) const
    {
        if (const SpelledName *known = m_spelled.object(name))
            return *known;
        auto *made = new SpelledName(m_data.words.text(name)); // the cache owns it
        m_spelled.insert(name, made);
        return *made;
    }

    /** The same name of the same state and offices as one placed before is the same person: most mentions are. */
    void place(int mention, const JoinArticle &article)
    {
        const NamedPerson &named = namedAt(mention);
        const int known = named.same < 0 ? -1 : m_placed.value(named.same, -1);
        const int found = known >= 0 ? known : find(named, article);
        const int number = found >= 0 ? found : static_cast<int>(m_clusters.size());
        if (found < 0) {
            Cluster cluster;
            setName(cluster, named);
            cluster.country = named.country;
            m_clusters.push_back(std::move(cluster));
        }
        if (named.same >= 0)
            m_placed.insert(named.same, number);
        learn(number, named, article);
        m_clusterOf[static_cast<size_t>(mention)] = number;
    }

    void setName(Cluster &cluster, const NamedPerson &named) const
    {
        cluster.name = named.name;
        cluster.key = named.key;
        cluster.spelled = spelled(named.name);
    }

    [[nodiscard]] const QSet<QString> &officeWords(int title) const
    {
        const auto known = m_officeWords.constFind(title);
        if (known != m_officeWords.cend())
            return *known;
        const QStringList words = nameWords(m_data.words.text(title));
        return *m_officeWords.insert(title, {words.begin(), words.end()});
    }

    /** One title holds all words of another: "Minister", "Turkish Minister". */
    [[nodiscard]] bool officesAgree(const std::vector<HeldOffice> &held, const std::vector<int> &told) const
    {
        for (const HeldOffice &office : held) {
            const QSet<QString> words = officeWords(office.title);
            for (const int other : told) {
                const QSet<QString> others = officeWords(other);
                if (!words.isEmpty() && !others.isEmpty() && (words.contains(others) || others.contains(words)))
                    return true;
            }
        }
        return false;
    }

    [[nodiscard]] bool sameOffice(const Cluster &cluster, const NamedPerson &named) const
    {
        return officesAgree(cluster.offices, named.offices) ||
               std::any_of(named.roles.begin(), named.roles.end(),
                           [&cluster](int role) { return cluster.roles.contains(role); });
    }

    [[nodiscard]] bool fits(const Cluster &cluster, const NamedPerson &named, const JoinArticle &article) const
    {
        const bool told = cluster.country != 0 && named.country != 0;
        if (told && cluster.country != named.country)
            return false;
        return cluster.spelled.agrees(spelled(named.name)) &&
               (told || sameOffice(cluster, named) || likelyThere(cluster, named) ||
                sharesContext(cluster, named, article));
    }

    /** Hands the full names of an article, each once, to `visit`. */
    template <typename Visit>
    void forEachFullName(const JoinArticle &article, Visit &&visit) const
    {
        QSet<int> seen;
        for (const int number : m_data.mentionsOf(article)) {
            const NamedPerson &other = m_data.named[static_cast<size_t>(number)];
            if (other.full && !seen.contains(other.key)) {
                seen.insert(other.key);
                visit(other.key);
            }
        }
    }

    /** A full name is the person who is named beside the same others elsewhere: one of them is enough where nothing
     * else is told of it, else two. */
    [[nodiscard]] bool sharesContext(const Cluster &cluster, const NamedPerson &named, const JoinArticle &article) const
    {
        if (!sameFullName(cluster, named))
            return false;
        int shared = 0;
        forEachFullName(article, [&](int other) {
            if (other != named.key && cluster.company.contains(other))
                ++shared;
        });
        return shared >= (isBare(named) ? 1 : 2);
    }

    [[nodiscard]] static bool sameFullName(const Cluster &cluster, const NamedPerson &named)
    {
        return named.full && cluster.key == named.key;
    }

    /** A full name without a state, in an outlet of that person's state. */
    [[nodiscard]] static bool likelyThere(const Cluster &cluster, const NamedPerson &named)
    {
        const bool there =
            named.country == 0 ? cluster.country == named.likelyCountry : cluster.likelyCountry == named.country;
        return there && (named.country != 0 || named.likelyCountry != 0) && sameFullName(cluster, named);
    }

    [[nodiscard]] int find(const NamedPerson &named, const JoinArticle &article) const
    {
        const SpelledName &name = spelled(named.name);
        std::vector<int> fitting;
        std::vector<int> likely;
        QSet<int> seen;
        for (const QString &block : name.words().size() > 1 ? pairBlocks(name) : wordBlocks(name)) {
            m_blocks.visit(qHash(block), [&](int number) {
                if (seen.contains(number))
                    return true;
                seen.insert(number);
                const Cluster &one = cluster(number);
                if (fits(one, named, article))
                    fitting.push_back(number);
                else if (mayBe(one, named))
                    likely.push_back(number);
                return true;
            });
        }
        if (fitting.empty())
            return likely.size() == 1 ? likely.front() : -1;
        return fitting.size() == 1 ? fitting.front() : choose(fitting, named);
    }

    /** Several could be meant: whoever is written so, else the one of that office, else the first; a short name alone
     * is nobody of them. */
    [[nodiscard]] int choose(std::vector<int> fitting, const NamedPerson &named) const
    {
        std::sort(fitting.begin(), fitting.end());
        const auto only = [&](const auto &is) {
            std::vector<int> found;
            std::copy_if(fitting.begin(), fitting.end(), std::back_inserter(found),
                         [&](int number) { return is(cluster(number)); });
            return found.size() == 1 ? found.front() : -1;
        };
        const int ofOffice = only([&](const Cluster &one) { return sameOffice(one, named); });
        if (spelled(named.name).words().size() == 1)
            return ofOffice;
        const int written = only([&](const Cluster &one) { return one.forms.contains(named.name); });
        if (written >= 0)
            return written;
        return ofOffice >= 0 ? ofOffice : fitting.front();
    }

    /** A name that only its vowels tell from another, as of Arabic and Persian ones: country and office have to agree.
     */
    [[nodiscard]] bool mayBe(const Cluster &cluster, const NamedPerson &named) const
    {
        return named.country != 0 && cluster.country == named.country && sameOffice(cluster, named) &&
               cluster.spelled.isVowellessLike(spelled(named.name));
    }

    [[nodiscard]] const Cluster &cluster(int number) const { return m_clusters[static_cast<size_t>(number)]; }

    void learn(int number, const NamedPerson &named, const JoinArticle &article)
    {
        Cluster &cluster = m_clusters[static_cast<size_t>(number)];
        forEachFullName(article, [&cluster](int other) { cluster.company.insert(other); });
        if (cluster.likelyCountry == 0)
            cluster.likelyCountry = named.likelyCountry;
        for (const int form : named.forms)
            ++cluster.forms[form];
        if (cluster.country == 0)
            cluster.country = named.country;
        if (m_wordCounts.of(named.name, m_data) > m_wordCounts.of(cluster.name, m_data))
            setName(cluster, named);
        for (const int role : named.roles)
            cluster.roles.insert(role);
        for (const int title : named.offices)
            learnOffice(cluster, title, article);
        if (!cluster.blocked.contains(named.name))
            block(cluster, number, named.name);
    }

    void block(Cluster &cluster, int number, int name)
    {
        cluster.blocked.insert(name);
        const SpelledName &words = spelled(name);
        for (const QString &key : pairBlocks(words) + wordBlocks(words))
            m_blocks.add(qHash(key), number);
    }

    static void learnOffice(Cluster &cluster, int title, const JoinArticle &article)
    {
        for (HeldOffice &office : cluster.offices) {
            if (office.title != title)
                continue;
            if (article.published.isValid()) {
                if (!office.first.isValid() || article.published < office.first)
                    office.first = article.published;
                if (!office.last.isValid() || article.published > office.last)
                    office.last = article.published;
            }
            return;
        }
        cluster.offices.push_back({title, article.published, article.published, article.id});
    }

    JoinedPeople finish()
    {
        JoinedPeople result;
        for (const Cluster &cluster : m_clusters) {
            Person person;
            person.id = {result.people.size() + 1};
            person.country = m_data.words.text(cluster.country);
            for (const HeldOffice &office : cluster.offices)
                person.offices.append({m_data.words.text(office.title), office.first, office.last, office.evidence});
            for (auto at = cluster.forms.cbegin(); at != cluster.forms.cend(); ++at)
                person.forms.append({m_data.words.text(at.key()), at.value()});
            std::sort(person.forms.begin(), person.forms.end(), [](const NameForm &a, const NameForm &b) {
                return a.articles != b.articles ? a.articles > b.articles : a.text < b.text;
            });
            person.name = fullest(person.forms, m_data.words.text(cluster.name));
            result.people.append(person);
        }
        result.ofMention = std::move(m_clusterOf);
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

    /** Words of names, counted once. */
    class WordCounts
    {
    public:
        int of(int name, const JoinData &data)
        {
            int &count = m_counts[name];
            if (count == 0)
                count = static_cast<int>(nameWords(data.words.text(name)).size());
            return count;
        }

    private:
        QHash<int, int> m_counts;
    };

    const JoinData &m_data;
    std::vector<int> m_clusterOf; ///< by mention
    std::vector<Cluster> m_clusters;
    mutable QCache<int, SpelledName> m_spelled; ///< by name
    mutable QHash<int, QSet<QString>> m_officeWords;
    WordCounts m_wordCounts;
    QHash<int, int> m_placed; ///< by NamedPerson::same
    Chains m_blocks;          ///< two keys of one hash only make more to be looked at
};

} // namespace

JoinedPeople joinPeople(const JoinData &data)
{
    return PeopleJoiner(data).run();
}

} // namespace dragoman
