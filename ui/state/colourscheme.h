// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusVariant>
#include <QObject>
#include <QString>
#include <QVariant>

#include <optional>

namespace dragoman {

/**
 * Whether the desktop asks for dark windows, as its Settings portal tells (org.freedesktop.appearance color-scheme).
 * Asks without waiting; where there is no session bus or no portal it never answers.
 */
class ColourScheme : public QObject
{
    Q_OBJECT
public:
    explicit ColourScheme(QObject *parent = nullptr);

    [[nodiscard]] std::optional<bool> dark() const { return m_dark; } ///< nullopt: not told, or no preference

    /** The portal's value, however deep in variants: 1 is dark, 2 is light, all else no preference. */
    [[nodiscard]] static std::optional<bool> read(const QVariant &value);

signals:
    void changed();

private slots:
    void settingChanged(const QString &space, const QString &key, const QDBusVariant &value);

private:
    void ask();
    void take(std::optional<bool> dark);

    std::optional<bool> m_dark;
};

} // namespace dragoman
