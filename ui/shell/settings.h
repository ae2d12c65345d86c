// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "state/theme.h"

#include <QByteArray>
#include <QSettings>
#include <QStringList>

namespace dragoman {

/** What the window remembers: settings in `$XDG_CONFIG_HOME/dragoman`, state (recent archives, sizes) in
 * `$XDG_STATE_HOME/dragoman`. */
class Settings
{
public:
    static constexpr int mostRecent = 10;

    Settings();

    [[nodiscard]] Theme::Choice theme() const;
    void setTheme(Theme::Choice choice);

    [[nodiscard]] bool watching() const; ///< whether new files of an open archive are read by themselves; yes at first
    void setWatching(bool on);

    [[nodiscard]] QStringList recent() const; ///< folders or stores, the latest first
    void addRecent(const QString &path);
    void clearRecent();

    [[nodiscard]] QByteArray state(const QString &key) const;
    void setState(const QString &key, const QByteArray &value);

private:
    QSettings m_settings;
    QSettings m_state;
};

} // namespace dragoman
