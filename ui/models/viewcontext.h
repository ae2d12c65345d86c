// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace dragoman {

class Archive;
class FilterState;
class Selection;
class Theme;

/** What every view is given: the archive to ask, and the state that all views share. All outlive the view. */
struct ViewContext
{
    Archive *archive = nullptr;
    FilterState *filter = nullptr;
    Selection *selection = nullptr;
    Theme *theme = nullptr;
};

} // namespace dragoman
