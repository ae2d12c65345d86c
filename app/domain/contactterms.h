// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMetaType>
#include <QString>

#include <optional>

namespace dragoman {

/** How the two sides were in touch. */
enum class ContactKind { Call, Meeting, Visit, Message };

/** Whether a contact took place or was only spoken of. */
enum class ContactStatus { Held, Planned, Invited, Proposed, Cancelled };

/** The part that somebody takes in a contact; `Party` where the article gives no direction. */
enum class Capacity { Host, Guest, Caller, Recipient, Sender, Mediator, Party };

/** A human, or a body that speaks for a state or an organisation. */
enum class ParticipantType { Person, Body };

/** The words used in files, in the filter language and in the rules: lower-case English, never translated. */
[[nodiscard]] QString toWord(ContactKind kind);
[[nodiscard]] QString toWord(ContactStatus status);
[[nodiscard]] QString toWord(Capacity capacity);
[[nodiscard]] QString toWord(ParticipantType type);
[[nodiscard]] std::optional<ContactKind> kindFromWord(const QString &word);
[[nodiscard]] std::optional<ContactStatus> statusFromWord(const QString &word);
[[nodiscard]] std::optional<Capacity> capacityFromWord(const QString &word);

[[nodiscard]] const QList<ContactKind> &allKinds();
[[nodiscard]] const QList<ContactStatus> &allStatuses();
[[nodiscard]] const QList<Capacity> &allCapacities();

} // namespace dragoman
Q_DECLARE_METATYPE(dragoman::ContactKind)
Q_DECLARE_METATYPE(dragoman::ContactStatus)
Q_DECLARE_METATYPE(dragoman::Capacity)
