// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace dragoman::test {

/**
 * Whether names found and names in the gold stand for the same, by rules of the gold's own: not those by which the
 * program joins names, which are what is measured.
 */

/** 1: the same name; 0.9: the one is part of the other; 0.8: one surname and given names much alike; 0: different. */
[[nodiscard]] double nameQuality(const QString &one, const QString &other);

/** A gold name against all forms of a person found. Where both have full names, only full names count. */
[[nodiscard]] double personQuality(const QString &goldName, QStringList forms);

[[nodiscard]] bool samePlace(const QString &gold, const QString &found);

/** By words, so that "EU" is "European Union" and "Foreign Ministry" is "the Foreign Ministry of Iran". */
[[nodiscard]] bool sameBodyName(const QString &gold, const QString &found);

/** "Turkish defense minister": a body that stands for one person not named. */
[[nodiscard]] bool isRole(const QString &bodyName);

} // namespace dragoman::test
