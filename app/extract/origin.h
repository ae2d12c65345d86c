// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace dragoman {

/** Where an account's date was taken from. */
enum class DateSource {
    None,
    Time,      ///< a time expression of its own
    Heading,   ///< the line that is a date and heads its paragraph
    Related,   ///< the visit or meeting told of it
    Live,      ///< the day of a page told live
    Published, ///< news without a word of time: the day of publication
};

/** Where an account's place was taken from. */
enum class PlaceSource {
    None,
    Destination, ///< of the visit
    Phrase,      ///< named beside the trigger
    Dateline,    ///< "here"
    Before,      ///< "there": the place told last
    Related,     ///< the visit or meeting told of it
};

/** What an account was made of, kept for its confidence and for explaining it. */
struct AccountOrigin
{
    std::vector<int> candidates; ///< the matches joined in it, its own first
    DateSource date = DateSource::None;
    int time = -1;           ///< time expression
    bool lengthened = false; ///< the date was drawn out to the length told of the visit
    PlaceSource place = PlaceSource::None;
    int placePhrase = -1;
};

} // namespace dragoman
