// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/folderwatch.h"

#include <QDir>
#include <QFile>
#include <QSocketNotifier>

#include <algorithm>
#include <array>
#include <cerrno>

#include <sys/inotify.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

constexpr int quietMilliseconds = 300;  ///< after which a row of changes is over
constexpr int mostMilliseconds = 1'000; ///< that a row of changes may be held back

constexpr uint32_t told = IN_CLOSE_WRITE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE;
constexpr uint32_t asked = told | IN_CREATE | IN_ONLYDIR | IN_DONT_FOLLOW | IN_EXCL_UNLINK;

} // namespace

FolderWatch::FolderWatch(QObject *parent) : QObject(parent), m_quiet(this)
{
    m_quiet.setSingleShot(true);
    connect(&m_quiet, &QTimer::timeout, this, [this] {
        m_sinceFirst.invalidate();
        emit changed();
    });
}

FolderWatch::~FolderWatch()
{
    stop();
}

void FolderWatch::watch(const QString &folder)
{
    stop();
    if (folder.isEmpty())
        return;
    m_descriptor = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    if (m_descriptor < 0) {
        emit failed(tr("New files in %1 are not noticed: the system allows no further watch. Press F5 to read them.")
                        .arg(QDir::toNativeSeparators(folder)));
        return;
    }
    m_notifier = new QSocketNotifier(m_descriptor, QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &FolderWatch::readEvents);
    addTree(folder);
}

void FolderWatch::stop()
{
    m_quiet.stop();
    m_sinceFirst.invalidate();
    delete m_notifier;
    m_notifier = nullptr;
    if (m_descriptor >= 0)
        close(m_descriptor);
    m_descriptor = -1;
    m_folders.clear();
    m_refused = false;
}

void FolderWatch::addTree(const QString &folder)
{
    QStringList pending{folder};
    while (!pending.isEmpty()) {
        const QString next = pending.takeLast();
        if (!addFolder(next))
            return;
        const QStringList inside =
            QDir(next).entryList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks, QDir::NoSort);
        for (const QString &name : inside)
            pending.append(next + u'/' + name);
    }
}

/** False if the system allows no more. A folder that is gone or closed to us is passed over: the import tells of it. */
bool FolderWatch::addFolder(const QString &folder)
{
    const int watched = inotify_add_watch(m_descriptor, QFile::encodeName(folder).constData(), asked);
    if (watched >= 0) {
        m_folders.insert(watched, folder);
        return true;
    }
    if (errno != ENOSPC)
        return true;
    if (!m_refused) {
        emit failed(
            tr("%1 has more folders than the system allows to be watched, so that not all new files are noticed: "
               "press F5 to read them, or raise fs.inotify.max_user_watches.")
                .arg(QDir::toNativeSeparators(folder)));
    }
    m_refused = true;
    return false;
}

void FolderWatch::readEvents()
{
    alignas(inotify_event) std::array<char, 16UL * 1024> buffer;
    while (true) {
        const ssize_t got = read(m_descriptor, buffer.data(), buffer.size());
        if (got <= 0)
            return;
        for (ssize_t at = 0; at < got;) {
            const auto *event = reinterpret_cast<const inotify_event *>(buffer.data() + at);
            at += static_cast<ssize_t>(sizeof(inotify_event) + event->len);
            const QString name = event->len > 0 ? QFile::decodeName(event->name) : QString();
            const bool isFolder = (event->mask & IN_ISDIR) != 0;
            if ((event->mask & IN_IGNORED) != 0)
                m_folders.remove(event->wd);
            if (isFolder && (event->mask & (IN_CREATE | IN_MOVED_TO)) != 0 && !name.startsWith(u'.'))
                addTree(m_folders.value(event->wd) + u'/' + name);
            // A new folder may have been filled before it was watched.
            const bool matters = (event->mask & (told | IN_Q_OVERFLOW)) != 0 || isFolder;
            if (matters && !name.startsWith(u'.'))
                noteChange();
        }
    }
}

void FolderWatch::noteChange()
{
    if (!m_sinceFirst.isValid())
        m_sinceFirst.start();
    const qint64 left = mostMilliseconds - m_sinceFirst.elapsed();
    m_quiet.start(static_cast<int>(std::clamp<qint64>(left, 0, quietMilliseconds)));
}

} // namespace dragoman
