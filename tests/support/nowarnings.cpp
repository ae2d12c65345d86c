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

void record(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (type == QtWarningMsg || type == QtCriticalMsg) {
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
