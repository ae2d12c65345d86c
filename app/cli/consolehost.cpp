// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/consolehost.h"

#include <QHash>

#include <algorithm>
#include <array>
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

constexpr std::array s_signals{SIGINT, SIGTERM, SIGHUP};

void onInterrupt(int)
{
    s_stop = true;
    // Whoever presses twice means it.
    for (const int signal : s_signals)
        std::signal(signal, SIG_DFL);
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
    for (const int signal : s_signals)
        std::signal(signal, onInterrupt);
}

ConsoleHost::~ConsoleHost()
{
    for (const int signal : s_signals)
        std::signal(signal, SIG_DFL);
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
    using Phase = ImportProgress::Phase;
    static const QHash<Phase, QString> waiting{
        {Phase::Checking, u"Checking the store, since the last import did not come to its end ..."_s},
        {Phase::Looking, u"Looking through the folder ..."_s},
        {Phase::Joining, u"Joining what the articles tell ..."_s},
    };
    if (progress.phase != Phase::Reading)
        return waiting.value(progress.phase).left(width);
    const double share =
        progress.bytes > 0 ? static_cast<double>(progress.bytesDone) / static_cast<double>(progress.bytes) : 0;
    const int filled = static_cast<int>(barWidth * std::clamp(share, 0.0, 1.0));
    const QString bar = u"["_s + QString(filled, u'#') + QString(barWidth - filled, u' ') + u"]"_s;
    QString line =
        bar + u" %1 of %2 files, %3 contacts"_s.arg(progress.done).arg(progress.files).arg(progress.contacts);
    if (progress.perSecond >= 1)
        line += u", %1 a second"_s.arg(qRound(progress.perSecond));
    if (progress.secondsLeft >= 0)
        line += u", "_s + timeLeft(progress.secondsLeft);
    return line.left(width);
}

QString timeLeft(int seconds)
{
    if (seconds < 5)
        return u"a few seconds left"_s;
    if (seconds < 60)
        return u"%1 s left"_s.arg((seconds + 4) / 5 * 5);
    if (seconds < 3600)
        return u"%1 min left"_s.arg((seconds + 30) / 60);
    return u"%1 h %2 min left"_s.arg(seconds / 3600).arg(seconds % 3600 / 60);
}

} // namespace dragoman
