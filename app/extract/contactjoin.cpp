// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/contactjoin.h"

#include "domain/names.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

constexpr int closeDays = 10;    ///< between the days of publication of two undated accounts of one contact
constexpr int newsDays = 45;     ///< from an undated account's publication to the day of the contact it joins
constexpr int crowdedBlock = 64; ///< groups of one key that are looked at, the newest first

struct Told
{
    Account account;
    QString path;
    QDate published;
};

/** Accounts of one contact. */
struct Group
{
    std::vector<int> told; ///< numbers of accounts, the first is the best dated
    FuzzyDate date;
    QSet<qint64> articles;
};

bool isDirected(const Account &account)
{
    return std::any_of(account.participants.begin(), account.participants.end(),
                       [](const Participant &p) { return p.capacity != Capacity::Party; });
}

class ContactJoiner
{
public:
    explicit ContactJoiner(const QList<ArticleAccounts> &articles)
    {
        for (const ArticleAccounts &article : articles) {
            for (const Account &account : article.accounts)
                m_told.push_back({account, article.path, article.published});
        }
    }

    QList<Contact> run()
    {
        std::vector<int> order;
        for (size_t i = 0; i < m_told.size(); ++i)
            order.push_back(static_cast<int>(i));
        // The dated ones first, the narrowest first: an undated or wide account joins what is known better.
        std::stable_sort(order.begin(), order.end(), [this](int a, int b) { return width(a) < width(b); });
        for (const int number : order) {
            if (told(number).account.date.isKnown())
                place(number, findDated(number));
        }
        for (const int number : order) {
            if (!told(number).account.date.isKnown())
                place(number, findUndated(number));
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
        return date.earliest().daysTo(date.latest()) * 2 + (date.isApproximate() ? 1 : 0);
    }

    /** Who takes part, as keys under which accounts of one contact meet. */
    [[nodiscard]] static QStringList keys(const Account &account)
    {
        QStringList people;
        const QString head = toWord(account.kind) + u' ' + toWord(account.status) + u' ';
        for (const Participant &who : account.participants) {
            if (who.person.isValid())
                people.append(u'p' + QString::number(who.person.value));
        }
        if (people.isEmpty()) {
            for (const Participant &who : account.participants)
                people.append(u'b' + QString::number(who.body.value));
        }
        QStringList result;
        for (const QString &who : people)
            result.append(head + who);
        return result;
    }

    [[nodiscard]] static bool same(const Participant &a, const Participant &b)
    {
        return a.type == b.type && (a.type == ParticipantType::Person ? a.person == b.person : a.body == b.body);
    }

    /** A state or a role in place of a person of that state, or the reverse. */
    [[nodiscard]] static bool standsIn(const Participant &a, const Participant &b)
    {
        return !a.country.isEmpty() && a.country == b.country &&
               (a.type == ParticipantType::Body || b.type == ParticipantType::Body);
    }

    /** Each participant of `b` can be the same as, or stand in for, one of `a` only. */
    [[nodiscard]] static bool participantsAgree(const Account &a, const Account &b)
    {
        QList<Participant> left = b.participants;
        QList<Participant> unmatched;
        int equal = 0;
        for (const Participant &one : a.participants) {
            const auto is = [&one](const Participant &other) { return same(one, other); };
            const auto at = std::find_if(left.begin(), left.end(), is);
            if (at == left.end()) {
                unmatched.append(one);
            } else {
                left.erase(at);
                ++equal;
            }
        }
        const bool stoodIn = std::any_of(unmatched.begin(), unmatched.end(), [&left](const Participant &one) {
            return std::any_of(left.begin(), left.end(),
                               [&one](const Participant &other) { return standsIn(one, other); });
        });
        return equal >= 2 || (equal == 1 && stoodIn) || (a.kind == ContactKind::Visit && sameGuest(a, b));
    }

    [[nodiscard]] static bool sameGuest(const Account &a, const Account &b)
    {
        if (a.place.country.isEmpty() || a.place.country != b.place.country)
            return false;
        for (const Participant &one : a.participants) {
            for (const Participant &other : b.participants) {
                if (one.capacity == Capacity::Guest && other.capacity == Capacity::Guest && one.person.isValid() &&
                    one.person == other.person)
                    return true;
            }
        }
        return false;
    }

    [[nodiscard]] static bool placesAgree(const Account &a, const Account &b)
    {
        if (!a.place.isKnown() || !b.place.isKnown())
            return true;
        if (!a.place.country.isEmpty() && !b.place.country.isEmpty())
            return a.place.country == b.place.country;
        return folded(a.place.name) == folded(b.place.name);
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

    [[nodiscard]] std::vector<int> groupsOf(int number) const
    {
        std::vector<int> found;
        QSet<int> seen;
        for (const QString &key : keys(told(number).account)) {
            const auto block = m_blocks.constFind(key);
            if (block == m_blocks.cend())
                continue;
            int looked = 0;
            for (auto at = block->crbegin(); at != block->crend() && looked < crowdedBlock; ++at, ++looked) {
                if (seen.contains(*at))
                    continue;
                seen.insert(*at);
                if (fits(group(*at), number))
                    found.push_back(*at);
            }
        }
        std::sort(found.begin(), found.end());
        return found;
    }

    [[nodiscard]] int findDated(int number) const
    {
        const FuzzyDate &date = told(number).account.date;
        for (const int candidate : groupsOf(number)) {
            if (group(candidate).date.overlaps(date))
                return candidate;
        }
        return -1;
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

    [[nodiscard]] static QPair<qint64, qint64> pair(qint64 a, qint64 b) { return {std::min(a, b), std::max(a, b)}; }

    void place(int number, int found)
    {
        if (found < 0) {
            found = static_cast<int>(m_groups.size());
            m_groups.push_back({});
            group(found).date = told(number).account.date;
        }
        group(found).told.push_back(number);
        for (const qint64 article : group(found).articles)
            m_sharing.insert(pair(article, told(number).account.article.value));
        group(found).articles.insert(told(number).account.article.value);
        for (const QString &key : keys(told(number).account)) {
            QList<int> &block = m_blocks[key];
            if (!block.contains(found))
                block.append(found);
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
        for (const Group &group : m_groups)
            contacts.append(tell(group, {contacts.size() + 1}));
        return contacts;
    }

    [[nodiscard]] Contact tell(const Group &group, ContactId id) const
    {
        Contact contact;
        contact.id = id;
        contact.kind = told(group.told.front()).account.kind;
        contact.status = told(group.told.front()).account.status;
        contact.date = group.date;
        for (const int number : group.told) {
            Account account = told(number).account;
            account.contact = id;
            if (!contact.place.isKnown() ||
                (account.place.isKnown() && account.place.name.size() > 0 && betterPlace(account, contact)))
                contact.place = account.place;
            addParticipants(contact, account);
            contact.accounts.append(account);
        }
        return contact;
    }

    /** The place of an account that tells more: a visit's or meeting's city against its state. */
    [[nodiscard]] static bool betterPlace(const Account &account, const Contact &contact)
    {
        const auto isState = [](const Place &place, const QList<Participant> &participants) {
            return std::any_of(participants.begin(), participants.end(), [&place](const Participant &p) {
                return p.type == ParticipantType::Body && p.country == place.country &&
                       (p.name == place.name || p.toldAs == place.name);
            });
        };
        return isState(contact.place, contact.participants) && !isState(account.place, account.participants);
    }

    static void addParticipants(Contact &contact, const Account &account)
    {
        const bool directed = std::any_of(contact.participants.begin(), contact.participants.end(),
                                          [](const Participant &p) { return p.capacity != Capacity::Party; });
        for (const Participant &who : account.participants) {
            const auto known = std::find_if(contact.participants.begin(), contact.participants.end(),
                                            [&who](const Participant &p) { return same(p, who); });
            if (known == contact.participants.end()) {
                const bool stood =
                    std::any_of(contact.participants.begin(), contact.participants.end(), [&who](const Participant &p) {
                        return standsIn(p, who) && p.type == ParticipantType::Person;
                    });
                if (!stood || who.type == ParticipantType::Person)
                    contact.participants.append(who);
            } else if (!directed && isDirected(account)) {
                known->capacity = who.capacity;
            }
        }
        dropStandIns(contact);
    }

    /** A state stands no longer where a person of it has come in. */
    static void dropStandIns(Contact &contact)
    {
        const QList<Participant> all = contact.participants;
        erase_if(contact.participants, [&all](const Participant &who) {
            return who.type == ParticipantType::Body && !who.country.isEmpty() &&
                   std::any_of(all.begin(), all.end(), [&who](const Participant &p) {
                       return p.type == ParticipantType::Person && p.country == who.country &&
                              p.capacity == who.capacity;
                   });
        });
    }

    std::vector<Told> m_told;
    std::vector<Group> m_groups;
    QHash<QString, QList<int>> m_blocks;
    QSet<QPair<qint64, qint64>> m_sharing; ///< articles that tell a common contact
};

} // namespace

QList<Contact> joinContacts(const QList<ArticleAccounts> &articles)
{
    return ContactJoiner(articles).run();
}

} // namespace dragoman
