// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/confidencetable.h"
#include "extract/matcher.h"
#include "extract/origin.h"

namespace dragoman {

/** What a reading consists of, as far as signs are read from it. */
struct SignContext
{
    const std::vector<Candidate> &candidates;
    const Analysis &analysis;
    const std::vector<Entity> &entities;
    const FrameSet &frames;
};

/** The signs of an account of `status` with `members`, made as `origin` tells. */
[[nodiscard]] Signs signsOf(const SignContext &context, const std::vector<Candidate::Member> &members,
                            ContactStatus status, const AccountOrigin &origin);

} // namespace dragoman
