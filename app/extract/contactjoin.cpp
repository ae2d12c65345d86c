// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/contactjoin.h"

#include "extract/accountagreement.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

constexpr int closeDays = 10;     ///< between the days of publication of two undated accounts of one contact
constexpr int newsDays = 45;      ///< from an undated account's publication to the day of the contact it joins
constexpr int crowdedBlock = 64;  ///< groups of one key that are looked at, the newest first
constexpr int crowdedTelling = 8; ///< articles that tell the like without a date; more of them prove nothing
constexpr int narrowMonths = 3;   ///< months that a date may touch to be looked for by month
constexpr int besideDays = 1;     ///< between two days that can be one, told from two places

struct Told
{
    Account account;
    QString path;
    QString source;
    QDate published;
    ArticleId original; ///< of the article
};

/** Accounts of one contact. */
struct Group
{
    std::vector<int> told; ///< numbers of accounts, the first is the best dated
    FuzzyDate date;
    QSet<qint64> articles;
};

class ContactJoiner
{
public:
    explicit ContactJoiner(const QList<ArticleAccounts> &articles)
    {
        for (const ArticleAccounts &article : articles) {
            for (const Account &account : article.accounts)
                m_told.push_back({account, article.path, article.source, article.published, article.original});
        }
    }

    QList<Contact> run()
    {
        noteCommonTellings();
        std::vector<int> order;
        for (size_t i = 0; i < m_told.size(); ++i)
            order.push_back(static_cast<int>(i));
        // The dated ones first, the narrowest first: an undated or wide account joins what is known better.
        std::stable_sort(order.begin(), order.end(), [this](int a, int b) { return width(a) < width(b); });
        for (const bool dated : {true, false}) {
            for (const int number : order) {
                if (told(number).account.date.isKnown() != dated)
                    continue;
                const int twin = findTwin(number);
                const int found = twin >= 0 ? twin : dated ? findDated(number) : findUndated(number);
                place(number, found);
            }
        }
        return finish();
    }

private:
    [[nodiscard]] const Told &told(int number) const { return m_told[static_cast<size_t>(number)]; }
    [[nodiscard]] Group &group(int number) { return m_groups[static_cast<size_t>(number)]; }
    [[nodiscard]] const Group &group(int number) const { return m_groups[static_cast<size_t>(number)]; }

    [[nodiscard]] qint64 width(int number) const
    {
        const FuzzyDate &date = told(number).account.date;
        if (!date.isKnown())
            return 1 << 20;
        return date.earliest().daysTo(date.latest()) * 2 + (date.isApproximate() || date.isUncertain() ? 1 : 0);
    }

    /** Who takes part, as keys under which accounts of one contact meet. */
    [[nodiscard]] static QStringList keys(const Account &account)
    {
        const QString head = toWord(account.kind) + u' ' + toWord(account.status) + u' ';
        QStringList result;
        for (const Participant &who : account.participants) {
            if (who.person.isValid())
                result.append(head + u'p' + QString::number(who.person.value));
            else
                result.append(head + u'b' + QString::number(who.body.value));
        }
        return result;
    }

    /** The months that lie between two days, as parts of keys. */
    [[nodiscard]] static QStringList months(QDate first, QDate last)
    {
        QStringList result;
        for (QDate month(first.year(), first.month(), 1); month <= last; month = month.addMonths(1)) {
            result.append(month.toString(u" yyyy-MM"_s));
            if (result.size() > narrowMonths)
                return {u" wide"_s};
        }
        return result;
    }

    [[nodiscard]] static QStringList monthsOf(const FuzzyDate &date)
    {
        if (!date.isKnown())
            return {u" undated"_s};
        return months(date.earliest().addDays(-besideDays), date.latest().addDays(besideDays));
    }

    /** Under which months a group can stand that an account may join; an empty one stands for all of them. */
    [[nodiscard]] static QStringList monthsToSearch(const Told &one)
    {
        const FuzzyDate &date = one.account.date;
        if (!date.isKnown() && !one.published.isValid())
            return {QString()};
        QStringList result = monthsOf(date);
        if (!date.isKnown()) {
            for (const int days : {-newsDays, 0, newsDays}) // months are shorter than the days between
                result.append(one.published.addDays(days).toString(u" yyyy-MM"_s));
        }
        if (result.contains(u" wide"_s))
            return {QString()};
        result.append(u" wide"_s);
        result.removeDuplicates();
        return result;
    }

    [[nodiscard]] bool fits(const Group &group, int number) const
    {
        const Told &one = told(number);
        if (group.articles.contains(one.account.article.value))
            return false;
        return std::all_of(group.told.begin(), group.told.end(), [&](int member) {
            const Account &other = told(member).account;
            return participantsAgree(one.account, other) && placesAgree(one.account, other);
        });
    }

    void search(const QString &key, int number, QSet<int> &seen, std::vector<int> &found) const
    {
        const auto block = m_blocks.constFind(key);
        if (block == m_blocks.cend())
            return;
        int looked = 0;
        for (auto at = block->crbegin(); at != block->crend() && looked < crowdedBlock; ++at, ++looked) {
            if (seen.contains(*at))
                continue;
            seen.insert(*at);
            if (fits(group(*at), number))
                found.push_back(*at);
        }
    }

    [[nodiscard]] std::vector<int> groupsOf(int number) const
    {
        std::vector<int> found;
        QSet<int> seen;
        const QStringList months = monthsToSearch(told(number));
        for (const QString &key : keys(told(number).account)) {
            for (const QString &month : months)
                search(key + month, number, seen, found);
        }
        std::sort(found.begin(), found.end());
        return found;
    }

    /** What a copied text tells, in words that are equal in the text it copies. */
    [[nodiscard]] static QString twinKey(ArticleId article, const Account &account)
    {
        QStringList who;
        for (const Participant &one : account.participants)
            who.append(u"%1 %2 %3"_s.arg(one.person.value).arg(one.body.value).arg(toWord(one.capacity)));
        who.sort();
        return QStringList{QString::number(article.value), toWord(account.kind), toWord(account.status),
                           account.date.toEdtf(),          account.place.name,   who.join(u',')}
            .join(u'|');
    }

    /** The group of the same account in the article that this one copies. */
    [[nodiscard]] int findTwin(int number) const
    {
        const Told &one = told(number);
        if (!one.original.isValid())
            return -1;
        const int found = m_twins.value(twinKey(one.original, one.account), -1);
        return found >= 0 && !group(found).articles.contains(one.account.article.value) ? found : -1;
    }

    [[nodiscard]] int findDated(int number) const
    {
        const FuzzyDate &date = told(number).account.date;
        std::vector<int> beside;
        for (const int candidate : groupsOf(number)) {
            if (group(candidate).date.overlaps(date))
                return candidate;
            if (isBeside(told(number), group(candidate)))
                beside.push_back(candidate);
        }
        return beside.size() == 1 ? beside.front() : -1;
    }

    /** The next day can be the same where one of the two is only about right, or where a call is told from two places
     * around midnight. */
    [[nodiscard]] bool isBeside(const Told &one, const Group &group) const
    {
        const FuzzyDate &date = one.account.date;
        const qint64 after =
            std::max(group.date.latest().daysTo(date.earliest()), date.latest().daysTo(group.date.earliest()));
        if (after > besideDays)
            return false;
        if (date.isApproximate() || group.date.isApproximate())
            return true;
        return one.account.kind == ContactKind::Call &&
               std::all_of(group.told.begin(), group.told.end(), [&](int member) {
                   const Told &other = told(member);
                   return !one.source.isEmpty() && !other.source.isEmpty() && one.source != other.source &&
                          samePeople(one.account, other.account);
               });
    }

    [[nodiscard]] int findUndated(int number) const
    {
        const Told &one = told(number);
        std::vector<int> dated;
        for (const int candidate : groupsOf(number)) {
            const FuzzyDate &date = group(candidate).date;
            if (!date.isKnown() && isNear(one, group(candidate)))
                return candidate;
            const bool timely = !one.published.isValid() || std::abs(date.latest().daysTo(one.published)) <= newsDays;
            if (date.isKnown() && timely)
                dated.push_back(candidate);
        }
        return dated.size() == 1 ? dated.front() : -1;
    }

    /** Undated accounts are told of one contact when their articles share another one, or appeared within days. */
    [[nodiscard]] bool isNear(const Told &one, const Group &group) const
    {
        for (const int member : group.told) {
            const Told &other = told(member);
            if (one.published.isValid() && other.published.isValid() &&
                std::abs(one.published.daysTo(other.published)) <= closeDays)
                return true;
            if (m_sharing.contains(pair(one.account.article.value, other.account.article.value)))
                return true;
        }
        return false;
    }

    /** Two articles that tell two things without a date, both alike, tell of one occasion. */
    void noteCommonTellings()
    {
        QHash<QString, QList<qint64>> articles;
        for (const Told &one : m_told) {
            if (one.account.date.isKnown())
                continue;
            QList<qint64> &alike = articles[twinKey({}, one.account)];
            if (alike.isEmpty() || alike.last() != one.account.article.value)
                alike.append(one.account.article.value);
        }
        QSet<QPair<qint64, qint64>> once;
        for (const QList<qint64> &alike : std::as_const(articles)) {
            for (qsizetype i = 0; i < alike.size() && alike.size() <= crowdedTelling; ++i) {
                for (qsizetype k = i + 1; k < alike.size(); ++k) {
                    const QPair<qint64, qint64> both = pair(alike[i], alike[k]);
                    (once.contains(both) ? m_sharing : once).insert(both);
                }
            }
        }
    }

    [[nodiscard]] static QPair<qint64, qint64> pair(qint64 a, qint64 b) { return {std::min(a, b), std::max(a, b)}; }

    void place(int number, int found)
    {
        if (found < 0) {
            found = static_cast<int>(m_groups.size());
            m_groups.push_back({});
            group(found).date = told(number).account.date;
        }
        group(found).told.push_back(number);
        m_twins.insert(twinKey(told(number).account.article, told(number).account), found);
        for (const qint64 article : group(found).articles)
            m_sharing.insert(pair(article, told(number).account.article.value));
        group(found).articles.insert(told(number).account.article.value);
        for (const QString &key : keys(told(number).account)) {
            for (const QString &month : QStringList{QString()} + monthsOf(told(number).account.date)) {
                QList<int> &block = m_blocks[key + month];
                if (block.isEmpty() || block.last() != found)
                    block.append(found);
            }
        }
    }

    QList<Contact> finish()
    {
        for (Group &group : m_groups) {
            std::stable_sort(group.told.begin(), group.told.end(), [this](int a, int b) { return a < b; });
        }
        std::stable_sort(m_groups.begin(), m_groups.end(),
                         [](const Group &a, const Group &b) { return a.told.front() < b.told.front(); });
        QList<Contact> contacts;
        for (const Group &group : m_groups) {
            QList<Account> accounts;
            for (const int number : group.told)
                accounts.append(told(number).account);
            contacts.append(tellContact(accounts, group.date, {contacts.size() + 1}));
        }
        return contacts;
    }

    std::vector<Told> m_told;
    std::vector<Group> m_groups;
    QHash<QString, QList<int>> m_blocks;
    QHash<QString, int> m_twins;           ///< groups by twinKey()
    QSet<QPair<qint64, qint64>> m_sharing; ///< articles that tell a common contact
};

} // namespace

QList<Contact> joinContacts(const QList<ArticleAccounts> &articles)
{
    return ContactJoiner(articles).run();
}

} // namespace dragoman
