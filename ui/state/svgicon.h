// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QString>

namespace dragoman {

/** The icon of resources/icons with that name, drawn sharp at any size with its `currentColor` replaced. */
[[nodiscard]] QIcon svgIcon(const QString &name, const QColor &colour, const QColor &disabled);

} // namespace dragoman
