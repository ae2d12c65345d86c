// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/ruleset.h"

namespace dragoman {

Result<std::shared_ptr<const RuleSet>> RuleSet::load(const QStringList &)
{
    return std::shared_ptr<const RuleSet>(std::make_shared<RuleSet>());
}

QString RuleSet::countryName(const QString &code) const
{
    return code;
}

} // namespace dragoman
