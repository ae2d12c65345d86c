// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/consolehost.h"

#include <atomic>
#include <csignal>
#include <cstdio>

#include <sys/ioctl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

constexpr int barWidth = 24;
constexpr int usualWidth = 80;

std::atomic<bool> s_stop = false;
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler sets it");

void onInterrupt(int)
{
    s_stop = true;
    // Whoever presses twice means it.
    std::signal(SIGINT, SIG_DFL);
}

int terminalWidth()
{
    winsize size{};
    return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : usualWidth;
}

} // namespace

ConsoleHost::ConsoleHost() : m_terminal(isatty(STDERR_FILENO) != 0)
{
    s_stop = false;
    std::signal(SIGINT, onInterrupt);
}

ConsoleHost::~ConsoleHost()
{
    std::signal(SIGINT, SIG_DFL);
}

bool ConsoleHost::stopRequested() const
{
    return s_stop;
}

void ConsoleHost::reportProgress(const ImportProgress &progress)
{
    if (!m_terminal)
        return;
    std::fprintf(stderr, "\r\033[K%s", qPrintable(progressLine(progress, terminalWidth() - 1)));
    std::fflush(stderr);
    m_shown = true;
}

void ConsoleHost::clear()
{
    if (m_shown)
        std::fputs("\r\033[K", stderr);
    m_shown = false;
}

QString progressLine(const ImportProgress &progress, int width)
{
    const int filled = progress.files > 0 ? static_cast<int>(qint64{barWidth} * progress.done / progress.files) : 0;
    const QString bar = u"["_s + QString(filled, u'#') + QString(barWidth - filled, u' ') + u"]"_s;
    QString line =
        bar + u" %1 of %2 files, %3 contacts"_s.arg(progress.done).arg(progress.files).arg(progress.contacts);
    if (progress.perSecond >= 1)
        line += u", %1 files a second"_s.arg(qRound(progress.perSecond));
    return line.left(width);
}

} // namespace dragoman
