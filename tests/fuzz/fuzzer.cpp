// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/properties.h"

#include <cstddef>
#include <cstdint>

/** Entry of a libFuzzer program; the build says which property it tries. */
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto *bytes = reinterpret_cast<const char *>(data);
    const QString fault = dragoman::fuzz::DRAGOMAN_PROPERTY(QByteArray(bytes, static_cast<qsizetype>(size)));
    if (!fault.isEmpty())
        qFatal("%s", qPrintable(fault));
    return 0;
}
