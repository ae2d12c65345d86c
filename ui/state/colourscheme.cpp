// SPDX-License-Identifier: GPL-3.0-or-later
#include "state/colourscheme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

const QString s_service = u"org.freedesktop.portal.Desktop"_s;
const QString s_path = u"/org/freedesktop/portal/desktop"_s;
const QString s_interface = u"org.freedesktop.portal.Settings"_s;
const QString s_space = u"org.freedesktop.appearance"_s;
const QString s_key = u"color-scheme"_s;

/** Without an address the bus library would start a bus of its own, and wait for it. */
bool hasSessionBus()
{
    if (!qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS"))
        return true;
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return !runtime.isEmpty() && QFileInfo::exists(runtime + u"/bus"_s);
}

} // namespace

ColourScheme::ColourScheme(QObject *parent) : QObject(parent)
{
    if (hasSessionBus())
        ask();
}

std::optional<bool> ColourScheme::read(const QVariant &value)
{
    QVariant inner = value;
    while (inner.canConvert<QDBusVariant>())
        inner = inner.value<QDBusVariant>().variant();
    switch (inner.toUInt()) {
    case 1:
        return true;
    case 2:
        return false;
    default:
        return std::nullopt;
    }
}

void ColourScheme::ask()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(s_service, s_path, s_interface, u"SettingChanged"_s, this,
                SLOT(settingChanged(QString, QString, QDBusVariant)));
    QDBusMessage call = QDBusMessage::createMethodCall(s_service, s_path, s_interface, u"Read"_s);
    call.setArguments({s_space, s_key});
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *answered) {
        const QDBusPendingReply<QDBusVariant> reply = *answered;
        if (reply.isValid())
            take(read(QVariant::fromValue(reply.value())));
        answered->deleteLater();
    });
}

void ColourScheme::settingChanged(const QString &space, const QString &key, const QDBusVariant &value)
{
    if (space == s_space && key == s_key)
        take(read(QVariant::fromValue(value)));
}

void ColourScheme::take(std::optional<bool> dark)
{
    if (dark == m_dark)
        return;
    m_dark = dark;
    emit changed();
}

} // namespace dragoman
