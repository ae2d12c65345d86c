// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/importer.h"

namespace dragoman {

/** Shows an import as a bar on the error output, if that is a terminal, and turns Ctrl+C, and a request to end, into a
 * wish to stop. */
class ConsoleHost : public ImportHost
{
public:
    ConsoleHost();
    ~ConsoleHost() override;
    ConsoleHost(const ConsoleHost &) = delete;
    ConsoleHost &operator=(const ConsoleHost &) = delete;

    [[nodiscard]] bool stopRequested() const override;
    void reportProgress(const ImportProgress &progress) override;
    void rowsChanged() override {}
    void clear(); ///< wipes the bar

private:
    bool m_terminal;
    bool m_shown = false;
};

/** "[######    ] 1200 of 2000 files, 310 contacts, 450 a second, 2 min left", at most `width` characters; the bar goes
 * by bytes. */
[[nodiscard]] QString progressLine(const ImportProgress &progress, int width);

/** "a few seconds left", "40 s left", "2 min left", "1 h 5 min left". */
[[nodiscard]] QString timeLeft(int seconds);

} // namespace dragoman
