// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

/** Fails the running test with the error's sentence if a Result holds an error. The expression is evaluated once. */
#define VERIFY_RESULT(result)                                                                                          \
    do {                                                                                                               \
        const auto &verifiedResult = (result);                                                                         \
        QVERIFY2(verifiedResult.ok(), verifiedResult.ok() ? "" : qPrintable(verifiedResult.error().message()));        \
    } while (false)
