// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/nowarnings.h"

#include <QMutex>
#include <QMutexLocker>
#include <QtGlobal>

namespace dragoman::test {

namespace {

QMutex s_mutex;
QStringList s_warnings;
QtMessageHandler s_previous = nullptr;

/** What the offscreen platform says of itself whenever a window is shown or raised. */
bool isOfThePlatform(const QString &message)
{
    return message.startsWith(QLatin1String("This plugin does not support "));
}

void record(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if ((type == QtWarningMsg || type == QtCriticalMsg) && !isOfThePlatform(message)) {
        const QMutexLocker lock(&s_mutex);
        s_warnings.append(message);
    }
    if (s_previous)
        s_previous(type, context, message);
}

} // namespace

NoWarnings::NoWarnings()
{
    const QMutexLocker lock(&s_mutex);
    s_warnings.clear();
    s_previous = qInstallMessageHandler(record);
}

NoWarnings::~NoWarnings()
{
    qInstallMessageHandler(s_previous);
}

QStringList NoWarnings::warnings()
{
    const QMutexLocker lock(&s_mutex);
    return s_warnings;
}

} // namespace dragoman::test
