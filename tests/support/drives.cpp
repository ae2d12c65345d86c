// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/drives.h"

#include <QFile>

#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

namespace dragoman::test {

namespace {

/** Mounts of this program are its own from now on. */
bool isApart()
{
    static const bool apart =
        unshare(CLONE_NEWNS) == 0 && ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
    return apart;
}

QByteArray sizeOption(int kilobytes)
{
    return "size=" + QByteArray::number(kilobytes) + 'k';
}

} // namespace

Drive::Drive(QString folder) : m_folder(std::move(folder)) {}

Drive::~Drive()
{
    unplug();
}

void Drive::unplug()
{
    if (m_mounted)
        umount2(QFile::encodeName(m_folder).constData(), MNT_DETACH);
    m_mounted = false;
}

void Drive::mount(const QByteArray &what, const char *kind, unsigned long flags, const char *options)
{
    const QByteArray place = QFile::encodeName(m_folder);
    const unsigned long first = flags & ~static_cast<unsigned long>(MS_RDONLY);
    const bool done = isApart() && ::mount(what.constData(), place.constData(), kind, first, options) == 0;
    m_mounted = m_mounted || done;
    // A bound folder takes its flags at a second mount only.
    if (done && first != flags && ::mount(nullptr, place.constData(), nullptr, MS_REMOUNT | flags, nullptr) != 0)
        unplug();
}

Plugged::Plugged(const QString &source, const QString &folder) : Drive(folder)
{
    mount(QFile::encodeName(source), nullptr, MS_BIND, nullptr);
}

ReadOnly::ReadOnly(const QString &folder) : Drive(folder)
{
    mount(QFile::encodeName(folder), nullptr, MS_BIND | MS_RDONLY, nullptr);
}

SmallDisk::SmallDisk(const QString &folder, int kilobytes) : Drive(folder)
{
    mount("tmpfs", "tmpfs", 0, sizeOption(kilobytes).constData());
}

void SmallDisk::grow(int kilobytes)
{
    mount("tmpfs", "tmpfs", MS_REMOUNT, sizeOption(kilobytes).constData());
}

Nobody::Nobody()
{
    constexpr uid_t nobody = 65534;
    if (getuid() == 0 && seteuid(nobody) != 0)
        qFatal("the rights of root cannot be laid down");
}

Nobody::~Nobody()
{
    if (getuid() == 0 && seteuid(0) != 0)
        qFatal("the rights of root cannot be taken up again");
}

} // namespace dragoman::test
