// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/settings.h"

#include <QDir>
#include <QMetaEnum>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

QString settingsFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/dragoman/dragoman.ini"_s;
}

/** Qt 6.4 does not know the state folder of the XDG base directories. */
QString stateFile()
{
    const QString home = qEnvironmentVariable("XDG_STATE_HOME");
    const QString folder = QDir::isAbsolutePath(home) ? home : QDir::homePath() + u"/.local/state"_s;
    return folder + u"/dragoman/window.ini"_s;
}

} // namespace

Settings::Settings() : m_settings(settingsFile(), QSettings::IniFormat), m_state(stateFile(), QSettings::IniFormat) {}

Theme::Choice Settings::theme() const
{
    const QByteArray word = m_settings.value(u"theme"_s).toString().toLatin1();
    const int value = QMetaEnum::fromType<Theme::Choice>().keyToValue(word.constData());
    return value < 0 ? Theme::Choice::System : static_cast<Theme::Choice>(value);
}

void Settings::setTheme(Theme::Choice choice)
{
    m_settings.setValue(u"theme"_s,
                        QString::fromLatin1(QMetaEnum::fromType<Theme::Choice>().valueToKey(static_cast<int>(choice))));
}

bool Settings::watching() const
{
    return m_settings.value(u"watch"_s, true).toBool();
}

void Settings::setWatching(bool on)
{
    m_settings.setValue(u"watch"_s, on);
}

QStringList Settings::recent() const
{
    return m_state.value(u"recent"_s).toStringList();
}

void Settings::addRecent(const QString &path)
{
    QStringList paths = recent();
    paths.removeAll(path);
    paths.prepend(path);
    m_state.setValue(u"recent"_s, QStringList(paths.mid(0, mostRecent)));
}

void Settings::clearRecent()
{
    m_state.remove(u"recent"_s);
}

QByteArray Settings::state(const QString &key) const
{
    return m_state.value(u"state/"_s + key).toByteArray();
}

void Settings::setState(const QString &key, const QByteArray &value)
{
    m_state.setValue(u"state/"_s + key, value);
}

} // namespace dragoman
