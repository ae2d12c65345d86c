// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <utility>

namespace dragoman {

/** What went wrong, as a sentence for the user: names the file, the cause and what to do. */
class [[nodiscard]] Error
{
public:
    explicit Error(QString message) : m_message(std::move(message)) {}

    [[nodiscard]] const QString &message() const { return m_message; }

    /** The same error seen from one level up: "context: message". */
    [[nodiscard]] Error in(const QString &context) const { return Error(context + QStringLiteral(": ") + m_message); }

private:
    QString m_message;
};

/** A value, or the Error that kept it from being made. */
template <typename T>
class [[nodiscard]] Result
{
public:
    Result(T value) : m_value(std::move(value)) {}     // NOLINT(google-explicit-constructor)
    Result(Error error) : m_error(std::move(error)) {} // NOLINT(google-explicit-constructor)

    [[nodiscard]] bool ok() const { return m_value.has_value(); }
    [[nodiscard]] const T &value() const & { return *m_value; }
    [[nodiscard]] T &value() & { return *m_value; }
    [[nodiscard]] T &&value() && { return std::move(*m_value); }
    [[nodiscard]] const Error &error() const { return *m_error; }

private:
    std::optional<T> m_value;
    std::optional<Error> m_error;
};

/** Success, or the Error. */
template <>
class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)) {} // NOLINT(google-explicit-constructor)

    [[nodiscard]] bool ok() const { return !m_error.has_value(); }
    [[nodiscard]] const Error &error() const { return *m_error; }

private:
    std::optional<Error> m_error;
};

} // namespace dragoman
