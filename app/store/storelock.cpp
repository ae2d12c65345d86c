// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/storelock.h"

#include <QDir>
#include <QFile>

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

QString lockOf(const QString &store)
{
    return store + u".lock"_s;
}

Error cannotLock(const QString &store)
{
    return Error(
        u"Nothing can be written beside the store %1 (%2): check the permissions of its folder and whether its "
        u"disk is full."_s.arg(QDir::toNativeSeparators(store), QString::fromLocal8Bit(std::strerror(errno))));
}

Error heldBy(const QString &store, int descriptor)
{
    char text[32] = {};
    const ssize_t got = pread(descriptor, text, sizeof text - 1, 0);
    const QString process = got > 0 ? u" (process %1)"_s.arg(QString::fromLatin1(text).trimmed()) : QString();
    return Error(
        u"Another Dragoman%1 is reading new files into the store %2: wait until it is done, or close it."_s.arg(
            process, QDir::toNativeSeparators(store)));
}

/** Whether the open file is still the one under this name: its holder may have removed it between opening and locking.
 */
bool isStillThere(int descriptor, const QByteArray &name)
{
    struct stat opened = {};
    struct stat named = {};
    return fstat(descriptor, &opened) == 0 && stat(name.constData(), &named) == 0 && opened.st_dev == named.st_dev &&
           opened.st_ino == named.st_ino;
}

void noteHolder(int descriptor)
{
    const QByteArray process = QByteArray::number(static_cast<qlonglong>(getpid()));
    const bool noted =
        ftruncate(descriptor, 0) == 0 &&
        pwrite(descriptor, process.constData(), static_cast<size_t>(process.size()), 0) == process.size();
    Q_UNUSED(noted) // only told to people: without it the lock holds as well
}

} // namespace

StoreLock::StoreLock(QString file, int descriptor, bool wasLeft)
    : m_file(std::move(file)), m_descriptor(descriptor), m_wasLeft(wasLeft)
{
}

StoreLock::~StoreLock()
{
    if (!m_leave)
        QFile::remove(m_file);
    close(m_descriptor);
}

Result<std::unique_ptr<StoreLock>> StoreLock::take(const QString &store)
{
    const QString file = lockOf(store);
    const QByteArray name = QFile::encodeName(file);
    while (true) {
        const bool there = QFile::exists(file);
        const int descriptor = ::open(name.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
        if (descriptor < 0)
            return cannotLock(store);
        // A drive of another computer may know no locks; an import without one is better than none.
        if (flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
            Error held = heldBy(store, descriptor);
            close(descriptor);
            return held;
        }
        if (isStillThere(descriptor, name)) {
            noteHolder(descriptor);
            return std::unique_ptr<StoreLock>(new StoreLock(file, descriptor, there));
        }
        close(descriptor);
    }
}

bool isLockLeft(const QString &store)
{
    return QFile::exists(lockOf(store));
}

} // namespace dragoman
