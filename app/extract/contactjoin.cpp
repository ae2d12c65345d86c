// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/contactjoin.h"

#include "extract/accountagreement.h"
#include "extract/chains.h"

#include <QSet>
#include <QVarLengthArray>

#include <algorithm>
#include <array>
#include <iterator>
#include <numeric>
#include <tuple>

namespace dragoman {

namespace {

constexpr int closeDays = 10;     ///< between the days of publication of two undated accounts of one contact
constexpr int newsDays = 45;      ///< from an undated account's publication to the day of the contact it joins
constexpr int crowdedBlock = 64;  ///< groups of one key that are looked at, the newest first
constexpr int crowdedGroup = 32;  ///< accounts of a contact that another one has to agree with
constexpr int crowdedTelling = 8; ///< articles that tell the like without a date; more of them prove nothing
constexpr int narrowMonths = 3;   ///< months that a date may touch to be looked for by month
constexpr int besideDays = 1;     ///< between two days that can be one, told from two places

/** Accounts of one contact, as a chain. */
struct Group
{
    int first = -1; ///< the best dated account
    int last = -1;
};

using Numbers = QVarLengthArray<int, 8>;

// What stands in a key in place of a month.
constexpr int anyMonth = 0;
constexpr int wide = 1;
constexpr int undated = 2;
constexpr int firstMonth = 3;

int monthOf(QDate day)
{
    return day.year() * 12 + day.month() + firstMonth;
}

/** The months that lie between two days. */
Numbers monthsBetween(QDate first, QDate last)
{
    Numbers result;
    for (int month = monthOf(first); month <= monthOf(last); ++month) {
        result.append(month);
        if (result.size() > narrowMonths)
            return {wide};
    }
    return result;
}

Numbers monthsOf(const FuzzyDate &date)
{
    if (!date.isKnown())
        return {undated};
    return monthsBetween(date.earliest().addDays(-besideDays), date.latest().addDays(besideDays));
}

quint64 articlePair(int a, int b)
{
    return (static_cast<quint64>(std::min(a, b)) << 32) | static_cast<quint64>(std::max(a, b));
}

class ContactJoiner
{
public:
    explicit ContactJoiner(const JoinData &data)
        : m_data(data), m_next(data.accounts.size(), -1), m_groupOf(data.accounts.size(), -1)
    {
    }

    JoinedContacts run()
    {
        noteCommonTellings();
        std::vector<int> order(m_data.accounts.size());
        std::iota(order.begin(), order.end(), 0);
        // The dated ones first, the narrowest first: an undated or wide account joins what is known better.
        std::stable_sort(order.begin(), order.end(), [this](int a, int b) { return width(a) < width(b); });
        for (const bool dated : {true, false}) {
            for (const int number : order) {
                if (account(number).date.isKnown() != dated)
                    continue;
                const int twin = findTwin(number);
                place(number, twin >= 0 ? twin : dated ? findDated(number) : findUndated(number));
            }
        }
        return finish();
    }

private:
    [[nodiscard]] const JoinAccount &account(int number) const { return m_data.accounts[static_cast<size_t>(number)]; }
    [[nodiscard]] const JoinArticle &articleOf(int number) const
    {
        return m_data.articles[static_cast<size_t>(account(number).article)];
    }
    [[nodiscard]] AccountView view(int number) const
    {
        return {account(number), m_data.participantsOf(account(number))};
    }
    [[nodiscard]] Group &group(int number) { return m_groups[static_cast<size_t>(number)]; }
    [[nodiscard]] const Group &group(int number) const { return m_groups[static_cast<size_t>(number)]; }
    [[nodiscard]] const FuzzyDate &dateOf(const Group &group) const { return account(group.first).date; }

    /** Whether all accounts of a group pass, or the first of very many. */
    template <typename Test>
    [[nodiscard]] bool all(const Group &group, Test &&passes) const
    {
        int looked = 0;
        for (int member = group.first; member >= 0 && looked < crowdedGroup; ++looked) {
            if (!passes(member))
                return false;
            member = m_next[static_cast<size_t>(member)];
        }
        return true;
    }

    [[nodiscard]] qint64 width(int number) const
    {
        const FuzzyDate &date = account(number).date;
        if (!date.isKnown())
            return 1 << 20;
        return date.earliest().daysTo(date.latest()) * 2 + (date.isApproximate() || date.isUncertain() ? 1 : 0);
    }

    /** A key under which accounts of one contact meet: who takes part, and when. */
    [[nodiscard]] static quint64 key(const JoinAccount &account, const JoinParticipant &who, int month)
    {
        constexpr int wordBits = 4;
        constexpr int whoBits = 32;
        quint64 result = static_cast<quint64>(month);
        result = (result << wordBits) | static_cast<quint64>(account.kind);
        result = (result << wordBits) | static_cast<quint64>(account.status);
        result = (result << 1) | static_cast<quint64>(who.type == ParticipantType::Body);
        return (result << whoBits) | static_cast<quint32>(who.who);
    }

    /** Under which months a group can stand that an account may join. */
    [[nodiscard]] Numbers monthsToSearch(int number) const
    {
        const FuzzyDate &date = account(number).date;
        const QDate published = articleOf(number).published;
        if (!date.isKnown() && !published.isValid())
            return {anyMonth};
        Numbers result = monthsOf(date);
        if (!date.isKnown()) {
            for (const int days : {-newsDays, 0, newsDays}) // months are shorter than the days between
                result.append(monthOf(published.addDays(days)));
        }
        if (result.contains(wide))
            return {anyMonth};
        result.append(wide);
        return result;
    }

    /** Whether the article of an account has another one in the group. */
    [[nodiscard]] bool tellsToo(int group, int number) const
    {
        const JoinArticle &article = articleOf(number);
        const auto begin = m_groupOf.begin() + article.firstAccount;
        return std::find(begin, begin + article.accounts, group) != begin + article.accounts;
    }

    [[nodiscard]] bool fits(int found, int number) const
    {
        const AccountView one = view(number);
        return !tellsToo(found, number) && all(group(found), [&](int member) {
            return participantsAgree(one, view(member)) && placesAgree(one.account, account(member));
        });
    }

    [[nodiscard]] std::vector<int> groupsOf(int number) const
    {
        std::vector<int> found;
        QSet<int> seen;
        const Numbers months = monthsToSearch(number);
        for (const JoinParticipant &who : view(number).participants) {
            for (const int month : months) {
                int looked = 0;
                m_blocks.visit(key(account(number), who, month), [&](int other) {
                    if (!seen.contains(other)) {
                        seen.insert(other);
                        if (fits(other, number))
                            found.push_back(other);
                    }
                    return ++looked < crowdedBlock;
                });
            }
        }
        std::sort(found.begin(), found.end());
        return found;
    }

    /** What a copied text tells, in numbers that are equal in the text it copies. */
    [[nodiscard]] QByteArray twinKey(int article, int number) const
    {
        const AccountView one = view(number);
        std::vector<std::array<int, 3>> who;
        for (const JoinParticipant &participant : one.participants)
            who.push_back(
                {static_cast<int>(participant.type), participant.who, static_cast<int>(participant.capacity)});
        std::sort(who.begin(), who.end());
        const std::array<int, 4> head{article, static_cast<int>(one.account.kind), static_cast<int>(one.account.status),
                                      one.account.place};
        QByteArray result(reinterpret_cast<const char *>(head.data()), sizeof head);
        for (const std::array<int, 3> &participant : who)
            result.append(reinterpret_cast<const char *>(participant.data()), sizeof participant);
        return result + one.account.date.toEdtf().toLatin1();
    }

    /** The group of the same account in the article that this one copies. */
    [[nodiscard]] int findTwin(int number) const
    {
        const int original = articleOf(number).original;
        if (original < 0)
            return -1;
        const int found = m_twins.value(twinKey(original, number), -1);
        return found >= 0 && !tellsToo(found, number) ? found : -1;
    }

    [[nodiscard]] int findDated(int number) const
    {
        const FuzzyDate &date = account(number).date;
        std::vector<int> beside;
        for (const int candidate : groupsOf(number)) {
            if (dateOf(group(candidate)).overlaps(date))
                return candidate;
            if (isBeside(number, group(candidate)))
                beside.push_back(candidate);
        }
        return beside.size() == 1 ? beside.front() : -1;
    }

    /** The next day can be the same where one of the two is only about right, or where a call is told from two places
     * around midnight. */
    [[nodiscard]] bool isBeside(int number, const Group &group) const
    {
        const FuzzyDate &date = account(number).date;
        const FuzzyDate &other = dateOf(group);
        const qint64 after = std::max(other.latest().daysTo(date.earliest()), date.latest().daysTo(other.earliest()));
        if (after > besideDays)
            return false;
        if (date.isApproximate() || other.isApproximate())
            return true;
        const int source = articleOf(number).source;
        return account(number).kind == ContactKind::Call && all(group, [&](int member) {
                   const int theirs = articleOf(member).source;
                   return source != 0 && theirs != 0 && source != theirs && samePeople(view(number), view(member));
               });
    }

    [[nodiscard]] int findUndated(int number) const
    {
        const QDate published = articleOf(number).published;
        std::vector<int> dated;
        for (const int candidate : groupsOf(number)) {
            const FuzzyDate &date = dateOf(group(candidate));
            if (!date.isKnown() && isNear(number, group(candidate)))
                return candidate;
            const bool timely = !published.isValid() || std::abs(date.latest().daysTo(published)) <= newsDays;
            if (date.isKnown() && timely)
                dated.push_back(candidate);
        }
        return dated.size() == 1 ? dated.front() : -1;
    }

    /** Undated accounts are told of one contact when their articles share another one, or appeared within days. */
    [[nodiscard]] bool isNear(int number, const Group &group) const
    {
        const QDate published = articleOf(number).published;
        return !all(group, [&](int member) {
            const QDate theirs = articleOf(member).published;
            const bool close =
                published.isValid() && theirs.isValid() && std::abs(published.daysTo(theirs)) <= closeDays;
            return !close && !m_sharing.contains(articlePair(account(number).article, account(member).article));
        });
    }

    /** Two articles that tell two things without a date, both alike, tell of one occasion. */
    void noteCommonTellings()
    {
        QHash<QByteArray, std::vector<int>> articles;
        for (int number = 0; number < static_cast<int>(m_data.accounts.size()); ++number) {
            if (account(number).date.isKnown())
                continue;
            std::vector<int> &alike = articles[twinKey(-1, number)];
            if (alike.empty() || alike.back() != account(number).article)
                alike.push_back(account(number).article);
        }
        QSet<quint64> once;
        for (const std::vector<int> &alike : std::as_const(articles)) {
            if (alike.size() > crowdedTelling)
                continue;
            for (size_t i = 0; i < alike.size(); ++i) {
                for (size_t k = i + 1; k < alike.size(); ++k) {
                    const quint64 both = articlePair(alike[i], alike[k]);
                    (once.contains(both) ? m_sharing : once).insert(both);
                }
            }
        }
    }

    void append(Group &group, int number)
    {
        if (group.first < 0)
            group.first = number;
        else
            m_next[static_cast<size_t>(group.last)] = number;
        group.last = number;
    }

    void place(int number, int found)
    {
        if (found < 0) {
            found = static_cast<int>(m_groups.size());
            m_groups.push_back({});
        }
        const int article = account(number).article;
        std::ignore = all(group(found), [&](int member) {
            m_sharing.insert(articlePair(account(member).article, article));
            return true;
        });
        append(group(found), number);
        m_groupOf[static_cast<size_t>(number)] = found;
        if (articleOf(number).isCopied)
            m_twins.insert(twinKey(article, number), found);
        Numbers months = monthsOf(account(number).date);
        months.append(anyMonth);
        for (const JoinParticipant &who : view(number).participants) {
            for (const int month : months)
                m_blocks.add(key(account(number), who, month), found);
        }
    }

    JoinedContacts finish() const
    {
        JoinedContacts result;
        std::vector<int> numbers(m_groups.size(), -1);
        for (const int found : m_groupOf) {
            int &number = numbers[static_cast<size_t>(found)];
            if (number < 0) {
                number = static_cast<int>(result.dates.size());
                result.dates.push_back(dateOf(group(found)));
                result.accounts.push_back(0);
            }
            ++result.accounts[static_cast<size_t>(number)];
            result.ofAccount.push_back(number);
        }
        return result;
    }

    const JoinData &m_data;
    std::vector<int> m_next;    ///< by account, the next one of its group; -1 for none
    std::vector<int> m_groupOf; ///< by account; -1 while it stands in none
    std::vector<Group> m_groups;
    Chains m_blocks;
    QHash<QByteArray, int> m_twins; ///< groups by twinKey()
    QSet<quint64> m_sharing;        ///< pairs of articles that tell a common contact
};

} // namespace

JoinedContacts joinContacts(const JoinData &data)
{
    return ContactJoiner(data).run();
}

} // namespace dragoman
