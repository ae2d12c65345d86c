// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/accountagreement.h"

#include "domain/names.h"

#include <QSet>

#include <algorithm>

namespace dragoman {

namespace {

bool isDirected(const Account &account)
{
    return std::any_of(account.participants.begin(), account.participants.end(),
                       [](const Participant &p) { return p.capacity != Capacity::Party; });
}

/** A state or a role in place of a person of that state, or the reverse. */
bool standsIn(const Participant &a, const Participant &b)
{
    return !a.country.isEmpty() && a.country == b.country &&
           (a.type == ParticipantType::Body || b.type == ParticipantType::Body);
}

/** The states that take part, but for those that mediate. */
QSet<QString> sides(const Account &account)
{
    QSet<QString> result;
    for (const Participant &who : account.participants) {
        if (!who.country.isEmpty() && who.capacity != Capacity::Mediator)
            result.insert(who.country);
    }
    return result;
}

/** Two who meet, and meet in a wider round on the same day, have met twice; wide rounds are seldom told whole. */
bool sidesAgree(const Account &a, const Account &b)
{
    const QSet<QString> mine = sides(a);
    const QSet<QString> theirs = sides(b);
    const qsizetype fewer = std::min(mine.size(), theirs.size());
    if (fewer < 2)
        return true;
    QSet<QString> common = mine;
    common.intersect(theirs);
    return fewer == 2 ? mine == theirs : common.size() * 2 >= fewer;
}

bool sameGuest(const Account &a, const Account &b)
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

/** The place of an account that tells more: a visit's or meeting's city against its state. */
bool betterPlace(const Account &account, const Contact &contact)
{
    const auto isState = [](const Place &place, const QList<Participant> &participants) {
        return std::any_of(participants.begin(), participants.end(), [&place](const Participant &p) {
            return p.type == ParticipantType::Body && p.country == place.country &&
                   (p.name == place.name || p.toldAs == place.name);
        });
    };
    return isState(contact.place, contact.participants) && !isState(account.place, account.participants);
}

/** A state stands no longer where a person of it has come in. */
void dropStandIns(Contact &contact)
{
    const QList<Participant> all = contact.participants;
    erase_if(contact.participants, [&all](const Participant &who) {
        return who.type == ParticipantType::Body && !who.country.isEmpty() &&
               std::any_of(all.begin(), all.end(), [&who](const Participant &p) {
                   return p.type == ParticipantType::Person && p.country == who.country && p.capacity == who.capacity;
               });
    });
}

void addParticipants(Contact &contact, const Account &account)
{
    const bool directed = std::any_of(contact.participants.begin(), contact.participants.end(),
                                      [](const Participant &p) { return p.capacity != Capacity::Party; });
    for (const Participant &who : account.participants) {
        const auto known = std::find_if(contact.participants.begin(), contact.participants.end(),
                                        [&who](const Participant &p) { return isSame(p, who); });
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

} // namespace

bool isSame(const Participant &a, const Participant &b)
{
    return a.type == b.type && (a.type == ParticipantType::Person ? a.person == b.person : a.body == b.body);
}

bool samePeople(const Account &a, const Account &b)
{
    return a.participants.size() == b.participants.size() &&
           std::all_of(a.participants.begin(), a.participants.end(), [&b](const Participant &one) {
               return one.person.isValid() && std::any_of(b.participants.begin(), b.participants.end(),
                                                          [&one](const Participant &p) { return isSame(one, p); });
           });
}

/** Each participant of `b` can be the same as, or stand in for, one of `a` only. */
bool participantsAgree(const Account &a, const Account &b)
{
    QList<Participant> left = b.participants;
    QList<Participant> unmatched;
    int equal = 0;
    for (const Participant &one : a.participants) {
        const auto is = [&one](const Participant &other) { return isSame(one, other); };
        const auto at = std::find_if(left.begin(), left.end(), is);
        if (at == left.end()) {
            unmatched.append(one);
        } else {
            left.erase(at);
            ++equal;
        }
    }
    const bool stoodIn = std::any_of(unmatched.begin(), unmatched.end(), [&left](const Participant &one) {
        return std::any_of(left.begin(), left.end(), [&one](const Participant &other) { return standsIn(one, other); });
    });
    if (a.kind == ContactKind::Visit && sameGuest(a, b))
        return true;
    return (equal >= 2 || (equal == 1 && stoodIn)) && sidesAgree(a, b);
}

bool placesAgree(const Account &a, const Account &b)
{
    if (!a.place.isKnown() || !b.place.isKnown())
        return true;
    if (!a.place.country.isEmpty() && !b.place.country.isEmpty())
        return a.place.country == b.place.country;
    return folded(a.place.name) == folded(b.place.name);
}

Contact tellContact(QList<Account> accounts, const FuzzyDate &date, ContactId id)
{
    Contact contact;
    contact.id = id;
    contact.kind = accounts.first().kind;
    contact.status = accounts.first().status;
    contact.date = date;
    for (Account &account : accounts) {
        account.contact = id;
        if (!contact.place.isKnown() || (account.place.isKnown() && betterPlace(account, contact)))
            contact.place = account.place;
        addParticipants(contact, account);
    }
    contact.accounts = std::move(accounts);
    return contact;
}

} // namespace dragoman
