// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/extractor.h"

namespace dragoman {

Extraction extract(const Article &, const RuleSet &)
{
    return {};
}

QString explain(const Article &, const RuleSet &)
{
    return {};
}

} // namespace dragoman
