// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/person.h"
#include "extract/joindata.h"

namespace dragoman {

/** The people of an archive, and which of them each mention is. */
struct JoinedPeople
{
    QList<Person> people;
    std::vector<int> ofMention; ///< place in `people` for each of JoinData::mentions
};

/**
 * Names of all articles to people: full names first, then short ones. Two names are one person if they can be spellings
 * of one name and country or office agree; a short name alone only where one person fits.
 */
[[nodiscard]] JoinedPeople joinPeople(const JoinData &data);

} // namespace dragoman
