// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QStringList>

namespace dragoman::test {

/**
 * Says where a value breaks a JSON Schema (2020-12): one line for each fault, none if it is valid. Knows what our
 * schemas use: $ref within the file, type, const, enum, pattern, minLength, minimum, maximum, required, properties,
 * additionalProperties: false, items, minItems and oneOf. A keyword that it does not know is a fault too.
 */
[[nodiscard]] QStringList schemaFaults(const QJsonValue &value, const QJsonObject &schema);

} // namespace dragoman::test
