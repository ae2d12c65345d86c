// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/builtin.h"

namespace dragoman::fuzz {

const RuleSet &builtIn()
{
    static const std::shared_ptr<const RuleSet> rules = [] {
        auto loaded = RuleSet::load();
        if (!loaded.ok())
            qFatal("%s", qPrintable(loaded.error().message()));
        return std::move(loaded).value();
    }();
    return *rules;
}

} // namespace dragoman::fuzz
