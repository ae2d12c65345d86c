// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace dragoman::test {

/** Records every Qt warning while it lives; a test asserts at its end that `warnings()` is empty. */
class NoWarnings
{
public:
    NoWarnings();
    ~NoWarnings();
    NoWarnings(const NoWarnings &) = delete;
    NoWarnings &operator=(const NoWarnings &) = delete;

    [[nodiscard]] static QStringList warnings();
};

} // namespace dragoman::test

/** Fails the running test if Qt has warned since the NoWarnings object was made. */
#define VERIFY_NO_WARNINGS() QCOMPARE(dragoman::test::NoWarnings::warnings(), QStringList())
