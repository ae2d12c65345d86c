// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/backup.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

QString unusedName(const QString &store, qint64 version)
{
    const QString base =
        u"%1.backup-%2"_s.arg(store, QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd'T'HHmmsszzz'Z'"_s));
    QString name = u"%1-v%2"_s.arg(base).arg(version);
    for (int again = 2; QFile::exists(name); ++again)
        name = u"%1-%2-v%3"_s.arg(base).arg(again).arg(version);
    return name;
}

} // namespace

Result<QString> backUp(const Connection &connection, qint64 version)
{
    const QString copy = unusedName(connection.file(), version);
    if (Result<void> made = connection.run(u"VACUUM INTO ?"_s, {copy}); !made.ok()) {
        QFile::remove(copy);
        return Error(
            u"%1 has to be brought up to date, and no copy of it could be made before: %2 Make room on the disk, "
            u"or give yourself the right to write to its folder."_s.arg(QDir::toNativeSeparators(connection.file()),
                                                                        made.error().message()));
    }
    const QStringList copies = backupsOf(connection.file());
    for (qsizetype i = backupsKept; i < copies.size(); ++i)
        QFile::remove(copies[i]);
    return copy;
}

QStringList backupsOf(const QString &store)
{
    const QFileInfo info(store);
    QStringList copies;
    // The names hold their time, so their order is that of their making.
    const QStringList names =
        info.dir().entryList({info.fileName() + u".backup-*"_s}, QDir::Files, QDir::Name | QDir::Reversed);
    for (const QString &name : names)
        copies.append(info.dir().filePath(name));
    return copies;
}

} // namespace dragoman
