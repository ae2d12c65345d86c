// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace dragoman::test {

/**
 * A folder as it is on a drive of some kind, seen by this program and those that it starts alone. Where the system
 * allows no mounts, works() is false. Nothing may be open there when it goes.
 */
class Drive
{
public:
    explicit Drive(QString folder);
    ~Drive();
    Drive(const Drive &) = delete;
    Drive &operator=(const Drive &) = delete;

    [[nodiscard]] bool works() const { return m_mounted; }
    void unplug(); ///< the folder is an empty one again

protected:
    void mount(const QByteArray &what, const char *kind, unsigned long flags, const char *options);
    [[nodiscard]] const QString &folder() const { return m_folder; }

private:
    QString m_folder;
    bool m_mounted = false;
};

/** A folder that lies elsewhere as a drive at another place. */
class Plugged : public Drive
{
public:
    Plugged(const QString &source, const QString &folder);
};

/** What lies in a folder can be read and not written. By a mount, since root may write whatever permissions say. */
class ReadOnly : public Drive
{
public:
    explicit ReadOnly(const QString &folder);
};

/** An empty disk of its own on a folder, of so many kilobytes. */
class SmallDisk : public Drive
{
public:
    SmallDisk(const QString &folder, int kilobytes);
    void grow(int kilobytes); ///< makes room
};

/** This program without the rights of root, if it has them. Folders that it is to write to have to be open to all. */
class Nobody
{
public:
    Nobody();
    ~Nobody();
    Nobody(const Nobody &) = delete;
    Nobody &operator=(const Nobody &) = delete;
};

} // namespace dragoman::test
