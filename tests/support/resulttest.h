// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

/** Fails the running test with the error's sentence if a Result holds an error. */
#define VERIFY_RESULT(result)                                                                                          \
    QVERIFY2((result).ok(), (result).ok() ? "" : qPrintable((result).error().message()))
