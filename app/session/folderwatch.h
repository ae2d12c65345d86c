// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QString>
#include <QTimer>

class QSocketNotifier;

namespace dragoman {

/**
 * Tells when files below a folder are written, moved or deleted, by inotify; hidden folders and links are let be, as
 * the import does. Only folders are watched, so that an archive of a million files costs as little as its folders.
 * Changes that come together are told once. Lives in any one thread, whose event loop it needs; on a drive of another
 * computer only what this one does is seen.
 */
class FolderWatch : public QObject
{
    Q_OBJECT
public:
    explicit FolderWatch(QObject *parent = nullptr);
    ~FolderWatch() override;

    /** Watches a folder instead of the one before; an empty path watches none. */
    void watch(const QString &folder);

signals:
    void changed();
    /** The folder, or a part of it, cannot be watched: a sentence for the user. */
    void failed(const QString &sentence);

private:
    void stop();
    void addTree(const QString &folder);
    [[nodiscard]] bool addFolder(const QString &folder);
    void readEvents();
    void noteChange();

    int m_descriptor = -1;
    QSocketNotifier *m_notifier = nullptr;
    QHash<int, QString> m_folders; ///< by watch descriptor
    QTimer m_quiet;
    QElapsedTimer m_sinceFirst;
    bool m_refused = false; ///< said already that the system allows no more
};

} // namespace dragoman
