// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/importer.h"

namespace dragoman {

/** Shows an import as a bar on the error output, if that is a terminal, and turns Ctrl+C into a wish to stop. */
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

/** "[######    ]  1200 of 2000 files, 310 contacts, 450 files a second", at most `width` characters. */
[[nodiscard]] QString progressLine(const ImportProgress &progress, int width);

} // namespace dragoman
