// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QMetaType>

#include <compare>

namespace dragoman {

/** Number of a row in the store, of a type of its own so that an article's cannot pass for a contact's; 0 is none. */
template <typename Tag>
struct Id
{
    qint64 value = 0;

    [[nodiscard]] bool isValid() const { return value > 0; }
    friend auto operator<=>(const Id &, const Id &) = default;
    friend size_t qHash(const Id &id, size_t seed = 0) noexcept { return ::qHash(id.value, seed); }
};

using ArticleId = Id<struct ArticleTag>;
using AccountId = Id<struct AccountTag>;
using ContactId = Id<struct ContactTag>;
using PersonId = Id<struct PersonTag>;
using BodyId = Id<struct BodyTag>;

} // namespace dragoman

Q_DECLARE_METATYPE(dragoman::ArticleId)
Q_DECLARE_METATYPE(dragoman::AccountId)
Q_DECLARE_METATYPE(dragoman::ContactId)
Q_DECLARE_METATYPE(dragoman::PersonId)
Q_DECLARE_METATYPE(dragoman::BodyId)
