// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/accountagreement.h"

#include <QVarLengthArray>

#include <algorithm>
#include <iterator>

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

bool standsIn(const JoinParticipant &a, const JoinParticipant &b)
{
    return a.country != 0 && a.country == b.country &&
           (a.type == ParticipantType::Body || b.type == ParticipantType::Body);
}

using Numbers = QVarLengthArray<int, 8>;

/** The states that take part, but for those that mediate; each once, in order. */
Numbers sides(std::span<const JoinParticipant> participants)
{
    Numbers result;
    for (const JoinParticipant &who : participants) {
        if (who.country != 0 && who.capacity != Capacity::Mediator)
            result.append(who.country);
    }
    std::sort(result.begin(), result.end());
    result.erase(std::unique(result.begin(), result.end()), result.end());
    return result;
}

/** Two who meet, and meet in a wider round on the same day, have met twice; wide rounds are seldom told whole. */
bool sidesAgree(AccountView a, AccountView b)
{
    const Numbers mine = sides(a.participants);
    const Numbers theirs = sides(b.participants);
    const qsizetype fewer = std::min(mine.size(), theirs.size());
    if (fewer < 2)
        return true;
    Numbers common;
    std::set_intersection(mine.begin(), mine.end(), theirs.begin(), theirs.end(), std::back_inserter(common));
    return fewer == 2 ? mine == theirs : common.size() * 2 >= fewer;
}

bool sameGuest(AccountView a, AccountView b)
{
    if (a.account.placeCountry == 0 || a.account.placeCountry != b.account.placeCountry)
        return false;
    const auto isGuest = [](const JoinParticipant &who) {
        return who.capacity == Capacity::Guest && who.type == ParticipantType::Person && who.who != 0;
    };
    return std::any_of(a.participants.begin(), a.participants.end(), [&](const JoinParticipant &one) {
        return isGuest(one) && std::any_of(b.participants.begin(), b.participants.end(),
                                           [&](const auto &other) { return isGuest(other) && one.who == other.who; });
    });
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

bool isSame(const JoinParticipant &a, const JoinParticipant &b)
{
    return a.type == b.type && a.who == b.who;
}

bool samePeople(AccountView a, AccountView b)
{
    return a.participants.size() == b.participants.size() &&
           std::all_of(a.participants.begin(), a.participants.end(), [&b](const JoinParticipant &one) {
               return one.type == ParticipantType::Person && one.who != 0 &&
                      std::any_of(b.participants.begin(), b.participants.end(),
                                  [&one](const JoinParticipant &p) { return isSame(one, p); });
           });
}

/** Each participant of `b` can be the same as, or stand in for, one of `a` only. */
bool participantsAgree(AccountView a, AccountView b)
{
    QVarLengthArray<JoinParticipant, 8> left(b.participants.begin(), b.participants.end());
    QVarLengthArray<JoinParticipant, 8> unmatched;
    int equal = 0;
    for (const JoinParticipant &one : a.participants) {
        const auto is = [&one](const JoinParticipant &other) { return isSame(one, other); };
        const auto at = std::find_if(left.begin(), left.end(), is);
        if (at == left.end()) {
            unmatched.append(one);
        } else {
            left.erase(at);
            ++equal;
        }
    }
    const bool stoodIn = std::any_of(unmatched.begin(), unmatched.end(), [&left](const JoinParticipant &one) {
        return std::any_of(left.begin(), left.end(),
                           [&one](const JoinParticipant &other) { return standsIn(one, other); });
    });
    if (a.account.kind == ContactKind::Visit && sameGuest(a, b))
        return true;
    return (equal >= 2 || (equal == 1 && stoodIn)) && sidesAgree(a, b);
}

bool placesAgree(const JoinAccount &a, const JoinAccount &b)
{
    if (a.place == 0 || b.place == 0)
        return true;
    if (a.placeCountry != 0 && b.placeCountry != 0)
        return a.placeCountry == b.placeCountry;
    return a.placeKey == b.placeKey;
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
