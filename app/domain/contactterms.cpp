// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/contactterms.h"

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

template <typename E>
std::optional<E> fromWord(const QList<E> &all, const QString &word)
{
    for (const E value : all) {
        if (toWord(value) == word)
            return value;
    }
    return std::nullopt;
}

} // namespace

QString toWord(ContactKind kind)
{
    switch (kind) {
    case ContactKind::Call:
        return u"call"_s;
    case ContactKind::Meeting:
        return u"meeting"_s;
    case ContactKind::Visit:
        return u"visit"_s;
    case ContactKind::Message:
        return u"message"_s;
    }
    return {};
}

QString toWord(ContactStatus status)
{
    switch (status) {
    case ContactStatus::Held:
        return u"held"_s;
    case ContactStatus::Planned:
        return u"planned"_s;
    case ContactStatus::Invited:
        return u"invited"_s;
    case ContactStatus::Proposed:
        return u"proposed"_s;
    case ContactStatus::Cancelled:
        return u"cancelled"_s;
    }
    return {};
}

QString toWord(Capacity capacity)
{
    switch (capacity) {
    case Capacity::Host:
        return u"host"_s;
    case Capacity::Guest:
        return u"guest"_s;
    case Capacity::Caller:
        return u"caller"_s;
    case Capacity::Recipient:
        return u"recipient"_s;
    case Capacity::Sender:
        return u"sender"_s;
    case Capacity::Mediator:
        return u"mediator"_s;
    case Capacity::Party:
        return u"party"_s;
    }
    return {};
}

QString toWord(ParticipantType type)
{
    return type == ParticipantType::Person ? u"person"_s : u"body"_s;
}

std::optional<ContactKind> kindFromWord(const QString &word)
{
    return fromWord(allKinds(), word);
}

std::optional<ContactStatus> statusFromWord(const QString &word)
{
    return fromWord(allStatuses(), word);
}

std::optional<Capacity> capacityFromWord(const QString &word)
{
    return fromWord(allCapacities(), word);
}

const QList<ContactKind> &allKinds()
{
    static const QList<ContactKind> all{ContactKind::Call, ContactKind::Meeting, ContactKind::Visit,
                                        ContactKind::Message};
    return all;
}

const QList<ContactStatus> &allStatuses()
{
    static const QList<ContactStatus> all{ContactStatus::Held, ContactStatus::Planned, ContactStatus::Invited,
                                          ContactStatus::Proposed, ContactStatus::Cancelled};
    return all;
}

const QList<Capacity> &allCapacities()
{
    static const QList<Capacity> all{Capacity::Host,   Capacity::Guest,    Capacity::Caller, Capacity::Recipient,
                                     Capacity::Sender, Capacity::Mediator, Capacity::Party};
    return all;
}

} // namespace dragoman
