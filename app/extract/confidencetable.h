// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QString>
#include <QStringList>

#include <array>

namespace dragoman {

/** What in a reading speaks for or against an account; each has a line in resources/rules/confidence.tsv. */
enum class Sign : quint8 {
    Always,
    Rule,
    BothNamed,
    NoOffice,
    NoSide,
    Guessed,
    Pointed,
    Group,
    Clauses,
    Far,
    Noun,
    NonFinite,
    NotHeld,
    OwnTime,
    LentDate,
    Fresh,
    Undated,
    Repeated,
    Lead,
    Definite,
    States,
    ImpliedHost,
    Unnamed,
    Crowd,
    Placed,
    Passive,
    Quoted,
    Long,
    Busy,
    Call,
    Visit,
    Message,
};

inline constexpr size_t signCount = static_cast<size_t>(Sign::Message) + 1;

/** How much of each sign an account bears. */
using Signs = std::array<double, signCount>;

/** The word of a sign in confidence.tsv. */
[[nodiscard]] QString toWord(Sign sign);

/** How much each sign weighs, and in which words it is told; resources/rules/confidence.tsv. */
struct ConfidenceTable
{
    std::array<double, signCount> weights{};
    std::array<QString, signCount> words{};

    [[nodiscard]] double weight(Sign sign) const { return weights[static_cast<size_t>(sign)]; }
};

/** How likely an account that bears `signs` is right, from 0 to 1. */
[[nodiscard]] double confidenceOf(const Signs &signs, const ConfidenceTable &table);

/** Reads rules/confidence.tsv; every sign has to stand there once, a later folder's line replaces an earlier one. */
[[nodiscard]] Result<ConfidenceTable> loadConfidence(const QStringList &overlays);

} // namespace dragoman
