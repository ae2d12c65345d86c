// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/contact.h"

#include <QDate>
#include <QString>

namespace dragoman {

/** Words of kinds, statuses, capacities for people, translated. */
[[nodiscard]] QString kindLabel(ContactKind kind);
[[nodiscard]] QString statusLabel(ContactStatus status);
[[nodiscard]] QString capacityLabel(Capacity capacity);

/** English short name of a state by ISO 3166-1 alpha-2 code; the code itself if it is not known. */
[[nodiscard]] QString countryLabel(const QString &code);

/** "2 Oct 2025"; empty for an invalid date. */
[[nodiscard]] QString dayLabel(QDate day);

/** As precise as told: "2 Oct 2025", "October 2025", "2025", "11–20 Aug 2017", "about 8 Mar 2022"; "no date" if
 * unknown. */
[[nodiscard]] QString dateLabel(const FuzzyDate &date);

/** "1,204". */
[[nodiscard]] QString numberLabel(qint64 number);

/** `one` for 1, else `many` with its %1 replaced by the number: counted("1 contact", "%1 contacts", 3). */
[[nodiscard]] QString counted(const QString &one, const QString &many, qint64 number);

/** Who with whom in one line, hosts and callers first: "Yasar Guler – Aziz Nasirzadeh". */
[[nodiscard]] QString participantsLabel(const QList<Participant> &participants);

} // namespace dragoman
