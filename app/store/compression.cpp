// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/compression.h"

#include <memory>

#include <zstd.h>

namespace dragoman {

namespace {

constexpr int level = 3;
constexpr unsigned long long mostBytes = 1ULL << 30; ///< no row of the store holds more

struct FreeContext
{
    void operator()(ZSTD_CCtx *context) const { ZSTD_freeCCtx(context); }
    void operator()(ZSTD_DCtx *context) const { ZSTD_freeDCtx(context); }
};

// Setting a context up costs more than to compress an article.
ZSTD_CCtx *compressor()
{
    thread_local const std::unique_ptr<ZSTD_CCtx, FreeContext> t_context(ZSTD_createCCtx());
    return t_context.get();
}

ZSTD_DCtx *decompressor()
{
    thread_local const std::unique_ptr<ZSTD_DCtx, FreeContext> t_context(ZSTD_createDCtx());
    return t_context.get();
}

size_t sizeOf(const QByteArray &bytes)
{
    return static_cast<size_t>(bytes.size());
}

} // namespace

QByteArray compressed(const QByteArray &bytes)
{
    QByteArray result(static_cast<qsizetype>(ZSTD_compressBound(sizeOf(bytes))), Qt::Uninitialized);
    const size_t size =
        ZSTD_compressCCtx(compressor(), result.data(), sizeOf(result), bytes.constData(), sizeOf(bytes), level);
    if (ZSTD_isError(size) != 0)
        return bytes;
    result.truncate(static_cast<qsizetype>(size));
    result.squeeze();
    return result;
}

QByteArray uncompressed(const QByteArray &bytes)
{
    const unsigned long long size = ZSTD_getFrameContentSize(bytes.constData(), sizeOf(bytes));
    if (size == ZSTD_CONTENTSIZE_ERROR)
        return bytes;
    if (size == ZSTD_CONTENTSIZE_UNKNOWN || size > mostBytes)
        return {};
    QByteArray result(static_cast<qsizetype>(size), Qt::Uninitialized);
    const size_t read =
        ZSTD_decompressDCtx(decompressor(), result.data(), sizeOf(result), bytes.constData(), sizeOf(bytes));
    return ZSTD_isError(read) == 0 && read == sizeOf(result) ? result : QByteArray();
}

} // namespace dragoman
